#include "ui/decisions/decisions_panel.h"

#include "ui/console/permit.h"
#include "ui/decisions/decision_pane.h"
#include "ui/decisions/decisions_model.h"
#include "ui/look/retranslate.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/user_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::RecordedDecision;
using Show = DecisionsModel::Show;

DecisionsPanel::DecisionsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new DecisionsModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"decisions"_s);
    build();
    connectParts();
    refreshAfter({"access.denied", "policy."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

DecisionsPanel::~DecisionsPanel() = default;

DataTable* DecisionsPanel::table() const
{
    return m_list->table();
}

void DecisionsPanel::build()
{
    m_list = new ListPanel({.name = u"decisions"_s,
                            .model = m_model,
                            .columns = DecisionsModel::columns(),
                            .icon = Icon::CheckCircle,
                            .sortedColumn = -1, // always the newest first
                            .oneRow = true,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    m_which = new SegmentedControl(u"decisions.which"_s, m_list->filter());
    for (const char* name : {"all", "refused", "allowed", "observed"})
        m_which->addSegment(QLatin1StringView(name));
    m_list->filter()->addWidget(m_which);
    m_pane = new DecisionPane(console(), this);
    m_list->setPane(u"decisions.splitter"_s, m_pane);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void DecisionsPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &DecisionsModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] { m_which->setCurrent(0); });
    connect(m_list, &ListPanel::shown, this, &DecisionsPanel::setEmptyTexts);
    connect(m_list, &ListPanel::menuWanted, this, &DecisionsPanel::fillMenu);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const RecordedDecision* decision = m_model->rowAt(row))
            openPane(*decision);
    });
    connect(m_which, &SegmentedControl::currentChanged, this,
            [this](int index) { m_list->change([this, index] { m_model->show(static_cast<Show>(index)); }); });
    connect(m_pane, &DecisionPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &DecisionPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &DecisionPane::eventsRequested, this, [this] { showEvent(m_pane->decision()); });
    connect(m_pane, &DecisionPane::simulationRequested, this,
            [this] { Q_EMIT navigate(u"simulator"_s, text(m_pane->decision().id)); });
    connect(m_pane, &DecisionPane::policyRequested, this, [this](const QString& id) { Q_EMIT navigate(u"policies"_s, id); });
    connect(m_pane, &DecisionPane::userRequested, this,
            [this] { Q_EMIT navigate(u"users"_s, text(m_pane->decision().subjectId)); });
}

void DecisionsPanel::setTexts()
{
    m_header->setTitle(tr("Decisions"));
    m_which->setAccessibleName(tr("Which decisions"));
    m_which->setSegmentText(0, tr("All"));
    m_which->setSegmentText(1, tr("Refused"));
    m_which->setSegmentText(2, tr("Allowed"));
    m_which->setSegmentText(3, tr("Observed"));
    m_list->setTexts({.placeholder = tr("Filter decisions"),
                      .filter = tr("Filter decisions by person, policy, path or object"),
                      .table = tr("Decisions"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading decisions"),
                      .safe = tr("Nothing is lost, and decisions go on being made and recorded.")});
}

void DecisionsPanel::setEmptyTexts()
{
    if (m_model->isFiltered())
        m_list->empty()->setTexts(tr("No decision matches"), tr("Nothing that was decided has this text and outcome."));
    else
        m_list->empty()->setTexts(tr("Nothing was refused yet"),
                                  tr("Every refusal stands here with its reasons. Of what is allowed, as much as the setting "
                                     "“Record decisions that allow” says."));
}

void DecisionsPanel::fillMenu(QMenu* menu, int row)
{
    const RecordedDecision* found = m_model->rowAt(row);
    if (!found)
        return;
    const auto put = [&](const QString& words, auto then) { connect(menu->addAction(words), &QAction::triggered, this, then); };
    if (mayOpenPanel(console(), u"simulator"_s))
        put(tr("Try again in the simulator"), [this, id = text(found->id)] { Q_EMIT navigate(u"simulator"_s, id); });
    if (!found->requestId.empty() && mayOpenPanel(console(), u"events"_s))
        put(tr("Show event"), [this, decision = *found] { showEvent(decision); });
    if (!found->subjectId.empty() && mayOpenPanel(console(), u"users"_s))
        put(tr("Show user"), [this, id = text(found->subjectId)] { Q_EMIT navigate(u"users"_s, id); });
    menu->addSeparator();
    put(tr("Copy ID"), [id = text(found->id)] { QGuiApplication::clipboard()->setText(id); });
}

void DecisionsPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = argument.toStdString()](Services& services, const access::Actor& actor) {
            return services.decisionLog.read(actor, id);
        },
        [this](const Result<RecordedDecision>& decision) {
            if (!decision)
                return;
            openPane(*decision);
            m_list->reveal(text(decision->id));
        });
}

void DecisionsPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void DecisionsPanel::openPane(const RecordedDecision& decision)
{
    m_pane->setDecision(decision);
    m_list->openPane();
}

void DecisionsPanel::showEvent(const RecordedDecision& decision)
{
    Q_EMIT navigate(u"events"_s, filterTerm(u"request"_s, text(decision.requestId)));
}

} // namespace sallyport::ui
