#include "ui/parts/password_rater.h"

#include "ui/console/console.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"
#include "ui/words/field_text.h"

namespace sallyport::ui {

namespace {

constexpr int waitMilliseconds = 120;

} // namespace

PasswordRater::PasswordRater(Console& console, PasswordField* field, StrengthMeter* meter, Owner owner)
    : QObject(field), m_console(console), m_field(field), m_meter(meter), m_owner(std::move(owner))
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(waitMilliseconds);
    connect(&m_wait, &QTimer::timeout, this, &PasswordRater::rate);
    connect(field, &QLineEdit::textChanged, this, [this] {
        m_pending = true;
        m_wait.start();
    });
}

void PasswordRater::rate()
{
    const int generation = ++m_generation;
    if (m_field->text().isEmpty()) {
        m_pending = false;
        m_strength = {};
        m_meter->setScore(-1);
        Q_EMIT rated();
        return;
    }
    m_console.run(
        this,
        [password = SecretBytes::fromText(m_field->text().toStdString()),
         owner = m_owner()](Services& services, const access::Actor&) -> Result<identity::PasswordStrength> {
            return services.passwords.rate(password, owner);
        },
        [this, generation](Result<identity::PasswordStrength> strength) {
            if (generation != m_generation || !strength)
                return;
            m_pending = false;
            m_strength = std::move(*strength);
            m_meter->setScore(m_strength.score, passwordAdvice(m_strength.advice));
            Q_EMIT rated();
        });
}

} // namespace sallyport::ui
