#include "ui/alert_rules/alert_trial_line.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using alerts::AlertTrial;

namespace {

constexpr qsizetype firingsShown = 4;

} // namespace

AlertTrialLine::AlertTrialLine(Console& console, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_console(console), m_said(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_button(makeButton(ButtonKind::Link, objectName + u".try"_s, this)),
      m_firings(new LinesList(objectName + u".firings"_s, this))
{
    setObjectName(objectName);
    m_said->setObjectName(objectName + u".said"_s);
    m_said->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_said, 1);
    row->addWidget(m_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_firings);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_work.isRunning())
            m_work.cancel();
        else
            Q_EMIT tryRequested();
    });
    connect(&m_work, &WatchedWork::advanced, this, &AlertTrialLine::show);
    onRetranslate(this, [this] { setTexts(); });
}

void AlertTrialLine::setTexts()
{
    show();
}

void AlertTrialLine::forget()
{
    ++m_number;
    if (m_work.isRunning())
        m_work.cancel();
    m_trial.reset();
    m_failed = false;
    show();
}

void AlertTrialLine::tryOut(const alerts::AlertDraft& draft)
{
    forget();
    const int number = m_number;
    const auto shared = m_work.begin();
    m_console.run(
        this,
        [draft, shared](Services& services, const access::Actor& actor) -> Result<AlertTrial> {
            const UtcTime now = services.clock.now();
            return services.alertRules.test(actor, draft, now - alerts::trialUsual, now,
                                            [&](std::int64_t done, std::int64_t total) {
                                                shared->done = done;
                                                shared->total = total;
                                                return !shared->stop.load();
                                            });
        },
        [this, number](const Result<AlertTrial>& trial) {
            if (number != m_number)
                return; // another was wanted meanwhile
            m_work.end();
            m_failed = !trial && trial.error().code != ErrorCode::Cancelled;
            if (trial)
                m_trial = *trial;
            show();
        });
    show();
}

void AlertTrialLine::show()
{
    const bool runs = m_work.isRunning() && !m_work.wasCancelled();
    m_button->setText(runs ? tr("Stop") : tr("Try on last week"));
    QList<LinesList::Line> lines;
    if (runs) {
        m_said->setText(tr("%1 of %2 events").arg(QLocale().toString(m_work.done()), QLocale().toString(m_work.total())));
    } else if (m_trial) {
        const int fired = static_cast<int>(std::min<std::int64_t>(m_trial->fired, 1'000'000));
        m_said->setText(fired == 0 ? tr("Would not have fired last week")
                                   : tr("Would have fired %Ln times last week", nullptr, fired));
        if (!m_trial->complete)
            m_said->setText(m_said->text() + u' ' + tr("(the first %1 events)").arg(QLocale().toString(m_trial->read)));
        for (const AlertTrial::Firing& one : m_trial->firings) {
            if (lines.size() == firingsShown)
                break;
            LinesList::Line line;
            line.icon = Icon::Warning;
            line.text = one.name.empty() ? tr("%Ln events", nullptr, static_cast<int>(one.count)) : toQString(one.name);
            line.note = one.name.empty() ? QString() : tr("%Ln events", nullptr, static_cast<int>(one.count));
            line.trailing = dateTimeText(one.at);
            lines << line;
        }
    } else {
        m_said->setText(m_failed ? tr("It cannot be tried as it is.") : tr("How often would it have fired?"));
    }
    m_firings->setVisible(!lines.isEmpty());
    m_firings->setLines(lines);
}

} // namespace sallyport::ui
