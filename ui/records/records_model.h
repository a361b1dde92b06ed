#pragma once

#include "ui/parts/query_model.h"

#include <QMap>
#include <QSet>

#include "backend/records/record.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The records that the operator may see, as the list shows them: pages of 200 from Records::list, by offset.
class RecordsModel final : public QueryModel<records::Record, records::RecordQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Title, Owner, Department, Classification, Files, Changed, ColumnCount };

    explicit RecordsModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By a click on the head.
    void sort(int column, Qt::SortOrder order) override;
    /// The columns with their widths, for DataTable::setColumns.
    static QList<Column> columns();

    /// Does the query leave records out?
    bool isFiltered() const;
    /// There are more than were counted.
    bool isAbout() const { return m_about; }
    /// What has come so far: departments, and owners by their ids. Filters offer them.
    const QSet<QString>& departments() const { return m_departments; }
    const QMap<QString, QString>& owners() const { return m_owners; }
    /// Somebody is called so, as was found out elsewhere.
    void noteOwner(const QString& id, const QString& name) { m_owners.insert(id, name); }

protected:
    bool same(const records::RecordQuery& a, const records::RecordQuery& b) const override;
    QVariant cell(const records::Record& record, int column, int role) const override;

private:
    void note(const std::vector<records::Record>& records);
    qlonglong filesOf(const records::Record& record) const;

    bool m_about = false;
    QMap<QString, qlonglong> m_files; ///< by the record's id, as far as the operator may see files
    bool m_filesKnown = false;
    QSet<QString> m_departments;
    QMap<QString, QString> m_owners;
};

} // namespace sallyport::ui
