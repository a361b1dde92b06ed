#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QListWidget;

namespace sallyport::ui {

class Banner;
class Console;

/// Where rules find nothing: the operator's exclusions by the time of their review, then those of the product.
class ExclusionsDialog final : public DialogFrame {
    Q_OBJECT

public:
    ExclusionsDialog(Console& console, QWidget* parent);
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void changed();

private:
    void setTexts();
    void load();
    void showExclusions();
    void showChosen();
    void removeChosen();

    Console& m_console;
    Banner* m_failure;
    QListWidget* m_list;
    QPushButton *m_close, *m_remove;
    std::vector<protection::DetectionExclusion> m_exclusions;
};

} // namespace sallyport::ui
