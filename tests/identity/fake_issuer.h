#pragma once

#include "backend/base/encoding.h"
#include "backend/base/time_format.h"
#include "backend/crypto/mac.h"
#include "backend/crypto/signing_key.h"
#include "backend/identity/openid/authorization.h"
#include "backend/outbound/client.h"

#include <boost/json.hpp>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sallyport::test {

/// An RSA key of OpenSSL's own, to sign with as a provider does.
class RsaSigner {
public:
    explicit RsaSigner(unsigned bits = 2048) : m_key(EVP_RSA_gen(bits), EVP_PKEY_free) {}

    std::string sign(std::string_view data, bool pss) const
    {
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        EVP_PKEY_CTX* keyContext = nullptr;
        EVP_DigestSignInit(context, &keyContext, EVP_sha256(), nullptr, m_key.get());
        if (pss) {
            EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
        }
        std::size_t size = 1024;
        Bytes signature(size);
        EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(data.data()), data.size());
        EVP_MD_CTX_free(context);
        signature.resize(size);
        return toBase64Url(signature);
    }
    boost::json::object jwk(const std::string& kid) const
    {
        return {{"kty", "RSA"}, {"kid", kid}, {"use", "sig"}, {"n", number("n")}, {"e", number("e")}};
    }

private:
    std::string number(const char* name) const
    {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        Bytes bytes(static_cast<std::size_t>(BN_num_bytes(value)));
        BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
        BN_free(value);
        return toBase64Url(bytes);
    }
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

/// A provider behind the door of outbound::Client: answers what a test has set, remembers what it was asked.
class FakeIssuer final : public outbound::Client {
public:
    static constexpr const char* issuer = "https://id.example";

    Result<outbound::Response> send(const outbound::Request& request, const outbound::Policy&) override
    {
        asked.push_back(request.method + " " + request.url);
        if (request.method == "POST")
            form = std::string(request.body.view());
        for (const auto& [name, value] : request.headers)
            if (name == "Authorization")
                authorization = value;
        const auto found = answers.find(request.url);
        if (found == answers.end()) {
            Error error(ErrorCode::Unavailable, "unreachable");
            error.word = outbound::failure::unreachable;
            return error;
        }
        return found->second;
    }
    void stop() override {}

    void answer(const std::string& path, const boost::json::value& body, int status = 200)
    {
        outbound::Response response;
        response.status = status;
        response.mediaType = "application/json";
        response.body = boost::json::serialize(body);
        answers[path.starts_with("https:") ? path : issuer + path] = response;
    }
    void describe()
    {
        answer("/.well-known/openid-configuration", {{"issuer", issuer},
                                                     {"authorization_endpoint", "https://id.example/authorize"},
                                                     {"token_endpoint", "https://id.example/token"},
                                                     {"userinfo_endpoint", "https://id.example/me"},
                                                     {"jwks_uri", "https://id.example/keys"},
                                                     {"authorization_response_iss_parameter_supported", true}});
        publish("k1");
    }
    void publish(const std::string& kid) { answer("/keys", boost::json::object{{"keys", boost::json::array{es256Jwk(kid)}}}); }
    boost::json::object es256Jwk(const std::string& kid) const
    {
        return {{"kty", "EC"},
                {"crv", "P-256"},
                {"kid", kid},
                {"use", "sig"},
                {"alg", "ES256"},
                {"x", key.publicKey().x()},
                {"y", key.publicKey().y()}};
    }
    std::string token(const boost::json::object& claims, const std::string& kid = "k1") const
    {
        std::string text = toBase64Url(asBytes(boost::json::serialize(boost::json::object{{"alg", "ES256"}, {"kid", kid}}))) +
                           "." + toBase64Url(asBytes(boost::json::serialize(claims)));
        const auto signature = *key.sign(asBytes(text));
        return text + "." + toBase64Url(signature);
    }

    std::map<std::string, outbound::Response> answers;
    std::vector<std::string> asked;
    std::string form, authorization;
    crypto::SigningKey key = *crypto::SigningKey::generate();
};

} // namespace sallyport::test
