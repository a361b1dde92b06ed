#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sallyport::api {

/// `+` and `%41` decoded, exactly once; nothing for a broken escape or a NUL.
std::optional<std::string> decodeQueryPart(std::string_view raw);

/// Calls `see(name, value)` for each raw pair; stops when it answers false.
template <typename See>
void forEachPair(std::string_view rawQuery, See see)
{
    while (!rawQuery.empty()) {
        const std::size_t end = rawQuery.find('&');
        const std::string_view pair = rawQuery.substr(0, end);
        rawQuery = end == std::string_view::npos ? std::string_view() : rawQuery.substr(end + 1);
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        if (!see(pair.substr(0, equals), value))
            return;
    }
}

/// True if a credential travels in the query: it would end in logs and histories (RFC 6750 §2.3).
bool queryHasCredential(std::string_view rawQuery);

} // namespace sallyport::api
