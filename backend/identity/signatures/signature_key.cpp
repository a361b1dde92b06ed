#include "backend/identity/signatures/signature_key.h"

#include "backend/base/secret_bytes.h"
#include "backend/base/utf8.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/ed25519_points.h"
#include "backend/crypto/public_jwk.h"

#include <algorithm>

namespace sallyport::identity {

std::string_view algorithmWord(SignatureAlgorithm algorithm) noexcept
{
    switch (algorithm) {
    case SignatureAlgorithm::HmacSha256: return "hmac-sha256";
    case SignatureAlgorithm::Ed25519: return "ed25519";
    case SignatureAlgorithm::EcdsaP256Sha256: return "ecdsa-p256-sha256";
    }
    return {};
}

Result<SignatureKey> SignatureKey::fromSecret(std::string_view secret)
{
    SALLYPORT_ASSIGN(crypto::HmacKey key, crypto::HmacKey::create(asBytes(secret)));
    return SignatureKey(Key(std::move(key)));
}

Result<SignatureKey> SignatureKey::fromPublicKey(std::string_view pem)
{
    SALLYPORT_ASSIGN(const crypto::PublicKey key, crypto::readPublicKey(pem));
    return std::visit([](const auto& one) { return Result<SignatureKey>(SignatureKey(Key(one))); }, key);
}

Result<std::string> SignatureKey::publicKeyFrom(std::string_view text)
{
    const std::string_view trimmed = trimAscii(text);
    if (trimmed.find("PRIVATE KEY") != trimmed.npos)
        return makeError(
            ErrorCode::InvalidArgument,
            "This is a private key. Keep it, send the public one, and make a new pair if others could have seen it.");
    const auto key = trimmed.starts_with('{') ? crypto::readPublicJwk(trimmed) : crypto::readPublicKey(trimmed);
    if (!key && key.error().word == crypto::smallOrderWord)
        return makeError(ErrorCode::InvalidArgument, "Everybody could sign with this key.");
    if (!key)
        return makeError(ErrorCode::InvalidArgument, "Not a public key of Ed25519 or P-256, as PEM or JWK.");
    return crypto::publicKeyPem(*key);
}

std::string SignatureKey::fingerprint(std::string_view pem)
{
    std::string digits;
    for (std::size_t at = 0; at < pem.size();) {
        const std::size_t end = std::min(pem.find('\n', at), pem.size());
        if (const std::string_view line = pem.substr(at, end - at); !line.starts_with('-'))
            digits.append(line);
        at = end + 1;
    }
    const auto der = fromBase64(digits);
    return der && !der->empty() ? toHex(crypto::sha256(*der)) : std::string();
}

SignatureAlgorithm SignatureKey::algorithmOf(std::string_view pem) noexcept
{
    constexpr std::size_t between = 140; // 113 bytes of PEM hold an Ed25519 key, 178 one of P-256
    return pem.size() < between ? SignatureAlgorithm::Ed25519 : SignatureAlgorithm::EcdsaP256Sha256;
}

SignatureAlgorithm SignatureKey::algorithm() const noexcept
{
    return static_cast<SignatureAlgorithm>(m_key.index());
}

bool SignatureKey::fits(std::string_view text, std::span<const std::byte> signature) const
{
    const auto data = asBytes(text);
    if (const auto* secret = std::get_if<crypto::HmacKey>(&m_key))
        return secret->fits(data, signature);
    if (const auto* edwards = std::get_if<crypto::Ed25519PublicKey>(&m_key))
        return edwards->verify(data, signature);
    return std::get<crypto::VerifyingKey>(m_key).verify(data, signature);
}

} // namespace sallyport::identity
