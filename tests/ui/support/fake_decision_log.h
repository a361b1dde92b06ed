#pragma once

#include "backend/authorization/decision_log.h"
#include "backend/base/clock.h"
#include "tests/ui/support/failures.h"

namespace sallyport::tests {

/// `count` decisions, one every 90 seconds back from now: refused by a missing permission, by a policy, because none allowed,
/// because a deny policy failed; allowed; allowed where an observed policy would have refused.
class FakeDecisionLog final : public authorization::DecisionLog {
public:
    explicit FakeDecisionLog(Clock& clock) : m_clock(clock) {}

    Result<authorization::DecisionPage> list(const access::Actor&, const authorization::DecisionQuery& query) override;
    Result<authorization::RecordedDecision> read(const access::Actor&, std::string_view id) override;
    void noteRefusal(const access::Actor&, const Error&) override {}

    Failures failures;
    std::size_t count = 240;

private:
    authorization::RecordedDecision decisionAt(std::size_t index) const;
    Clock& m_clock;
};

} // namespace sallyport::tests
