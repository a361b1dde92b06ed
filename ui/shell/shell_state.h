#pragma once

#include <QString>
#include <QStringList>

namespace sallyport::ui {

/// What the status strip says about the server.
enum class ServerState { Stopped, Starting, Running, Stopping, Failed };

/// Everything the shell shows that is not a panel's. Plain values, set from outside; the shell asks nobody.
struct ShellState {
    ServerState server = ServerState::Stopped;
    QString serverNote;  ///< after the state: `starts after unlock`, why it failed; may be empty
    QString url;         ///< `https://127.0.0.1:8443`; empty: not known
    QString fingerprint; ///< SHA-256 of the certificate, hex pairs with colons; empty: not known
    double requestsPerSecond = 0;
    QString operatorName; ///< empty: nobody signed in
    QString operatorRole;
    int unreadNotices = 0; ///< about the operator's own account
    QString serverRefusal; ///< why the operator may not start or stop the server; empty: they may
    QString vaultName;
    bool journalDamaged = false; ///< the audit journal does not fit its anchor
    QStringList failingUpkeep;   ///< what the product should do by itself and fails at, with why; empty: all is well
    bool clockWaits = false;     ///< one of them waits for somebody who says that the clock is right
    bool demo = false;
    bool locked = false; ///< the vault is locked: there is nothing to lock

    bool operator==(const ShellState&) const = default;
};

} // namespace sallyport::ui
