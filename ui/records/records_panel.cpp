#include "ui/records/records_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/records/encryption_dialog.h"
#include "ui/records/record_actions.h"
#include "ui/records/record_export.h"
#include "ui/records/record_filters.h"
#include "ui/records/record_pane.h"
#include "ui/records/records_model.h"
#include "ui/records/records_several_pane.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/toast.h"
#include "ui/words/record_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::Record;
using records::RecordQuery;

namespace {

constexpr int recordPaneWidth = 400; ///< files and comments need the room

} // namespace

RecordsPanel::RecordsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new RecordsModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"records"_s);
    build();
    buildHeader();
    connectList();
    connectPane();
    connectActions();
    addShortcuts();
    refreshAfter({"record.", "policy.", "comment.", "file."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

RecordsPanel::~RecordsPanel() = default;

DataTable* RecordsPanel::table() const
{
    return m_list->table();
}

void RecordsPanel::build()
{
    m_actions = new RecordActions(console(), this, m_toast);
    m_export = new RecordExport(console(), m_toast, this);
    m_list = new ListPanel({.name = u"records"_s,
                            .model = m_model,
                            .columns = RecordsModel::columns(),
                            .icon = Icon::Records,
                            .sortedColumn = RecordsModel::Changed,
                            .order = Qt::DescendingOrder,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    m_filters = new RecordFilters(console(), m_model, m_list->filter());
    m_list->filter()->addWidget(m_filters);
    m_encryption = makeIconButton(Icon::Key, u"records.encryption"_s, m_list->filter());
    m_encryption->setVisible(console().may(Permission::SettingsRead));
    m_list->filter()->addTool(m_encryption);
    m_list->addColumnsButton(u"records.columns"_s);
    m_pane = new RecordPane(console(), this);
    m_several = new RecordsSeveralPane(console(), this);
    m_pane->setProperty(usualPaneWidth, recordPaneWidth);
    m_list->setPane(u"records.splitter"_s, m_pane, m_several);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_export);
    column->addWidget(m_list, 1);
}

void RecordsPanel::buildHeader()
{
    m_exportButton = makeButton(ButtonKind::Secondary, u"records.export"_s, m_header, Icon::Export);
    m_add = makeButton(ButtonKind::Primary, u"records.add"_s, m_header, Icon::Plus);
    m_header->addAction(m_exportButton);
    m_header->addAction(m_add);
    m_list->setAdd(m_add);
    connect(m_exportButton, &QPushButton::clicked, this, [this] { m_export->choose(m_model->query(), m_model->rowCount()); });
    connect(m_add, &QPushButton::clicked, m_actions, &RecordActions::add);
    connect(m_encryption, &QPushButton::clicked, this, [this] {
        auto* dialog = new EncryptionDialog(console(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void RecordsPanel::setTexts()
{
    m_header->setTitle(tr("Records"));
    m_add->setText(tr("Add record"));
    allow(m_add, lacks(console(), Permission::RecordsCreate), true, tr("Add record (Ctrl+N)"));
    m_exportButton->setText(tr("Export"));
    m_exportButton->setToolTip(tr("These records as a file, without their sensitive values"));
    setIconButtonText(m_encryption, tr("Encryption of sensitive values"));
    m_list->setTexts({.placeholder = tr("Filter records"),
                      .filter = tr("Filter records by title"),
                      .table = tr("Records"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading records"),
                      .safe = tr("Nothing is lost, and the server keeps running.")});
}

void RecordsPanel::setEmptyTexts()
{
    auto* empty = m_list->empty();
    const bool filtered = m_model->isFiltered();
    if (filtered) {
        empty->setTexts(tr("No record matches"),
                        tr("No record that you may see has this text and these properties. Take one of the filters away."));
        empty->setSteps({});
        return;
    }
    empty->setTexts(tr("No records yet"), tr("Records are the data that roles and policies protect. What you may not see doesn’t "
                                             "stand here, and isn’t counted."));
    empty->setSteps({{tr("Add a record"), tr("With an owner, a department and a classification")},
                     {tr("Give it sensitive values"), tr("Each is encrypted by itself and masked until somebody shows a code")},
                     {tr("Write a policy"), tr("That says who reads what; until then roles alone decide")}});
}

void RecordsPanel::showState()
{
    setEmptyTexts();
    m_filters->showQuery();
    m_list->setAbout(m_model->isAbout());
    enableOr(m_exportButton, m_export->isRunning()      ? waitReason()
                             : m_model->rowCount() == 0 ? tr("There is nothing to export")
                                                        : QString());
    if (m_model->hasAnswer() && !m_model->isFiltered())
        m_list->setAll(m_model->rowCount());
}

void RecordsPanel::openPane(const Record& record)
{
    m_pane->setRecord(record);
    m_list->openPane();
}

} // namespace sallyport::ui
