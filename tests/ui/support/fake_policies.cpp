#include "tests/ui/support/fake_policies.h"

#include "backend/access/policies/condition.h"
#include "backend/base/case_fold.h"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>

namespace sallyport::tests {

using access::Permission;
using access::Policy;
using access::PolicyEffect;
using access::PolicyState;
using access::ResourceKind;
using authorization::CheckAnswer;
using authorization::NewPolicy;
using authorization::PolicyTest;

namespace {

Policy sample(const char* name, PolicyEffect effect, PolicyState state, const char* condition, std::vector<Permission> actions,
              const char* note = "")
{
    Policy made;
    made.name = name;
    made.note = note;
    made.effect = effect;
    made.state = state;
    made.condition = condition;
    made.actions = std::move(actions);
    made.resources = {ResourceKind::Record};
    return made;
}

Error noSuchPolicy()
{
    return makeError(ErrorCode::NotFound, "There is no such policy");
}

NewPolicy wordsOf(const Policy& policy)
{
    NewPolicy words{policy.name, policy.note,      std::string(access::effectWord(policy.effect)), {},
                    {},          policy.condition, std::string(access::stateWord(policy.state))};
    for (const Permission action : policy.actions)
        words.actions.emplace_back(access::info(action).word);
    for (const ResourceKind kind : policy.resources)
        words.resources.emplace_back(access::resourceWord(kind));
    return words;
}

constexpr std::string_view allowedTrace = R"json({"summary":"Allowed by the policy 'Owner may always read'.",
"reason":"allowed_by_policy","roles":{"required":"records:read","asked":2,"held":true,"given_by":["editor"]},
"policies":[{"id":"policy-2","name":"Owner may always read","effect":"allow","state":"enforce","version":1,"result":"true",
 "decided":true,"condition":"resource.owner_id == subject.id",
 "parts":[{"text":"resource.owner_id","offset":0,"length":17,"line":1,"column":1,"value":"\"01JDPARK\""},
          {"text":"subject.id","offset":21,"length":10,"line":1,"column":22,"value":"\"01JDPARK\""},
          {"text":"resource.owner_id == subject.id","offset":0,"length":31,"line":1,"column":1,"value":"true"}]}],
"policies_asked":1,"nearest":[]})json";

constexpr std::string_view deniedTrace = R"json({"summary":"Denied by the policy 'Same department only'.",
"reason":"denied_by_policy","roles":{"required":"records:update","asked":2,"held":true,"given_by":["editor"]},
"policies":[
 {"id":"policy-3","name":"Same department only","effect":"deny","state":"enforce","version":5,"result":"true","decided":true,
  "condition":"resource.department != subject.department\n  && !(\"duty_physician\" in subject.roles)\n  && context.mfa_age > duration(\"15m\")",
  "parts":[{"text":"resource.department","offset":0,"length":19,"line":1,"column":1,"value":"\"Cardiology\""},
           {"text":"subject.department","offset":23,"length":18,"line":1,"column":24,"value":"\"Radiology\""},
           {"text":"resource.department != subject.department","offset":0,"length":41,"line":1,"column":1,"value":"true"},
           {"text":"subject.roles","offset":69,"length":13,"line":2,"column":28,"value":"[\"editor\"]"},
           {"text":"\"duty_physician\" in subject.roles","offset":49,"length":33,"line":2,"column":8,"value":"false"},
           {"text":"!(\"duty_physician\" in subject.roles)","offset":47,"length":36,"line":2,"column":6,"value":"true"},
           {"text":"context.mfa_age","offset":89,"length":15,"line":3,"column":6,"value":"22m"},
           {"text":"context.mfa_age > duration(\"15m\")","offset":89,"length":33,"line":3,"column":6,"value":"true"}]},
 {"id":"policy-2","name":"Owner may always read","effect":"allow","state":"enforce","version":1,"result":"false","decided":false,
  "condition":"resource.owner_id == subject.id","parts":[]},
 {"id":"policy-5","name":"Working hours","effect":"deny","state":"observe","version":2,"result":"true","decided":false,
  "condition":"now.getHours(\"Europe/Berlin\") >= 19","parts":[]}],
"policies_asked":3,
"nearest":[{"change":"condition","policy":"Same department only","wanted":false,
            "expression":{"text":"context.mfa_age > duration(\"15m\")","offset":89,"length":33,"line":3,"column":6,"value":"true"}}]})json";

} // namespace

FakePolicies::FakePolicies(Clock& clock) : m_clock(clock)
{
    std::vector<Policy> samples;
    samples.push_back(sample("Exports from the clinic's network", PolicyEffect::Deny, PolicyState::Enforce,
                             "!cidr(\"10.0.0.0/8\").containsIP(context.ip)", {Permission::RecordsRead}));
    samples.push_back(sample("Owner may always read", PolicyEffect::Allow, PolicyState::Enforce,
                             "resource.owner_id == subject.id", {Permission::RecordsRead}));
    samples.push_back(sample("Same department only", PolicyEffect::Deny, PolicyState::Draft,
                             "resource.department != subject.department\n  && !(\"duty_physician\" in subject.roles)\n"
                             "  && context.mfa_age > duration(\"15m\")",
                             {Permission::RecordsRead, Permission::RecordsUpdate}, "Agreed with quality board, 12 Nov"));
    samples.push_back(sample("Trainees read only", PolicyEffect::Deny, PolicyState::Enforce,
                             "subject.roles.exists(role, role.startsWith(\"trainee_\"))",
                             {Permission::RecordsUpdate, Permission::RecordsDelete}));
    samples.push_back(sample("Working hours", PolicyEffect::Deny, PolicyState::Observe,
                             "!(now.getHours(\"Europe/Berlin\") >= 7 && now.getHours(\"Europe/Berlin\") < 19)",
                             {Permission::RecordsRead, Permission::RecordsUpdate}));
    set(std::move(samples));
    Kept& drafted = *find("Same department only");
    drafted.tests = {
        {"Own department",
         R"({"subject":{"department":"Radiology"},"action":"records:read","resource":{"kind":"record","department":"Radiology"},"context":{"time":"2026-11-24T13:32:00Z"}})",
         true},
        {"Other department",
         R"({"subject":{"department":"Radiology"},"action":"records:update","resource":{"kind":"record","department":"Cardiology"},"context":{"time":"2026-11-24T13:32:00Z"}})",
         false}};
    for (int version = 4; version > 0; --version) {
        Policy earlier = drafted.policy;
        earlier.version = version;
        earlier.changedAt = m_clock.now() - std::chrono::days(8 - version);
        if (version < 4)
            earlier.condition = "resource.department != subject.department";
        drafted.versions.push_back(std::move(earlier));
    }
    drafted.policy.version = 5;
    drafted.versions.front().version = 5;
}

void FakePolicies::set(std::vector<Policy> policies)
{
    const std::lock_guard guard(m_mutex);
    m_all.clear();
    for (Policy& policy : policies) {
        policy.id = access::PolicyId("policy-" + std::to_string(++m_made));
        policy.createdAt = policy.changedAt = m_clock.now() - std::chrono::hours(20 * m_made);
        policy.createdBy = policy.changedBy = "Ingrid Solheim";
        m_all.push_back({policy, {policy}, {}});
    }
}

std::vector<Policy> FakePolicies::all() const
{
    const std::lock_guard guard(m_mutex);
    std::vector<Policy> made;
    for (const Kept& kept : m_all)
        made.push_back(kept.policy);
    return made;
}

FakePolicies::Kept* FakePolicies::find(std::string_view idOrName)
{
    const auto found = std::ranges::find_if(
        m_all, [&](const Kept& kept) { return kept.policy.id.text() == idOrName || kept.policy.name == idOrName; });
    return found == m_all.end() ? nullptr : &*found;
}

Result<authorization::PolicyPage> FakePolicies::list(const access::Actor&, const authorization::PolicyQuery& query)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const std::string wanted = searchKey(query.text);
    const auto start = query.cursor.empty() ? std::size_t{0} : static_cast<std::size_t>(std::stoul(query.cursor));
    authorization::PolicyPage page;
    for (const Kept& kept : m_all) {
        if ((query.state && kept.policy.state != *query.state) || searchKey(kept.policy.name).find(wanted) == std::string::npos)
            continue;
        const auto at = static_cast<std::size_t>(page.total++);
        if (at >= start && page.policies.size() < query.limit)
            page.policies.push_back(kept.policy);
        else if (at >= start && page.nextCursor.empty())
            page.nextCursor = std::to_string(at);
    }
    return page;
}

Result<Policy> FakePolicies::read(const access::Actor&, std::string_view idOrName)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const Kept* const kept = find(idOrName);
    return kept == nullptr ? Result<Policy>(noSuchPolicy()) : kept->policy;
}

Result<Policy> FakePolicies::store(const access::Actor& actor, Kept& kept, const NewPolicy& words)
{
    Error error(ErrorCode::ValidationFailed, "Validation failed");
    error.fields = access::policies::readCondition(words.condition).mistakes;
    if (words.name.empty())
        error.fields.push_back({"name", "At least 1 character.", "minLength"});
    if (!error.fields.empty())
        return error;
    for (const Kept& other : m_all)
        if (&other != &kept && textKey(other.policy.name) == textKey(words.name)) {
            Error taken(ErrorCode::Conflict, "Another policy has this name");
            taken.word = "name_taken";
            return taken;
        }
    kept.policy.name = words.name;
    kept.policy.note = words.note;
    kept.policy.effect = access::findEffect(words.effect).value_or(PolicyEffect::Allow);
    kept.policy.state = access::findState(words.state).value_or(PolicyState::Draft);
    kept.policy.condition = words.condition;
    kept.policy.actions.clear();
    for (const std::string& action : words.actions)
        kept.policy.actions.push_back(access::findPermission(action).value_or(Permission::RecordsRead));
    kept.policy.resources.clear();
    for (const std::string& kind : words.resources)
        kept.policy.resources.push_back(access::findResourceKind(kind).value_or(ResourceKind::Record));
    kept.policy.changedAt = m_clock.now();
    kept.policy.changedBy = actor.name;
    kept.versions.insert(kept.versions.begin(), kept.policy);
    return kept.policy;
}

Result<Policy> FakePolicies::create(const access::Actor& actor, const NewPolicy& policy)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    Kept made;
    made.policy.id = access::PolicyId("policy-" + std::to_string(++m_made));
    made.policy.createdAt = m_clock.now();
    made.policy.createdBy = actor.name;
    SALLYPORT_ASSIGN(Policy stored, store(actor, made, policy));
    m_all.push_back(std::move(made));
    std::ranges::sort(m_all, {}, [](const Kept& kept) { return kept.policy.name; });
    return stored;
}

Result<Policy> FakePolicies::change(const access::Actor& actor, std::string_view idOrName,
                                    const authorization::PolicyPatch& patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    Kept* const kept = find(idOrName);
    if (kept == nullptr)
        return noSuchPolicy();
    if (patch.expectedVersion && *patch.expectedVersion != kept->policy.version)
        return makeError(ErrorCode::PreconditionFailed, "Somebody else changed it");
    NewPolicy words = wordsOf(kept->policy);
    if (patch.restore) {
        const auto then = std::ranges::find(kept->versions, *patch.restore, &Policy::version);
        if (then == kept->versions.end())
            return noSuchPolicy();
        const std::string state = words.state;
        words = wordsOf(*then);
        words.state = state;
    }
    const auto take = [](auto& member, const auto& wanted) {
        if (wanted)
            member = *wanted;
    };
    take(words.name, patch.name);
    take(words.note, patch.note);
    take(words.effect, patch.effect);
    take(words.condition, patch.condition);
    take(words.state, patch.state);
    take(words.actions, patch.actions);
    take(words.resources, patch.resources);
    ++kept->policy.version;
    return store(actor, *kept, words);
}

Result<Policy> FakePolicies::publish(const access::Actor& actor, std::string_view idOrName, PolicyState state)
{
    authorization::PolicyPatch patch;
    patch.state = std::string(access::stateWord(state));
    return change(actor, idOrName, patch);
}

Result<void> FakePolicies::remove(const access::Actor&, std::string_view idOrName)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    return std::erase_if(m_all,
                         [&](const Kept& kept) { return kept.policy.id.text() == idOrName || kept.policy.name == idOrName; }) == 0
               ? Result<void>(noSuchPolicy())
               : Result<void>();
}

Result<std::vector<Policy>> FakePolicies::versions(const access::Actor&, std::string_view idOrName)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const Kept* const kept = find(idOrName);
    return kept == nullptr ? Result<std::vector<Policy>>(noSuchPolicy()) : kept->versions;
}

Result<std::vector<PolicyTest>> FakePolicies::tests(const access::Actor&, std::string_view idOrName)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const Kept* const kept = find(idOrName);
    return kept == nullptr ? Result<std::vector<PolicyTest>>(noSuchPolicy()) : kept->tests;
}

Result<std::vector<PolicyTest>> FakePolicies::setTests(const access::Actor&, std::string_view idOrName,
                                                       std::vector<PolicyTest> tests)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    Kept* const kept = find(idOrName);
    if (kept == nullptr)
        return noSuchPolicy();
    kept->tests = std::move(tests);
    return kept->tests;
}

Result<std::vector<authorization::PolicyTestResult>> FakePolicies::runTests(const access::Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const std::vector<PolicyTest> all, tests(actor, idOrName));
    std::vector<authorization::PolicyTestResult> results;
    for (const PolicyTest& test : all)
        results.push_back({test, true, test.allowed, "As it is to be."});
    return results;
}

Result<std::string> FakePolicies::exportDocument(const access::Actor&, const authorization::PolicyExport&)
{
    if (auto error = failures.take())
        return *error;
    std::string text = R"({"format":"sallyport-policies","version":1,"policies":[)";
    for (const Policy& policy : all())
        text.append(text.ends_with('[') ? "" : ",").append("{\"name\":\"").append(policy.name).append("\"}");
    return text + "]}";
}

std::vector<authorization::ImportedPolicy> FakePolicies::importSamples()
{
    using Outcome = authorization::ImportedPolicy::Outcome;
    return {{0, Outcome::Unchanged, "policy-2", "Owner may always read", "enforce", "enforce", {}, {}},
            {1, Outcome::Changed, "policy-3", "Same department only", "draft", "observe", {"condition", "tests"}, {}},
            {2, Outcome::Added, "policy-9", "Night shift", "draft", "enforce", {}, {}},
            {3,
             Outcome::Refused,
             {},
             "Trainees read only",
             {},
             "enforce",
             {},
             {{"state", "It is enforced here, and would decide otherwise.", "in_force"},
              {"condition", "There is no attribute subject.rols. subject.roles is near.", "exists", 4, 1, 5}}}};
}

Result<authorization::PolicyImportResult> FakePolicies::importDocument(const access::Actor&,
                                                                       const authorization::PolicyImport& import)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    m_imported = import;
    authorization::PolicyImportResult result{import.dryRun, import.publish, 1, 1, 1, 0, importSamples()};
    if (import.publish)
        result.policies.pop_back();
    else
        result.refused = 1;
    return result;
}

authorization::PolicyImport FakePolicies::imported() const
{
    const std::lock_guard guard(m_mutex);
    return m_imported;
}

Result<CheckAnswer> FakeAccessChecks::check(const access::Actor& actor, const boost::json::object& question,
                                            const authorization::CheckOptions& options)
{
    boost::json::array one;
    one.push_back(question);
    SALLYPORT_ASSIGN(std::vector<CheckAnswer> answers, checkMany(actor, one, options));
    return answers.front();
}

Result<std::vector<CheckAnswer>> FakeAccessChecks::checkMany(const access::Actor&, const boost::json::array& questions,
                                                             const authorization::CheckOptions& options)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    std::vector<CheckAnswer> answers;
    for (const boost::json::value& question : questions) {
        m_asked = boost::json::serialize(question);
        m_draft = options.drafts.empty() ? std::string() : options.drafts.front().condition;
        CheckAnswer answer;
        answer.allowed = question.at("action") == "records:read";
        answer.reason = answer.allowed ? "allowed_by_policy" : "denied_by_policy";
        answer.policy = answer.allowed ? "Owner may always read" : "Same department only";
        answer.trace = answer.allowed ? allowedTrace : deniedTrace;
        answers.push_back(std::move(answer));
    }
    return answers;
}

Result<authorization::WhoMay> FakeAccessChecks::who(const access::Actor&, const boost::json::object& question)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    m_asked = boost::json::serialize(question);
    return authorization::WhoMay{{{"u1", "Dae-jung Park", "dae-jung.park@northgate.example", "Owner may always read"},
                                  {"u2", "Elif Yıldız", "elif.yildiz@northgate.example", ""}},
                                 2,
                                 40};
}

Result<std::vector<authorization::MayDo>> FakeAccessChecks::what(const access::Actor&, const boost::json::object& question)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    m_asked = boost::json::serialize(question);
    return std::vector<authorization::MayDo>{{"records:read", "record", "some", ""},
                                             {"records:update", "record", "no", "Same department only"},
                                             {"records:delete", "record", "no", ""},
                                             {"comments:read", "comment", "yes", ""},
                                             {"events:read", "", "yes", ""}};
}

Result<authorization::Replay> FakeAccessChecks::replay(const access::Actor&, const std::string&,
                                                       const authorization::PolicyPatch&, UtcTime since, UtcTime)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    ++m_replays;
    using Flip = authorization::Replay::Flip;
    authorization::Replay made;
    made.replayed = 2600;
    made.flipped = 2;
    made.flips = {Flip{"decision-1", since, "u3", "Farid Rahmani", "records:read", "record", "01JD1", "GET", "/api/data/01JD1",
                       true, true, false, "Same department only", "GET /api/data/{id}"},
                  Flip{"decision-2", since, "u2", "Elif Yıldız", "records:update", "record", "01JD2", "PATCH", "/api/data/01JD2",
                       false, false, true, "Owner may always read", "PATCH /api/data/{id}"}};
    made.bySubject = {{"u3", "Farid Rahmani", 0, 1}, {"u2", "Elif Yıldız", 1, 0}};
    made.byRoute = {{"GET /api/data/{id}", "GET /api/data/{id}", 0, 1}, {"PATCH /api/data/{id}", "PATCH /api/data/{id}", 1, 0}};
    made.byObject = {{"record 01JD1", "01JD1", 0, 1}, {"record 01JD2", "01JD2", 1, 0}};
    return made;
}

std::string FakeAccessChecks::asked() const
{
    const std::lock_guard guard(m_mutex);
    return m_asked;
}

std::string FakeAccessChecks::askedDraft() const
{
    const std::lock_guard guard(m_mutex);
    return m_draft;
}

int FakeAccessChecks::replays() const
{
    const std::lock_guard guard(m_mutex);
    return m_replays;
}

} // namespace sallyport::tests
