#include "ui/access_policies/policy_editor.h"

#include "backend/access/policies/condition.h"
#include "backend/access/policies/condition_form.h"
#include "ui/access_policies/cel_editor.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_form.h"
#include "ui/access_policies/policy_trial.h"
#include "ui/access_policies/replay_view.h"
#include "ui/access_policies/try_pane.h"
#include "ui/console/console.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/policy_place.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using access::PolicyState;

namespace {

constexpr int checkWaits = 150; // ms after the last key
constexpr int headHeight = 40;
constexpr int formWidth = 376;
constexpr int textWidth = 320;
constexpr int editorHeight = 488;
constexpr int replayHeight = 196;

/// What a worker has found out about a text.
struct CheckedText {
    std::string text;
    access::cel::Problems problems;
    std::vector<FieldError> mistakes; ///< with those that aren't of the language
    std::optional<access::policies::ConditionForm> form;
};

CheckedText checkedText(std::string text)
{
    auto condition = access::policies::readCondition(text);
    auto form = access::policies::readConditionForm(text);
    return {std::move(text), std::move(condition.problems), std::move(condition.mistakes), std::move(form)};
}

} // namespace

PolicyEditor::PolicyEditor(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_draft(new PolicyDraft(this)),
      m_formTitle(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_textTitle(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_failure(new Banner(u"policy.failure"_s, this)),
      m_stepIcon(new IconLabel(Icon::Swap, Tone::Muted, 16, this)), m_step(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_problem(new Banner(u"policy.problem"_s, this)), m_replay(new ReplayView(console, m_draft, this)),
      m_try(new TryPane(console, m_draft, this))
{
    setObjectName(u"policy.editor"_s);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    const auto split = [this](Qt::Orientation orientation, const QString& name, QWidget* first, QWidget* second,
                              const QList<int>& sizes) {
        auto* splitter = new QSplitter(orientation, this);
        splitter->setObjectName(name);
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
        splitter->addWidget(first);
        splitter->addWidget(second);
        splitter->setSizes(sizes);
        return splitter;
    };
    auto* both = split(Qt::Horizontal, u"policy.both"_s, makeFormSide(), makeTextSide(), {formWidth, textWidth});
    auto* below = new QWidget(this);
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(0);
    belowColumn->addWidget(m_replay, 1);
    belowColumn->addWidget(makeTestsRow());
    auto* left = split(Qt::Vertical, u"policy.rows"_s, both, below, {editorHeight, replayHeight});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_failure);
    column->addWidget(split(Qt::Horizontal, u"policy.columns"_s, left, m_try, {formWidth + textWidth, formWidth}), 1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(checkWaits);
    connect(&m_wait, &QTimer::timeout, this, &PolicyEditor::check);
    connect(m_text, &CelEditor::edited, this, &PolicyEditor::takeText);
    connect(m_form, &PolicyForm::conditionsEdited, this, [this](const QString& text) {
        m_text->setText(text);
        m_draft->edit([&](authorization::NewPolicy& words) { words.condition = toUtf8(text); });
        m_checking = true;
        check();
    });
    connect(m_draft, &PolicyDraft::begun, this, [this] {
        m_failure->hide();
        m_text->setText(toQString(m_draft->words().condition));
        m_text->document()->clearUndoRedoStacks();
        m_checking = true;
        check();
    });
    connect(m_draft, &PolicyDraft::changed, this, &PolicyEditor::stateChanged);
    connect(m_draft, &PolicyDraft::changed, this, [this] {
        if (isVisible())
            m_try->askSoon();
    });
    connect(m_try, &TryPane::policyRequested, this, &PolicyEditor::policyRequested);
    connect(m_showTests, &QPushButton::clicked, this, &PolicyEditor::testsRequested);
    onRetranslate(this, [this] { setTexts(); });
    loadRoles();
}

QWidget* PolicyEditor::makeHead(QLabel* title, QWidget* trailing)
{
    auto* head = new Surface(Token::Surface, this);
    head->setHairlines(Qt::BottomEdge);
    head->setFixedHeight(scaled(headHeight, this));
    auto* row = new QHBoxLayout(head);
    setLeadingMargins(head, {trailing == nullptr ? 24 : 16, 0, 16, 0});
    row->setSpacing(6);
    row->addWidget(title);
    row->addStretch(1);
    if (trailing != nullptr) {
        row->addWidget(m_stepIcon);
        row->addWidget(trailing);
    }
    return head;
}

QWidget* PolicyEditor::makeFormSide()
{
    auto* side = new Surface(Token::Surface, this);
    m_form = new PolicyForm(m_draft, side);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(m_formTitle, nullptr));
    column->addWidget(makeScrollArea(m_form, side, u"policy.form"_s), 1);
    side->setMinimumWidth(scaled(300, this));
    return side;
}

QWidget* PolicyEditor::makeTextSide()
{
    auto* side = new Surface(Token::Raised, this);
    m_text = new CelEditor(u"policy.text"_s, side);
    m_problem->setTone(Tone::Warning, Icon::Warning);
    m_problem->hide();
    auto* below = new QVBoxLayout;
    below->setContentsMargins(12, 0, 12, 12);
    below->addWidget(m_problem);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(m_textTitle, m_step));
    column->addWidget(m_text, 1);
    column->addLayout(below);
    side->setMinimumWidth(scaled(240, this));
    return side;
}

QWidget* PolicyEditor::makeTestsRow()
{
    m_testsRow = new QWidget(this);
    m_testsIcon = new IconLabel(Icon::Dash, Tone::Muted, 16, m_testsRow);
    m_tests = new ElideLabel(TextStyle::Body, Tone::Normal, m_testsRow);
    m_showTests = makeButton(ButtonKind::Link, u"policy.tests"_s, m_testsRow);
    auto* row = new QHBoxLayout(m_testsRow);
    row->setContentsMargins(leadingMargins(24, 6, 16, 6));
    row->setSpacing(8);
    row->addWidget(m_testsIcon);
    row->addWidget(m_tests, 1);
    row->addWidget(m_showTests);
    return m_testsRow;
}

void PolicyEditor::runTests()
{
    m_showTests->setVisible(m_draft->saved().has_value());
    if (!m_draft->saved()) {
        m_testsIcon->setIcon(Icon::Dash, Tone::Muted);
        return m_tests->setText(tr("Tests stand beside a policy once it is saved"));
    }
    m_console.run(
        this,
        [policy = *m_draft->saved(), draft = m_draft->words()](Services& services, const access::Actor& actor) {
            return tryTests(services, actor, policy, draft);
        },
        [this, draft = m_draft->words().condition](const Result<std::vector<authorization::PolicyTestResult>>& results) {
            if (draft == m_draft->words().condition)
                showTests(results);
        });
}

void PolicyEditor::showTests(const Result<std::vector<authorization::PolicyTestResult>>& results)
{
    if (!results) {
        m_testsIcon->setIcon(Icon::Warning, Tone::Warning);
        return m_tests->setText(errorLine(results.error()));
    }
    const auto passed = std::ranges::count(*results, true, &authorization::PolicyTestResult::passed);
    const auto all = static_cast<std::ptrdiff_t>(results->size());
    m_testsIcon->setIcon(all == 0        ? Icon::Dash
                         : passed == all ? Icon::CheckCircle
                                         : Icon::Cross,
                         all == 0        ? Tone::Muted
                         : passed == all ? Tone::Success
                                         : Tone::Danger);
    m_tests->setText(all == 0 ? tr("No tests yet") : tr("%1 of %Ln tests pass", nullptr, static_cast<int>(all)).arg(passed));
}

void PolicyEditor::setTexts()
{
    m_showTests->setText(tr("Tests"));
    m_formTitle->setText(tr("Form"));
    m_textTitle->setText(tr("Text"));
    m_text->setAccessibleName(tr("Condition in CEL"));
    m_step->setText(m_inStep ? tr("In step with the form") : tr("Only as text"));
    if (!m_checked.empty())
        check();
}

void PolicyEditor::loadRoles()
{
    if (!m_console.may(Permission::RolesRead))
        return;
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
        [this](const Result<std::vector<access::Role>>& roles) {
            QStringList names;
            if (roles)
                for (const access::Role& role : *roles)
                    names << toQString(role.name);
            m_form->setRoles(names);
        });
}

QString PolicyEditor::missing() const
{
    if (QString missed = m_form->missing(); !missed.isEmpty())
        return missed;
    return m_right ? QString() : tr("The condition has a mistake: see below the text");
}

void PolicyEditor::begin()
{
    m_try->askSoon();
    const QString against = lacks(m_console, m_draft->saved() ? Permission::PoliciesUpdate : Permission::PoliciesCreate);
    m_form->setAgainst(against);
    m_text->setReadOnly(!against.isEmpty()); // its tool tips tell of mistakes in it
    if (m_draft->saved())
        m_text->setFocus();
    else
        m_form->nameInput()->setFocus();
}

bool PolicyEditor::showPlace(const PolicyPlace& place)
{
    if (m_text->toPlainText() != place.condition) {
        m_text->select(0, 0);
        return false;
    }
    const QByteArray bytes = place.condition.toUtf8();
    m_text->select(static_cast<int>(QString::fromUtf8(bytes.first(std::clamp<qsizetype>(place.offset, 0, bytes.size()))).size()),
                   static_cast<int>(QString::fromUtf8(bytes.mid(place.offset, place.length)).size()));
    return true;
}

void PolicyEditor::takeText()
{
    m_draft->edit([this](authorization::NewPolicy& words) { words.condition = toUtf8(m_text->toPlainText()); });
    m_checking = true;
    m_wait.start();
    Q_EMIT stateChanged();
}

void PolicyEditor::check()
{
    m_console.runAside(
        this, [text = m_draft->words().condition] { return checkedText(text); },
        [this](const CheckedText& found) {
            if (found.text != m_draft->words().condition)
                return; // it goes on being typed
            m_checking = false;
            m_checked = found.text;
            m_right = found.mistakes.empty();
            const QString text = toQString(found.text);
            auto marks = celMarks(text, found.problems);
            m_problem->setVisible(!m_right);
            m_problem->setTitle(marks.empty() ? tr("Condition") : tr("Line %1").arg(marks.front().line));
            if (!marks.empty())
                m_problem->setText(marks.front().message);
            else if (!m_right)
                m_problem->setText(found.text.find_first_not_of(" \t\r\n") == std::string::npos
                                       ? tr("A condition is missing; “true” always holds.")
                                       : toQString(found.mistakes.front().message));
            m_text->setMarks(std::move(marks));
            // While there are mistakes the form stays as it was: the next key may end them.
            if (m_right) {
                m_inStep = found.form.has_value();
                m_form->setConditions(found.form);
                runTests();
            }
            m_step->setText(m_inStep ? tr("In step with the form") : tr("Only as text"));
            Q_EMIT stateChanged();
        });
}

void PolicyEditor::store(PolicyState state)
{
    m_failure->hide();
    m_storing = true;
    m_draft->edit([state](authorization::NewPolicy& words) { words.state = access::stateWord(state); });
    Q_EMIT stateChanged();
    const auto before = m_draft->saved();
    m_console.run(
        this,
        [before, words = m_draft->words(), patch = m_draft->patch()](Services& services, const access::Actor& actor) {
            return before ? services.policies.change(actor, before->id.text(), patch) : services.policies.create(actor, words);
        },
        [this, before](const Result<access::Policy>& stored) {
            m_storing = false;
            if (stored) {
                m_draft->stored(*stored);
                Q_EMIT saved(*stored, before);
            } else {
                showError(stored.error());
            }
            Q_EMIT stateChanged();
        });
}

void PolicyEditor::showError(const Error& error)
{
    if (m_form->showErrors(error))
        return;
    if (error.word == "tests_failed") {
        m_failure->setTitle(tr("Not published: tests of the policy fail"));
        m_failure->setText(tr("Change the policy or its tests, then try again. What is stored stays as it was."));
        m_failure->show();
        return;
    }
    m_failure->showError(error);
}

} // namespace sallyport::ui
