#include "backend/identity/api_keys/key_text.h"

#include <array>
#include <cstdint>

namespace sallyport::identity {

namespace {

constexpr std::string_view idAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford: no I, L, O, U
constexpr std::string_view secretAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The CRC-32 of zip and PNG (ISO/IEC 3309), one byte a step.
constexpr std::array<std::uint32_t, 256> makeTable()
{
    constexpr std::uint32_t polynomial = 0xEDB88320u;
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1u) != 0 ? (value >> 1) ^ polynomial : value >> 1;
        table[byte] = value;
    }
    return table;
}
constexpr std::array<std::uint32_t, 256> crcTable = makeTable();

constexpr std::array<char, keyChecksumLength> checksumOf(std::string_view text) noexcept
{
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : text)
        crc = crcTable[(crc ^ static_cast<unsigned char>(c)) & 0xFFu] ^ (crc >> 8);
    crc = ~crc;
    std::array<char, keyChecksumLength> digits{};
    for (std::size_t i = digits.size(); i-- > 0; crc /= 62)
        digits[i] = secretAlphabet[crc % 62];
    return digits;
}

constexpr std::array<bool, 256> charactersOf(std::string_view alphabet)
{
    std::array<bool, 256> set{};
    for (const char c : alphabet)
        set[static_cast<unsigned char>(c)] = true;
    return set;
}
constexpr std::array<bool, 256> idCharacters = charactersOf(idAlphabet);
constexpr std::array<bool, 256> secretCharacters = charactersOf(secretAlphabet);

bool all(std::string_view text, const std::array<bool, 256>& set) noexcept
{
    for (const char c : text)
        if (!set[static_cast<unsigned char>(c)])
            return false;
    return true;
}

/// Random characters of the alphabet, each as likely as any other: bytes beyond the last whole multiple are thrown away.
Result<void> fillRandom(RandomSource& random, std::string_view alphabet, std::span<std::byte> out)
{
    const std::size_t limit = 256 - 256 % alphabet.size();
    std::array<std::byte, 64> bytes{};
    std::size_t at = 0;
    while (at < out.size()) {
        if (!random.fill(bytes))
            return makeError(ErrorCode::CryptoFailure, "No randomness.");
        for (const std::byte byte : bytes) {
            const auto value = std::to_integer<std::size_t>(byte);
            if (value < limit && at < out.size())
                out[at++] = static_cast<std::byte>(alphabet[value % alphabet.size()]);
        }
    }
    wipe(bytes);
    return {};
}

} // namespace

Result<KeyId> newKeyId(RandomSource& random)
{
    std::string id(keyIdLength, '0');
    SALLYPORT_TRY(fillRandom(random, idAlphabet, std::as_writable_bytes(std::span(id))));
    return KeyId(std::move(id));
}

Result<SecretBytes> newKeyText(KeyTextKind kind, const KeyId& id, RandomSource& random)
{
    const std::string_view mark = kind == KeyTextKind::ApiKey ? apiKeyMark : signingSecretMark;
    SecretBytes text(keyTextLength);
    std::size_t at = 0;
    const auto put = [&](std::string_view part) {
        for (const char c : part)
            text.data()[at++] = static_cast<std::byte>(c);
    };
    put(mark);
    put(id.text());
    put("_");
    SALLYPORT_TRY(fillRandom(random, secretAlphabet, text.bytes().subspan(at, keySecretLength)));
    at += keySecretLength;
    const auto checksum = checksumOf(text.view().substr(0, at));
    put(std::string_view(checksum.data(), checksum.size()));
    return text;
}

bool isKeyId(std::string_view text) noexcept
{
    return text.size() == keyIdLength && all(text, idCharacters);
}

std::optional<KeyText> parseKeyText(std::string_view text) noexcept
{
    const bool signing = text.starts_with(signingSecretMark);
    if (text.size() != keyTextLength || (!signing && !text.starts_with(apiKeyMark)))
        return std::nullopt;
    const std::string_view id = text.substr(apiKeyMark.size(), keyIdLength);
    const std::size_t secretAt = apiKeyMark.size() + keyIdLength + 1;
    if (!isKeyId(id) || text[secretAt - 1] != '_' || !all(text.substr(secretAt), secretCharacters))
        return std::nullopt;
    const std::size_t checksumAt = text.size() - keyChecksumLength;
    const auto checksum = checksumOf(text.substr(0, checksumAt));
    if (std::string_view(checksum.data(), checksum.size()) != text.substr(checksumAt))
        return std::nullopt;
    return KeyText{signing ? KeyTextKind::SigningSecret : KeyTextKind::ApiKey, KeyId(std::string(id))};
}

std::string keyPrefix(const KeyId& id)
{
    return std::string(apiKeyMark) + id.text();
}

std::optional<std::size_t> findKeyText(std::string_view text, std::size_t from) noexcept
{
    for (std::size_t at = from; at + keyTextLength <= text.size(); ++at) {
        at = text.find("sp", at);
        if (at == std::string_view::npos || at + keyTextLength > text.size())
            return std::nullopt;
        const char third = text[at + 2];
        if ((third == 'k' || third == 's') && parseKeyText(text.substr(at, keyTextLength)))
            return at;
    }
    return std::nullopt;
}

} // namespace sallyport::identity
