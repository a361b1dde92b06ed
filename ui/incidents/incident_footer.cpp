#include "ui/incidents/incident_footer.h"

#include "ui/console/console.h"
#include "ui/incidents/incident_actions.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/words/alert_text.h"
#include "ui/words/relative_time.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using alerts::IncidentState;

namespace {

constexpr int inset = 20, gap = 8;
constexpr std::array<std::chrono::seconds, 4> banLengths{std::chrono::hours(1), std::chrono::hours(24), std::chrono::days(7),
                                                         std::chrono::days(30)};

QHBoxLayout* rowIn(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    return row;
}

} // namespace

IncidentFooter::IncidentFooter(Console& console, IncidentActions* actions, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_actions(actions), m_selection(new QWidget(this)),
      m_own(new QWidget(this))
{
    setHairlines(Qt::TopEdge);
    build();
}

void IncidentFooter::build()
{
    const auto name = [](const char* part) -> QString { return u"incidents.details."_s + QLatin1StringView(part); };
    m_selected = makeLabel(TextStyle::Body, Tone::Muted, m_selection);
    m_sessions = makeButton(ButtonKind::Secondary, name("sessions"), m_selection, Icon::SignOut);
    m_disable = makeButton(ButtonKind::Danger, name("disable"), m_selection, Icon::Ban);
    m_ban = makeButton(ButtonKind::Secondary, name("ban"), m_selection, Icon::Ban);
    setButtonOpensMenu(m_ban, true);
    m_revoke = makeButton(ButtonKind::Danger, name("revoke"), m_selection, Icon::Key);
    auto* leading = new FlowLayout(m_selection, gap);
    leading->setContentsMargins(0, 0, 0, 0);
    m_selected->setMinimumHeight(m_sessions->sizeHint().height());
    for (QWidget* part : {static_cast<QWidget*>(m_selected), static_cast<QWidget*>(m_sessions), static_cast<QWidget*>(m_disable),
                          static_cast<QWidget*>(m_ban), static_cast<QWidget*>(m_revoke)})
        leading->addWidget(part);
    m_more = makeIconButton(Icon::More, name("more"), m_own, ButtonSize::Normal);
    m_note = makeButton(ButtonKind::Secondary, name("note"), m_own, Icon::File);
    m_acknowledge = makeButton(ButtonKind::Secondary, name("acknowledge"), m_own, Icon::Eye);
    m_close = makeButton(ButtonKind::Primary, name("close_incident"), m_own, Icon::Check);
    auto* trailing = rowIn(m_own);
    trailing->addStretch(1);
    for (QPushButton* button : {m_more, m_note, m_acknowledge, m_close})
        trailing->addWidget(button);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(inset, 12, inset, 11);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(gap);
    connect(m_sessions, &QPushButton::clicked, this, [this] { m_actions->revokeSessions(m_people); });
    connect(m_disable, &QPushButton::clicked, this, [this] { m_actions->disable(m_people); });
    connect(m_ban, &QPushButton::clicked, this, &IncidentFooter::openBanMenu);
    connect(m_revoke, &QPushButton::clicked, this, [this] { m_actions->revokeKeys(m_keys); });
    connect(m_more, &QPushButton::clicked, this, &IncidentFooter::openMore);
    connect(m_note, &QPushButton::clicked, this, &IncidentFooter::noteRequested);
    connect(m_acknowledge, &QPushButton::clicked, this, &IncidentFooter::acknowledgeRequested);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_incident->state == IncidentState::Closed)
            Q_EMIT reopenRequested();
        else
            Q_EMIT closingRequested();
    });
    m_inTwo = true;
    arrange();
}

void IncidentFooter::setIncident(const alerts::Incident& incident)
{
    m_incident = incident;
    retranslate();
}

void IncidentFooter::setTicked(std::vector<Concerned> people, std::vector<Concerned> addresses, std::vector<Concerned> keys)
{
    m_people = std::move(people);
    m_addresses = std::move(addresses);
    m_keys = std::move(keys);
    showTicked();
}

void IncidentFooter::retranslate()
{
    m_sessions->setText(tr("Revoke sessions"));
    m_disable->setText(tr("Disable"));
    m_ban->setText(tr("Ban"));
    m_revoke->setText(tr("Revoke keys"));
    m_note->setText(tr("Note"));
    m_acknowledge->setText(tr("Acknowledge"));
    setIconButtonText(m_more, tr("More actions"));
    if (m_incident) {
        const QString against = lacks(m_console, Permission::IncidentsUpdate);
        const bool closed = m_incident->state == IncidentState::Closed;
        m_close->setText(closed ? tr("Open again") : tr("Close incident"));
        setButtonIcon(m_close, closed ? Icon::Refresh : Icon::Check);
        m_acknowledge->setVisible(m_incident->state == IncidentState::Open);
        for (QPushButton* button : {m_note, m_acknowledge, m_close, m_more})
            allow(button, against);
        if (against.isEmpty())
            m_more->setToolTip(tr("More actions"));
    }
    showTicked();
}

void IncidentFooter::showTicked()
{
    const auto people = static_cast<int>(m_people.size()), addresses = static_cast<int>(m_addresses.size()),
               keys = static_cast<int>(m_keys.size());
    QStringList parts;
    if (people > 0)
        parts << tr("%Ln people", nullptr, people);
    if (addresses > 0)
        parts << tr("%Ln addresses", nullptr, addresses);
    if (keys > 0)
        parts << tr("%Ln keys", nullptr, keys);
    m_selected->setText(parts.isEmpty() ? QString() : tr("%1 selected").arg(parts.join(u", "_s)));
    m_selection->setVisible(!parts.isEmpty());
    m_sessions->setVisible(people > 0);
    m_disable->setVisible(people > 0);
    m_ban->setVisible(addresses > 0);
    m_revoke->setVisible(keys > 0);
    allow(m_sessions, m_actions->againstSessions());
    allow(m_disable, m_actions->againstDisabling());
    allow(m_ban, m_actions->againstBan());
    allow(m_revoke, m_actions->againstKeys());
    arrange();
}

/// In one line if both fit, else what is done to the ticked ones above.
void IncidentFooter::arrange()
{
    auto* grid = static_cast<QGridLayout*>(layout());
    int wanted = m_own->sizeHint().width() + 2 * inset + 2 * gap;
    for (const QWidget* part : {static_cast<QWidget*>(m_selected), static_cast<QWidget*>(m_sessions),
                                static_cast<QWidget*>(m_disable), static_cast<QWidget*>(m_ban), static_cast<QWidget*>(m_revoke)})
        wanted += part->isHidden() ? 0 : part->sizeHint().width() + gap;
    const bool inTwo = !m_selection->isHidden() && wanted > width();
    if (inTwo == m_inTwo && grid->count() > 0)
        return;
    m_inTwo = inTwo;
    grid->removeWidget(m_selection);
    grid->removeWidget(m_own);
    grid->addWidget(m_selection, 0, 0, 1, inTwo ? 2 : 1);
    grid->addWidget(m_own, inTwo ? 1 : 0, inTwo ? 0 : 1, 1, inTwo ? 2 : 1);
    grid->setColumnStretch(0, inTwo ? 1 : 1);
}

void IncidentFooter::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    arrange();
}

bool IncidentFooter::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // a text has changed
    return Surface::event(event);
}

void IncidentFooter::openBanMenu()
{
    auto* menu = new QMenu(m_ban);
    menu->setObjectName(u"incidents.details.ban.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::chrono::seconds length : banLengths)
        connect(menu->addAction(tr("For %1").arg(lengthText(length.count()))), &QAction::triggered, this,
                [this, length] { ban(length); });
    menu->popup(m_ban->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void IncidentFooter::ban(std::chrono::seconds lasts)
{
    m_actions->ban(m_addresses, lasts, tr("Incident: %1").arg(alertName(m_incident->ruleName, m_incident->shipped)));
}

void IncidentFooter::openMore()
{
    if (!m_incident)
        return;
    auto* menu = new QMenu(m_more);
    menu->setObjectName(u"incidents.details.more.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::string self = m_console.actor().id.text();
    if (m_incident->state != IncidentState::Closed) {
        if (!self.empty()) {
            const bool mine = m_incident->assigneeId == self;
            connect(menu->addAction(mine ? tr("Give it back") : tr("Take it")), &QAction::triggered, this,
                    &IncidentFooter::takingRequested);
        }
        if (m_console.may(Permission::UsersRead))
            connect(menu->addAction(tr("Assign…")), &QAction::triggered, this, &IncidentFooter::assignRequested);
        if (m_incident->state == IncidentState::Acknowledged)
            connect(menu->addAction(tr("Mark as new")), &QAction::triggered, this, &IncidentFooter::reopenRequested);
    }
    connect(menu->addAction(tr("Note…")), &QAction::triggered, this, &IncidentFooter::noteRequested);
    menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

} // namespace sallyport::ui
