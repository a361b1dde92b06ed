#pragma once

#include "backend/access/policies/explain.h"
#include "backend/access/roles.h"
#include "backend/authorization/access_checks.h"
#include "backend/authorization/question.h"

#include <span>

namespace sallyport::authorization {

/// Answers questions as the services enforce: step by step, the first refusal is the answer. One thread.
class QuestionAnswerer {
public:
    explicit QuestionAnswerer(const access::policies::PolicySet& set) : m_set(set) {}

    /// Of the steps; of all that the question has.
    access::policies::Judgement judge(const Question& question, std::span<const access::Step> steps);
    access::policies::Judgement judge(const Question& question) { return judge(question, question.steps()); }
    /// The same and why: of the step that has refused, or of the action.
    access::policies::Explanation explain(const Question& question, const access::Roles& roles);
    /// Whether who asks can't tell the object from one that isn't there: it isn't, or they may not see it as they ask now,
    /// whatever the question says of subject and circumstances.
    bool isHidden(const Question& question, const access::Actor& asking, UtcTime now);

private:
    const access::policies::PolicySet& m_set;
    access::policies::Judge m_judge;
    access::cel::Scratch m_scratch{{1'000'000, std::size_t{4} << 20}};
};

/// An answer without id and trace.
CheckAnswer answerOf(const access::policies::Explanation& explanation);
/// What is answered about an object or subject that there isn't.
CheckAnswer unknownAnswer(bool subject);
/// What is answered about an object that is hidden from who asks, and about one that there isn't: the same.
CheckAnswer hiddenAnswer(const Question& question);

} // namespace sallyport::authorization
