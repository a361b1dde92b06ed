#include "backend/protection/threats/threats_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/threats/threat_weights.h"

#include <algorithm>

namespace sallyport::protection {
namespace {

using access::Permission;
using Weights = std::array<ThreatWeight, threatSignals>;

/// What a signal is worth has changed: all weights as they are then.
constexpr storage::Topic<Weights> weightsTopic{"threat_weights"};

constexpr std::size_t previewMost = 200;

std::string modeText(settings::ControlMode mode)
{
    return mode == settings::ControlMode::Off ? "off" : mode == settings::ControlMode::Observe ? "observe" : "enforce";
}

Error unknownAddress()
{
    return makeError(ErrorCode::NotFound, "Nothing is known about this address.");
}

/// `+40 failed_sign_ins: 12 tries; +30 frequency: 61 requests in 60 s`
std::string signalsText(const std::vector<ThreatPart>& parts)
{
    std::string text;
    for (const ThreatPart& part : parts) {
        text += text.empty() ? "+" : "; +";
        text += std::to_string(part.points);
        text.append(" ").append(infoOf(part.signal).word).append(": ").append(part.detail);
    }
    return text;
}

std::vector<std::pair<std::string, std::string>> settingsOf(const ThreatChange& change)
{
    std::vector<std::pair<std::string, std::string>> changes;
    const auto add = [&](const char* key, const auto& value, auto&& text) {
        if (value)
            changes.emplace_back(key, text(*value));
    };
    const auto number = [](auto value) { return std::to_string(value); };
    const auto duration = [](auto value) { return std::to_string(value.count()); };
    add("protection.mode", change.mode, modeText);
    add("protection.threshold", change.threshold, number);
    add("protection.half_life", change.halfLife, duration);
    add("protection.first_ban", change.firstBan, duration);
    add("protection.longest_ban", change.longestBan, duration);
    add("protection.grace", change.grace, duration);
    add("slow_down.mode", change.slowDownMode, modeText);
    add("slow_down.after", change.slowDownAfter, [](const settings::RateLimit& limit) {
        return std::to_string(limit.requests) + "/" + std::to_string(limit.window.count());
    });
    add("slow_down.step", change.slowDownStep, duration);
    add("slow_down.most", change.slowDownMost, duration);
    return changes;
}

/// Exactly the console's own: the rest of 127.0.0.0/8 is an address like any other.
bool isConsole(const IpAddress& address)
{
    static const IpAddress v4 = IpAddress::v4(0x7f000001);
    static const IpAddress v6 = [] {
        std::array<std::uint8_t, 16> bytes{};
        bytes[15] = 1;
        return IpAddress::v6(bytes);
    }();
    // A score is kept for a /64 of IPv6: that of ::1 has no other address.
    return address == v4 || address.network() == v6.network();
}

} // namespace

ThreatsService::ThreatsService(Parts parts)
    : m_parts(std::move(parts)), m_log(m_parts.store, m_parts.clock),
      m_scores(m_parts.clock, m_parts.random,
               {.mayBan =
                    [this](const IpAddress& address) {
                        return !isConsole(address) && !m_parts.lists.standing(address).neverBanned &&
                               !m_parts.lists.inGrace(address);
                    },
                .crossed = [this](const ThreatCrossing& crossing) { crossed(crossing); },
                .banLength =
                    [this](const IpAddress& address) {
                        // Another signal of the same request may have made it meanwhile: then what is left of that one.
                        const auto until = m_parts.lists.standing(address).bannedUntil;
                        const UtcTime now = m_parts.clock.now();
                        return until && *until > now ? std::chrono::ceil<std::chrono::seconds>(*until - now)
                                                     : m_parts.lists.nextBan(address);
                    }}),
      m_slowDown(m_parts.clock, m_parts.random), m_weights(defaultThreatWeights())
{
}

ThreatsService::~ThreatsService() = default;

Result<std::unique_ptr<ThreatsService>> ThreatsService::open(Parts parts)
{
    std::unique_ptr<ThreatsService> service(new ThreatsService(std::move(parts)));
    const Parts& own = service->m_parts;
    service->m_onSettings = own.settings.onChange([raw = service.get()](const auto&) { raw->takeRules(); });
    service->m_onWeights = own.store.changeFeed().subscribe(
        weightsTopic, [raw = service.get()](const std::string&, const std::shared_ptr<const Weights>& now) {
            {
                const std::lock_guard lock(raw->m_mutex);
                raw->m_weights = *now;
            }
            raw->takeRules();
        });
    SALLYPORT_TRY(service->reload());
    if (own.serves) {
        SALLYPORT_ASSIGN(const std::vector<StoredScore> kept, service->m_log.scores(own.settings.values()->protectionHalfLife));
        service->m_scores.restore(kept);
    }
    return service;
}

Result<void> ThreatsService::reload()
{
    SALLYPORT_ASSIGN(const Weights read, m_log.weights());
    {
        const std::lock_guard lock(m_mutex);
        m_weights = read;
    }
    takeRules();
    return {};
}

void ThreatsService::takeRules()
{
    m_scores.setRules(currentRules());
    m_slowDown.setRules(*m_parts.settings.values());
}

ThreatRules ThreatsService::currentRules() const
{
    const auto values = m_parts.settings.values();
    ThreatRules rules;
    rules.mode = values->protectionMode;
    rules.threshold = values->protectionThreshold;
    rules.halfLife = values->protectionHalfLife;
    rules.firstBan = values->protectionFirstBan;
    rules.longestBan = values->protectionLongestBan;
    rules.grace = values->protectionGrace;
    rules.slowDownMode = values->slowDownMode;
    rules.slowDownAfter = values->slowDownAfter;
    rules.slowDownStep = std::chrono::milliseconds(values->slowDownStep);
    rules.slowDownMost = std::chrono::milliseconds(values->slowDownMost);
    const std::lock_guard lock(m_mutex);
    rules.weights.assign(m_weights.begin(), m_weights.end());
    return rules;
}

/// On the thread of the request that was too much.
void ThreatsService::crossed(const ThreatCrossing& crossing)
{
    if (!crossing.observed) {
        m_parts.lists.ban(crossing, [this, address = crossing.address](const Result<bool>& banned) {
            // What can't be stored holds in memory all the same, as long as the ban would be.
            if (banned)
                m_scores.settle(address);
        });
        return;
    }
    audit::Event event = access::eventBy(access::Actor::system(), audit::kind::threatObserved);
    event.address = crossing.address.text();
    event.object = {"address", "", networkText(crossing.address)};
    event.detailsJson = audit::Details().number("score", crossing.score).text("signals", signalsText(crossing.parts)).json();
    m_parts.journal.recordLater(std::move(event));
}

void ThreatsService::forgetRange(const Cidr& range)
{
    m_scores.forgetIf([&](const IpAddress& address) {
        if (range.contains(address))
            return true;
        const auto whole = Cidr::parse(networkText(address)); // one address of a /64 was named
        return whole && whole->contains(range);
    });
}

void ThreatsService::addStanding(ThreatAddress& row) const
{
    const ThreatLists::Standing standing = m_parts.lists.standing(row.address);
    row.bannedUntil = standing.bannedUntil;
    row.bannedForGood = standing.bannedForGood;
    row.neverBanned = standing.neverBanned || isConsole(row.address);
}

Result<ThreatList> ThreatsService::list(const access::Actor& actor, std::size_t limit)
{
    SALLYPORT_TRY(access::require(actor, Permission::ProtectionRead));
    ThreatList made;
    made.rows = m_scores.list(limit, made.total);
    made.at = m_parts.clock.now();
    for (ThreatAddress& row : made.rows)
        addStanding(row);
    return made;
}

Result<ThreatDetail> ThreatsService::read(const access::Actor& actor, const IpAddress& address)
{
    SALLYPORT_TRY(access::require(actor, Permission::ProtectionRead));
    std::optional<ThreatDetail> found = m_scores.read(address);
    if (!found)
        return unknownAddress();
    addStanding(found->now);
    // Who may not read bans sees none.
    if (auto bans = m_parts.lists.earlierBans(actor, address.network()))
        found->bans = std::move(*bans);
    found->network = m_parts.lists.network(address);
    return std::move(*found);
}

Result<void> ThreatsService::forget(const access::Actor& actor, const IpAddress& address)
{
    SALLYPORT_TRY(access::require(actor, Permission::ProtectionUpdate));
    const std::optional<ThreatDetail> known = m_scores.read(address);
    if (!known)
        return unknownAddress();
    audit::Event event = access::eventBy(actor, audit::kind::threatForgotten);
    event.object = {"address", "", known->now.text};
    event.detailsJson = audit::Details().number("score", known->now.score).text("signals", signalsText(known->now.parts)).json();
    SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    m_scores.forget(address);
    return {};
}

Result<ThreatRules> ThreatsService::rules(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, Permission::ProtectionRead));
    return currentRules();
}

Result<ThreatRules> ThreatsService::change(const access::Actor& actor, const ThreatChange& change)
{
    SALLYPORT_TRY(access::require(actor, Permission::ProtectionUpdate));
    SALLYPORT_ASSIGN(Weights tried, m_log.weights());
    SALLYPORT_TRY(applyWeights(tried, change.weights)); // nothing is changed if a part of it can't be
    if (const auto wanted = settingsOf(change); !wanted.empty()) {
        access::Actor may = actor; // these settings are protection's, and this is its permission
        may.permissions.add(Permission::SettingsUpdate);
        SALLYPORT_TRY(m_parts.settings.change(may, wanted));
    }
    if (!change.weights.empty())
        SALLYPORT_TRY(changeWeights(actor, change.weights));
    return currentRules();
}

Result<void> ThreatsService::changeWeights(const access::Actor& actor, const std::vector<ThreatWeight>& wanted)
{
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Weights before, readWeights(transaction));
        auto after = std::make_shared<Weights>(before);
        SALLYPORT_TRY(applyWeights(*after, wanted));
        if (*after == before)
            return {};
        audit::Details details;
        for (std::size_t i = 0; i < threatSignals; ++i) {
            const ThreatWeight &from = before[i], &to = (*after)[i];
            if (from == to)
                continue;
            const std::string word(threatSignalInfo[i].word);
            details.change(word + ".points", std::to_string(from.points), std::to_string(to.points));
            details.change(word + ".most", std::to_string(from.most), std::to_string(to.most));
            SALLYPORT_TRY(writeWeight(transaction, to));
        }
        audit::Event event = access::eventBy(actor, audit::kind::threatWeightsChanged);
        event.object = {"threat_weights", "", ""};
        event.detailsJson = details.json();
        event.time = m_parts.journal.now();
        SALLYPORT_TRY(m_parts.journal.append(transaction, std::move(event)));
        transaction.changed<Weights>(weightsTopic, "weights", std::shared_ptr<const Weights>(after));
        return {};
    });
}

Result<ThreatPreview> ThreatsService::preview(const access::Actor& actor, std::uint32_t threshold)
{
    SALLYPORT_TRY(access::require(actor, Permission::ProtectionRead));
    ThreatPreview made;
    made.threshold = threshold;
    made.inForce = m_parts.settings.values()->protectionThreshold;
    SALLYPORT_ASSIGN(const std::vector<ThreatPeak> peaks, m_log.peaks(m_scores, made.since));
    for (const ThreatPeak& peak : peaks) {
        made.totalInForce += peak.peak >= made.inForce ? 1U : 0U;
        if (peak.peak < threshold)
            continue;
        ++made.total;
        if (made.banned.size() < previewMost)
            made.banned.push_back(peak);
    }
    return made;
}

} // namespace sallyport::protection
