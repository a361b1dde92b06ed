#pragma once

#include <QObject>

namespace sallyport::ui {

class DataTable;
class IncidentsModel;

/// Makes a table of incidents out of a plain one: rows of two lines, heads of groups from edge to edge that the keys pass over.
class IncidentList final : public QObject {
    Q_OBJECT

public:
    IncidentList(DataTable* table, IncidentsModel* model);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    /// The next row from `row` on, `step` by `step`, that is an incident; -1 if there is none.
    int incidentRow(int row, int step) const;

    DataTable* m_table;
    IncidentsModel* m_model;
};

} // namespace sallyport::ui
