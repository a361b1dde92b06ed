#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "backend/protection/lists/address_rule.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "ui/tables/table_cells.h"

namespace sallyport::ui {

class Console;

/// The newest bans and blocks below the scores; all of them stand in Bans.
class BanRows final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Address, Reason, By, Step, Ends, ColumnCount };

    explicit BanRows(Console& console, QObject* parent = nullptr);

    void setRules(std::vector<protection::AddressRule> rules);
    const protection::AddressRule* ruleAt(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    static QList<Column> columns();

private:
    Console& m_console;
    std::vector<protection::AddressRule> m_rules;
};

} // namespace sallyport::ui
