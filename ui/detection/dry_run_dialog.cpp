#include "ui/detection/dry_run_dialog.h"

#include "ui/console/console.h"
#include "ui/detection/detection_words.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/text_helpers.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::DryRun;
using protection::Fate;

namespace {

constexpr std::size_t changesShown = 12;

} // namespace

DryRunDialog::DryRunDialog(Console& console, const protection::DetectionOverview& overview, QWidget* parent)
    : DialogFrame(u"detection_dry_run"_s, parent, 600), m_console(console),
      m_means(makeLabel(TextStyle::Body, Tone::Muted, this)), m_threshold(new QSpinBox(this)), m_strictness(new QSpinBox(this)),
      m_thresholdLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_strictnessLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_failure(new Banner(u"detection_dry_run.failure"_s, this)), m_sum(makeLabel(TextStyle::BodyStrong, Tone::Normal, this)),
      m_changes(new LinesList(u"detection_dry_run.changes"_s, this)),
      m_close(makeButton(ButtonKind::Secondary, u"detection_dry_run.done"_s, this)),
      m_run(makeButton(ButtonKind::Primary, u"detection_dry_run.run"_s, this, Icon::Play))
{
    setAsksToDiscard(false); // it only tries
    m_threshold->setObjectName(u"detection_dry_run.threshold"_s);
    m_threshold->setRange(1, 1000);
    m_threshold->setValue(static_cast<int>(overview.threshold));
    m_strictness->setObjectName(u"detection_dry_run.strictness"_s);
    m_strictness->setRange(1, 4);
    m_strictness->setValue(overview.strictness);
    m_thresholdLabel->setBuddy(m_threshold);
    m_strictnessLabel->setBuddy(m_strictness);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    for (QLabel* label : {m_means, m_sum})
        label->setWordWrap(true);
    m_sum->setObjectName(u"detection_dry_run.sum"_s);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(8);
    numbers->addWidget(m_thresholdLabel);
    numbers->addWidget(m_threshold);
    numbers->addSpacing(16);
    numbers->addWidget(m_strictnessLabel);
    numbers->addWidget(m_strictness);
    numbers->addStretch(1);
    body()->addWidget(m_means);
    body()->addLayout(numbers);
    body()->addWidget(m_failure);
    body()->addWidget(m_sum);
    body()->addWidget(new FittingArea(m_changes, this));
    addButton(m_close);
    addButton(m_run);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &DryRunDialog::run);
    onRetranslate(this, [this] { setTexts(); });
    run();
}

void DryRunDialog::setTexts()
{
    setTitle(tr("Dry run"));
    m_means->setText(
        tr("What these numbers would have done with the hits of the last seven days. Recorded are hits, so what nobody noticed "
           "isn’t among them: with more strictness there may be more."));
    m_thresholdLabel->setText(tr("Attack from a score of"));
    m_strictnessLabel->setText(tr("Strictness"));
    m_close->setText(tr("Close"));
    m_run->setText(tr("Run"));
    showRun();
}

void DryRunDialog::run()
{
    m_failure->hide();
    setButtonBusy(m_run, true);
    protection::DetectionDraft draft;
    draft.threshold = static_cast<std::uint32_t>(m_threshold->value());
    draft.strictness = static_cast<std::uint8_t>(m_strictness->value());
    m_console.run(
        this, [draft](Services& services, const access::Actor& actor) { return services.detectionRules.dryRun(actor, draft); },
        [this](const Result<DryRun>& answer) {
            setButtonBusy(m_run, false);
            if (!answer)
                return m_failure->showError(answer.error());
            m_answer = *answer;
            showRun();
        });
}

void DryRunDialog::showRun()
{
    m_sum->setVisible(m_answer.has_value());
    if (!m_answer)
        return;
    const QLocale locale;
    const auto count = [&](const std::array<std::int64_t, 3>& fates, Fate fate) {
        return locale.toString(static_cast<qlonglong>(fates[static_cast<std::size_t>(fate)]));
    };
    m_sum->setText(tr("%Ln hits: %1 would be blocked, %2 observed, %3 would pass.", nullptr, static_cast<int>(m_answer->looked))
                       .arg(count(m_answer->then, Fate::Blocked), count(m_answer->then, Fate::Observed),
                            count(m_answer->then, Fate::Passes)));
    QList<LinesList::Line> lines;
    for (const protection::DryRunChange& change : m_answer->changes) {
        if (static_cast<std::size_t>(lines.size()) == changesShown)
            break;
        LinesList::Line line;
        const bool passes = change.then == Fate::Passes;
        line.icon = passes ? Icon::Check : change.then == Fate::Observed ? Icon::Eye : Icon::Ban;
        line.tone = passes ? Tone::Success : change.then == Fate::Observed ? Tone::Info : Tone::Danger;
        line.text =
            tr("%1, %2", "rule and place").arg(detectionRuleTitle(change.hit.rule), hitPlace(change.hit.part, change.hit.member));
        line.note = hitSender(change.hit);
        line.trailing = passes                          ? tr("Would pass")
                        : change.then == Fate::Observed ? tr("Would be observed")
                                                        : tr("Would be blocked");
        lines << line;
    }
    if (lines.isEmpty())
        m_changes->setNotice(tr("Nothing would have come out otherwise."));
    else
        m_changes->setLines(lines);
}

} // namespace sallyport::ui
