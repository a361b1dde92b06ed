#pragma once

#include "ui/tables/table_cells.h"

#include <QAbstractTableModel>

#include <vector>

#include "backend/identity/leak_scan/leak_scan.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What a search for keys has found, the worst first; narrowed by a text.
class LeaksModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { State, Key, Owner, Place, Revoke, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    void setHits(std::vector<identity::LeakHit> hits);
    void search(const QString& text);
    const identity::LeakHit& hit(int row) const { return m_hits[m_shown[static_cast<std::size_t>(row)]]; }
    std::size_t count() const { return m_hits.size(); }
    /// Whether the operator may revoke keys at all; not, unless it is said.
    void setMayRevoke(bool may) { m_mayRevoke = may; }
    bool mayRevoke(int row) const { return m_mayRevoke && works(row); }
    /// True if the key opens, or signs.
    bool works(int row) const { return hit(row).worth == identity::LeakWorth::Works && hit(row).key; }
    /// These keys were revoked meanwhile.
    void markRevoked(const std::vector<KeyId>& keys);
    /// The headings again, in another language.
    void retranslate();

    /// `~/work/deploy.sh:12`, with the repository before it.
    static QString placeText(const identity::LeakHit& hit);

private:
    void show();

    std::vector<identity::LeakHit> m_hits;
    std::vector<std::size_t> m_shown;
    QString m_text;
    bool m_mayRevoke = false;
};

} // namespace sallyport::ui
