"""A vault with a running sallyportd for the checks of this folder. Ports are the system's choice; nothing sleeps."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

PASSPHRASE = "a passphrase for checks"
PASSWORD = "violet harbour seven lanterns"
ADMIN = "ada@sallyport.example"
SKIPPED = 77


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(SKIPPED)


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            skip(program + " is not installed")


class Vault:
    def __init__(self, daemon):
        self.daemon = daemon
        self.root = tempfile.mkdtemp(prefix="sallyport-check-")
        self.directory = os.path.join(self.root, "vault")
        self.passphrase = self._file("passphrase", PASSPHRASE)
        self.password = self._file("password", PASSWORD)
        self.server = None
        self.run("init", "--admin-email", ADMIN, "--admin-name", "Ada Admin", "--admin-password-file", self.password)
        self.run("settings", "set", "slow_down.mode=off")  # these checks ask as fast as they can, from one address

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server is not None:
            self.server.kill()
            self.server.wait()
        shutil.rmtree(self.root, ignore_errors=True)

    def _file(self, name, text):
        path = os.path.join(self.root, name)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(text + "\n")
        return path

    def run(self, *words):
        """One command of sallyportd; its output."""
        command = [self.daemon, *words, "--data-dir", self.directory, "--passphrase-file", self.passphrase]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def serve(self):
        self.server = subprocess.Popen([self.daemon, "serve", "--data-dir", self.directory, "--passphrase-file", self.passphrase,
                                        "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        line = self.server.stdout.readline()
        match = re.fullmatch(r"listening on https://127\.0\.0\.1:(\d+)\n", line)
        assert match, "unexpected line: " + repr(line)
        self.port = int(match.group(1))
        self.url = "https://127.0.0.1:%d" % self.port
        self.certificate = os.path.join(self.directory, "tls", "certificate.pem")

    def stop(self):
        self.server.send_signal(signal.SIGTERM)
        code = self.server.wait(timeout=30)
        self.server = None
        assert code == 0, "exit code %d" % code


def npm(build, *packages):
    """Installs packages once into BUILD/npm; skips the check if no registry can be reached."""
    need("npm", "node")
    place = os.path.join(build, "npm")
    os.makedirs(place, exist_ok=True)
    missing = [p for p in packages if not os.path.isdir(os.path.join(place, "node_modules", p))]
    if missing:
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--package-lock=false", "--prefix", place, *missing],
                              capture_output=True, text=True)
        if done.returncode != 0:
            skip("npm could not install %s: %s" % (", ".join(missing), done.stderr.strip().splitlines()[-1:]))
    return place
