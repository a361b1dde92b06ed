#include "backend/protection/threats/threat_client.h"

#include <algorithm>
#include <cmath>

namespace sallyport::protection {
namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::size_t namesMost = 3;
constexpr std::size_t subjectBytes = 120;
constexpr double nothing = 0.5; ///< points that round to none

std::size_t columnOf(std::int64_t minute) noexcept
{
    return static_cast<std::size_t>(minute % 60);
}

} // namespace

void MinuteCounts::moveTo(std::int64_t nowMs) noexcept
{
    const std::int64_t slot = nowMs / slotMs;
    if (slot <= m_newest)
        return;
    if (slot - m_newest >= static_cast<std::int64_t>(slots))
        m_counts.fill(0);
    else
        for (std::int64_t at = m_newest + 1; at <= slot; ++at)
            m_counts[static_cast<std::size_t>(at) % slots] = 0;
    m_newest = slot;
}

std::uint32_t MinuteCounts::add(std::int64_t nowMs) noexcept
{
    moveTo(nowMs);
    std::uint16_t& count = m_counts[static_cast<std::size_t>(m_newest) % slots];
    if (count < UINT16_MAX)
        ++count;
    return sum();
}

std::uint32_t MinuteCounts::sum() const noexcept
{
    std::uint32_t total = 0;
    for (const std::uint16_t count : m_counts)
        total += count;
    return total;
}

void ThreatClient::wear(std::int64_t nowMs, const ScoreRules& rules)
{
    if (m_memory)
        writeColumns(nowMs, rules);
    const std::int64_t passed = nowMs - m_wornMs;
    if (passed < 1'000) // worn in steps of a second at least: nothing is lost by it
        return;
    m_wornMs = nowMs;
    if (score() == 0)
        return;
    const auto left = static_cast<float>(std::exp2(-static_cast<double>(passed) / rules.halfLifeMs));
    for (Part& one : m_parts) {
        one.points *= left;
        one.amount *= left;
        if (one.points < nothing && one.points > 0)
            one = {};
    }
}

/// The columns of the minutes that have passed, as the points were in each.
void ThreatClient::writeColumns(std::int64_t nowMs, const ScoreRules& rules)
{
    const std::int64_t minute = nowMs / minuteMs;
    if (minute <= m_memory->minute)
        return;
    m_memory->minutes[columnOf(m_memory->minute)] = wholePoints();
    const std::int64_t first = std::max(m_memory->minute + 1, minute - 59);
    for (std::int64_t at = first; at <= minute; ++at) {
        const double left =
            std::exp2(-static_cast<double>(std::max<std::int64_t>((at * minuteMs) - m_wornMs, 0)) / rules.halfLifeMs);
        auto& column = m_memory->minutes[columnOf(at)];
        for (std::size_t i = 0; i < threatSignals; ++i)
            column[i] = static_cast<std::uint8_t>(std::lround(m_parts[i].points * left));
    }
    m_memory->minute = minute;
}

bool ThreatClient::raise(ThreatSignal signal, double count, std::uint32_t shown, std::uint32_t of, const ScoreRules& rules,
                         bool grows)
{
    const double points = threatPoints(rules.weights[static_cast<std::size_t>(signal)], count, grows);
    if (points <= 0)
        return false;
    Part& one = part(signal);
    const auto before = one.points;
    // A minute that goes on being as bad as it was keeps its points; its count is told as long as it is the highest.
    if (points + nothing >= before && (shown >= one.count || points > before + nothing)) {
        one.count = shown;
        one.of = of;
    }
    one.points = std::max(before, static_cast<float>(points));
    return one.points > before + 0.01F;
}

bool ThreatClient::addEach(ThreatSignal signal, double weight, const ScoreRules& rules)
{
    Part& one = part(signal);
    const auto before = one.points;
    one.amount += static_cast<float>(weight);
    const double points = threatPoints(rules.weights[static_cast<std::size_t>(signal)], one.amount);
    if (points <= 0)
        return false;
    ++one.count;
    one.points = std::max(before, static_cast<float>(points));
    return one.points > before + 0.01F;
}

double ThreatClient::score() const noexcept
{
    double sum = 0;
    for (const Part& one : m_parts)
        sum += one.points;
    return sum;
}

std::array<std::uint8_t, threatSignals> ThreatClient::wholePoints() const noexcept
{
    std::array<std::uint8_t, threatSignals> points{};
    for (std::size_t i = 0; i < threatSignals; ++i)
        points[i] = static_cast<std::uint8_t>(std::lround(m_parts[i].points));
    return points;
}

void ThreatClient::beginMemory(std::int64_t nowMs)
{
    m_memory = std::make_unique<ThreatMemory>();
    m_memory->minute = nowMs / minuteMs;
}

void ThreatClient::rememberRequest(ThreatRequest request)
{
    if (!m_memory)
        return;
    if (m_memory->recent.size() >= ThreatScores::recentMost)
        m_memory->recent.pop_back();
    m_memory->recent.push_front(std::move(request));
}

void ThreatClient::rememberUser(const UserId& user, std::string_view name)
{
    if (!m_memory)
        return;
    auto& known = m_memory->signedIn;
    if (!known.empty() && known.front().user == user)
        return;
    std::erase_if(known, [&](const ThreatMemory::Named& one) { return one.user == user; });
    known.insert(known.begin(), {user, std::string(name)});
    if (known.size() > namesMost)
        known.pop_back();
}

void ThreatClient::setSubject(ThreatSignal signal, std::string_view subject)
{
    if (!m_memory)
        return;
    ThreatMemory::Subject& known = m_memory->subjects[static_cast<std::size_t>(signal)];
    subject = subject.substr(0, subjectBytes);
    if (known.text != subject)
        known = {std::string(subject), 0};
    if (known.times < UINT32_MAX)
        ++known.times;
}

void ThreatClient::notePeak(UtcTime now)
{
    const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
    const auto whole = static_cast<std::uint32_t>(std::lround(score()));
    if (peaks[0].hour != hour) {
        peaks[1] = peaks[0];
        peaks[0] = {hour, 0, now};
    }
    if (whole > peaks[0].score)
        peaks[0] = {hour, whole, now};
}

std::vector<ThreatPart> ThreatClient::parts(const ScoreRules& rules) const
{
    std::vector<ThreatPart> made;
    for (std::size_t i = 0; i < threatSignals; ++i) {
        const auto points = static_cast<std::uint32_t>(std::lround(m_parts[i].points));
        if (points == 0)
            continue;
        ThreatPart one;
        one.signal = static_cast<ThreatSignal>(i);
        one.points = points;
        one.count = m_parts[i].count;
        one.of = m_parts[i].of;
        one.within = rules.weights[i].within;
        if (m_memory) {
            one.subject = m_memory->subjects[i].text;
            one.alike = one.subject.empty() || m_memory->subjects[i].times >= one.count;
        }
        one.detail = threatDetail(one);
        made.push_back(std::move(one));
    }
    std::ranges::stable_sort(made, std::ranges::greater(), &ThreatPart::points);
    return made;
}

ThreatAddress ThreatClient::shown(std::int64_t nowMs, const ScoreRules& rules) const
{
    ThreatAddress made;
    made.address = m_address;
    made.text = networkText(m_address);
    made.parts = parts(rules);
    for (const ThreatPart& one : made.parts)
        made.score += one.points;
    made.seenFirst = seenFirst;
    made.seenLast = seenLast;
    made.lastHour.assign(60, 0);
    made.lastHour.back() = made.score;
    if (!m_memory)
        return made;
    for (const ThreatMemory::Named& one : m_memory->signedIn)
        made.signedIn.push_back(one.name);
    const std::int64_t minute = nowMs / minuteMs;
    for (std::int64_t back = 1; back < 60; ++back) {
        if (minute - back > m_memory->minute || m_memory->minute - (minute - back) >= 60)
            continue;
        std::uint32_t sum = 0;
        for (const std::uint8_t points : m_memory->minutes[columnOf(minute - back)])
            sum += points;
        made.lastHour[static_cast<std::size_t>(59 - back)] = sum;
    }
    return made;
}

ThreatDetail ThreatClient::detail(std::int64_t nowMs, UtcTime now, const ScoreRules& rules) const
{
    ThreatDetail made;
    made.now = shown(nowMs, rules);
    if (!m_memory)
        return made;
    made.recent.assign(m_memory->recent.begin(), m_memory->recent.end());
    const std::int64_t minute = nowMs / minuteMs;
    const UtcTime thisMinute = std::chrono::floor<std::chrono::minutes>(now);
    for (std::int64_t back = 59; back >= 0; --back) {
        ThreatMinute one;
        one.start = thisMinute - std::chrono::minutes(back);
        if (back == 0)
            one.points = wholePoints();
        else if (minute - back <= m_memory->minute && m_memory->minute - (minute - back) < 60)
            one.points = m_memory->minutes[columnOf(minute - back)];
        if (!made.minutes.empty() || std::ranges::any_of(one.points, [](std::uint8_t points) { return points > 0; }))
            made.minutes.push_back(one);
    }
    return made;
}

StoredScore ThreatClient::stored() const
{
    StoredScore made{m_address, seenFirst, seenLast, {}};
    for (std::size_t i = 0; i < threatSignals; ++i) {
        if (m_parts[i].points <= 0)
            continue;
        const ThreatMemory::Subject known = m_memory ? m_memory->subjects[i] : ThreatMemory::Subject();
        made.parts.push_back({static_cast<ThreatSignal>(i), m_parts[i].points, m_parts[i].amount, m_parts[i].count, m_parts[i].of,
                              known.text, known.times});
    }
    return made;
}

void ThreatClient::restore(const StoredScore& kept, std::int64_t nowMs)
{
    m_wornMs = nowMs;
    seenFirst = kept.seenFirst;
    seenLast = kept.seenLast;
    for (const StoredScore::Part& one : kept.parts)
        part(one.signal) = {static_cast<float>(one.points), static_cast<float>(one.amount), one.count, one.of};
}

void ThreatClient::restoreSubjects(const StoredScore& kept)
{
    if (!m_memory)
        return;
    for (const StoredScore::Part& one : kept.parts)
        m_memory->subjects[static_cast<std::size_t>(one.signal)] = {one.subject, one.subjectTimes};
}

std::size_t ThreatClient::bytes() const noexcept
{
    std::size_t all = sizeof *this + recent.bytes() + failed.bytes();
    if (m_memory)
        all += sizeof *m_memory + m_memory->recent.size() * (sizeof(ThreatRequest) + 32);
    return all;
}

} // namespace sallyport::protection
