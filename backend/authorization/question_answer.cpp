#include "backend/authorization/question_answer.h"

#include "backend/authorization/trace_json.h"

#include <algorithm>

namespace sallyport::authorization {

using namespace access::policies;
using access::Step;

namespace {

Explanation explained(const PolicySet& set, const Question& question, const Step& step, const Facts& facts,
                      const access::Roles& roles)
{
    const bool held = question.held(step, facts);
    Explanation made = explain(set, step.action, question.kindOf(step), held, facts);
    made.rolesAsked = question.rolesAsked;
    const auto enough = held && !question.subject.permissions.has(step.action) ? access::ownEnough(step.action) : std::nullopt;
    const auto table = roles.table();
    for (const access::Role& role : *table)
        if (role.permissions.has(enough.value_or(step.action)) &&
            std::ranges::find(question.subject.roles, role.name) != question.subject.roles.end())
            made.rolesThatGive.push_back(role.name);
    // Whose roles nobody has told is allowed nothing by them.
    if (!question.rolesAsked && made.judgement.reason == Reason::NotNamed) {
        made.judgement.reason = Reason::NoneAllows;
        made.nearest.push_back({"policy", {}, {}, true});
    }
    return made;
}

} // namespace

Judgement QuestionAnswerer::judge(const Question& question, std::span<const Step> steps)
{
    Judgement made;
    std::optional<Judgement> observed;
    for (const Step& step : steps) {
        Facts facts(AttributeSet().set());
        question.put(facts, m_scratch, step);
        made = m_judge.judge(m_set, step.action, question.kindOf(step), question.held(step, facts), facts);
        if (!made.allowed())
            return made;
        if (made.observed && !observed)
            observed = made;
    }
    if (observed) {
        made.observed = observed->observed;
        made.observedBy = observed->observedBy;
    }
    return made;
}

Explanation QuestionAnswerer::explain(const Question& question, const access::Roles& roles)
{
    const std::vector<Step> steps = question.steps();
    std::optional<Judgement> observed;
    for (const Step& step : steps) {
        Facts facts(AttributeSet().set());
        question.put(facts, m_scratch, step);
        const bool last = &step == &steps.back();
        const Judgement judgement =
            last ? Judgement() : m_judge.judge(m_set, step.action, question.kindOf(step), question.held(step, facts), facts);
        // Whose roles nobody has told may see what no policy names: only the action needs more.
        if (!last && judgement.allowed()) {
            if (judgement.observed && !observed)
                observed = judgement;
            continue;
        }
        Explanation made = explained(m_set, question, step, facts, roles);
        made.hides = !last;
        if (made.judgement.allowed() && observed) {
            made.judgement.observed = observed->observed;
            made.judgement.observedBy = observed->observedBy;
        }
        return made;
    }
    return {};
}

bool QuestionAnswerer::isHidden(const Question& question, const access::Actor& asking, UtcTime now)
{
    const bool unknown = question.unknown == "resource" || question.recordUnknown;
    if (!unknown && !question.resourceFound && !question.record)
        return false; // nothing that there is was named
    Question seeing = question;
    seeing.subject = asking;
    seeing.rolesAsked = true;
    seeing.told.clear();
    seeing.time = now;
    std::vector<Step> steps =
        access::stepsOf(access::readActionOf(seeing.resource.kind), seeing.resource.kind, seeing.record.has_value());
    if (!seeing.resourceFound && seeing.unknown.empty())
        std::erase_if(steps, [](const Step& step) { return !step.ofRecord; }); // the object itself is made up
    // One that isn't there is judged as well: that takes as long.
    const bool seen = judge(seeing, steps).allowed();
    return unknown || !seen;
}

CheckAnswer answerOf(const Explanation& explanation)
{
    CheckAnswer answer;
    const Judgement& judgement = explanation.judgement;
    answer.allowed = judgement.allowed();
    answer.reason = reasonWord(judgement.reason);
    answer.summary = summaryOf(explanation);
    if (judgement.reason == Reason::PermissionMissing)
        answer.required = access::info(explanation.action).word;
    if (judgement.by != nullptr)
        answer.policy = judgement.by->policy.name;
    if (judgement.observed)
        answer.observed = reasonWord(*judgement.observed);
    return answer;
}

CheckAnswer unknownAnswer(bool subject)
{
    CheckAnswer answer;
    answer.reason = subject ? "no_such_subject" : "no_such_object";
    answer.summary = subject ? "There is no such subject." : "There is no such object.";
    return answer;
}

CheckAnswer hiddenAnswer(const Question& question)
{
    if (question.heldForOwn())
        return unknownAnswer(false);
    // As the routes refuse: who lacks the permission is told so before anybody looks for the object.
    Explanation explanation;
    explanation.action = question.action;
    return answerOf(explanation);
}

} // namespace sallyport::authorization
