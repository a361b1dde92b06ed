#pragma once

#include "ui/parts/query_model.h"

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What was hit, the newest first: pages of 200 from DetectionRules::hits, by offset.
class HitsModel final : public QueryModel<protection::DetectionHit, protection::HitQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { When, Who, Place, Score, ColumnCount };

    explicit HitsModel(Console& console, QObject* parent = nullptr);
    void showClass(std::optional<protection::detection::AttackClass> attackClass);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

protected:
    bool same(const protection::HitQuery& a, const protection::HitQuery& b) const override;
    QVariant cell(const protection::DetectionHit& hit, int column, int role) const override;
};

} // namespace sallyport::ui
