#pragma once

#include "backend/reports/report.h"
#include "ui/reports/reports_panel.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sallyport::ui {

class Banner;
class Console;
class StateStack;

/// The reports that lie in the vault: saved as files, or deleted.
class KeptReports final : public QWidget {
    Q_OBJECT

public:
    KeptReports(Console& console, ReportHost host, QWidget* parent = nullptr);
    void refresh();
    const std::vector<reports::MadeReport>& kept() const { return m_reports; }
    void save(const reports::MadeReport& report, const QString& file);
    void remove(const reports::MadeReport& report);

Q_SIGNALS:
    /// One was saved or deleted, or wasn't: the journal has a new entry.
    void changed();
    /// kept() are those that there are now.
    void loaded();

private:
    void setTexts();
    void showRows();
    void addRow(const reports::MadeReport& report);
    void tell(const QString& title, const QString& text);

    Console& m_console;
    ReportHost m_host;
    QLabel* m_title;
    StateStack* m_states;
    QVBoxLayout* m_rows;
    Banner* m_problem;
    std::vector<reports::MadeReport> m_reports;
};

} // namespace sallyport::ui
