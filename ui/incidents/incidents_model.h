#pragma once

#include "ui/parts/query_model.h"

#include "backend/alerts/incidents.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// One row of the list: an incident, or the head of the group that begins there.
struct IncidentRow {
    alerts::IncidentState group = alerts::IncidentState::Open;
    std::optional<alerts::Incident> incident; ///< nothing: a head
    std::int64_t total = 0;                   ///< of a head: how many stand below it
};

/// Incidents in groups: new ones, those that somebody has acknowledged, closed ones; in each the one with the newest event
/// first. Pages of 200 by offset, heads counted, over three questions to the service.
class IncidentsModel final : public QueryModel<IncidentRow, alerts::IncidentQuery> {
    Q_OBJECT

public:
    /// Which of them.
    enum class Show { All, Open, Mine };

    explicit IncidentsModel(Console& console, QObject* parent = nullptr);

    Show shown() const { return m_shown; }
    void show(Show which);
    bool isFiltered() const { return m_shown != Show::All || !query().text.empty(); }

    /// The incident in that row; nullptr for a head, and while it is not loaded.
    const alerts::Incident* incidentAt(int row) const;
    bool isHead(int row) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    static QList<Column> columns();

    /// The two lines of a row, for who draws them; `accounts`: with how many there were beside the events.
    static QString about(const alerts::Incident& incident, bool accounts);
    static QString with(const alerts::Incident& incident);
    QString when(const alerts::Incident& incident) const;

protected:
    bool same(const alerts::IncidentQuery& a, const alerts::IncidentQuery& b) const override;
    QVariant cell(const IncidentRow& row, int column, int role) const override;

private:
    QString spoken(const alerts::Incident& incident) const;

    Show m_shown = Show::All;
};

} // namespace sallyport::ui
