#pragma once

#include "backend/audit/documents/document.h"

#include <string>

namespace sallyport::audit {

/// English, as a JSON string.
void appendJsonWords(std::string& to, const Phrase& words);
/// A cell as its JSON value: a string, a number, a time of `zone` as a string, or null.
void appendJsonCell(std::string& to, const Cell& cell, const TimeZone& zone);
/// Phrase that are still to be translated: `{"t":source,"v":[values],"c":context}`, members that say nothing left out.
void appendDrawnWords(std::string& to, const Phrase& words);
/// The same cell for the program that draws: words as above, a time as `{"at": text}`.
void appendDrawnCell(std::string& to, const Cell& cell, const TimeZone& zone);

} // namespace sallyport::audit
