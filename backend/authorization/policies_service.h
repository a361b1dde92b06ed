#pragma once

#include "backend/access/policies/policy_set.h"
#include "backend/authorization/policies.h"
#include "backend/authorization/shared.h"

namespace sallyport::authorization {

struct PlannedPolicy;

/// The one implementation of Policies. What goes in and out as a document is in policies_transfer.cpp.
class PoliciesService final : public Policies {
public:
    explicit PoliciesService(Shared& shared) : m_shared(shared) {}

    Result<PolicyPage> list(const access::Actor& actor, const PolicyQuery& query) override;
    Result<access::Policy> read(const access::Actor& actor, std::string_view idOrName) override;
    Result<access::Policy> create(const access::Actor& actor, const NewPolicy& policy) override;
    Result<access::Policy> change(const access::Actor& actor, std::string_view idOrName, const PolicyPatch& patch) override;
    Result<access::Policy> publish(const access::Actor& actor, std::string_view idOrName, access::PolicyState state) override;
    Result<void> remove(const access::Actor& actor, std::string_view idOrName) override;
    Result<std::vector<access::Policy>> versions(const access::Actor& actor, std::string_view idOrName) override;
    Result<std::vector<PolicyTest>> tests(const access::Actor& actor, std::string_view idOrName) override;
    Result<std::vector<PolicyTest>> setTests(const access::Actor& actor, std::string_view idOrName,
                                             std::vector<PolicyTest> tests) override;
    Result<std::vector<PolicyTestResult>> runTests(const access::Actor& actor, std::string_view idOrName) override;
    Result<std::string> exportDocument(const access::Actor& actor, const PolicyExport& wanted) override;
    Result<PolicyImportResult> importDocument(const access::Actor& actor, const PolicyImport& import) override;

private:
    using Table = std::vector<access::Policy>;
    Result<access::Policy> changeTo(const access::Actor& actor, std::string_view idOrName, const PolicyPatch& patch,
                                    std::string_view eventKind);
    /// Conflict if one fails that is to decide.
    Result<void> mustPass(storage::Transaction& transaction, const Table& all, const access::Policy& policy) const;
    Result<std::vector<PolicyTestResult>> run(const Table& all, const access::Policy& policy,
                                              const std::vector<PolicyTest>& tests) const;
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const access::Policy& policy,
                        std::string_view kind, std::string details) const;
    void tell(storage::Transaction& transaction, Table all) const;
    /// Stores one of an import, with its tests and its event.
    Result<void> put(storage::Transaction& transaction, const access::Actor& actor, PlannedPolicy& planned, UtcTime now) const;

    Shared& m_shared;
};

} // namespace sallyport::authorization
