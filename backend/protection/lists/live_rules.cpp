#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/lists/address_rules_service.h"
#include "backend/protection/lists/rule_undo.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sallyport::protection {

using Kind = AddressEntry::Kind;
using rows::StoredRule;

namespace {

constexpr std::size_t endedAtOnce = 2'000;
constexpr std::size_t endedEvents = 20;          ///< rules that end together and each have an event of their own
constexpr std::chrono::days bansRemembered{400}; ///< a little longer than they count
constexpr std::int64_t bansRememberedMost = 200'000;

/// A file that can't be used is refused where it is set.
Result<void> checkFiles(const settings::Values& before, const settings::Values& after)
{
    const auto check = [](std::string_view key, const std::string& was, const std::string& now, bool network) -> Result<void> {
        if (now.empty() || now == was)
            return {};
        Result<void> usable = AddressPlaces::check(now, network);
        if (usable)
            return usable;
        Error error = usable.error();
        error.fields.push_back({std::string(key), error.detail, "file"});
        return error;
    };
    SALLYPORT_TRY(check("addresses.location_file", before.addressesLocationFile, after.addressesLocationFile, false));
    return check("addresses.network_file", before.addressesNetworkFile, after.addressesNetworkFile, true);
}

} // namespace

Result<std::unique_ptr<AddressRulesService>> AddressRulesService::open(AddressRulesParts parts)
{
    std::unique_ptr<AddressRulesService> service(new AddressRulesService(std::move(parts)));
    SALLYPORT_TRY(service->reload());
    return service;
}

AddressRulesService::AddressRulesService(AddressRulesParts parts)
    : m_parts(std::move(parts)), m_ids(m_parts.random, m_parts.clock), m_proxies(std::make_shared<const TrustedProxies>())
{
    m_onSettings =
        m_parts.settings.onChange([this](const std::shared_ptr<const settings::Values>& values) { takeSettings(*values); });
    m_joined = m_parts.settings.joinChanges([](storage::Transaction&, const access::Actor&, const settings::Values& before,
                                               const settings::Values& after) { return checkFiles(before, after); });
    m_subscription = m_parts.store.changeFeed().subscribe(
        addressRulesTopic, [this](const std::string&, const std::shared_ptr<const Changes>& now) { take(*now); });
}

void AddressRulesService::takeSettings(const settings::Values& values)
{
    m_proxies.store(std::make_shared<const TrustedProxies>(values.addressesTrustedProxies));
    m_places.setFiles(values.addressesLocationFile, values.addressesNetworkFile);
}

/// On the writer's thread, after the commit.
void AddressRulesService::take(const Changes& changes)
{
    std::vector<AddressRange> lifted;
    {
        const std::lock_guard lock(m_changing);
        const UtcTime grace = m_parts.clock.now() + m_parts.settings.values()->protectionGrace;
        AddressTable::Change change(m_table);
        for (const ChangedRule& rule : changes) {
            if (rule.gone)
                change.remove(rule.range, rule.kind);
            else if (const auto known = m_table.find(rule.range, rule.kind); known && known->idText() == rule.id)
                known->ends.store(rule.ends);
            else
                change.put(rule.range, std::make_shared<AddressEntry>(rule.id, rule.kind, rule.ends));
            if (rule.made)
                m_bans.add(rule.range.base, {m_parts.clock.now(), rule.ends});
            if (rule.lifted && rule.kind == Kind::Ban)
                m_bans.lift(rule.range.base, m_parts.clock.now());
            if (rule.made)
                m_bansMade.fetch_add(1, std::memory_order_relaxed);
            if (!rule.lifted)
                continue;
            lifted.push_back(rule.range);
            if (rule.kind == Kind::Ban)
                noteGrace(change, rule.range, grace);
        }
    }
    for (const AddressRange& range : lifted)
        tellLifted(range);
}

void AddressRulesService::noteGrace(AddressTable::Change& change, const AddressRange& range, UtcTime ends)
{
    change.put(range, std::make_shared<AddressEntry>(std::string_view(), Kind::Grace, ends));
    m_graces.emplace(ends, range);
}

void AddressRulesService::forgetGraces(UtcTime now)
{
    const std::lock_guard lock(m_changing);
    const auto end = m_graces.upper_bound(now);
    if (end == m_graces.begin())
        return;
    AddressTable::Change change(m_table);
    for (auto grace = m_graces.begin(); grace != end; ++grace) {
        const auto entry = m_table.find(grace->second, Kind::Grace);
        if (entry && !entry->holds(now)) // not one that was made since
            change.remove(grace->second, Kind::Grace);
    }
    m_graces.erase(m_graces.begin(), end);
}

Result<void> AddressRulesService::reload()
{
    takeSettings(*m_parts.settings.values());
    std::vector<AddressRange> lifted;
    {
        const std::lock_guard lock(m_changing);
        std::unordered_map<std::string_view, std::shared_ptr<AddressEntry>> before;
        m_table.forEach([&](const std::shared_ptr<AddressEntry>& entry) {
            if (!entry->idText().empty())
                before.emplace(entry->idText(), entry);
        });
        const UtcTime now = m_parts.clock.now();
        const std::chrono::seconds grace = m_parts.settings.values()->protectionGrace;
        std::vector<StoredRule> rules;
        std::vector<rows::StoredBan> ended;
        BanMemory::Bans banned;
        const auto work = [&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(rows::forEachRule(transaction, [&](StoredRule stored) { rules.push_back(std::move(stored)); }));
            SALLYPORT_ASSIGN(ended, rows::liftedSince(transaction, now - grace));
            SALLYPORT_ASSIGN(banned, bansThatCount(transaction, now));
            return {};
        };
        SALLYPORT_TRY(m_parts.store.read(work));
        m_bans.replace(std::move(banned));
        AddressTable::Change change(m_table);
        std::unordered_set<std::string> graced;
        for (const auto& [until, range] : m_graces)
            graced.insert(range.text());
        m_graces.clear();
        change.clear();
        for (const StoredRule& stored : rules) {
            const Kind kind = kindOf(stored.rule);
            const UtcTime ends = stored.rule.expiresAt.value_or(UtcTime::max());
            const auto known = before.find(stored.rule.id.text());
            auto entry = known != before.end() && known->second->kind == kind
                             ? known->second
                             : std::make_shared<AddressEntry>(stored.rule.id.text(), kind, ends);
            if (kind == Kind::Allow && known == before.end())
                lifted.push_back(stored.range);
            entry->ends.store(ends);
            change.put(stored.range, std::move(entry));
        }
        for (const rows::StoredBan& ban : ended) {
            auto range = AddressRange::parse(ban.address);
            if (!range)
                continue;
            noteGrace(change, *range, *ban.liftedAt + grace);
            if (!graced.contains(range->text()))
                lifted.push_back(std::move(*range));
        }
    }
    for (const AddressRange& range : lifted)
        tellLifted(range);
    return {};
}

AddressVerdict AddressRulesService::lookup(const IpAddress& address) const noexcept
{
    AddressVerdict verdict;
    if (m_table.size() == 0)
        return verdict;
    const UtcTime now = m_parts.clock.now();
    m_table.visit(address, [&](const std::shared_ptr<AddressEntry>& entry) {
        if (entry->kind == Kind::Grace || !entry->holds(now))
            return true;
        if (entry->kind == Kind::Allow) {
            verdict = {AddressVerdict::Kind::Allowed, {}, entry};
            return false;
        }
        // The longest of several tells when to come back; a rule by hand says more than a score.
        if (entry->kind == Kind::Block)
            verdict = {AddressVerdict::Kind::Blocked, {}, entry};
        else if (verdict.kind != AddressVerdict::Kind::Blocked)
            verdict = {AddressVerdict::Kind::Banned, std::max(verdict.until, entry->ends.load()), entry};
        return true;
    });
    return verdict;
}

void AddressRulesService::countHit(const AddressVerdict& verdict) noexcept
{
    if (!verdict.entry)
        return;
    verdict.entry->hits.fetch_add(1, std::memory_order_relaxed);
    const auto now = std::chrono::floor<std::chrono::seconds>(m_parts.clock.now()).time_since_epoch().count();
    verdict.entry->lastHit.store(now, std::memory_order_relaxed);
}

bool AddressRulesService::inGrace(const IpAddress& address) const noexcept
{
    bool found = false;
    if (m_table.size() == 0)
        return found;
    const UtcTime now = m_parts.clock.now();
    m_table.visit(address, [&](const std::shared_ptr<AddressEntry>& entry) {
        found = entry->kind == Kind::Grace && entry->holds(now);
        return !found;
    });
    return found;
}

bool AddressRulesService::isTrustedProxy(const IpAddress& address) const noexcept
{
    const auto proxies = m_proxies.load();
    return !proxies->empty() && proxies->contains(address);
}

AddressPlace AddressRulesService::place(const IpAddress& address) const
{
    return m_places.find(address);
}

AddressRules::Subscription AddressRulesService::onLifted(std::function<void(const Cidr&)> listener)
{
    auto kept = std::make_shared<Listener>();
    kept->told = std::move(listener);
    const std::lock_guard lock(m_listening);
    std::erase_if(m_listeners, [](const std::weak_ptr<Listener>& known) { return known.expired(); });
    m_listeners.push_back(kept);
    return {kept.get(), [kept](void*) mutable {
                const std::lock_guard ending(kept->mutex); // a call that is running ends first
                kept->told = {};
            }};
}

void AddressRulesService::tellLifted(const AddressRange& range)
{
    std::vector<std::shared_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_listening);
        for (const auto& weak : m_listeners)
            if (auto listener = weak.lock())
                listeners.push_back(std::move(listener));
    }
    for (const auto& listener : listeners) {
        const std::lock_guard lock(listener->mutex);
        if (listener->told)
            listener->told(range.cidr);
    }
}

Result<void> AddressRulesService::storeHits()
{
    struct Hits {
        std::string id;
        std::uint64_t count = 0;
        UtcTime last{};
        std::shared_ptr<AddressEntry> entry;
    };
    std::vector<Hits> all;
    m_table.forEach([&](const std::shared_ptr<AddressEntry>& entry) {
        if (entry->hits.load(std::memory_order_relaxed) > 0)
            all.push_back({std::string(entry->idText()), entry->hits.exchange(0),
                           UtcTime(std::chrono::seconds(entry->lastHit.load())), entry});
    });
    if (all.empty())
        return {};
    Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        for (const Hits& hits : all)
            SALLYPORT_TRY(rows::addHits(transaction, hits.id, hits.count, hits.last));
        return {};
    });
    if (!stored)
        for (const Hits& hits : all)
            hits.entry->hits.fetch_add(hits.count);
    return stored;
}

Result<void> AddressRulesService::removeEnded(const std::function<Result<UtcTime>()>& deletable)
{
    const UtcTime now = m_parts.store.now();
    SALLYPORT_ASSIGN(const auto any, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::endedRules(transaction, now, 1);
    }));
    if (any.empty())
        return {};
    SALLYPORT_ASSIGN(const UtcTime until, deletable());
    const access::Actor system = access::Actor::system();
    for (std::size_t removed = endedAtOnce; removed == endedAtOnce;) {
        removed = 0;
        const auto work = [&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(const std::vector<StoredRule> ended,
                             rows::endedRules(transaction, std::min(now, until), endedAtOnce));
            Changes changes;
            for (const StoredRule& stored : ended) {
                SALLYPORT_TRY(rows::removeRule(transaction, stored.rule.id));
                ChangedRule gone;
                gone.id = stored.rule.id.text();
                gone.range = stored.range;
                gone.kind = kindOf(stored.rule);
                gone.gone = true;
                changes.push_back(std::move(gone));
            }
            tell(transaction, std::move(changes));
            removed = ended.size();
            if (ended.empty())
                return {};
            if (ended.size() <= endedEvents) {
                for (const StoredRule& stored : ended)
                    SALLYPORT_TRY(record(transaction, system, audit::kind::addressRuleEnded, stored));
                return {};
            }
            audit::Event event = access::eventBy(system, audit::kind::addressRuleEnded);
            event.detailsJson = audit::Details()
                                    .number("rules", static_cast<std::int64_t>(ended.size()))
                                    .text("addresses", rows::firstAddresses(ended))
                                    .json();
            return m_parts.journal.append(transaction, std::move(event));
        };
        SALLYPORT_TRY(m_parts.store.write(work));
    }
    m_bans.forget(now - bansRemembered);
    SALLYPORT_TRY(m_parts.store.write([&](storage::Transaction& transaction) {
        return rows::forgetBans(transaction, until - bansRemembered, bansRememberedMost);
    }));
    return m_bans.size() > static_cast<std::size_t>(bansRememberedMost) ? reload() : Result<void>();
}

Result<void> AddressRulesService::keep(const std::function<Result<UtcTime>()>& deletable)
{
    forgetGraces(m_parts.clock.now());
    const auto values = m_parts.settings.values();
    m_places.setFiles(values->addressesLocationFile, values->addressesNetworkFile); // renewed on disk
    SALLYPORT_TRY(storeHits());
    return removeEnded(deletable);
}

} // namespace sallyport::protection
