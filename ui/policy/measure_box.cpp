#include "ui/policy/measure_box.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/long_work.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/progress_row.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QString millisecondsText(std::chrono::microseconds took)
{
    const double milliseconds = static_cast<double>(took.count()) / 1000;
    return QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0);
}

} // namespace

MeasureBox::MeasureBox(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_work(new LongWork(this)),
      m_start(makeButton(ButtonKind::Secondary, u"policy.measure"_s, this, Icon::Gauge)),
      m_progress(new ProgressRow(u"policy.measure.progress"_s, this)), m_text(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_use(makeButton(ButtonKind::Secondary, u"policy.measure.use"_s, this))
{
    m_text->setObjectName(u"policy.measure.result"_s);
    m_text->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_start);
    buttons->addWidget(m_use);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_text);
    m_progress->setCancelVisible(true);
    connect(m_start, &QPushButton::clicked, this, &MeasureBox::measure);
    connect(m_progress, &ProgressRow::cancelRequested, m_work, &LongWork::cancel);
    connect(m_work, &LongWork::advanced, this, &MeasureBox::showProgress);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_measured)
            Q_EMIT chosen(m_measured->best.cost);
    });
    onRetranslate(this, [this] { setTexts(); });
}

void MeasureBox::setTexts()
{
    m_start->setText(tr("Measure this machine"));
    m_use->setText(tr("Use these values"));
    showResult();
}

bool MeasureBox::isRunning() const
{
    return m_work->isRunning();
}

void MeasureBox::measure()
{
    if (isRunning())
        return;
    m_measured.reset();
    m_error.reset();
    m_console.run(
        this,
        [begin = m_work->begin()](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.passwords.measure(actor, identity::usualHashTime, begin(locking));
        },
        [this](const Result<identity::CostMeasurement>& measured) { take(measured); });
    showResult();
}

void MeasureBox::take(const Result<identity::CostMeasurement>& measured)
{
    m_work->end();
    if (measured)
        m_measured = *measured;
    else if (measured.error().code != ErrorCode::Cancelled)
        m_error = measured.error();
    showResult();
}

void MeasureBox::showProgress()
{
    m_progress->setProgress(m_work->share(), m_work->text());
}

void MeasureBox::showResult()
{
    const bool running = isRunning();
    allow(m_start, lacks(m_console, access::Permission::SettingsUpdate), !running);
    m_progress->setVisible(running);
    m_use->setVisible(!running && m_measured);
    m_text->setVisible(!running && (m_measured || m_error));
    setLabelTone(m_text, m_error ? Tone::Danger : Tone::Normal);
    if (running)
        return showProgress();
    if (m_error)
        m_text->setText(errorLine(*m_error));
    if (!m_measured)
        return;
    const auto& best = m_measured->best;
    const QString now = tr("With the saved values one hash takes %1 ms here.").arg(millisecondsText(m_measured->now.took));
    const QString values = tr("%1 KiB, passes: %2, threads: %3 (%4 ms)")
                               .arg(QLocale().toString(best.cost.memoryKib), QLocale().toString(best.cost.passes),
                                    QLocale().toString(best.cost.lanes), millisecondsText(best.took));
    const QString found =
        m_measured->withinTarget
            ? tr("Best within %1 ms: %2").arg(identity::usualHashTime.count()).arg(values)
            : tr("Even the least that is allowed takes longer than %1 ms: %2").arg(identity::usualHashTime.count()).arg(values);
    m_text->setText(now + u'\n' + found);
}

} // namespace sallyport::ui
