#pragma once

#include <QObject>

#include "backend/base/clock.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;
class QWidget;

namespace sallyport::ui {

class Banner;
class Console;
class Toast;

/// Says that the server still runs with the old settings, or could not start with them, and starts it with the new ones.
class RestartNote final : public QObject {
    Q_OBJECT

public:
    RestartNote(Console& console, Toast* toast, QWidget* parent);

    QWidget* widget() const;
    bool isShown() const;
    /// Settings were saved; `needsRestart`: one of them that the running server doesn't take over.
    void noteSaved(bool needsRestart);
    /// What the server's state and the operator's permissions make of it now.
    void update();

private:
    void restart();

    Console& m_console;
    Toast* m_toast;
    Banner* m_banner;
    QPushButton* m_button;
    bool m_needed = false;
    bool m_startOffered = false; ///< after a failed start something changed that may have kept it from starting
    UtcTime m_startedAt;
};

} // namespace sallyport::ui
