#pragma once

#include "ui/roles/role_matrix_model.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QHeaderView;
class QItemSelectionModel;
class QTreeView;

namespace sallyport::ui {

/// The matrix: one model in two trees, of which the first, with the permission, the selected role and the compared one, stays
/// while the other is scrolled sideways. One current cell, one vertical place, one set of folded groups. Arrow keys walk through
/// both, Space asks for the cell's other state, letters lead to the next permission that begins like that.
class RoleMatrixView final : public QWidget {
    Q_OBJECT

public:
    RoleMatrixView(RoleMatrixModel* model, const QString& objectName, QWidget* parent = nullptr);
    ~RoleMatrixView() override;

    QTreeView* frozen() const { return m_frozen; }
    QTreeView* rest() const { return m_rest; }
    QModelIndex current() const;
    void setCurrent(const QModelIndex& index);
    /// After a word of the model's or the draft's: columns, widths and folded groups.
    void layOutColumns();

Q_SIGNALS:
    /// Space or a click on a cell of the selected role.
    void toggleRequested(int permission);
    /// The head of another role was clicked, or Enter pressed on it: its place in the table.
    void roleChosen(int place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QTreeView* makeTree(const QString& name);
    bool takeKey(QKeyEvent* event);
    void moveTo(int column, const QModelIndex& row);
    void moveRows(int rows);
    void showCurrent(const QModelIndex& index);
    void clickedAt(const QModelIndex& index);
    void foldAgain();
    void fold(const QModelIndex& group, bool folded);
    void searchFor(const QString& letter);

    RoleMatrixModel* m_model;
    QTreeView* m_frozen;
    QTreeView* m_rest;
    QWidget* m_below; ///< beside the bar that scrolls the rest sideways
    QItemSelectionModel* m_selection;
    QHash<QString, bool> m_folded; ///< by the group's title
    bool m_folding = false;
    QString m_searched;
    QTimer m_searchEnds;
    int m_lastPermission = -1, m_lastColumn = 0; ///< where the keyboard was
};

} // namespace sallyport::ui
