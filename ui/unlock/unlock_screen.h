#pragma once

#include "backend/base/error.h"
#include "backend/base/secret_bytes.h"
#include "ui/unlock/gate_view.h"

#include <QTimer>

#include <chrono>

class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class Field;
class PasswordField;

/// Opens a vault by its passphrase or its recovery key. Clears the field when it was hidden for 30 s; after a failure
/// the text is selected, so that typing replaces it.
class UnlockScreen final : public GateView {
    Q_OBJECT

public:
    explicit UnlockScreen(QWidget* parent = nullptr);

    /// The vault's name and a line about when it was last opened (may be empty).
    void setVault(const QString& name, const QString& lastOpened);
    void setBusy(bool busy);
    /// Says the error under the field and selects the text.
    void showError(const Error& error);
    void setHiddenTimeout(std::chrono::milliseconds timeout) { m_hiddenTimer.setInterval(timeout); }

    /// What was typed, for unlockRequested and recoverRequested. The caller wipes it by letting it go.
    SecretBytes secret() const;
    /// Forgets what was typed.
    void clearSecret();
    bool isRecovering() const { return m_recovering; }

Q_SIGNALS:
    /// The passphrase in secret() is to be tried.
    void unlockRequested();
    /// The recovery key in secret() is to be tried.
    void recoverRequested();
    void openAnotherRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void submit();
    void setRecovering(bool recovering);
    void showTexts();

    PasswordField* m_passphrase;
    Field* m_field;
    QPushButton* m_unlock;
    QLabel* m_hint;
    LinkRow* m_other;
    LinkRow* m_another;
    QTimer m_hiddenTimer;
    QString m_vault;
    QString m_lastOpened;
    bool m_recovering = false;
    bool m_busy = false;
};

} // namespace sallyport::ui
