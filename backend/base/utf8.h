#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport {

/// The number of code points, or nothing if `text` is not well-formed UTF-8 (overlong, surrogate, beyond U+10FFFF).
std::optional<std::size_t> codePointCount(std::string_view text) noexcept;

/// True if well-formed and free of NUL, C0 and C1 controls, DEL, bidirectional controls and line separators:
/// what a name may consist of (ASVS 1.3.3).
bool isPrintableText(std::string_view text) noexcept;

/// The first `bytes` bytes at most, cut at a code point boundary; ill-formed input comes back as '?' for each byte.
std::string truncateUtf8(std::string_view text, std::size_t bytes);

/// True if it has more code points than that; what is not well-formed counts byte by byte.
bool isLongerThan(std::string_view text, std::size_t codePoints) noexcept;

/// No byte beyond ASCII.
bool isAscii(std::string_view text) noexcept;

/// ASCII letters only; what e-mail domains and header names need.
std::string toLowerAscii(std::string_view text);

/// Without ASCII white space at both ends.
std::string_view trimAscii(std::string_view text) noexcept;

} // namespace sallyport
