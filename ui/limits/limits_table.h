#pragma once

#include "ui/tables/data_table.h"

namespace sallyport::ui {

class LimitsModel;

/// The rules with a painted bar each, and heads of sections from edge to edge that can't be chosen.
class LimitsTable final : public DataTable {
    Q_OBJECT

public:
    LimitsTable(const QString& objectName, LimitsModel* model, QWidget* parent = nullptr);

    /// Chooses the rule's row, or the first of all.
    void selectRule(int row);

Q_SIGNALS:
    /// Another rule is the chosen one, -1: none.
    void ruleChanged(int row);
    /// Enter, a click or a double click on a rule.
    void ruleOpened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrangeSections();
    /// The row itself, or that of the first rule below a section's head.
    int ruleRow(int row) const;

    LimitsModel* m_limits;
    QAbstractItemDelegate* m_sections;
    QList<int> m_heads;
};

} // namespace sallyport::ui
