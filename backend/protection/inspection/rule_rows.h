#pragma once

#include "backend/protection/inspection/detection_rules.h"
#include "backend/storage/transaction.h"

#include <map>
#include <string>
#include <vector>

namespace sallyport::protection::rows {

/// What is set of a rule or a class.
struct OwnMode {
    settings::ControlMode mode = settings::ControlMode::Enforce;
    std::uint8_t strictness = 0;
};

/// All that operators have decided, as it is stored.
struct Decided {
    std::map<std::string, OwnMode, std::less<>> modes;                       ///< by rule or class
    std::map<std::string, std::vector<RouteStrictness>, std::less<>> routes; ///< by class, or `all`
    std::vector<detection::OwnRule> rules;                                   ///< by id
    std::vector<DetectionExclusion> exclusions;                              ///< by the time of their review
};
[[nodiscard]] Result<Decided> decided(storage::Transaction& transaction);

[[nodiscard]] Result<void> putMode(storage::Transaction& transaction, std::string_view id, const OwnMode& mode);
[[nodiscard]] Result<void> removeMode(storage::Transaction& transaction, std::string_view id);
[[nodiscard]] Result<void> putRoutes(storage::Transaction& transaction, std::string_view attackClass,
                                     const std::vector<RouteStrictness>& routes);
[[nodiscard]] Result<void> putRule(storage::Transaction& transaction, const detection::OwnRule& rule);
[[nodiscard]] Result<void> removeRule(storage::Transaction& transaction, std::string_view id);
[[nodiscard]] Result<void> addExclusion(storage::Transaction& transaction, const DetectionExclusion& exclusion);
[[nodiscard]] Result<void> removeExclusion(storage::Transaction& transaction, std::string_view id);

} // namespace sallyport::protection::rows
