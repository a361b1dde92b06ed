#include "ui/console/permit.h"
#include "ui/look/shortcut.h"
#include "ui/records/record_actions.h"
#include "ui/records/record_export.h"
#include "ui/records/record_filters.h"
#include "ui/records/record_pane.h"
#include "ui/records/records_model.h"
#include "ui/records/records_panel.h"
#include "ui/records/records_several_pane.h"
#include "ui/records/sensitive_part.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/toast.h"
#include "ui/words/record_text.h"

#include <QMenu>
#include <QPushButton>

#include <algorithm>

// The part of RecordsPanel that turns keys, menus and buttons into actions.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::Record;
using records::RecordId;
using records::RecordQuery;

void RecordsPanel::connectList()
{
    connect(m_list, &ListPanel::searched, m_model, &RecordsModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] {
        m_model->change([](RecordQuery& query) {
            query.department.reset();
            query.classification.reset();
            query.owner.reset();
            query.changedDays.reset();
        });
    });
    connect(m_filters, &RecordFilters::changed, this,
            [this](const RecordFilters::Edit& edit) { m_list->change([&] { m_model->change(edit); }); });
    connect(m_list, &ListPanel::shown, this, &RecordsPanel::showState);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        const Record* record = m_model->rowAt(row);
        if (record && !(m_pane->isVisible() && m_pane->hasRecord() && m_pane->record().id == record->id))
            openPane(*record);
    });
    connect(m_list, &ListPanel::menuWanted, this, &RecordsPanel::fillMenu);
    connect(m_list, &ListPanel::removalRequested, this, [this] { m_actions->remove(recordsAtHand()); });
    connect(m_list, &ListPanel::severalSelected, this,
            [this] { m_several->setRecords(selectedRecords(), table()->selectedRows().size()); });
}

void RecordsPanel::connectPane()
{
    connect(m_pane, &RecordPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &RecordPane::vanished, this, [this] {
        m_list->closePane();
        m_model->refresh();
    });
    connect(m_pane, &RecordPane::moreRequested, this, &RecordsPanel::openMore);
    connect(m_pane, &RecordPane::decisionRequested, this, [this](const QString& id) { Q_EMIT navigate(u"decisions"_s, id); });
    connect(m_pane, &RecordPane::eventsRequested, this, [this] { Q_EMIT m_actions->eventsRequested(m_pane->record().id); });
    connect(m_pane, &RecordPane::failed, this,
            [this](const Error& error) { m_actions->say(error, text(m_pane->record().title)); });
    connect(m_pane, &RecordPane::done, this, [this](const QString& what) { m_toast->say(Tone::Success, what); });
    connect(m_pane, &RecordPane::partFailed, m_actions, &RecordActions::say);
    connect(m_several, &RecordsSeveralPane::removeRequested, this, [this] { m_actions->remove(selectedRecords()); });
    connect(m_several, &RecordsSeveralPane::clearRequested, table(), &QAbstractItemView::clearSelection);
}

void RecordsPanel::connectActions()
{
    connect(m_actions, &RecordActions::changed, this, &RecordsPanel::refresh);
    connect(m_actions, &RecordActions::saved, this, &RecordsPanel::showSaved);
    connect(m_actions, &RecordActions::removed, this, [this](const std::vector<RecordId>& ids) {
        if (m_pane->hasRecord() && std::ranges::find(ids, m_pane->record().id) != ids.end())
            m_list->closePane();
    });
    connect(m_actions, &RecordActions::eventsRequested, this,
            [this](const RecordId& id) { Q_EMIT navigate(u"events"_s, u"user:%1"_s.arg(text(id.text()))); });
    connect(m_export, &RecordExport::runningChanged, this, &RecordsPanel::showState);
}

void RecordsPanel::addShortcuts()
{
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            m_actions->add();
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        const auto records = recordsAtHand();
        if (records.size() == 1 && console().may(Permission::RecordsUpdate))
            m_actions->edit(records.front());
    });
}

void RecordsPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = RecordId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.records.read(actor, id);
        },
        [this](const Result<Record>& record) {
            if (record) {
                openPane(*record);
                m_list->reveal(text(record->id.text()));
            } else if (record.error().code == ErrorCode::NotFound) {
                m_toast->say(Tone::Info, tr("There is no such record, or a policy hides it from you."));
            } else {
                m_actions->say(record.error(), tr("Records"));
            }
        });
}

void RecordsPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void RecordsPanel::showSaved(const Record& record)
{
    m_toast->say(Tone::Success, tr("%1 saved").arg(text(record.title)));
    refresh();
    openPane(record);
    m_list->reveal(text(record.id.text()));
}

void RecordsPanel::openMore(QPushButton* anchor)
{
    auto* menu = new QMenu(anchor);
    menu->setObjectName(u"records.more_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(menu, {m_pane->record()});
    const int x = anchor->isRightToLeft() ? 0 : anchor->width() - menu->sizeHint().width();
    menu->popup(anchor->mapToGlobal(QPoint(x, anchor->height() + 4)));
}

void RecordsPanel::fillMenu(QMenu* menu, int row)
{
    if (const auto selected = selectedRecords(); selected.size() > 1)
        return m_actions->fillMenu(menu, selected);
    if (const Record* record = m_model->rowAt(row))
        m_actions->fillMenu(menu, {*record});
}

std::vector<Record> RecordsPanel::selectedRecords() const
{
    std::vector<Record> records;
    for (const int row : table()->selectedRows())
        if (const Record* record = m_model->rowAt(row))
            records.push_back(*record);
    return records;
}

std::vector<Record> RecordsPanel::recordsAtHand() const
{
    auto records = selectedRecords();
    if (records.empty() && m_pane->isVisible() && m_pane->hasRecord())
        records.push_back(m_pane->record());
    return records;
}

} // namespace sallyport::ui
