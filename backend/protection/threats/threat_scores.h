#pragma once

#include "backend/base/id.h"
#include "backend/base/random.h"
#include "backend/protection/threats/threats.h"

#include <functional>
#include <memory>
#include <span>

namespace sallyport::protection {

/// What is known of a request when it comes.
struct ThreatArrival {
    const IpAddress& client;
    std::string_view method, path, query;
    bool trap = false; ///< asks for what isTrapPath() knows
};

/// What the score says about it.
struct ThreatVerdict {
    /// The address is banned, or about to be: for so long.
    std::optional<std::chrono::seconds> refusedFor;
    bool crossed = false; ///< by this request
    bool watched = false; ///< the answer is to be noted, too, if it is a good one
    std::uint32_t score = 0;
};

/// What became of it.
struct ThreatAnswer {
    const IpAddress& client;
    std::string_view method, path;
    int status = 0;
    bool hasAgent = true;
    bool failedSignIn = false;       ///< a wrong password or code
    bool badSignature = false;       ///< a signature, key or token that is none
    bool unsure = false;             ///< nothing is held against the client for this status: an expired token, a preflight
    std::string_view refusedBy = {}; ///< word of the limit that refused it; empty: none
    const UserId* user = nullptr;    ///< of the valid credential, with its name
    std::string_view userName = {};
};

/// A score that reached the threshold.
struct ThreatCrossing {
    IpAddress address;
    std::uint32_t score = 0;
    std::vector<ThreatPart> parts; ///< most points first
    bool observed = false;         ///< mode observe: nothing is refused
};

/// What is kept of a score when the vault closes.
struct StoredScore {
    struct Part {
        ThreatSignal signal = ThreatSignal::Frequency;
        double points = 0, amount = 0;
        std::uint32_t count = 0, of = 0;
        std::string subject;
        std::uint32_t subjectTimes = 0; ///< the last so many were all of it
    };
    IpAddress address;
    UtcTime seenFirst, seenLast;
    std::vector<Part> parts;
};

struct StoredPeak {
    IpAddress address;
    std::int64_t hour = 0; ///< since 1970
    std::uint32_t peak = 0;
    UtcTime at;
};

/// Scores of addresses (IPv6: networks of /64) in memory. Bounded: 64 shards, each with its own lock; what is full forgets the
/// client with the least score that has been quiet the longest, so that nobody washes a score away by many addresses without one.
/// What isn't asked about costs one look-up. Thread-safe; never blocks on anything but a shard. Times by the steady clock: one
/// that is set back or forth changes no score.
class ThreatScores {
public:
    static constexpr std::size_t defaultCapacity = 32'768; ///< clients; at most about 60 MiB with all that is kept of them
    static constexpr std::uint32_t keptFrom = 5;           ///< points from which requests are remembered
    static constexpr std::size_t recentMost = 40;

    struct Ports {
        /// False for whom no score bans: allowed by a list, the console's own address, a trusted proxy, a time of grace. Must not
        /// block; asked on whatever thread notes, outside of all locks.
        std::function<bool(const IpAddress&)> mayBan;
        /// Told once a crossing. Must not block.
        std::function<void(ThreatCrossing)> crossed;
        /// How long the ban will be that a crossing leads to; none: as the first is. Must not block; outside of all locks.
        std::function<std::chrono::seconds(const IpAddress&)> banLength = {};
    };

    ThreatScores(const Clock& clock, RandomSource& random, Ports ports, std::size_t capacity = defaultCapacity);
    ~ThreatScores();

    /// From the next request on.
    void setRules(const ThreatRules& rules);

    [[nodiscard]] ThreatVerdict noteArrival(const ThreatArrival& arrival);
    /// `refusedFor` if this answer is what made it too much: then a refusal is to be sent in its place.
    ThreatVerdict noteAnswer(const ThreatAnswer& answer);
    /// A hit of the intrusion detector: `severity` 1 (a hint) to 4 (certain), that many times the weight.
    ThreatVerdict noteDetection(const IpAddress& client, std::string_view hitClass, std::uint32_t severity);
    /// Something that could not be read as a request.
    void noteMalformed(const IpAddress& client, int status);

    /// What became of a crossing: from now on the lists refuse the address, or nobody does.
    void settle(const IpAddress& address);

    /// Addresses with a score, highest first, without their last hour beyond `limit`.
    std::vector<ThreatAddress> list(std::size_t limit, std::size_t& total) const;
    std::optional<ThreatDetail> read(const IpAddress& address) const;
    bool forget(const IpAddress& address);
    std::size_t forgetIf(const std::function<bool(const IpAddress&)>& chosen);

    /// Scores of `least` points and more, highest first.
    std::vector<StoredScore> stored(std::uint32_t least, std::size_t most) const;
    /// Takes up what was stored, worn by the time since.
    void restore(std::span<const StoredScore> scores);
    /// Peaks of the current hour, and those that peaks() hasn't told before it ended.
    std::vector<StoredPeak> peaks(std::uint32_t least) const;

    std::size_t size() const;
    /// Of everything that is kept, about.
    std::size_t bytes() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// As it is shown: cut, and without what looks like a key or token.
std::string shownPath(std::string_view path);

/// `203.0.113.47`, `2001:db8:77::/64`.
std::string networkText(const IpAddress& address);

} // namespace sallyport::protection
