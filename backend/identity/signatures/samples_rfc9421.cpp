#include "backend/identity/signatures/sample_text.h"

#include <algorithm>

namespace sallyport::identity::samples {

namespace {

// One program a language; what differs between the algorithms is @SIGN@ and what it needs.

constexpr std::string_view shellSample = R"--(#!/bin/bash
# Needs curl and openssl, and @NEEDS@.
set -euo pipefail
key=@KEY@
target=@TARGET@
path=${target%%\?*}
query=?
if [ "$path" != "$target" ]; then query="?${target#*\?}"; fi
@SIGN@
parts='"@method" "@authority" "@path" "@query"'
base=$(printf '"@method": %s\n"@authority": %s\n"@path": %s\n"@query": %s' @METHOD@ @AUTHORITY@ "$path" "$query")
digest=()
@BODY@parameters="($parts);created=$(date +%s);keyid=\"$key\";nonce=\"$(openssl rand -hex 16)\";alg=\"@ALG@\""
base="$base"$'\n'"\"@signature-params\": $parameters"
signature=$(sign "$base" | openssl base64 -A)
curl -sS@CERTIFICATE@ -X @METHOD@ -H "Signature-Input: sig1=$parameters" -H "Signature: sig1=:$signature:" \
    "${digest[@]}"@SEND@ @URL@"$target"
)--";

constexpr std::string_view shellHmac =
    R"--(sign() { printf %s "$1" | openssl dgst -sha256 -binary -hmac "$SALLYPORT_SECRET"; })--";

constexpr std::string_view shellEd25519 = R"--(text=$(mktemp)
trap 'rm -f "$text"' EXIT
sign() {
    printf %s "$1" >"$text"
    openssl pkeyutl -sign -rawin -inkey "$SALLYPORT_PRIVATE_KEY" -in "$text"
})--";

constexpr std::string_view shellEcdsa = R"--(# openssl writes r and s as DER; what is sent is 32 bytes each.
sign() {
    printf %s "$1" | openssl dgst -sha256 -sign "$SALLYPORT_PRIVATE_KEY" | openssl asn1parse -inform DER |
        sed -n 's/.*INTEGER *://p' | while read -r number; do
            printf "$(printf '%64s' "$number" | tr ' ' 0 | sed 's/../\\x&/g')"
        done
})--";

constexpr std::string_view pythonSample = R"--(# Needs @NEEDS@.
import base64, hashlib, os, secrets, ssl, time, urllib.request
@IMPORT@
key = @KEY@
method, authority, target = @METHOD@, @AUTHORITY@, @TARGET@
body = @BODY@
path, _, query = target.partition("?")

@SIGN@

covered = {"@method": method, "@authority": authority, "@path": path, "@query": "?" + query}
headers = {}
if body:
    headers["Content-Type"] = "application/json"
    digest = "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"
    headers["Content-Digest"] = covered["content-digest"] = digest
parts = " ".join('"%s"' % name for name in covered)
parameters = '(%s);created=%d;keyid="%s";nonce="%s";alg="@ALG@"' % (parts, time.time(), key, secrets.token_hex(16))
lines = ['"%s": %s' % part for part in covered.items()] + ['"@signature-params": ' + parameters]
headers["Signature-Input"] = "sig1=" + parameters
headers["Signature"] = "sig1=:" + base64.b64encode(sign("\n".join(lines).encode())).decode() + ":"
request = urllib.request.Request(@URL@ + target, body or None, headers, method=method)
print(urllib.request.urlopen(request, context=ssl.create_default_context(cafile=@CERTIFICATE@)).read().decode())
)--";

constexpr std::string_view pythonHmac = R"--(def sign(text):
    return hmac.new(os.environ["SALLYPORT_SECRET"].encode(), text, "sha256").digest())--";

constexpr std::string_view pythonEd25519 = R"--(def sign(text):
    with tempfile.NamedTemporaryFile() as file:
        file.write(text)
        file.flush()
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", os.environ["SALLYPORT_PRIVATE_KEY"], "-in", file.name]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)--";

constexpr std::string_view pythonEcdsa = R"--(def sign(text):
    command = ["openssl", "dgst", "-sha256", "-sign", os.environ["SALLYPORT_PRIVATE_KEY"]]
    der = subprocess.run(command, check=True, input=text, stdout=subprocess.PIPE).stdout
    # openssl writes r and s as DER; what is sent is 32 bytes each.
    r, s = der[4:4 + der[3]], der[6 + der[3]:]
    return r[-32:].rjust(32, b"\0") + s[-32:].rjust(32, b"\0"))--";

constexpr std::string_view javaScriptSample = R"--(// Needs Node.js, and @NEEDS@. Save it as signed.mjs.
import { @IMPORT@ } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';

const key = @KEY@;
const [method, authority, target] = [@METHOD@, @AUTHORITY@, @TARGET@];
const body = @BODY@;
const mark = target.includes('?') ? target.indexOf('?') : target.length;
@SIGN@
const covered = { '@method': method, '@authority': authority, '@path': target.slice(0, mark), '@query': '?' + target.slice(mark + 1) };
const headers = {};
if (body.length) {
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    Object.assign(headers, { 'Content-Type': 'application/json', 'Content-Length': body.length, 'Content-Digest': digest });
    covered['content-digest'] = digest;
}
const parts = Object.keys(covered).map((name) => `"${name}"`).join(' ');
const created = Math.floor(Date.now() / 1000);
const parameters = `(${parts});created=${created};keyid="${key}";nonce="${randomBytes(16).toString('hex')}";alg="@ALG@"`;
const lines = [...Object.entries(covered).map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${parameters}`];
headers['Signature-Input'] = `sig1=${parameters}`;
headers.Signature = `sig1=:${signed(Buffer.from(lines.join('\n'))).toString('base64')}:`;
const certificate = @CERTIFICATE@;
// Not as one URL: its parser writes some characters differently from what was signed.
const { hostname, port } = new URL(@URL@);
request({ hostname, port, path: target, method, headers, ca: certificate && readFileSync(certificate) },
        (answer) => answer.pipe(process.stdout)).end(body);
)--";

constexpr std::string_view javaScriptHmac =
    R"--(const signed = (text) => createHmac('sha256', process.env.SALLYPORT_SECRET).update(text).digest();)--";

constexpr std::string_view javaScriptEd25519 =
    R"--(const signed = (text) => sign(null, text, readFileSync(process.env.SALLYPORT_PRIVATE_KEY));)--";

constexpr std::string_view javaScriptEcdsa =
    R"--(// ieee-p1363: r and s with 32 bytes each, not as DER.
const signed = (text) => sign('sha256', text, { key: readFileSync(process.env.SALLYPORT_PRIVATE_KEY), dsaEncoding: 'ieee-p1363' });)--";

constexpr std::string_view cppSample = R"--(// g++ -std=c++20 signed.cpp -lcrypto -o signed
// Needs @NEEDS@. It prints the headers:
// ./signed | curl -sS@CERTIFICATE@ -H @- -X @METHODWORD@@SEND@ @URLWORD@
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using Octets = std::vector<unsigned char>;

static const unsigned char* octets(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

static std::string base64(const Octets& bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    text.resize(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(), static_cast<int>(bytes.size())));
    return text;
}

@SIGN@

int main()
{
    const std::string key = @KEY@, method = @METHOD@, authority = @AUTHORITY@;
    const std::string target = @TARGET@;
    const std::string body = @BODY@;
    unsigned char random[16], hash[32];
    if (RAND_bytes(random, sizeof random) != 1)
        return 1;
    const std::size_t mark = target.find('?');
    const std::string query = mark == target.npos ? "" : target.substr(mark + 1);
    std::string parts = "\"@method\" \"@authority\" \"@path\" \"@query\"";
    std::string text = "\"@method\": " + method + "\n\"@authority\": " + authority + "\n\"@path\": " + target.substr(0, mark) +
                       "\n\"@query\": ?" + query + "\n";
    if (!body.empty()) {
        EVP_Digest(body.data(), body.size(), hash, nullptr, EVP_sha256(), nullptr);
        const std::string digest = "sha-256=:" + base64({hash, hash + sizeof hash}) + ":";
        parts += " \"content-digest\"";
        text += "\"content-digest\": " + digest + "\n";
        std::printf("Content-Digest: %s\n", digest.c_str());
    }
    const std::string nonce = base64({random, random + sizeof random});
    const std::string parameters = "(" + parts + ");created=" + std::to_string(std::time(nullptr)) + ";keyid=\"" + key +
                                   "\";nonce=\"" + nonce + "\";alg=\"@ALG@\"";
    text += "\"@signature-params\": " + parameters;
    const Octets signature = sign(text);
    if (signature.empty())
        return 1;
    std::printf("Signature-Input: sig1=%s\nSignature: sig1=:%s:\n", parameters.c_str(), base64(signature).c_str());
}
)--";

constexpr std::string_view cppHmac = R"--(static Octets sign(const std::string& text)
{
    const char* secret = std::getenv("SALLYPORT_SECRET");
    unsigned char mac[32];
    unsigned size = 0;
    if (secret == nullptr ||
        HMAC(EVP_sha256(), secret, static_cast<int>(std::string(secret).size()), octets(text), text.size(), mac, &size) == nullptr)
        return {};
    return {mac, mac + size};
})--";

/// @DIGEST@ and what is done with the signature differ.
constexpr std::string_view cppKeyPair = R"--(static Octets sign(const std::string& text)
{
    const char* name = std::getenv("SALLYPORT_PRIVATE_KEY");
    std::FILE* file = name == nullptr ? nullptr : std::fopen(name, "r");
    EVP_PKEY* key = file == nullptr ? nullptr : PEM_read_PrivateKey(file, nullptr, nullptr, nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    unsigned char bytes[128];
    std::size_t size = sizeof bytes;
    Octets signature;
    if (key != nullptr && EVP_DigestSignInit(context, nullptr, @DIGEST@, nullptr, key) == 1 &&
        EVP_DigestSign(context, bytes, &size, octets(text), text.size()) == 1)
        @TAKE@
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    if (file != nullptr)
        std::fclose(file);
    return signature;
})--";

constexpr std::string_view cppRaw = R"--(/// OpenSSL writes r and s as DER; what is sent is 32 bytes each.
static Octets raw(const unsigned char* der, std::size_t size)
{
    ECDSA_SIG* parts = d2i_ECDSA_SIG(nullptr, &der, static_cast<long>(size));
    unsigned char bytes[64] = {};
    if (parts == nullptr)
        return {};
    BN_bn2binpad(ECDSA_SIG_get0_r(parts), bytes, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(parts), bytes + 32, 32);
    ECDSA_SIG_free(parts);
    return {bytes, bytes + sizeof bytes};
}

)--";

/// `@authority` of RFC 9421 §2.2.3: in lower case, without the scheme's own port.
std::string authorityOf(std::string_view url)
{
    constexpr std::string_view scheme = "https://", port = ":443";
    if (url.starts_with(scheme))
        url.remove_prefix(scheme.size());
    url = url.substr(0, url.find('/'));
    if (url.ends_with(port))
        url.remove_suffix(port.size());
    std::string authority(url);
    std::ranges::transform(authority, authority.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return authority;
}

std::string algorithmOf(const SampleRequest& request)
{
    switch (request.signature) {
    case SampleSignature::Ed25519: return "ed25519";
    case SampleSignature::EcdsaP256Sha256: return "ecdsa-p256-sha256";
    case SampleSignature::Guide:
    case SampleSignature::HmacSha256: break;
    }
    return "hmac-sha256";
}

std::string needs(const SampleRequest& request)
{
    return request.signature == SampleSignature::HmacSha256 ? "the signing secret in SALLYPORT_SECRET"
                                                            : "the private key's PEM file, named in SALLYPORT_PRIVATE_KEY";
}

std::string oneOf(const SampleRequest& request, std::string_view hmac, std::string_view ed25519, std::string_view ecdsa)
{
    return std::string(request.signature == SampleSignature::Ed25519           ? ed25519
                       : request.signature == SampleSignature::EcdsaP256Sha256 ? ecdsa
                                                                               : hmac);
}

std::string shell(const SampleRequest& request)
{
    std::string body, send;
    if (!request.body.empty()) {
        const bool inFile = !isText(request.body);
        body = inFile ? std::string() : "body=" + shellQuoted(request.body) + "\n";
        body += inFile ? "hash=$(openssl dgst -sha256 -binary body.bin | openssl base64 -A)\n"
                       : "hash=$(printf %s \"$body\" | openssl dgst -sha256 -binary | openssl base64 -A)\n";
        body += "parts=\"$parts \\\"content-digest\\\"\"\n"
                "base=\"$base\"$'\\n'\"\\\"content-digest\\\": sha-256=:$hash:\"\n"
                "digest=(-H \"Content-Digest: sha-256=:$hash:\")\n";
        send = std::string(" -H 'Content-Type: application/json' --data-") + (inFile ? "binary @body.bin" : "raw \"$body\"");
    }
    return filled(shellSample, {{"NEEDS", needs(request)},
                                {"SIGN", oneOf(request, shellHmac, shellEd25519, shellEcdsa)},
                                {"ALG", algorithmOf(request)},
                                {"KEY", shellQuoted(request.keyPrefix)},
                                {"TARGET", shellQuoted(request.target)},
                                {"BODY", body},
                                {"METHOD", shellQuoted(request.method)},
                                {"AUTHORITY", shellQuoted(authorityOf(request.url))},
                                {"SEND", send},
                                {"URL", shellQuoted(request.url)},
                                {"CERTIFICATE", certificateOption(request)}});
}

std::string script(const SampleRequest& request, bool python)
{
    const auto text = [](const std::string& value) { return quoted(value, Escape::Unicode); };
    const std::string sign = python ? oneOf(request, pythonHmac, pythonEd25519, pythonEcdsa)
                                    : oneOf(request, javaScriptHmac, javaScriptEd25519, javaScriptEcdsa);
    const std::string import = python ? oneOf(request, "import hmac\n", "import subprocess, tempfile\n", "import subprocess\n")
                                      : oneOf(request, "createHash, createHmac, randomBytes", "createHash, randomBytes, sign",
                                              "createHash, randomBytes, sign");
    std::string needed = needs(request);
    if (python)
        needed =
            (request.signature == SampleSignature::HmacSha256 ? "nothing but Python 3, and " : "Python 3 and openssl, and ") +
            needed;
    return filled(python ? pythonSample : javaScriptSample, {{"NEEDS", needed},
                                                             {"IMPORT", import},
                                                             {"SIGN", sign},
                                                             {"ALG", algorithmOf(request)},
                                                             {"KEY", text(request.keyPrefix)},
                                                             {"METHOD", text(request.method)},
                                                             {"AUTHORITY", text(authorityOf(request.url))},
                                                             {"TARGET", text(request.target)},
                                                             {"BODY", scriptBody(request, python)},
                                                             {"URL", text(request.url)},
                                                             {"CERTIFICATE", scriptCertificate(request, python)}});
}

std::string cpp(const SampleRequest& request)
{
    const auto text = [](const std::string& value) { return quoted(value, Escape::Octal); };
    const bool ecdsa = request.signature == SampleSignature::EcdsaP256Sha256;
    std::string sign(cppHmac);
    if (request.signature != SampleSignature::HmacSha256)
        sign = (ecdsa ? std::string(cppRaw) : std::string()) +
               filled(cppKeyPair, {{"DIGEST", ecdsa ? "EVP_sha256()" : "nullptr"},
                                   {"TAKE", ecdsa ? "signature = raw(bytes, size);" : "signature.assign(bytes, bytes + size);"}});
    return filled(cppSample,
                  {{"NEEDS", needs(request)},
                   {"SIGN", sign},
                   {"ALG", algorithmOf(request)},
                   {"KEY", text(request.keyPrefix)},
                   {"METHOD", text(request.method)},
                   {"AUTHORITY", text(authorityOf(request.url))},
                   {"TARGET", text(request.target)},
                   {"BODY", cppBody(request)},
                   {"METHODWORD", commentWord(request.method)},
                   {"SEND", commentSend(request)},
                   {"URLWORD", commentWord(request.url + request.target)},
                   {"CERTIFICATE", request.certificate.empty() ? "" : " --cacert " + commentWord(request.certificate)}});
}

} // namespace

std::string rfc9421Sample(SampleLanguage language, const SampleRequest& request)
{
    switch (language) {
    case SampleLanguage::Shell: return shell(request);
    case SampleLanguage::Python: return script(request, true);
    case SampleLanguage::JavaScript: return script(request, false);
    case SampleLanguage::Cpp: return cpp(request);
    }
    return {};
}

} // namespace sallyport::identity::samples
