#include "backend/identity/openid/authorization.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"

#include <algorithm>

namespace sallyport::identity::outside {
namespace {

bool isUnreserved(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           c == '~';
}

void appendEncoded(std::string& to, std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c))
            to += c;
        else
            to.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
}

} // namespace

std::string formEncoded(const Parameters& parameters)
{
    std::string text;
    for (const auto& [name, value] : parameters) {
        if (!text.empty())
            text += '&';
        appendEncoded(text, name);
        text += '=';
        appendEncoded(text, value);
    }
    return text;
}

std::string withParameters(std::string_view url, const Parameters& parameters)
{
    std::string text(url);
    const std::size_t mark = url.find('?');
    if (mark == url.npos)
        text += '?';
    else if (mark + 1 != url.size() && !url.ends_with('&'))
        text += '&';
    return text + formEncoded(parameters);
}

std::string codeChallenge(std::string_view verifier)
{
    return toBase64Url(crypto::sha256(asBytes(verifier)));
}

bool isCodeVerifier(std::string_view text) noexcept
{
    return text.size() >= 43 && text.size() <= 128 && std::ranges::all_of(text, isUnreserved);
}

bool isCodeChallenge(std::string_view text) noexcept
{
    return text.size() == 43 && std::ranges::all_of(text, [](char c) { return isUnreserved(c) && c != '.' && c != '~'; });
}

} // namespace sallyport::identity::outside
