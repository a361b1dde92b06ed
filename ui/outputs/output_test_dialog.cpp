#include "ui/outputs/output_test_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/words/output_text.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

OutputTestDialog::OutputTestDialog(Console& console, outputs::Destination destination, QWidget* parent)
    : DialogFrame(u"output_test"_s, parent, 520), m_console(console), m_destination(std::move(destination)),
      m_doing(makeLabel(TextStyle::Body, Tone::Muted, this)), m_verdict(new Banner(u"output_test.verdict"_s, this)),
      m_again(makeButton(ButtonKind::Secondary, u"output_test.again"_s, this)),
      m_done(makeButton(ButtonKind::Primary, u"output_test.done"_s, this))
{
    m_doing->setWordWrap(true);
    m_verdict->hide();
    body()->addWidget(m_doing);
    body()->addWidget(m_verdict);
    addLeadingButton(m_again);
    addButton(m_done);
    connect(m_again, &QPushButton::clicked, this, &OutputTestDialog::start);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    onRetranslate(this, [this] { setTexts(); });
    start();
}

void OutputTestDialog::setTexts()
{
    setTitle(tr("Test %1").arg(text(m_destination.fields.name)));
    m_doing->setText(tr("One event, “Destination tested”, goes to %1, past everything that waits. This may take half a minute.")
                         .arg(text(m_destination.fields.target)));
    m_again->setText(tr("Test again"));
    m_done->setText(tr("Close"));
    if (m_result)
        showResult(*m_result);
}

void OutputTestDialog::start()
{
    m_result.reset();
    m_verdict->hide();
    setButtonBusy(m_again, true);
    m_console.run(
        this,
        [id = m_destination.id](Services& services, const access::Actor& actor) { return services.destinations.test(actor, id); },
        [this](const Result<outputs::DestinationTest>& test) {
            setButtonBusy(m_again, false);
            if (!test)
                return m_verdict->showError(test.error());
            m_result = *test;
            showResult(*test);
        });
}

void OutputTestDialog::showResult(const outputs::DestinationTest& test)
{
    m_verdict->setTone(test.passed ? Tone::Success : Tone::Danger, test.passed ? Icon::CheckCircle : Icon::Error);
    m_verdict->setTitle(test.passed ? tr("The destination has taken it") : tr("The destination has not taken it"));
    m_verdict->setText(test.passed ? tr("It took %1 ms.").arg(QLocale().toString(static_cast<qlonglong>(test.took.count())))
                                   : outputAdvice(test));
    m_verdict->setToolTip(test.passed ? QString() : text(test.detail));
    m_verdict->show();
}

} // namespace sallyport::ui
