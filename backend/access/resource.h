#pragma once

#include "backend/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::access {

/// What policies can protect. The word stands in policies, in CEL (`resource.kind`) and in the API.
enum class ResourceKind : std::uint8_t { Record, Comment, File };

/// `record` | `comment` | `file`
std::string_view resourceWord(ResourceKind kind) noexcept;
std::optional<ResourceKind> findResourceKind(std::string_view word) noexcept;

/// What a decision may know of the object that is asked for. What isn't set is absent, which is neither empty nor equal to
/// anything: a condition that needs it fails.
struct Resource {
    ResourceKind kind = ResourceKind::Record;
    std::string id; ///< empty: one that is only about to be made
    std::optional<std::string> ownerId;
    std::optional<std::string> department;
    std::optional<std::string> classification;
    std::optional<std::string> recordId; ///< of a comment or file that belongs to a record
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> changedAt;
};

} // namespace sallyport::access
