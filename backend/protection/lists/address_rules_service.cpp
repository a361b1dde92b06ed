#include "backend/protection/lists/address_rules_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/identity/core/user_fields.h"
#include "backend/protection/lists/administrator_address.h"
#include "backend/protection/lists/rule_undo.h"

#include <algorithm>

namespace sallyport::protection {

using access::Actor;
using access::Permission;
using rows::StoredRule;

namespace {

constexpr std::size_t liftedAtOnce = 1'000; ///< bans by score that one allow rule lifts; those beyond are overruled, not removed
constexpr std::size_t eventsAtOnce = 20;    ///< rules removed together that each have an event of their own; more share one

Error noSuchRule()
{
    return makeError(ErrorCode::NotFound, "There is no such rule");
}

ChangedRule changeOf(const StoredRule& stored, bool gone = false)
{
    ChangedRule change;
    change.id = stored.rule.id.text();
    change.range = stored.range;
    change.kind = kindOf(stored.rule);
    change.ends = stored.rule.expiresAt.value_or(UtcTime::max());
    change.gone = gone;
    return change;
}

void checkReason(std::string& reason, std::vector<FieldError>& errors)
{
    tidyName("reason", reason, 0, addressReasonLimit, errors);
}

void checkTime(const std::optional<std::chrono::seconds>& expiresIn, std::vector<FieldError>& errors)
{
    if (expiresIn && (*expiresIn < std::chrono::seconds(1) || *expiresIn > addressRuleLongest))
        errors.push_back({"expires_in", "1 to " + std::to_string(addressRuleLongest.count()) + " seconds.", "range"});
}

} // namespace

AddressEntry::Kind kindOf(const AddressRule& rule) noexcept
{
    if (rule.action == AddressAction::Allow)
        return AddressEntry::Kind::Allow;
    return rule.score ? AddressEntry::Kind::Ban : AddressEntry::Kind::Block;
}

Error listConflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

bool coversConsole(const AddressRange& range) noexcept
{
    static const IpAddress v4 = IpAddress::v4(0x7F000001);
    static const IpAddress v6 = IpAddress::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    return range.contains(v4) || range.contains(v6);
}

Result<Actor> AddressRulesService::authorize(const Actor& actor, std::initializer_list<Permission> permissions) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    for (const Permission permission : permissions)
        SALLYPORT_TRY(access::require(current, permission));
    return current;
}

/// Whoever adds or takes an allow rule lifts bans, or makes them hold again.
Result<Actor> AddressRulesService::authorizeChange(const Actor& actor, AddressAction action) const
{
    if (action == AddressAction::Allow)
        return authorize(actor, {Permission::BansCreate, Permission::BansDelete});
    return authorize(actor, {Permission::BansCreate});
}

Result<AddressRulePage> AddressRulesService::list(const Actor& actor, const AddressRuleQuery& query)
{
    SALLYPORT_TRY(authorize(actor, {Permission::BansRead}));
    const UtcTime now = m_parts.store.now();
    SALLYPORT_ASSIGN(AddressRulePage page,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::page(transaction, query, now); }));
    for (AddressRule& rule : page.rules)
        if (const auto range = AddressRange::parse(rule.address))
            rule.place = m_places.find(range->base).text();
    return page;
}

Result<AddressRule> AddressRulesService::read(const Actor& actor, const AddressRuleId& id)
{
    SALLYPORT_TRY(authorize(actor, {Permission::BansRead}));
    SALLYPORT_ASSIGN(auto found,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::rule(transaction, id); }));
    if (!found || (found->rule.expiresAt && *found->rule.expiresAt <= m_parts.store.now()))
        return noSuchRule();
    found->rule.place = m_places.find(found->range.base).text();
    return std::move(found->rule);
}

Result<void> AddressRulesService::record(storage::Transaction& transaction, const Actor& actor, std::string_view kind,
                                         const StoredRule& stored) const
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"address_rule", stored.rule.id.text(), stored.rule.address};
    event.reason = stored.rule.score ? "score" : "";
    audit::Details details;
    details.text("address", stored.rule.address).text("action", actionWord(stored.rule.action));
    if (!stored.rule.reason.empty())
        details.text("reason", stored.rule.reason);
    if (stored.rule.expiresAt)
        details.text("until", toRfc3339(*stored.rule.expiresAt));
    if (stored.rule.score) {
        details.number("score", *stored.rule.score).number("step", stored.rule.step);
        details.text("signals", rows::signalLines(stored.rule.signals));
    }
    event.detailsJson = details.json();
    return m_parts.journal.append(transaction, std::move(event));
}

void AddressRulesService::tell(storage::Transaction& transaction, Changes changes)
{
    if (!changes.empty())
        transaction.changed(addressRulesTopic, {}, std::make_shared<const Changes>(std::move(changes)));
}

/// True if requests from where the actor asks are refused, as the lists are inside this transaction.
Result<bool> AddressRulesService::isKeptOut(storage::Transaction& transaction, const Actor& actor, UtcTime now) const
{
    if (m_parts.changeBook == nullptr || !m_parts.changeBook->comesByServer(actor))
        return false;
    SALLYPORT_ASSIGN(const std::vector<StoredRule> about, rows::rulesAbout(transaction, actor.address, now));
    const auto allows = [](const StoredRule& stored) { return stored.rule.action == AddressAction::Allow; };
    return !about.empty() && std::ranges::none_of(about, allows);
}

Result<void> AddressRulesService::noteCutOff(storage::Transaction& transaction, const Actor& actor, const std::string& object,
                                             std::string undo) const
{
    SALLYPORT_TRY(
        m_parts.changeBook->note(transaction, actor, {access::ProvisionalKind::AddressRule, {}, object, std::move(undo)}));
    return {};
}

/// Nobody keeps the last administrator out, but that administrator, who knows where they are.
Result<void> AddressRulesService::requireOthers(storage::Transaction& transaction, const Actor& actor, const AddressRange& range,
                                                UtcTime now) const
{
    if (actor.kind == Actor::Kind::System)
        return {}; // the command line, which nothing keeps out and which takes it back
    SALLYPORT_ASSIGN(const auto last, rows::lastAdministrator(transaction, now));
    if (!last || last->id == actor.id || !range.contains(last->address))
        return {};
    return listConflict("The only administrator was active from this address last.", "last_administrator");
}

/// Bans by score that an allow rule makes void.
Result<void> AddressRulesService::liftWithin(storage::Transaction& transaction, const Actor& actor, const AddressRange& range,
                                             UtcTime now, Changes& changes)
{
    SALLYPORT_ASSIGN(const std::vector<StoredRule> bans, rows::bansWithin(transaction, range, liftedAtOnce));
    for (const StoredRule& ban : bans)
        SALLYPORT_TRY(removeOne(transaction, actor, ban, now, changes));
    return {};
}

Result<void> AddressRulesService::removeOne(storage::Transaction& transaction, const Actor& actor, const StoredRule& stored,
                                            UtcTime now, Changes& changes)
{
    SALLYPORT_TRY(rows::removeRule(transaction, stored.rule.id));
    ChangedRule change = changeOf(stored, true);
    if (stored.rule.score) {
        change.lifted = true;
        SALLYPORT_TRY(rows::liftBan(transaction, stored.rule.address, access::nameOf(actor), now));
    }
    changes.push_back(std::move(change));
    return {};
}

Result<StoredRule> AddressRulesService::addOne(storage::Transaction& transaction, const Actor& actor, const Checked& wanted,
                                               UtcTime now, Changes& changes)
{
    const std::string address = wanted.range.text();
    SALLYPORT_ASSIGN(const auto known, rows::ruleFor(transaction, address, wanted.action, false));
    if (known && (!known->rule.expiresAt || *known->rule.expiresAt > now))
        return listConflict("There is a rule for this address already.", "rule_exists");
    if (known)
        SALLYPORT_TRY(rows::removeRule(transaction, known->rule.id)); // one that has ended
    if (wanted.action == AddressAction::Block)
        SALLYPORT_TRY(requireOthers(transaction, actor, wanted.range, now));
    StoredRule stored;
    stored.range = wanted.range;
    stored.rule.id = AddressRuleId(m_ids.next());
    stored.rule.address = address;
    stored.rule.action = wanted.action;
    stored.rule.reason = wanted.reason;
    stored.rule.createdBy = access::nameOf(actor);
    stored.rule.createdAt = now;
    if (wanted.expiresIn)
        stored.rule.expiresAt = now + *wanted.expiresIn;
    SALLYPORT_TRY(rows::addRule(transaction, stored));
    ChangedRule change = changeOf(stored);
    change.lifted = wanted.action == AddressAction::Allow;
    changes.push_back(std::move(change));
    if (wanted.action == AddressAction::Allow)
        SALLYPORT_TRY(liftWithin(transaction, actor, wanted.range, now, changes));
    return stored;
}

Result<AddressRule> AddressRulesService::add(const Actor& actor, const NewAddressRule& rule)
{
    SALLYPORT_ASSIGN(const Actor current,
                     authorizeChange(actor, rule.action == "allow" ? AddressAction::Allow : AddressAction::Block));
    std::vector<FieldError> errors;
    Checked wanted{{}, AddressAction::Block, rule.reason, rule.expiresIn};
    if (auto range = AddressRange::parse(rule.address))
        wanted.range = std::move(*range);
    else
        errors.push_back({"address", "An address such as 203.0.113.7, or a range such as 203.0.113.0/24.", "address"});
    if (rule.action == actionWord(AddressAction::Allow))
        wanted.action = AddressAction::Allow;
    else if (rule.action != actionWord(AddressAction::Block))
        errors.push_back({"action", "block or allow.", "enum"});
    checkReason(wanted.reason, errors);
    checkTime(rule.expiresIn, errors);
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    if (wanted.action == AddressAction::Block && coversConsole(wanted.range))
        return listConflict("This would keep out the console itself: 127.0.0.1 and ::1 can't be blocked.", "own_address");
    const UtcTime now = m_parts.store.now();
    SALLYPORT_ASSIGN(AddressRule added, m_parts.store.write([&](storage::Transaction& transaction) -> Result<AddressRule> {
        SALLYPORT_ASSIGN(const std::int64_t count, rows::countRules(transaction));
        if (count >= static_cast<std::int64_t>(addressRulesMost))
            return makeError(ErrorCode::LimitReached, "At most " + std::to_string(addressRulesMost) + " rules are kept.");
        SALLYPORT_ASSIGN(const bool before, isKeptOut(transaction, current, now));
        Changes changes;
        SALLYPORT_ASSIGN(const StoredRule stored, addOne(transaction, current, wanted, now, changes));
        tell(transaction, std::move(changes));
        SALLYPORT_TRY(record(transaction, current, audit::kind::addressRuleAdded, stored));
        SALLYPORT_ASSIGN(const bool after, isKeptOut(transaction, current, now));
        if (after && !before)
            SALLYPORT_TRY(noteCutOff(transaction, current, stored.rule.address, rows::undoOfAdding(stored.rule.id)));
        return stored.rule;
    }));
    added.place = m_places.find(wanted.range.base).text();
    return added;
}

Result<AddressRule> AddressRulesService::change(const Actor& actor, const AddressRuleId& id, const AddressRulePatch& patch)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, {Permission::BansCreate}));
    std::vector<FieldError> errors;
    std::optional<std::string> reason = patch.reason;
    if (reason)
        checkReason(*reason, errors);
    if (patch.expiresIn)
        checkTime(*patch.expiresIn, errors);
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    const UtcTime now = m_parts.store.now();
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<AddressRule> {
        SALLYPORT_ASSIGN(auto found, rows::rule(transaction, id));
        if (!found || (found->rule.expiresAt && *found->rule.expiresAt <= now))
            return noSuchRule();
        if (found->rule.action == AddressAction::Allow)
            SALLYPORT_TRY(access::require(current, Permission::BansDelete));
        const AddressRule before = found->rule;
        AddressRule& after = found->rule;
        if (reason)
            after.reason = *reason;
        if (patch.expiresIn)
            after.expiresAt = *patch.expiresIn ? std::optional<UtcTime>(now + **patch.expiresIn) : std::nullopt;
        SALLYPORT_TRY(rows::updateRule(transaction, *found));
        tell(transaction, {changeOf(*found)});
        audit::Event event = access::eventBy(current, audit::kind::addressRuleChanged);
        event.object = {"address_rule", id.text(), after.address};
        const auto timeText = [](const std::optional<UtcTime>& time) { return time ? toRfc3339(*time) : std::string(); };
        audit::Details details;
        details.change("reason", before.reason, after.reason);
        details.change("until", timeText(before.expiresAt), timeText(after.expiresAt));
        event.detailsJson = details.json();
        SALLYPORT_TRY(m_parts.journal.append(transaction, std::move(event)));
        return after;
    });
}

Result<void> AddressRulesService::remove(const Actor& actor, const AddressRuleId& id)
{
    SALLYPORT_ASSIGN(const std::int64_t gone, removeMany(actor, std::span(&id, 1)));
    if (gone == 0)
        return noSuchRule();
    return {};
}

Result<std::int64_t> AddressRulesService::removeMany(const Actor& actor, std::span<const AddressRuleId> ids)
{
    if (ids.size() > addressRulesMost)
        return makeError(ErrorCode::InvalidArgument, "At most " + std::to_string(addressRulesMost) + " at once.");
    std::int64_t count = 0;
    do {
        const auto some = ids.first(std::min(ids.size(), std::size_t{2'000})); // others write in between
        SALLYPORT_ASSIGN(const std::vector<StoredRule> gone, removeSome(actor, some));
        count += static_cast<std::int64_t>(gone.size());
        ids = ids.subspan(some.size());
    } while (!ids.empty());
    return count;
}

Result<std::vector<StoredRule>> AddressRulesService::removeSome(const Actor& actor, std::span<const AddressRuleId> ids)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, {Permission::BansDelete}));
    const UtcTime now = m_parts.store.now();
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<std::vector<StoredRule>> {
        SALLYPORT_ASSIGN(const bool before, isKeptOut(transaction, current, now));
        std::vector<StoredRule> removed;
        Changes changes;
        for (const AddressRuleId& id : ids) {
            SALLYPORT_ASSIGN(auto found, rows::rule(transaction, id));
            if (!found)
                continue;
            if (found->rule.action == AddressAction::Allow)
                SALLYPORT_TRY(access::require(current, Permission::BansCreate));
            SALLYPORT_TRY(removeOne(transaction, current, *found, now, changes));
            removed.push_back(std::move(*found));
        }
        tell(transaction, std::move(changes));
        if (removed.size() <= eventsAtOnce) {
            for (const StoredRule& stored : removed)
                SALLYPORT_TRY(record(transaction, current, audit::kind::addressRuleRemoved, stored));
        } else {
            audit::Event event = access::eventBy(current, audit::kind::addressRulesRemoved);
            event.detailsJson = audit::Details()
                                    .number("rules", static_cast<std::int64_t>(removed.size()))
                                    .text("addresses", rows::firstAddresses(removed))
                                    .json();
            SALLYPORT_TRY(m_parts.journal.append(transaction, std::move(event)));
        }
        SALLYPORT_ASSIGN(const bool after, isKeptOut(transaction, current, now));
        if (after && !before) {
            std::vector<StoredRule> own;
            std::ranges::copy_if(removed, std::back_inserter(own),
                                 [&](const StoredRule& stored) { return stored.range.contains(current.address); });
            SALLYPORT_TRY(noteCutOff(transaction, current, rows::firstAddresses(own), rows::undoOfRemoving(own)));
        }
        return removed;
    });
}

Result<std::int64_t> AddressRulesService::removeFound(const Actor& actor, const AddressRuleQuery& query)
{
    SALLYPORT_TRY(authorize(actor, {Permission::BansRead, Permission::BansDelete}));
    const UtcTime now = m_parts.store.now();
    SALLYPORT_ASSIGN(const std::vector<AddressRuleId> ids,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::found(transaction, query, now); }));
    return removeMany(actor, ids);
}

Result<std::vector<std::string>> AddressRulesService::takeBack(storage::Transaction& transaction, const std::string& undo)
{
    SALLYPORT_ASSIGN(const rows::RuleUndo wanted, rows::readUndo(undo));
    const UtcTime now = m_parts.store.now();
    std::vector<std::string> stays;
    Changes changes;
    for (const AddressRuleId& id : wanted.added) {
        SALLYPORT_ASSIGN(const auto found, rows::rule(transaction, id));
        if (!found)
            continue;
        SALLYPORT_TRY(rows::removeRule(transaction, id));
        changes.push_back(changeOf(*found, true));
    }
    for (const StoredRule& stored : wanted.removed) {
        SALLYPORT_ASSIGN(const auto another,
                         rows::ruleFor(transaction, stored.rule.address, stored.rule.action, stored.rule.score.has_value()));
        if (another && (!another->rule.expiresAt || *another->rule.expiresAt > now)) {
            stays.push_back(stored.rule.address);
            continue;
        }
        if (another)
            SALLYPORT_TRY(rows::removeRule(transaction, another->rule.id));
        SALLYPORT_TRY(rows::addRule(transaction, stored));
        changes.push_back(changeOf(stored));
    }
    tell(transaction, std::move(changes));
    return stays;
}

} // namespace sallyport::protection
