#pragma once

#include "ui/console/panel.h"

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;
class QSplitter;

namespace sallyport::ui {

class ClassesModel;
class DataTable;
class HitPane;
class PageHeader;
class SegmentedControl;
class StateStack;
class TesterView;
class Toast;

/// The intrusion detector: classes with their hits and modes, the tester, and the hits with what can be done about them.
class DetectionPanel final : public Panel {
    Q_OBJECT

public:
    explicit DetectionPanel(Console& console, QWidget* parent = nullptr);
    ~DetectionPanel() override;

    /// With the id of a hit: shows it.
    void activate(const QString& argument) override;
    void refresh() override;

    ClassesModel* classes() const { return m_classes; }
    DataTable* table() const { return m_table; }
    TesterView* tester() const { return m_tester; }
    HitPane* hits() const { return m_hits; }
    StateStack* states() const { return m_states; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void setTexts();
    void load();
    void showOverview();
    void fillModes(QMenu* menu, int row);
    void openModes(int row);
    void setMode(const std::string& id, settings::ControlMode mode);

    PageHeader* m_header;
    Toast* m_toast;
    QPushButton *m_dryRun, *m_add;
    QSplitter* m_splitter = nullptr;
    SegmentedControl* m_which = nullptr;
    ClassesModel* m_classes;
    DataTable* m_table = nullptr;
    StateStack* m_states = nullptr;
    TesterView* m_tester;
    HitPane* m_hits;
    std::optional<protection::DetectionOverview> m_overview;
    std::optional<protection::detection::AttackClass> m_chosen;
    bool m_filling = false;
};

} // namespace sallyport::ui
