#include "backend/crypto/token_key.h"

namespace sallyport::crypto {

static_assert(std::is_same_v<TokenSignature, Es256Signature> && std::is_same_v<TokenSignature, Ed25519Signature>);

std::string_view algorithmWord(TokenAlgorithm algorithm) noexcept
{
    return algorithm == TokenAlgorithm::EdDsa ? "EdDSA" : "ES256";
}

std::optional<TokenAlgorithm> tokenAlgorithm(std::string_view word) noexcept
{
    for (const TokenAlgorithm known : {TokenAlgorithm::Es256, TokenAlgorithm::EdDsa})
        if (word == algorithmWord(known))
            return known;
    return std::nullopt;
}

TokenAlgorithm algorithmOf(const PublicKey& key) noexcept
{
    return std::holds_alternative<Ed25519PublicKey>(key) ? TokenAlgorithm::EdDsa : TokenAlgorithm::Es256;
}

std::string thumbprint(const PublicKey& key)
{
    return std::visit([](const auto& one) { return one.thumbprint(); }, key);
}

bool verify(const PublicKey& key, std::span<const std::byte> data, std::span<const std::byte> signature)
{
    return std::visit([&](const auto& one) { return one.verify(data, signature); }, key);
}

Result<TokenKey> TokenKey::generate(TokenAlgorithm algorithm)
{
    if (algorithm == TokenAlgorithm::EdDsa) {
        SALLYPORT_ASSIGN(Ed25519SigningKey key, Ed25519SigningKey::generate());
        return TokenKey(std::move(key));
    }
    SALLYPORT_ASSIGN(SigningKey key, SigningKey::generate());
    return TokenKey(std::move(key));
}

Result<TokenKey> TokenKey::fromPkcs8(TokenAlgorithm algorithm, std::span<const std::byte> der)
{
    if (algorithm == TokenAlgorithm::EdDsa) {
        SALLYPORT_ASSIGN(Ed25519SigningKey key, Ed25519SigningKey::fromPkcs8(der));
        return TokenKey(std::move(key));
    }
    SALLYPORT_ASSIGN(SigningKey key, SigningKey::fromPkcs8(der));
    return TokenKey(std::move(key));
}

Result<SecretBytes> TokenKey::toPkcs8() const
{
    return std::visit([](const auto& key) { return key.toPkcs8(); }, m_key);
}

TokenAlgorithm TokenKey::algorithm() const noexcept
{
    return std::holds_alternative<Ed25519SigningKey>(m_key) ? TokenAlgorithm::EdDsa : TokenAlgorithm::Es256;
}

Result<TokenSignature> TokenKey::sign(std::span<const std::byte> data) const
{
    return std::visit([&](const auto& key) { return Result<TokenSignature>(key.sign(data)); }, m_key);
}

PublicKey TokenKey::publicKey() const
{
    return std::visit([](const auto& key) { return PublicKey(key.publicKey()); }, m_key);
}

} // namespace sallyport::crypto
