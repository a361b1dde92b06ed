#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/authorization/policies_service.h"
#include "backend/authorization/policy_document.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/policy_importer.h"
#include "backend/authorization/policy_rows.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>

namespace sallyport::authorization {

namespace {

using access::Permission;
using Outcome = ImportedPolicy::Outcome;

/// The refusal of a whole document: each mistake with its place.
Error refusedImport(const PolicyImportResult& result)
{
    std::vector<FieldError> fields;
    for (const ImportedPolicy& policy : result.policies) {
        for (FieldError one : policy.mistakes) {
            if (fields.size() >= importMistakesTold)
                break;
            const std::string place = "policies." + std::to_string(policy.place);
            one.field = one.field.empty() ? place : place + '.' + one.field;
            fields.push_back(std::move(one));
        }
    }
    return identity::validationError(std::move(fields));
}

Error changedMeanwhile()
{
    Error error(ErrorCode::Conflict, "Somebody has changed policies meanwhile. Try it again.");
    error.word = "policies_changed";
    return error;
}

PolicyImportResult toldOf(const PolicyImport& import, const std::vector<PlannedPolicy>& plan)
{
    PolicyImportResult result;
    result.dryRun = import.dryRun;
    result.published = import.publish;
    for (const PlannedPolicy& planned : plan) {
        switch (planned.told.outcome) {
        case Outcome::Added: ++result.added; break;
        case Outcome::Changed: ++result.changed; break;
        case Outcome::Unchanged: ++result.unchanged; break;
        case Outcome::Refused: ++result.refused; break;
        }
        result.policies.push_back(planned.told);
    }
    return result;
}

std::string_view eventKindOf(const PlannedPolicy& planned)
{
    if (!planned.before)
        return audit::kind::policyCreated;
    const bool published = planned.after.state != access::PolicyState::Draft && planned.after.state != planned.before->state;
    return published ? audit::kind::policyPublished : audit::kind::policyChanged;
}

} // namespace

Result<std::string> PoliciesService::exportDocument(const access::Actor& actor, const PolicyExport& wanted)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_shared.authorize(actor, Permission::PoliciesRead));
    SALLYPORT_ASSIGN(KeptPolicies kept, m_shared.store.read(&KeptPolicies::read));
    const std::string text = searchKey(wanted.text);
    std::erase_if(kept.all, [&](const access::Policy& policy) {
        const bool found = text.empty() || searchKey(policy.name).find(text) != std::string::npos ||
                           searchKey(policy.note).find(text) != std::string::npos;
        return !found || (wanted.state && policy.state != *wanted.state);
    });
    std::string document = policyDocument(kept.all, kept.tests);
    if (document.size() > policyDocumentBytes)
        return makeError(ErrorCode::LimitReached, "More than a document has room for: " + std::to_string(policyDocumentBytes) +
                                                      " bytes. Export them in parts, by text or state.");
    audit::Event event = access::eventBy(current, audit::kind::policiesExported);
    event.detailsJson = audit::Details().number("policies", static_cast<std::int64_t>(kept.all.size())).json();
    SALLYPORT_TRY(m_shared.journal.record(std::move(event)));
    return document;
}

Result<PolicyImportResult> PoliciesService::importDocument(const access::Actor& actor, const PolicyImport& import)
{
    SALLYPORT_TRY(m_shared.authorize(actor, Permission::PoliciesCreate));
    SALLYPORT_ASSIGN(const access::Actor current, m_shared.authorize(actor, Permission::PoliciesUpdate));
    SALLYPORT_ASSIGN(std::vector<DocumentPolicy> document, readPolicyDocument(import.text));
    SALLYPORT_ASSIGN(const KeptPolicies kept, m_shared.store.read(&KeptPolicies::read));
    SALLYPORT_ASSIGN(std::vector<PlannedPolicy> plan, PolicyImporter(m_shared, kept, import).plan(std::move(document)));
    PolicyImportResult result = toldOf(import, plan);
    if (import.dryRun)
        return result;
    if (result.refused > 0)
        return refusedImport(result);
    if (result.added + result.changed == 0)
        return result;
    const UtcTime now = m_shared.store.now();
    const auto apply = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const KeptPolicies asNow, KeptPolicies::read(transaction));
        if (!asNow.areSame(kept))
            return changedMeanwhile();
        std::int64_t enforced = 0;
        for (PlannedPolicy& planned : plan) {
            if (planned.told.outcome == Outcome::Unchanged)
                continue;
            SALLYPORT_TRY(put(transaction, current, planned, now));
            enforced += planned.after.state == access::PolicyState::Enforce ? 1 : 0;
        }
        SALLYPORT_ASSIGN(Table all, rows::allPolicies(transaction));
        tell(transaction, std::move(all));
        audit::Event event = access::eventBy(current, audit::kind::policiesImported);
        audit::Details details;
        details.number("added", result.added).number("changed", result.changed).number("unchanged", result.unchanged);
        details.flag("published", import.publish).number("enforced", enforced);
        event.detailsJson = details.json();
        return m_shared.journal.append(transaction, std::move(event));
    };
    SALLYPORT_TRY(m_shared.store.write(apply));
    return result;
}

Result<void> PoliciesService::put(storage::Transaction& transaction, const access::Actor& actor, PlannedPolicy& planned,
                                  UtcTime now) const
{
    access::Policy& after = planned.after;
    after.changedAt = now;
    after.changedBy = access::nameOf(actor);
    after.createdAt = planned.before ? planned.before->createdAt : now;
    after.createdBy = planned.before ? planned.before->createdBy : after.changedBy;
    const bool isOther = !planned.before || !after.saysTheSame(*planned.before);
    after.version = planned.before ? planned.before->version + (isOther ? 1 : 0) : 1;
    if (isOther)
        SALLYPORT_TRY(rows::putPolicy(transaction, after));
    if (planned.testsDiffer)
        SALLYPORT_TRY(rows::setTests(transaction, after.id, planned.tests));
    audit::Details details =
        policyDetails(planned.before ? wordsOf(*planned.before) : NewPolicy{{}, {}, {}, {}, {}, {}, {}}, wordsOf(after));
    if (planned.testsDiffer)
        details.number("tests", static_cast<std::int64_t>(planned.tests.size()));
    return record(transaction, actor, after, eventKindOf(planned), details.json());
}

} // namespace sallyport::authorization
