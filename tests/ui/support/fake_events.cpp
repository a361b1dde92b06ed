#include "backend/audit/event_kinds.h"
#include "tests/ui/support/fake_services.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

namespace sallyport::tests {

using audit::Event;
using audit::Outcome;
using audit::Severity;

namespace {

struct Scene {
    std::string_view kind;
    Severity severity;
    Outcome outcome;
    std::string_view method, path;
    int status;
    std::string_view reason;
    bool signedIn;
};

constexpr Scene scenes[] = {
    {audit::kind::signInSucceeded, Severity::Info, Outcome::Success, "POST", "/api/auth/mfa", 200, "", true},
    {audit::kind::signInFailed, Severity::Notice, Outcome::Failure, "POST", "/api/auth/login", 401, "unauthenticated", false},
    {audit::kind::tokenRefreshed, Severity::Info, Outcome::Success, "POST", "/api/auth/refresh", 200, "", true},
    {audit::kind::permissionDenied, Severity::Warning, Outcome::Refused, "DELETE", "/api/users", 403, "permission_denied", true},
    {audit::kind::tokenRefused, Severity::Notice, Outcome::Refused, "GET", "/api/protected", 401, "token_expired", false},
    {audit::kind::signedOut, Severity::Info, Outcome::Success, "POST", "/api/auth/logout", 200, "", true},
    {audit::kind::limitReached, Severity::Warning, Outcome::Refused, "POST", "/api/auth/login", 429, "rate_limited", false},
    {audit::kind::mfaFailed, Severity::Notice, Outcome::Failure, "POST", "/api/auth/mfa", 401, "mfa_invalid", true},
    {audit::kind::reportExported, Severity::Info, Outcome::Success, "", "", 0, "", true},
    {audit::kind::signInSucceeded, Severity::Info, Outcome::Success, "POST", "/api/auth/mfa", 200, "", true},
    {audit::kind::refreshReused, Severity::Critical, Outcome::Refused, "POST", "/api/auth/refresh", 401, "token_invalid", true},
};

Event eventOf(std::size_t index, UtcTime time, const identity::User& who)
{
    const auto& scene = scenes[index * 5 % std::size(scenes)];
    Event event;
    event.sequence = static_cast<std::int64_t>(index) + 1;
    event.time = time;
    event.kind = scene.kind;
    event.severity = scene.severity;
    event.outcome = scene.outcome;
    if (scene.signedIn)
        event.actor = {"user", who.id.text(), who.name};
    else
        event.actor = {"anonymous", {}, who.email};
    event.object = {"user", who.id.text(), who.name};
    event.address = scene.signedIn ? who.lastSignInAddress : "203.0.113." + std::to_string(index % 250);
    event.userAgent = "Northgate Ward App/4.2";
    event.requestId = "01JDREQ" + std::to_string(1'000'000'000'000'000'000 + index);
    event.method = scene.method;
    event.path = scene.path;
    event.status = scene.status;
    event.reason = scene.reason;
    if (scene.outcome == Outcome::Refused)
        event.detailsJson = R"({"stages":[{"stage":"address","result":"passed","text":"not blocked","micros":1.1},)"
                            R"({"stage":"rate_address","result":"passed","text":"37 of 10,000 this hour","micros":2.4},)"
                            R"({"stage":"authentication","result":"refused","text":"the token's time is over","micros":41.0},)"
                            R"({"stage":"permission","result":"not_reached","text":"","micros":0}]})";
    if (scene.kind == audit::kind::reportExported)
        event.detailsJson = index / std::size(scenes) % 2 == 0 ? R"({"format":"csv","events":1284})"
                                                               : R"({"template":"access_review","format":"pdf"})";
    event.hash = "9f3c71" + std::to_string(100000 + index);
    return event;
}

} // namespace

FakeEvents::FakeEvents(Clock& clock, FakeUsers& users, std::size_t count) : m_clock(clock)
{
    m_events.reserve(count);
    const auto step = std::chrono::seconds(35);
    for (std::size_t index = 0; index < count; ++index)
        m_events.push_back(eventOf(index, clock.now() - step * static_cast<long>(count - 1 - index),
                                   users.users[index * 7 % std::min<std::size_t>(users.users.size(), 40)]));
}

bool FakeEvents::matches(const Event& event, const audit::EventQuery& query) const
{
    return audit::matches(query, event);
}

Result<journal::EventPage> FakeEvents::list(const access::Actor& actor, const audit::EventQuery& query, std::uint32_t limit,
                                            const std::string& cursor, bool oldestFirst)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::EventsRead)) {
        auto error = makeError(ErrorCode::PermissionDenied, "permission missing");
        error.required = "events:read";
        return error;
    }
    const std::lock_guard guard(m_mutex);
    const std::int64_t after = cursor.empty() ? 0 : std::stoll(cursor);
    journal::EventPage page;
    auto offer = [&](const Event& event) {
        if (after != 0 && (oldestFirst ? event.sequence <= after : event.sequence >= after))
            return true;
        if (!matches(event, query))
            return true;
        if (page.events.size() == limit) {
            page.nextCursor = std::to_string(page.events.back().sequence);
            return false;
        }
        page.events.push_back(event);
        return true;
    };
    if (oldestFirst)
        static_cast<void>(std::all_of(m_events.begin(), m_events.end(), offer));
    else
        static_cast<void>(std::all_of(m_events.rbegin(), m_events.rend(), offer));
    return page;
}

Result<Event> FakeEvents::read(const access::Actor&, std::int64_t sequence)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    if (sequence < 1 || sequence > static_cast<std::int64_t>(m_events.size()))
        return makeError(ErrorCode::NotFound, "no such event");
    return m_events[static_cast<std::size_t>(sequence) - 1];
}

Result<Event> FakeEvents::readById(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const audit::EventPlace place, audit::placeOf(id));
    return read(actor, place.sequence);
}

Result<journal::EventsAfter> FakeEvents::after(const access::Actor&, const audit::EventPlace&, std::uint32_t)
{
    return makeError(ErrorCode::Unavailable, "the window doesn't ask for this");
}

Result<journal::TopLists> FakeEvents::top(const access::Actor& actor, const audit::EventQuery& query, std::uint32_t most)
{
    SALLYPORT_ASSIGN(const journal::EventPage page, list(actor, query, 1000, {}, false));
    std::array<std::map<std::string, std::int64_t>, 4> counts;
    for (const audit::Event& event : page.events) {
        ++counts[0][event.kind];
        ++counts[1][event.actor.name];
        ++counts[2][event.address];
        ++counts[3][event.path];
    }
    const auto top = [most](const std::map<std::string, std::int64_t>& counted) {
        std::vector<journal::TopValue> values;
        for (const auto& [value, count] : counted)
            if (!value.empty())
                values.push_back({value, count});
        std::ranges::stable_sort(values, std::ranges::greater(), &journal::TopValue::count);
        values.resize(std::min<std::size_t>(values.size(), most));
        return values;
    };
    return journal::TopLists{
        top(counts[0]),         top(counts[1]), top(counts[2]), top(counts[3]), static_cast<std::int64_t>(page.events.size()),
        page.nextCursor.empty()};
}

Result<std::int64_t> FakeEvents::count(const access::Actor&, const audit::EventQuery& query)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    return static_cast<std::int64_t>(
        std::count_if(m_events.begin(), m_events.end(), [&](const Event& event) { return matches(event, query); }));
}

Result<std::vector<journal::EventColumn>> FakeEvents::histogram(const access::Actor&, const audit::EventQuery& query, int columns)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const auto until = query.until.value_or(m_clock.now());
    const auto since = query.since.value_or(until - std::chrono::hours(24));
    const auto width = (until - since) / columns;
    std::vector<journal::EventColumn> slices(static_cast<std::size_t>(columns));
    for (int at = 0; at < columns; ++at)
        slices[static_cast<std::size_t>(at)].start = since + width * at;
    for (const auto& event : m_events) {
        if (event.time < since || event.time >= until || !matches(event, query) || width.count() <= 0)
            continue;
        const auto at = std::min<std::int64_t>((event.time - since) / width, columns - 1);
        auto& slice = slices[static_cast<std::size_t>(at)];
        ++(event.severity == Severity::Info      ? slice.info
           : event.severity == Severity::Notice  ? slice.notice
           : event.severity == Severity::Warning ? slice.warning
                                                 : slice.critical);
    }
    return slices;
}

Result<void> FakeEvents::mayListen(const access::Actor&) const
{
    if (!mayHear)
        asked = true;
    return mayHear ? Result<void>() : access::require(access::Actor{}, access::Permission::EventsRead);
}

Result<audit::Journal::Subscription> FakeEvents::subscribe(const access::Actor& actor, Listener listener,
                                                           std::function<void()> refused)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_TRY(mayListen(actor));
    auto held = std::make_shared<Hearer>(std::move(listener), std::move(refused));
    const std::lock_guard guard(m_mutex);
    m_listeners.push_back(held);
    return audit::Journal::Subscription(held);
}

void FakeEvents::emitEvents(std::vector<Event> events)
{
    std::vector<std::shared_ptr<Hearer>> listeners;
    {
        const std::lock_guard guard(m_mutex);
        for (auto& event : events) {
            event.sequence = static_cast<std::int64_t>(m_events.size()) + 1;
            if (event.time == UtcTime{})
                event.time = m_clock.now();
            m_events.push_back(event);
        }
        for (const auto& weak : m_listeners)
            if (auto strong = weak.lock())
                listeners.push_back(std::move(strong));
    }
    for (const auto& hearer : listeners) {
        if (hearer->over)
            continue;
        hearer->over = !mayHear;
        if (!hearer->over)
            hearer->listener(events);
        else if (hearer->refused)
            hearer->refused();
    }
}

audit::ChainHead FakeEvents::head() const
{
    const std::lock_guard guard(m_mutex);
    if (m_events.empty())
        return {};
    return {m_events.back().sequence, m_events.back().hash, m_events.back().time};
}

Result<audit::ChainReport> FakeEvents::verify(const access::Actor&, const audit::Progress& progress)
{
    if (auto error = failures.take())
        return *error;
    audit::ChainReport report;
    report.head = head();
    report.checked = report.head.sequence;
    report.intact = intact;
    report.accepted = accepted;
    if (!intact) {
        report.firstBad = report.head.sequence / 2;
        report.problem = audit::ChainProblem::Changed;
    }
    if (progress && !progress(report.checked, report.checked))
        return makeError(ErrorCode::Cancelled, "cancelled");
    return report;
}

Result<audit::ReportResult> FakeEvents::exportTo(const access::Actor& actor, const audit::ReportRequest& request,
                                                 const Sink& sink, const audit::Progress& progress)
{
    if (auto error = failures.take())
        return *error;
    audit::ReportResult result;
    std::vector<Event> found;
    {
        const std::lock_guard guard(m_mutex);
        std::copy_if(m_events.begin(), m_events.end(), std::back_inserter(found),
                     [&](const Event& event) { return matches(event, request.query); });
    }
    for (const auto& event : found) {
        const auto line = std::to_string(event.sequence) + ',' + event.kind + ',' + event.actor.name + "\r\n";
        ++result.events;
        result.bytes += static_cast<std::int64_t>(line.size());
        if (!sink(line) ||
            (progress && result.events % 100 == 0 && !progress(result.events, static_cast<std::int64_t>(found.size()))))
            return makeError(ErrorCode::Cancelled, "cancelled");
    }
    SALLYPORT_ASSIGN(result.chain, verify(actor, {}));
    return result;
}

Result<audit::ReportResult> FakeEvents::exportToFile(const access::Actor& actor, const audit::ReportRequest& request,
                                                     const std::filesystem::path& file, const audit::Progress& progress,
                                                     journal::ExistingFile)
{
    std::ofstream out(file, std::ios::binary);
    if (!out)
        return makeError(ErrorCode::NotWritable, "cannot write there");
    return exportTo(
        actor, request, [&](std::string_view chunk) { return static_cast<bool>(out << chunk); }, progress);
}

} // namespace sallyport::tests
