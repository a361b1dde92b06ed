#include "ui/access_policies/policy_trial.h"

#include "backend/base/strict_json.h"

#include <QCoreApplication>

#include <boost/json.hpp>

namespace sallyport::ui {

namespace {

constexpr std::size_t questionBytes = 64 * 1024;

} // namespace

authorization::CheckOptions withDraft(const std::optional<access::Policy>& stored, authorization::NewPolicy draft, bool trace)
{
    if (stored)
        draft.name = stored->name;
    else if (draft.name.empty())
        draft.name = QCoreApplication::translate("sallyport::ui::PolicyTrial", "This policy").toStdString();
    authorization::CheckOptions options;
    options.record = false;
    options.trace = trace;
    options.simulation = true;
    options.drafts.push_back(std::move(draft));
    return options;
}

Result<std::vector<authorization::PolicyTestResult>> tryTests(Services& services, const access::Actor& actor,
                                                              const access::Policy& policy, authorization::NewPolicy draft)
{
    SALLYPORT_ASSIGN(const auto tests, services.policies.tests(actor, policy.id.text()));
    boost::json::array questions;
    for (const authorization::PolicyTest& test : tests) {
        SALLYPORT_ASSIGN(boost::json::value question, parseStrictJson(test.question, questionBytes));
        questions.push_back(std::move(question));
    }
    if (tests.empty())
        return std::vector<authorization::PolicyTestResult>();
    SALLYPORT_ASSIGN(const auto answers,
                     services.accessChecks.checkMany(actor, questions, withDraft(policy, std::move(draft), false)));
    std::vector<authorization::PolicyTestResult> results;
    for (std::size_t at = 0; at < tests.size() && at < answers.size(); ++at)
        results.push_back({tests[at], answers[at].allowed == tests[at].allowed, answers[at].allowed, answers[at].summary});
    return results;
}

} // namespace sallyport::ui
