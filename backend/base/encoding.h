#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

using Bytes = std::vector<std::byte>;

/// Lower-case hexadecimal.
std::string toHex(std::span<const std::byte> bytes);
/// Either case; odd length or another character is InvalidArgument.
Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 §4, padded.
std::string toBase64(std::span<const std::byte> bytes);
Result<Bytes> fromBase64(std::string_view text);

/// RFC 4648 §5 without padding, as JOSE wants it.
std::string toBase64Url(std::span<const std::byte> bytes);
/// Canonical only: no padding, no white space, unused bits zero (RFC 7515 §2, standards.md §3).
Result<Bytes> fromBase64Url(std::string_view text);

/// RFC 4648 §6, upper case, without padding, as otpauth wants it.
std::string toBase32(std::span<const std::byte> bytes);
/// Either case; spaces and trailing '=' are skipped, as people type keys in groups.
Result<Bytes> fromBase32(std::string_view text);

} // namespace sallyport
