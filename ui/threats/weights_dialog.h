#pragma once

#include "ui/widgets/dialog_frame.h"

#include <vector>

#include "backend/protection/threats/threats.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class Banner;
class Console;
class ElideLabel;
class Field;
class SegmentedControl;

/// What each signal is worth, how long scores and bans last, and from when on requests are slowed down.
class WeightsDialog final : public DialogFrame {
    Q_OBJECT

public:
    WeightsDialog(Console& console, protection::ThreatRules rules, QWidget* parent);

Q_SIGNALS:
    void saved(const sallyport::protection::ThreatRules& rules);

private:
    struct Line {
        QSpinBox* points = nullptr;
        QSpinBox* most = nullptr;
    };

    QWidget* makeSignals();
    QWidget* makeBans();
    QWidget* makeSlowDown();
    void setTexts();
    void fill(bool defaults);
    void updateState();
    void submit();
    void showFailure(const Error& error);
    protection::ThreatChange change() const;

    Console& m_console;
    protection::ThreatRules m_rules;
    SegmentedControl* m_parts;
    QStackedWidget* m_pages;
    std::vector<Line> m_lines;
    std::vector<QLabel*> m_heads;
    std::vector<ElideLabel*> m_names, m_meanings;
    QList<QComboBox*> m_lengths; ///< half-life, first ban, longest ban, grace
    QList<Field*> m_lengthFields;
    SegmentedControl* m_slowMode = nullptr;
    Field* m_slowModeField = nullptr;
    QSpinBox* m_slowAfter = nullptr;
    QComboBox* m_slowWindow = nullptr;
    QSpinBox* m_slowStep = nullptr;
    QSpinBox* m_slowMost = nullptr;
    QList<Field*> m_slowFields; ///< after, window, step, most
    Banner* m_failure;
    QPushButton* m_defaults;
    QPushButton* m_cancel;
    QPushButton* m_save;
    bool m_filling = false;
};

} // namespace sallyport::ui
