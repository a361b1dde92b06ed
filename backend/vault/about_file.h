#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace sallyport {

/// What the unlock screen says before anything is unlocked: `about.json` in the data directory. Nothing secret, and
/// nothing depends on it: a missing or broken file reads as empty.
struct AboutFile {
    std::optional<UtcTime> lastOpenedAt;
    std::string lastOpenedBy;
    std::string url;
};

AboutFile readAbout(const std::filesystem::path& dataDirectory);
[[nodiscard]] Result<void> writeAbout(const std::filesystem::path& dataDirectory, const AboutFile& about);

} // namespace sallyport
