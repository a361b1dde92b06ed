#pragma once

#include "ui/parts/query_model.h"

#include "backend/protection/lists/address_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The block and allow lists with their bans: pages of 200 from AddressRules::list, by offset.
class BansModel final : public QueryModel<protection::AddressRule, protection::AddressRuleQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Address, Kind, Reason, By, Place, Step, Hits, LastHit, Ends, ColumnCount };
    /// Which of them.
    enum class Show { All, Banned, Blocked, Allowed };

    explicit BansModel(Console& console, QObject* parent = nullptr);

    Show shown() const { return m_shown; }
    void show(Show which);
    bool isFiltered() const { return m_shown != Show::All || !query().text.empty(); }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    static QList<Column> columns();

protected:
    bool same(const protection::AddressRuleQuery& a, const protection::AddressRuleQuery& b) const override;
    QVariant cell(const protection::AddressRule& rule, int column, int role) const override;

private:
    Show m_shown = Show::All;
};

} // namespace sallyport::ui
