#include "ui/roles/role_pane.h"

#include "backend/access/role_graph.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/roles/role_draft.h"
#include "ui/roles/role_impact_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/relative_time.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 20;
constexpr int namesWide = 96;
constexpr int impactLeast = 132; ///< its head with two lines
constexpr int factsLeast = 40;
constexpr std::chrono::hours soon{24}; ///< an end within this is told in colour

} // namespace

RolePane::RolePane(Console& console, RoleDraft* draft, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_draft(draft)
{
    setObjectName(u"roles.pane"_s);
    auto* content = new Surface(Token::Surface, this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeFacts());
    m_membersSection = new PaneSection(content);
    m_addMember = m_membersSection->addLink(u"roles.add_member"_s);
    m_memberList = new LinesList(u"roles.members"_s, m_membersSection);
    m_membersSection->setContent(m_memberList);
    column->addWidget(m_membersSection);
    column->addStretch(1);
    // Beside Save and never scrolled away with the facts: only what doesn't fit in its part of the pane is scrolled to.
    m_impact = new RoleImpactView(this);
    m_impactArea = makeScrollArea(m_impact, this, u"roles.impact.area"_s);
    m_impactArea->hide();
    m_impact->installEventFilter(this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeScrollArea(content, this, u"roles.pane.area"_s), 1);
    whole->addWidget(m_impactArea);
    whole->addWidget(makeFooter());
    connect(m_addMember, &QPushButton::clicked, this, &RolePane::addMemberRequested);
    connect(m_memberList, &LinesList::linkActivated, this, [this](int line) {
        if (m_members && line >= 0 && static_cast<std::size_t>(line) < m_members->users.size())
            Q_EMIT memberRequested(m_members->users[static_cast<std::size_t>(line)]);
    });
    connect(m_draft, &RoleDraft::changed, this, [this] {
        showInherited();
        showFacts();
        updateState();
    });
    onRetranslate(this, [this] { setTexts(); });
}

QWidget* RolePane::makeHead()
{
    auto* head = new QWidget(this);
    auto* grid = new QGridLayout(head);
    head->setLayout(grid);
    setLeadingMargins(head, {inset, 14, 12, 14});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    m_title = new ElideLabel(TextStyle::PaneTitle, Tone::Normal, head);
    m_title->setObjectName(u"roles.pane.title"_s);
    m_subtitle = new ElideLabel(TextStyle::Small, Tone::Muted, head);
    m_edit = makeIconButton(Icon::Edit, u"roles.edit"_s, head);
    m_duplicate = makeIconButton(Icon::Copy, u"roles.duplicate"_s, head);
    m_delete = makeIconButton(Icon::Trash, u"roles.delete"_s, head);
    m_close = makeIconButton(Icon::Close, u"roles.pane.close"_s, head);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (auto* button : {m_edit, m_duplicate, m_delete, m_close})
        buttons->addWidget(button);
    m_description = new ElideLabel(TextStyle::Body, Tone::Normal, head);
    m_description->setWraps(true);
    m_why = new ElideLabel(TextStyle::Small, Tone::Muted, head);
    m_why->setObjectName(u"roles.why_not"_s);
    m_why->setWraps(true);
    grid->addWidget(new IconLabel(Icon::ShieldUser, Tone::Muted, 24, head), 0, 0, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_title, 0, 1);
    grid->addLayout(buttons, 0, 2, Qt::AlignTop);
    grid->addWidget(m_subtitle, 1, 1, 1, 2);
    grid->setRowMinimumHeight(2, 6);
    grid->addWidget(m_description, 3, 0, 1, 3);
    grid->addWidget(m_why, 4, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_close, &QPushButton::clicked, this, &RolePane::closeRequested);
    connect(m_edit, &QPushButton::clicked, this, &RolePane::editRequested);
    connect(m_duplicate, &QPushButton::clicked, this, &RolePane::duplicateRequested);
    connect(m_delete, &QPushButton::clicked, this, &RolePane::deleteRequested);
    return head;
}

QWidget* RolePane::makeFacts()
{
    auto* facts = new Surface(Token::Surface, this);
    facts->setHairlines(Qt::TopEdge);
    auto* grid = new QGridLayout(facts);
    setLeadingMargins(facts, {inset, 12, 16, 12});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    m_inheritsName = new ElideLabel(TextStyle::Body, Tone::Muted, facts);
    m_permissionsName = new ElideLabel(TextStyle::Body, Tone::Muted, facts);
    m_permissions = new ElideLabel(TextStyle::Body, Tone::Normal, facts);
    m_permissions->setObjectName(u"roles.permission_count"_s);
    m_inheritsBox = new QWidget(facts);
    m_inheritsBox->setObjectName(u"roles.inherits"_s);
    m_inherits = new FlowLayout(m_inheritsBox, 6);
    grid->addWidget(m_inheritsName, 0, 0, Qt::AlignTop);
    grid->addWidget(m_inheritsBox, 0, 1);
    grid->addWidget(m_permissionsName, 1, 0);
    grid->addWidget(m_permissions, 1, 1);
    grid->setColumnMinimumWidth(0, scaled(namesWide, this));
    grid->setColumnStretch(1, 1);
    return facts;
}

QWidget* RolePane::makeFooter()
{
    m_footer = new Surface(Token::Raised, this);
    m_footer->setHairlines(Qt::TopEdge);
    auto* row = new QHBoxLayout(m_footer);
    setLeadingMargins(m_footer, {inset, 12, 16, 12});
    row->setSpacing(12);
    m_count = new ElideLabel(TextStyle::Body, Tone::Muted, m_footer);
    m_count->setObjectName(u"roles.changes"_s);
    m_discard = makeButton(ButtonKind::Secondary, u"roles.discard"_s, m_footer);
    m_save = makeButton(ButtonKind::Primary, u"roles.save"_s, m_footer);
    row->addWidget(m_count, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &RolePane::discardRequested);
    connect(m_save, &QPushButton::clicked, this, &RolePane::saveRequested);
    return m_footer;
}

/// As high as what it tells, to half of what is above Save; in a low pane it goes before the facts.
void RolePane::fitImpact()
{
    const QLayout* const layout = m_impact->layout();
    const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width()) : layout->totalSizeHint().height();
    const int room = height() - m_footer->sizeHint().height();
    const int most = std::max(room / 2, std::min(room - scaled(factsLeast, this), scaled(impactLeast, this)));
    m_impactArea->setFixedHeight(std::clamp(wanted, 0, std::max(0, most)));
}

void RolePane::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    fitImpact();
}

bool RolePane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_impact && event->type() == QEvent::LayoutRequest)
        fitImpact();
    return Surface::eventFilter(watched, event);
}

void RolePane::setTexts()
{
    m_inheritsName->setText(tr("Inherits"));
    m_permissionsName->setText(tr("Permissions"));
    m_membersSection->setTitle(tr("Members"));
    m_addMember->setText(tr("Add member"));
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save role"));
    setIconButtonText(m_close, tr("Close"));
    if (m_role) {
        setRole(*m_role, std::vector(m_all));
        showMembers();
    }
}

QString RolePane::reasonAgainst() const
{
    if (!m_role)
        return {};
    if (m_role->builtIn)
        return tr("A built-in role stays as it is. Make one of your own that inherits from it.");
    if (const QString missing = lacks(m_console, access::Permission::RolesUpdate); !missing.isEmpty())
        return missing;
    return m_console.actor().permissions.covers(m_role->permissions) ? QString() : tr("It allows more than your own role");
}

void RolePane::setRole(const access::Role& role, const std::vector<access::Role>& all)
{
    const bool other = !m_role || m_role->name != role.name;
    m_role = role;
    m_all = all;
    if (other) {
        m_members.reset();
        m_memberList->setLines({});
        m_membersSection->setCount({});
    }
    m_title->setText(roleName(role));
    m_subtitle->setText(role.builtIn      ? tr("Built-in role")
                        : !role.changedAt ? text(role.name)
                                          : tr("Changed %1 by %2").arg(dayText(*role.changedAt), text(role.changedBy)));
    m_description->setText(roleDescription(role));
    m_description->setVisible(!role.description.empty());
    showInherited();
    showFacts();
    updateState();
}

void RolePane::showFacts()
{
    if (!m_role)
        return;
    const access::PermissionSet all = m_draft->effective();
    const auto inherited = static_cast<int>(all.size() - m_draft->own().size());
    const QString count = QLocale().toString(static_cast<qlonglong>(all.size()));
    m_permissions->setText(inherited == 0 ? count : tr("%1, of them %Ln inherited", nullptr, inherited).arg(count));
}

void RolePane::showInherited()
{
    if (!m_role)
        return;
    const bool mayChange = reasonAgainst().isEmpty();
    m_inherits->clear();
    for (const std::string& name : m_draft->inherits()) {
        const access::Role* const from = access::findRole(m_all, name);
        auto* chip = new Chip(from == nullptr ? text(name) : roleName(*from), Tone::Normal, m_inheritsBox);
        chip->setObjectName(u"roles.inherits."_s + text(name));
        chip->setRemovable(mayChange);
        // Not within its own click: the chips are made anew.
        connect(
            chip, &Chip::removeRequested, m_draft,
            [this, name] {
                std::vector<std::string> left = m_draft->inherits();
                std::erase(left, name);
                m_draft->setInherits(std::move(left));
            },
            Qt::QueuedConnection);
        m_inherits->addWidget(chip);
    }
    if (m_draft->inherits().empty() && !mayChange) {
        auto* none = new ElideLabel(TextStyle::Body, Tone::Normal, m_inheritsBox);
        none->setText(tr("Nothing"));
        m_inherits->addWidget(none);
    }
    m_inherit = makeIconButton(Icon::Plus, u"roles.inherit"_s, m_inheritsBox, ButtonSize::Tool);
    setIconButtonText(m_inherit, tr("Inherit from another role"));
    m_inherit->setVisible(mayChange);
    connect(m_inherit, &QPushButton::clicked, this, [this] { Q_EMIT inheritMenuRequested(m_inherit); });
    m_inherits->addWidget(m_inherit);
    m_inheritsBox->updateGeometry();
}

void RolePane::updateState()
{
    if (!m_role)
        return;
    const QString reason = reasonAgainst();
    const int changes = m_draft->changes();
    m_why->setText(reason);
    m_why->setVisible(!reason.isEmpty());
    const QString more =
        m_console.actor().permissions.covers(m_role->permissions) ? QString() : tr("It allows more than your own role");
    const auto against = [&](access::Permission permission) {
        const QString missing = lacks(m_console, permission);
        return missing.isEmpty() ? more : missing;
    };
    m_edit->setVisible(!m_role->builtIn);
    m_delete->setVisible(!m_role->builtIn);
    allow(m_edit, against(access::Permission::RolesUpdate), changes == 0, tr("Change title and description"),
          tr("Save or discard what was changed first"));
    allow(m_duplicate, against(access::Permission::RolesCreate), true, tr("Make a role of your own like this one"));
    allow(m_delete, against(access::Permission::RolesDelete), true, tr("Delete this role"));
    for (auto* button : {m_edit, m_duplicate, m_delete})
        button->setAccessibleName(button == m_edit        ? tr("Change title and description")
                                  : button == m_duplicate ? tr("Make a role of your own like this one")
                                                          : tr("Delete this role"));
    allow(m_addMember, against(access::Permission::RolesAssign));
    m_footer->setVisible(changes > 0);
    m_impactArea->setVisible(changes > 0);
    fitImpact();
    m_count->setText(tr("%Ln changes", nullptr, changes));
    enableOr(m_save, m_saving ? waitReason() : changes == 0 ? noChangeReason() : reason);
    enableOr(m_discard, m_saving ? waitReason() : QString());
}

void RolePane::setSaving(bool saving)
{
    m_saving = saving;
    setButtonBusy(m_save, saving);
    updateState();
}

void RolePane::setImpact(const identity::RoleImpact& impact)
{
    m_impact->setImpact(impact, m_all);
}

void RolePane::setImpactError(const Error& error)
{
    m_impact->setError(error);
}

QString RolePane::endOf(const identity::User& user) const
{
    const auto held = std::ranges::find(user.assignments, m_role->name, &identity::RoleAssignment::role);
    if (held == user.assignments.end() || !held->until)
        return tr("No end");
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
    return *held->until - now < soon ? tr("Ends %1").arg(whenText(*held->until, now)) : tr("Until %1").arg(dayText(*held->until));
}

void RolePane::setMembers(const identity::UserPage& page)
{
    m_members = page;
    showMembers();
}

void RolePane::showMembers()
{
    if (!m_role || !m_members)
        return;
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
    m_membersSection->setCount(QLocale().toString(static_cast<qlonglong>(m_members->total)));
    if (m_members->users.empty())
        return m_memberList->setNotice(tr("Nobody has this role."));
    QList<LinesList::Line> lines;
    for (const identity::User& user : m_members->users) {
        LinesList::Line line;
        line.text = text(user.name);
        const auto held = std::ranges::find(user.assignments, m_role->name, &identity::RoleAssignment::role);
        const bool ends = held != user.assignments.end() && held->until;
        line.icon = ends && *held->until - now < soon ? Icon::Clock : Icon::User;
        line.tone = ends && *held->until - now < soon ? Tone::Warning : Tone::Muted;
        line.note = endOf(user);
        line.link = tr("Change");
        line.toolTip = text(user.email);
        lines << line;
    }
    m_memberList->setLines(lines);
}

void RolePane::setMembersError(const Error& error)
{
    m_members.reset();
    m_membersSection->setCount({});
    m_memberList->setNotice(errorLine(error));
}

} // namespace sallyport::ui
