#pragma once

#include "backend/access/policies/policy_set.h"
#include "backend/authorization/access_checks.h"
#include "backend/authorization/shared.h"

namespace sallyport::authorization {

/// The one implementation of AccessChecks.
class AccessChecksService final : public AccessChecks {
public:
    explicit AccessChecksService(Shared& shared) : m_shared(shared) {}

    Result<CheckAnswer> check(const access::Actor& actor, const boost::json::object& question,
                              const CheckOptions& options) override;
    Result<std::vector<CheckAnswer>> checkMany(const access::Actor& actor, const boost::json::array& questions,
                                               const CheckOptions& options) override;
    Result<WhoMay> who(const access::Actor& actor, const boost::json::object& question) override;
    Result<std::vector<MayDo>> what(const access::Actor& actor, const boost::json::object& question) override;
    Result<Replay> replay(const access::Actor& actor, const std::string& policy, const PolicyPatch& draft, UtcTime since,
                          UtcTime until) override;

private:
    using SetPointer = std::shared_ptr<const access::policies::PolicySet>;
    Result<SetPointer> setFor(const CheckOptions& options) const;
    Result<void> mayAsk(const access::Actor& asking, const boost::json::object& question) const;

    Shared& m_shared;
};

/// What a question gives with these policies; without id, trace and record.
CheckAnswer answerOf(const Question& question, const access::policies::PolicySet& set, const access::Roles& roles);
/// ValidationFailed at `resource.id`.
Error noSuchObject();

} // namespace sallyport::authorization
