#include "ui/users/user_pane.h"

#include "backend/identity/core/mfa_rule.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/event_lines.h"
#include "ui/parts/key_lines.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/words/event_text.h"
#include "ui/words/program_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipsShown = 5;
constexpr std::uint32_t eventsRead = 50;
constexpr std::uint32_t keysShown = 20;
constexpr std::size_t eventsInOverview = 4;

} // namespace

UserPane::UserPane(Console& console, QWidget* parent) : SubjectPane(console, u"users.details"_s, parent)
{
    buildOverview();
    buildSessions();
    if (console.may(access::Permission::KeysRead))
        buildKeys();
    buildEvents();
    buildFooter();
    onRetranslate(this, [this] { setTexts(); });
}

void UserPane::buildOverview()
{
    const int page = m_pane->addPage(u"users.details.overview"_s);
    auto* facts = m_pane->addSection(page);
    m_locked = new Banner(u"users.details.locked"_s, this);
    m_locked->setTone(Tone::Danger, Icon::Lock);
    m_unlock = makeButton(ButtonKind::Secondary, u"users.details.unlock"_s, m_locked, Icon::Unlock, ButtonSize::Tool);
    m_locked->addAction(m_unlock);
    connect(m_unlock, &QPushButton::clicked, this, &UserPane::unlockRequested);
    m_facts = new KeyValueGrid(this);
    m_roles = m_facts->addRow(u"roles"_s);
    m_changeRoles = m_facts->addLink(u"roles"_s, u"users.details.change_roles"_s);
    connect(m_changeRoles, &QPushButton::clicked, this, &UserPane::rolesRequested);
    m_department = m_facts->addRow(u"department"_s);

    auto* mfa = new QWidget(m_facts);
    auto* mfaRow = new QHBoxLayout(mfa);
    mfaRow->setContentsMargins(0, 0, 0, 0);
    mfaRow->setSpacing(6);
    m_mfaIcon = new IconLabel(Icon::ShieldCheck, Tone::Success, 16, mfa);
    m_mfa = new ElideLabel(TextStyle::Body, Tone::Normal, mfa);
    m_mfa->setWraps(true);
    mfaRow->addWidget(m_mfaIcon);
    mfaRow->addWidget(m_mfa, 1);
    m_facts->addRow(u"mfa"_s, mfa);
    m_codesLeft = m_facts->addNote(u"codes"_s);
    m_password = m_facts->addRow(u"password"_s);

    auto* last = new QWidget(m_facts);
    auto* lastRow = new FlowLayout(last, 4); // the address below the time where there is no room for both
    m_lastSignIn = new ElideLabel(TextStyle::Body, Tone::Normal, last);
    m_lastAddress = new ElideLabel(TextStyle::Mono, Tone::Normal, last);
    lastRow->addWidget(m_lastSignIn);
    lastRow->addWidget(m_lastAddress);
    m_facts->addRow(u"last_sign_in"_s, last);
    m_added = m_facts->addRow(u"added"_s);
    facts->body()->addWidget(m_locked);
    facts->body()->addWidget(m_facts);

    m_passkeysSection = m_pane->addSection(page);
    m_passkeys = new LinesList(u"users.details.passkeys"_s, m_passkeysSection);
    m_passkeysSection->setContent(m_passkeys);
    m_passkeysSection->hide();
    m_permissionsSection = m_pane->addSection(page);
    m_permissions = new ChipList(m_permissionsSection);
    m_permissionsSection->setContent(m_permissions);
    m_eventsSection = m_pane->addSection(page);
    m_showAll = m_eventsSection->addLink(u"users.details.show_all"_s);
    connect(m_showAll, &QPushButton::clicked, this, &UserPane::eventsRequested);
    m_recentEvents = new LinesList(u"users.details.recent"_s, m_eventsSection);
    m_eventsSection->setContent(m_recentEvents);
}

void UserPane::buildSessions()
{
    auto* section = m_pane->addSection(m_pane->addPage(u"users.details.sessions"_s));
    m_sessions = new LinesList(u"users.details.session_list"_s, section);
    m_endAll = makeButton(ButtonKind::Secondary, u"users.details.end_sessions"_s, section, Icon::SignOut, ButtonSize::Tool);
    connect(m_endAll, &QPushButton::clicked, this, &UserPane::endSessionsRequested);
    section->body()->addWidget(m_sessions);
    section->body()->addSpacing(12);
    section->body()->addWidget(m_endAll, 0, Qt::AlignLeading);
}

void UserPane::buildKeys()
{
    m_keysPage = m_pane->addPage(u"users.details.keys"_s);
    auto* section = m_pane->addSection(m_keysPage);
    m_keys = new LinesList(u"users.details.key_list"_s, section);
    m_openKeys = makeButton(ButtonKind::Secondary, u"users.details.open_keys"_s, section, Icon::Key, ButtonSize::Tool);
    connect(m_openKeys, &QPushButton::clicked, this, &UserPane::keysRequested);
    section->body()->addWidget(m_keys);
    section->body()->addSpacing(12);
    section->body()->addWidget(m_openKeys, 0, Qt::AlignLeading);
}

void UserPane::buildEvents()
{
    m_eventsPage = m_pane->addPage(u"users.details.events"_s);
    auto* section = m_pane->addSection(m_eventsPage);
    m_events = new LinesList(u"users.details.event_list"_s, section);
    m_openEvents = makeButton(ButtonKind::Secondary, u"users.details.open_events"_s, section, Icon::Activity, ButtonSize::Tool);
    connect(m_openEvents, &QPushButton::clicked, this, &UserPane::eventsRequested);
    section->body()->addWidget(m_events);
    section->body()->addSpacing(12);
    section->body()->addWidget(m_openEvents, 0, Qt::AlignLeading);
}

void UserPane::buildFooter()
{
    m_edit = makeButton(ButtonKind::Secondary, u"users.details.edit"_s, this);
    m_resetMfa = makeButton(ButtonKind::Secondary, u"users.details.mfa"_s, this);
    m_more = makeIconButton(Icon::More, u"users.details.more"_s, this, ButtonSize::Normal);
    m_toggle = makeButton(ButtonKind::Danger, u"users.details.toggle"_s, this, Icon::OffCircle);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_resetMfa);
    m_pane->addFooterAction(m_more);
    m_pane->addFooterDanger(m_toggle);
    connect(m_edit, &QPushButton::clicked, this, &UserPane::editRequested);
    connect(m_resetMfa, &QPushButton::clicked, this, &UserPane::mfaRequested);
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT moreRequested(m_more); });
    connect(m_toggle, &QPushButton::clicked, this, &UserPane::toggleRequested);
}

void UserPane::setTexts()
{
    m_pane->setPageTitle(0, tr("Overview"));
    m_pane->setPageTitle(1, tr("Sessions"));
    if (m_keys) {
        m_pane->setPageTitle(m_keysPage, tr("API keys"));
        m_openKeys->setText(tr("Show all in API keys"));
    }
    m_pane->setPageTitle(m_eventsPage, tr("Events"));
    m_facts->setRowName(u"roles"_s, tr("Roles"));
    m_facts->setRowName(u"department"_s, tr("Department"));
    m_facts->setRowName(u"mfa"_s, tr("MFA"));
    m_facts->setRowName(u"password"_s, tr("Password"));
    m_facts->setRowName(u"last_sign_in"_s, tr("Last sign-in"));
    m_facts->setRowName(u"added"_s, tr("Added"));
    m_changeRoles->setText(tr("Change"));
    m_unlock->setText(tr("Unlock"));
    m_passkeysSection->setTitle(tr("Passkeys"));
    m_permissionsSection->setTitle(tr("Permissions"));
    m_eventsSection->setTitle(tr("Recent events"));
    m_showAll->setText(tr("Show all"));
    m_endAll->setText(tr("End all sessions"));
    m_openEvents->setText(tr("Show all in Live events"));
    m_edit->setText(tr("Edit"));
    setIconButtonText(m_more, tr("More actions"));
    if (m_user) {
        showUser();
        refresh();
    }
}

void UserPane::setUser(const identity::User& user)
{
    const bool same = m_user && m_user->id == user.id;
    m_user = user;
    showUser();
    if (!same) {
        m_permissions->setTexts({}, chipsShown, {});
        m_permissionsSection->setCount({});
        m_passkeysSection->hide();
        m_recentEvents->setLines({});
        m_events->setLines({});
        m_sessions->setLines({});
        m_pane->tabs()->setTabCount(1, -1);
        if (m_keys) {
            m_keys->setLines({});
            m_pane->tabs()->setTabCount(m_keysPage, -1);
        }
    }
    refresh();
}

void UserPane::clear()
{
    m_user.reset();
    m_pane->setTitle({});
    m_pane->setSubtitle({});
    m_recentEvents->setLines({});
    m_events->setLines({});
    m_sessions->setLines({});
    if (m_keys)
        m_keys->setLines({});
}

void UserPane::showUser()
{
    const auto& user = *m_user;
    m_pane->avatar()->setName(text(user.name));
    m_pane->setTitle(text(user.name));
    m_pane->setSubtitle(text(user.email));
    const auto state = userState(user, now());
    const auto active = state.icon == Icon::CheckCircle;
    m_pane->pill()->setContent(active ? Tone::Success : state.iconTone, state.icon, state.text);
    m_pane->pill()->show();

    const bool locked = isLocked(user, now());
    m_locked->setVisible(locked);
    if (locked) {
        m_locked->setTitle(tr("Sign-in is held back"));
        m_locked->setText(tr("After too many failed attempts, until %1.").arg(clockMinuteText(*user.lockedUntil)));
    }
    const auto against = [&](access::Permission permission) { return lacks(m_console, permission, user.id, user.roles); };
    m_unlock->setVisible(against(access::Permission::UsersUpdate).isEmpty());

    m_roles->setText(user.roles.empty() ? tr("None") : rolesText(user.roles));
    m_changeRoles->setVisible(against(access::Permission::RolesAssign).isEmpty());
    m_department->setText(user.department.empty() ? u"–"_s : text(user.department));
    m_mfaIcon->setIcon(user.mfaEnabled ? Icon::ShieldCheck : Icon::ShieldOff, user.mfaEnabled ? Tone::Success : Tone::Muted);
    const auto deadline = identity::mfaDeadlineOf(user, *m_console.settings());
    const QString factors = user.passkeys == 0      ? tr("Authenticator app")
                            : user.authenticatorApp ? tr("App and %Ln passkeys", nullptr, user.passkeys)
                                                    : tr("%Ln passkeys", nullptr, user.passkeys);
    m_mfa->setText(user.mfaEnabled     ? factors
                   : !deadline         ? tr("Off")
                   : *deadline > now() ? tr("Required by %1").arg(dayText(*deadline))
                                       : tr("Overdue since %1").arg(dayText(*deadline)));
    m_codesLeft->setText(tr("%Ln of 10 recovery codes left", nullptr, user.recoveryCodesLeft));
    m_facts->setRowVisible(u"codes"_s, user.mfaEnabled);
    m_password->setText(user.passwordChangedAt ? tr("Changed %1").arg(daysAgoText(*user.passwordChangedAt, now()))
                                               : tr("Not set yet"));
    const bool seen = user.lastSignInAt && !user.lastSignInAddress.empty();
    m_lastSignIn->setText(whenText(user.lastSignInAt, now()) + (seen ? u","_s : QString()));
    m_lastAddress->setText(seen ? text(user.lastSignInAddress) : QString());
    m_added->setText(user.createdBy.empty() ? dayText(user.createdAt)
                                            : tr("%1 by %2").arg(dayText(user.createdAt), text(user.createdBy)));

    const bool disabled = user.status == identity::UserStatus::Disabled;
    allow(m_edit, against(access::Permission::UsersUpdate));
    m_resetMfa->setText(user.mfaEnabled ? tr("Reset MFA") : tr("Set up MFA"));
    const bool own = user.id == m_console.actor().id && !user.mfaEnabled; // everybody sets up their own
    allow(m_resetMfa, own ? QString() : against(access::Permission::UsersResetMfa));
    m_toggle->setText(disabled ? tr("Enable") : tr("Disable"));
    setButtonKind(m_toggle, disabled ? ButtonKind::Secondary : ButtonKind::Danger);
    setButtonIcon(m_toggle, disabled ? Icon::CheckCircle : Icon::OffCircle);
    allow(m_toggle, against(access::Permission::UsersUpdate));
}

void UserPane::refresh()
{
    if (!m_user)
        return;
    readBehind(
        m_recentEvents,
        [id = m_user->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.user, services.users.read(actor, id));
            found.permissions = services.roles.permissionsOf(found.user.roles);
            if (auto held = services.users.permissions(actor, id)) // who may not read roles sees what, and not where from
                found.held = std::move(*held);
            if (auto sessions = services.sessions.list(actor, id))
                found.sessions = std::move(*sessions);
            else
                found.sessionsError = sessions.error();
            if (auto passkeys = services.passkeys.list(actor, id))
                found.passkeys = std::move(*passkeys);
            if (actor.permissions.has(access::Permission::KeysRead)) {
                identity::ApiKeyQuery keys;
                keys.owner = id;
                keys.sort = identity::ApiKeyQuery::Sort::State;
                keys.limit = keysShown;
                if (auto page = services.apiKeys.list(actor, keys)) {
                    found.keys = std::move(page->keys);
                    found.keysInAll = page->total;
                } else {
                    found.keysError = page.error();
                }
            }
            found.events = eventsOf(services, actor, {found.user.id.text()}, eventsRead);
            return found;
        },
        [this, id = m_user->id] { return m_user && m_user->id == id; },
        [this](const Background& found) {
            m_user = found.user;
            showUser();
            showPermissions(found.permissions, found.held);
            const std::span<const audit::Event> events(found.events.events);
            showEvents(m_events, events, found.events.error, now());
            showEvents(m_recentEvents, events.first(std::min(events.size(), eventsInOverview)), found.events.error, now());
            showSessions(found.sessions, found.sessionsError);
            showPasskeys(found.passkeys);
            showKeys(found);
        });
}

void UserPane::showPermissions(const access::PermissionSet& permissions, const std::vector<identity::HeldPermission>& held)
{
    QStringList titles;
    for (const auto& info : access::permissions())
        if (permissions.has(info.permission))
            titles << permissionTitle(info.permission);
    // Counted when many, so that the list stays as calm as the picture's.
    m_permissions->setTexts(titles, chipsShown, [](int more) { return tr("%Ln more", nullptr, more); });
    QStringList lines;
    for (const identity::HeldPermission& one : held) {
        QStringList ways;
        for (const auto& source : one.sources)
            ways << rolesText(source.way);
        lines << tr("%1: %2").arg(permissionTitle(one.permission), ways.join(u"; "_s));
    }
    m_permissions->setToolTip(!lines.isEmpty() ? lines.join(u'\n') : titles.size() > chipsShown ? titles.join(u'\n') : QString());
    m_permissionsSection->setCount(QLocale().toString(titles.size()));
}

void UserPane::showPasskeys(const std::vector<identity::Passkey>& passkeys)
{
    m_passkeys->disconnect(this);
    m_passkeysSection->setVisible(!passkeys.empty());
    QList<LinesList::Line> lines;
    for (const auto& passkey : passkeys) {
        LinesList::Line line;
        line.icon = Icon::Key;
        line.text = text(passkey.name);
        line.note = passkey.lastUsedAt ? tr("Last used: %1").arg(whenText(*passkey.lastUsedAt, now())) : tr("Not used yet");
        if (m_user && lacks(m_console, access::Permission::UsersResetMfa, m_user->id, m_user->roles).isEmpty())
            line.link = tr("Remove");
        line.toolTip = tr("Added %1").arg(zonedTime(passkey.createdAt));
        lines << line;
    }
    m_passkeys->setLines(lines);
    connect(m_passkeys, &LinesList::linkActivated, this, [this, passkeys](int line) {
        const auto& passkey = passkeys.at(static_cast<std::size_t>(line));
        Q_EMIT removePasskeyRequested(passkey.id, text(passkey.name));
    });
}

void UserPane::showKeys(const Background& found)
{
    if (!m_keys)
        return;
    m_pane->tabs()->setTabCount(m_keysPage, found.keysError ? -1 : static_cast<int>(found.keysInAll));
    m_openKeys->setVisible(!found.keys.empty());
    m_keys->disconnect(this);
    ui::showKeys(m_keys, found.keys, found.keysError, now());
    connect(m_keys, &LinesList::linkActivated, this,
            [this, keys = found.keys](int line) { Q_EMIT keyRequested(keys.at(static_cast<std::size_t>(line)).id); });
}

void UserPane::showSessions(const std::vector<identity::Session>& sessions, const std::optional<Error>& error)
{
    const bool mayEnd = m_user && lacks(m_console, access::Permission::UsersRevokeSessions, m_user->id, m_user->roles).isEmpty();
    m_endAll->setVisible(!sessions.empty() && mayEnd);
    m_pane->tabs()->setTabCount(1, error ? -1 : static_cast<int>(sessions.size()));
    m_sessions->disconnect(this);
    if (error || sessions.empty()) {
        m_sessions->setNotice(error ? errorLine(*error) : tr("Not signed in anywhere"));
        return;
    }
    QList<LinesList::Line> lines;
    for (const auto& session : sessions) {
        LinesList::Line line;
        line.icon = session.mfa ? Icon::ShieldCheck : Icon::Monitor;
        line.text = programText(text(session.userAgent));
        line.note = tr("%1, last used: %2").arg(text(session.address), whenText(session.lastUsedAt, now()));
        if (mayEnd)
            line.link = tr("End");
        line.toolTip = tr("Signed in %1").arg(zonedTime(session.createdAt)) + u'\n' + text(session.userAgent);
        lines << line;
    }
    m_sessions->setLines(lines);
    connect(m_sessions, &LinesList::linkActivated, this, [this, sessions](int line) {
        const auto& session = sessions.at(static_cast<std::size_t>(line));
        Q_EMIT endSessionRequested(session.id, programText(text(session.userAgent)));
    });
}

} // namespace sallyport::ui
