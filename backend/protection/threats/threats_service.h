#pragma once

#include "backend/audit/journal.h"
#include "backend/protection/threats/slow_down.h"
#include "backend/protection/threats/threat_log.h"
#include "backend/protection/threats/threat_scores.h"
#include "backend/settings/settings.h"

namespace sallyport::protection {

/// What the address lists are to the scores. Filled by who knows both (vault/threat_lists.h).
struct ThreatLists {
    struct Standing {
        std::optional<UtcTime> bannedUntil;
        bool bannedForGood = false;
        bool neverBanned = false;
    };
    /// Never block; any thread.
    std::function<Standing(const IpAddress&)> standing;
    std::function<bool(const IpAddress&)> inGrace;
    std::function<std::string(const IpAddress&)> network;
    /// How long the next ban of the address would be.
    std::function<std::chrono::seconds(const IpAddress&)> nextBan;
    /// Bans without waiting; told whether it did: `false` where the lists say that this address isn't to be banned.
    std::function<void(const ThreatCrossing&, std::function<void(Result<bool>)>)> ban;
    /// Blocks.
    std::function<Result<std::vector<ThreatEarlierBan>>(const access::Actor&, const IpAddress&)> earlierBans;
};

/// The scores with their rules, what they lead to, and what is kept of them. `serves`: of the process that serves; beside it
/// there are rules and what is kept, and nobody to be scored.
class ThreatsService final : public Threats {
public:
    struct Parts {
        storage::Store& store;
        audit::Journal& journal;
        settings::Settings& settings;
        const Clock& clock;
        RandomSource& random;
        ThreatLists lists;
        bool serves = true;
    };
    static Result<std::unique_ptr<ThreatsService>> open(Parts parts);
    ~ThreatsService() override;

    ThreatScores& scores() noexcept { return m_scores; }
    SlowDown& slowDown() noexcept { return m_slowDown; }
    [[nodiscard]] Result<void> save() { return m_log.save(m_scores); }
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable) { return m_log.removeExpired(deletable); }
    /// Another process may have changed the weights.
    [[nodiscard]] Result<void> reload();
    /// A ban of these addresses was lifted, or they are allowed now.
    void forgetRange(const Cidr& range);

    Result<ThreatList> list(const access::Actor& actor, std::size_t limit) override;
    Result<ThreatDetail> read(const access::Actor& actor, const IpAddress& address) override;
    Result<void> forget(const access::Actor& actor, const IpAddress& address) override;
    Result<ThreatRules> rules(const access::Actor& actor) override;
    Result<ThreatRules> change(const access::Actor& actor, const ThreatChange& change) override;
    Result<ThreatPreview> preview(const access::Actor& actor, std::uint32_t threshold) override;

private:
    using Weights = std::array<ThreatWeight, threatSignals>;
    explicit ThreatsService(Parts parts);
    void crossed(const ThreatCrossing& crossing);
    void takeRules();
    ThreatRules currentRules() const;
    void addStanding(ThreatAddress& row) const;
    Result<void> changeWeights(const access::Actor& actor, const std::vector<ThreatWeight>& wanted);

    const Parts m_parts;
    ThreatLog m_log;
    ThreatScores m_scores;
    SlowDown m_slowDown;
    mutable std::mutex m_mutex;
    Weights m_weights;
    settings::Settings::Subscription m_onSettings;
    storage::ChangeFeed::Subscription m_onWeights;
};

} // namespace sallyport::protection
