#pragma once

#include "backend/audit/event_kinds.h"
#include "backend/base/encoding.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/mac.h"
#include "tests/api/support/test_server.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::test {

inline std::int64_t secondsOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

/// A request and what it is signed as; a test bends one or the other.
struct Ask {
    std::string method = "GET";
    std::string target = "/api/signed";
    std::string body{};
    std::string nonce = "n1";
    std::int64_t off = 0; ///< seconds from the server's clock
};

/// A server and a client that knows a signing secret. The canonical strings are written here, not by the code under test.
struct Signer {
    explicit Signer(std::vector<std::string> scopes = {"users:read"}, bool signing = true)
    {
        owner = server.addUser("owner@sallyport.example", "admin");
        key = make(std::move(scopes), signing);
        client = std::make_unique<HttpsClient>(server.port());
    }

    identity::IssuedKey make(std::vector<std::string> scopes, bool signing, std::optional<settings::RateLimit> rate = {})
    {
        identity::NewApiKey wanted;
        wanted.rate = rate;
        wanted.name = "CI";
        wanted.owner = owner;
        wanted.scopes = std::move(scopes);
        wanted.signing = signing;
        auto issued = server.services().apiKeys.create(TestServer::system(), std::move(wanted));
        if (!issued)
            qFatal("%s", issued.error().detail.c_str());
        return std::move(*issued);
    }

    static std::string macHex(std::string_view secret, std::string_view text)
    {
        return toHex(*crypto::hmacSha256(asBytes(secret), asBytes(text)));
    }
    std::string now(std::int64_t off = 0) { return std::to_string(secondsOf(server.clock().now()) + off); }

    /// api.md's headers.
    Headers guide(const Ask& ask, std::string_view secret = {})
    {
        const std::string time = now(ask.off);
        const std::string hash = ask.body.empty() ? "" : toHex(crypto::sha256(asBytes(ask.body)));
        const std::string text = ask.method + "\n" + ask.target + "\n" + time + "\n" + ask.nonce + "\n" + hash;
        return {{"X-API-Key", key.key.prefix},
                {"X-Timestamp", time},
                {"X-Nonce", ask.nonce},
                {"X-Signature", macHex(secret.empty() ? key.signingSecret.view() : secret, text)}};
    }

    /// RFC 9421 with everything covered that we ask for, but `without`.
    Headers rfc9421(const Ask& ask, const std::string& without = {}, const std::string& more = {})
    {
        const std::size_t split = std::min(ask.target.find('?'), ask.target.size());
        const std::string digest = "sha-256=:" + toBase64(crypto::sha256(asBytes(ask.body))) + ":";
        std::vector<std::pair<std::string, std::string>> components{
            {"@method", ask.method},
            {"@authority", authority()},
            {"@path", ask.target.substr(0, split)},
            {"@query", split == ask.target.size() ? std::string("?") : ask.target.substr(split)}};
        if (!ask.body.empty())
            components.emplace_back("content-digest", digest);
        std::string base, list;
        for (const auto& [name, value] : components) {
            if (name == without)
                continue;
            base += "\"" + name + "\": " + value + "\n";
            list += (list.empty() ? "\"" : " \"") + name + "\"";
        }
        const std::string parameters =
            "(" + list + ");created=" + now(ask.off) + ";keyid=\"" + key.key.prefix + "\";nonce=\"" + ask.nonce + "\"" + more;
        base += "\"@signature-params\": " + parameters;
        const Bytes mac = *fromHex(macHex(key.signingSecret.view(), base));
        Headers headers{{"Signature-Input", "sig1=" + parameters}, {"Signature", "sig1=:" + toBase64(mac) + ":"}};
        if (!ask.body.empty())
            headers.emplace_back("Content-Digest", digest);
        return headers;
    }
    /// As HttpsClient sends it.
    static std::string authority() { return "localhost"; }

    Reply send(const Ask& ask, Headers headers)
    {
        if (!ask.body.empty())
            headers = TestServer::jsonAnd(std::move(headers));
        return client->send(ask.method, ask.target, headers, ask.body);
    }
    std::string reason() { return server.events(std::string(audit::kind::keyRefused)).front().reason; }
    void reconnect() { client = std::make_unique<HttpsClient>(server.port()); }

    TestServer server;
    UserId owner;
    identity::IssuedKey key;
    std::unique_ptr<HttpsClient> client;
};

} // namespace sallyport::test
