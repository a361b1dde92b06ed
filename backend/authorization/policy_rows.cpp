#include "backend/authorization/policy_rows.h"

#include "backend/access/policies/policy_limits.h"
#include "backend/base/case_fold.h"
#include "backend/storage/columns.h"

#include <string>

namespace sallyport::authorization::rows {

namespace {

using access::Policy;

enum class PolicyColumn {
    Id,
    Name,
    Note,
    Effect,
    Actions,
    Resources,
    Expression,
    State,
    Version,
    CreatedAt,
    CreatedBy,
    ChangedAt,
    ChangedBy,
    End
};
constexpr storage::Columns<PolicyColumn> policyColumns{{{PolicyColumn::Id, "p.id"},
                                                        {PolicyColumn::Name, "p.name"},
                                                        {PolicyColumn::Note, "p.note"},
                                                        {PolicyColumn::Effect, "p.effect"},
                                                        {PolicyColumn::Actions, "p.actions"},
                                                        {PolicyColumn::Resources, "p.resources"},
                                                        {PolicyColumn::Expression, "p.expression"},
                                                        {PolicyColumn::State, "p.state"},
                                                        {PolicyColumn::Version, "p.version"},
                                                        {PolicyColumn::CreatedAt, "p.created_at"},
                                                        {PolicyColumn::CreatedBy, "p.created_by"},
                                                        {PolicyColumn::ChangedAt, "p.changed_at"},
                                                        {PolicyColumn::ChangedBy, "p.changed_by"}}};
constexpr auto everyPolicy = storage::select(policyColumns, "FROM policies p ORDER BY p.name_key");
constexpr storage::Columns<PolicyColumn> versionColumns{{{PolicyColumn::Id, "v.policy_id"},
                                                         {PolicyColumn::Name, "v.name"},
                                                         {PolicyColumn::Note, "v.note"},
                                                         {PolicyColumn::Effect, "v.effect"},
                                                         {PolicyColumn::Actions, "v.actions"},
                                                         {PolicyColumn::Resources, "v.resources"},
                                                         {PolicyColumn::Expression, "v.expression"},
                                                         {PolicyColumn::State, "v.state"},
                                                         {PolicyColumn::Version, "v.version"},
                                                         {PolicyColumn::CreatedAt, "p.created_at"},
                                                         {PolicyColumn::CreatedBy, "p.created_by"},
                                                         {PolicyColumn::ChangedAt, "v.changed_at"},
                                                         {PolicyColumn::ChangedBy, "v.changed_by"}}};
constexpr auto versionsOfOne = storage::select(
    versionColumns,
    "FROM policy_versions v JOIN policies p ON p.id = v.policy_id WHERE v.policy_id = $1 ORDER BY v.version DESC");

enum class TestColumn { Name, Question, Expected, End };
constexpr storage::Columns<TestColumn> testColumns{
    {{TestColumn::Name, "name"}, {TestColumn::Question, "question"}, {TestColumn::Expected, "expected"}}};
constexpr auto testsOfOne = storage::select(testColumns, "FROM policy_tests WHERE policy_id = $1 ORDER BY place");

enum class AnyTestColumn { Policy, Name, Question, Expected, End };
constexpr storage::Columns<AnyTestColumn> anyTestColumns{{{AnyTestColumn::Policy, "policy_id"},
                                                          {AnyTestColumn::Name, "name"},
                                                          {AnyTestColumn::Question, "question"},
                                                          {AnyTestColumn::Expected, "expected"}}};
constexpr auto everyTest = storage::select(anyTestColumns, "FROM policy_tests ORDER BY policy_id, place");

/// Whether a test that is stored with this word is to be allowed.
bool isAllow(const std::string& expected)
{
    return expected == "allow";
}

std::vector<std::string_view> wordsIn(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string actionsText(const Policy& policy)
{
    std::string text;
    for (const access::Permission action : policy.actions)
        (text += text.empty() ? "" : " ") += access::info(action).word;
    return text;
}

std::string resourcesText(const Policy& policy)
{
    std::string text;
    for (const access::ResourceKind kind : policy.resources)
        (text += text.empty() ? "" : " ") += access::resourceWord(kind);
    return text;
}

Policy readPolicy(const storage::Row<PolicyColumn>& row)
{
    Policy policy;
    policy.id = access::PolicyId(row.text(PolicyColumn::Id));
    policy.name = row.text(PolicyColumn::Name);
    policy.note = row.text(PolicyColumn::Note);
    // What nobody knows any more denies.
    policy.effect = access::findEffect(row.text(PolicyColumn::Effect)).value_or(access::PolicyEffect::Deny);
    const std::string actions = row.text(PolicyColumn::Actions), resources = row.text(PolicyColumn::Resources);
    for (const std::string_view word : wordsIn(actions))
        if (const auto action = access::findPermission(word))
            policy.actions.push_back(*action);
    for (const std::string_view word : wordsIn(resources))
        if (const auto kind = access::findResourceKind(word))
            policy.resources.push_back(*kind);
    policy.condition = row.text(PolicyColumn::Expression);
    policy.state = access::findState(row.text(PolicyColumn::State)).value_or(access::PolicyState::Enforce);
    policy.version = row.integer(PolicyColumn::Version);
    policy.createdAt = row.time(PolicyColumn::CreatedAt);
    policy.createdBy = row.text(PolicyColumn::CreatedBy);
    policy.changedAt = row.time(PolicyColumn::ChangedAt);
    policy.changedBy = row.text(PolicyColumn::ChangedBy);
    return policy;
}

Result<std::vector<Policy>> readAll(storage::Rows<PolicyColumn>& rows)
{
    std::vector<Policy> policies;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return policies;
        policies.push_back(readPolicy(rows.row()));
    }
}

} // namespace

Result<std::vector<Policy>> allPolicies(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(everyPolicy));
    return readAll(rows);
}

Result<void> putPolicy(storage::Transaction& transaction, const Policy& policy)
{
    SALLYPORT_ASSIGN(
        auto put, transaction.prepare("INSERT INTO policies (id, name, name_key, note, effect, actions, resources, expression, "
                                      "state, version, created_at, created_by, changed_at, changed_by) VALUES ($1, $2, $3, $4, "
                                      "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO UPDATE SET name = $2, "
                                      "name_key = $3, note = $4, effect = $5, actions = $6, resources = $7, expression = $8, "
                                      "state = $9, version = $10, changed_at = $13, changed_by = $14"));
    put.bind(1, policy.id).bind(2, policy.name).bind(3, textKey(policy.name)).bind(4, policy.note);
    put.bind(5, effectWord(policy.effect)).bind(6, actionsText(policy)).bind(7, resourcesText(policy));
    put.bind(8, policy.condition).bind(9, stateWord(policy.state)).bind(10, policy.version);
    put.bind(11, policy.createdAt).bind(12, policy.createdBy).bind(13, policy.changedAt).bind(14, policy.changedBy);
    SALLYPORT_TRY(put.run());
    SALLYPORT_ASSIGN(auto keep,
                     transaction.prepare("INSERT INTO policy_versions (policy_id, version, name, note, effect, actions, "
                                         "resources, expression, state, changed_at, changed_by) VALUES ($1, $2, $3, "
                                         "$4, $5, $6, $7, $8, $9, $10, $11)"));
    keep.bind(1, policy.id).bind(2, policy.version).bind(3, policy.name).bind(4, policy.note);
    keep.bind(5, effectWord(policy.effect)).bind(6, actionsText(policy)).bind(7, resourcesText(policy));
    keep.bind(8, policy.condition).bind(9, stateWord(policy.state)).bind(10, policy.changedAt).bind(11, policy.changedBy);
    SALLYPORT_TRY(keep.run());
    SALLYPORT_ASSIGN(auto forget, transaction.prepare("DELETE FROM policy_versions WHERE policy_id = $1 AND version <= $2"));
    forget.bind(1, policy.id).bind(2, policy.version - static_cast<std::int64_t>(access::policyVersionsKept));
    return forget.run();
}

Result<void> removePolicy(storage::Transaction& transaction, const access::PolicyId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM policies WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

Result<std::vector<Policy>> versionsOf(storage::Transaction& transaction, const access::PolicyId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(versionsOfOne));
    rows.bind(1, id);
    return readAll(rows);
}

Result<std::vector<PolicyTest>> testsOf(storage::Transaction& transaction, const access::PolicyId& id)
{
    std::vector<PolicyTest> tests;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(testsOfOne));
    rows.bind(1, id);
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return tests;
        const auto row = rows.row();
        tests.push_back({row.text(TestColumn::Name), row.text(TestColumn::Question), isAllow(row.text(TestColumn::Expected))});
    }
}

Result<TestsByPolicy> allTests(storage::Transaction& transaction)
{
    TestsByPolicy tests;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(everyTest));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return tests;
        const auto row = rows.row();
        tests[row.text(AnyTestColumn::Policy)].push_back(
            {row.text(AnyTestColumn::Name), row.text(AnyTestColumn::Question), isAllow(row.text(AnyTestColumn::Expected))});
    }
}

Result<void> setTests(storage::Transaction& transaction, const access::PolicyId& id, const std::vector<PolicyTest>& tests)
{
    SALLYPORT_ASSIGN(auto clear, transaction.prepare("DELETE FROM policy_tests WHERE policy_id = $1"));
    clear.bind(1, id);
    SALLYPORT_TRY(clear.run());
    std::int64_t place = 0;
    for (const PolicyTest& test : tests) {
        SALLYPORT_ASSIGN(auto add,
                         transaction.prepare("INSERT INTO policy_tests (policy_id, place, name, question, expected) VALUES "
                                             "($1, $2, $3, $4, $5)"));
        add.bind(1, id).bind(2, place++).bind(3, test.name).bind(4, test.question).bind(5, test.allowed ? "allow" : "deny");
        SALLYPORT_TRY(add.run());
    }
    return {};
}

} // namespace sallyport::authorization::rows
