#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/outputs/destinations.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;

namespace sallyport::ui {

class Banner;
class Console;

/// Sends one event to a destination and says what became of it.
class OutputTestDialog final : public DialogFrame {
    Q_OBJECT

public:
    OutputTestDialog(Console& console, outputs::Destination destination, QWidget* parent);

private:
    void setTexts();
    void start();
    void showResult(const outputs::DestinationTest& test);

    Console& m_console;
    const outputs::Destination m_destination;
    QLabel* m_doing;
    Banner* m_verdict;
    QPushButton* m_again;
    QPushButton* m_done;
    std::optional<outputs::DestinationTest> m_result;
};

} // namespace sallyport::ui
