#include "ui/reports/chain_card.h"

#include "backend/audit/event_kinds.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/reports/accept_damage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

QString chainProblemText(const audit::ChainReport& report)
{
    using audit::ChainProblem;
    const QString number = QLocale().toString(static_cast<qlonglong>(report.firstBad));
    switch (report.problem) {
    case ChainProblem::Changed:
        return QCoreApplication::translate("ChainProblem", "Event %1 was changed after it was recorded.").arg(number);
    case ChainProblem::Missing: return QCoreApplication::translate("ChainProblem", "Event %1 is missing.").arg(number);
    case ChainProblem::Reordered:
        return QCoreApplication::translate("ChainProblem", "From event %1 on, the order was changed.").arg(number);
    case ChainProblem::Truncated:
        return QCoreApplication::translate("ChainProblem", "The end of the journal was cut off after event %1.")
            .arg(QLocale().toString(static_cast<qlonglong>(report.head.sequence)));
    case ChainProblem::AnchorMissing:
    case ChainProblem::AnchorDamaged:
        return QCoreApplication::translate("ChainProblem", "The anchor file beside the database is damaged.");
    case ChainProblem::Inserted:
        return QCoreApplication::translate("ChainProblem", "Somebody has put event %1 into the journal.").arg(number);
    case ChainProblem::IndexChanged:
        return QCoreApplication::translate(
                   "ChainProblem", "An index was changed: filters did not find event %1. It is whole, and the index is mended.")
            .arg(number);
    case ChainProblem::TreeChanged:
        return QCoreApplication::translate("ChainProblem", "From event %1 on, the tree does not hold what the journal holds.")
            .arg(number);
    case ChainProblem::HeadChanged:
        return QCoreApplication::translate("ChainProblem", "From event %1 on, the tree does not fit its signed heads.")
            .arg(number);
    case ChainProblem::RolledBack:
        return QCoreApplication::translate(
                   "ChainProblem",
                   "The database was put back to an older state: events from %1 on are others than those that were signed.")
            .arg(number);
    case ChainProblem::HeadsMissing:
        return QCoreApplication::translate("ChainProblem",
                                           "The file heads.jsonl beside the database was gone. The events are whole.");
    case ChainProblem::HeadsCut:
        return QCoreApplication::translate("ChainProblem",
                                           "Signed heads from event %1 on were gone from heads.jsonl. The events are whole.")
            .arg(number);
    case ChainProblem::None:
    case ChainProblem::Earlier: break;
    }
    return QCoreApplication::translate("ChainProblem", "The chain breaks at event %1.").arg(number);
}

QString acceptedText(const audit::AcceptedDamage& accepted)
{
    using audit::ChainProblem;
    const auto number = [](std::int64_t event) { return QLocale().toString(static_cast<qlonglong>(event)); };
    QString what;
    switch (accepted.problem) {
    case ChainProblem::AnchorMissing:
    case ChainProblem::AnchorDamaged:
        what = QCoreApplication::translate("ChainProblem", "The anchor did not fit at event %1").arg(number(accepted.first));
        break;
    case ChainProblem::Missing:
        what = QCoreApplication::translate("ChainProblem", "Events %1 to %2 are missing")
                   .arg(number(accepted.first), number(accepted.last));
        break;
    case ChainProblem::Inserted:
        what = QCoreApplication::translate("ChainProblem", "Event %1 was put in").arg(number(accepted.first));
        break;
    case ChainProblem::RolledBack:
        what = QCoreApplication::translate("ChainProblem", "The database was put back to an older state from event %1 on")
                   .arg(number(accepted.first));
        break;
    case ChainProblem::TreeChanged:
    case ChainProblem::HeadChanged:
        what = QCoreApplication::translate("ChainProblem", "Tree and heads did not fit from event %1 on")
                   .arg(number(accepted.first));
        break;
    case ChainProblem::IndexChanged:
        what = QCoreApplication::translate("ChainProblem", "An index did not have event %1").arg(number(accepted.first));
        break;
    case ChainProblem::HeadsMissing: what = QCoreApplication::translate("ChainProblem", "The file heads.jsonl was gone"); break;
    case ChainProblem::HeadsCut:
        what = QCoreApplication::translate("ChainProblem", "Signed heads from event %1 on were gone from heads.jsonl")
                   .arg(number(accepted.first));
        break;
    default: what = QCoreApplication::translate("ChainProblem", "Event %1 was changed").arg(number(accepted.first)); break;
    }
    //: %1: what is wrong, %2: when it was accepted, %3: by whom, %4: why
    return QCoreApplication::translate("ChainProblem", "%1; accepted %2 by %3: %4")
        .arg(what, zonedTime(accepted.at), toQString(accepted.by), toQString(accepted.why));
}

ChainCard::ChainCard(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_text(makeLabel(TextStyle::Small, Tone::Muted, this)), m_last(new ElideLabel(TextStyle::Small, Tone::Normal, this)),
      m_verify(makeButton(ButtonKind::Secondary, QStringLiteral("reports.verify"), this, Icon::Link)),
      m_progress(new ProgressRow(QStringLiteral("reports.verify.progress"), this)),
      m_result(new Banner(QStringLiteral("reports.verify.result"), this)),
      m_openEvents(
          makeButton(ButtonKind::Secondary, QStringLiteral("reports.verify.events"), m_result, Icon::None, ButtonSize::Tool)),
      m_accept(makeButton(ButtonKind::Secondary, QStringLiteral("reports.verify.accept"), m_result, Icon::None, ButtonSize::Tool))
{
    setObjectName(QStringLiteral("reports.chain"));
    m_text->setWordWrap(true);
    m_last->setObjectName(QStringLiteral("reports.verify.last"));
    m_progress->setCancelVisible(true);
    m_progress->hide();
    m_result->addAction(m_openEvents);
    m_result->addAction(m_accept);
    m_result->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_last);
    column->addWidget(m_verify, 0, Qt::AlignLeading);
    column->addWidget(m_progress);
    column->addWidget(m_result);
    connect(m_verify, &QPushButton::clicked, this, &ChainCard::verify);
    connect(m_progress, &ProgressRow::cancelRequested, &m_work, &LongWork::cancel);
    connect(&m_work, &LongWork::advanced, this, &ChainCard::showWork);
    connect(m_openEvents, &QPushButton::clicked, this, [this] { Q_EMIT openEvents(QStringLiteral("kind:audit.")); });
    connect(m_accept, &QPushButton::clicked, this, &ChainCard::accept);
    onRetranslate(this, [this] { setTexts(); });
}

void ChainCard::setTexts()
{
    m_title->setText(tr("Audit chain"));
    m_text->setText(tr("Every event carries a keyed hash over the one before it. Verifying reads them all and finds "
                       "what was changed, removed or cut off."));
    m_verify->setText(tr("Verify chain"));
    m_openEvents->setText(tr("Open audit events"));
    m_accept->setText(tr("Accept the damage…"));
    if (m_resultTexts)
        m_resultTexts();
    showLast();
}

void ChainCard::refresh()
{
    allow(m_verify, lacks(m_console, access::Permission::EventsVerify), !isRunning());
    allow(m_accept, lacks(m_console, access::Permission::SettingsUpdate), !isRunning());
    m_console.run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<std::optional<audit::Event>> {
            audit::EventQuery query;
            query.kinds = {std::string(audit::kind::auditVerified), std::string(audit::kind::auditDamaged)};
            SALLYPORT_ASSIGN(journal::EventPage page, services.events.list(actor, query, 1, {}, false));
            if (page.events.empty())
                return std::optional<audit::Event>();
            return std::optional<audit::Event>(std::move(page.events.front()));
        },
        [this](const Result<std::optional<audit::Event>>& last) {
            m_asked = last.has_value();
            if (last)
                m_lastEvent = *last;
            showLast();
        });
}

void ChainCard::showLast()
{
    // What was found just now says it already.
    m_last->setVisible(m_asked && !m_resultTexts);
    if (!m_asked)
        return;
    if (!m_lastEvent) {
        m_last->setTone(Tone::Muted);
        m_last->setText(tr("Not verified yet"));
        return;
    }
    const bool intact = m_lastEvent->kind == audit::kind::auditVerified;
    m_last->setTone(intact ? Tone::Success : Tone::Danger);
    const QString when = zonedTime(m_lastEvent->time);
    m_last->setText(intact ? tr("Last verified %1: intact").arg(when) : tr("Found damaged %1").arg(when));
}

void ChainCard::verify()
{
    if (isRunning())
        return;
    m_result->hide();
    m_resultTexts = {};
    auto progress = m_work.begin();
    enableOr(m_verify, waitReason());
    showWork();
    m_console.run(
        this,
        [progress = std::move(progress)](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.events.verify(actor, progress(locking));
        },
        [this](const Result<audit::ChainReport>& report) { takeReport(report); });
}

void ChainCard::showWork()
{
    m_progress->setVisible(isRunning());
    if (isRunning())
        m_progress->setProgress(m_work.share(), m_work.text());
}

void ChainCard::takeReport(const Result<audit::ChainReport>& report)
{
    m_work.end();
    showWork();
    m_openEvents->setVisible(report.has_value() && (!report->intact || !report->accepted.empty()));
    m_accept->setVisible(report.has_value() && !report->intact);
    m_resultTexts = [this, report] {
        if (!report && report.error().code == ErrorCode::Cancelled) {
            m_result->setTone(Tone::Info, Icon::Info);
            m_result->setTitle(tr("Verification stopped"));
            m_result->setText(tr("Nothing was found up to there."));
        } else if (!report) {
            m_result->setTone(Tone::Danger, Icon::Error);
            m_result->setTitle(tr("The chain could not be verified"));
            m_result->setText(errorLine(report.error()));
        } else if (report->intact) {
            const auto checked = static_cast<int>(std::min<std::int64_t>(report->checked, 1'000'000'000));
            QString text = tr("%Ln event(s) checked. Nothing was changed, removed or cut off.", nullptr, checked);
            m_result->setTone(Tone::Success, Icon::CheckCircle);
            m_result->setTitle(tr("The chain is intact"));
            text.replace(QString::number(checked), QLocale().toString(checked));
            if (!report->accepted.empty()) {
                text = tr("%Ln event(s) checked. Apart from what was accepted, nothing was changed, removed or cut off.", nullptr,
                          checked)
                           .replace(QString::number(checked), QLocale().toString(checked));
                m_result->setTone(Tone::Warning, Icon::Warning);
            }
            for (const audit::AcceptedDamage& accepted : report->accepted)
                text += QLatin1Char('\n') + acceptedText(accepted);
            if (report->expiredAt)
                text += QLatin1Char('\n') + tr("Events up to %1 were removed as older than they are kept, last %2.")
                                                .arg(QLocale().toString(static_cast<qlonglong>(report->expiredThrough)),
                                                     zonedTime(*report->expiredAt));
            m_result->setText(text);
        } else {
            m_result->setTone(Tone::Danger, Icon::Critical);
            m_result->setTitle(tr("The chain is damaged"));
            m_result->setText(chainProblemText(*report));
        }
    };
    m_resultTexts();
    m_result->show();
    refresh();
    Q_EMIT verified();
}

void ChainCard::accept()
{
    askWhyAccepted(this, [this](const QString& why) {
        enableOr(m_accept, waitReason());
        m_console.run(
            this,
            [why = why.toStdString()](Services& services, const access::Actor& actor, const CancelFlag& locking) {
                return services.events.acceptDamage(actor, why,
                                                    [&locking](std::int64_t, std::int64_t) { return !locking.load(); });
            },
            [this](const Result<std::vector<audit::AcceptedDamage>>& accepted) {
                if (!accepted)
                    return takeReport(accepted.error());
                Q_EMIT damageAccepted();
                verify(); // and shows what stays
            });
    });
}

} // namespace sallyport::ui
