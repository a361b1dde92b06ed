#include "backend/identity/factors/totp.h"

#include "backend/base/case_fold.h"
#include "backend/base/code_point.h"
#include "backend/base/utf8.h"
#include "backend/crypto/mac.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sallyport::identity {

namespace {

std::string withoutBlanks(std::string_view code)
{
    std::string plain;
    for (const char c : code.substr(0, 32))
        if (c != ' ')
            plain += c;
    return plain;
}

void appendPercentEncoded(std::string& to, std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                                c == '.' || c == '_' || c == '~';
        if (unreserved) {
            to += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        to += '%';
        to += digits[byte >> 4];
        to += digits[byte & 15];
    }
}

} // namespace

Result<std::string> hotp(std::span<const std::byte> secret, std::uint64_t counter, std::size_t digits)
{
    std::array<std::byte, 8> message{};
    for (std::size_t i = 0; i < message.size(); ++i)
        message[i] = static_cast<std::byte>(counter >> (8 * (message.size() - 1 - i)));
    SALLYPORT_ASSIGN(Bytes mac, crypto::hmac(crypto::MacAlgorithm::HmacSha1, secret, message));

    // RFC 4226 §5.3: dynamic truncation to 31 bits.
    const auto at = [&](std::size_t i) { return std::to_integer<std::uint32_t>(mac[i]); };
    const std::size_t offset = at(mac.size() - 1) & 0xf;
    std::uint32_t number = (at(offset) & 0x7f) << 24 | at(offset + 1) << 16 | at(offset + 2) << 8 | at(offset + 3);
    wipe(mac);

    std::string code(digits, '0');
    for (std::size_t i = digits; i-- > 0; number /= 10)
        code[i] = static_cast<char>('0' + number % 10);
    return code;
}

std::int64_t totpStep(UtcTime time) noexcept
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch() / totpPeriod;
}

bool looksLikeTotp(std::string_view code) noexcept
{
    std::size_t digits = 0;
    for (const char c : code) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c != ' ')
            return false;
    }
    return digits == totpDigits && code.size() <= 32;
}

Result<std::optional<std::int64_t>> matchTotp(std::span<const std::byte> secret, std::string_view code, UtcTime now,
                                              std::int64_t lastStep)
{
    std::optional<std::int64_t> match;
    const bool wellFormed = looksLikeTotp(code);
    const std::string plain = withoutBlanks(code);
    const std::int64_t current = totpStep(now);
    for (std::int64_t step = current - totpWindow; step <= current + totpWindow; ++step) {
        SALLYPORT_ASSIGN(std::string expected, hotp(secret, static_cast<std::uint64_t>(std::max<std::int64_t>(step, 0))));
        const bool same = equalConstantTime(asBytes(expected), asBytes(plain));
        wipe(expected);
        if (same && wellFormed && step > lastStep && !match)
            match = step;
    }
    return match;
}

std::string otpauthIssuer(std::string_view vaultName)
{
    constexpr std::size_t longest = 64;
    constexpr char32_t wideColon = 0xff1a, ratio = 0x2236; // look like one, and some apps fold the first
    std::string issuer;
    std::string_view rest = vaultName;
    bool blank = false;
    while (!rest.empty()) {
        const CodePoint point = firstCodePoint(rest);
        const std::string_view piece = rest.substr(0, std::max<std::size_t>(point.length, 1));
        rest.remove_prefix(piece.size());
        const bool breaks = point.length == 0 || point.value == ':' || point.value == wideColon || point.value == ratio;
        const bool shown = isPrintableText(piece) && !foldCase(piece).empty();
        if (breaks || !shown || trimUnicode(piece).empty()) {
            blank = blank || (!issuer.empty() && (breaks || shown));
            continue;
        }
        if (issuer.size() + blank + piece.size() > longest)
            break;
        if (std::exchange(blank, false))
            issuer += ' ';
        issuer += piece;
    }
    return issuer.empty() ? "Sallyport" : issuer;
}

SecretBytes otpauthUrl(std::string_view issuer, std::string_view account, std::string_view base32Secret)
{
    std::string url;
    url.reserve(4096); // no reallocation leaves a copy of the secret behind
    url += "otpauth://totp/";
    appendPercentEncoded(url, issuer);
    url += ':';
    appendPercentEncoded(url, account);
    url += "?secret=";
    url += base32Secret;
    url += "&issuer=";
    appendPercentEncoded(url, issuer);
    url += "&algorithm=SHA1&digits=6&period=30";
    SecretBytes secret = SecretBytes::fromText(url);
    wipe(url);
    return secret;
}

} // namespace sallyport::identity
