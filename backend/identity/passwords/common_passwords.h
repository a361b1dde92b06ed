#pragma once

#include <string>
#include <string_view>

namespace sallyport::identity {

/// resources/common_passwords.txt as it was built in: one password a line, lines with '#' are comments.
std::string_view commonPasswordsText() noexcept;

/// Lower case and with the usual substitutions undone: `P@ssw0rd` becomes `password`.
std::string undoSubstitutions(std::string_view folded);

/// True for a password that is tried early (ASVS 6.2.4): one of the list, with or without the digits and signs that
/// people put at its ends; one group of characters over and over; or made of at most three such parts, rows of the
/// keyboard, of the alphabet and of digits among them. `folded` is lower case.
bool isCommonPassword(std::string_view folded);

} // namespace sallyport::identity
