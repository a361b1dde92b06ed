#pragma once

#include "ui/parts/query_model.h"

#include "backend/authorization/access_review.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Who has what: pages of 200 from AccessReview::list, by offset.
class AccessModel final : public QueryModel<authorization::HeldAccess, authorization::AccessReviewQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Who, Has, Way, Since, By, Ends, Used, ColumnCount };
    /// Which of them.
    enum class Show { All, Keys, Unused, Ending };
    static constexpr int unusedDays = 90, endingDays = 30;

    explicit AccessModel(Console& console, QObject* parent = nullptr);

    Show shown() const { return m_shown; }
    void show(Show which);
    bool isFiltered() const;
    /// What the last answer has left out, for want of a permission.
    bool withKeys() const { return m_withKeys; }
    bool withAccounts() const { return m_withAccounts; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// The columns with their widths, for DataTable::setColumns; by the last use is sorted for who may know of it.
    static QList<Column> columns(bool mayKnowUse);

Q_SIGNALS:
    void answered();

protected:
    bool same(const authorization::AccessReviewQuery& a, const authorization::AccessReviewQuery& b) const override;
    QVariant cell(const authorization::HeldAccess& held, int column, int role) const override;

private:
    Show m_shown = Show::All;
    bool m_withKeys = true, m_withAccounts = true;
};

} // namespace sallyport::ui
