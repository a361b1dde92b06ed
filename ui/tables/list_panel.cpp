#include "ui/tables/list_panel.h"

#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_selection.h"
#include "ui/tables/paged_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout* columnIn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

ListPanel::ListPanel(ListParts parts, PageHeader* header, Toast* toast, QWidget* host)
    : QWidget(host), m_name(parts.name), m_model(parts.model), m_filtered(std::move(parts.filtered)), m_header(header),
      m_toast(toast), m_list(new QWidget(this))
{
    build(parts);
    connectParts();
    host->installEventFilter(this);
    onKeys(host, QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
}

void ListPanel::build(const ListParts& parts)
{
    columnIn(this)->addWidget(m_list);
    m_filter = new FilterBar(m_name + u".filter"_s, m_list);
    m_table = new DataTable(m_name + u".table"_s, m_list);
    m_selection = new ListSelection(m_table, m_model, this);
    m_table->setModel(m_model);
    m_table->setColumns(parts.columns);
    if (parts.oneRow)
        m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    if (parts.sortedColumn >= 0 && !parts.columns.value(parts.sortedColumn).sortable)
        m_table->setFixedSort(parts.sortedColumn, parts.order); // as the rows come, and no other way
    else
        m_table->horizontalHeader()->setSortIndicator(parts.sortedColumn, parts.order);
    m_states = new StateStack(m_name + u".list"_s, m_table, m_list);
    m_states->empty()->setIcon(parts.icon);
    m_clear = makeButton(ButtonKind::Secondary, m_name + u".clear_filters"_s, m_states->empty());
    m_states->empty()->addAction(m_clear);
    auto* column = columnIn(m_list);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
}

void ListPanel::connectParts()
{
    connect(m_filter->field(), &FilterField::filterChanged, this,
            [this](const QString& text) { change([&] { Q_EMIT searched(text); }); });
    connect(m_clear, &QPushButton::clicked, this, &ListPanel::clearFilters);
    connect(m_table, &DataTable::sortChanged, this,
            [this](const QString& id, Qt::SortOrder order) { change([&] { m_model->sort(m_table->columnOf(id), order); }); });
    connect(m_model, &PagedModel::totalChanged, this, &ListPanel::showState);
    connect(m_model, &PagedModel::failed, this, &ListPanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, &ListPanel::load);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ListPanel::showMenu);
    connect(m_selection, &ListSelection::missing, this, [this](const QString& id) {
        if (!m_filtered())
            return;
        takeAwayFilters();
        m_selection->reveal(id);
    });
}

EmptyState* ListPanel::empty() const
{
    return m_states->empty();
}

void ListPanel::setTexts(const ListTexts& texts)
{
    m_filter->field()->setPlaceholderText(texts.placeholder);
    m_filter->field()->setAccessibleName(texts.filter);
    m_table->setAccessibleName(texts.table);
    m_clear->setText(texts.clear);
    m_states->loading()->setText(texts.loading);
    m_safe = texts.safe;
    showState();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
}

void ListPanel::setPane(const QString& splitter, QWidget* pane, QWidget* several)
{
    m_splitter = new SideSplitter(splitter, this);
    layout()->addWidget(m_splitter);
    m_beside = new QStackedWidget(m_splitter);
    m_pane = pane;
    m_several = several;
    m_beside->addWidget(pane);
    if (several)
        m_beside->addWidget(several);
    m_splitter->setParts(m_list, m_beside);
    if (const int width = pane->property(usualPaneWidth).toInt(); width > 0)
        m_splitter->setUsualWidth(width);
    connect(m_table, &DataTable::rowActivated, this, &ListPanel::rowOpened);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (m_selection->row() == index.row())
            Q_EMIT rowOpened(index.row());
    });
    connect(m_selection, &ListSelection::changed, this, &ListPanel::follow);
    connect(m_selection, &ListSelection::lost, this, &ListPanel::follow);
}

/// What stands beside the list is what is highlighted in it.
void ListPanel::follow()
{
    const int count = m_selection->count();
    if (count > 1 && m_several) {
        m_openedForSeveral = m_openedForSeveral || !m_splitter->isPaneOpen();
        m_beside->setCurrentWidget(m_several);
        m_splitter->openPane();
        Q_EMIT severalSelected(count);
        return;
    }
    const bool wasOpen = m_splitter->isPaneOpen() && !m_openedForSeveral;
    m_openedForSeveral = false;
    if (count == 1 && wasOpen) {
        m_beside->setCurrentWidget(m_pane);
        Q_EMIT rowOpened(m_selection->row());
    } else if (m_splitter->isPaneOpen()) {
        closePane();
    }
}

void ListPanel::addColumnsButton(const QString& name)
{
    m_columns = makeIconButton(Icon::Columns, name, m_filter);
    m_filter->addTool(m_columns);
    onRetranslate(m_columns, [this] { setIconButtonText(m_columns, tr("Columns")); });
    connect(m_columns, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(m_columns);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_table->fillColumnsMenu(menu);
        menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 4)));
    });
}

void ListPanel::change(const std::function<void()>& edit)
{
    m_selection->keepOver();
    m_failed = false;
    edit();
    m_selection->settle();
    showState();
}

void ListPanel::load()
{
    m_failed = false;
    m_states->showLoading();
    m_model->reload();
}

void ListPanel::showState()
{
    const bool filtered = m_filtered();
    m_clear->setVisible(filtered);
    showCount(filtered);
    showAdd(!filtered && m_model->hasAnswer() && m_model->rowCount() == 0);
    Q_EMIT shown();
    if (m_model->hasAnswer() && m_model->rowCount() > 0)
        m_states->showContent();
    else if (m_model->hasAnswer())
        m_states->showEmpty();
    else if (!m_failed)
        m_states->showLoading();
}

void ListPanel::setAdd(QPushButton* add, Icon icon)
{
    m_add = add;
    m_addFirst = makeButton(ButtonKind::Primary, m_name + u".add_first"_s, m_states->empty(), icon);
    m_states->empty()->addAction(m_addFirst);
    connect(m_addFirst, &QPushButton::clicked, add, [add] { add->click(); });
    showAdd(false);
}

void ListPanel::showAdd(bool empty)
{
    if (m_add == nullptr)
        return;
    m_addFirst->setVisible(empty);
    m_addFirst->setText(m_add->text());
    enableOr(m_addFirst, disabledReason(m_add));
    if (m_add->isEnabled())
        m_addFirst->setToolTip(m_add->toolTip());
    setButtonKind(m_add, empty ? ButtonKind::Secondary : ButtonKind::Primary); // one filled button a view
}

void ListPanel::showCount(bool filtered)
{
    if (!m_model->hasAnswer())
        return m_header->setCount({});
    const int rows = m_model->rowCount();
    if (m_about)
        return m_header->setCount(tr("about %L1").arg(rows));
    m_header->setCount(filtered && m_all >= 0 ? tr("%L1 of %L2").arg(rows).arg(m_all) : u"%L1"_s.arg(rows));
}

void ListPanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_failed = true;
    m_states->showError(error, m_safe);
    showState();
}

void ListPanel::showMenu(const QPoint& at)
{
    auto* menu = new QMenu(m_table);
    menu->setObjectName(m_name + u".menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuWanted(menu, m_table->rowAt(at.y()));
    if (menu->isEmpty())
        return delete menu;
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void ListPanel::takeAwayFilters()
{
    m_filter->field()->clear();
    change([this] {
        Q_EMIT filtersCleared();
        Q_EMIT searched({});
    });
}

void ListPanel::clearFilters()
{
    takeAwayFilters();
    m_filter->field()->setFocus();
}

int ListPanel::currentRow() const
{
    return m_selection->row();
}

void ListPanel::reveal(const QString& id)
{
    if (m_selection->subject() != id)
        m_selection->reveal(id);
}

void ListPanel::openPane()
{
    m_openedForSeveral = false;
    m_beside->setCurrentWidget(m_pane);
    m_splitter->openPane();
}

void ListPanel::closePane()
{
    // Who types in the filter goes on typing.
    const auto* focus = m_beside->window()->focusWidget();
    const bool inside = focus && m_beside->isAncestorOf(focus);
    m_openedForSeveral = false;
    m_splitter->closePane();
    m_beside->setCurrentWidget(m_pane);
    Q_EMIT paneClosed();
    if (inside)
        m_table->setFocus();
}

bool ListPanel::eventFilter(QObject* watched, QEvent* event)
{
    // What nobody in the panel took comes to the panel at last.
    if (event->type() == QEvent::KeyPress && watched == parentWidget()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && m_splitter && m_splitter->isPaneOpen()) {
            if (m_selection->count() > 1)
                m_table->clearSelection();
            else
                closePane();
            return true;
        }
        if (key == Qt::Key_Delete && m_table->hasFocus()) {
            Q_EMIT removalRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sallyport::ui
