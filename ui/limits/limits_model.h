#pragma once

#include <QAbstractTableModel>

#include <optional>
#include <vector>

#include "backend/protection/limits/rate_limits.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "ui/tables/table_cells.h"

namespace sallyport::ui {

/// The rules in two sections: the classes, then the own ones. A few dozen at most, all held.
class LimitsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Rule, Limit, Used, Subject, Counting, Mode, Refused, ColumnCount };
    /// Which of them.
    enum class Show { All, Observed, Refusing };
    /// What a model says beside CellRole.
    enum Role {
        UsedShareRole = Qt::UserRole + 1300, ///< double: how much of the limit the hottest has used
        UsedMarkRole,                        ///< double: p95 on the same scale, below zero if there is none
        FullRole,                            ///< bool: the limit is reached
        SectionNoteRole                      ///< QString: at the end of a section's head
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRules(std::vector<protection::RateRule> rules);
    /// One of them was changed.
    void takeRule(const protection::RateRule& rule);
    void setFilter(const QString& text);
    void setShown(Show which);
    bool isFiltered() const { return m_show != Show::All || !m_filter.isEmpty(); }
    /// How many rules there are, of all and of each choice.
    int count(Show which) const;
    bool hasRules() const { return !m_rules.empty(); }

    bool isSection(int row) const;
    /// The rule in that row, nullptr for a section's head.
    const protection::RateRule* ruleAt(int row) const;
    int rowOf(const std::string& id) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    static QList<Column> columns();

private:
    static bool isShown(const protection::RateRule& rule, Show which);
    std::vector<int> arranged() const;
    void arrange();
    QVariant sectionData(int row, int column, int role) const;
    QVariant ruleData(const protection::RateRule& rule, int column, int role) const;
    QVariant usedData(const protection::RateRule& rule, int role) const;

    std::vector<protection::RateRule> m_rules;
    std::vector<int> m_rows; ///< places in m_rules; below zero: a section's head
    QString m_filter;
    Show m_show = Show::All;
};

} // namespace sallyport::ui
