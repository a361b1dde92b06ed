#pragma once

#include "backend/identity/passwords/password_cost.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Console;
class LongWork;
class ProgressRow;

/// `Measure this machine`: which parameters of Argon2id it manages within a quarter of a second. Takes some seconds on a worker,
/// shows how far it is, can be cancelled, and offers what it found.
class MeasureBox final : public QWidget {
    Q_OBJECT

public:
    explicit MeasureBox(Console& console, QWidget* parent = nullptr);

    void measure();
    bool isRunning() const;

Q_SIGNALS:
    /// The operator wants what was found.
    void chosen(const sallyport::crypto::PasswordCost& cost);

private:
    void setTexts();
    void take(const Result<identity::CostMeasurement>& measured);
    void showResult();
    void showProgress();

    Console& m_console;
    LongWork* m_work;
    QPushButton* m_start;
    ProgressRow* m_progress;
    QLabel* m_text;
    QPushButton* m_use;
    std::optional<identity::CostMeasurement> m_measured;
    std::optional<Error> m_error;
};

} // namespace sallyport::ui
