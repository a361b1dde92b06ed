#include "ui/access_policies/publish_dialog.h"

#include "ui/access_policies/differences_view.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_trial.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fitting_area.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::PolicyState;

PublishDialog::PublishDialog(Console& console, const PolicyDraft& draft, const QString& replayed, QWidget* parent)
    : DialogFrame(u"publish_policy"_s, parent, 600), m_console(console), m_draft(draft), m_replayed(replayed),
      m_state(new SegmentedControl(u"publish_policy.state"_s, this)), m_means(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_changesTitle(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_changes(new DifferencesView(this)),
      m_checks(new LinesList(u"publish_policy.checks"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"publish_policy.cancel"_s, this)),
      m_publish(makeButton(ButtonKind::Primary, u"publish_policy.confirm"_s, this))
{
    m_state->addSegment(u"observe"_s);
    m_state->addSegment(u"enforce"_s);
    m_state->setCurrent(draft.words().state == "observe" ? 0 : 1);
    m_means->setWordWrap(true);
    body()->addWidget(m_state, 0, Qt::AlignLeading);
    body()->addWidget(m_means);
    body()->addWidget(m_changesTitle);
    body()->addWidget(new FittingArea(m_changes, this));
    body()->addWidget(m_checks);
    addButton(m_cancel);
    addButton(m_publish);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_state, &SegmentedControl::currentChanged, this, &PublishDialog::showState);
    connect(m_publish, &QPushButton::clicked, this, [this] {
        const PolicyState chosen = state();
        accept();
        Q_EMIT confirmed(chosen);
    });
    onRetranslate(this, [this] { setTexts(); });
    runTests();
}

PolicyState PublishDialog::state() const
{
    return m_state->current() == 0 ? PolicyState::Observe : PolicyState::Enforce;
}

void PublishDialog::setTexts()
{
    setTitle(tr("Publish %1?").arg(text(m_draft.words().name)));
    m_state->setAccessibleName(tr("State"));
    m_state->setSegmentText(0, tr("Observe"));
    m_state->setSegmentText(1, tr("Enforce"));
    m_changesTitle->setText(tr("What changes"));
    m_cancel->setText(tr("Cancel"));
    showState();
    showChecks();
}

void PublishDialog::showState()
{
    const bool denies = m_draft.words().effect == "deny";
    const bool enforce = state() == PolicyState::Enforce;
    m_means->setText(!enforce ? tr("It decides nothing. Each decision notes what it would have been.")
                     : denies
                         ? tr("From the next request on it refuses what its condition says, whatever else allows it. The rest of "
                              "what it names needs another policy that allows it.")
                         : tr("From the next request on what it names needs a policy that allows it; this one allows what its "
                              "condition says."));
    m_publish->setText(enforce ? tr("Enforce") : tr("Observe"));
    authorization::NewPolicy after = m_draft.words();
    after.state = access::stateWord(state());
    const auto& saved = m_draft.saved();
    m_changes->setDifferences(policyDifferences(saved ? policyWords(*saved) : emptyPolicy(), after),
                              tr("Nothing is otherwise than it is."));
}

void PublishDialog::runTests()
{
    if (!m_draft.saved()) {
        m_tested = true;
        return showChecks();
    }
    m_console.run(
        this,
        [policy = *m_draft.saved(), draft = m_draft.words()](Services& services, const access::Actor& actor) {
            return tryTests(services, actor, policy, draft);
        },
        [this](const Result<std::vector<authorization::PolicyTestResult>>& results) {
            m_tested = true;
            if (!results) {
                m_testError = errorLine(results.error());
            } else {
                m_tests = static_cast<int>(results->size());
                for (const auto& result : *results)
                    if (!result.passed)
                        m_failed << text(result.test.name);
            }
            showChecks();
        });
}

void PublishDialog::showChecks()
{
    using Line = LinesList::Line;
    QList<Line> lines;
    Line tests;
    if (!m_tested) {
        tests.icon = Icon::Hourglass;
        tests.text = tr("Its tests are running");
    } else if (!m_testError.isEmpty()) {
        tests.icon = Icon::Warning;
        tests.tone = Tone::Warning;
        tests.text = tr("Its tests could not be run");
        tests.note = m_testError;
    } else if (m_tests == 0) {
        tests.icon = Icon::Dash;
        tests.text = tr("It has no tests");
    } else if (m_failed.isEmpty()) {
        tests.icon = Icon::CheckCircle;
        tests.tone = Tone::Success;
        tests.text = tr("%Ln tests pass", nullptr, m_tests);
    } else {
        tests.icon = Icon::Cross;
        tests.tone = Tone::Danger;
        tests.text = tr("%Ln tests fail: it can’t be published", nullptr, static_cast<int>(m_failed.size()));
        tests.note = m_failed.join(u", "_s);
    }
    lines << tests;
    Line replay;
    replay.icon = m_replayed.isEmpty() ? Icon::Dash : Icon::Refresh;
    replay.text = m_replayed.isEmpty() ? tr("Not replayed since the last change") : m_replayed;
    lines << replay;
    m_checks->setLines(lines);
    enableOr(m_publish, !m_tested ? waitReason() : m_failed.isEmpty() ? QString() : tests.text);
}

} // namespace sallyport::ui
