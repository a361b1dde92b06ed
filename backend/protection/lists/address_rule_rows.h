#pragma once

#include "backend/protection/lists/address_range.h"
#include "backend/protection/lists/address_rule.h"
#include "backend/storage/transaction.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sallyport::protection::rows {

/// A rule as it is kept, with its range.
struct StoredRule {
    AddressRule rule; ///< without its place
    AddressRange range;
};

/// SQL of the lists; inside the caller's transaction. A rule that has ended is none, but for forEachRule and endedRules.
[[nodiscard]] Result<void> addRule(storage::Transaction& transaction, const StoredRule& stored);
/// Reason, end, score, step and who.
[[nodiscard]] Result<void> updateRule(storage::Transaction& transaction, const StoredRule& stored);
[[nodiscard]] Result<void> removeRule(storage::Transaction& transaction, const AddressRuleId& id);
[[nodiscard]] Result<std::optional<StoredRule>> rule(storage::Transaction& transaction, const AddressRuleId& id);
/// The one with this canonical address, action and origin, though it may have ended.
[[nodiscard]] Result<std::optional<StoredRule>> ruleFor(storage::Transaction& transaction, const std::string& address,
                                                        AddressAction action, bool byScore);
/// Those that hold for the address at that time.
[[nodiscard]] Result<std::vector<StoredRule>> rulesAbout(storage::Transaction& transaction, const IpAddress& address,
                                                         UtcTime now);
/// Of the bans by score those that lie within the range.
[[nodiscard]] Result<std::vector<StoredRule>> bansWithin(storage::Transaction& transaction, const AddressRange& range,
                                                         std::size_t most);
[[nodiscard]] Result<std::int64_t> countRules(storage::Transaction& transaction);
[[nodiscard]] Result<void> forEachRule(storage::Transaction& transaction, const std::function<void(StoredRule)>& take);
/// At most so many of those that ended by then, the first to end first.
[[nodiscard]] Result<std::vector<StoredRule>> endedRules(storage::Transaction& transaction, UtcTime by, std::size_t most);
[[nodiscard]] Result<void> addHits(storage::Transaction& transaction, std::string_view id, std::uint64_t hits, UtcTime lastHit);

/// A page, and of how many.
[[nodiscard]] Result<AddressRulePage> page(storage::Transaction& transaction, const AddressRuleQuery& query, UtcTime now);
/// The ids of all that the query finds.
[[nodiscard]] Result<std::vector<AddressRuleId>> found(storage::Transaction& transaction, const AddressRuleQuery& query,
                                                       UtcTime now);

struct StoredBan {
    std::string id;
    std::string address; ///< canonical
    EarlierBan ban;
    std::optional<UtcTime> liftedAt;
};
[[nodiscard]] Result<void> addBan(storage::Transaction& transaction, const StoredBan& ban);
/// The newest first, of those since then.
[[nodiscard]] Result<std::vector<StoredBan>> bansOf(storage::Transaction& transaction, const std::string& address, UtcTime since);
/// All that began since then, but for those that were lifted.
[[nodiscard]] Result<void> forEachBan(storage::Transaction& transaction, UtcTime since,
                                      const std::function<void(const StoredBan&)>& take);
/// The last of this address ends now, since somebody has lifted it.
[[nodiscard]] Result<void> liftBan(storage::Transaction& transaction, const std::string& address, const std::string& by,
                                   UtcTime now);
/// Those that were lifted since then: address and when.
[[nodiscard]] Result<std::vector<StoredBan>> liftedSince(storage::Transaction& transaction, UtcTime since);
/// Those that began before then, and of the others the oldest beyond so many.
[[nodiscard]] Result<void> forgetBans(storage::Transaction& transaction, UtcTime before, std::int64_t most);

} // namespace sallyport::protection::rows
