#include "backend/identity/request_signature/signature_key.h"

#include "backend/base/secret_bytes.h"

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
