#pragma once

#include "ui/look/icons.h"
#include "ui/tables/table_cells.h"

#include <QWidget>

#include <functional>

class QMenu;
class QPushButton;
class QStackedWidget;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class DataTable;
class EmptyState;
class FilterBar;
class ListSelection;
class PagedModel;
class PageHeader;
class SideSplitter;
class StateStack;
class Toast;

/// What a list is made of.
struct ListParts {
    QString name; ///< `users`: its parts are `users.filter`, `users.table`, `users.list.empty`, `users.clear_filters`
    PagedModel* model = nullptr;
    QList<Column> columns;
    Icon icon = Icon::None; ///< what stands over the text while the list is empty
    int sortedColumn = 0;   ///< as the model's rows stand at first
    Qt::SortOrder order = Qt::AscendingOrder;
    bool oneRow = false;            ///< no more than one row can be selected
    std::function<bool()> filtered; ///< does the model leave rows out? Asked whenever that is shown
};

/// What a list says; all but `safe` is set again when the language changes.
struct ListTexts {
    QString placeholder; ///< of the filter field: `Filter users`
    QString filter;      ///< the same for who hears it: `Filter users by name or e-mail`
    QString table;       ///< the table's accessible name
    QString clear;       ///< the button that takes the filters away: `Clear filters`
    QString loading;
    QString safe; ///< what is not in danger when the list can't be read
};

/// A list as panels show it: the filter bar, below it the table, and in the table's place what is to be said while it loads, is
/// empty or could not be read; beside it, if the panel has one, the pane of the highlighted row, in whose place several rows have
/// one of their own. It keeps the header's count, sorts, opens and closes the pane and knows the keys that lists share (Ctrl+F,
/// Delete, Escape). What the rows are is the panel's affair.
class ListPanel final : public QWidget {
    Q_OBJECT

public:
    /// `host` is the panel, in all of which the keys work; `header` and `toast` are the panel's.
    ListPanel(ListParts parts, PageHeader* header, Toast* toast, QWidget* host);

    FilterBar* filter() const { return m_filter; }
    DataTable* table() const { return m_table; }
    StateStack* states() const { return m_states; }
    EmptyState* empty() const;

    void setTexts(const ListTexts& texts);
    /// The pane of a row, closed at first; `splitter` is its name. From now on rows are opened (rowOpened). `several` is what
    /// stands in its place while more than one row is highlighted: what can be done to all of them.
    void setPane(const QString& splitter, QWidget* pane, QWidget* several = nullptr);
    /// What adds a row, in the header: while there is none the same stands under what the empty list says, as the filled button.
    void setAdd(QPushButton* add, Icon icon = Icon::Plus);
    /// A button at the end of the bar with which the operator chooses columns.
    void addColumnsButton(const QString& name);

    /// Asks the model for something else: `edit` changes its question. The rows that are highlighted will be again if they are
    /// among those that come.
    void change(const std::function<void()>& edit);
    /// Loads everything anew and says so meanwhile.
    void load();
    /// Shows what the model has: the count, and the rows or what stands in their place.
    void showState();
    /// How many rows there are without filters; the header then says `3 of 40`. Below zero: not known.
    void setAll(qint64 all) { m_all = all; }
    /// There are more rows than were counted: the header says `about`.
    void setAbout(bool about) { m_about = about; }

    /// The one row that is selected, else -1.
    int currentRow() const;
    /// Highlights the row of what has this id, once it is there, and wherever in the list it is; filters that hide it go.
    void reveal(const QString& id);
    void openPane();
    /// Closes it; the focus goes to the table if it was in the pane.
    void closePane();

Q_SIGNALS:
    /// The operator searches for this text.
    void searched(const QString& text);
    /// The filters are to go; the field has been emptied already, and `searched` follows.
    void filtersCleared();
    /// A row is to be shown in the pane: it was clicked or Enter pressed on it, or it became the highlighted one while the pane
    /// is open.
    void rowOpened(int row);
    /// So many rows are highlighted now, more than one.
    void severalSelected(int count);
    /// Delete was pressed in the table.
    void removalRequested();
    /// What can be done to the row under the pointer, -1 for none. A menu that stays empty isn't shown.
    void menuWanted(QMenu* menu, int row);
    /// What the list shows may have changed; texts of the empty state are set now.
    void shown();
    void paneClosed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const ListParts& parts);
    void connectParts();
    void showCount(bool filtered);
    void showError(const Error& error);
    void showMenu(const QPoint& at);
    void showAdd(bool empty);
    void clearFilters();
    void takeAwayFilters();
    void follow();

    QString m_name;
    PagedModel* m_model;
    std::function<bool()> m_filtered;
    QPushButton* m_add = nullptr;
    QPushButton* m_addFirst = nullptr;
    PageHeader* m_header;
    Toast* m_toast;
    QWidget* m_list; ///< bar and rows, which the pane stands beside
    FilterBar* m_filter = nullptr;
    DataTable* m_table = nullptr;
    ListSelection* m_selection = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_columns = nullptr;
    SideSplitter* m_splitter = nullptr;
    QStackedWidget* m_beside = nullptr; ///< what the splitter has beside the list
    QWidget* m_pane = nullptr;
    QWidget* m_several = nullptr;
    bool m_openedForSeveral = false;
    QString m_safe;
    qint64 m_all = -1;
    bool m_about = false;
    bool m_failed = false; ///< its error stands in the table's place
};

} // namespace sallyport::ui
