"""`kbgen serve` as another program meets it."""
import http.client
import os
import re
import signal
import subprocess
import threading
import time

KBGEN = os.environ.get("KBGEN", "kbgen")

#: Long enough for a slow machine; a test waits no longer than it must.
PATIENCE = 20


class Server:
    """A server for a site, until `stop`."""

    def __init__(self, *arguments):
        self.lines = []
        self.process = subprocess.Popen([KBGEN, "serve", *map(str, arguments)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait(lambda: any("http://" in line for line in self.lines) or self.process.poll() is not None)
        address = re.search(r"http://[^/]*:(\d+)/", self.said)
        self.port = int(address[1]) if address else None

    def _listen(self):
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    @property
    def said(self):
        return "\n".join(self.lines)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/"

    def wait(self, condition):
        """Until the condition holds; whether it came to hold."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.01)
        return False

    def get(self, path, method="GET", **fields):
        """Status, fields and body; the path is sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host="Host" in fields, skip_accept_encoding=True)
        for name, value in fields.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, response.headers, body

    def text(self, path):
        return self.get(path)[2].decode()

    def shows(self, path, text):
        """Whether a page comes to hold a text."""
        return self.wait(lambda: text in self.text(path))

    def stop(self, number=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self.process.stderr.close()
        return code
