#pragma once

#include "backend/base/limits.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>

#include <string>
#include <vector>

namespace sallyport::identity {

/// Longer passwords are refused, never cut (ASVS 6.2.9).
inline constexpr std::size_t passwordLimit = limits::secretText; ///< code points

/// How good a password is and what would make it better.
struct PasswordStrength {
    int score = 0; ///< 0..4, as zxcvbn counts
    double guessesLog10 = 0;
    /// Stable words; window and API have texts: `longer`, `add_words`, `common`, `contains_name`, `contains_product`,
    /// `contains_word`, `repeats`, `sequence`, `keyboard`, `date`, `breached`, `unchecked`.
    std::vector<std::string> advice;
    /// Rules that refuse it (`minLength`, `maxLength`, `format`, `common`, `forbidden`, `forbiddenWord`, `breached`,
    /// `breachListUnreadable`, `tooWeak`); empty: acceptable.
    std::vector<FieldError> broken;
};

struct PasswordContext {
    std::string name, email;              ///< words that it must not contain
    std::uint32_t minimumLength = 15;     ///< code points
    std::string organisation{};           ///< another such word: the vault's name
    std::vector<std::string> forbidden{}; ///< the vault's own forbidden words, in any case
};

/// NIST 800-63B-4 §3.1.1.2: length in code points, no composition rules, a list of common passwords, own words
/// (product, name, e-mail), at most 1 KiB and never cut. The password counts exactly as it was received, without Unicode
/// normalisation (ASVS 6.2.8). Pure; 1 ms or so. Any thread but not the GUI's.
[[nodiscard]] PasswordStrength rate(const SecretBytes& password, const PasswordContext& context);

} // namespace sallyport::identity
