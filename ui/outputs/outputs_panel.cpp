#include "ui/outputs/outputs_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/outputs/output_pane.h"
#include "ui/outputs/outputs_model.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using outputs::Destination;

OutputsPanel::OutputsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new OutputsModel(console, this)), m_header(new PageHeader(this)),
      m_add(makeButton(ButtonKind::Primary, u"outputs.add"_s, m_header, Icon::Plus)), m_toast(new Toast(this))
{
    setObjectName(u"outputs"_s);
    build();
    connectList();
    connectPane();
    addShortcuts();
    refreshAfter({"output."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

OutputsPanel::~OutputsPanel() = default;

DataTable* OutputsPanel::table() const
{
    return m_list->table();
}

void OutputsPanel::build()
{
    m_list = new ListPanel({.name = u"outputs"_s,
                            .model = m_model,
                            .columns = OutputsModel::columns(),
                            .icon = Icon::Export,
                            .oneRow = true,
                            .filtered = [this] { return !m_model->filter().isEmpty(); }},
                           m_header, m_toast, this);
    m_list->setAdd(m_add);
    m_pane = new OutputPane(console(), this);
    m_list->setPane(u"outputs.splitter"_s, m_pane);
    m_header->addAction(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void OutputsPanel::setTexts()
{
    m_header->setTitle(tr("Destinations"));
    m_add->setText(tr("Add destination"));
    allow(m_add, OutputPane::againstSending(console()), true, tr("Add destination (Ctrl+N)"));
    m_list->setTexts({.placeholder = tr("Filter destinations"),
                      .filter = tr("Filter destinations by name or place"),
                      .table = tr("Destinations of events"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading destinations"),
                      .safe = tr("Events are recorded in the journal all the same.")});
}

void OutputsPanel::setEmptyTexts()
{
    if (!m_model->filter().isEmpty())
        m_list->empty()->setTexts(tr("No destination matches"), tr("No destination has this text in its name or place."));
    else
        m_list->empty()->setTexts(tr("No destinations yet"), tr("Events can also go to a log collector, a webhook, a mailbox or "
                                                                "a file. The journal keeps what they have not taken."));
}

void OutputsPanel::connectList()
{
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_list, &ListPanel::searched, this, [this](const QString& words) { m_model->setFilter(words.trimmed()); });
    connect(m_list, &ListPanel::shown, this, &OutputsPanel::setEmptyTexts);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const auto* destination = m_model->rowAt(row))
            openPane(*destination);
    });
    connect(m_list, &ListPanel::menuWanted, this, &OutputsPanel::fillMenu);
    connect(m_list, &ListPanel::removalRequested, this, [this] {
        if (const auto* destination = currentOutput(); destination && console().may(Permission::OutputsUpdate))
            remove(*destination);
    });
}

void OutputsPanel::connectPane()
{
    connect(m_pane, &OutputPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &OutputPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &OutputPane::editRequested, this, [this] { edit(m_pane->destination()); });
    connect(m_pane, &OutputPane::testRequested, this, [this] { test(m_pane->destination()); });
    connect(m_pane, &OutputPane::toggleRequested, this, [this] { toggle(m_pane->destination()); });
    connect(m_pane, &OutputPane::removeRequested, this, [this] { remove(m_pane->destination()); });
    connect(m_pane, &OutputPane::eventsRequested, this, [this] { showEventsOf(m_pane->destination().fields.name); });
}

void OutputsPanel::addShortcuts()
{
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            edit({});
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        if (const auto* destination = currentOutput(); destination && OutputPane::againstSending(console()).isEmpty())
            edit(*destination);
    });
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (const auto* destination = currentOutput(); destination && console().may(Permission::OutputsUpdate))
            test(*destination);
    });
}

void OutputsPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = outputs::DestinationId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.destinations.read(actor, id);
        },
        [this](const Result<Destination>& destination) {
            if (!destination)
                return;
            openPane(*destination);
            m_list->reveal(text(destination->id.text()));
        });
}

void OutputsPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

const Destination* OutputsPanel::currentOutput() const
{
    return m_model->rowAt(m_list->currentRow());
}

void OutputsPanel::openPane(const Destination& destination)
{
    if (m_pane->isVisible() && m_pane->hasDestination() && m_pane->destination().id == destination.id)
        return;
    m_pane->setDestination(destination);
    m_list->openPane();
}

} // namespace sallyport::ui
