#pragma once

#include "backend/settings/settings.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::settings {

// The texts that settings are written in, and back. Every error is InvalidArgument with a sentence that says what would
// be accepted; the rejected text is not repeated.

/// A whole number in minimum..maximum, without sign, spaces or leading `+`.
Result<std::int64_t> parseInteger(std::string_view text, std::int64_t minimum, std::int64_t maximum);

/// `900`, or with a unit `15m`, `24h`, `7d`; the range is in seconds.
Result<std::chrono::seconds> parseSeconds(std::string_view text, std::int64_t minimum, std::int64_t maximum);

/// `5/900`: 1..10,000,000 requests in 1..2,678,400 seconds (31 days).
Result<RateLimit> parseRate(std::string_view text);
std::string rateText(const RateLimit& rate);

/// `true` | `false`, also `on`/`off`, `yes`/`no`, `1`/`0`.
Result<bool> parseBoolean(std::string_view text);

/// One of `a|b|c`.
Result<void> checkChoice(std::string_view text, std::string_view choices);

/// Words between commas or line ends, trimmed, each once, in the order given: at most 400 of 3 to 64 printable characters.
Result<std::vector<std::string>> parseWords(std::string_view text);
/// `one, two`.
std::string wordsText(const std::vector<std::string>& words);

/// An address to listen on: IPv4 or IPv6, `0.0.0.0` and `::` for all.
Result<std::string> parseAddress(std::string_view text);

/// `10.0.0.0/8, 2001:db8::/32`, or empty; nothing that is every address. At most `bytes` of text. Answers them as they were
/// written.
Result<std::string> parseNetworks(std::string_view text, std::size_t bytes);
/// The full path of a file, or empty.
Result<std::string> parseFilePath(std::string_view text, std::size_t bytes);

/// `admin, editor`: names of roles, sorted, each once; at most 16.
Result<std::vector<std::string>> parseRoleNames(std::string_view text);
/// A domain in lower case, like `example.com` or `localhost`; empty for none. No address: browsers take none.
Result<std::string> parseDomain(std::string_view text);
/// `https://a.example.com, https://b.example.com:8443`; http only for localhost. At most 16.
Result<std::vector<std::string>> parseOrigins(std::string_view text);
/// Extensions of files, sorted, in lower case and without their dots: `jpg,pdf`. At most 50.
Result<std::vector<std::string>> parseExtensions(std::string_view text);
/// The host of an origin that parseOrigins has read.
std::string_view hostOfOrigin(std::string_view origin) noexcept;
/// `admin,editor`.
std::string wordListText(const std::vector<std::string>& words);

} // namespace sallyport::settings
