#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

#include "backend/access/permission.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/id.h"
#include "backend/identity/api_keys/service_accounts.h"

class QComboBox;
class QLineEdit;

namespace sallyport::ui {

class Console;
class Field;

/// Whom a new key speaks for: the operator, a service account, or another user by e-mail address. Says what of the owner's
/// permissions the operator may give.
class OwnerField final : public QWidget {
    Q_OBJECT

public:
    explicit OwnerField(Console& console, QWidget* parent = nullptr);

    /// Chooses this service account as soon as it is known.
    void choose(const UserId& account);
    /// Nothing while the address is nobody's.
    std::optional<UserId> owner() const { return m_owner; }
    void setError(const QString& error);

Q_SIGNALS:
    /// Another owner, or none; `offered` is what a key of theirs can be given.
    void ownerChanged(const sallyport::access::PermissionSet& offered);
    void failed(const sallyport::Error& error);

private:
    void setTexts();
    void load();
    void show(const std::vector<identity::ServiceAccount>& accounts);
    void takeChoice();
    void lookUpUser();
    void setOwner(std::optional<UserId> owner, const std::vector<std::string>& roles);

    Console& m_console;
    QComboBox* m_choice;
    Field* m_choiceField;
    QLineEdit* m_email;
    Field* m_emailField;
    QTimer m_wait;
    std::vector<identity::ServiceAccount> m_accounts;
    std::optional<UserId> m_owner;
    UserId m_wanted;
};

} // namespace sallyport::ui
