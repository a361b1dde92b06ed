#pragma once

#include "ui/incidents/incident_facts.h"

#include <QObject>

#include <utility>
#include <vector>

#include "backend/protection/lists/address_rule.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QWidget;

namespace sallyport::ui {

class Console;
class KeyActions;
class Toast;
class UserActions;

/// What is done to the people, addresses and keys that were ticked: asked first where it can't be undone or locks somebody out,
/// else with a way back in the toast.
class IncidentActions final : public QObject {
    Q_OBJECT

public:
    IncidentActions(Console& console, QWidget* panel, Toast* toast);

    void revokeSessions(const std::vector<Concerned>& people);
    void disable(const std::vector<Concerned>& people);
    void ban(const std::vector<Concerned>& addresses, std::chrono::seconds lasts, const QString& reason);
    void revokeKeys(const std::vector<Concerned>& keys);

    /// Why the operator may not; empty if they may.
    QString againstSessions() const;
    QString againstDisabling() const;
    QString againstBan() const;
    QString againstKeys() const;

Q_SIGNALS:
    /// Something was done: what is shown is to be read anew.
    void changed();

private:
    struct Banned {
        std::vector<protection::AddressRule> rules;
        std::vector<std::pair<std::string, Error>> failures; ///< by address
    };
    void sayBanned(const Banned& banned, std::chrono::seconds lasts);
    void unban(const std::vector<protection::AddressRuleId>& ids);

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;      ///< the panel's, and of bans
    Toast* m_usersToast; ///< of people and keys, whose actions have an Undo of their own
    UserActions* m_users;
    KeyActions* m_keys;
    std::vector<protection::AddressRuleId> m_banned; ///< what the toast's Undo lifts
};

} // namespace sallyport::ui
