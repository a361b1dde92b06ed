#pragma once

#include "backend/access/decisions.h"

namespace sallyport::tests {

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

} // namespace sallyport::tests
