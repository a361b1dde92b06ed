#pragma once

#include "backend/api/answer.h"
#include "backend/api/call.h"
#include "backend/api/endpoint_group.h"
#include "backend/api/endpoints/json_of.h"

#include "backend/base/limits.h"

#include <boost/json.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport::api {

/// Bytes of a body that holds a handful of short members.
inline constexpr std::uint32_t smallBody = 16 * 1024;
/// Rows of a page of a list, unless `?limit=` says otherwise.
inline constexpr std::uint32_t rowsUsual = 50;

using access::Permission;
using http::Method;
using protection::RateClass;
namespace json = boost::json;

inline UserId userIdOf(const Call& call)
{
    return UserId(std::string(call.match.parameter));
}

/// `version` of a change: what the caller has read. Nothing: whatever there is.
inline std::optional<std::int64_t> readVersion(const Call& call)
{
    const json::value* const version = call.body().if_contains("version");
    return version != nullptr ? std::optional(static_cast<std::int64_t>(version->to_number<double>())) : std::nullopt;
}

/// `?limit=` as every list takes it.
inline Result<std::uint32_t> readLimit(const Call& call)
{
    return call.queryNumber("limit", 1, limits::pageRows, rowsUsual);
}

inline constexpr QueryParameter limitParameter{"limit", "How many at most.",
                                               R"({"type":"integer","minimum":1,"maximum":<pageRows>,"default":<pageUsual>})"};
inline constexpr QueryParameter cursorParameter{"cursor", "`page.next` of the page before.",
                                                R"({"type":"string","maxLength":<cursor>})"};

/// `?limit=`, `?cursor=` and `?q=` as every searchable list takes them.
template <typename Query>
Result<void> readPage(const Call& call, Query& query)
{
    SALLYPORT_ASSIGN(query.limit, readLimit(call));
    SALLYPORT_ASSIGN(const std::optional<std::string> cursor, call.query("cursor"));
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    query.cursor = cursor.value_or(std::string());
    query.text = text.value_or(std::string());
    return {};
}

/// Of downloads of CSV.
inline constexpr QueryParameter byteOrderMarkParameter{
    "bom", "Begin a CSV with a byte order mark, for spreadsheets that take it for another encoding without.",
    R"({"type":"boolean","default":false})"};

/// Refused where it is asked for and the file is no CSV.
inline Result<bool> readByteOrderMark(const Call& call, bool isCsv)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query(byteOrderMarkParameter.name));
    if (text && *text != "true" && *text != "false")
        return badQuery(byteOrderMarkParameter.name, "Is not true or false", "enum");
    const bool wanted = text == std::optional<std::string>("true");
    if (wanted && !isCsv)
        return badQuery(byteOrderMarkParameter.name, "Is for format=csv only", "format");
    return wanted;
}

/// `?sort=` as every list takes it: one of `sorts`, a leading minus turns it round. Leaves the query's own order without it.
template <typename Query, std::size_t Count>
Result<void> readSort(const Call& call, const std::array<std::pair<std::string_view, typename Query::Sort>, Count>& sorts,
                      Query& query)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("sort"));
    if (!text)
        return {};
    std::string_view name = *text;
    query.descending = name.starts_with('-');
    name.remove_prefix(query.descending ? 1 : 0);
    for (const auto& [word, sort] : sorts) {
        if (word == name) {
            query.sort = sort;
            return {};
        }
    }
    return badQuery("sort", "Is not one of the allowed words", "enum");
}

/// `?sort=` of a list that has one order and the same the other way round: true for `-word`. `usual` without it.
inline Result<bool> readDescending(const Call& call, std::string_view word, bool usual)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("sort"));
    if (!text)
        return usual;
    const std::string_view asked = *text;
    if (asked == word)
        return false;
    if (asked.starts_with('-') && asked.substr(1) == word)
        return true;
    return badQuery("sort", "Is not one of the allowed words", "enum");
}

/// `sort` of lists by time.
inline constexpr QueryParameter timeSortParameter{"sort", "Newest first, or oldest first.",
                                                  R"({"type":"string","enum":["-time","time"],"default":"-time"})"};

/// `confirm` of an answer to a change that waits to be confirmed since it cuts its caller off; nothing of others.
std::optional<json::object> confirmOf(const Call& call);
/// `{"data": ...}`, and `confirm` if the change waits.
http::Response changeAnswer(const Call& call, json::value data);
/// 204, or 200 with `confirm` if the change waits.
http::Response changeAnswer(const Call& call);

} // namespace sallyport::api
