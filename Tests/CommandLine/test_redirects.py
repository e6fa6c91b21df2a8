"""Redirects at scale: tables, whole folders, and what hosts are told of them."""
import http.client
import shutil
import socket
import subprocess
import time
import unittest

from command import CommandTest

FILES = {
    "README.md": "# Home\n", "new/README.md": "# New\n", "new/a b.md": "# A\n", "new/deep/c.md": "# C\n",
    "moved.csv": 'from,to\nold page,new/a b.md\n"with, comma",new/deep/c.md\nold.html,https://e.example/x?y=1#z\n\none field\n',
}


class Redirects(CommandTest):
    def site(self, settings="redirects: moved.csv\n"):
        self.write(FILES)
        (self.folder / "site/kbgen.yml").write_text(settings)

    def test_a_table_is_read(self):
        self.site()
        result = self.run_kbgen("build", "site")
        self.assertEqual([(finding["path"], finding["line"], finding["rule"]) for finding in result.findings], [("moved.csv", "6", "setting-type")])
        output = self.folder / "site/Output"
        self.assertIn("new/a%20b/", (output / "old page/index.html").read_text())
        self.assertIn("new/deep/c/", (output / "with, comma/index.html").read_text())
        self.assertIn("https://e.example/x?y=1#z", (output / "old.html").read_text())

    def test_a_renamed_page_is_offered_a_redirect(self):
        content = self.write({"README.md": "# Home\n\n[s](setup.md) [o](other.md)\n", "setup.md": "# Set up\n", "other.md": "# Other\n", "kept.md": "# Kept\n"})
        settings = self.folder / "site/kbgen.yml"
        for text in ("title: Help\n", "# mine\nredirects:\n    # old ones\n    ancient: kept.md\ntitle: Help\n"):
            settings.write_text(text)
            (content / "README.md").write_text("# Home\n\n[s](setup.md) [o](other.md)\n")
            self.assertEqual(self.run_kbgen("build", "site").status, 0)
            self.assertNotIn("address-gone", self.run_kbgen("check", "site").rules)
            (content / "install").mkdir(exist_ok=True)
            (content / "setup.md").rename(content / "install/2 steps.md")
            (content / "other.md").unlink()
            (content / "README.md").write_text("# Home\n\n[s](<install/2 steps.md>)\n")
            found = [finding for finding in self.run_kbgen("check", "site").findings if finding["rule"] == "address-gone"]
            self.assertEqual([finding["message"] for finding in found], ["“setup/” was a page of the last build; “Set up” is at “install/2 steps/” now"])
            self.assertIn('+    setup: "install/2 steps.md"' if "ancient" in text else '+  setup: "install/2 steps.md"', self.run_kbgen("check", "--fix", "--dry-run", "site").out)
            self.assertEqual(settings.read_text(), text)
            self.run_kbgen("check", "--fix", "site")
            self.assertNotIn("address-gone", self.run_kbgen("check", "site").rules)
            self.assertEqual(self.run_kbgen("build", "site").rules, [])
            self.assertIn("install/2%20steps/", self.read("site/Output/setup/index.html"))
            (content / "install/2 steps.md").rename(content / "setup.md")
            (content / "other.md").write_text("# Other\n")

    def test_no_line_of_a_host_ends_by_what_a_table_says(self):
        self.write({"README.md": "# Home\n", "moved.csv": 'old,"README.md?x\n/* https://evil.example/\n/z"\n404.html%00x,README.md\nspace,https://e.example/a b\n'})
        (self.folder / "site/kbgen.yml").write_text("redirects: moved.csv\n")
        self.assertIn("redirect-source", self.run_kbgen("build", "site").rules)
        for host in ("nginx", "caddy", "apache", "netlify", "cloudflare", "s3"):
            lines = self.run_kbgen("redirects", "site", "--for", host).out.splitlines()
            self.assertTrue(lines and all("space" in line for line in lines), (host, lines))
            self.assertIn("https://e.example/a%20b" if host != "apache" else "https://e.example/a b", lines[0])

    def test_a_table_that_is_not_there_is_told(self):
        self.site("redirects: gone.csv\n")
        self.assertEqual(self.run_kbgen("build", "site").rules, ["link-asset"])

    def test_a_folder_moves_as_a_whole(self):
        self.site("redirects:\n  old/*: new/*\n  gone/*: nowhere/*\n")
        self.assertEqual(self.run_kbgen("build", "site").rules, ["redirect-target"])
        output = self.folder / "site/Output"
        for old, new in (("old", "../new/"), ("old/a b", "../../new/a%20b/"), ("old/deep/c", "../../../new/deep/c/")):
            self.assertIn(f'href="{new}"', (output / old / "index.html").read_text())

    def test_each_host_is_told_in_its_words(self):
        self.site("redirects:\n  old $1 (y): new/a b.md\n  old.html: https://e.example/\n")
        expected = {
            "nginx": ['location = "/help/old $1 (y)" { return 301 "/help/new/a%20b/"; }', 'location = "/help/old $1 (y)/" { return 301 "/help/new/a%20b/"; }',
                      'location = "/help/old.html" { return 301 "https://e.example/"; }'],
            "caddy": ['redir "/help/old $1 (y)" "/help/new/a%20b/" 301', 'redir "/help/old.html" "https://e.example/" 301'],
            "apache": ['RedirectMatch 301 "^/help/old \\\\$1 \\\\(y\\\\)/?$" "/help/new/a b/"'],
            "netlify": ["/help/old%20%241%20(y) /help/new/a%20b/ 301!", "/help/old.html https://e.example/ 301!"],
            "s3": ["aws s3api put-object --bucket \"$BUCKET\" --key 'help/old $1 (y)/index.html' --website-redirect-location '/help/new/a%20b/' "
                   "--content-type text/html"],
        }
        for host, lines in expected.items():
            out = self.run_kbgen("redirects", "site", "--for", host, "--base-url", "https://kb.example/help/").out.splitlines()
            for line in lines:
                self.assertIn(line, out, host)
        self.assertEqual(self.run_kbgen("redirects", "site", "--for", "other").status, 64)

    @unittest.skipUnless(shutil.which("nginx"), "nginx is not installed")
    def test_nginx_answers_with_301(self):
        self.site()
        self.run_kbgen("build", "site")
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        (self.folder / "redirects.conf").write_text(self.run_kbgen("redirects", "site", "--for", "nginx").out)
        (self.folder / "nginx.conf").write_text(f"""daemon off; master_process off; pid {self.folder}/pid; error_log stderr; events {{}}
            http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {self.folder}/site/Output; include redirects.conf; }} }}""")
        server = subprocess.Popen(["nginx", "-p", str(self.folder), "-c", "nginx.conf", "-e", "stderr"], stderr=subprocess.PIPE)
        self.addCleanup(server.stderr.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        for path, status, location in (("/old%20page", 301, "/new/a%20b/"), ("/old%20page/", 301, "/new/a%20b/"), ("/with,%20comma", 301, "/new/deep/c/"),
                                       ("/old.html", 301, "https://e.example/x?y=1#z"), ("/new/", 200, None)):
            answer = self.ask(port, path)
            self.assertEqual(answer.status, status, path)
            if location:
                self.assertTrue(answer.headers["Location"].endswith(location), answer.headers["Location"])

    def ask(self, port, path):
        for _ in range(100):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                self.addCleanup(connection.close)
                connection.request("GET", path)
                return connection.getresponse()
            except ConnectionRefusedError:
                time.sleep(0.05)
        self.fail("nginx did not start")


if __name__ == "__main__":
    unittest.main()
