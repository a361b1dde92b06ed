#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/protection/lists/address_rules_service.h"
#include "backend/protection/lists/administrator_address.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {

using rows::StoredRule;

namespace {

/// So many times as long as the first ban each further one is: 1 h, 6 h, a day, a week, a month.
constexpr std::array<std::int64_t, 5> stepFactors{1, 6, 24, 168, 720};
/// What counts as an earlier ban.
constexpr std::chrono::days earlierWithin{365};
constexpr std::size_t signalsMost = 20;
constexpr std::size_t signalText = 200;

std::vector<BanSignal> bounded(std::vector<BanSignal> signals)
{
    if (signals.size() > signalsMost)
        signals.resize(signalsMost);
    for (BanSignal& signal : signals) {
        if (signal.values.size() > signalsMost)
            signal.values.resize(signalsMost);
        for (std::string& value : signal.values)
            value = truncateCharacters(value, signalText);
    }
    return signals;
}

} // namespace

Result<AddressRules::NextBan> AddressRulesService::nextBanInside(storage::Transaction& transaction, const AddressRange& range,
                                                                 UtcTime now) const
{
    SALLYPORT_ASSIGN(const auto earlier, rows::bansOf(transaction, range.text(), now - earlierWithin));
    // One that somebody has lifted was a mistake.
    const auto count = std::ranges::count_if(earlier, [](const rows::StoredBan& ban) { return !ban.liftedAt; });
    return banAfter(static_cast<std::size_t>(count));
}

AddressRules::NextBan AddressRulesService::banAfter(std::size_t earlier) const
{
    const auto values = m_parts.settings.values();
    const std::size_t at = std::min(earlier, stepFactors.size() - 1);
    return {static_cast<std::uint32_t>(earlier) + 1,
            std::min(values->protectionFirstBan * stepFactors.at(at), values->protectionLongestBan)};
}

Result<BanMemory::Bans> AddressRulesService::bansThatCount(storage::Transaction& transaction, UtcTime now) const
{
    BanMemory::Bans bans;
    SALLYPORT_TRY(rows::forEachBan(transaction, now - earlierWithin, [&](const rows::StoredBan& stored) {
        if (const auto range = AddressRange::parse(stored.address))
            bans.emplace(range->base, BanMemory::Ban{stored.ban.bannedAt, stored.ban.until});
    }));
    return bans;
}

Result<AddressRules::NextBan> AddressRulesService::nextBan(const IpAddress& address)
{
    return banAfter(m_bans.count(AddressRange::banOf(address).base, m_parts.clock.now() - earlierWithin));
}

Result<AddressRule> AddressRulesService::banInside(storage::Transaction& transaction, const ScoreBan& ban)
{
    const UtcTime now = m_parts.store.now();
    const AddressRange range = AddressRange::banOf(ban.address);
    if (coversConsole(range) || isTrustedProxy(ban.address))
        return listConflict("What this address does is not held against it.", "own_address");
    SALLYPORT_ASSIGN(const std::vector<StoredRule> about, rows::rulesAbout(transaction, ban.address, now));
    for (const StoredRule& stored : about) {
        if (stored.rule.action == AddressAction::Allow)
            return listConflict("The address is allowed.", "allowed");
    }
    if (!about.empty())
        return listConflict("The address is kept out already.", "banned_already");
    if (inGrace(ban.address))
        return listConflict("A ban of this address was lifted a moment ago.", "grace");
    SALLYPORT_ASSIGN(const auto last, rows::lastAdministrator(transaction, now));
    if (last && range.contains(last->address))
        return listConflict("The only administrator was active from this address last.", "last_administrator");
    SALLYPORT_ASSIGN(const std::int64_t count, rows::countRules(transaction));
    if (count >= static_cast<std::int64_t>(addressRulesMost))
        return makeError(ErrorCode::LimitReached, "At most " + std::to_string(addressRulesMost) + " rules are kept.");
    SALLYPORT_ASSIGN(const NextBan next, nextBanInside(transaction, range, now));
    SALLYPORT_ASSIGN(const auto over, rows::ruleFor(transaction, range.text(), AddressAction::Block, true));
    if (over)
        SALLYPORT_TRY(rows::removeRule(transaction, over->rule.id)); // it has ended
    StoredRule stored;
    stored.range = range;
    AddressRule& rule = stored.rule;
    rule.id = AddressRuleId(m_ids.next());
    rule.address = range.text();
    rule.reason = nameFromOutside(ban.reason, addressReasonLimit);
    rule.createdBy = access::Actor::system().name;
    rule.score = ban.score;
    rule.signals = bounded(ban.signals);
    rule.step = next.step;
    rule.createdAt = now;
    rule.expiresAt = now + next.length;
    SALLYPORT_TRY(rows::addRule(transaction, stored));
    SALLYPORT_TRY(rows::addBan(transaction,
                               {m_ids.next(), rule.address, {rule.step, now, *rule.expiresAt, {}, ban.score, rule.reason}, {}}));
    ChangedRule change;
    change.id = rule.id.text();
    change.range = range;
    change.kind = AddressEntry::Kind::Ban;
    change.ends = *rule.expiresAt;
    change.made = true;
    tell(transaction, {std::move(change)});
    access::Actor by = access::Actor::system();
    by.address = ban.address;
    SALLYPORT_TRY(record(transaction, by, audit::kind::addressBanned, stored));
    return rule;
}

Result<AddressRule> AddressRulesService::banByScore(const ScoreBan& ban)
{
    return m_parts.store.write([&](storage::Transaction& transaction) { return banInside(transaction, ban); });
}

void AddressRulesService::banSoon(ScoreBan ban, std::function<void(Result<AddressRule>)> done)
{
    const auto wanted = std::make_shared<const ScoreBan>(std::move(ban));
    const auto made = std::make_shared<AddressRule>();
    m_parts.store.post(
        [this, wanted, made](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(*made, banInside(transaction, *wanted));
            return {};
        },
        [made, done = std::move(done)](const Result<void>& stored) {
            if (!done)
                return;
            if (stored)
                done(*made);
            else
                done(stored.error());
        });
}

Result<std::vector<EarlierBan>> AddressRulesService::earlierBans(const access::Actor& actor, const IpAddress& address)
{
    SALLYPORT_TRY(authorize(actor, {access::Permission::BansRead}));
    const std::string range = AddressRange::banOf(address).text();
    SALLYPORT_ASSIGN(const auto bans, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::bansOf(transaction, range, m_parts.store.now() - earlierWithin);
    }));
    std::vector<EarlierBan> earlier;
    for (const rows::StoredBan& stored : bans)
        earlier.push_back(stored.ban);
    return earlier;
}

} // namespace sallyport::protection
