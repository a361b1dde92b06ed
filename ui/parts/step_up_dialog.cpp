#include "ui/parts/step_up_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

StepUpDialog::StepUpDialog(Console& console, QWidget* parent)
    : DialogFrame(u"step_up"_s, parent, 480), m_console(console), m_failure(new Banner(u"step_up.failure"_s, this)),
      m_digits(new DigitField(u"step_up.code"_s, this)), m_field(new Field(m_digits, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"step_up.cancel"_s, this)),
      m_confirm(makeButton(ButtonKind::Primary, u"step_up.confirm"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_field->setReserveLine(true);
    body()->addWidget(m_failure);
    body()->addWidget(m_field);
    addButton(m_cancel);
    addButton(m_confirm);
    enableOr(m_confirm, incompleteReason());
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &StepUpDialog::submit);
    connect(m_digits, &QLineEdit::textChanged, this, [this] {
        m_field->setError({});
        const bool whole = m_digits->code().size() == DigitField::digits;
        enableOr(m_confirm, m_busy ? waitReason() : whole ? QString() : incompleteReason());
    });
    connect(m_digits, &DigitField::completed, this, &StepUpDialog::submit);
    onRetranslate(this, [this] { setTexts(); });
    m_digits->setFocus();
}

void StepUpDialog::setTexts()
{
    setTitle(tr("Confirm that it is you"));
    m_field->setLabel(tr("Code of your authenticator app"));
    m_field->setHint(tr("What you are about to do needs a code from the last minutes."));
    m_cancel->setText(tr("Cancel"));
    m_confirm->setText(tr("Confirm"));
}

void StepUpDialog::submit()
{
    if (m_busy || m_digits->code().size() != DigitField::digits)
        return;
    m_busy = true;
    m_failure->hide();
    setButtonBusy(m_confirm, true);
    m_console.run(
        this,
        [code = m_digits->code().toStdString()](Services& services, const access::Actor& actor) {
            return services.mfa.stepUp(actor, code);
        },
        [this](const Result<UtcTime>& shown) {
            m_busy = false;
            setButtonBusy(m_confirm, false);
            if (shown) {
                accept();
                Q_EMIT confirmed();
                return;
            }
            m_digits->clear();
            m_digits->setFocus();
            const auto words = errorText(shown.error());
            if (shown.error().code == ErrorCode::MfaInvalid)
                return m_field->setError(words.what);
            m_failure->setTitle(words.what);
            m_failure->setText(words.why);
            m_failure->show();
        });
}

bool wantsStepUp(const Error& error)
{
    return error.code == ErrorCode::StepUpRequired || error.code == ErrorCode::MfaRequired;
}

void askStepUp(Console& console, QWidget* parent, std::function<void()> then)
{
    auto* dialog = new StepUpDialog(console, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &StepUpDialog::confirmed, parent, [then = std::move(then)] { then(); });
    dialog->open();
}

} // namespace sallyport::ui
