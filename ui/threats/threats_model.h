#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "backend/protection/threats/threats.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "ui/parts/runs_label.h"
#include "ui/tables/table_cells.h"

namespace sallyport::ui {

class Console;

/// Addresses with a score, highest first: the first hundreds, all held.
class ThreatsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Address, Hour, Score, Signals, ColumnCount };

    explicit ThreatsModel(Console& console, QObject* parent = nullptr);

    void setRows(std::vector<protection::ThreatAddress> rows);
    /// From which score on an address is marked; the score of who comes near it, too.
    void setThreshold(int threshold);
    int threshold() const { return m_threshold; }
    const protection::ThreatAddress* rowAt(int row) const;
    int rowOf(const QString& address) const;
    void retranslate();

    /// The second line of an address: banned until when, who signs in from there, since when it is known.
    Run noteOf(const protection::ThreatAddress& row) const;
    /// How a score looks: beyond the threshold, near it, or neither.
    Tone toneOf(const protection::ThreatAddress& row) const;
    /// What adds up to the score, in words: `+40 failed sign-ins 12   +30 frequency 61 in 60 s`.
    static QList<Run> wordsOf(const protection::ThreatAddress& row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    static QList<Column> columns();

private:
    QString told(const protection::ThreatAddress& row, int column) const;

    Console& m_console;
    std::vector<protection::ThreatAddress> m_rows;
    int m_threshold = 80;
};

} // namespace sallyport::ui
