#include "backend/storage/recovery_key.h"

#include "backend/crypto/digest.h"

#include <algorithm>
#include <string_view>

namespace sallyport::storage {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view prefix = "SRK1";
constexpr std::size_t groupSize = 5;
constexpr std::size_t keyDigits = recoveryKeySize * 8 / 5;
constexpr std::size_t allDigits = keyDigits + groupSize;
static_assert(recoveryKeySize % 5 == 0, "whole digits only");

/// 40 bits to eight digits, over and over. `bytes` has a multiple of five bytes.
void appendDigits(SecretBytes& digits, std::size_t& at, std::span<const std::byte> bytes)
{
    std::uint64_t window = 0;
    int bits = 0;
    for (const std::byte byte : bytes) {
        window = (window << 8) | std::to_integer<std::uint64_t>(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            digits.bytes()[at++] = static_cast<std::byte>(alphabet[(window >> bits) & 31]);
        }
    }
}

/// The key's digits and the check group, without prefix and separators.
SecretBytes allDigitsOf(const SecretBytes& key)
{
    SecretBytes digits(keyDigits + 8);
    std::size_t at = 0;
    appendDigits(digits, at, key.bytes());
    const crypto::Sha256Digest digest = crypto::sha256(key.bytes());
    appendDigits(digits, at, std::span(digest).first(5));
    return SecretBytes(std::as_const(digits).bytes().first(allDigits));
}

/// The value of what was typed for a digit, or -1.
int digitValue(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const std::size_t value = alphabet.find(c);
    return value == alphabet.npos ? -1 : static_cast<int>(value);
}

Error wrong()
{
    return makeError(ErrorCode::WrongRecoveryKey, "this is not the recovery key");
}

} // namespace

SecretBytes recoveryKeyText(const SecretBytes& key)
{
    const SecretBytes digits = allDigitsOf(key);
    SecretBytes text(prefix.size() + allDigits + allDigits / groupSize);
    auto out =
        std::transform(prefix.begin(), prefix.end(), text.bytes().begin(), [](char c) { return static_cast<std::byte>(c); });
    for (std::size_t i = 0; i < allDigits; ++i) {
        if (i % groupSize == 0)
            *out++ = std::byte{'-'};
        *out++ = digits.bytes()[i];
    }
    return text;
}

Result<SecretBytes> parseRecoveryKey(const SecretBytes& text)
{
    constexpr std::size_t longestText = 256;
    if (text.size() > longestText)
        return wrong();
    SecretBytes values(text.size());
    std::size_t count = 0;
    for (const char c : text.view()) {
        if (c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        const int value = digitValue(c);
        if (value < 0)
            return wrong();
        values.bytes()[count++] = static_cast<std::byte>(value);
    }
    const std::size_t skip = count == prefix.size() + allDigits ? prefix.size() : 0;
    if (count - skip != allDigits)
        return wrong();
    for (std::size_t i = 0; i < skip; ++i) {
        if (std::to_integer<int>(values.bytes()[i]) != digitValue(prefix[i]))
            return wrong();
    }

    SecretBytes key(recoveryKeySize);
    std::uint64_t window = 0;
    int bits = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < keyDigits; ++i) {
        window = (window << 5) | std::to_integer<std::uint64_t>(values.bytes()[skip + i]);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            key.bytes()[at++] = static_cast<std::byte>((window >> bits) & 0xff);
        }
    }
    SecretBytes typed(allDigits);
    for (std::size_t i = 0; i < allDigits; ++i)
        typed.bytes()[i] = static_cast<std::byte>(alphabet[std::to_integer<std::size_t>(values.bytes()[skip + i])]);
    if (!equalConstantTime(typed.bytes(), allDigitsOf(key).bytes()))
        return wrong();
    return key;
}

} // namespace sallyport::storage
