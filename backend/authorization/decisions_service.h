#pragma once

#include "backend/authorization/shared.h"

#include <span>

namespace sallyport::authorization {

/// The one implementation of access::Decisions, and the log of what it decides.
class DecisionsService final : public access::Decisions, public DecisionLog {
public:
    explicit DecisionsService(Shared& shared) : m_shared(shared) {}

    Result<void> require(const access::Actor& actor, access::Permission action, const access::Resource& resource) override;
    Result<void> requireOwn(const access::Actor& actor, access::Permission action, access::Permission enough,
                            const access::Resource& resource) override;
    Result<void> requirePermission(const access::Actor& actor, access::Permission action, access::ResourceKind kind) override;
    Result<std::unique_ptr<access::Scope>> scope(const access::Actor& actor, access::Permission action,
                                                 access::ResourceKind kind) override;

    /// See Authorization::lets.
    bool lets(const access::Actor& actor, access::Permission action, const access::Resource& resource);

    Result<DecisionPage> list(const access::Actor& actor, const DecisionQuery& query) override;
    Result<RecordedDecision> read(const access::Actor& actor, std::string_view id) override;
    void noteRefusal(const access::Actor& actor, const Error& error) override;

    /// Those that are older than the setting says at `deletable`. Blocks.
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);

private:
    /// The query as the rows have it: a policy by its id, or by the name under which it is observed.
    Result<DecisionQuery> checked(DecisionQuery query) const;
    /// Puts in what their objects are called, of those that the actor may read. Nothing of that is recorded as a decision: who
    /// reads the log would write it by that.
    void nameObjects(const access::Actor& actor, std::span<RecordedDecision> decisions) const;
    std::string nameFor(const access::Actor& current, access::ResourceKind kind, const std::string& id) const;
    struct Asked;
    access::policies::Judgement judge(const Asked& asked) const;
    std::string keep(const Asked& asked);
    Result<void> decide(const access::Actor& current, bool held, access::Permission action, const access::Resource& resource);
    std::string keepPermission(const access::Actor& current, access::Permission action, access::ResourceKind kind, UtcTime time,
                               std::string_view source);

    Shared& m_shared;
};

} // namespace sallyport::authorization
