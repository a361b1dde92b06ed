#include "backend/outputs/delivery.h"

#include "backend/access/actor.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/base/thread_pool.h"
#include "backend/base/utf8.h"

#include <algorithm>

namespace sallyport::outputs {

namespace {

using namespace std::chrono_literals;

constexpr auto lookAgain = 2s;                 // what another process has recorded tells nobody
constexpr std::size_t pageBytes = 1024 * 1024; // about; events beyond it wait for the next page
constexpr std::int64_t unsavedMost = 1'000;    // events that the filter leaves out, until the position is stored
constexpr std::size_t errorLimit = 500;        // bytes

std::size_t sizeOf(const audit::Event& event)
{
    return 600 + event.detailsJson.size() + event.path.size() + event.userAgent.size() + event.actor.name.size() +
           event.object.name.size();
}

} // namespace

Result<std::unique_ptr<Delivery>> Delivery::start(DeliveryParts parts, DestinationRow row)
{
    SALLYPORT_ASSIGN(auto filter, audit::parseFilter(row.destination.fields.filter, parts.surroundings.now(), {}));
    SecretBytes secret;
    if (!row.sealedSecret.empty()) {
        SALLYPORT_ASSIGN(secret, parts.cipher.open(row.sealedSecret, outputSecretAad(row.destination.id, row.secretNumber)));
    }
    SALLYPORT_ASSIGN(auto stop, Stop::make());
    return std::unique_ptr<Delivery>(
        new Delivery(std::move(parts), std::move(row), std::move(filter), std::move(secret), std::move(stop)));
}

Delivery::Delivery(DeliveryParts parts, DestinationRow row, audit::EventQuery filter, SecretBytes secret,
                   std::unique_ptr<Stop> stop)
    : m_parts(std::move(parts)), m_row(std::move(row)), m_version(m_row.destination.version), m_filter(std::move(filter)),
      m_stop(std::move(stop)), m_sender(makeSender(m_row.destination.fields, std::move(secret), m_parts.surroundings, *m_stop)),
      m_stored(m_row.position), m_seen(m_row.position), m_thread([this] { run(); })
{
}

Delivery::~Delivery()
{
    m_stop->raise();
    {
        const std::lock_guard lock(m_mutex);
        m_changed.notify_one();
    }
    m_thread.join();
}

void Delivery::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

void Delivery::hurry()
{
    const std::lock_guard lock(m_mutex);
    m_woken = m_hurried = true;
    m_changed.notify_one();
}

std::chrono::milliseconds Delivery::pause() const
{
    return m_row.destination.fields.kind == DestinationKind::Mail ? m_parts.pace.mailPause : m_parts.pace.pause;
}

std::chrono::milliseconds Delivery::waitAfter(Step step) const
{
    switch (step) {
    case Step::Idle: return lookAgain;
    case Step::More: return 0ms;
    case Step::Held: return std::chrono::ceil<std::chrono::milliseconds>(m_nextPage - std::chrono::steady_clock::now());
    case Step::Failed: break;
    }
    auto wait = m_parts.pace.firstRetry;
    for (std::int64_t i = 1; i < m_row.destination.state.failures && wait < m_parts.pace.lastRetry; ++i)
        wait *= 2;
    // Nobody is asked again before they have said, unless that is long.
    return std::max(std::min(wait, m_parts.pace.lastRetry), std::chrono::milliseconds(m_retryAfter));
}

void Delivery::run()
{
    setThreadName("outputs");
    std::unique_lock lock(m_mutex);
    while (!m_stop->raised()) {
        m_woken = m_hurried = false;
        lock.unlock();
        Step done = Step::Failed;
        if (!contained(m_parts.onFault, "outputs", [&] { done = step(); }))
            m_row.destination.state.failures += 1; // not again at once
        lock.lock();
        const bool idle = done == Step::Idle;
        const auto stopping = [this] { return m_stop->raised(); };
        if (idle)
            m_changed.wait_for(lock, waitAfter(done), [&] { return m_woken || stopping(); });
        else
            m_changed.wait_for(lock, waitAfter(done), [&] { return (m_hurried && done == Step::Held) || stopping(); });
        if (idle && m_woken)
            m_changed.wait_for(lock, m_parts.pace.collect, [&] { return m_hurried || stopping(); });
    }
    lock.unlock();
    // What the filter leaves out needn't be looked at again.
    if (m_row.position != m_stored)
        (void) contained(m_parts.onFault, "outputs", [this] { (void) commit(0, m_row.position, {}, {}); });
}

Delivery::Step Delivery::step()
{
    if (const std::uint64_t version = m_parts.store.version(); version == m_lastVersion && m_row.destination.state.failures == 0)
        return Step::Idle; // nothing was committed since there was nothing
    else
        m_lastVersion = version;
    Result<Step> done = sendMessage();
    if (done && *done == Step::Idle)
        done = std::chrono::steady_clock::now() < m_nextPage ? Step::Held : sendPage();
    if (!done)
        noteFailure(done.error());
    const Step step = done ? *done : Step::Failed;
    if (step != Step::Idle)
        m_lastVersion = 0;
    return step;
}

Result<void> Delivery::askAllowed() const
{
    return m_parts.allowed ? m_parts.allowed(m_row.destination) : Result<void>();
}

Result<Delivery::Step> Delivery::sendMessage()
{
    SALLYPORT_ASSIGN(const std::optional<Message> message, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::nextMessage(transaction, m_row.destination.id);
    }));
    if (!message)
        return Step::Idle;
    SALLYPORT_TRY(askAllowed());
    SALLYPORT_TRY(m_sender->send(*message));
    SALLYPORT_TRY(commit(0, m_row.position, {}, message->id));
    return Step::More;
}

/// What the filter takes of the next page. `reached` is the last event that was looked at, `missing` how many were gone.
Result<std::vector<audit::Event>> Delivery::nextPage(std::int64_t& reached, std::int64_t& missing, bool& more)
{
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<std::vector<audit::Event>> {
        SALLYPORT_ASSIGN(const audit::TableHead head, audit::readHead(transaction));
        reached = std::min(m_row.position, head.sequence); // a journal from a backup ends earlier
        missing = 0;
        const std::int64_t last = m_tried > reached ? std::min(m_tried, head.sequence) : head.sequence;
        SALLYPORT_ASSIGN(auto stored, audit::readRange(transaction, reached + 1, last, eventsAtOnce));
        std::vector<audit::Event> events;
        std::size_t bytes = 0;
        for (audit::StoredEvent& row : stored) {
            if (bytes > pageBytes)
                break;
            missing += row.event.sequence - reached - 1;
            reached = row.event.sequence;
            if (!audit::matches(m_filter, row.event))
                continue;
            bytes += sizeOf(row.event);
            events.push_back(std::move(row.event));
        }
        more = reached < head.sequence;
        return events;
    });
}

Result<Delivery::Step> Delivery::sendPage()
{
    std::int64_t reached = 0, missing = 0;
    bool more = false;
    SALLYPORT_ASSIGN(const std::vector<audit::Event> events, nextPage(reached, missing, more));
    if (events.empty() && missing == 0) {
        m_tried = 0;
        m_row.position = reached;
        m_seen.store(reached);
        if (reached < m_stored || reached - m_stored >= unsavedMost)
            SALLYPORT_TRY(commit(0, reached, {}, {}));
        return more ? Step::More : Step::Idle;
    }
    Gone gone{missing};
    if (!events.empty()) {
        SALLYPORT_TRY(askAllowed());
        m_tried = reached;
        SALLYPORT_TRY(m_sender->send(events));
        gone.rejected = m_sender->takeRejected();
    }
    SALLYPORT_TRY(commit(static_cast<std::int64_t>(events.size()) - gone.rejected.events, reached, gone, {}));
    m_tried = 0;
    // A full page is followed by the next at once; mails never.
    if (!more || m_row.destination.fields.kind == DestinationKind::Mail)
        m_nextPage = std::chrono::steady_clock::now() + pause();
    return Step::More;
}

/// After the acknowledgement, in one transaction: where it is, what is to be told, and that the message is done.
Result<void> Delivery::commit(std::int64_t events, std::int64_t reached, const Gone& gone, const std::string& messageId)
{
    DestinationRow next = m_row;
    DestinationState& state = next.destination.state;
    next.position = reached;
    state.sent += events;
    state.dropped += gone.missing + gone.rejected.events;
    const bool delivered = events > 0 || gone.rejected.events > 0 || !messageId.empty();
    const std::int64_t failures = state.failures;
    if (delivered) {
        state.failures = 0;
        next.told = false;
        state.lastSentAt = m_parts.surroundings.now();
    }
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::saveState(transaction, next));
        if (!messageId.empty())
            SALLYPORT_TRY(rows::deleteMessage(transaction, messageId));
        if (gone.missing > 0)
            SALLYPORT_TRY(record(transaction, audit::kind::outputDropped, "expired",
                                 audit::Details().number("events", gone.missing).number("before", reached).json()));
        if (gone.rejected.events > 0)
            SALLYPORT_TRY(record(transaction, audit::kind::outputDropped, "rejected",
                                 audit::Details()
                                     .number("events", gone.rejected.events)
                                     .number("before", reached)
                                     .text("why", truncateUtf8(gone.rejected.why, errorLimit))
                                     .json()));
        if (delivered && m_row.told)
            SALLYPORT_TRY(
                record(transaction, audit::kind::outputRecovered, {}, audit::Details().number("failures", failures).json()));
        return {};
    });
    SALLYPORT_TRY(stored);
    const bool recovered = delivered && m_row.told;
    m_row = std::move(next);
    if (recovered && m_parts.onTold)
        m_parts.onTold(m_row.destination.id.text(), {});
    m_stored = reached;
    m_seen.store(reached);
    return {};
}

void Delivery::noteFailure(const Error& error)
{
    if (m_stop->raised())
        return;
    DestinationState& state = m_row.destination.state;
    ++state.failures;
    m_retryAfter = error.retryAfter.value_or(std::chrono::seconds(0));
    state.lastError = truncateUtf8(error.detail.empty() ? errorWord(error.code) : error.detail, errorLimit);
    state.lastErrorAt = m_parts.surroundings.now();
    // That its author lost the right doesn't pass by itself.
    const bool tells = !m_row.told && (state.failures >= m_parts.pace.failuresUntilTold || error.word == authorDenied);
    m_row.told = m_row.told || tells;
    const auto stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        DestinationRow saved = m_row;
        saved.position = m_stored;
        SALLYPORT_TRY(rows::saveState(transaction, saved));
        if (!tells)
            return {};
        return record(transaction, audit::kind::outputFailed,
                      error.word.empty() ? std::string(errorWord(error.code)) : std::string(error.word),
                      audit::Details().text("why", state.lastError).number("failures", state.failures).json());
    });
    if (!stored && tells)
        m_row.told = false; // told with the next failure
    else if (tells && m_parts.onTold)
        m_parts.onTold(m_row.destination.id.text(),
                       makeError(error.code, m_row.destination.fields.name + ": " + state.lastError));
}

Result<void> Delivery::record(storage::Transaction& transaction, std::string_view kind, std::string reason, std::string details)
{
    const bool good = kind == audit::kind::outputRecovered;
    audit::Event event = access::eventBy(access::Actor::system(), kind, good ? audit::Outcome::Success : audit::Outcome::Failure);
    event.object = {"output", m_row.destination.id.text(), m_row.destination.fields.name};
    event.reason = std::move(reason);
    event.detailsJson = std::move(details);
    return m_parts.journal.append(transaction, std::move(event));
}

} // namespace sallyport::outputs
