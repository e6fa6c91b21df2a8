"""What `make dist` packages: each is unpacked and run."""
import gzip
import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

from command import KBGEN, REPOSITORY, CommandTest


def dist(folder):
    subprocess.run([REPOSITORY / ".ci/dist", KBGEN, folder], check=True, capture_output=True)


class Dist(CommandTest):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.packages = Path(temporary.name)
        dist(cls.packages)
        cls.version = subprocess.run([KBGEN, "--version"], capture_output=True, text=True, check=True).stdout.strip()

    def made(self, ending):
        (path,) = self.packages.glob(f"*{ending}")
        return path

    def check(self, program):
        """The program runs with nothing around it."""
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, env={}).stdout
        self.assertEqual(said.strip(), self.version)

    def test_the_same_program_gives_the_same_bytes(self):
        dist(self.folder)
        for path in self.packages.iterdir():
            self.assertEqual(path.read_bytes(), (self.folder / path.name).read_bytes(), path.name)
        sums = (self.packages / "SHA256SUMS").read_text().splitlines()
        for digest, name in (line.split() for line in sums):
            self.assertEqual(hashlib.sha256((self.packages / name).read_bytes()).hexdigest(), digest)
        self.assertEqual(len(sums), 3)

    def test_the_archive(self):
        with tarfile.open(self.made(".tar.gz")) as tar:
            tar.extractall(self.folder / "unpacked")
        (top,) = (self.folder / "unpacked").iterdir()
        self.check(top / "bin/kbgen")
        self.assertIn(".TH", (top / "share/man/man1/kbgen.1").read_text())
        self.assertIn("kbgen", (top / "share/bash-completion/completions/kbgen").read_text())

    def test_the_package(self):
        subprocess.run(["dpkg-deb", "-x", self.made(".deb"), self.folder / "root"], check=True)
        self.check(self.folder / "root/usr/bin/kbgen")
        fields = subprocess.run(["dpkg-deb", "-f", self.made(".deb")], capture_output=True, text=True, check=True).stdout
        self.assertIn(f"Version: {self.version}", fields)
        self.assertNotIn("Depends:", fields)

    def test_the_image(self):
        with tarfile.open(self.made(".oci.tar")) as tar:
            blobs = {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}
        for name, data in blobs.items():
            if name.startswith("blobs/"):
                self.assertEqual(hashlib.sha256(data).hexdigest(), name.rsplit("/", 1)[1])

        def blob(entry):
            data = blobs["blobs/sha256/" + entry["digest"].removeprefix("sha256:")]
            self.assertEqual(len(data), entry["size"])
            return data
        manifest = json.loads(blob(json.loads(blobs["index.json"])["manifests"][0]))
        config = json.loads(blob(manifest["config"]))
        layer = gzip.decompress(blob(manifest["layers"][0]))
        self.assertEqual(config["rootfs"]["diff_ids"], [f"sha256:{hashlib.sha256(layer).hexdigest()}"])
        with tarfile.open(fileobj=io.BytesIO(layer)) as tar:
            tar.extractall(self.folder / "image")
        self.check(self.folder / "image" / config["config"]["Entrypoint"][0].lstrip("/"))

    def test_no_library_is_needed(self):
        with open(KBGEN, "rb") as program:
            self.assertNotIn(b"ld-linux", program.read(4096))


if __name__ == "__main__":
    unittest.main()
