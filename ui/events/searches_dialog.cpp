#include "ui/events/searches_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/events/search_dialog.h"
#include "ui/events/search_list.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/words/text_helpers.h"

#include <QStandardItemModel>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

SearchesDialog::SearchesDialog(Console& console, SearchList& list, QWidget* parent)
    : DialogFrame(u"searches"_s, parent, 680), m_console(console), m_list(list),
      m_failure(new Banner(u"searches.failure"_s, this)), m_table(new DataTable(u"searches.list"_s, this)),
      m_model(new QStandardItemModel(0, 3, this)), m_delete(makeButton(ButtonKind::Danger, u"searches.delete"_s, this)),
      m_change(makeButton(ButtonKind::Secondary, u"searches.change"_s, this)),
      m_show(makeButton(ButtonKind::Primary, u"searches.show"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setColumns({{u"name"_s, 160, 0, 1, false, false, true},
                         {u"filter"_s, 240, 0, 2, false, false, true},
                         {u"owner"_s, 130, 1, 1, false, false, true}});
    m_table->setFixedSort(0, Qt::AscendingOrder);
    m_table->setFixedHeight(scaled(280, this));
    body()->addWidget(m_failure);
    body()->addWidget(m_table);
    addLeadingButton(m_delete);
    addButton(m_change);
    addButton(m_show);
    connect(m_table, &DataTable::selectedRowsChanged, this, &SearchesDialog::updateButtons);
    connect(m_table, &DataTable::rowActivated, this, &SearchesDialog::showChosen);
    connect(m_show, &QPushButton::clicked, this, &SearchesDialog::showChosen);
    connect(m_change, &QPushButton::clicked, this, &SearchesDialog::change);
    connect(m_delete, &QPushButton::clicked, this, &SearchesDialog::remove);
    connect(&m_list, &SearchList::changed, this, &SearchesDialog::showRows);
    onRetranslate(this, [this] { setTexts(); });
    showRows();
    m_table->setFocus();
}

void SearchesDialog::setTexts()
{
    setTitle(tr("Saved searches"));
    m_table->setAccessibleName(tr("Saved searches"));
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Filter"), tr("Whose")});
    m_delete->setText(tr("Delete"));
    m_change->setText(tr("Change…"));
    m_show->setText(tr("Show"));
    showRows();
}

void SearchesDialog::showRows()
{
    const int row = m_table->selectedRows().value(0, 0);
    m_model->setRowCount(0);
    for (const journal::SavedSearch& search : m_list.searches()) {
        auto* name = new QStandardItem(toQString(search.name));
        auto* filter = new QStandardItem(toQString(search.filter));
        filter->setData(true, CellMonoRole);
        filter->setToolTip(filter->text());
        //: %1: who shares a search
        auto* owner = new QStandardItem(search.own ? (search.shared ? tr("Mine, shared") : tr("Mine"))
                                                   : tr("Shared by %1").arg(toQString(search.ownerName)));
        owner->setData(static_cast<int>(Tone::Muted), CellToneRole);
        for (QStandardItem* item : {name, filter, owner})
            item->setEditable(false);
        m_model->appendRow({name, filter, owner});
    }
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::min(row, m_model->rowCount() - 1));
    updateButtons();
}

const journal::SavedSearch* SearchesDialog::current() const
{
    const auto row = static_cast<std::size_t>(m_table->selectedRows().value(0, -1));
    return row < m_list.searches().size() ? &m_list.searches()[row] : nullptr;
}

void SearchesDialog::updateButtons()
{
    const journal::SavedSearch* const search = current();
    const QString reason = search && !search->own ? lacks(m_console, access::Permission::SettingsUpdate) : QString();
    allow(m_delete, reason, search != nullptr, {}, tr("Choose a search first"));
    allow(m_change, reason, search != nullptr, {}, tr("Choose a search first"));
    enableOr(m_show, search != nullptr ? QString() : tr("Choose a search first"));
}

void SearchesDialog::showChosen()
{
    if (const journal::SavedSearch* const search = current()) {
        const QString id = toQString(search->id.text());
        accept();
        Q_EMIT chosen(id);
    }
}

void SearchesDialog::change()
{
    const journal::SavedSearch* const search = current();
    if (search == nullptr || !m_change->isEnabled())
        return;
    auto* dialog = new SearchDialog(m_console, {}, {}, *search, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchDialog::saved, &m_list, &SearchList::reload);
    dialog->open();
}

void SearchesDialog::remove()
{
    const journal::SavedSearch* const search = current();
    if (search == nullptr)
        return;
    const QString name = toQString(search->name);
    askConfirmation(
        this, u"searches.delete"_s,
        {tr("Delete %1?").arg(name),
         search->shared ? tr("Nobody has it any more. The events stay.") : tr("The events that it finds stay."), tr("Delete"),
         true},
        [this, id = search->id.text()] {
            m_failure->hide();
            m_console.run(
                this, [id](Services& services, const access::Actor& actor) { return services.savedSearches.remove(actor, id); },
                [this](const Result<void>& gone) {
                    if (!gone && gone.error().code != ErrorCode::NotFound)
                        m_failure->showError(gone.error());
                    m_list.reload();
                });
        });
}

} // namespace sallyport::ui
