#pragma once

#include "backend/base/encoding.h"
#include "backend/crypto/mac.h"
#include "backend/identity/signed_requests/signed_requests.h"
#include "tests/identity/keys_fixture.h"

#include <QTemporaryDir>

#include <array>

namespace sallyport::test {

inline std::int64_t secondsOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

/// A vault with a key that signs and a nonce store of a size that a test chooses.
struct Signing : Keys {
    explicit Signing(std::size_t capacity = 100, std::size_t perKey = 100, bool used = false)
    {
        NewApiKey wanted = named("signs", {"users:read"});
        wanted.signing = true;
        key = require(keys().create(edActor, std::move(wanted)));
        nonces = require(NonceStore::open(directory.filePath(QStringLiteral("nonces")).toStdString(),
                                          SecretBytes(Bytes(32, std::byte{5})), clock, {capacity, perKey, "boot", used}));
        signedRequests = require(SignedRequests::create(keys(), *nonces, *settings, clock));
    }

    /// Sends GET /api/signed with the guide's headers.
    SignedVerdict send(const std::string& nonce, std::int64_t off = 0, std::string_view shown = {}, std::string_view secret = {},
                       const IpAddress& from = here)
    {
        const std::string time = std::to_string(secondsOf(clock.now()) + off);
        const std::string text = "GET\n/api/signed\n" + time + "\n" + nonce + "\n";
        const std::string_view with = secret.empty() ? key.signingSecret.view() : secret;
        const std::string signature = toHex(*crypto::hmacSha256(asBytes(with), asBytes(text)));
        const std::array<MessageField, 4> fields{{{"X-API-Key", shown.empty() ? std::string_view(key.key.prefix) : shown},
                                                  {"X-Timestamp", time},
                                                  {"X-Nonce", nonce},
                                                  {"X-Signature", signature}}};
        return signedRequests->authenticate({"GET", "/api/signed", "/api/signed", "", "localhost", fields, ""}, from);
    }
    /// The same as RFC 9421 wants it; `shown` is the keyid.
    SignedVerdict sendRfc(const std::string& nonce, std::string_view shown, std::string_view secret, const IpAddress& from = here)
    {
        const std::string parameters =
            "(\"@method\" \"@authority\" \"@request-target\");created=" + std::to_string(secondsOf(clock.now())) + ";keyid=\"" +
            std::string(shown) + "\";nonce=\"" + nonce + "\"";
        const std::string base = "\"@method\": GET\n\"@authority\": localhost\n\"@request-target\": /api/signed\n"
                                 "\"@signature-params\": " +
                                 parameters;
        const std::string input = "sig1=" + parameters;
        const std::string signature = "sig1=:" + toBase64(*crypto::hmacSha256(asBytes(secret), asBytes(base))) + ":";
        const std::array<MessageField, 2> fields{{{"Signature-Input", input}, {"Signature", signature}}};
        return signedRequests->authenticate({"GET", "/api/signed", "/api/signed", "", "localhost", fields, ""}, from);
    }
    static std::string word(const SignedVerdict& verdict) { return verdict.principal ? "ok" : verdict.refusal->recordedWord; }
    std::int64_t uses() { return require(keys().read(edActor, key.key.id)).useCount; }

    QTemporaryDir directory;
    IssuedKey key;
    std::unique_ptr<NonceStore> nonces;
    std::unique_ptr<SignedRequests> signedRequests;
};

} // namespace sallyport::test
