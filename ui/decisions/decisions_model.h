#pragma once

#include "ui/parts/query_model.h"

#include "backend/authorization/decision_log.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What was decided, the newest first: pages of 200 from DecisionLog::list, by offset.
class DecisionsModel final : public QueryModel<authorization::RecordedDecision, authorization::DecisionQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Outcome, Who, What, On, Why, When, ColumnCount };
    /// Which of them.
    enum class Show { All, Refused, Allowed, Observed };

    explicit DecisionsModel(Console& console, QObject* parent = nullptr);

    Show shown() const { return m_shown; }
    void show(Show which);
    bool isFiltered() const { return !query().text.empty() || m_shown != Show::All; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The columns with their widths, for DataTable::setColumns.
    static QList<Column> columns();

protected:
    bool same(const authorization::DecisionQuery& a, const authorization::DecisionQuery& b) const override;
    QVariant cell(const authorization::RecordedDecision& decision, int column, int role) const override;

private:
    Show m_shown = Show::All;
};

} // namespace sallyport::ui
