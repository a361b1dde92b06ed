#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QComboBox;
class QLabel;
class QSpinBox;

namespace sallyport::ui {

class Banner;
class Console;
class LinesList;

/// What other numbers would have done with the recorded hits of the last week.
class DryRunDialog final : public DialogFrame {
    Q_OBJECT

public:
    DryRunDialog(Console& console, const protection::DetectionOverview& overview, QWidget* parent);

private:
    void setTexts();
    void run();
    void showRun();

    Console& m_console;
    QLabel* m_means;
    QSpinBox *m_threshold, *m_strictness;
    QLabel *m_thresholdLabel, *m_strictnessLabel;
    Banner* m_failure;
    QLabel* m_sum;
    LinesList* m_changes;
    QPushButton *m_close, *m_run;
    std::optional<protection::DryRun> m_answer;
};

} // namespace sallyport::ui
