#pragma once

#include "backend/audit/event.h"
#include "backend/history/history.h"
#include "backend/storage/store.h"

#include <functional>
#include <span>

namespace sallyport::history {

/// The kinds of events that tell of a change of the configuration.
std::span<const std::string_view> versionKinds() noexcept;
/// Those of an object's kind; empty for one that has none.
std::vector<std::string> versionKindsOf(std::string_view objectKind);

Version versionOf(const audit::Event& event);
/// Nullptr if this member has not changed.
const VersionChange* changeOf(const Version& version, std::string_view field);
/// `a, b` as the events write lists.
std::vector<std::string> wordsIn(std::string_view text);

/// Hands over what these kinds have told since `at`, the newest first. LimitReached beyond a bound of steps: the moment lies too
/// far back.
Result<void> walkBack(storage::Transaction& transaction, const std::vector<std::string>& kinds, UtcTime at,
                      const std::function<void(const audit::Event&)>& take);

} // namespace sallyport::history
