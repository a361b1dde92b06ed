#include "ui/policy/try_password.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/password_rater.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/field_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

TryPassword::TryPassword(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_password(new PasswordField(u"policy.try"_s, this)),
      m_field(new Field(m_password, this)), m_meter(new StrengthMeter(u"policy.try.strength"_s, this)),
      m_factor(new QCheckBox(this)), m_icon(new IconLabel(Icon::Check, Tone::Success, 16, this)),
      m_verdict(makeLabel(TextStyle::Body, Tone::Normal, this))
{
    m_factor->setObjectName(u"policy.try.factor"_s);
    m_verdict->setObjectName(u"policy.try.verdict"_s);
    m_verdict->setWordWrap(true);
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(8);
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_field);
    column->addWidget(m_meter);
    column->addWidget(m_factor);
    column->addLayout(verdict);
    m_rater = new PasswordRater(console, m_password, m_meter, [this] {
        identity::PasswordOwner owner;
        owner.secondFactor = m_factor->isChecked();
        return owner;
    });
    m_password->offerGenerator();
    connect(m_rater, &PasswordRater::rated, this, &TryPassword::showVerdict);
    connect(m_password, &PasswordField::generateRequested, this, &TryPassword::generate);
    connect(m_password, &PasswordField::capsLockChanged, this,
            [this](bool on) { m_field->setWarning(on ? tr("Caps Lock is on") : QString()); });
    connect(m_factor, &QCheckBox::toggled, this, &TryPassword::rateAgain);
    onRetranslate(this, [this] { setTexts(); });
}

TryPassword::~TryPassword()
{
    m_password->wipe();
}

void TryPassword::setTexts()
{
    m_field->setLabel(tr("Try a password"));
    m_field->setHint(tr("By the saved rules. Nothing that you type here is kept."));
    m_factor->setText(tr("The account has a second factor"));
    showVerdict();
    rateAgain();
}

void TryPassword::rateAgain()
{
    m_rater->rateNow();
}

QString TryPassword::verdict() const
{
    return m_verdict->text();
}

void TryPassword::showVerdict()
{
    const bool typed = !m_password->text().isEmpty() && !m_rater->isPending();
    m_icon->setVisible(typed);
    m_verdict->setVisible(typed);
    if (!typed)
        return;
    const identity::PasswordStrength& strength = m_rater->strength();
    const bool good = strength.broken.empty();
    m_icon->setIcon(good ? Icon::Check : Icon::Error, good ? Tone::Success : Tone::Danger);
    const auto values = m_console.settings();
    const unsigned least = m_factor->isChecked() ? values->passwordsMinLengthMfa : values->passwordsMinLength;
    QStringList reasons;
    for (const FieldError& rule : strength.broken)
        reasons << passwordRuleText(rule, least);
    reasons.removeDuplicates();
    m_verdict->setText(good ? tr("It would be accepted") : tr("It would be refused: %1").arg(reasons.join(u"; "_s)));
}

void TryPassword::generate()
{
    identity::PasswordOwner owner;
    owner.secondFactor = m_factor->isChecked();
    m_console.run(
        this, [owner](Services& services, const access::Actor&) { return services.passwords.generate({}, owner); },
        [this](const Result<identity::GeneratedPassword>& made) {
            if (made)
                m_password->takeGenerated(QString::fromUtf8(made->text.view()));
            else
                m_field->setError(errorLine(made.error()));
        });
    m_field->setError({});
}

} // namespace sallyport::ui
