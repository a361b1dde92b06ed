#include "backend/vault/provisional_changes_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/thread_pool.h"
#include "backend/vault/changed_values.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

namespace sallyport {

namespace {

using State = ProvisionalChange::State;
using access::ProvisionalKind;

constexpr std::chrono::seconds retryAfter{5}; // what could not be taken back (a full disk) is tried again
constexpr std::string_view listeningSettings[] = {"server.address", "server.port"};
constexpr std::string_view pageSettings[] = {"cors.credentials", "cors.headers", "cors.methods", "cors.origins"};

Error conflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

Error notThere()
{
    return makeError(ErrorCode::NotFound, "No change of yours has this id");
}

std::string_view objectKind(ProvisionalKind kind)
{
    switch (kind) {
    case ProvisionalKind::UserRoles: return "user";
    case ProvisionalKind::Role:
    case ProvisionalKind::RoleRemoval: return "role";
    case ProvisionalKind::AddressRule: return "address_rule";
    case ProvisionalKind::Browsers: return "setting";
    case ProvisionalKind::ServiceAccount: return "service_account";
    case ProvisionalKind::ApiKey: return "api_key";
    case ProvisionalKind::Listening:
    case ProvisionalKind::Certificate: break;
    }
    return "server";
}

/// Whoever made it by a key shows that the key still gets in; who made it as a person, the person, by whatever session.
bool isOf(const access::Actor& actor, const ProvisionalChange& change)
{
    return actor.kind == access::Actor::Kind::System ||
           (!change.maker.empty() && actor.id == change.maker && actor.key == change.makerKey);
}

bool isAboutServer(ProvisionalKind kind)
{
    return kind == ProvisionalKind::Listening || kind == ProvisionalKind::Certificate;
}

/// What is kept, and taken back, as values by name.
bool isOfValues(ProvisionalKind kind)
{
    return isAboutServer(kind) || kind == ProvisionalKind::Browsers;
}

/// Which of these settings have changed, by name.
ChangedValues changedOf(std::span<const std::string_view> keys, const settings::Values& before, const settings::Values& after)
{
    ChangedValues values;
    for (const std::string_view key : keys) {
        const settings::Definition& setting = *settings::findDefinition(key);
        if (setting.get(before) != setting.get(after))
            values[std::string(key)] = {setting.get(before), setting.get(after)};
    }
    return values;
}

/// True for who asks by a page that could do something before which it can't any more.
bool losesByPage(const access::Actor& actor, const settings::Values& before, const settings::Values& after)
{
    const auto has = [](const std::vector<std::string>& words, const std::string& word) {
        return std::ranges::find(words, word) != words.end();
    };
    const auto fewer = [&](const std::vector<std::string>& was, const std::vector<std::string>& is) {
        return std::ranges::any_of(was, [&](const std::string& word) { return !has(is, word); });
    };
    if (actor.http.origin.empty() || !has(before.corsOrigins, actor.http.origin))
        return false;
    return !has(after.corsOrigins, actor.http.origin) || fewer(before.corsMethods, after.corsMethods) ||
           fewer(before.corsHeaders, after.corsHeaders) || (before.corsCredentials && !after.corsCredentials);
}

std::string namesOf(const ChangedValues& changed)
{
    std::string names;
    for (const auto& [key, value] : changed)
        names.append(names.empty() ? "" : ", ").append(key).append("=").append(value.after);
    return names;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

/// The change itself, and the request that made it, which the database doesn't keep.
struct ToldChange {
    ProvisionalChange change;
    RequestId request;
};
/// By the change's id; gone when it has ended.
constexpr storage::Topic<ToldChange> provisionalTopic{"provisional_change"};

} // namespace

ProvisionalChangesService::ProvisionalChangesService(Parts parts) : m_parts(std::move(parts))
{
    m_subscription = m_parts.store.changeFeed().subscribe(
        provisionalTopic, [this](const std::string& id, const std::shared_ptr<const ToldChange>& told) {
            const std::lock_guard lock(m_mutex);
            if (told != nullptr) {
                Waiting& waiting = m_waiting[id];
                waiting.change = told->change;
                waiting.request = told->request;
                waiting.deadline = m_parts.clock.steady() + access::provisionalTime;
                m_lastNoted = id;
                if (isAboutServer(told->change.kind))
                    m_toFollow.insert(told->change.kind);
            } else if (const auto known = m_waiting.find(id); known != m_waiting.end()) {
                if (isAboutServer(known->second.change.kind))
                    m_toFollow.insert(known->second.change.kind);
                m_waiting.erase(known);
            }
            m_changed.notify_all();
        });
    m_joined = m_parts.settings.joinChanges(
        [this](storage::Transaction& transaction, const access::Actor& actor, const settings::Values& before,
               const settings::Values& after) { return joinSettings(transaction, actor, before, after); });
}

ProvisionalChangesService::~ProvisionalChangesService()
{
    stop();
    m_joined.reset();
    m_subscription.reset();
}

Result<void> ProvisionalChangesService::start(Follower follower)
{
    SALLYPORT_TRY(reload());
    settle();
    const std::lock_guard lock(m_mutex);
    m_toFollow.clear(); // nothing listens yet
    m_follower = std::move(follower);
    m_thread = std::thread([this] {
        setThreadName("taking-back");
        run();
    });
    return {};
}

void ProvisionalChangesService::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void ProvisionalChangesService::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_toFollow.empty()) {
            const auto kinds = std::exchange(m_toFollow, {});
            lock.unlock();
            for (const ProvisionalKind kind : kinds)
                contained(m_parts.onFault, "taking-back", [&] { m_follower(kind); });
            lock.lock();
            continue;
        }
        const SteadyTime now = m_parts.clock.steady();
        std::optional<SteadyTime> next;
        for (const auto& [id, waiting] : m_waiting)
            next = std::min(next.value_or(waiting.deadline), waiting.deadline);
        if (next && *next <= now) {
            lock.unlock();
            contained(m_parts.onFault, "taking-back", [this] { settle(); });
            lock.lock();
            continue;
        }
        if (next)
            m_changed.wait_for(lock, *next - now);
        else
            m_changed.wait(lock);
    }
}

std::chrono::milliseconds ProvisionalChangesService::leftOf(const StoredChange& stored) const
{
    using std::chrono::microseconds;
    const auto boot = m_parts.bootClock ? m_parts.bootClock() : std::nullopt;
    const bool sameBoot = boot && !boot->id.empty() && boot->id == stored.boot.id;
    const microseconds passed =
        sameBoot ? boot->since - stored.boot.since : microseconds(m_parts.store.now() - stored.change.madeAt);
    const microseconds left = access::provisionalTime - std::max(passed, microseconds(0));
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::max(left, microseconds(0)));
}

Result<void> ProvisionalChangesService::reload()
{
    SALLYPORT_ASSIGN(const auto stored, m_parts.store.read(rows::waitingProvisional));
    const std::lock_guard lock(m_mutex);
    std::set<std::string> ids;
    for (const StoredChange& one : stored) {
        ids.insert(one.change.id);
        if (m_waiting.contains(one.change.id))
            continue;
        Waiting& waiting = m_waiting[one.change.id];
        waiting.change = one.change;
        waiting.deadline = m_parts.clock.steady() + leftOf(one);
        if (isAboutServer(one.change.kind))
            m_toFollow.insert(one.change.kind);
    }
    std::erase_if(m_waiting, [&](const auto& known) {
        const bool ended = !ids.contains(known.first);
        if (ended && isAboutServer(known.second.change.kind))
            m_toFollow.insert(known.second.change.kind);
        return ended;
    });
    m_changed.notify_all();
    return {};
}

Result<void> ProvisionalChangesService::removeExpired(UtcTime deletable)
{
    return m_parts.store.write([&](storage::Transaction& transaction) {
        return rows::forgetProvisional(transaction, deletable - std::chrono::days(1));
    });
}

std::vector<std::string> ProvisionalChangesService::overdue() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::pair<UtcTime, std::string>> due;
    for (const auto& [id, waiting] : m_waiting)
        if (waiting.deadline <= m_parts.clock.steady())
            due.emplace_back(waiting.change.madeAt, id);
    std::ranges::sort(due); // the oldest first: a later one finds what that has left
    std::vector<std::string> ids;
    for (auto& [madeAt, id] : due)
        ids.push_back(std::move(id));
    return ids;
}

void ProvisionalChangesService::settle()
{
    for (const std::string& id : overdue()) {
        const Result<void> ended = end(id, access::Actor::system());
        if (m_parts.onTakenBack)
            m_parts.onTakenBack(ended);
        if (ended)
            continue;
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_waiting.find(id); known != m_waiting.end())
            known->second.deadline = m_parts.clock.steady() + retryAfter;
    }
}

void ProvisionalChangesService::takeBackAll(ProvisionalKind kind)
{
    std::vector<std::string> ids;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, waiting] : m_waiting)
            if (waiting.change.kind == kind)
                ids.push_back(id);
    }
    for (const std::string& id : ids)
        (void) end(id, access::Actor::system());
}

bool ProvisionalChangesService::comesByServer(const access::Actor& actor) const
{
    const std::lock_guard lock(m_mutex);
    return m_always || (!actor.http.method.empty() && actor.kind != access::Actor::Kind::System);
}

Result<std::string> ProvisionalChangesService::note(storage::Transaction& transaction, const access::Actor& by,
                                                    access::CutOff change)
{
    StoredChange stored;
    stored.change.id = newIdText(m_parts.random, m_parts.clock);
    stored.change.kind = change.kind;
    stored.change.object = std::move(change.objectName);
    stored.change.maker = by.id;
    stored.change.makerKey = by.key;
    stored.change.makerName = nameOf(by);
    stored.change.madeAt = m_parts.store.now();
    stored.change.until = stored.change.madeAt + access::provisionalTime;
    stored.objectId = std::move(change.objectId);
    stored.undo = std::move(change.undo);
    if (const auto boot = m_parts.bootClock ? m_parts.bootClock() : std::nullopt)
        stored.boot = *boot;
    SALLYPORT_TRY(rows::addProvisional(transaction, stored));
    SALLYPORT_TRY(record(transaction, audit::kind::changeProvisional, by, stored));
    transaction.changed(provisionalTopic, stored.change.id,
                        std::make_shared<const ToldChange>(ToldChange{stored.change, by.request}));
    return stored.change.id;
}

Result<void> ProvisionalChangesService::record(storage::Transaction& transaction, std::string_view kind, const access::Actor& by,
                                               const StoredChange& stored, const std::vector<std::string>& stays)
{
    audit::Event event = access::eventBy(by, kind);
    event.object = {std::string(objectKind(stored.change.kind)), stored.objectId, stored.change.object};
    audit::Details details;
    details.text("change", stored.change.id).text("what", access::provisionalWord(stored.change.kind));
    details.text("made_by", stored.change.makerName);
    if (!stays.empty())
        details.text("changed_since", joined(stays));
    event.detailsJson = details.json();
    return m_parts.journal.append(transaction, std::move(event));
}

Result<void> ProvisionalChangesService::finish(storage::Transaction& transaction, const StoredChange& stored,
                                               const access::Actor& by, const std::vector<std::string>& stays)
{
    // One that was made on top of it goes back to what was before both.
    if (isOfValues(stored.change.kind)) {
        SALLYPORT_ASSIGN(const auto waiting, rows::waitingProvisional(transaction));
        for (const StoredChange& other : waiting) {
            ChangedValues values = readChangedValues(other.undo);
            if (other.change.id != stored.change.id && other.change.kind == stored.change.kind &&
                goFurtherBack(values, readChangedValues(stored.undo)))
                SALLYPORT_TRY(rows::setProvisionalUndo(transaction, other.change.id, changedValuesText(values)));
        }
    }
    SALLYPORT_TRY(record(transaction, audit::kind::changeTakenBack, by, stored, stays));
    SALLYPORT_TRY(rows::endProvisional(transaction, stored.change.id, State::TakenBack, m_parts.store.now()));
    transaction.removed(provisionalTopic, stored.change.id);
    return {};
}

Result<void> ProvisionalChangesService::joinSettings(storage::Transaction& transaction, const access::Actor& actor,
                                                     const settings::Values& before, const settings::Values& after)
{
    if (m_takingBack && actor.request.text() == m_takingBack->stored.change.id) {
        const StoredChange& stored = m_takingBack->stored;
        SALLYPORT_ASSIGN(const auto now, rows::provisional(transaction, stored.change.id));
        if (!now || now->change.state != State::Waiting || now->undo != stored.undo)
            return conflict("The change has ended meanwhile", "change_ended");
        std::vector<std::string> stays;
        for (const auto& [key, value] : readChangedValues(stored.undo)) {
            const settings::Definition& setting = *settings::findDefinition(key);
            const std::string was = setting.get(before);
            const bool wanted = setting.get(after) != was;
            if ((was == value.after && value.after != value.before) != wanted)
                return conflict("The settings were changed meanwhile", "change_ended");
            if (was != value.after)
                stays.push_back(key);
        }
        return finish(transaction, stored, m_takingBack->by, stays);
    }
    if (!comesByServer(actor))
        return {};
    if (losesByPage(actor, before, after)) {
        const ChangedValues changed = changedOf(pageSettings, before, after);
        SALLYPORT_TRY(
            note(transaction, actor, {ProvisionalKind::Browsers, "cors", namesOf(changed), changedValuesText(changed)}));
    }
    const ChangedValues changed = changedOf(listeningSettings, before, after);
    if (!changed.empty())
        SALLYPORT_TRY(note(transaction, actor, {ProvisionalKind::Listening, {}, namesOf(changed), changedValuesText(changed)}));
    return {};
}

Result<void> ProvisionalChangesService::endSettings(const StoredChange& stored, const access::Actor& by)
{
    const std::lock_guard lock(m_oneOfSettings);
    std::vector<std::pair<std::string, std::string>> changes;
    const auto values = m_parts.settings.values();
    for (const auto& [key, value] : readChangedValues(stored.undo))
        if (settings::findDefinition(key)->get(*values) == value.after)
            changes.emplace_back(key, value.before);
    access::Actor actor = access::Actor::system();
    actor.request = RequestId(stored.change.id); // by which joinSettings knows it
    m_takingBack = TakingBack{stored, by};
    Result<void> done = m_parts.settings.change(actor, changes);
    m_takingBack.reset();
    return done;
}

Result<void> ProvisionalChangesService::end(const std::string& id, const access::Actor& by)
{
    SALLYPORT_ASSIGN(const auto stored,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::provisional(transaction, id); }));
    if (!stored || stored->change.state != State::Waiting) {
        const std::lock_guard lock(m_mutex);
        m_waiting.erase(id);
        return {};
    }
    if (stored->change.kind == ProvisionalKind::Listening || stored->change.kind == ProvisionalKind::Browsers)
        return endSettings(*stored, by);
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto now, rows::provisional(transaction, id));
        if (!now || now->change.state != State::Waiting)
            return {};
        SALLYPORT_ASSIGN(const std::vector<std::string> stays, m_parts.undo(transaction, *now));
        return finish(transaction, *now, by, stays);
    });
}

ProvisionalChange ProvisionalChangesService::withLeft(ProvisionalChange change) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_waiting.find(change.id);
    change.left =
        known == m_waiting.end() || change.state != State::Waiting
            ? std::chrono::milliseconds(0)
            : std::max(std::chrono::duration_cast<std::chrono::milliseconds>(known->second.deadline - m_parts.clock.steady()),
                       std::chrono::milliseconds(0));
    return change;
}

Result<std::vector<ProvisionalChange>> ProvisionalChangesService::list(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.now(actor));
    settle();
    SALLYPORT_ASSIGN(const auto stored, m_parts.store.read(rows::waitingProvisional));
    std::vector<ProvisionalChange> own;
    for (const StoredChange& one : stored)
        if (isOf(current, one.change))
            own.push_back(withLeft(one.change));
    return own;
}

Result<StoredChange> ProvisionalChangesService::ofActor(storage::Transaction& transaction, const access::Actor& actor,
                                                        std::string_view id) const
{
    SALLYPORT_ASSIGN(auto stored, rows::provisional(transaction, id));
    if (!stored || !isOf(actor, stored->change))
        return notThere();
    return std::move(*stored);
}

Result<ProvisionalChange> ProvisionalChangesService::read(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.now(actor));
    settle();
    SALLYPORT_ASSIGN(StoredChange stored,
                     m_parts.store.read([&](storage::Transaction& transaction) { return ofActor(transaction, current, id); }));
    return withLeft(std::move(stored.change));
}

Result<ProvisionalChange> ProvisionalChangesService::confirm(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.now(actor));
    settle(); // too late is too late, whoever was faster
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<ProvisionalChange> {
        SALLYPORT_ASSIGN(StoredChange stored, ofActor(transaction, current, id));
        if (stored.change.state == State::TakenBack)
            return conflict("The change was taken back: it was not confirmed in time, or somebody asked for it",
                            "change_taken_back");
        if (stored.change.state == State::Kept)
            return stored.change;
        const UtcTime now = m_parts.store.now();
        SALLYPORT_TRY(record(transaction, audit::kind::changeConfirmed, current, stored));
        SALLYPORT_TRY(rows::endProvisional(transaction, id, State::Kept, now));
        transaction.removed(provisionalTopic, stored.change.id);
        stored.change.state = State::Kept;
        stored.change.endedAt = now;
        return stored.change;
    });
}

Result<ProvisionalChange> ProvisionalChangesService::takeBack(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.now(actor));
    const auto own = [&](storage::Transaction& transaction) { return ofActor(transaction, current, id); };
    SALLYPORT_ASSIGN(const StoredChange stored, m_parts.store.read(own));
    if (stored.change.state == State::Kept)
        return conflict("The change was confirmed; change it again instead", "change_kept");
    SALLYPORT_TRY(end(stored.change.id, current));
    SALLYPORT_ASSIGN(StoredChange after, m_parts.store.read(own));
    return withLeft(std::move(after.change));
}

std::optional<ProvisionalChange> ProvisionalChangesService::madeBy(const access::Actor& actor) const
{
    if (actor.request.empty())
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, waiting] : m_waiting)
        if (waiting.request == actor.request)
            return waiting.change;
    return std::nullopt;
}

Result<std::optional<ProvisionalChange>> ProvisionalChangesService::provisionally(const std::function<Result<void>()>& work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_always = true;
        m_lastNoted.clear();
    }
    const Result<void> done = work();
    const std::lock_guard lock(m_mutex);
    m_always = false;
    if (!done)
        return done.error();
    const auto known = m_waiting.find(m_lastNoted);
    return known == m_waiting.end() ? std::nullopt : std::optional(known->second.change);
}

} // namespace sallyport
