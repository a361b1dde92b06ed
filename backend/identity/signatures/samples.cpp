#include "backend/identity/signatures/samples.h"

#include "backend/identity/signatures/sample_text.h"

namespace sallyport::identity {

namespace {

using namespace samples;

constexpr std::string_view shellSample = R"(#!/bin/bash
# Needs curl and openssl, and the signing secret in SALLYPORT_SECRET.
set -euo pipefail
key=@KEY@
target=@TARGET@
@BODY@time=$(date +%s)
nonce=$(openssl rand -hex 16)
signature=$(printf '%s\n%s\n%s\n%s\n%s' @METHOD@ "$target" "$time" "$nonce" "$hash" |
    openssl dgst -sha256 -r -hmac "$SALLYPORT_SECRET" | cut -d' ' -f1)
curl -sS@CERTIFICATE@ -X @METHOD@ -H "X-API-Key: $key" -H "X-Timestamp: $time" -H "X-Nonce: $nonce" \
    -H "X-Signature: $signature"@SEND@ @URL@"$target"
)";

constexpr std::string_view pythonSample = R"(# Needs nothing but Python 3, and the signing secret in SALLYPORT_SECRET.
import hashlib, hmac, os, secrets, ssl, time, urllib.request

key = @KEY@
method, target = @METHOD@, @TARGET@
body = @BODY@
stamp, nonce = str(int(time.time())), secrets.token_hex(16)
digest = hashlib.sha256(body).hexdigest() if body else ""
text = "\n".join([method, target, stamp, nonce, digest])
signature = hmac.new(os.environ["SALLYPORT_SECRET"].encode(), text.encode(), "sha256").hexdigest()
headers = {"X-API-Key": key, "X-Timestamp": stamp, "X-Nonce": nonce, "X-Signature": signature}
if body:
    headers["Content-Type"] = "application/json"
request = urllib.request.Request(@URL@ + target, body or None, headers, method=method)
print(urllib.request.urlopen(request, context=ssl.create_default_context(cafile=@CERTIFICATE@)).read().decode())
)";

constexpr std::string_view javaScriptSample =
    R"(// Needs Node.js, and the signing secret in SALLYPORT_SECRET. Save it as signed.mjs.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';

const key = @KEY@;
const [method, target] = [@METHOD@, @TARGET@];
const body = @BODY@;
const stamp = String(Math.floor(Date.now() / 1000));
const nonce = randomBytes(16).toString('hex');
const digest = body.length ? createHash('sha256').update(body).digest('hex') : '';
const text = [method, target, stamp, nonce, digest].join('\n');
const signature = createHmac('sha256', process.env.SALLYPORT_SECRET).update(text).digest('hex');
const headers = { 'X-API-Key': key, 'X-Timestamp': stamp, 'X-Nonce': nonce, 'X-Signature': signature };
if (body.length) Object.assign(headers, { 'Content-Type': 'application/json', 'Content-Length': body.length });
const certificate = @CERTIFICATE@;
// Not as one URL: its parser writes some characters differently from what was signed.
const { hostname, port } = new URL(@URL@);
request({ hostname, port, path: target, method, headers, ca: certificate && readFileSync(certificate) },
        (answer) => answer.pipe(process.stdout)).end(body);
)";

constexpr std::string_view cppSample = R"(// g++ -std=c++20 signed.cpp -lcrypto -o signed
// The signing secret is taken from SALLYPORT_SECRET. It prints the headers:
// ./signed | curl -sS@CERTIFICATE@ -H @- -X @METHODWORD@@SEND@ @URLWORD@
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

static std::string hex(const unsigned char* bytes, std::size_t size)
{
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", bytes[i]);
        text += digits;
    }
    return text;
}

int main()
{
    const std::string key = @KEY@, method = @METHOD@, target = @TARGET@;
    const std::string body = @BODY@;
    const char* secret = std::getenv("SALLYPORT_SECRET");
    unsigned char random[16], hash[32], mac[32];
    if (secret == nullptr || RAND_bytes(random, sizeof random) != 1)
        return 1;
    const std::string stamp = std::to_string(std::time(nullptr)), nonce = hex(random, sizeof random);
    EVP_Digest(body.data(), body.size(), hash, nullptr, EVP_sha256(), nullptr);
    const std::string text = method + "\n" + target + "\n" + stamp + "\n" + nonce + "\n" + (body.empty() ? "" : hex(hash, 32));
    unsigned length = 0;
    HMAC(EVP_sha256(), secret, static_cast<int>(std::string(secret).size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac, &length);
    std::printf("X-API-Key: %s\nX-Timestamp: %s\nX-Nonce: %s\nX-Signature: %s\n", key.c_str(), stamp.c_str(), nonce.c_str(),
                hex(mac, length).c_str());
}
)";

std::string shell(const SampleRequest& request)
{
    const bool inFile = !isText(request.body);
    std::string body = "hash=\n", send;
    if (inFile) {
        body = "hash=$(openssl dgst -sha256 -r body.bin | cut -d' ' -f1)\n";
        send = " \\\n    -H 'Content-Type: application/json' --data-binary @body.bin";
    } else if (!request.body.empty()) {
        body = "body=" + shellQuoted(request.body) + "\nhash=$(printf %s \"$body\" | openssl dgst -sha256 -r | cut -d' ' -f1)\n";
        send = " \\\n    -H 'Content-Type: application/json' --data-raw \"$body\"";
    }
    return filled(shellSample, {{"KEY", shellQuoted(request.keyPrefix)},
                                {"TARGET", shellQuoted(request.target)},
                                {"BODY", body},
                                {"METHOD", shellQuoted(request.method)},
                                {"SEND", send},
                                {"URL", shellQuoted(request.url)},
                                {"CERTIFICATE", certificateOption(request)}});
}

std::string script(std::string_view sample, const SampleRequest& request, bool python)
{
    const auto text = [](const std::string& value) { return quoted(value, Escape::Unicode); };
    return filled(sample, {{"KEY", text(request.keyPrefix)},
                           {"METHOD", text(request.method)},
                           {"TARGET", text(request.target)},
                           {"BODY", scriptBody(request, python)},
                           {"URL", text(request.url)},
                           {"CERTIFICATE", scriptCertificate(request, python)}});
}

std::string cpp(const SampleRequest& request)
{
    const auto text = [](const std::string& value) { return quoted(value, Escape::Octal); };
    return filled(cppSample,
                  {{"KEY", text(request.keyPrefix)},
                   {"METHOD", text(request.method)},
                   {"TARGET", text(request.target)},
                   {"BODY", cppBody(request)},
                   {"METHODWORD", commentWord(request.method)},
                   {"SEND", commentSend(request)},
                   {"URLWORD", commentWord(request.url + request.target)},
                   {"CERTIFICATE", certificateOption(request).empty() ? "" : " --cacert " + commentWord(request.certificate)}});
}

} // namespace

std::string_view sampleTitle(SampleLanguage language) noexcept
{
    switch (language) {
    case SampleLanguage::Shell: return "curl";
    case SampleLanguage::Python: return "Python";
    case SampleLanguage::JavaScript: return "JavaScript";
    case SampleLanguage::Cpp: return "C++";
    }
    return {};
}

std::optional<SampleSignature> sampleSignature(std::string_view algorithm) noexcept
{
    if (algorithm == "hmac-sha256")
        return SampleSignature::HmacSha256;
    if (algorithm == "ed25519")
        return SampleSignature::Ed25519;
    if (algorithm == "ecdsa-p256-sha256")
        return SampleSignature::EcdsaP256Sha256;
    return std::nullopt;
}

std::string signatureSample(SampleLanguage language, const SampleRequest& request)
{
    if (request.signature != SampleSignature::Guide)
        return samples::rfc9421Sample(language, request);
    switch (language) {
    case SampleLanguage::Shell: return shell(request);
    case SampleLanguage::Python: return script(pythonSample, request, true);
    case SampleLanguage::JavaScript: return script(javaScriptSample, request, false);
    case SampleLanguage::Cpp: return cpp(request);
    }
    return {};
}

} // namespace sallyport::identity
