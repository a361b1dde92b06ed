#pragma once

#include "backend/identity/factors/mfa.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::ui {

class Console;

/// The steps of setting up a second factor, without any picture: asks for a secret, proves it with a code, hands out
/// the recovery codes, and gives up by itself. The secret and the codes are wiped when it goes. GUI thread.
class EnrolmentFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Starting, Scan, Codes, Done, Ended };
    /// How long the secret stays on the screen, and then the recovery codes.
    static constexpr std::chrono::seconds scanTime{120};
    static constexpr std::chrono::seconds codesTime{300};
    /// What Mfa::confirm allows before it ends the enrolment.
    static constexpr int tries = 5;

    EnrolmentFlow(Console& console, UserId user, QObject* parent = nullptr);
    /// Abandons what was not confirmed.
    ~EnrolmentFlow() override;

    void start();
    /// Sends a code; nothing happens while an earlier one is on its way.
    void submit(const QString& code);
    /// The recovery codes are stored.
    void finish();
    /// Ends an enrolment that was not confirmed. Once.
    void abandon();

    Step step() const { return m_step; }
    bool isBusy() const { return m_busy; }
    int triesLeft() const { return m_triesLeft; }
    /// Valid in Step::Scan.
    const identity::MfaEnrolment& enrolment() const { return *m_enrolment; }
    /// Valid in Step::Codes.
    const std::vector<SecretBytes>& recoveryCodes() const { return m_codes; }
    std::chrono::seconds timeLeft() const { return m_timeLeft; }
    /// Until the authenticator shows its next code.
    std::chrono::seconds nextCodeIn() const;
    /// One second went by: the timer's slot, and the tests' way to make time pass.
    void tick();

Q_SIGNALS:
    void stepChanged();
    void busyChanged(bool busy);
    /// The code was wrong; triesLeft() says how many are left.
    void codeRefused();
    /// Something else failed; the step stays unless it was the start.
    void failed(const sallyport::Error& error);
    /// Every second.
    void ticked();
    /// The time is over.
    void timedOut();

private:
    void setStep(Step step);
    void setBusy(bool busy);
    void confirmed(Result<std::vector<SecretBytes>> codes);

    Console& m_console;
    UserId m_user;
    std::optional<identity::MfaEnrolment> m_enrolment;
    std::vector<SecretBytes> m_codes;
    QTimer m_timer;
    std::chrono::seconds m_timeLeft = scanTime;
    int m_triesLeft = tries;
    Step m_step = Step::Starting;
    bool m_busy = false;
};

} // namespace sallyport::ui
