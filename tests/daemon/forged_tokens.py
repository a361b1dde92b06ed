"""Tokens that npm's jose forges from a real one: every one of them is refused, and the real one still works. Once for each
algorithm that we sign with; the change is made beside the running server."""
import base64
import json
import os
import subprocess
import sys
import time

from vault import ADMIN, PASSWORD, Vault, need, npm

FORGE = """
import * as jose from 'jose';
const [token, jwksText] = process.argv.slice(2);
const [head, body, signature] = token.split('.');
const header = jose.decodeProtectedHeader(token);
const claims = jose.decodeJwt(token);
const jwk = JSON.parse(jwksText).keys.find(key => key.kid === header.kid);
const publicKey = await jose.importJWK(jwk);
await jose.jwtVerify(token, jose.createLocalJWKSet(JSON.parse(jwksText)), { algorithms: [header.alg], typ: 'at+jwt', audience: 'sallyport-api' });
const others = JSON.parse(jwksText).keys.filter(key => key.kid !== header.kid);
const forged = {};

// Who signs with what everybody knows.
forged['alg none'] = new jose.UnsecuredJWT(claims).encode();
for (const alg of ['none', 'None', 'nOnE', ''])
    forged[`alg "${alg}", own header`] = [jose.base64url.encode(JSON.stringify({ ...header, alg })), body, ''].join('.');
const bytes = text => new TextEncoder().encode(text);
const spki = await jose.exportSPKI(publicKey);
const known = { 'SPKI PEM': bytes(spki), 'JWK': bytes(JSON.stringify(jwk)), 'JWKS': bytes(jwksText),
                'its bytes': new Uint8Array([...jose.base64url.decode(jwk.x), ...jose.base64url.decode(jwk.y ?? '')]) };
for (const [name, secret] of Object.entries(known))
    for (const alg of ['HS256', 'HS384', 'HS512'])
        forged[`${alg} with the public key as ${name}`] = await new jose.SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(secret);

// Who brings a key along.
const own = {};
for (const alg of ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'])
    own[alg] = await jose.generateKeyPair(alg, { extractable: true });
const ownJwk = await jose.exportJWK(own[header.alg].publicKey);
const sign = (changes, alg = header.alg) => new jose.SignJWT(claims).setProtectedHeader({ ...header, alg, ...changes }).sign(own[alg].privateKey);
for (const alg of Object.keys(own))
    forged[`${alg} of an own key under our kid`] = await sign({}, alg);
forged['own key in jwk'] = await sign({ jwk: ownJwk });
forged['own key in jwk, its own kid'] = await sign({ jwk: ownJwk, kid: await jose.calculateJwkThumbprint(ownJwk) });
forged['own key behind jku'] = await sign({ jku: 'https://127.0.0.1:1/jwks.json' });
forged['own key behind x5u'] = await sign({ x5u: 'https://127.0.0.1:1/chain.pem' });
for (const kid of ['../../../dev/null', '/dev/null', "' OR 1=1 --", '', 'a'.repeat(1000)])
    forged[`kid ${kid.slice(0, 20)}`] = await sign({ kid });

// Who gives a good signature another name.
for (const alg of ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'eddsa', 'es256', 'HS256'].filter(alg => alg !== header.alg))
    forged[`alg renamed to ${alg}`] = [jose.base64url.encode(JSON.stringify({ ...header, alg })), body, signature].join('.');
for (const { kid, alg } of others) {
    forged[`kid of the retired ${alg} key`] = [jose.base64url.encode(JSON.stringify({ ...header, kid })), body, signature].join('.');
    forged[`kid and alg of the retired ${alg} key`] = [jose.base64url.encode(JSON.stringify({ ...header, kid, alg })), body, signature].join('.');
    forged[`own ${alg} key under the retired kid`] = await sign({ kid }, alg);
}

// Who changes what is signed, or how it is written.
const changed = (part, edit) => {
    const object = JSON.parse(new TextDecoder().decode(jose.base64url.decode(part)));
    return jose.base64url.encode(JSON.stringify(edit(object)));
};
forged['another subject'] = [head, changed(body, c => ({ ...c, sub: 'x' })), signature].join('.');
forged['a later end'] = [head, changed(body, c => ({ ...c, exp: c.exp + 3600 })), signature].join('.');
forged['another session'] = [head, changed(body, c => ({ ...c, sid: 'x' })), signature].join('.');
forged['typ JWT'] = [changed(head, h => ({ ...h, typ: 'JWT' })), body, signature].join('.');
forged['b64 false'] = [changed(head, h => ({ ...h, b64: false, crit: ['b64'] })), body, signature].join('.');
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const last = alphabet.indexOf(signature.at(-1));
forged['signature with loose bits'] = [head, body, signature.slice(0, -1) + alphabet[last ^ 1]].join('.');
forged['signature in the other alphabet'] = [head, body, signature.replaceAll('-', '+').replaceAll('_', '/') + '+'].join('.');
forged['padded'] = token + '==';
forged['an empty signature'] = [head, body, ''].join('.');
forged['a signature of zeros'] = [head, body, jose.base64url.encode(new Uint8Array(64))].join('.');
forged['a DER signature'] = [head, body, jose.base64url.encode(new Uint8Array([0x30, 0x06, 2, 1, 1, 2, 1, 1]))].join('.');
if (header.alg === 'EdDSA') { // s + L fits the same equation
    const sum = jose.base64url.decode(signature);
    const order = Uint8Array.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010'.match(/../g), hex => parseInt(hex, 16));
    for (let i = 0, carry = 0; i < 32; ++i) {
        carry += sum[32 + i] + order[i];
        sum[32 + i] = carry & 255;
        carry >>= 8;
    }
    forged['s + L'] = [head, body, jose.base64url.encode(sum)].join('.');
}
for (const size of [32, 63, 65])
    forged[`a signature of ${size} bytes`] = [head, body, jose.base64url.encode(new Uint8Array([...jose.base64url.decode(signature), 0]).slice(0, size))].join('.');
forged['a part more'] = token + '.' + signature;
forged['a part less'] = [head, body].join('.');
forged['as JWE'] = await new jose.EncryptJWT(claims).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: header.kid, typ: 'at+jwt' })
    .encrypt(new Uint8Array(32));
console.log(JSON.stringify(forged));
"""


def algorithm_of(token):
    head = token.split(".")[0]
    return json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))["alg"]


def main(daemon, build):
    need("curl")
    place = os.path.abspath(npm(build, "jose"))
    with Vault(daemon) as vault:
        vault.serve()

        def curl(path, *extra):
            command = ["curl", "-sS", "--cacert", vault.certificate, "-w", "\n%{http_code}", vault.url + path, *extra]
            content, status = subprocess.run(command, check=True, capture_output=True, text=True).stdout.rsplit("\n", 1)
            return int(status), content

        def protected(token):
            return curl("/api/protected", "-H", "Authorization: Bearer " + token)

        body = json.dumps({"email": ADMIN, "password": PASSWORD})

        def sign_in():
            return json.loads(curl("/api/auth/login", "-H", "Content-Type: application/json", "-d", body)[1])["token"]

        script = os.path.join(place, "forge.mjs")
        with open(script, "w") as file:
            file.write(FORGE)

        def refuse_all(token):
            jwks = curl("/.well-known/jwks.json")[1]
            forged = json.loads(subprocess.run(["node", script, token, jwks], check=True, capture_output=True, text=True, cwd=place).stdout)
            assert len(forged) >= 55, len(forged)
            assert protected(token)[0] == 200
            let_in = []
            for name, text in forged.items():
                status, content = protected(text)
                if status != 401 or json.loads(content)["code"] not in ("token_invalid", "credential_malformed"):
                    let_in.append((name, status, content[:200]))
                status, content = curl("/oauth/introspect", "-H", "Authorization: Bearer " + token, "--data-urlencode", "token=" + text)
                if status != 200 or json.loads(content) != {"active": False}:
                    let_in.append((name, "introspect", status, content[:200]))
            assert not let_in, let_in
            assert protected(token)[0] == 200
            status, content = curl("/oauth/introspect", "-H", "Authorization: Bearer " + token, "-d", "token=" + token)
            assert status == 200 and json.loads(content)["active"] is True, content
            return len(forged)

        es256 = sign_in()
        assert algorithm_of(es256) == "ES256"
        count = refuse_all(es256)
        # Beside the running server, which is told; then with the server stopped.
        assert vault.run("settings", "set", "tokens.algorithm=EdDSA") == "tokens.algorithm=EdDSA\n"
        deadline = time.monotonic() + 30
        while json.loads(curl("/.well-known/jwks.json")[1])["keys"][0]["alg"] != "EdDSA":
            assert time.monotonic() < deadline, "the running server has not seen the change"
        eddsa = sign_in()
        assert algorithm_of(eddsa) == "EdDSA"
        assert protected(es256)[0] == 200, "the retired key verifies"
        count += refuse_all(eddsa)
        keys = [line.split("\t") for line in vault.run("token", "keys").splitlines()]
        assert [key[1] for key in keys] == ["EdDSA", "ES256"] and keys[0][3] == "signs", keys
        vault.stop()
        vault.run("settings", "set", "tokens.algorithm=ES256")
        assert [line.split("\t")[1] for line in vault.run("token", "keys").splitlines()] == ["ES256", "EdDSA", "ES256"]
        vault.serve()
        assert algorithm_of(sign_in()) == "ES256"
        print("%d forged tokens refused" % count)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
