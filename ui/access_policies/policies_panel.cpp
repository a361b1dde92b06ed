#include "ui/access_policies/policies_panel.h"

#include "ui/access_policies/policies_model.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/policy_files.h"
#include "ui/access_policies/policy_pane.h"
#include "ui/access_policies/try_pane.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/access_text.h"
#include "ui/words/policy_place.h"
#include "ui/words/text_helpers.h"

#include <QJsonDocument>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using access::Policy;
using access::PolicyState;

PoliciesPanel::PoliciesPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new PoliciesModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this)),
      m_files(new PolicyFiles(console, this, m_toast))
{
    setObjectName(u"policies"_s);
    m_back = makeButton(ButtonKind::Ghost, u"policies.back"_s, m_header, Icon::ArrowLeft);
    m_history = makeButton(ButtonKind::Ghost, u"policies.history"_s, m_header, Icon::History);
    m_save = makeButton(ButtonKind::Secondary, u"policies.save"_s, m_header);
    m_publish = makeButton(ButtonKind::Primary, u"policies.publish"_s, m_header);
    m_more = makeIconButton(Icon::More, u"policies.more"_s, m_header, ButtonSize::Normal);
    m_add = makeButton(ButtonKind::Primary, u"policies.add"_s, m_header, Icon::Plus);
    for (QPushButton* button : {m_back, m_history, m_save, m_publish, m_more, m_add})
        m_header->addAction(button);
    build();
    connectParts();
    connectEditor();
    refreshAfter({"policy."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

PoliciesPanel::~PoliciesPanel() = default;

DataTable* PoliciesPanel::table() const
{
    return m_list->table();
}

bool PoliciesPanel::isEditing() const
{
    return m_pages->currentWidget() == m_editor;
}

void PoliciesPanel::build()
{
    m_pages = new QStackedWidget(this);
    m_listPage = new QWidget(m_pages);
    m_list = new ListPanel({.name = u"policies"_s,
                            .model = m_model,
                            .columns = PoliciesModel::columns(),
                            .icon = Icon::Scale,
                            .sortedColumn = PoliciesModel::Name,
                            .oneRow = true,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, m_listPage);
    m_list->setAdd(m_add);
    m_which = new SegmentedControl(u"policies.which"_s, m_list->filter());
    for (const char* name : {"all", "enforce", "observe", "draft"})
        m_which->addSegment(QLatin1StringView(name));
    m_list->filter()->addWidget(m_which);
    m_pane = new PolicyPane(console(), this);
    m_list->setPane(u"policies.splitter"_s, m_pane);
    auto* page = new QVBoxLayout(m_listPage);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_list);
    m_editor = new PolicyEditor(console(), m_pages);
    m_pages->addWidget(m_listPage);
    m_pages->addWidget(m_editor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
}

void PoliciesPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &PoliciesModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] { m_which->setCurrent(0); });
    connect(m_list, &ListPanel::shown, this, &PoliciesPanel::setEmptyTexts);
    connect(m_list, &ListPanel::menuWanted, this, &PoliciesPanel::fillMenu);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const Policy* policy = m_model->rowAt(row))
            openPane(*policy);
    });
    connect(m_list, &ListPanel::removalRequested, this, [this] {
        if (const Policy* policy = m_model->rowAt(m_list->currentRow());
            policy != nullptr && console().may(Permission::PoliciesDelete))
            remove(*policy);
    });
    connect(m_which, &SegmentedControl::currentChanged, this, [this](int index) {
        const std::array<std::optional<PolicyState>, 4> states{std::nullopt, PolicyState::Enforce, PolicyState::Observe,
                                                               PolicyState::Draft};
        m_list->change([this, state = states[static_cast<std::size_t>(index)]] { m_model->show(state); });
    });
    connect(m_pane, &PolicyPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &PolicyPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &PolicyPane::editRequested, this, [this] { edit(m_pane->policy()); });
    connect(m_pane, &PolicyPane::historyRequested, this, [this] { showHistory(m_pane->policy()); });
    connect(m_pane, &PolicyPane::testsRequested, this, [this] { showTests(m_pane->policy(), std::nullopt); });
    connect(m_pane, &PolicyPane::removeRequested, this, [this] { remove(m_pane->policy()); });
    connect(m_pane, &PolicyPane::decisionsRequested, this, [this] { Q_EMIT navigate(u"decisions"_s, {}); });
    connect(m_add, &QPushButton::clicked, this, [this] { add(std::nullopt); });
    connect(m_more, &QPushButton::clicked, this, &PoliciesPanel::openFileMenu);
    connect(m_files, &PolicyFiles::changed, this, &PoliciesPanel::refresh);
    connect(m_toast, &Toast::actionRequested, this, &PoliciesPanel::undoSaved);
    connect(&console(), &Console::permissionsChanged, this, &PoliciesPanel::showHeader);
}

void PoliciesPanel::connectEditor()
{
    connect(m_editor, &PolicyEditor::stateChanged, this, &PoliciesPanel::showHeader);
    connect(m_editor, &PolicyEditor::saved, this, [this](const Policy& policy, const std::optional<Policy>& before) {
        m_undoTo = before;
        m_undoOf = policy;
        if (!before || (m_made && m_made->id == policy.id))
            m_made = policy;
        const bool mayUndo = console().may(before ? Permission::PoliciesUpdate : Permission::PoliciesDelete);
        const QString done =
            policy.state == PolicyState::Enforce   ? tr("%1 is enforced from the next request on.").arg(text(policy.name))
            : policy.state == PolicyState::Observe ? tr("%1 is observed from the next request on.").arg(text(policy.name))
                                                   : tr("%1 was saved as a draft.").arg(text(policy.name));
        m_toast->say(Tone::Success, done, mayUndo ? tr("Undo") : QString());
        m_model->refresh();
        if (m_pane->isVisibleTo(m_listPage) && m_pane->hasPolicy() && m_pane->policy().id == policy.id)
            m_pane->setPolicy(policy);
    });
    connect(m_editor, &PolicyEditor::testsRequested, this, [this] {
        if (m_editor->draft()->saved())
            showTests(*m_editor->draft()->saved(), m_editor->trial()->tried());
    });
    connect(m_editor, &PolicyEditor::policyRequested, this, [this](const QString& id) { activate(id); });
    connect(m_back, &QPushButton::clicked, this, &PoliciesPanel::leaveEditor);
    connect(m_save, &QPushButton::clicked, this, &PoliciesPanel::saveDraft);
    connect(m_publish, &QPushButton::clicked, this, &PoliciesPanel::publish);
    connect(m_history, &QPushButton::clicked, this, [this] {
        if (m_editor->draft()->saved())
            showHistory(*m_editor->draft()->saved());
    });
    onKeys(m_editor, QKeySequence(Qt::Key_Escape), [this] { leaveEditor(); });
    onKeys(m_editor, QKeySequence::Save, [this] {
        if (m_save->isEnabled())
            saveDraft();
    });
}

void PoliciesPanel::setTexts()
{
    m_back->setText(tr("All policies"));
    m_history->setText(tr("History"));
    m_save->setText(tr("Save draft"));
    m_publish->setText(tr("Publish…"));
    m_add->setText(tr("Add policy"));
    setIconButtonText(m_more, tr("Import and export"));
    m_which->setAccessibleName(tr("Which policies"));
    m_which->setSegmentText(0, tr("All"));
    m_which->setSegmentText(1, tr("Enforced"));
    m_which->setSegmentText(2, tr("Observed"));
    m_which->setSegmentText(3, tr("Drafts"));
    m_list->setTexts({.placeholder = tr("Filter policies"),
                      .filter = tr("Filter policies by name or note"),
                      .table = tr("Policies"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading policies"),
                      .safe = tr("Nothing is lost, and the server goes on deciding by the policies that it has.")});
    showHeader();
}

void PoliciesPanel::setEmptyTexts()
{
    if (m_model->isFiltered()) {
        m_list->empty()->setTexts(tr("No policy matches"), tr("None has this text in its name or note and is in this state."));
        m_list->empty()->setSteps({});
    } else {
        m_list->empty()->setTexts(tr("No policies yet"), tr("Roles alone decide. A policy says under which conditions."));
        m_list->empty()->setSteps({{tr("Write it"), tr("As a form or as text: whose, from where, when.")},
                                   {tr("Try it"), tr("On one request, on its tests, on the decisions of last week.")},
                                   {tr("Publish it"), tr("First observed, which refuses nothing, then enforced.")}});
    }
    showHeader();
}

void PoliciesPanel::showHeader()
{
    const bool editing = isEditing();
    const PolicyDraft& draft = *m_editor->draft();
    m_add->setVisible(!editing);
    m_more->setVisible(!editing);
    m_back->setVisible(editing);
    m_save->setVisible(editing);
    m_publish->setVisible(editing);
    m_history->setVisible(editing && draft.saved().has_value());
    allow(m_add, lacks(console(), Permission::PoliciesCreate));
    if (!editing)
        return m_header->setTitle(tr("Policies"));
    const QString name = text(draft.words().name);
    m_header->setTitle(name.isEmpty() ? tr("New policy") : name);
    m_header->setCount(
        draft.saved()
            ? tr("%1 v%2", "state and version").arg(policyStateMark(draft.saved()->state).text).arg(draft.saved()->version)
            : tr("Not saved"));
    QString against = lacks(console(), draft.saved() ? Permission::PoliciesUpdate : Permission::PoliciesCreate);
    if (against.isEmpty())
        against = m_editor->missing();
    const bool ready = !m_editor->isChecking() && !m_editor->isStoring();
    const bool isDraft = !draft.saved() || draft.saved()->state == PolicyState::Draft;
    const QString unchanged = draft.isChanged() ? QString() : tr("Nothing was changed");
    allow(m_save, against, ready && (draft.isChanged() || !draft.saved()), {}, ready ? unchanged : QString());
    allow(m_publish, against, ready && (draft.isChanged() || isDraft), {}, ready ? unchanged : QString());
    m_save->setText(isDraft ? tr("Save draft") : tr("Back to draft"));
}

void PoliciesPanel::fillMenu(QMenu* menu, int row)
{
    const Policy* found = m_model->rowAt(row);
    if (!found)
        return;
    const auto put = [&](const QString& words, auto then) {
        QAction* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    put(console().may(Permission::PoliciesUpdate) ? tr("Edit") : tr("Open"), [this, policy = *found] { edit(policy); });
    allow(put(tr("Duplicate"), [this, policy = *found] { add(policy); }), lacks(console(), Permission::PoliciesCreate));
    put(tr("History"), [this, policy = *found] { showHistory(policy); });
    menu->addSeparator();
    allow(put(tr("Delete"), [this, policy = *found] { remove(policy); }), lacks(console(), Permission::PoliciesDelete));
}

void PoliciesPanel::openFileMenu()
{
    auto* menu = new QMenu(m_more);
    menu->setObjectName(u"policies.more.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_files->fill(menu);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void PoliciesPanel::activate(const QString& argument)
{
    if (argument.isEmpty()) {
        if (!isEditing())
            table()->setFocus();
        return;
    }
    struct Found {
        Policy policy;
        std::optional<PolicyPlace> place;
    };
    console().run(
        this,
        [link = PolicyLink::read(argument)](Services& services, const access::Actor& actor) -> Result<Found> {
            SALLYPORT_ASSIGN(Policy policy, services.policies.read(actor, toUtf8(link.policy)));
            std::optional<PolicyPlace> place = link.place;
            if (!link.decision.isEmpty() && actor.permissions.has(Permission::DecisionsRead))
                if (const auto decision = services.decisionLog.read(actor, toUtf8(link.decision)))
                    place =
                        decidingPlace(QJsonDocument::fromJson(QByteArray::fromStdString(decision->trace)).object(), link.policy);
            return Found{std::move(policy), std::move(place)};
        },
        [this](const Result<Found>& found) {
            if (!found)
                return m_toast->say(Tone::Warning, tr("That policy is gone."));
            if (isEditing() && m_editor->draft()->isChanged())
                return; // what isn't stored stays in sight
            showList();
            openPane(found->policy);
            m_list->reveal(text(found->policy.id.text()));
            if (!found->place)
                return;
            edit(found->policy);
            if (!m_editor->showPlace(*found->place))
                m_toast->say(Tone::Info, tr("The policy was changed after that decision."));
        });
}

void PoliciesPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void PoliciesPanel::openPane(const Policy& policy)
{
    m_pane->setPolicy(policy);
    m_list->openPane();
}

} // namespace sallyport::ui
