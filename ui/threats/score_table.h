#pragma once

#include "ui/tables/data_table.h"

namespace sallyport::ui {

class ScoreHeader;
class ScoreRuler;
class ThreatsModel;

/// The addresses with their scores: rows of two lines, bars under a ruler, and through all of them the line of the threshold.
class ScoreTable final : public DataTable {
    Q_OBJECT

public:
    ScoreTable(const QString& objectName, ThreatsModel* model, QWidget* parent = nullptr);

    ScoreRuler* ruler() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLine(QPainter* painter, int score, bool inForce) const;

    ThreatsModel* m_threats;
    ScoreHeader* m_head;
};

} // namespace sallyport::ui
