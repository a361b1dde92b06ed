#pragma once

#include "backend/base/encoding.h"
#include "backend/crypto/digest.h"
#include "backend/identity/webauthn/ceremony.h"
#include "backend/identity/webauthn/cose_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <string>

namespace sallyport::test {

/// Writes the little CBOR that an authenticator needs; nothing of the code under test is used.
class CborWriter {
public:
    CborWriter& head(unsigned major, std::uint64_t argument)
    {
        const auto first = static_cast<unsigned char>(major << 5);
        if (argument < 24)
            return put(static_cast<unsigned char>(first | argument));
        const unsigned width = argument < 256 ? 0 : argument < 65536 ? 1 : argument < (std::uint64_t{1} << 32) ? 2 : 3;
        put(static_cast<unsigned char>(first | (24 + width)));
        for (int shift = static_cast<int>(8u << width) - 8; shift >= 0; shift -= 8)
            put(static_cast<unsigned char>(argument >> shift));
        return *this;
    }
    CborWriter& number(std::int64_t value)
    {
        return value >= 0 ? head(0, static_cast<std::uint64_t>(value)) : head(1, static_cast<std::uint64_t>(-1 - value));
    }
    CborWriter& bytes(std::span<const std::byte> value) { return head(2, value.size()).raw(value); }
    CborWriter& text(std::string_view value) { return head(3, value.size()).raw(asBytes(value)); }
    CborWriter& map(std::uint64_t members) { return head(5, members); }
    CborWriter& raw(std::span<const std::byte> value)
    {
        out.insert(out.end(), value.begin(), value.end());
        return *this;
    }
    Bytes out;

private:
    CborWriter& put(unsigned char octet)
    {
        out.push_back(static_cast<std::byte>(octet));
        return *this;
    }
};

/// What an authenticator, or the client in front of it, may do wrong.
struct AuthenticatorMistakes {
    std::string type = {}, origin = {}, rpId = {}, format = {}, extraClientData = {};
    Bytes challenge = {};
    bool noPresence = false, withCertificate = false, spoilSignature = false, wrongId = false, trailing = false, stepBack = false,
         statement = false, backedUp = false;
    std::int64_t claimedAlgorithm = 0;
};

/// An authenticator in software with one credential: makes it, signs with it, and does each thing wrong on request.
class SoftAuthenticator {
public:
    using Mistakes = AuthenticatorMistakes;

    explicit SoftAuthenticator(std::int64_t algorithm = identity::webauthn::es256,
                               std::string origin = "https://console.example.com", std::string rpId = "example.com")
        : m_algorithm(algorithm), m_origin(std::move(origin)), m_rpId(std::move(rpId)), m_id(16)
    {
        const char* kind = algorithm == identity::webauthn::es256   ? "EC"
                           : algorithm == identity::webauthn::edDsa ? "ED25519"
                                                                    : "RSA";
        if (algorithm == identity::webauthn::es256)
            m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, kind, "P-256"));
        else if (algorithm == identity::webauthn::edDsa)
            m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, kind));
        else
            m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, kind, std::size_t{2048}));
        const crypto::Sha256Digest seed = crypto::sha256(coseKey());
        std::copy_n(seed.begin(), m_id.size(), m_id.begin());
    }

    const Bytes& id() const { return m_id; }
    std::uint32_t counter = 0; ///< what was signed last
    bool counts = true;        ///< passkeys in the cloud say 0 always
    bool verifiesUser = true;

    identity::webauthn::RegistrationAnswer create(std::span<const std::byte> challenge, const Mistakes& wrong = {})
    {
        identity::webauthn::RegistrationAnswer answer;
        answer.credentialId = wrong.wrongId ? Bytes(16, std::byte{9}) : m_id;
        answer.clientDataJson = clientData("webauthn.create", challenge, wrong);
        Bytes data = authenticatorData(wrong, true);
        CborWriter object;
        const bool packed = wrong.format == "packed" || wrong.withCertificate;
        object.map(3).text("fmt").text(wrong.format.empty() ? (packed ? "packed" : "none") : wrong.format).text("attStmt");
        if (packed) {
            Bytes signature = sign(joined(data, answer.clientDataJson));
            if (wrong.spoilSignature)
                signature[signature.size() / 2] ^= std::byte{1};
            object.map(wrong.withCertificate ? 3 : 2)
                .text("alg")
                .number(wrong.claimedAlgorithm != 0 ? wrong.claimedAlgorithm : m_algorithm);
            object.text("sig").bytes(signature);
            if (wrong.withCertificate)
                object.text("x5c").head(4, 1).bytes(m_id);
        } else if (wrong.statement) {
            object.map(1).text("x").number(1);
        } else {
            object.map(0);
        }
        object.text("authData").bytes(data);
        if (wrong.trailing)
            object.number(0);
        answer.attestationObject = std::move(object.out);
        return answer;
    }

    identity::webauthn::AssertionAnswer get(std::span<const std::byte> challenge, const Mistakes& wrong = {})
    {
        identity::webauthn::AssertionAnswer answer;
        answer.credentialId = wrong.wrongId ? Bytes(16, std::byte{9}) : m_id;
        answer.clientDataJson = clientData("webauthn.get", challenge, wrong);
        answer.authenticatorData = authenticatorData(wrong, false);
        if (wrong.trailing)
            answer.authenticatorData.push_back(std::byte{0});
        answer.signature = sign(joined(answer.authenticatorData, answer.clientDataJson));
        if (wrong.spoilSignature)
            answer.signature[answer.signature.size() / 2] ^= std::byte{1};
        return answer;
    }

    Bytes coseKey() const
    {
        CborWriter key;
        if (m_algorithm == identity::webauthn::es256) {
            key.map(5).number(1).number(2).number(3).number(m_algorithm).number(-1).number(1);
            key.number(-2).bytes(number(OSSL_PKEY_PARAM_EC_PUB_X, 32)).number(-3).bytes(number(OSSL_PKEY_PARAM_EC_PUB_Y, 32));
        } else if (m_algorithm == identity::webauthn::edDsa) {
            Bytes raw(32);
            std::size_t size = raw.size();
            EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
            key.map(4).number(1).number(1).number(3).number(m_algorithm).number(-1).number(6).number(-2).bytes(raw);
        } else {
            key.map(4).number(1).number(3).number(3).number(m_algorithm);
            key.number(-1).bytes(number(OSSL_PKEY_PARAM_RSA_N, 256)).number(-2).bytes(number(OSSL_PKEY_PARAM_RSA_E, 3));
        }
        return key.out;
    }

private:
    struct FreeKey {
        void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    };

    Bytes number(const char* name, int size) const
    {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        Bytes bytes(static_cast<std::size_t>(size));
        BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), size);
        BN_free(value);
        return bytes;
    }

    Bytes clientData(std::string_view type, std::span<const std::byte> challenge, const Mistakes& wrong) const
    {
        const std::string text = R"({"type":")" + (wrong.type.empty() ? std::string(type) : wrong.type) + R"(","challenge":")" +
                                 toBase64Url(wrong.challenge.empty() ? challenge : std::span<const std::byte>(wrong.challenge)) +
                                 R"(","origin":")" + (wrong.origin.empty() ? m_origin : wrong.origin) +
                                 R"(","crossOrigin":false)" + wrong.extraClientData + "}";
        const auto bytes = asBytes(text);
        return Bytes(bytes.begin(), bytes.end());
    }

    Bytes authenticatorData(const Mistakes& wrong, bool withKey)
    {
        if (counts)
            counter = wrong.stepBack ? counter : counter + 1;
        const crypto::Sha256Digest hash = crypto::sha256(asBytes(wrong.rpId.empty() ? m_rpId : wrong.rpId));
        Bytes data(hash.begin(), hash.end());
        const unsigned flags =
            (wrong.noPresence ? 0u : 1u) | (verifiesUser ? 4u : 0u) | (wrong.backedUp ? 0x18u : 0u) | (withKey ? 0x40u : 0u);
        data.push_back(static_cast<std::byte>(flags));
        const std::uint32_t count = counts ? counter : 0;
        for (int shift = 24; shift >= 0; shift -= 8)
            data.push_back(static_cast<std::byte>(count >> shift));
        if (withKey) {
            data.insert(data.end(), 16, std::byte{0});
            data.push_back(std::byte{0});
            data.push_back(static_cast<std::byte>(m_id.size()));
            data.insert(data.end(), m_id.begin(), m_id.end());
            const Bytes key = coseKey();
            data.insert(data.end(), key.begin(), key.end());
        }
        return data;
    }

    static Bytes joined(const Bytes& data, const Bytes& clientDataJson)
    {
        Bytes all = data;
        const crypto::Sha256Digest hash = crypto::sha256(clientDataJson);
        all.insert(all.end(), hash.begin(), hash.end());
        return all;
    }

    Bytes sign(const Bytes& data) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        const EVP_MD* digest = m_algorithm == identity::webauthn::edDsa ? nullptr : EVP_sha256();
        EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get());
        const auto* in = reinterpret_cast<const unsigned char*>(data.data());
        std::size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, in, data.size());
        Bytes signature(size);
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, in, data.size());
        signature.resize(size);
        return signature;
    }

    std::int64_t m_algorithm;
    std::string m_origin, m_rpId;
    Bytes m_id;
    std::unique_ptr<EVP_PKEY, FreeKey> m_key;
};

} // namespace sallyport::test
