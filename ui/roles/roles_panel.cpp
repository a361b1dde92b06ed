#include "ui/roles/roles_panel.h"

#include "backend/access/role_graph.h"
#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/look/text_style.h"
#include "ui/roles/legend_mark.h"
#include "ui/roles/role_dialog.h"
#include "ui/roles/role_draft.h"
#include "ui/roles/role_list.h"
#include "ui/roles/role_matrix_model.h"
#include "ui/roles/role_matrix_view.h"
#include "ui/roles/role_pane.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewWaits = 150; // ms after the last step

} // namespace

RolesPanel::RolesPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_listModel(new RoleListModel(this)), m_matrix(new RoleMatrixModel(this)),
      m_draft(new RoleDraft(this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"roles"_s);
    m_history = makeButton(ButtonKind::Ghost, u"roles.history"_s, m_header, Icon::History);
    m_add = makeButton(ButtonKind::Secondary, u"roles.add"_s, m_header, Icon::Plus);
    m_header->addAction(m_history);
    m_header->addAction(m_add);
    m_pane = new RolePane(console, m_draft, this);
    m_side = new SideSplitter(u"roles.side"_s, this);
    m_side->setParts(makeMatrixSide(), m_pane);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"roles.splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeListSide());
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_states = new StateStack(u"roles.state"_s, m_splitter, this);
    m_states->empty()->setIcon(Icon::ShieldUser);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
    m_previewLater.setSingleShot(true);
    m_previewLater.setInterval(previewWaits);
    connectParts();
    refreshAfter({"role.", "user.role", "user.created", "user.deleted"});
    onRetranslate(this, [this] { setTexts(); });
    load();
}

RolesPanel::~RolesPanel() = default;

QWidget* RolesPanel::makeListSide()
{
    auto* side = new Surface(Token::Surface, this);
    side->setHairlines(Qt::RightEdge);
    auto* bar = new Surface(Token::Surface, side);
    bar->setHairlines(Qt::BottomEdge);
    bar->setFixedHeight(scaled(48, this));
    auto* row = new QHBoxLayout(bar);
    setLeadingMargins(bar, {24, 0, 16, 0});
    m_roleFilter = new FilterField(u"roles.filter"_s, bar);
    row->addWidget(m_roleFilter);
    m_list = new RoleList(m_listModel, u"roles.list"_s, side);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_list, 1);
    side->setMinimumWidth(scaled(150, this));
    return side;
}

QWidget* RolesPanel::makeMatrixSide()
{
    auto* side = new Surface(Token::Surface, this);
    auto* bar = new Surface(Token::Surface, side);
    bar->setHairlines(Qt::BottomEdge);
    bar->setFixedHeight(scaled(48, this));
    auto* row = new QHBoxLayout(bar);
    setLeadingMargins(bar, {16, 0, 16, 0});
    row->setSpacing(8);
    m_filter = new FilterField(u"roles.permission_filter"_s, bar);
    m_grouping = new SegmentedControl(u"roles.grouping"_s, bar);
    m_grouping->addSegment(u"action"_s);
    m_grouping->addSegment(u"object"_s);
    m_compare = new FilterChip(u"roles.compare"_s, bar);
    row->addWidget(m_filter, 1);
    row->addWidget(m_grouping);
    row->addStretch(0);
    row->addWidget(m_compare);
    m_view = new RoleMatrixView(m_matrix, u"roles.matrix"_s, side);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_view, 1);
    column->addWidget(makeLegend());
    side->setMinimumWidth(scaled(320, this));
    return side;
}

QWidget* RolesPanel::makeLegend()
{
    auto* legend = new Surface(Token::Surface, this);
    legend->setHairlines(Qt::TopEdge);
    legend->setFixedHeight(scaled(40, this));
    auto* row = new QHBoxLayout(legend);
    setLeadingMargins(legend, {16, 0, 16, 0});
    row->setSpacing(6);
    for (const Holding holding : {Holding::Own, Holding::Inherited, Holding::Added, Holding::Removed, Holding::None}) {
        row->addWidget(new LegendMark(holding, legend));
        m_legend.push_back(makeLabel(TextStyle::Small, Tone::Muted, legend));
        row->addWidget(m_legend.back());
        row->addSpacing(12);
    }
    row->addStretch(1);
    return legend;
}

void RolesPanel::connectParts()
{
    connect(m_roleFilter, &FilterField::filterChanged, this, [this](const QString& text) {
        m_listModel->setFilter(text);
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentIndex(m_listModel->indexOf(m_shown));
    });
    connect(m_filter, &FilterField::filterChanged, m_matrix, &RoleMatrixModel::setFilter);
    connect(m_grouping, &SegmentedControl::currentChanged, this, [this](int index) {
        m_matrix->setGrouping(index == 0 ? RoleMatrixModel::Grouping::Action : RoleMatrixModel::Grouping::Object);
    });
    connect(m_compare, &FilterChip::valueChanged, this, [this](const QVariant& value) {
        compareWith(value.toString().isEmpty() ? -1 : m_matrix->table().placeOf(value.toString()));
    });
    connect(m_view, &RoleMatrixView::toggleRequested, this, &RolesPanel::toggle);
    connect(m_view, &RoleMatrixView::roleChosen, this, &RolesPanel::compareWith);
    connect(m_list, &RoleList::roleChosen, this, [this](const QModelIndex& index) {
        if (const access::Role* role = m_listModel->roleAt(index))
            leaveFor(role->name);
    });
    connect(m_draft, &RoleDraft::changed, this, &RolesPanel::showDraft);
    connect(&m_previewLater, &QTimer::timeout, this, &RolesPanel::preview);
    connect(m_pane, &RolePane::closeRequested, m_side, &SideSplitter::closePane);
    connect(m_pane, &RolePane::discardRequested, this, [this] {
        if (const access::Role* role = current())
            m_draft->begin(*role, m_listModel->roles());
    });
    connect(m_pane, &RolePane::saveRequested, this, &RolesPanel::save);
    connect(m_pane, &RolePane::inheritMenuRequested, this, &RolesPanel::fillInheritMenu);
    connect(m_pane, &RolePane::duplicateRequested, this, [this] { addRole(true); });
    connect(m_pane, &RolePane::deleteRequested, this, &RolesPanel::removeRole);
    connect(m_pane, &RolePane::editRequested, this, [this] {
        if (const access::Role* role = current()) {
            auto* dialog = RoleDialog::forChange(console(), *role, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &RoleDialog::saved, this, &RolesPanel::load);
            dialog->open();
        }
    });
    connectMembers();
    connect(m_history, &QPushButton::clicked, this, [this] {
        const access::Role* role = current();
        if (role != nullptr && !role->builtIn)
            showEventsOf(role->title);
        else
            Q_EMIT navigate(u"events"_s, u"kind:role kind:user.role"_s);
    });
    connect(m_add, &QPushButton::clicked, this, [this] { addRole(false); });
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (m_undo)
            undoSaved(*std::exchange(m_undo, std::nullopt), m_undoVersion);
    });
    connect(m_states->error(), &ErrorState::retryRequested, this, &RolesPanel::load);
    connect(&console(), &Console::permissionsChanged, m_pane, &RolePane::updateState);
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    onKeys(this, QKeySequence::Undo, [this] { m_draft->steps()->undo(); });
    onKeys(this, QKeySequence::Redo, [this] { m_draft->steps()->redo(); });
    onKeys(this, QKeySequence::Save, [this] { save(); });
}

void RolesPanel::setTexts()
{
    m_header->setTitle(tr("Roles"));
    m_history->setText(tr("History"));
    m_add->setText(tr("Add role"));
    allow(m_add, lacks(console(), access::Permission::RolesCreate));
    m_history->setVisible(mayOpenPanel(console(), u"events"_s));
    for (auto* field : {m_roleFilter, m_filter}) {
        const QString words = field == m_filter ? tr("Filter permissions") : tr("Filter roles");
        field->setPlaceholderText(words);
        field->setAccessibleName(words);
    }
    m_list->setAccessibleName(tr("Roles"));
    m_view->frozen()->setAccessibleName(tr("Permissions of the role"));
    m_view->rest()->setAccessibleName(tr("Permissions of the other roles"));
    m_grouping->setSegmentText(0, tr("By action"));
    m_grouping->setSegmentText(1, tr("By object"));
    const QStringList words{tr("Own"), tr("Inherited"), tr("Added"), tr("Removed"), tr("Differs")};
    for (std::size_t at = 0; at < m_legend.size(); ++at)
        m_legend[at]->setText(words[static_cast<qsizetype>(at)]);
    m_listModel->retranslate();
    if (!m_listModel->roles().empty())
        take(m_listModel->roles());
}

const access::Role* RolesPanel::current() const
{
    return access::findRole(m_listModel->roles(), m_shown);
}

void RolesPanel::activate(const QString& argument)
{
    if (argument.isEmpty())
        return;
    leaveFor(argument.toStdString());
    m_list->setFocus();
}

void RolesPanel::refresh()
{
    load();
}

void RolesPanel::load()
{
    if (m_listModel->roles().empty())
        m_states->showLoading();
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
        [this](const Result<std::vector<access::Role>>& roles) {
            if (!roles)
                return m_states->showError(roles.error(), tr("Nothing is lost and the server keeps running."));
            take(*roles);
            // What had the keyboard until there was something to work with gives it on.
            const bool first = !m_view->isVisible() && window()->focusWidget() && isAncestorOf(window()->focusWidget());
            m_states->showContent();
            if (QWidget* field = first ? firstUsefulField(this) : nullptr)
                field->setFocus();
        });
}

void RolesPanel::take(std::vector<access::Role> roles)
{
    m_header->setCount(QLocale().toString(static_cast<qlonglong>(roles.size())));
    // What isn't saved stays, as long as the role is the one that it was made of.
    const auto& saved = m_draft->saved();
    const access::Role* const again = saved ? access::findRole(roles, saved->name) : nullptr;
    const bool keep = m_draft->isChanged() && again != nullptr && again->version == saved->version;
    {
        const QSignalBlocker quiet(m_list);
        m_listModel->setRoles(roles);
    }
    m_matrix->setTable(tableOf(m_listModel->roles()));
    const access::Role* wanted = current();
    if (wanted == nullptr) // an own one first: those can be changed
        wanted = m_listModel->roleAt(m_listModel->firstRole());
    if (wanted == nullptr)
        return;
    if (keep) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentIndex(m_listModel->indexOf(m_shown));
        m_matrix->select(m_matrix->table().placeOf(text(m_shown)));
        return showDraft();
    }
    choose(wanted->name);
}

void RolesPanel::choose(const std::string& name)
{
    const access::Role* const role = access::findRole(m_listModel->roles(), name);
    if (role == nullptr)
        return;
    m_shown = name;
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentIndex(m_listModel->indexOf(name));
    }
    m_matrix->select(m_matrix->table().placeOf(text(name)));
    m_draft->begin(*role, m_listModel->roles());
    m_pane->setRole(*role, m_listModel->roles());
    m_side->openPane();
    showCompare();
    showMembers();
}

void RolesPanel::compareWith(int place)
{
    m_matrix->compareWith(place);
    showCompare();
}

void RolesPanel::showCompare()
{
    QList<FilterOption> options{{QString(), tr("Compare with no role")}};
    const int compared = m_matrix->compared();
    for (int place = 0; place < m_matrix->table().roles.size(); ++place) {
        const RoleTable::Column& role = m_matrix->table().roles[place];
        if (place != m_matrix->selected())
            options << FilterOption{role.name, place == compared
                                                   ? tr("%Ln differ from %1", nullptr, m_matrix->differences()).arg(role.title)
                                                   : role.title};
    }
    const QSignalBlocker quiet(m_compare);
    m_compare->setOptions(options);
    m_compare->setValue(compared < 0 ? QString() : m_matrix->table().roles[compared].name);
    m_compare->setAccessibleName(tr("Compare with another role"));
}

void RolesPanel::showDraft()
{
    m_matrix->setDraft(placesOf(m_draft->own()), placesOf(m_draft->effective()));
    showCompare();
    // While something isn't saved, saving it is what the view is for: the header's actions are plain.
    setButtonKind(m_add, m_draft->isChanged() ? ButtonKind::Ghost : ButtonKind::Secondary);
    if (m_draft->isChanged())
        m_previewLater.start();
    else
        m_previewLater.stop();
}

void RolesPanel::toggle(int permission)
{
    if (permission < 0 || !m_pane->reasonAgainst().isEmpty()) {
        if (const QString why = m_pane->reasonAgainst(); permission >= 0 && !why.isEmpty())
            m_toast->say(Tone::Info, why);
        return;
    }
    const access::PermissionInfo& info = access::permissions()[static_cast<std::size_t>(permission)];
    if (!console().may(info.permission))
        return m_toast->say(Tone::Info,
                            tr("Your own role lacks “%1”, so you can’t give it").arg(permissionTitle(info.permission)));
    m_draft->toggle(info.permission);
}

} // namespace sallyport::ui
