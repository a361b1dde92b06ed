#pragma once

#include "ui/parts/query_model.h"

#include "backend/alerts/incidents.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Incidents, the one with the newest event first: pages of 200 by offset.
class IncidentsModel final : public QueryModel<alerts::Incident, alerts::IncidentQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { State, Rule, Group, Count, Assignee, Last, ColumnCount };
    /// Which of them.
    enum class Show { Open, Mine, Closed, All };

    explicit IncidentsModel(Console& console, QObject* parent = nullptr);

    Show shown() const { return m_shown; }
    void show(Show which);
    bool isFiltered() const { return m_shown != Show::Open || !query().text.empty(); }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

protected:
    bool same(const alerts::IncidentQuery& a, const alerts::IncidentQuery& b) const override;
    QVariant cell(const alerts::Incident& incident, int column, int role) const override;

private:
    Show m_shown = Show::Open;
};

} // namespace sallyport::ui
