#include "backend/protection/threats/threat_scores.h"

#include "backend/protection/threats/threat_shard.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace sallyport::protection {
namespace {

constexpr std::size_t shardCount = 64;
constexpr std::int64_t toldAgainMs = 3'600'000; ///< in observe mode, of the same address
constexpr std::uint32_t watchedFrom = 17;       ///< requests in a minute from which good answers are noted, too
constexpr std::size_t pathBytes = 120;
constexpr std::size_t secretBytes = 32; ///< a part of a path that long, of letters and figures, may be a key

std::uint32_t hashOf(std::string_view first, std::string_view second, std::string_view third) noexcept
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto mix = [&hash](std::string_view text) {
        std::size_t at = 0;
        for (; at + 8 <= text.size(); at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, 8);
            hash = (hash ^ word) * 0x9fb21c651e98df25U;
            hash ^= hash >> 32;
        }
        for (; at < text.size(); ++at)
            hash = (hash ^ static_cast<unsigned char>(text[at])) * 0x100000001b3U;
        hash = (hash ^ text.size()) * 0x9fb21c651e98df25U;
    };
    mix(first);
    mix(second);
    mix(third);
    return static_cast<std::uint32_t>(hash >> 32);
}

bool isNotFound(int status) noexcept
{
    return status == 404 || status == 405;
}

bool isBadRequest(int status) noexcept
{
    return status == 400 || status == 403 || status == 413 || status == 414 || status == 415 || status == 431 || status == 501;
}

} // namespace

std::string networkText(const IpAddress& address)
{
    return address.network().text() + (address.isV4() ? "" : "/64");
}

std::string shownPath(std::string_view path)
{
    std::string shown;
    shown.reserve(std::min(path.size(), pathBytes) + 8);
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/', 1), path.size());
        std::string_view part = path.substr(0, end);
        path.remove_prefix(end);
        const std::string_view word = part.starts_with('/') ? part.substr(1) : part;
        const auto mayBeKey = [word] {
            const auto isFigure = [](char c) { return c >= '0' && c <= '9'; };
            const auto isPlain = [&](char c) {
                return isFigure(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.' ||
                       c == '%' || c == '=';
            };
            return std::ranges::all_of(word, isPlain) && std::ranges::any_of(word, isFigure);
        };
        const bool secret = word.starts_with("spk_") || word.starts_with("eyJ") || (word.size() >= secretBytes && mayBeKey());
        shown += secret ? std::string_view("/***") : part;
        if (shown.size() > pathBytes) {
            shown.resize(pathBytes);
            return shown + "...";
        }
    }
    return shown;
}

struct ThreatScores::State {
    State(const Clock& clockToUse, Ports portsToUse) : clock(clockToUse), ports(std::move(portsToUse)) {}

    const Clock& clock;
    const Ports ports;
    NetworkHash hash;
    std::atomic<bool> on{true};
    std::array<ThreatShard, shardCount> shards;

    std::int64_t nowMs() const noexcept
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(clock.steady().time_since_epoch()).count();
    }
    ThreatShard& shardOf(const IpAddress& network) noexcept { return shards[hash(network) >> 58]; }

    /// What has come up under the shard's lock and is dealt with outside of it.
    struct Outcome {
        ThreatVerdict verdict;
        bool reached = false; ///< the threshold
    };

    /// After signals have changed; under the lock.
    Outcome evaluate(ThreatShard& shard, ThreatClient& client, std::int64_t now, bool added)
    {
        Outcome outcome;
        const double score = client.score();
        outcome.verdict.score = static_cast<std::uint32_t>(std::lround(score));
        outcome.verdict.watched = score > 0;
        if (!added)
            return outcome;
        shard.sort(client);
        if (score >= keptFrom)
            shard.letRemember(client, now);
        client.notePeak(clock.now());
        const ScoreRules& rules = *shard.rules;
        if (std::lround(score) < std::lround(rules.threshold) || rules.mode == settings::ControlMode::Off)
            return outcome;
        outcome.reached = rules.mode == settings::ControlMode::Enforce
                              ? client.refusedUntilMs <= now
                              : client.toldAtMs == 0 || now - client.toldAtMs >= toldAgainMs;
        return outcome;
    }

    /// Outside the lock.
    ThreatVerdict conclude(const IpAddress& network, Outcome outcome)
    {
        if (!outcome.reached || !ports.mayBan || !ports.mayBan(network))
            return outcome.verdict;
        ThreatCrossing crossing;
        const auto escalated = ports.banLength ? ports.banLength(network) : std::chrono::seconds(0);
        {
            ThreatShard& shard = shardOf(network);
            const std::lock_guard lock(shard.mutex);
            ThreatClient* client = shard.find(network);
            const std::int64_t now = nowMs();
            if (client == nullptr)
                return outcome.verdict;
            const bool enforce = shard.rules->mode == settings::ControlMode::Enforce;
            if (enforce ? client->refusedUntilMs > now : client->toldAtMs != 0 && now - client->toldAtMs < toldAgainMs)
                return outcome.verdict; // another thread was first
            const auto length = escalated.count() > 0 ? escalated : shard.rules->firstBan;
            (enforce ? client->refusedUntilMs : client->toldAtMs) =
                enforce ? now + std::chrono::milliseconds(length).count() : now;
            crossing.address = network;
            crossing.parts = client->parts(*shard.rules);
            for (const ThreatPart& part : crossing.parts)
                crossing.score += part.points;
            crossing.observed = !enforce;
            if (enforce)
                outcome.verdict.refusedFor = length;
        }
        outcome.verdict.crossed = true;
        if (ports.crossed)
            ports.crossed(std::move(crossing));
        return outcome.verdict;
    }

    template <typename Work>
    ThreatVerdict note(const IpAddress& address, Work&& work)
    {
        const IpAddress network = address.network();
        Outcome outcome;
        {
            ThreatShard& shard = shardOf(network);
            const std::lock_guard lock(shard.mutex);
            ThreatClient& client = shard.touch(network);
            const std::int64_t now = nowMs();
            if (client.seenFirst == UtcTime{})
                client.seenFirst = client.seenLast = clock.now();
            client.wear(now, *shard.rules);
            const bool added = work(client, *shard.rules, now);
            outcome = evaluate(shard, client, now, added);
        }
        return conclude(network, outcome);
    }
};

ThreatScores::ThreatScores(const Clock& clock, RandomSource& random, Ports ports, std::size_t capacity)
    : m_state(std::make_unique<State>(clock, std::move(ports)))
{
    // Without randomness the seed stays what it is: the table is then predictable but still bounded and right.
    NetworkHash seeded;
    if (random.fill(std::as_writable_bytes(std::span(seeded.seed))))
        m_state->hash = seeded;
    for (ThreatShard& shard : m_state->shards)
        shard.open(std::max<std::size_t>(capacity / shardCount, 1), m_state->hash);
}

ThreatScores::~ThreatScores() = default;

void ThreatScores::setRules(const ThreatRules& rules)
{
    auto made = std::make_shared<ScoreRules>();
    made->mode = rules.mode;
    made->threshold = rules.threshold;
    made->halfLifeMs = static_cast<double>(std::chrono::milliseconds(rules.halfLife).count());
    made->firstBan = rules.firstBan;
    for (const ThreatWeight& weight : rules.weights)
        made->weights[static_cast<std::size_t>(weight.signal)] = weight;
    for (ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.rules = made;
    }
    m_state->on.store(rules.mode != settings::ControlMode::Off, std::memory_order_relaxed);
}

ThreatVerdict ThreatScores::noteArrival(const ThreatArrival& arrival)
{
    if (!m_state->on.load(std::memory_order_relaxed))
        return {};
    const std::uint32_t hash = hashOf(arrival.method, arrival.path, arrival.query);
    bool refused = false, busy = false;
    std::chrono::seconds left{};
    ThreatVerdict verdict = m_state->note(arrival.client, [&](ThreatClient& client, const ScoreRules& rules, std::int64_t now) {
        if (client.refusedUntilMs > now) {
            refused = rules.mode == settings::ControlMode::Enforce;
            left = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(client.refusedUntilMs - now));
            if (refused)
                return false;
        }
        const std::uint32_t inSlots = client.requests.add(now);
        client.verified.moveTo(now);
        const RecentRequests::Counts recent = client.recent.addAlike(hash, static_cast<std::uint32_t>(now));
        const bool full = recent.size == RecentRequests::most;
        const std::uint32_t all = full ? std::max(inSlots, recent.size) : recent.size;
        busy = all >= watchedFrom;
        bool added = false;
        if (arrival.trap) {
            added = client.addEach(ThreatSignal::Trap, 1, rules) || added;
            if (client.score() >= keptFrom)
                m_state->shardOf(client.address()).letRemember(client, now);
            client.setSubject(ThreatSignal::Trap, arrival.path);
        }
        const auto& frequency = rules.weights[static_cast<std::size_t>(ThreatSignal::Frequency)];
        const auto& repetition = rules.weights[static_cast<std::size_t>(ThreatSignal::Repetition)];
        // Volume alone makes much of who shows no valid credential; for the others there are limits.
        const std::uint32_t unknown = all - std::min(all, client.verified.sum());
        if (all >= frequency.from) {
            added = client.raise(ThreatSignal::Frequency, all, all, 0, rules, false) || added;
            added = client.raise(ThreatSignal::Frequency, unknown, all, 0, rules) || added;
        }
        const std::uint32_t alike =
            full ? static_cast<std::uint32_t>(std::uint64_t{recent.count} * all / recent.size) : recent.count;
        if (alike >= repetition.from && alike * 4 >= all * 3) {
            added = client.raise(ThreatSignal::Repetition, alike, alike, all, rules, false) || added;
            const auto share = static_cast<std::uint32_t>(std::uint64_t{alike} * unknown / all);
            added = client.raise(ThreatSignal::Repetition, share, alike, all, rules) || added;
        }
        return added;
    });
    verdict.watched = verdict.watched || busy;
    if (refused)
        verdict.refusedFor = left;
    return verdict;
}

ThreatVerdict ThreatScores::noteAnswer(const ThreatAnswer& answer)
{
    if (!m_state->on.load(std::memory_order_relaxed))
        return {};
    return m_state->note(answer.client, [&](ThreatClient& client, const ScoreRules& rules, std::int64_t now) {
        if (client.refusedUntilMs > now && answer.status == 429)
            return false; // the refusal itself
        client.requests.moveTo(now);
        const std::uint32_t all = std::max<std::uint32_t>(client.requests.sum(), 1);
        bool added = false;
        std::optional<ThreatSignal> counted;
        const auto took = [&](ThreatSignal signal, bool more) {
            counted = signal;
            added = more || added;
        };
        if (answer.user != nullptr)
            client.verified.add(now);
        if (!answer.hasAgent && answer.user == nullptr) {
            const std::uint32_t without = client.withoutAgent.add(now);
            added = client.raise(ThreatSignal::MissingAgent, without, without, std::max(all, without), rules) || added;
        }
        if (!answer.unsure && isNotFound(answer.status)) {
            const std::uint32_t count = client.notFound.add(now);
            took(ThreatSignal::NotFound, client.raise(ThreatSignal::NotFound, count, count, std::max(all, count), rules));
        } else if (!answer.unsure && isBadRequest(answer.status)) {
            const std::uint32_t count = client.badRequests.add(now);
            took(ThreatSignal::BadRequests, client.raise(ThreatSignal::BadRequests, count, count, std::max(all, count), rules));
        }
        if (!answer.unsure && answer.status >= 400 && answer.status < 500 && answer.status != 429) {
            const RecentRequests::Counts paths =
                client.failed.addDistinct(hashOf(answer.path, {}, {}), static_cast<std::uint32_t>(now));
            added = client.raise(ThreatSignal::Scanning, paths.count, paths.count, 0, rules) || added;
        }
        if (answer.failedSignIn)
            took(ThreatSignal::FailedSignIns, client.addEach(ThreatSignal::FailedSignIns, 1, rules));
        if (answer.badSignature)
            took(ThreatSignal::BadSignatures, client.addEach(ThreatSignal::BadSignatures, 1, rules));
        if (!answer.refusedBy.empty())
            took(ThreatSignal::Refused, client.addEach(ThreatSignal::Refused, 1, rules));
        if (!client.remembers() && client.score() < keptFrom)
            return added;
        client.seenLast = m_state->clock.now();
        if (!client.remembers()) {
            const IpAddress network = client.address();
            m_state->shardOf(network).letRemember(client, now);
        }
        if (!answer.refusedBy.empty())
            client.setSubject(ThreatSignal::Refused, answer.refusedBy);
        if (answer.user != nullptr)
            client.rememberUser(*answer.user, answer.userName);
        client.rememberRequest({client.seenLast, std::string(answer.method), shownPath(answer.path), answer.status, counted});
        return added;
    });
}

ThreatVerdict ThreatScores::noteDetection(const IpAddress& address, std::string_view hitClass, std::uint32_t severity)
{
    if (!m_state->on.load(std::memory_order_relaxed) || severity == 0)
        return {};
    return m_state->note(address, [&](ThreatClient& client, const ScoreRules& rules, std::int64_t now) {
        const bool added = client.addEach(ThreatSignal::Detection, std::min(severity, 4U), rules);
        if (client.score() >= keptFrom)
            m_state->shardOf(client.address()).letRemember(client, now);
        client.setSubject(ThreatSignal::Detection, hitClass);
        return added;
    });
}

void ThreatScores::noteMalformed(const IpAddress& address, int status)
{
    if (!m_state->on.load(std::memory_order_relaxed) || !isBadRequest(status))
        return;
    (void) m_state->note(address, [&](ThreatClient& client, const ScoreRules& rules, std::int64_t now) {
        const std::uint32_t count = client.badRequests.add(now);
        client.requests.moveTo(now);
        return client.raise(ThreatSignal::BadRequests, count, count, std::max(client.requests.sum(), count), rules);
    });
}

void ThreatScores::settle(const IpAddress& address)
{
    const IpAddress network = address.network();
    ThreatShard& shard = m_state->shardOf(network);
    const std::lock_guard lock(shard.mutex);
    if (ThreatClient* client = shard.find(network))
        client->refusedUntilMs = 0;
}

std::vector<ThreatAddress> ThreatScores::list(std::size_t limit, std::size_t& total) const
{
    struct Brief {
        double score;
        IpAddress address;
    };
    std::vector<Brief> found;
    const std::int64_t now = m_state->nowMs();
    for (ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.each([&](ThreatClient& client) {
            client.wear(now, *shard.rules);
            if (const double score = client.score(); score >= 0.5)
                found.push_back({score, client.address()});
        });
    }
    total = found.size();
    std::ranges::sort(
        found, [](const Brief& a, const Brief& b) { return a.score != b.score ? a.score > b.score : a.address < b.address; });
    found.resize(std::min(found.size(), limit));
    std::vector<ThreatAddress> rows;
    for (const Brief& one : found) {
        ThreatShard& shard = m_state->shardOf(one.address);
        const std::lock_guard lock(shard.mutex);
        if (ThreatClient* client = shard.find(one.address))
            rows.push_back(client->shown(now, *shard.rules));
    }
    return rows;
}

std::optional<ThreatDetail> ThreatScores::read(const IpAddress& address) const
{
    const IpAddress network = address.network();
    ThreatShard& shard = m_state->shardOf(network);
    const std::lock_guard lock(shard.mutex);
    ThreatClient* client = shard.find(network);
    if (client == nullptr)
        return std::nullopt;
    const std::int64_t now = m_state->nowMs();
    client->wear(now, *shard.rules);
    if (client->score() < 0.5 && !client->remembers())
        return std::nullopt;
    return client->detail(now, m_state->clock.now(), *shard.rules);
}

bool ThreatScores::forget(const IpAddress& address)
{
    const IpAddress network = address.network();
    ThreatShard& shard = m_state->shardOf(network);
    const std::lock_guard lock(shard.mutex);
    return shard.remove(network);
}

std::size_t ThreatScores::forgetIf(const std::function<bool(const IpAddress&)>& chosen)
{
    std::size_t gone = 0;
    for (ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        std::vector<IpAddress> going;
        shard.each([&](const ThreatClient& client) {
            if (chosen(client.address()))
                going.push_back(client.address());
        });
        for (const IpAddress& address : going)
            gone += shard.remove(address) ? 1U : 0U;
    }
    return gone;
}

std::vector<StoredScore> ThreatScores::stored(std::uint32_t least, std::size_t most) const
{
    std::vector<std::pair<double, StoredScore>> found;
    const std::int64_t now = m_state->nowMs();
    for (ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.each([&](ThreatClient& client) {
            client.wear(now, *shard.rules);
            if (client.score() >= least)
                found.emplace_back(client.score(), client.stored());
        });
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<StoredScore> made;
    for (auto& [score, one] : found)
        if (made.size() < most)
            made.push_back(std::move(one));
    return made;
}

void ThreatScores::restore(std::span<const StoredScore> scores)
{
    const std::int64_t now = m_state->nowMs();
    for (const StoredScore& one : scores) {
        const IpAddress network = one.address.network();
        ThreatShard& shard = m_state->shardOf(network);
        const std::lock_guard lock(shard.mutex);
        ThreatClient& client = shard.touch(network);
        client.restore(one, now);
        shard.sort(client);
        if (client.score() >= keptFrom)
            shard.letRemember(client, now);
        client.restoreSubjects(one);
    }
}

std::vector<StoredPeak> ThreatScores::peaks(std::uint32_t least) const
{
    std::vector<StoredPeak> found;
    for (ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.each([&](const ThreatClient& client) {
            for (const ThreatClient::Peak& peak : client.peaks)
                if (peak.score >= least)
                    found.push_back({client.address(), peak.hour, peak.score, peak.at});
        });
    }
    return found;
}

std::size_t ThreatScores::size() const
{
    std::size_t total = 0;
    for (const ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        total += shard.size();
    }
    return total;
}

std::size_t ThreatScores::bytes() const
{
    std::size_t total = 0;
    for (ThreatShard& shard : m_state->shards) {
        const std::lock_guard lock(shard.mutex);
        shard.each([&](const ThreatClient& client) { total += client.bytes() + 64; });
    }
    return total;
}

} // namespace sallyport::protection
