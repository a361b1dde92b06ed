#pragma once

#include "ui/console/panel.h"

#include "backend/services/drills.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;

namespace sallyport::ui {

class Banner;
class DataTable;
class DrillModel;
class FilterBar;
class PageHeader;
class ProgressRow;
class StateStack;
class Surface;
class WatchedWork;

/// Attacks a copy of this server with its settings and shows what was caught, what came through and which honest requests
/// were refused; each row leads to the setting that decides.
class DrillPanel final : public Panel {
    Q_OBJECT

public:
    explicit DrillPanel(Console& console, QWidget* parent = nullptr);
    ~DrillPanel() override;

    DrillModel* model() const { return m_model; }

private:
    void build();
    void connectParts();
    void setTexts();
    void load();
    void run();
    void take(const Result<DrillReport>& report);
    void showState();
    void showReport();
    void openSetting(int row);

    DrillModel* m_model;
    WatchedWork* m_work;
    bool m_loaded = false; ///< what there is of earlier drills is known
    PageHeader* m_header;
    QPushButton* m_run = nullptr;
    Surface* m_progressBar = nullptr;
    ProgressRow* m_progress = nullptr;
    QWidget* m_bannerRoom = nullptr;
    Banner* m_banner = nullptr;
    FilterBar* m_filter = nullptr;
    DataTable* m_table = nullptr;
    StateStack* m_states = nullptr;
};

} // namespace sallyport::ui
