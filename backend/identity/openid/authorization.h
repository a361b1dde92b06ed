#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::identity::outside {

using Parameters = std::vector<std::pair<std::string_view, std::string_view>>;

/// application/x-www-form-urlencoded: everything but letters, digits and `-._~` as %XX.
std::string formEncoded(const Parameters& parameters);
/// The URL with the parameters after those that it has.
std::string withParameters(std::string_view url, const Parameters& parameters);
/// `code_challenge` of RFC 7636 §4.2, S256.
std::string codeChallenge(std::string_view verifier);
/// 43 to 128 characters of RFC 7636 §4.1.
bool isCodeVerifier(std::string_view text) noexcept;
/// 43 characters of base64url: what SHA-256 makes.
bool isCodeChallenge(std::string_view text) noexcept;

} // namespace sallyport::identity::outside
