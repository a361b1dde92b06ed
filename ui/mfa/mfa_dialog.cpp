#include "ui/mfa/mfa_dialog.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/mfa/codes_page.h"
#include "ui/mfa/scan_page.h"
#include "ui/mfa/step_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using Step = EnrolmentFlow::Step;

namespace {

constexpr int dialogWidth = 680;

QString minutes(std::chrono::seconds time)
{
    return u"%1:%2"_s.arg(time.count() / 60).arg(time.count() % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

MfaDialog::MfaDialog(Console& console, UserId user, const QString& userName, const QString& email, QWidget* parent)
    : DialogFrame(u"mfa"_s, parent, dialogWidth), m_flow(console, std::move(user), this), m_userName(userName), m_email(email),
      m_steps(new StepRow(3, this)), m_pages(new QStackedWidget(this)), m_startingPage(new QWidget(m_pages)),
      m_scan(new ScanPage(m_pages)), m_codes(new CodesPage(userName, email, m_pages)), m_donePage(makeDonePage()),
      m_failure(new ErrorState(u"mfa.failure"_s, m_pages)), m_cancel(makeButton(ButtonKind::Secondary, u"mfa.cancel"_s, this)),
      m_next(makeButton(ButtonKind::Primary, u"mfa.continue"_s, this))
{
    body()->setSpacing(0);
    body()->setContentsMargins(24, 12, 24, 20);
    body()->addWidget(makeHead());
    body()->addSpacing(18);
    body()->addWidget(m_steps);
    body()->addSpacing(24);
    body()->addWidget(m_pages, 1);
    for (auto* page : {m_startingPage, static_cast<QWidget*>(m_scan), static_cast<QWidget*>(m_codes), m_donePage,
                       static_cast<QWidget*>(m_failure)})
        m_pages->addWidget(page);
    addButton(m_cancel);
    addButton(m_next);
    connect(m_cancel, &QPushButton::clicked, this, &MfaDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &MfaDialog::submit);
    connect(m_scan->digits(), &QLineEdit::textChanged, this, &MfaDialog::updateButtons);
    connect(m_scan->digits(), &DigitField::completed, this, [this](const QString& code) { m_flow.submit(code); });
    connect(m_codes, &CodesPage::storedChanged, this, &MfaDialog::updateButtons);
    connect(m_failure, &ErrorState::retryRequested, &m_flow, &EnrolmentFlow::start);
    connect(&m_flow, &EnrolmentFlow::stepChanged, this, &MfaDialog::showStep);
    connect(&m_flow, &EnrolmentFlow::ticked, this, &MfaDialog::updateClock);
    connect(&m_flow, &EnrolmentFlow::busyChanged, this, [this](bool busy) {
        m_scan->setBusy(busy);
        updateButtons();
    });
    connect(&m_flow, &EnrolmentFlow::codeRefused, this, [this] {
        m_scan->setWrong(tr("Wrong code. %Ln tries left; enter the digits that the app shows now.", nullptr, m_flow.triesLeft()));
        updateButtons();
    });
    connect(&m_flow, &EnrolmentFlow::failed, this, &MfaDialog::showFailure);
    connect(&m_flow, &EnrolmentFlow::timedOut, this, [this] {
        m_scan->wipe();
        m_codes->wipe();
        setClosable(true);
        DialogFrame::reject();
    });
    onRetranslate(this, [this] { setTexts(); });
    m_flow.start();
}

MfaDialog::~MfaDialog()
{
    m_scan->wipe();
    m_codes->wipe();
}

QWidget* MfaDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* avatar = new Avatar(24, head);
    avatar->setName(m_userName);
    row->addWidget(avatar);
    row->addWidget(makeLabel(m_userName, TextStyle::BodyStrong, Tone::Normal, head));
    auto* mail = new ElideLabel(TextStyle::Body, Tone::Muted, head);
    mail->setText(m_email);
    row->addWidget(mail, 1);
    return head;
}

QWidget* MfaDialog::makeDonePage()
{
    auto* page = new QWidget(m_pages);
    m_doneTitle = makeLabel(TextStyle::PaneTitle, Tone::Normal, page);
    m_doneText = makeLabel(TextStyle::Body, Tone::Muted, page);
    m_doneText->setWordWrap(true);
    m_doneText->setAlignment(Qt::AlignHCenter);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(new IconLabel(Icon::ShieldCheck, Tone::Success, 40, page), 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(m_doneTitle, 0, Qt::AlignHCenter);
    column->addWidget(m_doneText);
    column->addStretch(1);
    return page;
}

void MfaDialog::setTexts()
{
    setTitle(tr("Set up two-factor sign-in"));
    m_steps->setTitles({tr("Scan and confirm"), tr("Save recovery codes"), tr("Done")});
    m_cancel->setText(tr("Cancel"));
    m_doneTitle->setText(tr("Two-factor sign-in is on"));
    m_doneText->setText(tr("From now on %1 signs in with the password and a code of the app.").arg(m_userName));
    updateButtons();
    updateClock();
}

void MfaDialog::showStep()
{
    switch (m_flow.step()) {
    case Step::Scan:
        m_scan->show(m_flow.enrolment());
        m_pages->setCurrentWidget(m_scan);
        m_scan->digits()->setFocus();
        break;
    case Step::Codes:
        m_scan->wipe();
        m_codes->show(m_flow.recoveryCodes());
        m_steps->setCurrent(1);
        m_pages->setCurrentWidget(m_codes);
        setClosable(false);
        m_codes->firstField()->setFocus();
        Q_EMIT enabled();
        break;
    case Step::Done:
        m_codes->wipe();
        m_steps->setCurrent(2);
        m_pages->setCurrentWidget(m_donePage);
        setClosable(true);
        m_next->setFocus();
        break;
    case Step::Starting:
    case Step::Ended: break;
    }
    updateButtons();
    updateClock();
}

void MfaDialog::showFailure(const Error& error)
{
    if (m_flow.step() == Step::Scan) {
        // The code may still be right: what failed was something else (the service is busy).
        m_scan->setWrong(errorLine(error));
        updateButtons();
        return;
    }
    m_scan->wipe();
    m_failure->setError(error);
    if (error.code == ErrorCode::MfaInvalid)
        m_failure->setTexts(tr("Too many wrong codes"), tr("This key is void now. Start again with a new one."));
    m_pages->setCurrentWidget(m_failure);
    updateButtons();
    updateClock();
}

void MfaDialog::updateButtons()
{
    const auto step = m_flow.step();
    m_cancel->setVisible(step == Step::Starting || step == Step::Scan || step == Step::Ended);
    m_next->setVisible(step != Step::Ended);
    m_next->setText(step == Step::Done ? tr("Close") : tr("Continue"));
    setButtonBusy(m_next, m_flow.isBusy());
    const bool ready = (step == Step::Codes && m_codes->isStored()) || step == Step::Done ||
                       (step == Step::Scan && m_scan->digits()->code().size() == DigitField::digits);
    enableOr(m_next, m_flow.isBusy()       ? waitReason()
                     : ready               ? QString()
                     : step == Step::Codes ? tr("Store the recovery codes first")
                                           : incompleteReason());
    enableOr(m_cancel, m_flow.isBusy() && step == Step::Scan ? waitReason() : QString());
}

void MfaDialog::updateClock()
{
    const auto step = m_flow.step();
    if (step != Step::Scan && step != Step::Codes)
        return setFootNote(Icon::None, {});
    setFootNote(Icon::Timer, tr("Closes by itself in %1").arg(minutes(m_flow.timeLeft())));
    if (step == Step::Scan)
        m_scan->setNextCodeIn(m_flow.nextCodeIn());
}

void MfaDialog::submit()
{
    switch (m_flow.step()) {
    case Step::Scan: return m_flow.submit(m_scan->digits()->code());
    case Step::Codes: return m_codes->isStored() ? m_flow.finish() : void();
    case Step::Done: return accept();
    case Step::Starting:
    case Step::Ended: return;
    }
}

void MfaDialog::reject()
{
    if (m_flow.isBusy() && m_flow.step() == Step::Scan)
        return;
    if (m_flow.step() == Step::Codes)
        return;
    m_flow.abandon();
    m_scan->wipe();
    DialogFrame::reject();
}

} // namespace sallyport::ui
