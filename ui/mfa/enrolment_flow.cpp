#include "ui/mfa/enrolment_flow.h"

#include "ui/console/console.h"

using namespace std::chrono_literals;

namespace sallyport::ui {

namespace {

constexpr int totpPeriod = 30; // RFC 6238 §4.1, as the otpauth URL says

} // namespace

EnrolmentFlow::EnrolmentFlow(Console& console, UserId user, QObject* parent)
    : QObject(parent), m_console(console), m_user(std::move(user))
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &EnrolmentFlow::tick);
}

EnrolmentFlow::~EnrolmentFlow()
{
    abandon();
}

void EnrolmentFlow::start()
{
    m_step = Step::Starting;
    m_triesLeft = tries;
    setBusy(true);
    m_console.run(
        this, [user = m_user](Services& services, const access::Actor& actor) { return services.mfa.begin(actor, user); },
        [this](Result<identity::MfaEnrolment> enrolment) {
            setBusy(false);
            if (!enrolment) {
                m_step = Step::Ended;
                Q_EMIT failed(enrolment.error());
                return;
            }
            m_enrolment.emplace(std::move(*enrolment));
            m_timeLeft = scanTime;
            m_timer.start();
            setStep(Step::Scan);
        });
}

void EnrolmentFlow::submit(const QString& code)
{
    if (m_step != Step::Scan || m_busy)
        return;
    setBusy(true);
    m_console.run(
        this,
        [user = m_user, code = SecretBytes::fromText(code.toStdString())](Services& services, const access::Actor& actor) {
            return services.mfa.confirm(actor, user, code.view());
        },
        [this](Result<std::vector<SecretBytes>> codes) { confirmed(std::move(codes)); });
}

void EnrolmentFlow::confirmed(Result<std::vector<SecretBytes>> codes)
{
    setBusy(false);
    if (m_step != Step::Scan)
        return;
    if (codes) {
        m_codes = std::move(*codes);
        m_enrolment.reset();
        m_timeLeft = codesTime;
        setStep(Step::Codes);
        return;
    }
    const auto wrongCode = codes.error().code == ErrorCode::MfaInvalid;
    if (wrongCode && --m_triesLeft > 0) {
        Q_EMIT codeRefused();
        return;
    }
    // The last try, or an enrolment that is over already: this key is of no use any more.
    if (wrongCode || codes.error().code == ErrorCode::NotFound) {
        m_timer.stop();
        m_enrolment.reset();
        m_step = Step::Ended;
    }
    Q_EMIT failed(codes.error());
}

void EnrolmentFlow::finish()
{
    if (m_step != Step::Codes)
        return;
    m_timer.stop();
    m_codes.clear();
    setStep(Step::Done);
}

void EnrolmentFlow::abandon()
{
    m_timer.stop();
    m_codes.clear();
    if (m_step != Step::Scan && !(m_step == Step::Starting && m_busy))
        return;
    m_step = Step::Ended;
    m_enrolment.reset();
    // Nobody waits for the answer: an enrolment that stays ends after ten minutes by itself.
    m_console.run(
        &m_console, [user = m_user](Services& services, const access::Actor& actor) { return services.mfa.abandon(actor, user); },
        [](const Result<void>&) {});
}

std::chrono::seconds EnrolmentFlow::nextCodeIn() const
{
    const auto* clock = m_console.clock();
    const auto now = std::chrono::duration_cast<std::chrono::seconds>((clock ? clock->now() : UtcTime{}).time_since_epoch());
    return std::chrono::seconds(totpPeriod - now.count() % totpPeriod);
}

void EnrolmentFlow::tick()
{
    if (m_step != Step::Scan && m_step != Step::Codes)
        return;
    m_timeLeft -= 1s;
    Q_EMIT ticked();
    if (m_timeLeft > 0s || m_busy)
        return;
    if (m_step == Step::Scan)
        abandon();
    else
        finish();
    Q_EMIT timedOut();
}

void EnrolmentFlow::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void EnrolmentFlow::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged(busy);
}

} // namespace sallyport::ui
