#include "backend/records/field_blob.h"

#include "backend/crypto/aes_gcm.h"

#include <algorithm>
#include <array>
#include <string>

namespace sallyport::records::blob {

namespace {

using Header = std::array<std::byte, headerSize>;

static_assert(overhead == headerSize + crypto::gcmIvSize + crypto::gcmTagSize);

Header headerOf(std::uint32_t keyId) noexcept
{
    return {version, std::byte(keyId >> 24), std::byte(keyId >> 16), std::byte(keyId >> 8), std::byte(keyId)};
}

Bytes associatedData(const Header& header, std::string_view place)
{
    Bytes data(header.begin(), header.end());
    const auto bytes = asBytes(place);
    data.insert(data.end(), bytes.begin(), bytes.end());
    return data;
}

} // namespace

std::optional<std::uint32_t> keyIdOf(std::span<const std::byte> blob) noexcept
{
    if (blob.size() < overhead || blob[0] != version)
        return std::nullopt;
    std::uint32_t id = 0;
    for (std::size_t at = 1; at < headerSize; ++at)
        id = id << 8 | std::to_integer<std::uint32_t>(blob[at]);
    return id;
}

std::string placeOf(std::string_view recordId, std::string_view name)
{
    std::string place("record_members|value|");
    return place.append(recordId).append("|").append(name);
}

Result<Bytes> seal(const SecretBytes& key, std::uint32_t keyId, std::span<const std::byte> plaintext, std::string_view place,
                   RandomSource& random)
{
    if (place.empty())
        return makeError(ErrorCode::InvalidArgument, "encryption needs to know the place of its data");
    const Header header = headerOf(keyId);
    std::array<std::byte, crypto::gcmIvSize> nonce;
    if (!random.fill(nonce))
        return makeError(ErrorCode::CryptoFailure, "no randomness for a nonce");
    SALLYPORT_ASSIGN(const Bytes sealed, crypto::gcmEncrypt(key.bytes(), nonce, associatedData(header, place), plaintext));
    Bytes blob;
    blob.reserve(headerSize + nonce.size() + sealed.size());
    blob.insert(blob.end(), header.begin(), header.end());
    blob.insert(blob.end(), nonce.begin(), nonce.end());
    blob.insert(blob.end(), sealed.begin(), sealed.end());
    return blob;
}

Result<SecretBytes> open(const SecretBytes& key, std::uint32_t keyId, std::span<const std::byte> blob, std::string_view place)
{
    if (keyIdOf(blob) != keyId || place.empty())
        return makeError(ErrorCode::CryptoFailure, "the data does not authenticate");
    return crypto::gcmDecrypt(key.bytes(), blob.subspan(headerSize, crypto::gcmIvSize), associatedData(headerOf(keyId), place),
                              blob.subspan(headerSize + crypto::gcmIvSize));
}

} // namespace sallyport::records::blob
