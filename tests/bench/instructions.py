#!/usr/bin/env python3
"""User-space instructions a request, counted by callgrind: the same from run to run, whatever else the machine does. SHA-256 and
AES count as the processor without their instructions would do them (valgrind has none of SHA), the kernel not at all.

Usage: tests/bench/instructions.py [--build DIR] [--requests N] [--callgrind DIR] [--only PART]
  --callgrind DIR: keeps what callgrind wrote, one file a row, for callgrind_annotate --inclusive=yes

Needs valgrind. Starts a server of its own for each row, stops by itself; all traffic is loopback."""
import argparse
import hmac
import http.client
import json
import os
import re
import secrets
import ssl
import subprocess
import tempfile
import time

options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
options.add_argument("--build", default="build/release")
options.add_argument("--requests", type=int, default=1000)
options.add_argument("--callgrind")
options.add_argument("--only", default="", help="a part of the names of the rows that are wanted")
options = options.parse_args()

daemon = os.path.join(options.build, "bin", "sallyportd")
password, passphrase = secrets.token_hex(24), secrets.token_hex(24)


def secret_file(folder, name, text):
    path = os.path.join(folder, name)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    return path


class Server:
    """sallyportd under callgrind, which counts only when it is told to."""

    def __init__(self, folder, counts):
        vault = ["--data-dir", os.path.join(folder, "data"), "--passphrase-file", secret_file(folder, "passphrase", passphrase)]
        run = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run([daemon, "init", *vault, "--admin-email", "bench@example.org", "--admin-password-file",
                        secret_file(folder, "password", password)], **run)
        subprocess.run([daemon, "settings", "set", *vault, *(f"rate_limits.{name}=10000000/60" for name in (
            "api_read", "api_write", "admin", "address"))], **run)
        self.process = subprocess.Popen(
            ["valgrind", "--tool=callgrind", "--quiet", "--instr-atstart=no", "--callgrind-out-file=" + counts, daemon, "serve",
             *vault, "--listen", "127.0.0.1:0", "--threads", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = int(self.process.stdout.readline().rsplit(":", 1)[1])
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=120)

    def ask(self, method, path, body=None, headers=None):
        text = None if body is None else json.dumps(body)
        self.connection.request(method, path, text, {"Content-Type": "application/json", **(headers or {})})
        answer = self.connection.getresponse()
        content = json.loads(answer.read())
        assert answer.status < 300, (path, answer.status, content)
        return content

    def count(self, on):
        subprocess.run(["callgrind_control", "-i", "on" if on else "off", str(self.process.pid)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end(self):
        self.process.terminate()
        self.process.wait()


def by_token(path):
    def prepare(server, bearer):
        target = path.replace("{id}", server.ask("GET", "/api/auth/me", headers=bearer)["data"]["id"])
        return lambda _: (target, bearer)
    return prepare


def signed(server, bearer):
    key = server.ask("POST", "/api/keys", {"name": "bench", "scopes": ["users:read"], "signing": True}, bearer)
    stamp = str(int(time.time()))

    def request(number):
        nonce = f"{number:08}"
        text = f"GET\n/api/signed\n{stamp}\n{nonce}\n"
        signature = hmac.new(key["signing_secret"].encode(), text.encode(), "sha256").hexdigest()
        return "/api/signed", {"X-API-Key": key["prefix"], "X-Timestamp": stamp, "X-Nonce": nonce, "X-Signature": signature}
    return request


def by_key(server, bearer):
    key = server.ask("POST", "/api/keys", {"name": "bench", "scopes": ["users:read"]}, bearer)["key"]
    return lambda _: ("/api/protected", {"X-API-Key": key})


def record(server, bearer):
    """One of 100 policies in eleven allows or denies reading records, as in tests/bench/decisions."""
    made = server.ask("POST", "/api/data", {"title": "Discharge summary 2231", "department": "Cardiology",
                                            "sensitive": {"Patient": "Elif Yildiz"}}, bearer)["data"]["id"]
    for number in range(100):
        server.ask("POST", "/api/policies", {
            "name": f"Rule {number}", "effect": "deny" if number % 10 == 9 else "allow",
            "actions": ["records:read" if number % 11 == 0 else ("records:update", "comments:read", "files:read")[number % 3]],
            "resources": ["record" if number % 11 == 0 else ("record", "comment", "file")[number % 3]],
            "condition": f'resource.department == "Ward {number}"' if number % 10 == 9 else
                         f'subject.department == "Ward {number}" && resource.classification != "restricted"' if number != 88 else
                         'resource.department == "Cardiology" || resource.owner_id == subject.id',
            "state": "enforce"}, bearer)
    return lambda _: ("/api/data/" + made, bearer)


ROWS = {"/api/protected": by_token("/api/protected"), "/api/users/{id}": by_token("/api/users/{id}"),
        "/api/signed": signed, "/api/protected with a key": by_key, "/api/data/{id} with 100 policies": record}

for name, prepare in ROWS.items():
    if options.only not in name:
        continue
    with tempfile.TemporaryDirectory() as folder:
        counts = os.path.join(options.callgrind or folder, "callgrind." + re.sub(r"\W+", "-", name).strip("-"))
        server = Server(folder, counts)
        token = server.ask("POST", "/api/auth/login", {"email": "bench@example.org", "password": password})["token"]
        request = prepare(server, {"Authorization": "Bearer " + token})
        for number in range(50 + options.requests):
            if number == 50:
                server.count(True)
            path, headers = request(number)
            server.ask("GET", path, headers=headers)
        server.count(False)
        server.end()
        with open(counts) as file:
            total = int(re.search(r"^totals: (\d+)", file.read(), re.M)[1])
        print(f"{name}: {total / options.requests:,.0f} instructions a request")
