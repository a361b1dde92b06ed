#pragma once

#include "backend/audit/event.h"

#include <cstddef>

namespace sallyport::audit {

// What a field has at most, so that nobody fills the disk with one request: bytes, for names and addresses of mail code points,
// since those are what people are called and a name that we keep must be the same here.
inline constexpr std::size_t wordLimit = 64; ///< kinds of objects, methods, reasons
inline constexpr std::size_t idLimit = 128;
inline constexpr std::size_t nameLimit = 200;
inline constexpr std::size_t emailLimit = 254; ///< RFC 5321 §4.5.3.1.3
inline constexpr std::size_t userAgentLimit = 256;
inline constexpr std::size_t pathLimit = 1024;
inline constexpr std::size_t detailsLimit = 16384;

/// `event` as the journal keeps it: every text well-formed UTF-8, cut at a code point, the details a JSON object.
/// Controls stay as they came: what is written out escapes them.
Event withinLimits(Event event);

} // namespace sallyport::audit
