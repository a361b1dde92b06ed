#pragma once

#include "ui/parts/query_model.h"

#include "backend/alerts/alert_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What of the rules is shown.
struct AlertRulesQuery {
    std::string text;
    bool onlyOn = false;
    std::uint32_t limit = 200;
    std::uint64_t offset = 0;
};

/// The alert rules, by name: few enough that all are asked for, and the window leaves out what is not looked for.
class AlertRulesModel final : public QueryModel<alerts::AlertRule, AlertRulesQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, State, Severity, Sentence, Actions, ColumnCount };

    explicit AlertRulesModel(Console& console, QObject* parent = nullptr);

    bool isFiltered() const { return query().onlyOn || !query().text.empty(); }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

protected:
    bool same(const AlertRulesQuery& a, const AlertRulesQuery& b) const override;
    QVariant cell(const alerts::AlertRule& rule, int column, int role) const override;
};

} // namespace sallyport::ui
