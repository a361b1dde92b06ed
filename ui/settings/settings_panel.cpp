#include "ui/settings/settings_panel.h"

#include "backend/audit/event_kinds.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/settings/certificate_box.h"
#include "ui/settings/restart_note.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_group_view.h"
#include "ui/settings/setting_groups.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/setting_value_text.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_index.h"
#include "ui/settings/signing_key_box.h"
#include "ui/settings/vault_box.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int searchWidth = 200;
constexpr std::size_t groupsAtFirst = 1; ///< more is seen of none at first
constexpr int followAhead = 60;          ///< a group counts as reached so far below the upper edge
constexpr int twoColumnsFrom = 1150;     ///< of the page: a window of 1600

} // namespace

SettingsPanel::SettingsPanel(Console& console, QWidget* parent) : Panel(console, parent)
{
    setObjectName(QStringLiteral("settings"));
    m_filling.setInterval(0);
    connect(&m_filling, &QTimer::timeout, this, [this] { fill(m_views.size() + 1); });
    build();
    connect(&console, &Console::settingsChanged, this, &SettingsPanel::load);
    connect(&console, &Console::serverStatusChanged, this, &SettingsPanel::showServer);
    connect(&console, &Console::operatorChanged, this, &SettingsPanel::load);
    onRetranslate(this, [this] { setTexts(); });
    fill(groupsAtFirst);
    load();
    m_filling.start();
}

void SettingsPanel::fill(std::size_t groups)
{
    for (std::size_t i = m_views.size(); i < std::min(groups, m_groups.size()); ++i) {
        QWidget* page = m_area->widget();
        QWidget* line = m_views.empty() ? nullptr : makeSeparator(Qt::Horizontal, Token::Border, page);
        if (line != nullptr)
            m_column->insertWidget(m_column->count() - 1, line); // the stretch stays last
        m_lines.push_back(line);
        SettingGroupView* view = makeGroup(m_groups[i]);
        m_views.push_back(view);
        m_column->insertWidget(m_column->count() - 1, view);
        QList<SettingField*> fields;
        for (const std::string_view key : m_groups[i].keys)
            fields << m_form->add(key, view);
        view->addFields(fields);
        view->show();
    }
    arrangeColumns();
    setUnits();
    showTrayHint();
    if (isFilled())
        m_filling.stop();
}

void SettingsPanel::build()
{
    m_header = new PageHeader(this);
    m_toast = new Toast(this);
    m_form = new SettingsForm(console(), QStringLiteral("settings"), this);
    connect(m_form, &SettingsForm::changed, this, &SettingsPanel::showDraft);
    connect(m_form, &SettingsForm::saveRequested, this, &SettingsPanel::askAndSave);
    connect(m_form, &SettingsForm::saved, this, &SettingsPanel::takeSaved);
    m_events = makeButton(ButtonKind::Ghost, QStringLiteral("settings.events"), this, Icon::History);
    m_header->addAction(m_events);
    connect(m_events, &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(QStringLiteral("events"), QStringLiteral("kind:setting.")); });
    m_filter = makeToolbar();
    m_body = makeBody();
    m_states = new StateStack(QStringLiteral("settings.state"), m_body, this);
    connect(m_states->error(), &ErrorState::retryRequested, this, &SettingsPanel::load);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
    column->addWidget(m_form->bar());
}

FilterBar* SettingsPanel::makeToolbar()
{
    auto* bar = new FilterBar(QStringLiteral("settings.filter"), this);
    bar->field()->setFixedWidth(scaled(searchWidth, this));
    m_which = new SegmentedControl(QStringLiteral("settings.which"), bar);
    for (const char* name : {"all", "changed", "pending"})
        m_which->addSegment(QLatin1StringView(name));
    bar->addWidget(m_which);
    m_lastChange = makeLabel(TextStyle::Small, Tone::Muted, bar);
    m_lastChange->setObjectName(QStringLiteral("settings.last_change"));
    bar->addTool(static_cast<QWidget*>(m_lastChange));
    connect(bar->field(), &FilterField::filterChanged, this, &SettingsPanel::showGroups);
    connect(m_which, &SegmentedControl::currentChanged, this, &SettingsPanel::showGroups);
    return bar;
}

QWidget* SettingsPanel::makeBody()
{
    auto* page = new Surface(Token::Surface);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 24);
    m_column->setSpacing(0);
    m_groups = settingGroups();
    m_column->addStretch(1);
    m_area = makeScrollArea(page, this, QStringLiteral("settings.page"));
    m_area->viewport()->installEventFilter(this);
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, this, &SettingsPanel::followScroll);

    m_found = new StateStack(QStringLiteral("settings.found"), m_area, this);
    m_found->empty()->setIcon(Icon::Search);
    m_clear = makeButton(ButtonKind::Secondary, QStringLiteral("settings.clear_filter"), m_found->empty());
    m_found->empty()->addAction(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        m_which->setCurrent(0);
        showGroups();
    });
    m_index = new SettingsIndex(QStringLiteral("settings.index"), this);
    for (const SettingGroup& group : m_groups)
        m_index->addGroup(QString::fromUtf8(group.id.data(), static_cast<qsizetype>(group.id.size())));
    connect(m_index, &SettingsIndex::chosen, this, &SettingsPanel::goTo);

    m_restart = new RestartNote(console(), m_toast, this);
    auto* body = new QWidget(this);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_restart->widget());
    right->addWidget(m_found, 1);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_index);
    row->addLayout(right, 1);
    return body;
}

SettingGroupView* SettingsPanel::makeGroup(const SettingGroup& group)
{
    auto* view = new SettingGroupView(group, this);
    if (group.id == "server") {
        m_certificate = new CertificateBox(console(), m_toast, view);
        view->addExtra(m_certificate);
        if (m_filling.isActive()) { // after load()
            m_certificate->load();
            m_certificate->showStatus(console().serverStatus());
        }
    }
    if (group.id == "sign_in") {
        m_signingKey = new SigningKeyBox(console(), m_toast, view);
        view->addExtra(m_signingKey);
    }
    if (group.id == "vault") {
        m_vault = new VaultBox(console(), m_toast, view);
        view->addExtra(m_vault);
        if (m_filling.isActive())
            m_vault->load();
    }
    return view;
}

void SettingsPanel::setTexts()
{
    m_header->setTitle(tr("Settings"));
    m_groups = settingGroups();
    for (std::size_t i = 0; i < m_views.size(); ++i)
        m_views[i]->setTexts(m_groups[i]);
    m_events->setText(tr("Show events"));
    m_filter->field()->setPlaceholderText(tr("Search settings"));
    m_filter->field()->setAccessibleName(tr("Search settings"));
    m_which->setAccessibleName(tr("Which settings"));
    m_clear->setText(tr("Show all settings"));
    m_found->empty()->setTexts(tr("No setting matches"), tr("Titles, helps and keys such as server.port are searched."));
    m_form->setTexts();
    setUnits();
    readLastChange();
    showServer();
}

void SettingsPanel::setUnits()
{
    for (const char* key : {"audit.retention_days", "decisions.retention_days", "mfa.grace_days", "mfa.trusted_device_days"})
        m_form->setUnit(key, tr("days"));
    for (const char* key : {"files.max_size", "files.total_size"})
        m_form->setUnit(key, tr("MiB"));
}

const SettingsDraft& SettingsPanel::draft() const
{
    return m_form->draft();
}

SettingInput* SettingsPanel::input(const std::string& key)
{
    fillAll();
    return m_form->input(key);
}

Field* SettingsPanel::field(const std::string& key)
{
    fillAll();
    return m_form->field(key);
}

bool SettingsPanel::isUnsavedBarVisible() const
{
    return !m_form->bar()->isHidden();
}

bool SettingsPanel::isRestartBannerVisible() const
{
    return m_restart->isShown();
}

void SettingsPanel::activate(const QString& argument)
{
    load();
    if (!argument.isEmpty())
        reveal(argument.toStdString());
}

void SettingsPanel::refresh()
{
    load();
    if (m_signingKey != nullptr)
        m_signingKey->load();
}

void SettingsPanel::load()
{
    if (!console().may(access::Permission::SettingsRead)) {
        Error error(ErrorCode::PermissionDenied, "settings:read is missing");
        error.required = "settings:read";
        m_states->showError(error);
        m_form->bar()->hide();
        m_filter->hide();
        return;
    }
    m_form->load();
    if (m_certificate != nullptr)
        m_certificate->load();
    if (m_vault != nullptr)
        m_vault->load();
    m_filter->show();
    m_events->setVisible(mayOpenPanel(console(), QStringLiteral("events")));
    m_states->showContent();
    showServer();
    showGroups();
    readLastChange();
}

void SettingsPanel::readLastChange()
{
    if (!console().may(access::Permission::EventsRead))
        return m_lastChange->clear();
    console().run(
        this,
        [](Services& services, const access::Actor& actor) {
            audit::EventQuery query;
            query.kinds.emplace_back(audit::kind::settingChanged);
            return services.events.list(actor, query, 1, {}, false);
        },
        [this](const Result<journal::EventPage>& page) {
            if (!page || page->events.empty())
                return m_lastChange->clear();
            const audit::Event& event = page->events.front();
            //: %1: a day, %2: a name
            m_lastChange->setText(tr("Last changed %1 by %2")
                                      .arg(shortDate(localTime(event.time).date()), QString::fromStdString(event.actor.name)));
        });
}

void SettingsPanel::showSegments()
{
    int all = 0, changed = 0;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const int differing = m_form->differing(m_groups[i].keys);
        all += static_cast<int>(m_groups[i].keys.size());
        changed += differing;
        const bool pending =
            std::ranges::any_of(m_groups[i].keys, [&](std::string_view key) { return draft().isChanged(std::string(key)); });
        m_index->setGroup(static_cast<int>(i), m_groups[i].title, differing, pending);
    }
    m_header->setCount(QLocale().toString(all));
    m_which->setSegmentText(0, tr("All %L1").arg(all));
    m_which->setSegmentText(1, tr("Changed %L1").arg(changed));
    m_which->setSegmentText(2, tr("Not applied %L1").arg(draft().changeCount()));
}

void SettingsPanel::showGroups()
{
    showSegments();
    const QString wanted = m_filter->field()->text().trimmed();
    if (!wanted.isEmpty() || m_which->current() != 0)
        fillAll();
    const int which = m_which->current();
    const settings::Values values = draft().edited();
    bool any = false;
    int first = -1;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        // A group that is meant as a whole shows all of itself.
        const bool named = m_views[i]->title().contains(wanted, Qt::CaseInsensitive);
        const auto fits = [&](const SettingField& field) {
            const bool chosen = which == 0 || (which == 1 ? differsFromDefault(field.definition(), values)
                                                          : draft().isChanged(std::string(field.definition().key)));
            return chosen && (named || field.matches(wanted));
        };
        const bool shown = m_views[i]->showOnly(fits, which == 0 && named);
        if (m_lines[i] != nullptr)
            m_lines[i]->setVisible(shown && any);
        m_index->setGroupVisible(static_cast<int>(i), shown);
        if (shown && first < 0)
            first = static_cast<int>(i);
        any = any || shown;
    }
    if (any)
        m_found->showContent();
    else
        m_found->showEmpty();
    const auto current = static_cast<std::size_t>(m_index->current());
    if (m_index->current() < 0 || (current < m_views.size() && m_views[current]->isHidden()))
        m_index->setCurrent(first);
}

void SettingsPanel::goTo(int group)
{
    fillAll(); // where it stands depends on those before it, and on how much follows
    m_column->activate();
    const SettingGroupView* view = m_views[static_cast<std::size_t>(group)];
    m_going = true;
    m_area->verticalScrollBar()->setValue(view->y());
    m_going = false;
}

void SettingsPanel::followScroll()
{
    if (m_going)
        return;
    const int top = m_area->verticalScrollBar()->value() + scaled(followAhead, this);
    int current = -1;
    for (std::size_t i = 0; i < m_views.size(); ++i)
        if (!m_views[i]->isHidden() && (current < 0 || m_views[i]->y() <= top))
            current = static_cast<int>(i);
    if (current >= 0 && current != m_index->current())
        m_index->setCurrent(current);
}

void SettingsPanel::arrangeColumns()
{
    const int columns = m_area->viewport()->width() >= scaled(twoColumnsFrom, this) ? 2 : 1;
    for (SettingGroupView* view : m_views)
        view->setColumns(columns);
}

bool SettingsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area->viewport() && event->type() == QEvent::Resize)
        arrangeColumns();
    return Panel::eventFilter(watched, event);
}

SettingGroupView* SettingsPanel::group(const std::string& id)
{
    fillAll();
    for (std::size_t i = 0; i < m_groups.size(); ++i)
        if (m_groups[i].id == id)
            return m_views[i];
    return nullptr;
}

void SettingsPanel::showTrayHint()
{
    if (Field* tray = m_form->field("console.tray"))
        tray->setHint(QSystemTrayIcon::isSystemTrayAvailable() ? QString() : tr("This desktop has no tray: nothing is shown."));
}

void SettingsPanel::showDraft()
{
    if (m_index == nullptr || m_index->list()->model()->rowCount() == 0)
        return;
    // What is typed into stays where it is, whatever the segments show of it.
    showSegments();
    showTrayHint();
    if (Field* address = m_form->field("server.address")) {
        const bool opens = m_form->draft().opensToOthers();
        address->setWarning(opens ? tr("Other computers will reach the server at this address.") : QString());
    }
}

void SettingsPanel::askAndSave()
{
    if (!m_form->draft().opensToOthers()) {
        m_form->save();
        return;
    }
    const QString address = QString::fromStdString(m_form->draft().edited().serverAddress);
    Confirmation words;
    words.title = tr("Open the server to other computers?");
    words.text = tr("With the address %1 every computer that reaches this one can send requests to the server. Sign-in, "
                    "roles and limits stay in force.")
                     .arg(address);
    words.verb = tr("Open server");
    words.danger = true;
    askConfirmation(this, QStringLiteral("settings.public"), words, [this] { m_form->save(); });
}

void SettingsPanel::takeSaved(bool needsRestart)
{
    m_restart->noteSaved(needsRestart);
    if (m_signingKey != nullptr)
        m_signingKey->load(); // another algorithm has made one
    m_toast->say(Tone::Success, tr("The settings were saved."));
}

void SettingsPanel::showServer()
{
    m_restart->update();
    if (m_certificate != nullptr)
        m_certificate->showStatus(console().serverStatus());
}

void SettingsPanel::reveal(const std::string& key)
{
    if (key == "server.certificate") {
        fillAll();
        m_filter->field()->clear();
        m_which->setCurrent(0);
        showGroups();
        QTimer::singleShot(0, m_certificate, [this] { m_area->ensureWidgetVisible(m_certificate->fingerprint(), 0, 120); });
        return;
    }
    fillAll();
    SettingInput* shown = m_form->input(key);
    if (shown == nullptr) {
        if (settings::findDefinition(key) == nullptr)
            return;
        // What passwords and sessions must be has a page of its own.
        Q_EMIT navigate(QStringLiteral("policy"), QString::fromStdString(key));
        return;
    }
    m_filter->field()->clear();
    m_which->setCurrent(0);
    showGroups();
    // After the layout: the page may be shown for the first time.
    QTimer::singleShot(0, shown, [this, shown, shownField = m_form->field(key)] {
        m_area->ensureWidgetVisible(shownField, 0, 120);
        shown->editor()->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace sallyport::ui
