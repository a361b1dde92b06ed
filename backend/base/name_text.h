#pragma once

#include "backend/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

// What people call things: users, keys, accounts, providers, passkeys, vaults. One rule for all of them, whichever way they come
// in. At both ends white space of every script and what shows nothing (zero width space, word joiner, BOM, tags, fillers,
// noncharacters, blank Braille) is taken away; inside, white space stays, and what shows nothing is wrong (shown_text.h: joiners
// and variation selectors stay where a script or an emoji needs them). Control characters are wrong everywhere.

/// What of a name can be seen: without what is taken away at its ends; empty if nothing can.
std::string_view visibleName(std::string_view name) noexcept;

/// Brings a name into that form and adds to `errors` what is wrong with it, under the name of its `field`: `format` (no UTF-8),
/// `minLength`, `visible` (there is something, and nothing of it can be seen), `maxLength` in characters, `printable`. A
/// `minimum` of 0 is a text that may be left out.
void tidyName(std::string_view field, std::string& name, std::size_t minimum, std::size_t maximum,
              std::vector<FieldError>& errors);

/// A name that others chose and that nobody can be asked about: what is wrong inside goes too, and what is behind `maximum`
/// characters. Empty if nothing is left.
std::string nameFromOutside(std::string_view text, std::size_t maximum);

/// The first `codePoints` code points at most, cut between characters as people see them: no letter loses its accent, no sign is
/// taken apart (grapheme clusters of UAX #29). A character that alone has more is cut inside. Ill-formed input comes back as '?'
/// for each byte.
std::string truncateCharacters(std::string_view text, std::size_t codePoints);

} // namespace sallyport
