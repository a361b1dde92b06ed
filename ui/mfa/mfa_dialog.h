#pragma once

#include "ui/mfa/enrolment_flow.h"
#include "ui/widgets/dialog_frame.h"

class QStackedWidget;

namespace sallyport::ui {

class CodesPage;
class ErrorState;
class ScanPage;
class StepRow;

/// Sets up the second factor of a user in three steps: scan and confirm, save the recovery codes, done. Closes by
/// itself, because what it shows is a secret. Closing it before the code was right leaves nothing behind.
class MfaDialog final : public DialogFrame {
    Q_OBJECT

public:
    MfaDialog(Console& console, UserId user, const QString& userName, const QString& email, QWidget* parent);
    ~MfaDialog() override;

    EnrolmentFlow& flow() { return m_flow; }
    /// Nothing happens while a code is being checked or the recovery codes were not stored.
    void reject() override;

Q_SIGNALS:
    /// The second factor is on.
    void enabled();

private:
    QWidget* makeHead();
    QWidget* makeDonePage();
    void setTexts();
    void showStep();
    void showFailure(const Error& error);
    void updateButtons();
    void updateClock();
    void submit();

    EnrolmentFlow m_flow;
    QString m_userName, m_email;
    StepRow* m_steps;
    QStackedWidget* m_pages;
    QWidget* m_startingPage;
    ScanPage* m_scan;
    CodesPage* m_codes;
    QLabel* m_doneTitle = nullptr; // before the page: making it sets them
    QLabel* m_doneText = nullptr;
    QWidget* m_donePage;
    ErrorState* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_next;
};

} // namespace sallyport::ui
