#pragma once

#include "app/console/app_context.h"

#include <QObject>
#include <QPointer>

namespace sallyport::ui {
class SignInScreen;
class UnlockScreen;
} // namespace sallyport::ui

namespace sallyport::app {

/// From a locked vault to a signed-in operator: the unlock screen, then the sign-in.
class UnlockFlow final : public QObject {
    Q_OBJECT

public:
    UnlockFlow(AppContext& context, QObject* parent);

    /// Puts the unlock screen up.
    void begin(const VaultInfo& vault);
    /// Puts the sign-in up: the vault is open, nobody is signed in. Says so if a session has just ended by itself.
    void askWhoIsThere(bool sessionEnded = false);
    /// The vault was locked, or a session ended, by itself: what wasn't saved on these panels is gone. Said until somebody has
    /// signed in.
    void setLost(const QStringList& panels) { m_lost = panels; }
    /// `Last opened today 07:48 by Ingrid Solheim`; empty if never.
    static QString lastOpenedText(const VaultInfo& vault);

Q_SIGNALS:
    void signedIn();
    /// The operator wants to open a vault somewhere else.
    void otherVaultRequested();

private:
    void unlock();
    void signIn(const std::string& code);
    /// The operator's role requires a second factor that is overdue: sets it up before anything else is shown.
    void enrol();
    void enrolled();

    AppContext& m_context;
    QStringList m_lost;
    QPointer<ui::UnlockScreen> m_unlock;
    QPointer<ui::SignInScreen> m_signIn;
};

} // namespace sallyport::app
