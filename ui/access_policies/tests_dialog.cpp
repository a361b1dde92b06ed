#include "ui/access_policies/tests_dialog.h"

#include "backend/access/policies/policy_limits.h"
#include "ui/access_policies/policy_trial.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using authorization::PolicyTest;

TestsDialog::TestsDialog(Console& console, const access::Policy& policy, authorization::NewPolicy draft,
                         std::optional<TriedQuestion> tried, QWidget* parent)
    : DialogFrame(u"policy_tests"_s, parent, 620), m_console(console), m_policy(policy), m_draft(std::move(draft)),
      m_tried(std::move(tried)), m_failure(new Banner(u"policy_tests.failure"_s, this)),
      m_lines(new LinesList(u"policy_tests.list"_s, this)), m_addBox(new QWidget(this)), m_name(new QLineEdit(this)),
      m_expected(new SegmentedControl(u"policy_tests.expected"_s, this)),
      m_add(makeButton(ButtonKind::Secondary, u"policy_tests.add"_s, this, Icon::Plus)),
      m_run(makeButton(ButtonKind::Secondary, u"policy_tests.run"_s, this, Icon::Refresh)),
      m_close(makeButton(ButtonKind::Primary, u"policy_tests.done"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_name->setObjectName(u"policy_tests.name"_s);
    m_name->setMaxLength(static_cast<int>(access::policyTestNameLimit));
    m_nameField = new Field(m_name, this);
    m_expected->addSegment(u"allow"_s);
    m_expected->addSegment(u"refuse"_s);
    auto* row = new QHBoxLayout(m_addBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_nameField, 1);
    row->addWidget(m_expected, 0, Qt::AlignBottom);
    row->addWidget(m_add, 0, Qt::AlignBottom);
    m_addBox->setVisible(m_tried.has_value());
    if (m_tried)
        m_expected->setCurrent(m_tried->allowed ? 0 : 1);
    body()->addWidget(m_failure);
    body()->addWidget(new FittingArea(m_lines, this));
    body()->addWidget(m_addBox);
    addLeadingButton(m_run);
    addButton(m_close);
    connect(m_lines, &LinesList::linkActivated, this, &TestsDialog::remove);
    connect(m_name, &QLineEdit::textChanged, this, &TestsDialog::setTexts);
    connect(m_add, &QPushButton::clicked, this, &TestsDialog::add);
    connect(m_run, &QPushButton::clicked, this, &TestsDialog::run);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    onRetranslate(this, [this] { setTexts(); });
    run();
}

void TestsDialog::setTexts()
{
    setTitle(tr("Tests of %1").arg(text(m_policy.name)));
    m_nameField->setLabel(tr("The tried question as a test"));
    m_name->setPlaceholderText(tr("What it shows, in a few words"));
    m_expected->setAccessibleName(tr("What is to come out"));
    m_expected->setSegmentText(0, tr("Allow"));
    m_expected->setSegmentText(1, tr("Refuse"));
    m_add->setText(tr("Add test"));
    m_run->setText(tr("Run again"));
    m_close->setText(tr("Done"));
    allow(m_add, lacks(m_console, Permission::PoliciesUpdate), m_loaded && !m_name->text().trimmed().isEmpty(), {},
          m_loaded ? incompleteReason() : waitReason());
    if (m_loaded)
        showResults();
}

void TestsDialog::run()
{
    m_failure->hide();
    setButtonBusy(m_run, true);
    m_console.run(
        this,
        [policy = m_policy, draft = m_draft](Services& services, const access::Actor& actor) {
            return tryTests(services, actor, policy, draft);
        },
        [this](const Result<std::vector<authorization::PolicyTestResult>>& results) {
            setButtonBusy(m_run, false);
            if (!results)
                return m_failure->showError(results.error());
            m_results = *results;
            m_loaded = true;
            setTexts();
        });
}

void TestsDialog::showResults()
{
    if (m_results.empty())
        return m_lines->setNotice(m_tried ? tr("No tests yet. What was tried in the simulator becomes the first one.")
                                          : tr("No tests yet. Try a question in the simulator; it can become one."));
    QList<LinesList::Line> lines;
    const bool mayChange = m_console.may(Permission::PoliciesUpdate);
    for (const auto& result : m_results) {
        LinesList::Line line;
        line.icon = result.passed ? Icon::Check : Icon::Cross;
        line.tone = result.passed ? Tone::Success : Tone::Danger;
        line.text = text(result.test.name);
        line.note = result.passed    ? (result.allowed ? tr("Allows, as it is to") : tr("Refuses, as it is to"))
                    : result.allowed ? tr("Allows, and was to refuse")
                                     : tr("Refuses, and was to allow");
        if (mayChange)
            line.link = tr("Remove");
        line.toolTip = text(result.test.question);
        lines << line;
    }
    m_lines->setLines(lines);
}

void TestsDialog::add()
{
    std::vector<PolicyTest> tests;
    for (const auto& result : m_results)
        tests.push_back(result.test);
    tests.push_back({m_name->text().trimmed().toStdString(), m_tried->json, m_expected->current() == 0});
    put(std::move(tests));
}

void TestsDialog::remove(int index)
{
    std::vector<PolicyTest> tests;
    for (std::size_t at = 0; at < m_results.size(); ++at)
        if (static_cast<int>(at) != index)
            tests.push_back(m_results[at].test);
    put(std::move(tests));
}

void TestsDialog::put(std::vector<PolicyTest> tests)
{
    m_failure->hide();
    m_console.run(
        this,
        [id = m_policy.id.text(), tests = std::move(tests)](Services& services, const access::Actor& actor) {
            return services.policies.setTests(actor, id, tests);
        },
        [this](const Result<std::vector<PolicyTest>>& stored) {
            if (!stored)
                return m_failure->showError(stored.error());
            m_name->clear();
            Q_EMIT changed();
            run();
        });
}

} // namespace sallyport::ui
