#include "backend/settings/browser_settings.h"

namespace sallyport::settings {

bool isBrowserSetting(std::string_view key) noexcept
{
    return key.starts_with("headers.") || key.starts_with("cors.");
}

Result<void> changeBrowserSettings(Settings& settings, const access::Actor& actor, const Changes& changes)
{
    if (!actor.permissions.has(access::Permission::SettingsUpdate))
        SALLYPORT_TRY(access::require(actor, access::Permission::ProtectionUpdate));
    Error other(ErrorCode::InvalidArgument, "Only what answers tell browsers can be changed here");
    for (const auto& [key, value] : changes)
        if (!isBrowserSetting(key))
            other.fields.push_back({key, other.detail, "unknown"});
    if (!other.fields.empty())
        return other;
    access::Actor as = actor;
    as.permissions.add(access::Permission::SettingsUpdate);
    return settings.change(as, changes);
}

} // namespace sallyport::settings
