#pragma once

#include "backend/base/id.h"
#include "backend/protection/threats/recent_requests.h"
#include "backend/protection/threats/threat_scores.h"
#include "backend/protection/threats/threat_weights.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace sallyport::protection {

/// Counts of the last minute in slots of five seconds: a window of 55 to 60.
class MinuteCounts {
public:
    static constexpr std::int64_t slotMs = 5'000;
    void moveTo(std::int64_t nowMs) noexcept;
    std::uint32_t add(std::int64_t nowMs) noexcept;
    std::uint32_t sum() const noexcept;

private:
    static constexpr std::size_t slots = 12;
    std::array<std::uint16_t, slots> m_counts{};
    std::int64_t m_newest = 0;
};

/// Rules as the scores use them: exchanged whole.
struct ScoreRules {
    settings::ControlMode mode = settings::ControlMode::Enforce;
    double threshold = 80;
    double halfLifeMs = 7'200'000;
    std::chrono::seconds firstBan{3600};
    std::array<ThreatWeight, threatSignals> weights = defaultThreatWeights();
};

/// What is remembered of a client that has a score.
struct ThreatMemory {
    struct Named {
        UserId user;
        std::string name;
    };
    std::deque<ThreatRequest> recent; ///< latest first
    std::vector<Named> signedIn;      ///< latest first
    struct Subject {
        std::string text;
        std::uint32_t times = 0; ///< the last so many were all of it
    };
    std::array<Subject, threatSignals> subjects;
    std::array<std::array<std::uint8_t, threatSignals>, 60> minutes{};
    std::int64_t minute = 0; ///< the one whose column is written last, by the steady clock
};

/// The score of one client and what it is made of. One thread at a time.
class ThreatClient {
public:
    struct Part {
        float points = 0; ///< as they were at `m_worn`
        float amount = 0; ///< of those that count each: how many, worn by time
        std::uint32_t count = 0;
        std::uint32_t of = 0;
    };

    explicit ThreatClient(const IpAddress& address) : m_address(address) {}

    const IpAddress& address() const noexcept { return m_address; }
    /// Time passes: points halve every half-life.
    void wear(std::int64_t nowMs, const ScoreRules& rules);
    /// True if the signal gives more points than before.
    bool raise(ThreatSignal signal, double count, std::uint32_t shown, std::uint32_t of, const ScoreRules& rules,
               bool grows = true);
    /// One more, or `weight` more, of those that count each.
    bool addEach(ThreatSignal signal, double weight, const ScoreRules& rules);
    double score() const noexcept;
    bool remembers() const noexcept { return m_memory != nullptr; }
    void beginMemory(std::int64_t nowMs);
    void endMemory() noexcept { m_memory.reset(); }
    void rememberRequest(ThreatRequest request);
    void rememberUser(const UserId& user, std::string_view name);
    /// What the one that was just added was of.
    void setSubject(ThreatSignal signal, std::string_view subject);
    void notePeak(UtcTime now);

    ThreatAddress shown(std::int64_t nowMs, const ScoreRules& rules) const;
    std::vector<ThreatPart> parts(const ScoreRules& rules) const;
    ThreatDetail detail(std::int64_t nowMs, UtcTime now, const ScoreRules& rules) const;
    StoredScore stored() const;
    void restore(const StoredScore& kept, std::int64_t nowMs);
    void restoreSubjects(const StoredScore& kept);
    std::size_t bytes() const noexcept;

    MinuteCounts requests, verified, notFound, badRequests, withoutAgent;
    RecentRequests recent, failed;
    UtcTime seenFirst{}, seenLast{};
    std::int64_t refusedUntilMs = 0; ///< crossed: until the lists say so
    std::int64_t toldAtMs = 0;       ///< when a crossing was told last; 0: never
    struct Peak {
        std::int64_t hour = 0;
        std::uint32_t score = 0;
        UtcTime at{};
    };
    std::array<Peak, 2> peaks{}; ///< of this hour, of the one before

private:
    std::array<std::uint8_t, threatSignals> wholePoints() const noexcept;
    Part& part(ThreatSignal signal) noexcept { return m_parts[static_cast<std::size_t>(signal)]; }
    void writeColumns(std::int64_t nowMs, const ScoreRules& rules);

    IpAddress m_address;
    std::int64_t m_wornMs = 0;
    std::array<Part, threatSignals> m_parts{};
    std::unique_ptr<ThreatMemory> m_memory;
};

} // namespace sallyport::protection
