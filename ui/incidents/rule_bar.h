#pragma once

#include <QDate>
#include <QList>
#include <QWidget>

namespace sallyport::ui {

/// How far an incident is over the number at which its rule fires: a bar with a tick, the numbers beside and below it.
class RuleBar final : public QWidget {
    Q_OBJECT

public:
    explicit RuleBar(const QString& objectName, QWidget* parent = nullptr);
    void setNumbers(qint64 reached, qint64 threshold);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qint64 m_reached = 0, m_threshold = 1;
};

/// On which of some days a rule would have fired: a mark for each time above the day's short name, a dash where it didn't.
class FiringDays final : public QWidget {
    Q_OBJECT

public:
    struct Day {
        QDate date;
        int times = 0;
    };

    explicit FiringDays(const QString& objectName, QWidget* parent = nullptr);
    void setDays(const QList<Day>& days);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Day> m_days;
};

} // namespace sallyport::ui
