#include "backend/authorization/policy_tests.h"

#include "backend/access/policies/policy_limits.h"
#include "backend/audit/event_limits.h"
#include "backend/authorization/access_checks_service.h"
#include "backend/base/name_text.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

namespace sallyport::authorization {

namespace {

constexpr std::size_t questionBytes = 64 * 1024;

/// A test's question, with a time that stays.
Result<std::string> settledQuestion(const PolicyTest& test, UtcTime now, const QuestionSources& sources)
{
    namespace json = boost::json;
    SALLYPORT_ASSIGN(json::value told, parseStrictJson(test.question, questionBytes));
    if (!told.is_object())
        return makeError(ErrorCode::BadRequest, "An object.");
    json::object& object = told.get_object();
    if (!object.contains("context"))
        object["context"] = json::object();
    if (json::value& context = object["context"]; context.is_object() && !context.get_object().contains("time"))
        context.get_object()["time"] = toRfc3339(now);
    const access::Actor nobody;
    SALLYPORT_TRY(readQuestion(object, nobody, now, sources));
    return json::serialize(object);
}

} // namespace

void settleTests(std::vector<PolicyTest>& tests, UtcTime now, const QuestionSources& sources, std::vector<FieldError>& errors)
{
    if (tests.size() > access::policyTestsLimit)
        errors.push_back({"tests", "At most " + std::to_string(access::policyTestsLimit) + ".", "maxItems"});
    const std::size_t mistakes = errors.size();
    for (std::size_t at = 0; at < tests.size() && at < access::policyTestsLimit && errors.size() == mistakes; ++at) {
        const std::string place = "tests." + std::to_string(at) + '.';
        tidyName(place + "name", tests[at].name, 1, access::policyTestNameLimit, errors);
        Result<std::string> question = settledQuestion(tests[at], now, sources);
        if (question) {
            tests[at].question = std::move(*question);
            continue;
        }
        if (question.error().fields.empty())
            errors.push_back({place + "question", question.error().detail, "type"});
        for (const FieldError& field : question.error().fields)
            errors.push_back({place + field.field, field.message, field.rule});
    }
}

std::string testsText(const std::vector<PolicyTest>& tests)
{
    boost::json::array list;
    for (const PolicyTest& test : tests)
        list.push_back(boost::json::object{
            {"name", test.name}, {"expect", test.allowed ? "allow" : "deny"}, {"question", boost::json::parse(test.question)}});
    return boost::json::serialize(list);
}

std::vector<PolicyTest> testsIn(std::string_view text)
{
    std::vector<PolicyTest> tests;
    const auto told = parseStrictJson(text, audit::detailsLimit);
    if (!told || !told->is_array())
        return tests;
    for (const boost::json::value& one : told->get_array()) {
        const auto member = [&](std::string_view name) { return one.is_object() ? one.get_object().if_contains(name) : nullptr; };
        const boost::json::value *const name = member("name"), *const expect = member("expect"),
                                        *const question = member("question");
        if (name != nullptr && name->is_string() && expect != nullptr && expect->is_string() && question != nullptr)
            tests.push_back(
                {std::string(name->get_string()), boost::json::serialize(*question), expect->get_string() == "allow"});
    }
    return tests;
}

Result<std::vector<PolicyTestResult>> runPolicyTests(const Shared& shared, const access::policies::PolicySet& set,
                                                     const std::vector<PolicyTest>& tests)
{
    std::vector<PolicyTestResult> results;
    const QuestionSources sources = shared.sources();
    for (const PolicyTest& test : tests) {
        SALLYPORT_ASSIGN(const boost::json::value told, parseStrictJson(test.question, 2 * questionBytes));
        PolicyTestResult result{test, false, false, {}};
        const access::Actor nobody;
        const Result<Question> question = readQuestion(told.get_object(), nobody, shared.store.now(), sources);
        if (question) {
            const CheckAnswer answer = answerOf(*question, set, shared.roles);
            result.allowed = answer.allowed;
            result.passed = answer.allowed == test.allowed;
            result.why = answer.summary;
        } else {
            result.why = question.error().fields.empty() ? question.error().detail : question.error().fields.front().message;
        }
        results.push_back(std::move(result));
    }
    return results;
}

std::string failureText(const PolicyTestResult& failed)
{
    return "'" + failed.test.name + "' is to be " + (failed.test.allowed ? "allowed" : "denied") + ": " + failed.why;
}

} // namespace sallyport::authorization
