#pragma once

#include "backend/audit/event.h"
#include "backend/base/result.h"
#include "backend/base/time_zone.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::audit {

/// What to show. Empty members don't restrict. Terms of one member are alternatives, members must all match.
struct EventQuery {
    std::optional<UtcTime> since;
    std::optional<UtcTime> until;
    std::vector<std::string> kinds; ///< `auth.login`; a trailing `.` or `.*` means the family
    std::vector<Outcome> outcomes;
    std::optional<Severity> atLeast;
    std::vector<std::string> addresses; ///< address or network
    std::vector<std::string> users;     ///< actor or object name, e-mail or id; case-insensitive, exact
    std::vector<std::string> requestIds;
    std::vector<std::string> sessions; ///< ids: what is about one of them, or names it
    std::vector<std::string> reasons;  ///< machine words
    std::vector<std::string> paths;    ///< prefix
    std::vector<std::string> texts;    ///< bare words, all must be found: substring of kind, title, names, address, path, reason
    struct Excluded {
        std::vector<std::string> kinds, addresses, users, paths, reasons, texts;
        std::vector<Outcome> outcomes;
    } without; ///< the same with a leading `-`
};

/// A mistake in the filter text, for the mark under it.
struct FilterMistake {
    std::size_t position = 0; ///< byte offset
    std::size_t length = 0;
    std::string message;    ///< English; the window translates it by context "EventFilter"
    std::string suggestion; ///< the nearest word that could stand there, if one is near
};

/// One token of the filter text, for painting and completion.
struct FilterToken {
    std::size_t position = 0, length = 0;
    std::string key;                 ///< `since`, `outcome`, `user`...; empty for a bare word
    std::string value;               ///< unquoted; with all of `values`, commas between them
    std::vector<std::string> values; ///< of a key: the alternatives, each unquoted
    bool negated = false;
};

inline constexpr std::size_t filterTextLimit = 1000; ///< code points

/// The filter language: `since:1h until:2026-11-24T14:00Z outcome:failure kind:auth. severity:>=warning
/// address:203.0.113.0/24 (or ip:) user:"Jonas Weber" path:/api/users request:ID -path:/healthz some words`.
/// Days and times without a zone are those of `zone`. InvalidArgument with one FieldError of `field` for each mistake, which says
/// at which character it is, and the nearest word where one is near. At most filterTextLimit and 32 terms.
Result<EventQuery> parseFilter(std::string_view text, UtcTime now, const TimeZone& zone, std::string_view field = "filter");
/// `key:value` as parseFilter() reads it back, between quotation marks where it has to be; a bare word without a key.
std::string filterTerm(std::string_view key, std::string_view value);
/// Tokens as far as they can be read, mistakes aside; never fails.
std::vector<FilterToken> tokenizeFilter(std::string_view text);
std::vector<FilterMistake> filterMistakes(std::string_view text, UtcTime now);

/// True if the query takes the event in: for live feeds, by the same rules as the database's answer. Any thread.
bool matches(const EventQuery& query, const Event& event);

} // namespace sallyport::audit
