"""The built service as a process of its own, for the end-to-end scripts."""

import atexit
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("FAQBOT_PROGRAM", str(ROOT / "build" / "faqbot"))
PATIENCE = 60  # seconds for anything that ought to happen at once


class Service:
    """A faqbot on a free port. `options` are those of `faqbot serve`."""

    def __init__(self, folder, *options, port=0):
        command = [PROGRAM, "serve", "--listen", f"127.0.0.1:{port}", "--data", str(folder), "--log-level", "warn", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        atexit.register(self.process.kill)  # whatever ends the script
        self.port = port
        self._ready = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            if "is ready" in line:
                self.port = int(line.rstrip().rstrip("/").rpartition(":")[2])
                self._ready.set()
        self._ready.set()

    def wait_until_ready(self):
        if not self._ready.wait(PATIENCE) or self.process.poll() is not None:
            sys.exit("the service did not start")
        return self

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(PATIENCE) != 0:
            sys.exit("the service did not stop as it should")


def post(port, path, body):
    """(status, decoded body). An OSError where nobody answers."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def require(holds, what):
    if not holds:
        sys.exit(f"FAILED: {what}")


def need_program():
    if not shutil.which(PROGRAM):
        sys.exit(f"{PROGRAM} is not built; run bot/serve once, or set FAQBOT_PROGRAM")
