#pragma once

#include "ui/console/panel.h"

class QHBoxLayout;

namespace sallyport::ui {

class ChainCard;
class KeptReports;
class PageHeader;
class RecentReports;
class ReportForm;
class ReportPlans;

/// Where a file goes and what opens it: the desktop's in the program, chosen in tests.
struct ReportHost {
    /// Asks for a file name and calls back with it, or not at all.
    std::function<void(QWidget* parent, const QString& suggested, const QString& nameFilter,
                       std::function<void(const QString& file)> chosen)>
        chooseFile;
    std::function<void(const QString& fileOrFolder)> open;

    /// File dialog and desktop of the system.
    static ReportHost desktop();
};

/// Reports: choose what about, a period, filter and format, look at it, create the file or keep it; plans; verify the chain; what
/// was exported before.
class ReportsPanel final : public Panel {
    Q_OBJECT

public:
    explicit ReportsPanel(Console& console, ReportHost host = ReportHost::desktop(), QWidget* parent = nullptr);

    /// `argument` is a filter as in Live events; its period is taken over.
    void activate(const QString& argument) override;
    void refresh() override;

    ReportForm* form() const { return m_form; }
    ChainCard* chain() const { return m_chain; }
    RecentReports* recent() const { return m_recent; }
    KeptReports* kept() const { return m_kept; }
    ReportPlans* plans() const { return m_plans; }

private:
    PageHeader* m_header;
    ReportForm* m_form;
    ChainCard* m_chain;
    RecentReports* m_recent;
    KeptReports* m_kept;
    ReportPlans* m_plans;
};

} // namespace sallyport::ui
