#include "backend/authorization/policies_service.h"

#include "backend/access/policies/policy_limits.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/policy_rows.h"
#include "backend/authorization/policy_tests.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/user_fields.h"
#include "backend/storage/page_cursor.h"

#include <algorithm>

namespace sallyport::authorization {

namespace {

using access::Actor;
using access::Permission;
using access::Policy;

constexpr char byName = 'n', byNameDown = 'N';
constexpr std::size_t idLength = 26;

Error conflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

Error noSuchPolicy()
{
    return makeError(ErrorCode::NotFound, "There is no such policy");
}

Result<std::size_t> placeOf(const std::vector<Policy>& all, std::string_view idOrName)
{
    auto found = std::ranges::find_if(all, [&](const Policy& policy) { return policy.id.text() == idOrName; });
    if (found == all.end())
        found =
            std::ranges::find_if(all, [key = textKey(idOrName)](const Policy& policy) { return textKey(policy.name) == key; });
    if (found == all.end())
        return noSuchPolicy();
    return static_cast<std::size_t>(found - all.begin());
}

bool nameIsTaken(const std::vector<Policy>& all, const Policy& policy)
{
    const std::string key = textKey(policy.name);
    return std::ranges::any_of(all, [&](const Policy& other) { return other.id != policy.id && textKey(other.name) == key; });
}

/// A version is brought back as it was: what is told beside it would be neither that nor said by anybody.
Result<void> checkRestore(const PolicyPatch& patch)
{
    std::vector<FieldError> errors;
    const auto refuse = [&](std::string_view member, bool told) {
        if (told)
            errors.push_back({std::string(member), "Is not changed together with `restore`.", "exclusive"});
    };
    if (!patch.restore)
        return {};
    refuse("name", patch.name.has_value());
    refuse("note", patch.note.has_value());
    refuse("effect", patch.effect.has_value());
    refuse("actions", patch.actions.has_value());
    refuse("resources", patch.resources.has_value());
    refuse("condition", patch.condition.has_value());
    if (errors.empty())
        return {};
    errors.insert(
        errors.begin(),
        {"restore", "Only `state` and `version` may stand beside it, not `" + errors.front().field + "`.", "exclusive"});
    return identity::validationError(std::move(errors));
}

/// All that a way back needs (history/undo.cpp): the tests, too, unless the event would be too long for a way back at all.
std::string removalDetails(const Policy& policy, const std::vector<PolicyTest>& tests)
{
    audit::Details whole = policyDetails(wordsOf(policy), {{}, {}, {}, {}, {}, {}, {}});
    if (tests.empty())
        return whole.json();
    audit::Details most = whole;
    std::string text = most.change("tests", testsText(tests), {}).json();
    if (text.size() <= audit::detailsLimit)
        return text;
    return whole.number("tests_left_out", static_cast<std::int64_t>(tests.size())).json();
}

} // namespace

Result<PolicyPage> PoliciesService::list(const Actor& actor, const PolicyQuery& query)
{
    SALLYPORT_TRY(m_shared.authorize(actor, Permission::PoliciesRead));
    const char order = query.descending ? byNameDown : byName;
    storage::PageCursor after;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(after, storage::decodeCursor(query.cursor, order, idLength));
    }
    SALLYPORT_ASSIGN(Table all, m_shared.store.read(rows::allPolicies));
    if (query.descending)
        std::ranges::reverse(all);
    const std::string wanted = searchKey(query.text);
    PolicyPage page;
    for (const Policy& policy : all) {
        const bool fits = (!query.state || policy.state == *query.state) &&
                          (wanted.empty() || searchKey(policy.name).find(wanted) != std::string::npos ||
                           searchKey(policy.note).find(wanted) != std::string::npos);
        if (!fits)
            continue;
        ++page.total;
        const auto place = std::pair(textKey(policy.name), policy.id.text()), last = std::pair(after.place, after.id);
        if (!query.cursor.empty() && (query.descending ? place >= last : place <= last))
            continue;
        if (page.policies.size() < query.limit)
            page.policies.push_back(policy);
        else if (page.nextCursor.empty())
            page.nextCursor = storage::encodeCursor(order, {page.policies.back().id.text(), textKey(page.policies.back().name)});
    }
    return page;
}

Result<Policy> PoliciesService::read(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_TRY(m_shared.authorize(actor, Permission::PoliciesRead));
    SALLYPORT_ASSIGN(const Table all, m_shared.store.read(rows::allPolicies));
    SALLYPORT_ASSIGN(const std::size_t at, placeOf(all, idOrName));
    return all[at];
}

Result<void> PoliciesService::record(storage::Transaction& transaction, const Actor& actor, const Policy& policy,
                                     std::string_view kind, std::string details) const
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"policy", policy.id.text(), policy.name};
    event.detailsJson = std::move(details);
    return m_shared.journal.append(transaction, std::move(event));
}

void PoliciesService::tell(storage::Transaction& transaction, Table all) const
{
    transaction.changed(policiesTopic, {}, std::make_shared<const Table>(std::move(all)));
}

Result<Policy> PoliciesService::create(const Actor& actor, const NewPolicy& wanted)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.authorize(actor, Permission::PoliciesCreate));
    std::vector<FieldError> errors;
    Policy policy = policyOf(wanted, errors);
    std::vector<PolicyTest> tests = wanted.tests;
    if (!tests.empty())
        SALLYPORT_TRY(access::require(current, Permission::PoliciesUpdate));
    settleTests(tests, m_shared.store.now(), m_shared.sources(), errors);
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    policy.id = access::PolicyId(m_shared.ids.next());
    policy.createdAt = policy.changedAt = m_shared.store.now();
    policy.createdBy = policy.changedBy = access::nameOf(current);
    return m_shared.store.write([&](storage::Transaction& transaction) -> Result<Policy> {
        SALLYPORT_ASSIGN(Table all, rows::allPolicies(transaction));
        if (nameIsTaken(all, policy))
            return conflict("Another policy has this name.", "name_taken");
        if (all.size() >= access::policiesLimit)
            return makeError(ErrorCode::LimitReached,
                             "A vault has at most " + std::to_string(access::policiesLimit) + " policies.");
        SALLYPORT_TRY(rows::putPolicy(transaction, policy));
        all.push_back(policy);
        tell(transaction, std::move(all));
        audit::Details details = policyDetails({{}, {}, {}, {}, {}, {}, {}}, wordsOf(policy));
        if (!tests.empty()) {
            SALLYPORT_TRY(rows::setTests(transaction, policy.id, tests));
            details.number("tests", static_cast<std::int64_t>(tests.size()));
        }
        SALLYPORT_TRY(record(transaction, current, policy, audit::kind::policyCreated, details.json()));
        return policy;
    });
}

Result<Policy> PoliciesService::change(const Actor& actor, std::string_view idOrName, const PolicyPatch& patch)
{
    return changeTo(actor, idOrName, patch, audit::kind::policyChanged);
}

Result<Policy> PoliciesService::publish(const Actor& actor, std::string_view idOrName, access::PolicyState state)
{
    if (state == access::PolicyState::Draft)
        return identity::validationError({{"state", "enforce or observe.", "enum"}});
    PolicyPatch patch;
    patch.state = stateWord(state);
    return changeTo(actor, idOrName, patch, audit::kind::policyPublished);
}

Result<Policy> PoliciesService::changeTo(const Actor& actor, std::string_view idOrName, const PolicyPatch& patch,
                                         std::string_view eventKind)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.authorize(actor, Permission::PoliciesUpdate));
    SALLYPORT_TRY(checkRestore(patch));
    const UtcTime now = m_shared.store.now();
    return m_shared.store.write([&](storage::Transaction& transaction) -> Result<Policy> {
        SALLYPORT_ASSIGN(Table all, rows::allPolicies(transaction));
        SALLYPORT_ASSIGN(const std::size_t at, placeOf(all, idOrName));
        const Policy before = all[at];
        if (patch.expectedVersion && *patch.expectedVersion != before.version)
            return makeError(ErrorCode::PreconditionFailed, "The policy was changed meanwhile.");
        NewPolicy base = wordsOf(before);
        if (patch.restore) {
            SALLYPORT_ASSIGN(const Table versions, rows::versionsOf(transaction, before.id));
            const auto old = std::ranges::find(versions, *patch.restore, &Policy::version);
            if (old == versions.end())
                return identity::validationError({{"restore", "There is no such version.", "exists"}});
            base = wordsOf(*old);
            base.state = stateWord(before.state);
        }
        std::vector<FieldError> errors;
        Policy after = policyOf(patched(std::move(base), patch), errors);
        if (!errors.empty())
            return identity::validationError(std::move(errors));
        after.id = before.id;
        after.createdAt = before.createdAt;
        after.createdBy = before.createdBy;
        if (after.saysTheSame(before)) {
            // Nothing changes; but to publish is to say that its tests pass, whatever state it is in.
            if (eventKind == audit::kind::policyPublished)
                SALLYPORT_TRY(mustPass(transaction, all, before));
            return before;
        }
        if (nameIsTaken(all, after))
            return conflict("Another policy has this name.", "name_taken");
        SALLYPORT_TRY(mustPass(transaction, all, after));
        after.version = before.version + 1;
        after.changedAt = now;
        after.changedBy = access::nameOf(current);
        SALLYPORT_TRY(rows::putPolicy(transaction, after));
        all[at] = after;
        tell(transaction, std::move(all));
        SALLYPORT_TRY(record(transaction, current, after, eventKind, policyDetails(wordsOf(before), wordsOf(after)).json()));
        return after;
    });
}

Result<void> PoliciesService::remove(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.authorize(actor, Permission::PoliciesDelete));
    return m_shared.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(Table all, rows::allPolicies(transaction));
        SALLYPORT_ASSIGN(const std::size_t at, placeOf(all, idOrName));
        const Policy policy = all[at];
        SALLYPORT_ASSIGN(const std::vector<PolicyTest> tests, rows::testsOf(transaction, policy.id));
        SALLYPORT_TRY(rows::removePolicy(transaction, policy.id));
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
        tell(transaction, std::move(all));
        return record(transaction, current, policy, audit::kind::policyDeleted, removalDetails(policy, tests));
    });
}

Result<std::vector<Policy>> PoliciesService::versions(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const Policy policy, read(actor, idOrName));
    return m_shared.store.read([&](storage::Transaction& transaction) { return rows::versionsOf(transaction, policy.id); });
}

Result<std::vector<PolicyTest>> PoliciesService::tests(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const Policy policy, read(actor, idOrName));
    return m_shared.store.read([&](storage::Transaction& transaction) { return rows::testsOf(transaction, policy.id); });
}

Result<std::vector<PolicyTest>> PoliciesService::setTests(const Actor& actor, std::string_view idOrName,
                                                          std::vector<PolicyTest> tests)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.authorize(actor, Permission::PoliciesUpdate));
    std::vector<FieldError> errors;
    settleTests(tests, m_shared.store.now(), m_shared.sources(), errors);
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return m_shared.store.write([&](storage::Transaction& transaction) -> Result<std::vector<PolicyTest>> {
        SALLYPORT_ASSIGN(const Table all, rows::allPolicies(transaction));
        SALLYPORT_ASSIGN(const std::size_t at, placeOf(all, idOrName));
        SALLYPORT_TRY(rows::setTests(transaction, all[at].id, tests));
        SALLYPORT_TRY(record(transaction, current, all[at], audit::kind::policyChanged,
                             audit::Details().number("tests", static_cast<std::int64_t>(tests.size())).json()));
        return tests;
    });
}

Result<std::vector<PolicyTestResult>> PoliciesService::runTests(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_TRY(m_shared.authorize(actor, Permission::PoliciesRead));
    Table all;
    std::size_t at = 0;
    std::vector<PolicyTest> tests;
    const Result<void> read = m_shared.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(all, rows::allPolicies(transaction));
        SALLYPORT_ASSIGN(at, placeOf(all, idOrName));
        SALLYPORT_ASSIGN(tests, rows::testsOf(transaction, all[at].id));
        return {};
    });
    SALLYPORT_TRY(read);
    return run(all, all[at], tests);
}

Result<std::vector<PolicyTestResult>> PoliciesService::run(const Table& all, const Policy& policy,
                                                           const std::vector<PolicyTest>& tests) const
{
    if (tests.empty())
        return std::vector<PolicyTestResult>();
    Policy enforced = policy;
    enforced.state = access::PolicyState::Enforce;
    const auto set = access::policies::PolicySet::make(all, m_shared.table.now().get())->with(std::move(enforced));
    return runPolicyTests(m_shared, *set, tests);
}

Result<void> PoliciesService::mustPass(storage::Transaction& transaction, const Table& all, const Policy& policy) const
{
    if (policy.state == access::PolicyState::Draft)
        return {};
    SALLYPORT_ASSIGN(const std::vector<PolicyTest> tests, rows::testsOf(transaction, policy.id));
    SALLYPORT_ASSIGN(const std::vector<PolicyTestResult> results, run(all, policy, tests));
    const auto failed = std::ranges::find(results, false, &PolicyTestResult::passed);
    if (failed == results.end())
        return {};
    const auto count = std::ranges::count(results, false, &PolicyTestResult::passed);
    return conflict(std::to_string(count) + " of " + std::to_string(results.size()) + " tests of the policy fail. " +
                        failureText(*failed),
                    "tests_failed");
}

} // namespace sallyport::authorization
