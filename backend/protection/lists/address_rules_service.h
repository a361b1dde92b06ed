#pragma once

#include "backend/access/change_book.h"
#include "backend/audit/journal.h"
#include "backend/base/random.h"
#include "backend/protection/lists/address_places.h"
#include "backend/protection/lists/address_rule_rows.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/protection/lists/address_table.h"
#include "backend/protection/lists/ban_memory.h"
#include "backend/protection/lists/trusted_proxies.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"

#include <atomic>
#include <map>
#include <mutex>

namespace sallyport::protection {

/// What a commit has changed of the lists.
struct ChangedRule {
    std::string id;
    AddressRange range;
    AddressEntry::Kind kind = AddressEntry::Kind::Block;
    UtcTime ends{};
    bool gone = false;
    bool lifted = false; ///< what is held against its addresses is forgotten
    bool made = false;   ///< a ban by score that wasn't there before
};
/// All of one commit together.
inline constexpr storage::Topic<std::vector<ChangedRule>> addressRulesTopic{"address_rules"};

/// What the lists are kept with. Everything outlives them.
struct AddressRulesParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    const Clock& clock;
    RandomSource& random;
    /// The actor as they are at this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor&)> now;
    access::ChangeBook* changeBook = nullptr; ///< none: nobody is cut off
};

/// The one implementation. Rules by hand are in address_rules_service.cpp, importing and exporting in address_files.cpp, what the
/// score does in score_bans.cpp, what is kept in memory in live_rules.cpp.
class AddressRulesService final : public AddressRules {
public:
    static Result<std::unique_ptr<AddressRulesService>> open(AddressRulesParts parts);

    Result<AddressRulePage> list(const access::Actor& actor, const AddressRuleQuery& query) override;
    Result<AddressRule> read(const access::Actor& actor, const AddressRuleId& id) override;
    Result<AddressRule> add(const access::Actor& actor, const NewAddressRule& rule) override;
    Result<AddressImportResult> import(const access::Actor& actor, const AddressImport& import) override;
    Result<AddressRule> change(const access::Actor& actor, const AddressRuleId& id, const AddressRulePatch& patch) override;
    Result<void> remove(const access::Actor& actor, const AddressRuleId& id) override;
    Result<std::int64_t> removeMany(const access::Actor& actor, std::span<const AddressRuleId> ids) override;
    Result<std::int64_t> removeFound(const access::Actor& actor, const AddressRuleQuery& query) override;
    Result<std::string> exportRules(const access::Actor& actor, AddressExport format) override;
    Result<std::vector<EarlierBan>> earlierBans(const access::Actor& actor, const IpAddress& address) override;
    Result<AddressRule> banByScore(const ScoreBan& ban) override;
    void banSoon(ScoreBan ban, std::function<void(Result<AddressRule>)> done) override;
    Result<NextBan> nextBan(const IpAddress& address) override;
    AddressVerdict lookup(const IpAddress& address) const noexcept override;
    void countHit(const AddressVerdict& verdict) noexcept override;
    bool inGrace(const IpAddress& address) const noexcept override;
    bool isTrustedProxy(const IpAddress& address) const noexcept override;
    std::uint64_t bansMade() const noexcept override { return m_bansMade.load(std::memory_order_relaxed); }
    AddressPlace place(const IpAddress& address) const override;
    Subscription onLifted(std::function<void(const Cidr& range)> listener) override;

    /// What memory holds, after another process has changed the database.
    [[nodiscard]] Result<void> reload();
    /// Writes how often rules were asked for since the last time, and removes those that have ended; `deletable` is by which time
    /// may be deleted (audit::SeenTime), asked only if there is something to delete. Blocks.
    [[nodiscard]] Result<void> keep(const std::function<Result<UtcTime>()>& deletable);
    /// Takes a change back that cut off whoever made it; what others have changed meanwhile stays, and is answered.
    [[nodiscard]] Result<std::vector<std::string>> takeBack(storage::Transaction& transaction, const std::string& undo);

private:
    using StoredRule = rows::StoredRule;
    using Changes = std::vector<ChangedRule>;
    /// What refuses a rule before anything is looked up.
    struct Checked {
        AddressRange range;
        AddressAction action = AddressAction::Block;
        std::string reason;
        std::optional<std::chrono::seconds> expiresIn;
    };

    explicit AddressRulesService(AddressRulesParts parts);
    Result<access::Actor> authorize(const access::Actor& actor, std::initializer_list<access::Permission> permissions) const;
    Result<access::Actor> authorizeChange(const access::Actor& actor, AddressAction action) const;

    // address_rules_service.cpp
    Result<StoredRule> addOne(storage::Transaction& transaction, const access::Actor& actor, const Checked& wanted, UtcTime now,
                              Changes& changes);
    Result<void> requireOthers(storage::Transaction& transaction, const access::Actor& actor, const AddressRange& range,
                               UtcTime now) const;
    Result<void> liftWithin(storage::Transaction& transaction, const access::Actor& actor, const AddressRange& range, UtcTime now,
                            Changes& changes);
    Result<void> removeOne(storage::Transaction& transaction, const access::Actor& actor, const StoredRule& stored, UtcTime now,
                           Changes& changes);
    Result<std::vector<StoredRule>> removeSome(const access::Actor& actor, std::span<const AddressRuleId> ids);
    Result<bool> isKeptOut(storage::Transaction& transaction, const access::Actor& actor, UtcTime now) const;
    Result<void> noteCutOff(storage::Transaction& transaction, const access::Actor& actor, const std::string& object,
                            std::string undo) const;
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, std::string_view kind,
                        const StoredRule& stored) const;
    static void tell(storage::Transaction& transaction, Changes changes);

    // score_bans.cpp
    Result<AddressRule> banInside(storage::Transaction& transaction, const ScoreBan& ban);
    Result<NextBan> nextBanInside(storage::Transaction& transaction, const AddressRange& range, UtcTime now) const;
    NextBan banAfter(std::size_t earlier) const;
    Result<BanMemory::Bans> bansThatCount(storage::Transaction& transaction, UtcTime now) const;

    // live_rules.cpp
    void take(const Changes& changes);
    void noteGrace(AddressTable::Change& change, const AddressRange& range, UtcTime ends);
    void forgetGraces(UtcTime now);
    Result<void> storeHits();
    Result<void> removeEnded(const std::function<Result<UtcTime>()>& deletable);
    void tellLifted(const AddressRange& range);
    void takeSettings(const settings::Values& values);

    const AddressRulesParts m_parts;
    IdStock m_ids;
    AddressTable m_table;
    std::mutex m_changing; ///< of m_table and m_graces
    std::multimap<UtcTime, AddressRange> m_graces;
    BanMemory m_bans;
    std::atomic<std::shared_ptr<const TrustedProxies>> m_proxies;
    AddressPlaces m_places;
    std::atomic<std::uint64_t> m_bansMade{0};
    struct Listener {
        std::mutex mutex;
        std::function<void(const Cidr&)> told;
    };
    std::mutex m_listening;
    std::vector<std::weak_ptr<Listener>> m_listeners;
    storage::ChangeFeed::Subscription m_subscription; ///< goes first
    settings::Settings::Subscription m_onSettings, m_joined;
};

/// Which kind of entry a rule is in memory.
AddressEntry::Kind kindOf(const AddressRule& rule) noexcept;
/// Conflict with a word.
Error listConflict(std::string detail, std::string word);
/// What of the console may never be kept out: 127.0.0.1 and ::1.
bool coversConsole(const AddressRange& range) noexcept;

} // namespace sallyport::protection
