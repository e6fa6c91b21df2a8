"""What a writer gets of `kbgen serve`: the newest site at once, whatever happens to its files."""
import os
import shutil
import signal
import socket
import tempfile
import unittest
from pathlib import Path

from serving import Server


class Serve(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.site = Path(folder.name) / "site"
        self.content = self.site / "Content"
        self.write("README.md", "# Home\n\nFirst.\n\n[Other](a/other.md)\n")
        self.write("a/other.md", "# Other\n\nText.\n\n![](pic.png)\n")
        self.write("a/pic.png", "not a picture")
        self.write("SUMMARY.md", "* [Home](README.md)\n* [Other](a/other.md)\n")

    def write(self, path, text):
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def serve(self, *arguments):
        server = Server(self.site, "--port", 0, *arguments)
        self.addCleanup(server.stop)
        self.assertIsNotNone(server.port, server.said)
        return server


class Answers(Serve):
    def test_pages_files_and_what_is_missing(self):
        server = self.serve()
        status, fields, body = server.get("/")
        self.assertEqual((status, fields["Content-Type"]), (200, "text/html; charset=utf-8"))
        self.assertIn(b"First.", body)
        self.assertEqual(server.get("/a/other/")[0], 200)
        self.assertEqual(server.get("/a/other/index.md")[1]["Content-Type"], "text/markdown; charset=utf-8")
        self.assertEqual(server.get("/a/pic.png")[2], b"not a picture")
        status, fields, _ = server.get("/a/other?x=1")
        self.assertEqual((status, fields["Location"]), (301, "/a/other/?x=1"))
        self.assertEqual(server.get("//evil.example/..")[0], 404)
        status, _, body = server.get("/none/")
        self.assertEqual(status, 404)
        self.assertIn(b"Page not found", body)
        self.assertEqual(server.get("/_kb/search/index.json")[0], 200)
        self.assertEqual(server.get("/", method="POST")[0], 405)
        self.assertEqual(server.get("/", method="HEAD")[2], b"")

    def test_parts_of_files_and_files_that_are_known(self):
        server = self.serve()
        status, fields, body = server.get("/a/pic.png", Range="bytes=4-6")
        self.assertEqual((status, body, fields["Content-Range"]), (206, b"a p", "bytes 4-6/13"))
        self.assertEqual(server.get("/a/pic.png", Range="bytes=-3")[2], b"ure")
        self.assertEqual(server.get("/a/pic.png", Range="bytes=99-")[0], 416)
        for part in ["0-9223372036854775807", "-9223372036854775808", "9223372036854775807-9223372036854775807", "0-99999999999999999999", "--1", "5-4", "-0", "-", "x-y", "0-1,3-4"]:
            self.assertIn(server.get("/a/pic.png", Range=f"bytes={part}")[0], (200, 206, 416), part)
        (self.content / "a" / "empty.png").write_bytes(b"")
        self.write("a/other.md", "# Other\n\n![](pic.png) ![](empty.png)\n")
        self.assertTrue(server.shows("/a/other/", "empty.png"))
        self.assertEqual(server.get("/a/empty.png", Range="bytes=-5")[0], 416)
        self.assertEqual(server.get("/a/pic.png", Range="bytes=0-9223372036854775807")[2], server.get("/a/pic.png")[2])
        self.assertEqual(server.get("/a/pic.png", If_None_Match=server.get("/a/pic.png")[1]["ETag"])[0], 304)

    def test_nothing_else_is_served(self):
        (self.site / "secret.txt").write_text("secret")
        (self.site / "kbgen.yml").write_text("title: T\n")
        (self.content / "unlinked.txt").write_text("secret")
        (self.content / "a" / "link.png").symlink_to(self.site / "secret.txt")
        self.write("a/other.md", "# Other\n\n![](link.png)\n")
        server = self.serve()
        for path in ["/../secret.txt", "/a/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/kbgen.yml", "/a/link.png", "/unlinked.txt",
                     "/Content/README.md", "/README.md", "/%00", "/a/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"]:
            status, _, body = server.get(path)
            self.assertIn(status, (400, 404), path)
            self.assertNotIn(b"secret", body, path)

    def test_other_names_for_this_machine_are_refused(self):
        server = self.serve()
        self.assertEqual(server.get("/", Host="evil.example")[0], 403)
        self.assertEqual(server.get("/", Host=f"localhost:{server.port}")[0], 200)

    def test_bad_requests_end_the_connection_and_nothing_else(self):
        server = self.serve()
        for bytes_ in [b"\x00\xff\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"x" * 100_000, b"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"]:
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.sendall(bytes_)
                connection.settimeout(10)
                try:
                    self.assertIn(connection.recv(12)[:12], (b"HTTP/1.1 400", b"HTTP/1.1 431", b""))
                except ConnectionResetError:
                    pass
        self.assertEqual(server.get("/")[0], 200)


class Changes(Serve):
    def test_each_kind_of_change_is_seen(self):
        server = self.serve()
        self.write("README.md", "# Home\n\nSecond.\n\n[Other](a/other.md)\n")
        self.assertTrue(server.shows("/", "Second."))
        # As editors save: beside it, then in its place.
        self.write(".README.md.swp", "# Home\n\nThird.\n\n[Other](a/other.md)\n")
        os.replace(self.content / ".README.md.swp", self.content / "README.md")
        self.assertTrue(server.shows("/", "Third."))
        self.write("a/other.md", "# Renamed\n\nText.\n")
        self.assertTrue(server.wait(lambda: server.get("/a/pic.png")[0] == 404))
        self.write("SUMMARY.md", "* [Home](README.md)\n* [Other title](a/other.md)\n* [New](new/page.md)\n")
        self.write("new/page.md", "# New\n\nIn a new folder.\n")
        self.assertTrue(server.shows("/new/page/", "In a new folder."))
        self.assertTrue(server.shows("/", "Other title"))
        self.write("new/page.md", "# New\n\nChanged in a new folder.\n")
        self.assertTrue(server.shows("/new/page/", "Changed in a new folder."))
        (self.site / "kbgen.yml").write_text("title: The Name\n")
        self.assertTrue(server.shows("/", "The Name"))
        (self.site / "Templates").mkdir()
        (self.site / "Templates" / "footer.mustache").write_text("<footer>Own foot</footer>")
        self.assertTrue(server.shows("/", "Own foot"))
        (self.site / "Templates" / "footer.mustache").write_text("<footer>Changed foot {{#open}}</footer>")
        self.assertTrue(server.wait(lambda: "template-syntax" in server.said or "template-name" in server.said), server.said)
        shutil.rmtree(self.site / "Templates")
        self.assertTrue(server.wait(lambda: "Changed foot" not in server.text("/")))

    def test_a_parts_change_is_seen_in_its_page(self):
        self.write("README.md", "# Home\n\n{% include \".gitbook/includes/part.md\" %}\n")
        self.write(".gitbook/includes/part.md", "The part.\n")
        server = self.serve()
        self.assertTrue(server.shows("/", "The part."))
        self.write(".gitbook/includes/part.md", "The part, changed.\n")
        self.assertTrue(server.shows("/", "The part, changed."))

    def test_two_changes_in_a_row_are_both_seen(self):
        server = self.serve()
        for number in range(100, 150):
            self.write("README.md", f"# Home\n\nNumber {number}.\n")
        self.assertTrue(server.shows("/", "Number 149."))

    def test_it_survives_what_is_deleted(self):
        server = self.serve()
        shutil.rmtree(self.content / "a")
        self.assertTrue(server.wait(lambda: server.get("/a/other/")[0] == 404))
        moved = self.site / "Elsewhere"
        self.content.rename(moved)
        self.assertTrue(server.wait(lambda: "read now" in server.text("/_kb/live.json?address=")), server.said)
        self.assertIn("First.", server.text("/"))
        moved.rename(self.content)
        self.write("README.md", "# Home\n\nBack again.\n")
        self.assertTrue(server.shows("/", "Back again."))

    def test_a_thousand_files_at_once(self):
        server = self.serve()
        lines = []
        for number in range(1000):
            self.write(f"many/{number % 20}/page-{number}.md", f"# Page {number}\n\nText of {number}.\n")
            lines.append(f"* [Page {number}](many/{number % 20}/page-{number}.md)\n")
        self.write("SUMMARY.md", "* [Home](README.md)\n" + "".join(lines))
        self.assertTrue(server.shows("/many/19/page-999/", "Text of 999."))
        self.assertTrue(server.shows("/many/0/page-0/", "Text of 0."))
        shutil.rmtree(self.content / "many")
        self.assertTrue(server.wait(lambda: server.get("/many/0/page-0/")[0] == 404))

    def test_polling_sees_changes_too(self):
        server = self.serve("--poll")
        self.write("README.md", "# Home\n\nSecond.\n")
        self.assertTrue(server.shows("/", "Second."))

    def test_findings_are_told_once_and_in_the_page(self):
        server = self.serve()
        self.write("README.md", "# Home\n\n[x](nope.md)\n")
        self.assertTrue(server.wait(lambda: "README.md:3:1: warning" in server.said))
        self.write("README.md", "# Home\n\n[x](nope.md)\n\nMore.\n")
        self.assertTrue(server.shows("/", "More."))
        self.assertEqual(server.said.count("no page “nope.md”"), 1, server.said)
        self.assertIn('"rule":"link-target"', server.text("/_kb/live.json?address="))
        self.write("README.md", "# Home\n\n[Other](a/other.md)\n")
        self.assertTrue(server.wait(lambda: "1 finding is gone" in server.said), server.said)

    def test_the_output_follows_when_it_is_quiet(self):
        server = self.serve()
        page = self.site / "Output" / "index.html"
        self.assertTrue(server.wait(page.exists))
        self.write("README.md", "# Home\n\nWritten.\n")
        self.assertTrue(server.wait(lambda: "Written." in page.read_text()))
        self.assertNotIn("/_kb/live", page.read_text())


class BeginningAndEnd(Serve):
    def test_signals_end_it_cleanly(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            server = self.serve()
            self.assertEqual(server.get("/")[0], 200)
            self.assertEqual(server.stop(number), 0)
            self.assertTrue(server.said.endswith("Stopped."), server.said)
            self.assertEqual([entry.name for entry in self.site.iterdir() if entry.name.startswith(".")], [])

    def test_it_says_what_is_not_written_when_it_ends(self):
        # On a busy machine, the output may be written before the server is told to end.
        for attempt in range(5):
            server = self.serve()
            self.write("README.md", f"# Home\n\nLast {attempt}.\n")
            self.assertTrue(server.shows("/", f"Last {attempt}."))
            server.stop()
            if "The last changes are not in" in server.said:
                return
        self.fail(server.said)

    def test_a_port_in_use_is_named(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            server = Server(self.site, "--port", port)
            self.assertEqual(server.process.wait(20), 74)
            server.stop()
            self.assertIn(f"port {port} of 127.0.0.1 is in use by another program", server.said)

    def test_the_next_port_is_taken_where_none_was_asked_for(self):
        first, second = Server(self.site), Server(self.site)
        self.addCleanup(first.stop)
        self.addCleanup(second.stop)
        self.assertNotEqual(first.port, second.port)
        self.assertIn(f"taking {second.port}", second.said)

    def test_only_this_machine_is_served(self):
        server = self.serve()
        own = next((entry[4][0] for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET) if not entry[4][0].startswith("127.")), None)
        if own is None:
            self.skipTest("the machine has no address of its own")
        with self.assertRaises(OSError):
            socket.create_connection((own, server.port), timeout=5).close()

    def test_a_host_that_is_no_address(self):
        server = Server(self.site, "--host", "example.invalid")
        self.assertEqual(server.process.wait(20), 74)
        server.stop()
        self.assertIn("is no address", server.said)

    def test_a_site_that_is_not_there(self):
        server = Server(self.site / "none")
        self.assertEqual(server.process.wait(20), 66)
        server.stop()


if __name__ == "__main__":
    unittest.main()
