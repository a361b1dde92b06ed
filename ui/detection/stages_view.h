#pragma once

#include <QWidget>

#include <vector>

#include "backend/protection/detection/detector.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The way of a value through the decoders, a stage a row: what the stage changed has the warning tint, what matched the danger
/// tint.
class StagesView final : public QWidget {
    Q_OBJECT

public:
    explicit StagesView(QWidget* parent = nullptr);
    /// `what` is the rule that matched; empty: none did.
    void setValue(const protection::detection::ValueExplanation& value, const QString& what);
    int rows() const { return static_cast<int>(m_value.stages.size()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    int wordsWidth() const;
    QString noteOf(const protection::detection::Stage& stage) const;
    void paintRow(QPainter& painter, int row) const;
    void paintText(QPainter& painter, const QRect& rect, const protection::detection::Stage& stage) const;

    protection::detection::ValueExplanation m_value;
    QString m_what;
};

/// A token of the grammar with what it does and what it adds.
class TokenBox final : public QWidget {
    Q_OBJECT

public:
    explicit TokenBox(const protection::detection::Token& token, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text, m_role, m_points;
    bool m_counts = false;
};

/// The points of the tokens one behind the other, with a tick where the threshold is.
class ScoreBar final : public QWidget {
    Q_OBJECT

public:
    explicit ScoreBar(QWidget* parent = nullptr);
    void setScore(const std::vector<std::uint32_t>& points, std::uint32_t score, std::uint32_t threshold);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<std::uint32_t> m_points;
    std::uint32_t m_score = 0, m_threshold = 5;
};

} // namespace sallyport::ui
