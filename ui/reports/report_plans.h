#pragma once

#include "backend/reports/report.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class Banner;
class Console;
class StateStack;

/// Reports that are made again and again: what, when, and how the last time went.
class ReportPlans final : public QWidget {
    Q_OBJECT

public:
    /// `draft` says what the form above holds now: a new plan begins with it.
    ReportPlans(Console& console, std::function<reports::PlanFields()> draft, QWidget* parent = nullptr);
    void refresh();
    const std::vector<reports::Plan>& plans() const { return m_plans; }
    void create(const reports::PlanFields& fields);

Q_SIGNALS:
    void changed();
    /// plans() are those that there are now.
    void loaded();

private:
    void setTexts();
    void showRows();
    void addRow(const reports::Plan& plan);
    void ask();
    void told(const QString& title, const Result<void>& done);

    Console& m_console;
    const std::function<reports::PlanFields()> m_draft;
    QLabel* m_title;
    QPushButton* m_add;
    StateStack* m_states;
    QVBoxLayout* m_rows;
    Banner* m_problem;
    std::vector<reports::Plan> m_plans;
};

} // namespace sallyport::ui
