#pragma once

#include "ui/access_policies/replay_run.h"
#include "ui/look/surface.h"
#include "ui/tables/table_cells.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class Banner;
class Console;
class DataTable;
class ElideLabel;
class FilterChip;
class Pill;
class PolicyDraft;
class ProgressRow;
class SegmentedControl;

/// What would flip: who, what, how often, in one of three groupings.
class ReplayModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class By { Person, Route, Record };
    enum ColumnIndex { Change, Name, What, Times, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setFound(const ReplayFound& found, By by);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

private:
    struct Row {
        bool allows = false;
        QString name, what;
        std::int64_t times = 0;
    };
    std::vector<Row> m_rows;
    By m_by = By::Person;
};

/// Runs a draft over the recorded decisions of a period and lists what would flip, before anything changes.
class ReplayView final : public Surface {
    Q_OBJECT

public:
    ReplayView(Console& console, PolicyDraft* draft, QWidget* parent = nullptr);

    void run();
    /// `14 of 18,204 decisions of the last 7 days would change`; empty unless this very draft was replayed.
    QString summary() const;
    bool isRunning() const { return m_work.isRunning(); }
    ReplayModel* model() const { return m_model; }

private:
    void setTexts();
    void showState();

    Console& m_console;
    PolicyDraft* m_draft;
    WatchedWork m_work;
    ReplayModel* m_model;
    ElideLabel* m_title;
    ElideLabel* m_note;
    Pill* m_pill;
    SegmentedControl* m_by;
    FilterChip* m_period;
    QPushButton* m_run;
    QStackedWidget* m_pages;
    ElideLabel* m_words;
    ProgressRow* m_progress;
    Banner* m_failure;
    DataTable* m_table;
    std::optional<ReplayFound> m_found;
    std::optional<Error> m_error;
    int m_days = 7;         ///< that were replayed
    bool m_changed = false; ///< the draft, since then
};

} // namespace sallyport::ui
