#pragma once

#include "backend/access/policies/policy_set.h"
#include "backend/authorization/policies.h"
#include "backend/authorization/shared.h"

#include <string_view>
#include <vector>

namespace sallyport::authorization {

/// Checks tests as they are to be stored: names, questions, how many. A question without a time is given `now`, which it keeps.
/// Mistakes go to `errors`, from the first test that has some: `tests.3.action`.
void settleTests(std::vector<PolicyTest>& tests, UtcTime now, const QuestionSources& sources, std::vector<FieldError>& errors);

/// What the tests give with these policies.
[[nodiscard]] Result<std::vector<PolicyTestResult>> runPolicyTests(const Shared& shared, const access::policies::PolicySet& set,
                                                                   const std::vector<PolicyTest>& tests);

/// Tests as an event keeps them, and what it kept; nothing from what isn't that.
std::string testsText(const std::vector<PolicyTest>& tests);
std::vector<PolicyTest> testsIn(std::string_view text);

/// `'Own department' is to be allowed: Denied by ...`
std::string failureText(const PolicyTestResult& failed);

} // namespace sallyport::authorization
