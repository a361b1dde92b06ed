#include "ui/mfa/own_factor_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/mfa/codes_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/words/user_text.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

OwnFactorDialog::OwnFactorDialog(Console& console, const identity::User& user, QWidget* parent)
    : DialogFrame(u"own_factor"_s, parent, 520), m_console(console), m_user(user), m_pages(new QStackedWidget(this)),
      m_state(makeLabel(TextStyle::Body, Tone::Normal, this)), m_code(new DigitField(u"own_factor.code"_s, this)),
      m_codeField(new Field(m_code, this)), m_codes(new CodesPage(text(user.name), text(user.email), m_pages)),
      m_off(makeButton(ButtonKind::Danger, u"own_factor.off"_s, this)),
      m_renew(makeButton(ButtonKind::Primary, u"own_factor.renew"_s, this)),
      m_done(makeButton(ButtonKind::Primary, u"own_factor.done"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_state->setWordWrap(true);
    auto* ask = new QWidget(m_pages);
    auto* column = new QVBoxLayout(ask);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_state);
    column->addWidget(m_codeField);
    column->addStretch(1);
    m_codeField->setReserveLine(true);
    m_pages->addWidget(ask);
    m_pages->addWidget(m_codes);
    body()->addWidget(m_pages);
    addLeadingButton(m_off);
    addButton(m_renew);
    addButton(m_done);
    m_done->hide();
    connect(m_code, &QLineEdit::textChanged, this, [this] {
        m_codeField->setError({});
        check();
    });
    connect(m_off, &QPushButton::clicked, this, &OwnFactorDialog::turnOff);
    connect(m_renew, &QPushButton::clicked, this, &OwnFactorDialog::renew);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    onRetranslate(this, [this] { setTexts(); });
    check();
    m_code->setFocus();
}

OwnFactorDialog::~OwnFactorDialog()
{
    m_codes->wipe();
}

void OwnFactorDialog::setTexts()
{
    setTitle(tr("Your second factor"));
    m_state->setText(
        tr("It is on. %Ln of 10 recovery codes left. New ones replace those that are left.", nullptr, m_user.recoveryCodesLeft));
    m_codeField->setLabel(tr("Code of your authenticator app"));
    m_off->setText(tr("Turn off"));
    m_renew->setText(tr("New recovery codes"));
    m_done->setText(tr("I have stored them"));
}

void OwnFactorDialog::check()
{
    const bool whole = m_code->code().size() == DigitField::digits && !m_busy;
    for (QPushButton* button : {m_off, m_renew})
        enableOr(button, whole ? QString() : m_busy ? waitReason() : incompleteReason());
}

void OwnFactorDialog::setBusy(QPushButton* button, bool busy)
{
    m_busy = busy;
    setButtonBusy(button, busy);
    setClosable(!busy);
    check();
}

void OwnFactorDialog::renew()
{
    setBusy(m_renew, true);
    m_console.run(
        this,
        [code = m_code->code().toStdString()](Services& services, const access::Actor& actor) {
            return services.mfa.renewRecoveryCodes(actor, code);
        },
        [this](const Result<std::vector<SecretBytes>>& codes) {
            setBusy(m_renew, false);
            if (!codes)
                return fail(codes.error());
            m_codes->show(*codes);
            m_pages->setCurrentWidget(m_codes);
            m_off->hide();
            m_renew->hide();
            m_done->show();
            // The old ones are gone: these are not to be lost by a habitual Escape.
            setClosable(false);
        });
}

void OwnFactorDialog::turnOff()
{
    setBusy(m_off, true);
    m_console.run(
        this,
        [code = m_code->code().toStdString()](Services& services, const access::Actor& actor) {
            return services.mfa.disable(actor, code);
        },
        [this](const Result<void>& done) {
            setBusy(m_off, false);
            if (!done)
                return fail(done.error());
            accept();
            Q_EMIT turnedOff();
        });
}

void OwnFactorDialog::fail(const Error& error)
{
    m_code->clear();
    m_code->setFocus();
    m_codeField->setError(errorLine(error));
}

} // namespace sallyport::ui
