#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>

#include <string>
#include <vector>

namespace sallyport::identity {

/// How good a password is and what would make it better.
struct PasswordStrength {
    int score = 0;                     ///< 0..4, as zxcvbn counts
    double guessesLog10 = 0;
    std::vector<std::string> advice;   ///< stable words (`add_words`, `common`, `contains_name`...); window and API have texts
    std::vector<FieldError> broken;    ///< rules that refuse it (`minLength`, `common`, `forbidden`); empty: acceptable
};

struct PasswordContext {
    std::string name, email;           ///< words that it must not contain
    std::uint32_t minimumLength = 15;  ///< code points
};

/// NIST 800-63B-4 §3.1.1.2: length in code points, no composition rules, a list of common passwords, own words
/// (product, name, e-mail), at most 1 KiB and never cut. Pure; 1 ms or so. Any thread but not the GUI's.
[[nodiscard]] PasswordStrength rate(const SecretBytes& password, const PasswordContext& context);

} // namespace sallyport::identity
