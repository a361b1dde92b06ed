#include "ui/users/bulk_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/role_choices.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/progress_row.h"
#include "ui/words/user_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::RoleChange;
using identity::UserAction;

namespace {

constexpr int namesAtMost = 8;

struct Offer {
    UserAction action;
    const char* name;
};
constexpr std::array<Offer, 6> offers{{{UserAction::Disable, "disable"},
                                       {UserAction::Enable, "enable"},
                                       {UserAction::Unlock, "unlock"},
                                       {UserAction::ResetMfa, "reset_mfa"},
                                       {UserAction::RevokeSessions, "end_sessions"},
                                       {UserAction::Delete, "delete"}}};

} // namespace

BulkPane::BulkPane(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_pane(new DetailsPane(u"users.bulk"_s, this)),
      m_choices(new RoleChoices(console, this)), m_rolesBox(new QWidget(this)),
      m_progress(new ProgressRow(u"users.bulk.progress"_s))
{
    m_pane->setAvatarVisible(false);
    (new QVBoxLayout(m_rolesBox))->setContentsMargins(0, 0, 0, 0);
    const int page = m_pane->addPage(u"users.bulk.page"_s);
    m_working = m_pane->addSection(page);
    m_working->setContent(m_progress);
    m_working->hide();
    PaneSection* who = m_pane->addSection(page);
    m_names = new ChipList(who);
    who->setContent(m_names);
    m_doing = m_pane->addSection(page);
    addActions(m_doing);
    m_rolesSection = m_pane->addSection(page);
    m_rolesSection->setContent(m_rolesBox);
    fillRoles();
    connect(m_choices, &RoleChoices::changed, this, [this] {
        fillRoles();
        setRoleTexts();
        showSelection();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_pane, &DetailsPane::closeRequested, this, &BulkPane::clearRequested);
    connect(m_progress, &ProgressRow::cancelRequested, this, &BulkPane::cancelRequested);
    onRetranslate(this, [this] { setTexts(); });
}

void BulkPane::addActions(PaneSection* section)
{
    auto* buttons = new QWidget(section);
    auto* flow = new FlowLayout(buttons, 8);
    flow->setContentsMargins(0, 4, 0, 0);
    for (const Offer& offer : offers) {
        const bool lost = offer.action == UserAction::Delete;
        const QString name = u"users.bulk."_s + QLatin1StringView(offer.name);
        auto* button = makeButton(lost ? ButtonKind::Danger : ButtonKind::Secondary, name, lost ? nullptr : buttons, Icon::None,
                                  lost ? ButtonSize::Normal : ButtonSize::Tool);
        connect(button, &QPushButton::clicked, this, [this, offer] { Q_EMIT actionRequested({offer.action}); });
        m_actions.insert(static_cast<int>(offer.action), button);
        if (lost)
            m_pane->addFooterDanger(button);
        else
            flow->addWidget(button);
    }
    section->setContent(buttons);
}

void BulkPane::fillRoles()
{
    delete m_rows;
    m_roles.clear();
    auto* const rows = m_rows = new QWidget(m_rolesBox);
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1); // a long name takes lines: what can be done stays in the pane
    for (const RoleChoices::Choice& choice : m_choices->choices()) {
        const std::string role = choice.name;
        const QString name = u"users.bulk.role."_s + text(role);
        const auto button = [&](const QString& what, RoleChange change) {
            auto* made = makeButton(ButtonKind::Ghost, name + what, rows, Icon::None, ButtonSize::Tool);
            connect(made, &QPushButton::clicked, this, [this, change, role] { Q_EMIT actionRequested({change, role}); });
            return made;
        };
        RoleRow row{role, makeLabel(TextStyle::Body, Tone::Normal, rows), makeLabel(TextStyle::Small, Tone::Muted, rows),
                    button(u".give"_s, RoleChange::Give), button(u".take"_s, RoleChange::Take)};
        row.title->setWordWrap(true);
        row.title->setMinimumWidth(scaled(72, this));
        const int at = grid->rowCount();
        grid->addWidget(row.title, at, 0);
        grid->addWidget(row.count, at, 1);
        grid->addWidget(row.give, at, 2);
        grid->addWidget(row.take, at, 3);
        m_roles.push_back(row);
    }
    m_rolesBox->layout()->addWidget(rows);
}

void BulkPane::setTexts()
{
    const auto set = [this](UserAction action, const QString& words) {
        m_actions.value(static_cast<int>(action))->setText(words);
    };
    set(UserAction::Disable, tr("Disable"));
    set(UserAction::Enable, tr("Enable"));
    set(UserAction::Unlock, tr("Unlock"));
    set(UserAction::ResetMfa, tr("Reset MFA"));
    set(UserAction::RevokeSessions, tr("End sessions"));
    set(UserAction::Delete, tr("Delete"));
    m_doing->setTitle(tr("For all of them"));
    m_rolesSection->setTitle(tr("Roles"));
    setRoleTexts();
    showSelection();
}

void BulkPane::setRoleTexts()
{
    for (const RoleRow& row : m_roles) {
        const QString title = m_choices->title(row.role);
        row.title->setText(title);
        row.give->setText(tr("Give"));
        row.take->setText(tr("Take"));
        row.give->setAccessibleName(tr("Give the role %1").arg(title));
        row.take->setAccessibleName(tr("Take the role %1").arg(title));
    }
}

void BulkPane::setSelected(Selection selection)
{
    m_selection = std::move(selection);
    showSelection();
}

void BulkPane::showSelection()
{
    const int count = m_selection.count;
    m_pane->setTitle(tr("%Ln users selected", nullptr, count));
    m_pane->setSubtitle(isRunning() ? QString() : tr("What you choose is done to each of them"));
    const int unknown = count - static_cast<int>(m_selection.names.size());
    m_names->setTexts(m_selection.names, namesAtMost, [unknown](int left) { return tr("%Ln more", nullptr, left + unknown); });
    const bool free = !isRunning();
    for (const Offer& offer : offers)
        allow(m_actions.value(static_cast<int>(offer.action)), lacks(m_console, identity::permissionOf(offer.action)), free);
    const QString no = lacks(m_console, Permission::RolesAssign);
    for (const RoleRow& row : m_roles) {
        const int have = m_selection.withRole.value(text(row.role));
        row.count->setText(m_selection.complete ? tr("%L1 of %L2").arg(have).arg(count) : QString());
        const QString reason = !no.isEmpty() || m_console.holdsAllOf({row.role}) ? no : tr("It allows more than your own role");
        allow(row.give, reason, free && (!m_selection.complete || have < count), {},
              free ? tr("All of them have it") : waitReason());
        allow(row.take, reason, free && (!m_selection.complete || have > 0), {}, free ? tr("None of them has it") : waitReason());
    }
}

void BulkPane::showProgress(const QString& what, quint64 done, quint64 total)
{
    const bool first = !isRunning();
    m_working->show();
    m_progress->setProgress(total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total),
                            tr("%1: %L2 of %L3").arg(what).arg(done).arg(total));
    if (first)
        showSelection();
}

void BulkPane::endProgress()
{
    m_working->hide();
    showSelection();
}

bool BulkPane::isRunning() const
{
    return !m_working->isHidden();
}

} // namespace sallyport::ui
