#pragma once

#include "backend/authorization/policy_document.h"
#include "backend/authorization/policy_rows.h"
#include "backend/authorization/shared.h"

#include <optional>
#include <vector>

namespace sallyport::authorization {

/// The policies of a vault with their tests, at one moment.
struct KeptPolicies {
    std::vector<access::Policy> all; ///< in the order of their names
    rows::TestsByPolicy tests;       ///< by the id of their policy

    [[nodiscard]] static Result<KeptPolicies> read(storage::Transaction& transaction);
    const std::vector<PolicyTest>& testsOf(const access::Policy& policy) const;
    /// Nobody has changed anything.
    bool areSame(const KeptPolicies& other) const;
};

/// What an import does with one policy.
struct PlannedPolicy {
    std::optional<access::Policy> before; ///< nothing: it is added
    access::Policy after;                 ///< without dates
    std::vector<PolicyTest> tests;        ///< that it has afterwards
    bool testsDiffer = false;
    ImportedPolicy told;
};

/// Works out what a document would do to the policies that there are. Changes nothing and asks the store for nothing but who and
/// what questions of tests name.
class PolicyImporter {
public:
    PolicyImporter(Shared& shared, const KeptPolicies& kept, const PolicyImport& import);

    /// LimitReached if there would be too many.
    [[nodiscard]] Result<std::vector<PlannedPolicy>> plan(std::vector<DocumentPolicy> document);

private:
    struct Names;
    PlannedPolicy planOne(DocumentPolicy one, std::size_t place, Names& names) const;
    /// By its id, else by its name; null: it is a new one.
    const access::Policy* find(const DocumentPolicy& one, const Names& names) const;
    void setState(PlannedPolicy& planned, const DocumentPolicy& one, std::vector<FieldError>& mistakes) const;
    void setTests(PlannedPolicy& planned, DocumentPolicy& one, std::vector<FieldError>& mistakes) const;
    void settle(PlannedPolicy& planned, std::vector<FieldError> mistakes) const;
    [[nodiscard]] Result<void> runTests(std::vector<PlannedPolicy>& plan) const;

    Shared& m_shared;
    const KeptPolicies& m_kept;
    const PolicyImport& m_import;
    const UtcTime m_now;
};

} // namespace sallyport::authorization
