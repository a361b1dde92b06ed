#include "backend/access/cel/values/network.h"
#include "backend/access/policies/condition_form.h"
#include "ui/console/permit.h"
#include "ui/parts/lines_list.h"
#include "ui/simulator/batch_model.h"
#include "ui/simulator/question_form.h"
#include "ui/simulator/simulator_panel.h"
#include "ui/simulator/trace_view.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/access_text.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::CheckAnswer;

namespace {

constexpr std::uint32_t peopleAsked = 100;
constexpr std::size_t whoListed = 200;

struct TimedAnswer {
    CheckAnswer answer;
    qint64 nanoseconds = 0;
};

authorization::CheckOptions simulated(bool trace)
{
    authorization::CheckOptions options;
    options.record = false;
    options.trace = trace;
    options.simulation = true;
    return options;
}

/// What is done to things of this kind, in the order of the permissions.
std::vector<std::string> actionsOn(const std::string& kind)
{
    std::vector<std::string> actions;
    for (const access::PermissionInfo& info : access::permissions())
        if (info.word.starts_with(kind + "s:") && actions.size() < BatchModel::mostActions)
            actions.emplace_back(info.word);
    return actions;
}

struct BatchAnswers {
    std::vector<BatchModel::Person> people;
    std::vector<CheckAnswer> answers;
};

Result<BatchAnswers> askAll(Services& services, const access::Actor& actor, const QuestionDraft& question,
                            const std::vector<std::string>& actions)
{
    identity::UserQuery query;
    query.limit = peopleAsked;
    SALLYPORT_ASSIGN(const auto page, services.users.list(actor, query));
    BatchAnswers made;
    boost::json::array questions;
    for (const identity::User& user : page.users) {
        made.people.push_back({user.id.text(), text(user.name)});
        for (const std::string& action : actions) {
            boost::json::object one = question.told();
            one["subject"] = user.id.text();
            one["action"] = action;
            questions.push_back(std::move(one));
        }
    }
    SALLYPORT_ASSIGN(made.answers, services.accessChecks.checkMany(actor, questions, simulated(false)));
    return made;
}

} // namespace

void SimulatorPanel::ask()
{
    m_wait.stop();
    showBatchTexts();
    const int asked = ++m_asked;
    console().run(
        this,
        [question = m_form->question().told()](Services& services, const access::Actor& actor) -> Result<TimedAnswer> {
            QElapsedTimer since;
            since.start();
            SALLYPORT_ASSIGN(CheckAnswer answer, services.accessChecks.check(actor, question, simulated(true)));
            return TimedAnswer{std::move(answer), since.nsecsElapsed()};
        },
        [this, asked](const Result<TimedAnswer>& answer) {
            if (asked != m_asked)
                return;
            m_answer = answer ? std::optional(answer->answer) : std::nullopt;
            if (answer)
                m_trace->setAnswer(answer->answer, answer->nanoseconds);
            else
                m_trace->setError(answer.error());
        });
    showTab(m_tabs->currentIndex());
}

void SimulatorPanel::askBatch()
{
    const auto actions = actionsOn(m_form->question().kind());
    if (!console().may(access::Permission::UsersRead) || actions.empty()) {
        m_hasBatch = false;
        m_batch->setRows({}, actions, {});
        return showBatchTexts();
    }
    console().run(
        this,
        [question = m_form->question(), actions](Services& services, const access::Actor& actor) {
            return askAll(services, actor, question, actions);
        },
        [this, asked = m_asked, actions](const Result<BatchAnswers>& answers) {
            if (asked != m_asked)
                return;
            m_hasBatch = static_cast<bool>(answers);
            if (answers)
                m_batch->setRows(answers->people, actions, answers->answers);
            else
                m_batch->setRows({}, actions, {});
            showBatchTexts();
        });
}

void SimulatorPanel::askWhat()
{
    console().run(
        this,
        [question = m_form->question().without("action")](Services& services, const access::Actor& actor) {
            return services.accessChecks.what(actor, question);
        },
        [this, asked = m_asked](const Result<std::vector<authorization::MayDo>>& list) {
            if (asked != m_asked)
                return;
            if (!list) {
                m_whatTitle->setText({});
                return m_what->setNotice(errorLine(list.error()));
            }
            QList<LinesList::Line> lines;
            int may = 0;
            for (const authorization::MayDo& one : *list) {
                LinesList::Line line;
                line.text = actionText(one.action);
                line.icon = one.answer == "yes" ? Icon::Check : one.answer == "some" ? Icon::Scale : Icon::Cross;
                line.tone = one.answer == "yes" ? Tone::Success : one.answer == "some" ? Tone::Info : Tone::Muted;
                line.trailing = one.answer == "yes" ? tr("Yes") : one.answer == "some" ? tr("Some, as policies say") : tr("No");
                if (!one.policy.empty())
                    line.note = tr("By “%1”").arg(text(one.policy));
                may += one.answer == "no" ? 0 : 1;
                lines << line;
            }
            m_whatTitle->setText(tr("%1 of %2 permissions can be used, all or in part").arg(may).arg(lines.size()));
            m_what->setLines(lines);
        });
}

void SimulatorPanel::askWho()
{
    if (const QString reason = lacks(console(), access::Permission::UsersRead); !reason.isEmpty())
        return m_who->setNotice(reason);
    console().run(
        this,
        [question = m_form->question().without("subject")](Services& services, const access::Actor& actor) {
            return services.accessChecks.who(actor, question);
        },
        [this, asked = m_asked](const Result<authorization::WhoMay>& found) {
            if (asked != m_asked)
                return;
            if (!found) {
                m_whoTitle->setText({});
                return m_who->setNotice(errorLine(found.error()));
            }
            m_whoTitle->setText(tr("%1 of %2 active users may").arg(found->total).arg(found->asked));
            QList<LinesList::Line> lines;
            for (const authorization::WhoMay::One& one : found->users) {
                if (static_cast<std::size_t>(lines.size()) == whoListed)
                    break;
                LinesList::Line line;
                line.icon = Icon::User;
                line.text = text(one.name);
                line.note = one.policy.empty() ? tr("By roles alone") : tr("By “%1”").arg(text(one.policy));
                line.toolTip = text(one.email);
                lines << line;
            }
            if (found->total > static_cast<std::int64_t>(lines.size()) && !lines.isEmpty()) {
                LinesList::Line more;
                more.text = tr("And %Ln more", nullptr, static_cast<int>(found->total - lines.size()));
                lines << more;
            }
            if (lines.isEmpty())
                m_who->setNotice(tr("Nobody may."));
            else
                m_who->setLines(lines);
        });
}

void SimulatorPanel::takeFrom(const std::string& decision)
{
    console().run(
        this, [decision](Services& services, const access::Actor& actor) { return services.decisionLog.read(actor, decision); },
        [this](const Result<authorization::RecordedDecision>& found) {
            if (!found)
                return m_toast->say(Tone::Danger, errorLine(found.error()));
            QuestionDraft question;
            const QString thing = text(found->objectName.empty() ? found->objectId : found->objectName);
            if (!question.read(found->question, text(found->subjectName), thing)) {
                // Of a route without an object nothing more was recorded than who it was and what.
                if (m_form->question().time())
                    question.setTime(*m_form->question().time());
                question.setSubject(found->subjectId, text(found->subjectName));
                const auto known = access::findPermission(found->action);
                if (known && access::isPolicyAction(*known))
                    question.setAction(found->action);
            }
            m_form->setQuestion(question);
            m_form->focusFirst();
            ask();
        });
}

void SimulatorPanel::tryWay(const QString& expression, bool)
{
    const auto form = access::policies::readConditionForm(expression.toStdString());
    if (!form || form->size() != 1)
        return;
    QuestionDraft question = m_form->question();
    const auto& part = form->front();
    if (part.kind == access::policies::ConditionPart::Kind::MfaAge)
        question.setMfaAge(std::chrono::seconds(0));
    else if (const auto network = access::cel::readNetwork(part.values.front()))
        question.setAddress(text(network->address.text()));
    m_form->setQuestion(question);
    ask();
}

void SimulatorPanel::copyCommand()
{
    const auto quoted = [](QString text) -> QString { return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\''; };
    const boost::json::object& told = m_form->question().told();
    QString command = u"sallyportd policy simulate"_s;
    for (const char* member : {"subject", "action", "resource", "context"}) {
        const boost::json::value* const value = told.if_contains(member);
        if (value == nullptr)
            continue;
        const std::string written = value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
        command += u" --"_s + QString::fromLatin1(member) + u' ' + quoted(text(written));
    }
    QGuiApplication::clipboard()->setText(command);
    m_toast->say(Tone::Success, tr("The command is on the clipboard."));
}

void SimulatorPanel::fillTestMenu()
{
    if (!m_answer)
        return;
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.policies.list(actor, {}); },
        [this](const Result<authorization::PolicyPage>& page) {
            if (!page)
                return m_toast->say(Tone::Danger, errorLine(page.error()));
            if (page->policies.empty())
                return m_toast->say(Tone::Info, tr("There is no policy yet whose test it could be."));
            auto* menu = new QMenu(this);
            menu->setObjectName(u"simulator.test_menu"_s);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            for (const access::Policy& policy : page->policies)
                connect(menu->addAction(text(policy.name)), &QAction::triggered, this,
                        [this, id = policy.id.text(), name = text(policy.name)] { saveAsTest(id, name); });
            menu->popup(m_test->mapToGlobal(QPoint(0, m_test->height())));
        });
}

void SimulatorPanel::saveAsTest(const std::string& policyId, const QString& policyName)
{
    if (!m_answer)
        return;
    const QuestionDraft& question = m_form->question();
    authorization::PolicyTest test;
    test.name = tr("%1: %2", "who and what they do").arg(question.subjectName(), actionText(question.action())).toStdString();
    test.question = question.text();
    test.allowed = m_answer->allowed;
    console().run(
        this,
        [policyId, test](Services& services, const access::Actor& actor) -> Result<std::vector<authorization::PolicyTest>> {
            SALLYPORT_ASSIGN(auto tests, services.policies.tests(actor, policyId));
            tests.push_back(test);
            return services.policies.setTests(actor, policyId, std::move(tests));
        },
        [this, policyName](const Result<std::vector<authorization::PolicyTest>>& stored) {
            if (stored)
                m_toast->say(Tone::Success, tr("It is a test of “%1” now, with this outcome.").arg(policyName));
            else
                m_toast->say(Tone::Danger, errorLine(stored.error()));
        });
}

} // namespace sallyport::ui
