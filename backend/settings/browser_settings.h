#pragma once

#include "backend/settings/change.h"
#include "backend/settings/settings.h"

#include <string_view>

namespace sallyport::settings {

/// True for what answers tell browsers, `headers.*` and `cors.*`.
bool isBrowserSetting(std::string_view key) noexcept;

/// Changes those settings and no others: who may change what protects the server (protection:update) may change these, and so may
/// who may change every setting. InvalidArgument names each bad key, another group's among them. Blocks.
[[nodiscard]] Result<void> changeBrowserSettings(Settings& settings, const access::Actor& actor, const Changes& changes);

} // namespace sallyport::settings
