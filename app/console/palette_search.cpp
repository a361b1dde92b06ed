#include "app/console/palette_search.h"

#include "backend/audit/event_id.h"
#include "ui/console/permit.h"
#include "ui/guide/guide.h"
#include "ui/settings/setting_groups.h"
#include "ui/shell/shell_menus.h"
#include "ui/users/user_commands.h"
#include "ui/words/event_text.h"
#include "ui/words/setting_text.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport::app {

using namespace Qt::StringLiterals;
using ui::Icon;
using ui::PaletteEntry;
using ui::PaletteGroup;
using ui::text;

namespace {

constexpr std::uint32_t askedOfEach = 3;

/// What the operator may see of each kind; nothing where they may not open its panel.
struct Asked {
    bool users = false, keys = false, accounts = false, events = false;
};

struct Found {
    identity::UserPage users;
    identity::ApiKeyPage keys;
    identity::ServiceAccountPage accounts;
    std::optional<audit::Event> event;
};

template <typename Page>
void put(Page& to, Result<Page> page)
{
    if (page)
        to = std::move(*page); // what can't be read is not found; the panel says why
}

/// `Disable…` without its mark.
QString plain(QString words)
{
    return words.remove(u'…');
}

/// Of `disable elif` who is meant: what is left without the words of a command, in whatever order. Empty if there are none.
QString whomOf(const QString& words, const QStringList& commands)
{
    for (const QString& command : commands) {
        if (words.startsWith(command + u' ', Qt::CaseInsensitive))
            return words.mid(command.size()).trimmed();
        if (words.endsWith(u' ' + command, Qt::CaseInsensitive))
            return words.chopped(command.size()).trimmed();
    }
    return {};
}

Found find(Services& services, const access::Actor& actor, const std::string& words, const std::string& whom, const Asked& asked)
{
    Found found;
    if (asked.users) {
        identity::UserQuery query;
        query.text = words;
        query.limit = askedOfEach;
        put(found.users, services.users.list(actor, query));
        if (found.users.users.empty() && !whom.empty()) {
            query.text = whom;
            put(found.users, services.users.list(actor, query));
        }
    }
    if (asked.keys) {
        identity::ApiKeyQuery query;
        query.text = words;
        query.limit = askedOfEach;
        put(found.keys, services.apiKeys.list(actor, query));
    }
    if (asked.accounts) {
        identity::ServiceAccountQuery query;
        query.text = words;
        query.limit = askedOfEach;
        put(found.accounts, services.serviceAccounts.list(actor, query));
    }
    if (asked.events && words.starts_with("evt_"))
        if (auto event = services.events.readById(actor, words))
            found.event = std::move(*event);
    // Of a request, by the id that its answer told and that its event shows.
    if (asked.events && isIdText(words)) {
        audit::EventQuery query;
        query.requestIds = {words};
        if (auto page = services.events.list(actor, query, 1, {}, false); page && !page->events.empty())
            found.event = std::move(page->events.front());
    }
    // By its id, as a report or a log names it.
    if (isIdText(words) && asked.users && found.users.users.empty())
        if (auto user = services.users.read(actor, UserId(words))) {
            found.users.users.push_back(std::move(*user));
            found.users.total = 1;
        }
    if (isIdText(words) && asked.keys && found.keys.keys.empty())
        if (auto key = services.apiKeys.read(actor, KeyId(words))) {
            found.keys.keys.push_back(std::move(*key));
            found.keys.total = 1;
        }
    if (isIdText(words) && asked.accounts && found.accounts.accounts.empty())
        if (auto account = services.serviceAccounts.read(actor, UserId(words))) {
            found.accounts.accounts.push_back(std::move(*account));
            found.accounts.total = 1;
        }
    return found;
}

} // namespace

PaletteSearch::PaletteSearch(AppContext& context, Navigate navigate, std::function<void(const QString& page)> showHelp,
                             QObject* parent)
    : QObject(parent), m_context(context), m_navigate(std::move(navigate)), m_showHelp(std::move(showHelp))
{
    context.window.setPaletteExtras([this] { return extras(); });
    connect(&context.window, &ui::MainWindow::paletteSearch, this, &PaletteSearch::search);
}

QList<PaletteEntry> PaletteSearch::extras() const
{
    QList<PaletteEntry> entries = ui::appearanceEntries(&m_context.theme, &m_context.language);
    const auto put = [&](const std::vector<ui::SettingGroup>& groups, const QString& panel) {
        if (!ui::mayOpenPanel(m_context.console, panel))
            return;
        for (const ui::SettingGroup& group : groups)
            for (const std::string_view key : group.keys) {
                PaletteEntry entry{PaletteGroup::Settings, ui::settingTitle(key), group.title, Icon::Settings};
                const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
                entry.words = name;
                entry.run = [this, panel, name] { m_navigate(panel, name); };
                entries.append(entry);
            }
    };
    put(ui::settingGroups(), u"settings"_s);
    put(ui::policyGroups(), u"policy"_s);
    const auto pages = ui::guidePages();
    for (const ui::GuidePage& page : pages) {
        PaletteEntry entry{PaletteGroup::Help, page.title, tr("Guide"), Icon::Help};
        entry.words = page.id;
        entry.run = [this, id = page.id] { m_showHelp(id); };
        entries.append(entry);
    }
    return entries;
}

QStringList PaletteSearch::commandWords() const
{
    // As they are called in either state of a user.
    identity::User with, without;
    with.mfaEnabled = true;
    with.lockedUntil = UtcTime::max();
    with.status = identity::UserStatus::Disabled;
    without.status = identity::UserStatus::Invited;
    QStringList all;
    for (const auto& user : {with, without, identity::User{}}) {
        const auto commands = ui::userCommands(m_context.console, user);
        for (const ui::UserCommand& command : commands)
            if (!command.words.isEmpty())
                all << plain(command.words);
    }
    return all;
}

/// What can be done to the person who fits best, as their row's menu has it; what was typed or is most urgent first.
void PaletteSearch::addCommands(ui::PaletteFindings& findings, const identity::User& user, const QString& words) const
{
    static constexpr std::array<std::string_view, 3> first{"unlock", "toggle", "reset_password"};
    auto commands = ui::userCommands(m_context.console, user);
    commands.removeIf([](const ui::UserCommand& command) { return command.words.isEmpty() || !command.against.isEmpty(); });
    const auto rank = [&](const ui::UserCommand& command) {
        if (words.contains(plain(command.words), Qt::CaseInsensitive))
            return std::ptrdiff_t{-1};
        return std::ranges::find(first, command.id) - first.begin();
    };
    std::ranges::stable_sort(commands, {}, rank);
    for (const ui::UserCommand& command : std::as_const(commands)) {
        //: %1: a person, %2: what can be done to them
        PaletteEntry entry{
            PaletteGroup::Commands, tr("%1: %2").arg(text(user.name), command.words), {}, Icon::User, text(user.name)};
        const QString id = QString::fromLatin1(command.id.data(), static_cast<qsizetype>(command.id.size()));
        const QString argument = text(user.id.text()) + u' ' + id;
        entry.run = [this, argument] { m_navigate(u"users"_s, argument); };
        findings.entries.append(entry);
    }
}

void PaletteSearch::search(const QString& words, quint64 round)
{
    auto& console = m_context.console;
    const Asked asked{ui::mayOpenPanel(console, u"users"_s), ui::mayOpenPanel(console, u"keys"_s),
                      ui::mayOpenPanel(console, u"service_accounts"_s), ui::mayOpenPanel(console, u"events"_s)};
    console.run(
        this,
        [words = words.toStdString(), whom = whomOf(words, commandWords()).toStdString(),
         asked](Services& services, const access::Actor& actor) -> Result<Found> {
            return find(services, actor, words, whom, asked);
        },
        [this, asked, words, round](const Result<Found>& found) {
            ui::PaletteFindings findings;
            if (!found)
                return m_context.window.showFindings(round, findings);
            const auto leads = [this](const QString& panel, const QString& argument) {
                return [this, panel, argument] { m_navigate(panel, argument); };
            };
            const auto eventsOf = [&](const std::string& name) {
                return leads(u"events"_s, u"user:\"%1\""_s.arg(text(name).remove(u'"')));
            };
            const UtcTime now = m_context.console.clock() ? m_context.console.clock()->now() : UtcTime{};
            for (const identity::User& user : found->users.users) {
                PaletteEntry entry{PaletteGroup::People, text(user.name), text(user.department), Icon::User, text(user.name)};
                const ui::Mark state = ui::userState(user, now);
                entry.muted = user.status == identity::UserStatus::Disabled;
                if (entry.muted)
                    entry.detail = entry.detail.isEmpty() ? state.text : QString(entry.detail + u", "_s + state.text.toLower());
                else if (entry.detail.isEmpty())
                    entry.detail = text(user.email);
                entry.run = leads(u"users"_s, text(user.id.text()));
                if (asked.events)
                    entry.events = eventsOf(user.name);
                findings.entries.append(entry);
            }
            for (const identity::ApiKey& key : found->keys.keys) {
                PaletteEntry entry{PaletteGroup::Keys, text(key.name), text(key.owner.name), Icon::Key};
                entry.muted = key.ended();
                entry.run = leads(u"keys"_s, text(key.id.text()));
                if (asked.events)
                    entry.events = leads(u"events"_s, u"user:%1"_s.arg(text(key.id.text())));
                findings.entries.append(entry);
            }
            for (const identity::ServiceAccount& account : found->accounts.accounts) {
                PaletteEntry entry{PaletteGroup::Accounts, text(account.name), ui::rolesText(account.roles), Icon::Bot};
                entry.muted = !account.enabled;
                entry.run = leads(u"service_accounts"_s, text(account.id.text()));
                if (asked.events)
                    entry.events = eventsOf(account.name);
                findings.entries.append(entry);
            }
            if (found->event) {
                PaletteEntry entry{PaletteGroup::Events, ui::eventTitle(*found->event), ui::whenText(found->event->time, now),
                                   Icon::Activity};
                entry.run = leads(u"events"_s, text(audit::eventId(*found->event)));
                findings.entries.append(entry);
            }
            if (asked.events && !found->users.users.empty()) {
                const auto& user = found->users.users.front();
                PaletteEntry entry{PaletteGroup::Events, tr("All events of %1").arg(text(user.name)), {}, Icon::Activity};
                entry.run = eventsOf(user.name);
                findings.entries.append(entry);
            }
            if (!found->users.users.empty())
                addCommands(findings, found->users.users.front(), words);
            findings.matches = {{PaletteGroup::People, found->users.total},
                                {PaletteGroup::Keys, found->keys.total},
                                {PaletteGroup::Accounts, found->accounts.total}};
            m_context.window.showFindings(round, findings);
        });
}

} // namespace sallyport::app
