#pragma once

#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>

namespace sallyport::identity {

inline constexpr std::uint32_t shortestGenerated = 8;
inline constexpr std::uint32_t usualGenerated = 24;
inline constexpr std::uint32_t longestGenerated = 128;

/// What a generated password is made of.
struct PasswordRecipe {
    std::uint32_t length = 0; ///< 0: 24, or as many as a password here must have if that is more
    bool lower = true, upper = true, digits = true, signs = true;
};

struct GeneratedPassword {
    SecretBytes text;
    double bits = 0; ///< log2 of how many the recipe can make; all are as likely
};

/// One of all passwords of `recipe.length` (8 to 128) with at least one character of each kind, each as likely as any other.
/// Without characters that look alike (0 and O, 1, l and I). InvalidArgument with a field `length` or `kinds`.
/// CryptoFailure without randomness. Pure.
Result<GeneratedPassword> generatePassword(const PasswordRecipe& recipe, RandomSource& random);

} // namespace sallyport::identity
