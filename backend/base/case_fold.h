#pragma once

#include <string>
#include <string_view>

namespace sallyport {

// The forms by which texts of people are compared, the same with every database. All of them take well-formed UTF-8; of what
// isn't only the letters of ASCII are folded. Unicode's tables come from libunistring: textRules() tells which.

/// One form for all ways to write the same letters: full case folding (`ß` is `ss`, both sigmas are one), compatibility forms
/// and widths undone, composed (NFKC), without characters that show nothing. Accents stay.
std::string foldCase(std::string_view text);

/// What is searched for, and in: foldCase() without the accents of Latin and Greek letters, the dots of `ё`, the points of
/// Hebrew and Arabic, and with `ł`, `ø`, `æ` and their like as the letters they are looked for by. Marks that make another
/// letter (`й`, Indic vowels, Japanese sound marks) stay.
std::string searchKey(std::string_view text);

/// What is stored to sort by, to find parts in and to be unique: searchKey(), and behind it, if accents make a difference,
/// U+0001 and foldCase(). Compared byte by byte, Ödön stands beside Odon, and a name is taken only by the same name. Each of the
/// two is cut at textKeyBytes.
std::string textKey(std::string_view text);

inline constexpr std::size_t textKeyBytes = 1024; ///< more than a name of 100 letters has, unless each is a ligature of 18

/// Changes when these forms may have changed, with the program or with its libraries: what is stored is made anew then.
std::string textRules();

/// Without white space and characters that show nothing at both ends.
std::string_view trimUnicode(std::string_view text) noexcept;

} // namespace sallyport
