#pragma once

#include "ui/tables/virtual_table_model.h"

#include "backend/outputs/destinations.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// The destinations of events as the list shows them, by name. There are at most 16, so all of them come at once.
class OutputsModel final : public VirtualTableModel<outputs::Destination> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, Kind, Target, Sent, Waiting, LastSent, State, ColumnCount };

    explicit OutputsModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    const QString& filter() const { return m_filter; }
    /// Part of a name or of a target, in any case.
    void setFilter(const QString& text);

protected:
    QVariant cell(const outputs::Destination& destination, int column, int role) const override;

private:
    Console& m_console;
    QString m_filter;
};

} // namespace sallyport::ui
