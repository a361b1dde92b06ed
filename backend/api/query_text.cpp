#include "backend/api/query_text.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

constexpr std::array<std::string_view, 9> credentialNames{"access_token", "token",    "api_key",       "apikey",   "x-api-key",
                                                          "jwt",          "password", "refresh_token", "mfa_token"};

} // namespace

std::optional<std::string> decodeQueryPart(std::string_view raw)
{
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '+') {
            text += ' ';
        } else if (raw[i] != '%') {
            text += raw[i];
        } else {
            const int high = i + 2 < raw.size() ? hexDigit(raw[i + 1]) : -1;
            const int low = i + 2 < raw.size() ? hexDigit(raw[i + 2]) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            text += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return text;
}

bool queryHasCredential(std::string_view rawQuery)
{
    bool found = false;
    forEachPair(rawQuery, [&](std::string_view name, std::string_view) {
        const auto decoded = decodeQueryPart(name);
        found = decoded && std::ranges::find(credentialNames, toLowerAscii(*decoded)) != credentialNames.end();
        return !found;
    });
    return found;
}

} // namespace sallyport::api
