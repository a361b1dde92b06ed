#pragma once

#include "backend/identity/providers/identity_providers.h"

#include <array>
#include <string_view>

namespace sallyport::identity {

/// What is known of a provider that many use.
struct ProviderPreset {
    std::string_view name; ///< also the name that a provider gets in its URL
    std::string_view title;
    ProviderKind kind;
    std::string_view issuer; ///< what stands in braces is for the operator to fill in
    ClientAuthentication authentication;
};

inline constexpr std::array<ProviderPreset, 4> providerPresets{{
    {"google", "Google", ProviderKind::OpenIdConnect, "https://accounts.google.com", ClientAuthentication::Post},
    {"microsoft", "Microsoft", ProviderKind::OpenIdConnect, "https://login.microsoftonline.com/{tenant}/v2.0",
     ClientAuthentication::Post},
    {"github", "GitHub", ProviderKind::GitHub, "https://github.com", ClientAuthentication::Post},
    {"gitlab", "GitLab", ProviderKind::OpenIdConnect, "https://gitlab.com", ClientAuthentication::Basic},
}};

} // namespace sallyport::identity
