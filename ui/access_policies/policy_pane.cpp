#include "ui/access_policies/policy_pane.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/access_text.h"
#include "ui/words/relative_time.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using access::Policy;

namespace {

constexpr auto observedPeriod = std::chrono::days(7);

} // namespace

struct PolicyPane::Behind {
    /// What it would have refused in the last days.
    struct ObservedHits {
        std::int64_t found = 0;
        bool more = false; ///< than are counted
    };
    Policy policy;
    std::vector<authorization::PolicyTestResult> tests;
    std::optional<ObservedHits> observed; ///< nothing where nobody may know, or it isn't observed
};

PolicyPane::PolicyPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"policies.details"_s, parent), m_page(m_pane->addPage(u"policies.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void PolicyPane::build()
{
    auto* facts = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_effect = m_facts->addRow(u"effect"_s);
    m_target = m_facts->addRow(u"target"_s);
    m_target->setWraps(true);
    m_kinds = m_facts->addRow(u"kinds"_s);
    m_observed = m_facts->addRow(u"observed"_s);
    m_showObserved = m_facts->addLink(u"observed"_s, u"policies.details.show_observed"_s);
    m_note = m_facts->addRow(u"note"_s);
    m_note->setWraps(true);
    m_changed = m_facts->addRow(u"changed"_s);
    m_by = m_facts->addRow(u"by"_s);
    m_version = m_facts->addRow(u"version"_s);
    facts->body()->addWidget(m_facts);
    m_conditionSection = m_pane->addSection(m_page);
    m_condition = makeLabel(TextStyle::Mono, Tone::Normal, m_conditionSection);
    m_condition->setObjectName(u"policies.details.condition"_s);
    m_condition->setWordWrap(true);
    m_condition->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_condition->setLayoutDirection(Qt::LeftToRight);
    m_conditionSection->setContent(m_condition);
    m_testsSection = m_pane->addSection(m_page);
    m_showTests = m_testsSection->addLink(u"policies.details.show_tests"_s);
    m_tests = new LinesList(u"policies.details.tests"_s, m_testsSection);
    m_testsSection->setContent(m_tests);
    m_edit = makeButton(ButtonKind::Secondary, u"policies.details.edit"_s, this, Icon::Edit);
    m_history = makeButton(ButtonKind::Secondary, u"policies.details.history"_s, this);
    m_remove = makeButton(ButtonKind::Danger, u"policies.details.remove"_s, this, Icon::Trash);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_history);
    m_pane->addFooterDanger(m_remove);
    connect(m_edit, &QPushButton::clicked, this, &PolicyPane::editRequested);
    connect(m_history, &QPushButton::clicked, this, &PolicyPane::historyRequested);
    connect(m_remove, &QPushButton::clicked, this, &PolicyPane::removeRequested);
    connect(m_showTests, &QPushButton::clicked, this, &PolicyPane::testsRequested);
    connect(m_showObserved, &QPushButton::clicked, this, &PolicyPane::decisionsRequested);
}

void PolicyPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_facts->setRowName(u"effect"_s, tr("Effect"));
    m_facts->setRowName(u"target"_s, tr("Applies to"));
    m_facts->setRowName(u"kinds"_s, tr("On"));
    m_facts->setRowName(u"observed"_s, tr("Would refuse"));
    m_facts->setRowName(u"note"_s, tr("Note"));
    m_facts->setRowName(u"changed"_s, tr("Changed"));
    m_facts->setRowName(u"by"_s, tr("By"));
    m_facts->setRowName(u"version"_s, tr("Version"));
    m_showObserved->setText(tr("Show"));
    m_conditionSection->setTitle(tr("Condition"));
    m_testsSection->setTitle(tr("Tests"));
    m_showTests->setText(tr("Show all"));
    m_edit->setText(m_console.may(Permission::PoliciesUpdate) ? tr("Edit") : tr("Open"));
    m_history->setText(tr("History"));
    m_remove->setText(tr("Delete"));
    allow(m_remove, lacks(m_console, Permission::PoliciesDelete));
    if (m_policy) {
        showPolicy();
        refresh();
    }
}

void PolicyPane::setPolicy(const Policy& policy)
{
    const bool same = m_policy && m_policy->id == policy.id && m_policy->version == policy.version;
    m_policy = policy;
    showPolicy();
    if (same)
        return;
    m_facts->setRowVisible(u"observed"_s, false);
    m_tests->setLines({});
    refresh();
}

void PolicyPane::showPolicy()
{
    const Policy& policy = *m_policy;
    const Mark mark = policyStateMark(policy.state);
    m_pane->setTitle(text(policy.name));
    m_pane->setSubtitle(policyActionsText(policy));
    m_pane->pill()->setContent(mark.iconTone, mark.icon, mark.text);
    m_pane->pill()->show();
    m_effect->setText(policy.effect == access::PolicyEffect::Deny ? tr("Deny, whatever else allows it") : tr("Allow"));
    m_target->setText(policyActionsText(policy));
    QStringList kinds;
    for (const access::ResourceKind kind : policy.resources)
        kinds << objectKindText(std::string(access::resourceWord(kind)));
    m_kinds->setText(kinds.join(u", "_s));
    m_note->setText(text(policy.note));
    m_facts->setRowVisible(u"note"_s, !policy.note.empty());
    m_changed->setText(exactTime(localTime(policy.changedAt)));
    m_by->setText(text(policy.changedBy));
    m_version->setText(QLocale().toString(static_cast<qlonglong>(policy.version)));
    m_condition->setText(text(policy.condition));
}

void PolicyPane::refresh()
{
    if (!m_policy)
        return;
    readBehind(
        m_tests,
        [id = m_policy->id](Services& services, const access::Actor& actor) -> Result<Behind> {
            SALLYPORT_ASSIGN(Policy policy, services.policies.read(actor, id.text()));
            SALLYPORT_ASSIGN(auto tests, services.policies.runTests(actor, id.text()));
            Behind behind{std::move(policy), std::move(tests), {}};
            if (behind.policy.state != access::PolicyState::Observe || !actor.permissions.has(Permission::DecisionsRead))
                return behind;
            authorization::DecisionQuery query;
            query.observed = true;
            query.policy = behind.policy.name;
            query.since = services.clock.now() - observedPeriod;
            query.limit = 1; // its count is asked for
            SALLYPORT_ASSIGN(const auto page, services.decisionLog.list(actor, query));
            behind.observed = Behind::ObservedHits{page.total, page.total >= authorization::countedDecisions};
            return behind;
        },
        [this, id = m_policy->id] { return m_policy && m_policy->id == id; },
        [this](const Behind& behind) {
            m_policy = behind.policy;
            showPolicy();
            m_facts->setRowVisible(u"observed"_s, behind.observed.has_value());
            if (behind.observed) {
                const int found = static_cast<int>(behind.observed->found);
                m_observed->setText(behind.observed->more ? tr("%Ln times and more in 7 days", nullptr, found)
                                                          : tr("%Ln times in 7 days", nullptr, found));
                m_showObserved->setVisible(mayOpenPanel(m_console, u"decisions"_s));
            }
            if (behind.tests.empty())
                return m_tests->setNotice(tr("It has no tests yet."));
            QList<LinesList::Line> lines;
            for (const auto& result : behind.tests) {
                LinesList::Line line;
                line.icon = result.passed ? Icon::Check : Icon::Cross;
                line.tone = result.passed ? Tone::Success : Tone::Danger;
                line.text = text(result.test.name);
                line.note = result.passed    ? QString()
                            : result.allowed ? tr("Allows, and was to refuse")
                                             : tr("Refuses, and was to allow");
                lines << line;
            }
            m_tests->setLines(lines);
        });
}

} // namespace sallyport::ui
