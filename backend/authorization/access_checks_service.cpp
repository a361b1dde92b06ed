#include "backend/authorization/access_checks_service.h"

#include "backend/access/policies/explain.h"
#include "backend/access/policies/policy_limits.h"
#include "backend/access/policies/residual.h"
#include "backend/access/role.h"
#include "backend/authorization/decision_rows.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/question_answer.h"
#include "backend/authorization/trace_json.h"
#include "backend/identity/core/user_fields.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::authorization {

namespace {

namespace json = boost::json;
using namespace access::policies;
using access::Actor;
using access::Permission;

/// What `trace` says where there was nothing to explain.
std::string unknownTrace(const CheckAnswer& answer)
{
    return json::serialize(json::object{{"summary", answer.summary}, {"reason", answer.reason}});
}

} // namespace

CheckAnswer answerOf(const Question& question, const PolicySet& set, const access::Roles& roles)
{
    if (!question.unknown.empty())
        return unknownAnswer(question.unknown == "subject");
    return answerOf(QuestionAnswerer(set).explain(question, roles));
}

Error noSuchObject()
{
    return identity::validationError({{"resource.id", "There is no such object.", "exists"}});
}

Result<AccessChecksService::SetPointer> AccessChecksService::setFor(const CheckOptions& options) const
{
    SetPointer set = m_shared.table.now();
    std::vector<FieldError> errors;
    for (std::size_t at = 0; at < options.enforced.size(); ++at) {
        const access::Policy* const found = findPolicy(*set, options.enforced[at]);
        if (found == nullptr) {
            errors.push_back({"enforced." + std::to_string(at), "There is no such policy.", "exists"});
            continue;
        }
        access::Policy policy = *found;
        policy.state = access::PolicyState::Enforce;
        set = set->with(std::move(policy));
    }
    for (std::size_t at = 0; at < options.drafts.size(); ++at) {
        std::vector<FieldError> mistakes;
        access::Policy policy = policyOf(options.drafts[at], mistakes);
        for (FieldError& mistake : mistakes) {
            mistake.field = "drafts." + std::to_string(at) + '.' + mistake.field;
            errors.push_back(std::move(mistake));
        }
        const access::Policy* const same = findPolicy(*set, policy.name);
        policy.id = same != nullptr ? same->id : access::PolicyId("draft " + std::to_string(at));
        policy.state = access::PolicyState::Enforce;
        set = set->with(std::move(policy));
    }
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return set;
}

Result<void> AccessChecksService::mayAsk(const Actor& asking, const json::object& question) const
{
    const json::value* const subject = question.if_contains("subject");
    if (asking.permissions.has(Permission::PoliciesRead) || subject == nullptr)
        return {};
    if (subject->is_string() && std::string_view(subject->get_string()) == asking.id.text())
        return {};
    return access::require(asking, Permission::PoliciesRead);
}

Result<CheckAnswer> AccessChecksService::check(const Actor& actor, const json::object& question, const CheckOptions& options)
{
    json::array one;
    one.push_back(question);
    Result<std::vector<CheckAnswer>> answers = checkMany(actor, one, options);
    if (answers)
        return std::move(answers->front());
    Error error = answers.error();
    for (FieldError& field : error.fields)
        if (field.field.starts_with("checks.0."))
            field.field.erase(0, std::string_view("checks.0.").size());
    return error;
}

Result<std::vector<CheckAnswer>> AccessChecksService::checkMany(const Actor& actor, const json::array& questions,
                                                                const CheckOptions& options)
{
    if (questions.size() > access::checksLimit)
        return identity::validationError({{"checks", "At most " + std::to_string(access::checksLimit) + ".", "maxItems"}});
    SALLYPORT_ASSIGN(const Actor asking, m_shared.now(actor));
    const bool mayExplain = asking.permissions.has(Permission::PoliciesRead);
    if (options.simulation)
        SALLYPORT_TRY(access::require(asking, Permission::PoliciesRead));
    SALLYPORT_ASSIGN(const SetPointer set, setFor(options));
    const UtcTime now = m_shared.store.now();
    const QuestionSources sources = m_shared.sources();
    std::vector<CheckAnswer> answers;
    std::vector<RecordedDecision> records;
    QuestionAnswerer answerer(*set);
    access::cel::Scratch scratch({1'000'000, std::size_t{4} << 20});
    for (std::size_t at = 0; at < questions.size(); ++at) {
        const std::string place = "checks." + std::to_string(at);
        if (!questions[at].is_object())
            return identity::validationError({{place, "An object.", "type"}});
        const json::object& told = questions[at].get_object();
        SALLYPORT_TRY(mayAsk(asking, told));
        Actor circumstances = asking;
        circumstances.http.method.clear(); // of this question, not of what is asked about
        circumstances.http.path.clear();
        Result<Question> question = readQuestion(told, circumstances, now, sources);
        if (!question) {
            Error error = question.error();
            for (FieldError& field : error.fields)
                field.field.insert(0, place + '.');
            return error;
        }
        // Whoever may know of decisions is told the truth; to all others what is hidden isn't there.
        const bool hidden = !mayExplain && answerer.isHidden(*question, circumstances, now);
        Explanation explanation = answerer.explain(*question, m_shared.roles);
        CheckAnswer answer = answerOf(explanation);
        if (!question->unknown.empty()) {
            answer = unknownAnswer(question->unknown == "subject");
            explanation = {};
            answer.trace = unknownTrace(answer);
        } else if (options.record || (options.trace && mayExplain)) {
            answer.trace = traceText(explanation);
        }
        if (options.record) {
            Facts facts(AttributeSet().set());
            question->put(facts, scratch);
            answer.decision = m_shared.ids.next();
            RecordedDecision record = recordOf(answer.decision, options.simulation ? "simulation" : "check", question->time,
                                               question->subject, explanation, nullptr, question->resource);
            record.time = now;
            record.requestId = actor.request.text();
            record.allowed = answer.allowed;
            record.reason = answer.reason;
            record.action = access::info(question->action).word;
            record.kind = resourceWord(question->resource.kind);
            record.question = questionText(facts, question->action);
            record.trace = answer.trace;
            if (!question->unknown.empty())
                record.required.clear();
            records.push_back(std::move(record));
        }
        if (!options.trace || !mayExplain)
            answer.trace.clear();
        if (hidden) {
            std::string decision = std::move(answer.decision);
            answer = hiddenAnswer(*question);
            answer.decision = std::move(decision);
        }
        if (!mayExplain) // what a caller without that permission sees is the outcome
            answer.summary = answer.allowed ? "Allowed." : "Refused.";
        answers.push_back(std::move(answer));
    }
    if (!records.empty()) {
        const Result<void> stored = m_shared.store.write([&](storage::Transaction& transaction) -> Result<void> {
            for (const RecordedDecision& record : records)
                SALLYPORT_TRY(rows::addDecision(transaction, record));
            return {};
        });
        SALLYPORT_TRY(stored);
    }
    return answers;
}

namespace {

/// How much of a kind's objects.
enum class HowMany : std::uint8_t { None, Some, All };

/// What a step lets through of all that there is.
HowMany passing(const Question& question, const access::Step& step, const PolicySet& set, access::cel::Scratch& scratch)
{
    Facts facts(AttributeSet().set());
    question.put(facts, scratch, step);
    const auto enough = access::ownEnough(step.action);
    const bool all = question.held(step, facts), own = enough && question.subject.permissions.has(*enough);
    access::cel::Evaluator evaluator;
    const ListFilter filter = listFilter(set.bucket(step.action, question.kindOf(step)), facts, evaluator);
    if ((!all && !own) || filter.rows.kind == RowFilter::Kind::Never)
        return step.ofRecord ? HowMany::Some : HowMany::None; // there is what hangs on no record
    return all && filter.exact && filter.rows.kind == RowFilter::Kind::Always ? HowMany::All : HowMany::Some;
}

std::string ofAll(const Question& question, const PolicySet& set, access::cel::Scratch& scratch)
{
    HowMany most = HowMany::All;
    for (const access::Step& step :
         access::stepsOf(question.action, question.resource.kind, question.resource.kind != access::ResourceKind::Record))
        most = std::min(most, passing(question, step, set, scratch));
    return most == HowMany::None ? "no" : most == HowMany::Some ? "some" : "yes";
}

} // namespace

Result<std::vector<MayDo>> AccessChecksService::what(const Actor& actor, const json::object& told)
{
    SALLYPORT_ASSIGN(const Actor asking, m_shared.authorize(actor, Permission::PoliciesRead));
    SALLYPORT_ASSIGN(Question question, readQuestion(told, asking, m_shared.store.now(), m_shared.sources(), true));
    if (question.unknown == "subject")
        return identity::validationError({{"subject", "There is no such subject.", "exists"}});
    if (question.unknown == "resource")
        return noSuchObject();
    const SetPointer set = m_shared.table.now();
    std::vector<MayDo> all;
    QuestionAnswerer answerer(*set);
    access::cel::Scratch scratch({1'000'000, std::size_t{4} << 20});
    for (const access::PermissionInfo& permission : access::permissions()) {
        question.action = permission.permission;
        MayDo made{std::string(permission.word), {}, question.heldForOwn() ? "yes" : "no", {}};
        if (access::isPolicyAction(permission.permission)) {
            const std::string_view word = permission.word;
            const auto kind = access::findResourceKind(word.substr(0, word.find(':') - 1));
            if (!question.resourceGiven)
                question.resource.kind = kind.value_or(access::ResourceKind::Record);
            else if (kind != question.resource.kind)
                continue;
            made.kind = resourceWord(question.resource.kind);
            if (question.resourceGiven) {
                const Explanation explanation = answerer.explain(question, m_shared.roles);
                made.answer = explanation.judgement.allowed() ? "yes" : "no";
                if (explanation.judgement.by != nullptr)
                    made.policy = explanation.judgement.by->policy.name;
            } else {
                made.answer = ofAll(question, *set, scratch);
            }
        }
        all.push_back(std::move(made));
    }
    return all;
}

} // namespace sallyport::authorization
