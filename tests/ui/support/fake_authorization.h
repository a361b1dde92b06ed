#pragma once

#include "backend/access/decisions.h"
#include "backend/authorization/access_checks.h"
#include "backend/authorization/policies.h"

namespace sallyport::tests {

/// No policies.
class FakePolicies final : public authorization::Policies {
public:
    using Policy = access::Policy;
    Result<authorization::PolicyPage> list(const access::Actor&, const authorization::PolicyQuery&) override
    {
        return authorization::PolicyPage{};
    }
    Result<Policy> read(const access::Actor&, std::string_view) override { return none(); }
    Result<Policy> create(const access::Actor&, const authorization::NewPolicy&) override { return none(); }
    Result<Policy> change(const access::Actor&, std::string_view, const authorization::PolicyPatch&) override { return none(); }
    Result<Policy> publish(const access::Actor&, std::string_view, access::PolicyState) override { return none(); }
    Result<void> remove(const access::Actor&, std::string_view) override { return none(); }
    Result<std::vector<Policy>> versions(const access::Actor&, std::string_view) override { return none(); }
    Result<std::vector<authorization::PolicyTest>> tests(const access::Actor&, std::string_view) override { return none(); }
    Result<std::vector<authorization::PolicyTest>> setTests(const access::Actor&, std::string_view,
                                                            std::vector<authorization::PolicyTest>) override
    {
        return none();
    }
    Result<std::vector<authorization::PolicyTestResult>> runTests(const access::Actor&, std::string_view) override
    {
        return none();
    }

private:
    static Error none() { return makeError(ErrorCode::NotFound, "There is no such policy"); }
};

/// The roles alone decide.
class FakeDecisions final : public access::Decisions {
public:
    Result<void> require(const access::Actor& actor, access::Permission action, const access::Resource&) override
    {
        return access::require(actor, action);
    }
    Result<std::unique_ptr<access::Scope>> scope(const access::Actor& actor, access::Permission action,
                                                 access::ResourceKind) override
    {
        SALLYPORT_TRY(access::require(actor, action));
        return std::unique_ptr<access::Scope>(std::make_unique<Everything>());
    }

private:
    class Everything final : public access::Scope {
    public:
        void narrow(storage::SqlText&, std::string_view) const override {}
        bool exact() const noexcept override { return true; }
        bool admits(const access::Resource&) const override { return true; }
    };
};

/// Refuses everything.
class FakeAccessChecks final : public authorization::AccessChecks {
public:
    Result<authorization::CheckAnswer> check(const access::Actor&, const boost::json::object&,
                                             const authorization::CheckOptions&) override
    {
        return authorization::CheckAnswer{};
    }
    Result<std::vector<authorization::CheckAnswer>> checkMany(const access::Actor&, const boost::json::array&,
                                                              const authorization::CheckOptions&) override
    {
        return std::vector<authorization::CheckAnswer>{};
    }
    Result<authorization::WhoMay> who(const access::Actor&, const boost::json::object&) override
    {
        return authorization::WhoMay{};
    }
    Result<std::vector<authorization::MayDo>> what(const access::Actor&, const boost::json::object&) override
    {
        return std::vector<authorization::MayDo>{};
    }
    Result<authorization::Replay> replay(const access::Actor&, const std::string&, const authorization::PolicyPatch&, UtcTime,
                                         UtcTime) override
    {
        return authorization::Replay{};
    }
};

} // namespace sallyport::tests
