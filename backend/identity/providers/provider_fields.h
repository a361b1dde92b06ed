#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/providers/identity_providers.h"

#include <vector>

namespace sallyport::identity {

inline constexpr std::int64_t maximumProviders = 100;
inline constexpr std::size_t hmacClientSecret = 32; ///< bytes that HS256 needs (RFC 7518 §3.2)

/// The fields in their one form: sorted sets, `openid` among the scopes, defaults where a list is empty. Adds to `errors`
/// what is wrong; a rejected value is never part of it.
ProviderFields checkedProvider(const Core& core, ProviderFields fields, std::vector<FieldError>& errors);
/// What a secret must be for these fields; `present` if one is stored and none is given.
void checkClientSecret(const ProviderFields& fields, const std::optional<SecretBytes>& secret, bool present,
                       std::vector<FieldError>& errors);
/// Every role that the provider could give.
std::vector<std::string> rolesOf(const ProviderFields& fields);

/// Words in one text, as the database has them.
std::string wordsText(const std::vector<std::string>& words);
std::vector<std::string> wordsOf(std::string_view text);
std::string rulesJson(const std::vector<RoleRule>& rules);
std::vector<RoleRule> rulesOf(std::string_view json);

} // namespace sallyport::identity
