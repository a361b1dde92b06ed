#pragma once

#include "backend/protection/inspection/detection_hit.h"
#include "backend/storage/transaction.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sallyport::protection::rows {

[[nodiscard]] Result<void> addHit(storage::Transaction& transaction, const DetectionHit& hit);
[[nodiscard]] Result<HitPage> hits(storage::Transaction& transaction, const HitQuery& query);
[[nodiscard]] Result<DetectionHit> hit(storage::Transaction& transaction, std::string_view id);
/// Those since then, the newest first, at most `most`; until `see` answers false.
[[nodiscard]] Result<void> eachHit(storage::Transaction& transaction, UtcTime since, std::uint32_t most,
                                   const std::function<bool(const DetectionHit&)>& see);

struct HitCount {
    std::int64_t blocked = 0, observed = 0;
};
/// By class or rule.
using HitCounts = std::map<std::string, HitCount, std::less<>>;
[[nodiscard]] Result<HitCounts> countsByClass(storage::Transaction& transaction, UtcTime since);
[[nodiscard]] Result<HitCounts> countsByRule(storage::Transaction& transaction, UtcTime since);
/// Of one class, or of all if `attackClass` is empty.
[[nodiscard]] Result<HitCount> countBetween(storage::Transaction& transaction, std::string_view attackClass, UtcTime since,
                                            UtcTime until);

[[nodiscard]] Result<void> removeHits(storage::Transaction& transaction, UtcTime before);
/// The oldest above `most`, at most `atOnce` of them; how many went.
[[nodiscard]] Result<std::int64_t> removeSurplusHits(storage::Transaction& transaction, std::int64_t most, std::int64_t atOnce);

} // namespace sallyport::protection::rows
