#pragma once

#include "ui/look/tokens.h"

#include <QWidget>

class QLabel;

namespace sallyport::ui {

/// A thin bar of which a share is filled; with steps it is cut into equal pieces.
class MeterBar final : public QWidget {
    Q_OBJECT

public:
    explicit MeterBar(const QString& objectName, QWidget* parent = nullptr);
    /// `share` 0 to 1.
    void setShare(double share, Token fill = Token::Accent);
    double share() const { return m_share; }
    /// `filled` of `of` pieces.
    void setSteps(int filled, int of, Token fill);
    QSize sizeHint() const override { return {76, 6}; }
    QSize minimumSizeHint() const override { return {24, 4}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
    int m_steps = 0;
    Token m_fill = Token::Accent;
};

/// How hard a password is to guess, 0 to 4, in a bar of four pieces and a word.
class StrengthMeter final : public QWidget {
    Q_OBJECT

public:
    explicit StrengthMeter(const QString& objectName, QWidget* parent = nullptr);
    /// -1: nothing typed yet. `advice` replaces the word where there is something better to say.
    void setScore(int score, const QString& advice = {});
    int score() const { return m_score; }

private:
    void showWord();

    MeterBar* m_bar;
    QLabel* m_word;
    QString m_advice;
    int m_score = -1;
};

} // namespace sallyport::ui
