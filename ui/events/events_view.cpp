// EventsPanel: how the list is looked at, and searches that are kept.
#include "ui/console/permit.h"
#include "ui/events/colours_dialog.h"
#include "ui/events/columns_dialog.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/events/filter_line.h"
#include "ui/events/search_dialog.h"
#include "ui/events/search_list.h"
#include "ui/events/searches_dialog.h"
#include "ui/events/top_view.h"
#include "ui/widgets/side_splitter.h"
#include "ui/words/text_helpers.h"

#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include <utility>

namespace sallyport::ui {
namespace {

const auto topKey = QStringLiteral("events.top");

/// The ids of the columns in sight, in their order.
QStringList shownColumns(const DataTable& table)
{
    const QStringList chosen = table.chosenColumns();
    QStringList shown;
    for (const QString& id : table.columnOrder())
        if (chosen.contains(id))
            shown << id;
    return shown;
}

} // namespace

void EventsPanel::connectView()
{
    connect(m_view, &QPushButton::clicked, this, &EventsPanel::openView);
    connect(m_filter, &FilterLine::saveRequested, this, &EventsPanel::saveSearch);
    connect(m_filter, &FilterLine::manageRequested, this, &EventsPanel::manageSearches);
    connect(m_filter, &FilterLine::searchChosen, this, &EventsPanel::showSearch);
    connect(m_searches, &SearchList::changed, this, [this] { m_filter->setSearches(m_searches->searches()); });
    connect(&m_colours, &ColourRules::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_top, &TopView::closeRequested, this, [this] { setTopShown(false); });
    connect(m_top, &TopView::termChosen, this, [this](const QString& key, const QString& value) {
        m_filter->setText(withTerm(m_filter->text(), key, value));
        m_history.use(m_filter->text());
    });
    auto* save = new QShortcut(QKeySequence::Save, this);
    connect(save, &QShortcut::activated, this, &EventsPanel::saveSearch);
    if (m_preferences.read && m_preferences.read(topKey) == u"shown")
        setTopShown(true);
}

void EventsPanel::openView()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("events.view.menu"));
    const auto open = [this](DialogFrame* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::finished, this, [this] { m_view->setFocus(); });
        dialog->open();
    };
    connect(menu->addAction(tr("Columns…")), &QAction::triggered, this,
            [this, open] { open(new ColumnsDialog(*m_table, window())); });
    connect(menu->addAction(tr("Colour rules…")), &QAction::triggered, this,
            [this, open] { open(new ColoursDialog(m_colours, window())); });
    menu->addSeparator();
    QAction* const compact = menu->addAction(tr("Compact rows"));
    compact->setCheckable(true);
    compact->setChecked(m_table->isCompact());
    connect(compact, &QAction::toggled, m_table, &DataTable::setCompact);
    QAction* const top = menu->addAction(tr("Top lists"));
    top->setCheckable(true);
    top->setChecked(m_topShown);
    connect(top, &QAction::toggled, this, &EventsPanel::setTopShown);
    menu->popup(m_view->mapToGlobal(QPoint(0, m_view->height() + 4)));
}

void EventsPanel::setTopShown(bool shown)
{
    if (m_topShown == shown)
        return;
    m_topShown = shown;
    if (m_preferences.write)
        m_preferences.write(topKey, shown ? QStringLiteral("shown") : QString());
    if (shown) {
        if (m_queryOpen)
            m_top->setQuery(m_model->query());
        if (!isReading()) {
            m_pane->setCurrentWidget(m_top);
            m_splitter->openPane();
        }
    } else if (!isReading()) {
        m_splitter->closePane();
    }
}

void EventsPanel::readSearches()
{
    if (std::exchange(m_searchesRead, true))
        return;
    keepOldSaved();
    m_searches->reload();
}

/// What an earlier version kept beside the program goes into the vault, under its own text.
void EventsPanel::keepOldSaved()
{
    constexpr qsizetype longest = 60;
    for (const QString& filter : m_history.takeOldSaved()) {
        journal::NewSearch wanted{toUtf8(filter.left(longest)), toUtf8(filter), {}, false};
        console().run(
            this, [wanted](Services& services, const access::Actor& actor) { return services.savedSearches.save(actor, wanted); },
            [this](const Result<journal::SavedSearch>& kept) {
                if (kept)
                    m_searches->reload();
            });
    }
}

void EventsPanel::saveSearch()
{
    if (m_filter->text().trimmed().isEmpty() || !m_filter->mistake().isEmpty())
        return;
    auto* dialog = new SearchDialog(console(), m_filter->text().simplified(), shownColumns(*m_table), std::nullopt, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchDialog::saved, m_searches, &SearchList::reload);
    dialog->open();
}

void EventsPanel::manageSearches()
{
    m_searches->reload();
    auto* dialog = new SearchesDialog(console(), *m_searches, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchesDialog::chosen, this, &EventsPanel::showSearch);
    dialog->open();
}

void EventsPanel::showSearch(const QString& id)
{
    const journal::SavedSearch* const search = m_searches->find(toUtf8(id));
    if (search == nullptr)
        return;
    if (!search->columns.empty()) {
        QStringList columns;
        for (const std::string& column : search->columns)
            columns << toQString(column);
        m_table->setChosenColumns(columns);
        m_table->setColumnOrder(columns);
    }
    m_filter->setText(toQString(search->filter));
    m_table->setFocus();
}

} // namespace sallyport::ui
