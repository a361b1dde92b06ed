#include "tests/ui/support/fake_threats.h"

#include <algorithm>
#include <cmath>

namespace sallyport::tests {
namespace {

using protection::ThreatAddress;
using protection::ThreatPart;
using protection::ThreatSignal;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds minute{60};

ThreatPart part(ThreatSignal signal, std::uint32_t points, std::uint32_t count, std::string detail, seconds within = seconds(0),
                std::uint32_t of = 0, std::string subject = {})
{
    return {signal, points, count, of, within, std::move(subject), std::move(detail)};
}

IpAddress addressOf(std::string_view text)
{
    return IpAddress::parse(text.substr(0, text.find('/'))).value();
}

ThreatAddress row(std::string text, UtcTime now, minutes seen, std::vector<ThreatPart> parts, std::vector<std::string> people)
{
    ThreatAddress made;
    made.address = addressOf(text);
    made.text = std::move(text);
    made.parts = std::move(parts);
    for (const ThreatPart& counted : made.parts)
        made.score += counted.points;
    const auto since = std::clamp<std::int64_t>(60 - seen.count(), 0, 59);
    for (std::int64_t i = 0; i < 60; ++i) {
        const double share = i < since ? 0.0 : std::min(1.0, static_cast<double>(i - since + 1) / 6.0);
        made.lastHour.push_back(static_cast<std::uint32_t>(std::lround(made.score * share)));
    }
    made.seenFirst = now - seen;
    made.seenLast = now - seconds(20);
    made.signedIn = std::move(people);
    return made;
}

std::vector<protection::ThreatWeight> defaultWeights()
{
    const auto weight = [](ThreatSignal signal, std::uint32_t points, std::uint32_t most, std::uint32_t from, seconds within) {
        return protection::ThreatWeight{signal, points, most, from, within, points, most};
    };
    return {weight(ThreatSignal::Frequency, 30, 60, 61, minute),       weight(ThreatSignal::Repetition, 25, 55, 21, minute),
            weight(ThreatSignal::MissingAgent, 15, 15, 1, minute),     weight(ThreatSignal::Scanning, 20, 40, 21, minute),
            weight(ThreatSignal::FailedSignIns, 5, 85, 1, seconds(0)), weight(ThreatSignal::BadSignatures, 5, 85, 1, seconds(0)),
            weight(ThreatSignal::NotFound, 16, 40, 10, minute),        weight(ThreatSignal::BadRequests, 10, 25, 20, minute),
            weight(ThreatSignal::Refused, 4, 16, 1, seconds(0)),       weight(ThreatSignal::Detection, 6, 90, 1, seconds(0)),
            weight(ThreatSignal::Trap, 15, 90, 1, seconds(0))};
}

} // namespace

FakeThreats::FakeThreats(const Clock& clock) : m_clock(clock)
{
    const UtcTime now = clock.now();
    inForce.weights = defaultWeights();
    rows = {
        row("203.0.113.47", now, minutes(48),
            {part(ThreatSignal::FailedSignIns, 40, 12, "12 tries"),
             part(ThreatSignal::Frequency, 30, 61, "61 requests in 60 s", minute),
             part(ThreatSignal::Scanning, 20, 34, "34 paths in 60 s", minute)},
            {}),
        row("2001:db8:77::/64", now, minutes(13),
            {part(ThreatSignal::NotFound, 24, 31, "31 of 36 in 60 s", minute, 36),
             part(ThreatSignal::Scanning, 20, 36, "36 paths in 60 s", minute),
             part(ThreatSignal::Trap, 15, 1, "/.env, once", seconds(0), 0, "/.env"),
             part(ThreatSignal::MissingAgent, 15, 36, "36 of 36 in 60 s", minute, 36)},
            {}),
        row("192.0.2.18", now, minutes(300),
            {part(ThreatSignal::Frequency, 30, 74, "74 requests in 60 s", minute),
             part(ThreatSignal::Refused, 16, 96, "96 times, api_write", seconds(0), 0, "api_write")},
            {"Billing import"}),
        row("192.0.2.61", now, minutes(310),
            {part(ThreatSignal::Repetition, 25, 40, "40 alike of 44 in 60 s", minute, 44),
             part(ThreatSignal::BadSignatures, 10, 2, "2 tries")},
            {"Lab gateway"}),
        row("198.51.100.90", now, minutes(31), {part(ThreatSignal::Detection, 18, 1, "script, once", seconds(0), 0, "script")},
            {"Farid Rahmani"}),
        row("198.51.100.24", now, minutes(90),
            {part(ThreatSignal::Refused, 12, 3, "3 times, api_read", seconds(0), 0, "api_read")}, {"Jonas Weber", "Elif Yıldız"}),
        row("198.51.100.31", now, minutes(36), {part(ThreatSignal::FailedSignIns, 5, 1, "1 try")}, {"Giulia Moretti"}),
    };
    rows.front().bannedUntil = now + minutes(49);
    peaks = {{"203.0.113.9", 88, now - minutes(900)},       {"198.51.100.201", 76, now - minutes(1100)},
             {"2001:db8:c2::/64", 71, now - minutes(1290)}, {"192.0.2.18", 46, now - minutes(40)},
             {"192.0.2.61", 35, now - minutes(200)},        {"198.51.100.24", 12, now - minutes(70)}};
}

const ThreatAddress* FakeThreats::find(const IpAddress& address) const
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const ThreatAddress& one) { return one.address == address.network(); });
    return found == rows.end() ? nullptr : &*found;
}

Result<protection::ThreatList> FakeThreats::list(const access::Actor&, std::size_t limit)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    protection::ThreatList made;
    made.rows.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(limit, rows.size())));
    made.total = rows.size();
    made.at = m_clock.now();
    return made;
}

Result<protection::ThreatDetail> FakeThreats::read(const access::Actor&, const IpAddress& address)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    const ThreatAddress* found = find(address);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, "Nothing is known about this address.");
    protection::ThreatDetail made;
    made.now = *found;
    const UtcTime now = m_clock.now();
    for (int back = 13; back >= 0; --back) {
        protection::ThreatMinute one;
        one.start = std::chrono::floor<minutes>(now) - minutes(back);
        for (const ThreatPart& counted : found->parts)
            if (back < 11 || counted.signal == ThreatSignal::MissingAgent)
                one.points[static_cast<std::size_t>(counted.signal)] = static_cast<std::uint8_t>(counted.points);
        made.minutes.push_back(one);
    }
    struct Line {
        const char* method;
        const char* path;
        int status;
        std::optional<ThreatSignal> signal;
    };
    const std::array lines{Line{"GET", "/api/users", 401, {}},
                           Line{"GET", "/.env", 404, ThreatSignal::Trap},
                           Line{"GET", "/wp-login.php", 404, ThreatSignal::NotFound},
                           Line{"GET", "/api/backup.zip", 404, ThreatSignal::NotFound},
                           Line{"HEAD", "/phpmyadmin/", 404, ThreatSignal::NotFound},
                           Line{"GET", "/admin/config", 404, ThreatSignal::NotFound},
                           Line{"GET", "/.git/HEAD", 404, ThreatSignal::NotFound}};
    for (std::size_t i = 0; i < 36; ++i) {
        const Line& line = lines[i % lines.size()];
        made.recent.push_back({now - seconds(60 + i / 2), line.method, line.path, line.status, line.signal});
    }
    if (found->bannedUntil)
        made.bans.push_back({*found->bannedUntil - minutes(60), found->bannedUntil, "212 tries on 38 accounts"});
    if (!found->address.isV4())
        made.network = "Hosting, Netherlands";
    return made;
}

Result<void> FakeThreats::forget(const access::Actor&, const IpAddress& address)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(mutex);
    const ThreatAddress* found = find(address);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, "Nothing is known about this address.");
    forgotten.push_back(found->text);
    rows.erase(rows.begin() + (found - rows.data()));
    return {};
}

Result<protection::ThreatRules> FakeThreats::rules(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    return inForce;
}

Result<protection::ThreatRules> FakeThreats::change(const access::Actor&, const protection::ThreatChange& change)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(mutex);
    changes.push_back(change);
    const auto take = [](auto& value, const auto& wanted) {
        if (wanted)
            value = *wanted;
    };
    take(inForce.mode, change.mode);
    take(inForce.threshold, change.threshold);
    take(inForce.halfLife, change.halfLife);
    take(inForce.firstBan, change.firstBan);
    take(inForce.longestBan, change.longestBan);
    take(inForce.grace, change.grace);
    take(inForce.slowDownMode, change.slowDownMode);
    take(inForce.slowDownAfter, change.slowDownAfter);
    take(inForce.slowDownStep, change.slowDownStep);
    take(inForce.slowDownMost, change.slowDownMost);
    for (const protection::ThreatWeight& wanted : change.weights)
        for (protection::ThreatWeight& weight : inForce.weights)
            if (weight.signal == wanted.signal) {
                weight.points = wanted.points;
                weight.most = wanted.most;
            }
    return inForce;
}

Result<protection::ThreatPreview> FakeThreats::preview(const access::Actor&, std::uint32_t threshold)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    protection::ThreatPreview made;
    made.threshold = threshold;
    made.inForce = inForce.threshold;
    made.since = m_clock.now() - std::chrono::hours(24);
    for (const protection::ThreatPeak& peak : peaks) {
        if (peak.peak >= threshold)
            made.banned.push_back(peak);
        made.totalInForce += peak.peak >= inForce.threshold ? 1 : 0;
    }
    made.total = made.banned.size();
    return made;
}

} // namespace sallyport::tests
