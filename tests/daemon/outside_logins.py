"""A whole outside login against npm's oidc-provider on loopback, started here, and the ways in which one can fail."""
import base64
import hashlib
import json
import os
import re
import secrets
import subprocess
import sys
import urllib.parse

from vault import ADMIN, PASSWORD, Vault, need, npm

# The provider: real, but for a door that lets the test spoil what it answers. Interaction pages are answered by its own
# development pages; any login name is an account.
PROVIDER = """
import { createServer } from 'node:http';
import { generateKeyPairSync, createHmac } from 'node:crypto';
import Provider from 'oidc-provider';
import * as jose from 'jose';

const [redirectUri] = process.argv.slice(2);
const keys = [];
const newKey = async kid => {
    const { privateKey } = await jose.generateKeyPair('RS256', { extractable: true });
    keys.unshift({ ...await jose.exportJWK(privateKey), kid, use: 'sig', alg: 'RS256' });
};
await newKey('first');
let provider, spoil = 'nothing', base;
const make = () => {
    provider = new Provider(base, {
        clients: [
            { client_id: 'sallyport', client_secret: 'a client secret', redirect_uris: [redirectUri] },
            { client_id: 'hmac', client_secret: 'h'.repeat(40), redirect_uris: [redirectUri], id_token_signed_response_alg: 'HS256' },
        ],
        enabledJWA: { idTokenSigningAlgValues: ['RS256', 'HS256'] },
        jwks: { keys },
        cookies: { keys: ['for tests'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
        findAccount: async (ctx, id) => ({ accountId: id, claims: async () => ({
            sub: id, email: `${id}@provider.example`, email_verified: id !== 'unverified', name: `Account ${id}`,
            groups: ['staff', id === 'writer' ? 'writers' : 'readers'] }) }),
        features: { devInteractions: { enabled: true } },
    });
    provider.on('server_error', (ctx, error) => console.error(error));
};
const own = await jose.generateKeyPair('RS256');
const spoiled = async token => {
    const claims = jose.decodeJwt(token), header = jose.decodeProtectedHeader(token);
    const change = {
        nonce: { nonce: 'another' }, no_nonce: { nonce: undefined }, iss: { iss: 'https://elsewhere.example' }, aud: { aud: 'another' },
        exp: { exp: claims.iat - 3600, iat: claims.iat - 7200 }, future: { iat: claims.iat + 3600 },
    }[spoil];
    if (spoil === 'none')
        return new jose.UnsecuredJWT(claims).encode();
    if (spoil === 'foreign_key')
        return new jose.SignJWT(claims).setProtectedHeader(header).sign(own.privateKey);
    if (spoil === 'hmac')
        return new jose.SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('a client secret'));
    if (!change)
        return token;
    const key = await jose.importJWK(keys.find(k => k.kid === header.kid) ?? keys[0], 'RS256');
    return new jose.SignJWT({ ...claims, ...change }).setProtectedHeader(header).sign(key);
};
const server = createServer((request, response) => {
    const url = new URL(request.url, base);
    if (url.pathname === '/control/spoil') {
        spoil = url.searchParams.get('what');
        return response.end('ok');
    }
    if (url.pathname === '/control/rotate')
        return newKey('second').then(() => { make(); response.end('ok'); });
    if (spoil === 'redirect' && url.pathname === '/token') {
        response.writeHead(302, { Location: base + '/elsewhere' });
        return response.end();
    }
    if (spoil === 'endless' && url.pathname === '/token') {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const more = () => { while (response.write('x'.repeat(65536))); };
        response.on('drain', more);
        return more();
    }
    if (url.pathname === '/token' && spoil !== 'nothing') {
        const end = response.end.bind(response), headers = response.setHeader.bind(response);
        response.setHeader = (name, value) => name.toLowerCase() === 'content-length' ? response : headers(name, value);
        response.end = body => {
            let answer;
            try { answer = JSON.parse(body); } catch { return end(body); }
            if (!answer.id_token)
                return end(body);
            spoiled(answer.id_token).then(token => end(JSON.stringify({ ...answer, id_token: token })));
            return response;
        };
    }
    return provider.callback()(request, response);
});
server.listen(0, '127.0.0.1', () => {
    base = `http://127.0.0.1:${server.address().port}`;
    make();
    console.log(base);
});
"""


class Browser:
    """A browser of curl: one cookie jar, redirects followed by hand."""

    def __init__(self, vault, name):
        self.jar = os.path.join(vault.root, "cookies-" + name)
        self.vault = vault

    def get(self, url, form=None):
        command = ["curl", "-sS", "--cacert", self.vault.certificate, "-b", self.jar, "-c", self.jar, "-w", "\n%{http_code} %{redirect_url}", url]
        if form is not None:
            command += [part for name, value in form.items() for part in ("--data-urlencode", "%s=%s" % (name, value))]
        content, last = subprocess.run(command, check=True, capture_output=True, text=True).stdout.rsplit("\n", 1)
        status, _, location = last.partition(" ")
        return int(status), location, content

    def until_back(self, start, account="mira", abort=False):
        """From /auth/{provider} through the provider's pages; the URL that it sends the browser back with."""
        status, location, content = self.get(start)
        assert status == 303, (status, content)
        for _ in range(12):
            if "/callback?" in location:
                return location
            status, location, content = self.get(location)
            if status != 200:
                continue
            if abort:
                location = urllib.parse.urljoin(self.last, re.search(r'href="([^"]*/abort)"', content).group(1))
                continue
            action = re.search(r'<form[^>]*action="([^"]+)"', content).group(1)
            form = {"prompt": re.search(r'name="prompt" value="(\w+)"', content).group(1)}
            if form["prompt"] == "login":
                form.update(login=account, password="anything")
            status, location, content = self.get(action, form)
            assert status in (302, 303), (status, content)
        raise AssertionError("the provider's pages do not end")


def main(daemon, build):
    need("curl")
    place = os.path.abspath(npm(build, "oidc-provider", "jose"))
    with Vault(daemon) as vault:
        vault.run("settings", "set", "rate_limits.auth=100000/60", "rate_limits.api_read=100000/60", "outbound.networks=127.0.0.0/8")
        vault.serve()
        callback = vault.url + "/auth/house/callback"
        script = os.path.join(place, "provider.mjs")
        with open(script, "w") as file:
            file.write(PROVIDER)
        node = subprocess.Popen(["node", script, callback], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=place)
        try:
            check(vault, node, node.stdout.readline().strip(), callback)
        finally:
            node.kill()
            node.wait()


def check(vault, node, provider, callback):
    secret = os.path.join(vault.root, "client-secret")
    with open(secret, "w") as file:
        file.write("a client secret\n")
    common = ["--name", "house", "--title", "House", "--issuer", provider + "/.well-known/openid-configuration", "--client-id", "sallyport",
              "--client-secret-file", secret, "--first-login", "create", "--rules", "groups=writers:editor"]
    added = vault.run("provider", "add", *common)
    assert callback in added, added
    assert "keys\tpassed\t1" in vault.run("provider", "test", "house")

    def control(path):
        subprocess.run(["curl", "-sS", provider + "/control/" + path], check=True, capture_output=True)

    def api(path, *extra):
        command = ["curl", "-sS", "--cacert", vault.certificate, "-w", "\n%{http_code}", vault.url + path, *extra]
        content, status = subprocess.run(command, check=True, capture_output=True, text=True).stdout.rsplit("\n", 1)
        return int(status), json.loads(content) if content else None

    def post(path, body, *extra):
        return api(path, "-H", "Content-Type: application/json", "-d", json.dumps(body), *extra)

    admin = post("/api/auth/login", {"email": ADMIN, "password": PASSWORD})[1]["token"]
    as_admin = ["-H", "Authorization: Bearer " + admin]

    def last_reason():
        status, events = api("/api/events?limit=1&q=kind%3Aauth.outside_failed", *as_admin)
        assert status == 200, events
        return events["data"][0]["reason"]

    count = iter(range(1000))
    start = vault.url + "/auth/house"

    def login(account="mira", expected=200):
        browser = Browser(vault, "b%d" % next(count))
        status, _, content = browser.get(browser.until_back(start, account))
        assert status == expected, (status, content, expected != 200 and last_reason())
        return json.loads(content)

    # The whole way, twice: a new user, then the same one.
    tokens = post("/api/auth/exchange", {"code": login()["code"]})[1]
    assert tokens["user"]["email"] == "mira@provider.example" and tokens["user"]["roles"] == ["viewer"], tokens["user"]
    assert api("/api/protected", "-H", "Authorization: Bearer " + tokens["token"])[0] == 200
    again = login()
    assert post("/api/auth/exchange", again)[0] == 400  # members that are none of its
    assert post("/api/auth/exchange", {"code": again["code"]})[1]["user"]["id"] == tokens["user"]["id"]
    assert post("/api/auth/exchange", {"code": again["code"]})[0] == 401
    assert last_reason() == "exchange_code_unknown"
    writer = post("/api/auth/exchange", {"code": login("writer")["code"]})[1]
    assert writer["user"]["roles"] == ["editor", "viewer"], writer["user"]

    # First login: only verified addresses, never by e-mail.
    login("unverified", 401)
    assert last_reason() == "email_unverified"
    post("/api/users", {"name": "Taken", "email": "taken@provider.example"}, *as_admin)
    login("taken", 401)
    assert last_reason() == "email_taken"

    # The answer: state, browser, code, iss, error.
    browser = Browser(vault, "state")
    back = browser.until_back(start)
    status, _, _ = browser.get(re.sub(r"state=[^&]+", "state=" + "x" * 43, back))
    assert (status, last_reason()) == (401, "state_unknown")
    status, _, _ = Browser(vault, "other").get(back)
    assert (status, last_reason()) == (401, "browser_other")
    status, _, _ = browser.get(back)
    assert (status, last_reason()) == (401, "state_unknown")  # used up by the other browser
    back = browser.until_back(start)
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(back).query)["code"][0]
    assert browser.get(back)[0] == 200
    assert (browser.get(back)[0], last_reason()) == (401, "state_unknown")
    other = browser.until_back(start)
    assert (browser.get(re.sub(r"code=[^&]+", "code=" + code, other))[0], last_reason()) == (401, "code_refused")  # a replayed code
    back = browser.until_back(start)
    assert "iss=" in back, back
    assert (browser.get(re.sub(r"iss=[^&]+", "iss=https%3A%2F%2Fevil.example", back))[0], last_reason()) == (401, "iss_parameter_wrong")
    back = browser.until_back(start)
    assert (browser.get(re.sub(r"&iss=[^&]+", "", back))[0], last_reason()) == (401, "iss_parameter_wrong")
    back = browser.until_back(start)
    assert (browser.get(re.sub(r"code=[^&]+", "error=access_denied", back))[0], last_reason()) == (401, "provider_said_no")

    # The ID token, and a token endpoint that misbehaves.
    for what, reason in {"nonce": "id_token_nonce", "no_nonce": "id_token_nonce", "iss": "id_token_issuer", "aud": "id_token_audience",
                         "exp": "id_token_expired", "future": "id_token_time", "none": "id_token_algorithm", "hmac": "id_token_algorithm",
                         "foreign_key": "id_token_signature"}.items():
        control("spoil?what=" + what)
        login(expected=401)
        assert last_reason() == reason, (what, last_reason())
    for what, reason in {"redirect": "outbound_redirected", "endless": "outbound_too_large"}.items():
        control("spoil?what=" + what)
        login(expected=503)
        assert last_reason() == reason, (what, last_reason())
    control("spoil?what=nothing")

    # A client of its own: return URL, state and PKCE towards us.
    vault.run("provider", "change", "house", "--return-urls", "https://app.example/done")
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = urllib.parse.urlencode({"return_to": "https://app.example/done", "state": "mine", "code_challenge": challenge})
    status, location, _ = browser.get(browser.until_back(start + "?" + query))
    assert status == 303 and location.startswith("https://app.example/done?code=") and location.endswith("&state=mine"), location
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)["code"][0]
    assert post("/api/auth/exchange", {"code": code, "code_verifier": verifier})[0] == 200
    assert browser.get(start + "?return_to=https%3A%2F%2Fevil.example%2F&code_challenge=" + challenge)[0] == 400

    # An account of one's own: the address works once, the code in the session that began alone.
    before = post("/api/auth/links/begin", {"provider": "house"}, *as_admin)[1]
    own = Browser(vault, "own")
    status, _, content = own.get(own.until_back(before["url"], "boss"))
    assert status == 200, content
    stranger = ["-H", "Authorization: Bearer " + writer["token"]]
    assert post("/api/auth/links", {"code": json.loads(content)["code"]}, *stranger)[0] == 400
    assert own.get(before["url"])[0] == 404
    before = post("/api/auth/links/begin", {"provider": "house"}, *as_admin)[1]
    status, _, content = own.get(own.until_back(before["url"], "boss"))
    status, linked = post("/api/auth/links", {"code": json.loads(content)["code"]}, *as_admin)
    assert status == 201 and linked["data"]["label"] == "boss@provider.example", linked
    assert api("/api/auth/links", *as_admin)[1]["page"]["total"] == 1
    assert post("/api/auth/exchange", {"code": login("boss")["code"]})[1]["user"]["email"] == ADMIN
    assert api("/api/auth/links/" + linked["data"]["id"], "-X", "DELETE", *as_admin)[0] == 204
    login("boss2")  # and others go on

    # Keys change; HS256 for whom it was configured; a test of the login.
    control("rotate")
    login()
    login()
    provider_id = api("/api/providers", *as_admin)[1]["data"][0]["id"]
    status, test = api("/api/providers/%s/test" % provider_id, "-X", "POST", *as_admin)
    assert status == 201, test
    tester = Browser(vault, "tester")
    assert tester.get(tester.until_back(test["data"]["url"], "newcomer"))[0] == 200
    done = api("/api/provider-tests/" + test["data"]["id"], *as_admin)[1]["data"]
    assert done["over"] and all(step["state"] == "passed" for step in done["steps"]), done
    assert [step["step"] for step in done["steps"]] == ["description", "keys", "browser", "answer", "token", "claims", "account"], done
    assert done["steps"][-1]["word"] == "new_user", done
    with open(secret, "w") as file:
        file.write("h" * 40 + "\n")
    vault.run("provider", "change", "house", "--client-id", "hmac", "--client-secret-file", secret, "--algorithms", "HS256")
    login()

    # Not reachable any more: refused by the address rules, then gone. Links, and the end of them.
    def test_fails():
        command = [vault.daemon, "provider", "test", "house", "--data-dir", vault.directory, "--passphrase-file", vault.passphrase]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 1, done
        return done.stderr

    vault.run("settings", "set", "outbound.networks=")
    assert "outbound_address_refused" in test_fails()
    vault.run("settings", "set", "outbound.networks=127.0.0.0/8")
    links = api("/api/outside-links?provider=" + provider_id, *as_admin)[1]
    assert links["page"]["total"] == 3, links
    vault.run("provider", "unlink", links["data"][0]["id"])
    node.kill()
    node.wait()
    assert "outbound_unreachable" in test_fails()
    restarted = vault.url
    vault.stop()
    vault.serve()  # another port, and nothing kept in memory: the description must be fetched
    assert restarted != vault.url
    status, _, content = Browser(vault, "gone").get(vault.url + "/auth/house")
    assert (status, json.loads(content)["code"]) == (503, "provider_unavailable"), content
    print("outside logins: all as expected")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
