#pragma once

#include <QObject>

#include <functional>

#include "backend/authorization/access_review.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QWidget;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class Console;
class Toast;

/// Takes away what somebody has: asks first, does it through the services that give it, and offers to undo it where that is
/// possible.
class AccessActions final : public QObject {
    Q_OBJECT

public:
    AccessActions(Console& console, QWidget* panel, Toast* toast);

    /// Why the operator may not; empty if they may.
    QString against(const authorization::HeldAccess& held) const;
    void revoke(const authorization::HeldAccess& held);

Q_SIGNALS:
    void changed();

private:
    void take(const authorization::HeldAccess& held);
    void giveBack(const authorization::HeldAccess& held);
    void say(const Error& error, const authorization::HeldAccess& held);

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
    std::function<void()> m_undo;
};

} // namespace sallyport::ui
