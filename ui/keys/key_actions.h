#pragma once

#include <QObject>

#include <functional>
#include <vector>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/core/api_key.h"

class QMenu;
class QWidget;

namespace sallyport::ui {

class Console;
class Toast;

/// What an operator can do to API keys: asks first where it cannot be undone, does it and says what was done. The panel's
/// commands; it owns no list.
class KeyActions final : public QObject {
    Q_OBJECT

public:
    KeyActions(Console& console, QWidget* panel, Toast* toast);

    /// For this owner, or the operator to choose.
    void create(const UserId& owner = {});
    void edit(const identity::ApiKey& key);
    void rotate(const identity::ApiKey& key);
    void revoke(const std::vector<identity::ApiKey>& keys);
    /// Takes away the scopes that the owner doesn't hold.
    void narrow(const identity::ApiKey& key);
    /// Adds every action that is possible, as the list's context menu has them.
    void fillMenu(QMenu* menu, const std::vector<identity::ApiKey>& keys);

Q_SIGNALS:
    /// Keys were changed: the list and the pane read anew.
    void changed();
    /// These keys work no longer.
    void revoked(const std::vector<sallyport::KeyId>& keys);
    /// There is a new text to be stored; it may be moved from.
    void issued(sallyport::identity::IssuedKey& issued, bool rotated);

private:
    void startRevoking(const std::vector<identity::ApiKey>& keys);
    void say(const Error& error, const QString& name);

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
};

} // namespace sallyport::ui
