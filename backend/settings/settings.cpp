#include "backend/settings/settings.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/listeners.h"
#include "backend/settings/change.h"

#include <algorithm>
#include <mutex>

namespace sallyport::settings {

namespace {

using Snapshot = std::shared_ptr<const Values>;

enum class SettingColumn { Key, Value, End };
constexpr storage::Columns<SettingColumn> settingColumns{{{SettingColumn::Key, "key"}, {SettingColumn::Value, "value"}}};
constexpr auto allSettings = storage::select(settingColumns, "FROM settings");

/// A setting that was changed, by its key, with all values as they are then.
constexpr storage::Topic<Values> settingTopic{"setting"};

/// What is in the table, over the defaults. A row that this program cannot read (an older or newer program's) leaves
/// the default in place: the server must start with known limits, never with none.
Result<Values> readTable(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allSettings));
    Values values;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return values;
        const Definition* known = findDefinition(rows.row().text(SettingColumn::Key));
        if (known && !known->set(values, rows.row().text(SettingColumn::Value)))
            continue;
    }
}

Result<void> writeRow(storage::Transaction& transaction, std::string_view key, const std::string& value, UtcTime now)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare("INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, $3) "
                                                         "ON CONFLICT (key) DO UPDATE SET value = excluded.value, "
                                                         "updated_at = excluded.updated_at"));
    return statement.bind(1, key).bind(2, std::string_view(value)).bind(3, now).run();
}

audit::Event changeEvent(const access::Actor& actor, std::string_view key, const std::string& oldValue,
                         const std::string& newValue)
{
    audit::Event event = access::eventBy(actor, audit::kind::settingChanged);
    event.object = {"setting", std::string(key), std::string(key)};
    event.detailsJson = audit::Details().change(key, oldValue, newValue).json();
    return event;
}

/// Shared with transactions and subscriptions that may outlive the service for a moment.
struct State {
    mutable std::mutex mutex;
    Snapshot current;
    std::uint64_t version = 0;
    Listeners<Snapshot> listeners;

    Snapshot values() const
    {
        const std::lock_guard lock(mutex);
        return current;
    }

    /// False, and nothing happens, if `expected` is given and a change was published since.
    bool publish(const Snapshot& snapshot, std::optional<std::uint64_t> expected = {})
    {
        {
            const std::lock_guard lock(mutex);
            if (expected && *expected != version)
                return false;
            if (snapshot == current) // of a change of several settings, told for each
                return true;
            current = snapshot;
            ++version;
        }
        listeners.notify(snapshot);
        return true;
    }
};

class SettingsTable final : public Settings {
public:
    SettingsTable(storage::Store& store, audit::Journal& journal, Values values) : m_store(store), m_journal(journal)
    {
        m_state->current = std::make_shared<const Values>(std::move(values));
        m_subscription = store.changeFeed().subscribe(
            settingTopic, [state = m_state](const std::string&, const Snapshot& now) { state->publish(now); });
    }

    Snapshot values() const override { return m_state->values(); }

    Result<void> change(const access::Actor& actor, const Changes& changes) override
    {
        SALLYPORT_TRY(access::require(actor, access::Permission::SettingsUpdate));
        return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
            // From the table, not from memory: another process may have changed it.
            SALLYPORT_ASSIGN(const Values before, readTable(transaction));
            SALLYPORT_ASSIGN(Values applied, apply(before, changes));
            const auto snapshot = std::make_shared<const Values>(std::move(applied));
            const Values& after = *snapshot;
            std::vector<std::string> changed;
            for (const Definition& setting : definitions()) {
                const std::string oldValue = setting.get(before), newValue = setting.get(after);
                if (oldValue == newValue)
                    continue;
                audit::Event event = changeEvent(actor, setting.key, oldValue, newValue);
                event.time = m_journal.now();
                SALLYPORT_TRY(writeRow(transaction, setting.key, newValue, event.time));
                SALLYPORT_TRY(m_journal.append(transaction, std::move(event)));
                changed.emplace_back(setting.key);
            }
            // Those who take part say first what they changed: listeners of the settings find it done.
            SALLYPORT_TRY(askParticipants(transaction, actor, before, after));
            for (std::string& key : changed)
                transaction.changed<Values>(settingTopic, std::move(key), snapshot);
            return {};
        });
    }

    Subscription onChange(std::function<void(Snapshot)> listener) override { return m_state->listeners.add(std::move(listener)); }

    Subscription joinChanges(Participant participant) override
    {
        auto joined = std::make_shared<Participant>(std::move(participant));
        const std::lock_guard lock(m_participantsMutex);
        std::erase_if(m_participants, [](const auto& known) { return known.expired(); });
        m_participants.push_back(joined);
        return joined;
    }

    Result<void> reload() override
    {
        for (;;) {
            std::uint64_t version = 0;
            Values before;
            {
                const std::lock_guard lock(m_state->mutex);
                version = m_state->version;
                before = *m_state->current;
            }
            SALLYPORT_ASSIGN(Values after, m_store.read(readTable));
            const bool same = std::ranges::all_of(
                definitions(), [&](const Definition& setting) { return setting.get(before) == setting.get(after); });
            // A change that was committed meanwhile is newer than what was read: then read again.
            if (same || m_state->publish(std::make_shared<const Values>(std::move(after)), version))
                return {};
        }
    }

private:
    Result<void> askParticipants(storage::Transaction& transaction, const access::Actor& actor, const Values& before,
                                 const Values& after)
    {
        std::vector<std::weak_ptr<Participant>> all;
        {
            const std::lock_guard lock(m_participantsMutex);
            all = m_participants;
        }
        for (const auto& known : all)
            if (const auto participant = known.lock())
                SALLYPORT_TRY((*participant)(transaction, actor, before, after));
        return {};
    }

    storage::Store& m_store;
    audit::Journal& m_journal;
    std::mutex m_participantsMutex;
    std::vector<std::weak_ptr<Participant>> m_participants;
    const std::shared_ptr<State> m_state = std::make_shared<State>();
    storage::ChangeFeed::Subscription m_subscription;
};

} // namespace

Result<std::unique_ptr<Settings>> Settings::open(storage::Store& store, audit::Journal& journal)
{
    SALLYPORT_ASSIGN(Values values, store.read(readTable));
    return std::unique_ptr<Settings>(std::make_unique<SettingsTable>(store, journal, std::move(values)));
}

} // namespace sallyport::settings
