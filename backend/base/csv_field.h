#pragma once

#include <string>
#include <string_view>

namespace sallyport {

// Fields of CSV files that a spreadsheet may open. What it would take for a formula (`=`, `+`, `-`, `@`, also in full width or
// behind a tab or line end) gets a `'` before it, and so does what begins with `'` and would be one without: each field is
// read back as what it was.

/// What may stand before a CSV, so that a spreadsheet takes it for UTF-8.
inline constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

/// One field as it is written: guarded, controls (line ends too, so that each record stays on its line) as `\n`, `\t`, `\x1b`,
/// `\u0085`; quoted if it holds a comma, a semicolon, a tab or a quotation mark.
void appendCsvField(std::string& to, std::string_view text);

/// A field that was read, without its guard. A `'` that guards nothing is a part of the text.
std::string_view withoutCsvGuard(std::string_view field) noexcept;

} // namespace sallyport
