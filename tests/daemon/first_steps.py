"""From an empty directory to the main job with other people's programs: curl pinned to the certificate, oathtool for the
code, npm's jose for the token, Python's csv for the report."""
import csv
import io
import json
import subprocess
import sys

from vault import ADMIN, PASSWORD, Vault, need, npm

VERIFY = """
import { jwtVerify, createLocalJWKSet } from 'jose';
const [token, jwks, issuer] = process.argv.slice(2);
const keys = createLocalJWKSet(JSON.parse(jwks));
const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer, algorithms: ['ES256'], typ: 'at+jwt' });
console.log(JSON.stringify({ payload, protectedHeader }));
"""


def main(daemon, build):
    need("curl", "oathtool")
    place = npm(build, "jose")
    with Vault(daemon) as vault:
        vault.serve()

        def curl(method, path, body=None, token=None, extra=()):
            command = ["curl", "-sS", "--cacert", vault.certificate, "-X", method, "-w", "\n%{http_code}", vault.url + path, *extra]
            if body is not None:
                command += ["-H", "Content-Type: application/json", "-d", json.dumps(body)]
            if token:
                command += ["-H", "Authorization: Bearer " + token]
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            content, status = text.rsplit("\n", 1)
            return int(status), content

        def call(*arguments, expect=200, **options):
            status, content = curl(*arguments, **options)
            assert status == expect, (arguments, status, content)
            return json.loads(content) if content else None

        admin = call("POST", "/api/auth/login", {"email": ADMIN, "password": PASSWORD})["token"]
        user = call("POST", "/api/users", {"name": "Grace", "email": "grace@sallyport.example", "password": PASSWORD}, admin, expect=201)
        first = call("POST", "/api/auth/login", {"email": "grace@sallyport.example", "password": PASSWORD})["token"]
        setup = call("POST", "/api/mfa/setup", {}, first)
        assert setup["qrCode"].startswith("data:image/png;base64,") and setup["otpauth_url"].startswith("otpauth://totp/")

        def code(ahead=0):
            command = ["oathtool", "--totp", "--base32", setup["secret"]]
            if ahead:
                command += ["-N", "now + %d seconds" % ahead]
            return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

        confirmed = call("POST", "/api/mfa/verify", {"code": code()}, first)
        assert len(confirmed["recovery_codes"]) == 10
        pending = call("POST", "/api/auth/login", {"email": "grace@sallyport.example", "password": PASSWORD})
        assert pending["mfa_required"] is True
        # The step of the enrolment is used up; the next one is inside the window.
        tokens = call("POST", "/api/auth/mfa", {"mfa_token": pending["mfa_token"], "code": code(30)})
        call("GET", "/api/sensitive", token=tokens["token"])

        jwks = json.dumps(call("GET", "/.well-known/jwks.json"))
        script = build + "/npm/verify.mjs"
        with open(script, "w") as file:
            file.write(VERIFY)
        seen = json.loads(subprocess.run(["node", script, tokens["token"], jwks, vault.url], check=True, capture_output=True,
                                         text=True, cwd=place).stdout)
        assert seen["payload"]["sub"] == user["data"]["id"], seen
        assert seen["protectedHeader"]["kid"], seen

        status, report = curl("GET", "/api/audit/export?format=csv", token=admin)
        assert status == 200
        rows = list(csv.DictReader(io.StringIO(report)))
        assert any("user.created" in row.values() for row in rows), rows[:2]
        events = call("GET", "/api/events?q=kind:mfa.enabled", token=admin)
        assert events["data"][0]["object"]["id"] == user["data"]["id"] or events["data"][0]["actor"]["id"] == user["data"]["id"]
        vault.stop()
        assert vault.run("verify").startswith("intact: ")
    print("walked")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
