"""The commands of docs/guide/signed-requests.md work as they stand there, and a killed server remembers what it has seen."""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import re
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request

from vault import ADMIN, PASSWORD, Vault, need

GUIDE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "guide" / "signed-requests.md"


def raw(der):
    """r and s of a DER signature, 32 bytes each."""
    size = der[3]
    r, s = der[4:4 + size], der[6 + size:]
    return r[-32:].rjust(32, b"\0"), s[-32:].rjust(32, b"\0")


def own_key_pairs(vault, call, token):
    """Signatures that openssl made, of keys of which the server has only the public half."""
    for kind, words in (("ed25519", ["-algorithm", "ed25519"]),
                        ("ecdsa-p256-sha256", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])):
        private, public, text = (os.path.join(vault.root, kind + end) for end in (".pem", ".pub", ".text"))
        subprocess.run(["openssl", "genpkey", *words, "-out", private], check=True, capture_output=True)
        subprocess.run(["openssl", "pkey", "-in", private, "-pubout", "-out", public], check=True)
        with open(public) as file:
            pem = file.read()
        status, made = call("POST", "/api/keys", {"Authorization": "Bearer " + token},
                            {"name": kind, "scopes": ["users:read"], "public_key": pem})
        assert status == 201 and "key" not in made and made["signature_algorithm"] == kind, (status, made)

        def fields(nonce, alg=kind):
            parameters = '("@method" "@authority" "@path" "@query");created=%d;keyid="%s";nonce="%s";alg="%s"' % (
                time.time(), made["prefix"], nonce, alg)
            base = '"@method": GET\n"@authority": %s\n"@path": /api/signed\n"@query": ?\n"@signature-params": %s' % (
                vault.url[8:], parameters)
            with open(text, "w") as file:
                file.write(base)
            if kind == "ed25519":
                signature = subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", private, "-in", text], check=True,
                                           capture_output=True).stdout
            else:
                signature = b"".join(raw(subprocess.run(["openssl", "dgst", "-sha256", "-sign", private, text], check=True,
                                                        capture_output=True).stdout))
            return {"Signature-Input": "sig1=" + parameters, "Signature": "sig1=:%s:" % base64.b64encode(signature).decode()}

        good = fields(kind + "-1")
        assert call("GET", "/api/signed", good)[0] == 200, kind
        status, problem = call("GET", "/api/signed", good)
        assert (status, problem["code"]) == (401, "signature_nonce_seen"), problem
        status, problem = call("GET", "/api/signed", fields(kind + "-2", "hmac-sha256"))
        assert (status, problem["code"]) == (401, "signature_mismatch"), problem
        with open(private) as file:
            status, problem = call("POST", "/api/keys", {"Authorization": "Bearer " + token},
                                   {"name": "oops", "scopes": ["users:read"], "public_key": file.read()})
        assert status == 400 and problem["details"][0]["field"] == "public_key", problem


def leaks(vault, key, prefix):
    """The command line finds a key in a folder, and its exit code says so."""
    folder = os.path.join(vault.root, "project")
    os.makedirs(folder)
    command = [vault.daemon, "key", "scan", folder, "--data-dir", vault.directory, "--passphrase-file", vault.passphrase]
    assert subprocess.run(command, capture_output=True).returncode == 0
    with open(os.path.join(folder, "deploy.sh"), "w") as file:
        file.write("#!/bin/sh\nKEY=" + key + "\n")
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 3, done
    assert done.stdout.startswith("active\t%s\tkey\tguide\t" % prefix) and done.stdout.endswith("deploy.sh:2\n"), done.stdout
    assert key not in done.stdout + done.stderr
    report = json.loads(subprocess.run(command + ["--json"], capture_output=True, text=True).stdout)
    assert report["found"] == 1 and report["hits"][0]["state"] == "active", report


def main(daemon, build):
    need("bash", "curl", "openssl")
    with Vault(daemon) as vault:
        vault.serve()
        trust = ssl.create_default_context(cafile=vault.certificate)

        def call(method, path, headers, body=None):
            data = json.dumps(body).encode() if body is not None else None
            request = urllib.request.Request(vault.url + path, data, {**headers, "Content-Type": "application/json"}, method=method)
            try:
                with urllib.request.urlopen(request, context=trust) as answer:
                    return answer.status, json.loads(answer.read())
            except urllib.error.HTTPError as refused:
                return refused.code, json.loads(refused.read())

        token = call("POST", "/api/auth/login", {}, {"email": ADMIN, "password": PASSWORD})[1]["token"]
        status, made = call("POST", "/api/keys", {"Authorization": "Bearer " + token},
                            {"name": "guide", "scopes": ["users:read", "users:create"], "signing": True})
        assert status == 201, (status, made)
        made = made["data"]
        key, secret = made["prefix"], made["signing_secret"]

        # Every block, in the guide's order; what curl prints is what the server answered.
        environment = dict(os.environ, URL=vault.url, CA=vault.certificate, KEY=key, SECRET=secret)
        blocks = re.findall(r"```(bash|python)\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
        shell = "\n".join(text for language, text in blocks if language == "bash")
        shell = shell.replace("curl --cacert", "curl -sS -o answer -w '%{http_code}\\n' --cacert")
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", shell], env=environment, cwd=vault.root, capture_output=True,
                              text=True)
        assert done.returncode == 0, done.stderr
        assert done.stdout.split() == ["200", "200", "201", "200", "200", "201"], done.stdout
        for text in (text for language, text in blocks if language == "python"):
            done = subprocess.run([sys.executable, "-c", text], env=environment, capture_output=True, text=True)
            assert done.returncode == 0 and "Your request is signed." in done.stdout, (done.stdout, done.stderr)

        def signed(nonce):
            stamp = str(int(time.time()))
            text = "\n".join(["GET", "/api/signed", stamp, nonce, ""])
            signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
            return {"X-API-Key": key, "X-Timestamp": stamp, "X-Nonce": nonce, "X-Signature": signature}

        # The command line explains a request that was signed without its query.
        stamp = str(int(time.time()))
        wrong = "\n".join(["GET", "/api/users", stamp, "lab", ""])
        path = os.path.join(vault.root, "request")
        with open(path, "w") as file:
            file.write("GET /api/users?limit=5 HTTP/1.1\nHost: localhost\nX-API-Key: %s\nX-Timestamp: %s\nX-Nonce: lab\nX-Signature: %s\n\n"
                       % (key, stamp, hmac.new(secret.encode(), wrong.encode(), hashlib.sha256).hexdigest()))
        with open(path + ".text", "w") as file:
            file.write(wrong)
        lines = vault.run("signature", "explain", path, "--client-text", path + ".text").splitlines()
        assert "key\tpassed\t-" in lines and "clock\tpassed\t-" in lines and "mistake\tfits\tno_query" in lines, lines
        assert any(line.startswith("signature\tfailed\tsignature_mismatch: ") for line in lines), lines
        assert any(line.startswith("signer\thmac-sha256\tspk_") for line in lines), lines
        assert "signed\tserver\t/api/users?limit=5" in lines and "signed\tdiffers\t/api/users" in lines, lines

        own_key_pairs(vault, call, token)
        leaks(vault, made["key"], key)

        before = signed("before-the-kill")
        assert call("GET", "/api/signed", before)[0] == 200
        vault.server.kill()
        vault.server.wait()
        vault.serve()
        trust = ssl.create_default_context(cafile=vault.certificate)
        status, problem = call("GET", "/api/signed", before)
        assert (status, problem["code"]) == (401, "signature_nonce_seen"), problem
        assert call("GET", "/api/signed", signed("after-the-kill"))[0] == 200
        vault.stop()
        assert vault.run("verify").startswith("intact: ")
    print("signed")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
