#include "backend/base/encoding.h"

#include <array>
#include <cstdint>

namespace sallyport {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64UrlDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

using DigitTable = std::array<std::int8_t, 256>;

constexpr DigitTable digitTable(std::string_view digits)
{
    DigitTable table{};
    table.fill(-1);
    for (std::size_t i = 0; i < digits.size(); ++i)
        table[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
    return table;
}

constexpr DigitTable base64Values = digitTable(base64Digits);
constexpr DigitTable base64UrlValues = digitTable(base64UrlDigits);
constexpr DigitTable base32Values = digitTable(base32Digits);

/// Digits of `bitsPerDigit` bits, the last one filled up with zero bits; no padding.
std::string encode(std::span<const std::byte> bytes, std::string_view digits, int bitsPerDigit)
{
    std::string text;
    text.reserve((bytes.size() * 8 + static_cast<std::size_t>(bitsPerDigit) - 1) / static_cast<std::size_t>(bitsPerDigit) + 2);
    const unsigned mask = (1u << bitsPerDigit) - 1;
    unsigned window = 0;
    int bits = 0;
    for (const std::byte byte : bytes) {
        window = (window << 8) | std::to_integer<unsigned>(byte);
        bits += 8;
        while (bits >= bitsPerDigit) {
            bits -= bitsPerDigit;
            text += digits[(window >> bits) & mask];
        }
        window &= (1u << bits) - 1;
    }
    if (bits > 0)
        text += digits[(window << (bitsPerDigit - bits)) & mask];
    return text;
}

/// Canonical only: a digit too many or a set unused bit is refused, so that every value has one spelling.
Result<Bytes> decode(std::string_view text, const DigitTable& values, int bitsPerDigit, const char* what)
{
    Bytes bytes;
    bytes.reserve(text.size() * static_cast<std::size_t>(bitsPerDigit) / 8);
    unsigned window = 0;
    int bits = 0;
    for (const char c : text) {
        const int value = values[static_cast<unsigned char>(c)];
        if (value < 0)
            return makeError(ErrorCode::InvalidArgument, std::string("not ") + what);
        window = (window << bitsPerDigit) | static_cast<unsigned>(value);
        bits += bitsPerDigit;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::byte>((window >> bits) & 0xff));
        }
        window &= (1u << bits) - 1;
    }
    if (bits >= bitsPerDigit || window != 0)
        return makeError(ErrorCode::InvalidArgument, std::string("not canonical ") + what);
    return bytes;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string toHex(std::span<const std::byte> bytes)
{
    std::string text(2 * bytes.size(), '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = std::to_integer<unsigned>(bytes[i]);
        text[2 * i] = hexDigits[byte >> 4];
        text[2 * i + 1] = hexDigits[byte & 0xf];
    }
    return text;
}

Result<Bytes> fromHex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return makeError(ErrorCode::InvalidArgument, "not hexadecimal: odd number of digits");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return makeError(ErrorCode::InvalidArgument, "not hexadecimal");
        bytes.push_back(static_cast<std::byte>(high * 16 + low));
    }
    return bytes;
}

std::string toBase64(std::span<const std::byte> bytes)
{
    std::string text = encode(bytes, base64Digits, 6);
    while (text.size() % 4 != 0)
        text += '=';
    return text;
}

Result<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return makeError(ErrorCode::InvalidArgument, "not base64: length is not a multiple of four");
    for (int i = 0; i < 2 && text.ends_with('='); ++i)
        text.remove_suffix(1);
    return decode(text, base64Values, 6, "base64");
}

std::string toBase64Url(std::span<const std::byte> bytes)
{
    return encode(bytes, base64UrlDigits, 6);
}

Result<Bytes> fromBase64Url(std::string_view text)
{
    return decode(text, base64UrlValues, 6, "base64url");
}

std::string toBase32(std::span<const std::byte> bytes)
{
    return encode(bytes, base32Digits, 5);
}

Result<Bytes> fromBase32(std::string_view text)
{
    while (text.ends_with('=') || text.ends_with(' '))
        text.remove_suffix(1);
    std::string digits;
    digits.reserve(text.size());
    for (const char c : text) {
        if (c != ' ')
            digits += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return decode(digits, base32Values, 5, "base32");
}

} // namespace sallyport
