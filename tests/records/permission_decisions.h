#pragma once

#include "backend/access/decisions.h"

#include <memory>

namespace sallyport::access {

/// Permissions alone decide: whoever holds one may use it on everything of its kind.
class PermissionDecisions final : public Decisions {
public:
    Result<void> require(const Actor& actor, Permission action, const Resource&) override
    {
        return access::require(actor, action);
    }
    Result<std::unique_ptr<Scope>> scope(const Actor& actor, Permission action, ResourceKind) override
    {
        SALLYPORT_TRY(access::require(actor, action));
        return std::unique_ptr<Scope>(std::make_unique<Everything>());
    }

private:
    class Everything final : public Scope {
    public:
        void narrow(storage::SqlText&, std::string_view) const override {}
        bool exact() const noexcept override { return true; }
        bool admits(const Resource&) const override { return true; }
    };
};

} // namespace sallyport::access
