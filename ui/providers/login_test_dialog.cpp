#include "ui/providers/login_test_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/words/provider_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::TestStep;

namespace {

constexpr int testPollInterval = 1000; // ms

} // namespace

LoginTestDialog::LoginTestDialog(Console& console, identity::IdentityProvider provider, BrowserOpener browser, QWidget* parent)
    : DialogFrame(u"login_test"_s, parent, 560), m_console(console), m_provider(std::move(provider)),
      m_openBrowser(std::move(browser)), m_intro(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_verdict(new Banner(u"login_test.verdict"_s, this)), m_steps(new LinesList(u"login_test.steps"_s, this)),
      m_again(makeButton(ButtonKind::Secondary, u"login_test.again"_s, this)),
      m_open(makeButton(ButtonKind::Primary, u"login_test.open"_s, this, Icon::External)),
      m_done(makeButton(ButtonKind::Secondary, u"login_test.done"_s, this))
{
    m_intro->setWordWrap(true);
    m_verdict->hide();
    body()->addWidget(m_intro);
    body()->addWidget(m_verdict);
    body()->addWidget(m_steps);
    addLeadingButton(m_again);
    addButton(m_done);
    addButton(m_open);
    connect(m_again, &QPushButton::clicked, this, &LoginTestDialog::start);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_open, &QPushButton::clicked, this, [this] {
        enableOr(m_open, waitReason());
        m_openBrowser(m_url);
        m_timer.start();
    });
    m_timer.setInterval(testPollInterval);
    connect(&m_timer, &QTimer::timeout, this, &LoginTestDialog::poll);
    onRetranslate(this, [this] { setTexts(); });
    start();
}

void LoginTestDialog::setTexts()
{
    setTitle(tr("Test the login with %1").arg(text(m_provider.fields.title)));
    m_intro->setText(
        tr("Your browser opens this server and goes on to the provider. It may warn of this server’s certificate: the "
           "fingerprint is in the status line. Nobody is signed in."));
    m_again->setText(tr("Test again"));
    m_open->setText(tr("Open the browser"));
    m_done->setText(tr("Close"));
    if (!m_test.id.empty())
        show(m_test);
}

void LoginTestDialog::start()
{
    m_timer.stop();
    m_verdict->hide();
    enableOr(m_open, waitReason());
    m_steps->setNotice(tr("Asking the provider…"));
    setButtonBusy(m_again, true);
    m_console.run(
        this,
        [id = m_provider.id](Services& services, const access::Actor& actor) {
            return services.identityProviders.startTest(actor, id);
        },
        [this](const Result<identity::LoginTest>& test) {
            setButtonBusy(m_again, false);
            if (!test)
                return showFailure(test.error());
            m_url = text(test->url);
            show(*test);
            enableOr(m_open, test->over ? tr("This test is over") : QString());
        });
}

void LoginTestDialog::poll()
{
    if (m_asking || m_test.id.empty())
        return;
    m_asking = true;
    m_console.run(
        this,
        [id = m_test.id](Services& services, const access::Actor& actor) {
            return services.identityProviders.testState(actor, id);
        },
        [this](const Result<identity::LoginTest>& test) {
            m_asking = false;
            if (!test) {
                m_timer.stop();
                return showFailure(test.error());
            }
            show(*test);
            if (test->over)
                m_timer.stop();
        });
}

void LoginTestDialog::show(const identity::LoginTest& test)
{
    m_test = test;
    QList<LinesList::Line> lines;
    for (const auto& step : test.steps) {
        LinesList::Line line;
        const bool failed = step.state == TestStep::State::Failed, passed = step.state == TestStep::State::Passed;
        line.icon = failed ? Icon::Cross : passed ? Icon::Check : Icon::Hourglass;
        line.tone = failed ? Tone::Danger : passed ? Tone::Success : Tone::Muted;
        line.text = testStepTitle(step.step);
        line.note = testStepNote(step);
        line.toolTip = text(step.detail);
        lines << line;
    }
    m_steps->setLines(lines);
    if (!test.over)
        return;
    const bool failed =
        std::ranges::any_of(test.steps, [](const TestStep& step) { return step.state == TestStep::State::Failed; });
    m_verdict->setTone(failed ? Tone::Danger : Tone::Success, failed ? Icon::Error : Icon::CheckCircle);
    m_verdict->setTitle(failed ? tr("This login does not work yet") : tr("This login works"));
    m_verdict->setText(failed ? tr("The step with the cross says what to do. Test again afterwards.") : QString());
    m_verdict->show();
    enableOr(m_open, waitReason());
}

void LoginTestDialog::showFailure(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const auto words = errorText(error);
    m_verdict->setTone(Tone::Danger, Icon::Error);
    m_verdict->setTitle(words.what);
    m_verdict->setText(words.why);
    m_verdict->show();
    if (m_test.id.empty())
        m_steps->setNotice({});
}

} // namespace sallyport::ui
