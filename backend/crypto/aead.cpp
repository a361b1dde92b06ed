#include "backend/crypto/aead.h"

#include "backend/crypto/aes_gcm.h"

#include <algorithm>
#include <array>

namespace sallyport::crypto {
namespace {

constexpr std::size_t headerSize = 2;
static_assert(Aead::overhead == headerSize + gcmIvSize + gcmTagSize);

/// Header ‖ AAD: what is authenticated beside the ciphertext.
Bytes associatedData(std::span<const std::byte, headerSize> header, std::string_view aad)
{
    const auto bytes = asBytes(aad);
    Bytes data(header.size() + bytes.size());
    std::ranges::copy(bytes, std::ranges::copy(header, data.begin()).out);
    return data;
}

Error refused()
{
    return makeError(ErrorCode::CryptoFailure, "the data does not authenticate");
}

} // namespace

Result<Aead> Aead::create(SecretBytes key, std::uint8_t keyId)
{
    Aead aead;
    SALLYPORT_TRY(aead.addOldKey(std::move(key), keyId));
    aead.m_currentId = keyId;
    return aead;
}

Result<void> Aead::addOldKey(SecretBytes key, std::uint8_t keyId)
{
    if (key.size() != gcmKeySize)
        return makeError(ErrorCode::CryptoFailure, "AES-256-GCM needs a key of 32 bytes");
    if (!m_keys.emplace(keyId, std::move(key)).second)
        return makeError(ErrorCode::CryptoFailure, "two keys with one id");
    return {};
}

Result<Bytes> Aead::seal(std::span<const std::byte> plaintext, std::string_view aad, RandomSource& random) const
{
    if (aad.empty())
        return makeError(ErrorCode::InvalidArgument, "encryption needs to know the place of its data");
    const std::array<std::byte, headerSize> header{version, std::byte{m_currentId}};
    std::array<std::byte, gcmIvSize> iv;
    if (!random.fill(iv))
        return makeError(ErrorCode::CryptoFailure, "no randomness for an IV");
    SALLYPORT_ASSIGN(const Bytes sealed, gcmEncrypt(m_keys.at(m_currentId).bytes(), iv, associatedData(header, aad), plaintext));
    Bytes blob;
    blob.reserve(sealed.size() + headerSize + gcmIvSize);
    blob.insert(blob.end(), header.begin(), header.end());
    blob.insert(blob.end(), iv.begin(), iv.end());
    blob.insert(blob.end(), sealed.begin(), sealed.end());
    return blob;
}

Result<SecretBytes> Aead::open(std::span<const std::byte> blob, std::string_view aad) const
{
    const std::optional<std::uint8_t> keyId = keyIdOf(blob);
    if (!keyId || aad.empty())
        return refused();
    const auto key = m_keys.find(*keyId);
    if (key == m_keys.end())
        return refused();
    return gcmDecrypt(key->second.bytes(), blob.subspan(headerSize, gcmIvSize), associatedData(blob.first<headerSize>(), aad),
                      blob.subspan(headerSize + gcmIvSize));
}

std::optional<std::uint8_t> Aead::keyIdOf(std::span<const std::byte> blob) noexcept
{
    if (blob.size() < overhead || blob[0] != version)
        return std::nullopt;
    return std::to_integer<std::uint8_t>(blob[1]);
}

} // namespace sallyport::crypto
