"""Tokens that npm's jose forges from a real one: every one of them is refused, and the real one still works."""
import json
import os
import subprocess
import sys

from vault import ADMIN, PASSWORD, Vault, need, npm

FORGE = """
import * as jose from 'jose';
const [token, jwksText] = process.argv.slice(2);
const [head, body, signature] = token.split('.');
const header = jose.decodeProtectedHeader(token);
const claims = jose.decodeJwt(token);
const jwk = JSON.parse(jwksText).keys.find(key => key.kid === header.kid);
const publicKey = await jose.importJWK(jwk, 'ES256');
const forged = {};

// Who signs with what everybody knows.
forged['alg none'] = new jose.UnsecuredJWT(claims).encode();
for (const alg of ['none', 'None', 'nOnE', ''])
    forged[`alg "${alg}", own header`] = [jose.base64url.encode(JSON.stringify({ ...header, alg })), body, ''].join('.');
const bytes = text => new TextEncoder().encode(text);
const spki = await jose.exportSPKI(publicKey);
const known = { 'SPKI PEM': bytes(spki), 'JWK': bytes(JSON.stringify(jwk)), 'JWKS': bytes(jwksText),
                'x and y': new Uint8Array([...jose.base64url.decode(jwk.x), ...jose.base64url.decode(jwk.y)]) };
for (const [name, secret] of Object.entries(known))
    for (const alg of ['HS256', 'HS384', 'HS512'])
        forged[`${alg} with the public key as ${name}`] = await new jose.SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(secret);

// Who brings a key along.
const own = {};
for (const alg of ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'])
    own[alg] = await jose.generateKeyPair(alg, { extractable: true });
const ownJwk = await jose.exportJWK(own.ES256.publicKey);
const sign = (changes, alg = 'ES256') => new jose.SignJWT(claims).setProtectedHeader({ ...header, alg, ...changes }).sign(own[alg].privateKey);
for (const alg of Object.keys(own))
    forged[`${alg} of an own key under our kid`] = await sign({}, alg);
forged['own key in jwk'] = await sign({ jwk: ownJwk });
forged['own key in jwk, its own kid'] = await sign({ jwk: ownJwk, kid: await jose.calculateJwkThumbprint(ownJwk) });
forged['own key behind jku'] = await sign({ jku: 'https://127.0.0.1:1/jwks.json' });
forged['own key behind x5u'] = await sign({ x5u: 'https://127.0.0.1:1/chain.pem' });
for (const kid of ['../../../dev/null', '/dev/null', "' OR 1=1 --", '', 'a'.repeat(1000)])
    forged[`kid ${kid.slice(0, 20)}`] = await sign({ kid });

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
forged['a part more'] = token + '.' + signature;
forged['a part less'] = [head, body].join('.');
forged['as JWE'] = await new jose.EncryptJWT(claims).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: header.kid, typ: 'at+jwt' })
    .encrypt(new Uint8Array(32));
console.log(JSON.stringify(forged));
"""


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
        token = json.loads(curl("/api/auth/login", "-H", "Content-Type: application/json", "-d", body)[1])["token"]
        jwks = curl("/.well-known/jwks.json")[1]
        script = os.path.join(place, "forge.mjs")
        with open(script, "w") as file:
            file.write(FORGE)
        forged = json.loads(subprocess.run(["node", script, token, jwks], check=True, capture_output=True, text=True, cwd=place).stdout)
        assert len(forged) > 45, len(forged)
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
        print("%d forged tokens refused" % len(forged))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
