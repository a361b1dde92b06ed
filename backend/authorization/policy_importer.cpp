#include "backend/authorization/policy_importer.h"

#include "backend/access/policies/policy_limits.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/policy_tests.h"
#include "backend/base/case_fold.h"
#include "backend/base/name_text.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace sallyport::authorization {

namespace {

using access::PolicyState;
using Outcome = ImportedPolicy::Outcome;

bool isSameTest(const PolicyTest& one, const PolicyTest& other)
{
    return std::tie(one.name, one.question, one.allowed) == std::tie(other.name, other.question, other.allowed);
}

/// Decides the same where it is asked at all.
bool decidesTheSame(const access::Policy& one, const access::Policy& other)
{
    return std::tie(one.effect, one.actions, one.resources, one.condition) ==
           std::tie(other.effect, other.actions, other.resources, other.condition);
}

std::vector<std::string> differences(const access::Policy& before, const access::Policy& after)
{
    std::vector<std::string> names;
    const auto compare = [&](const char* name, bool same) {
        if (!same)
            names.emplace_back(name);
    };
    compare("name", before.name == after.name);
    compare("note", before.note == after.note);
    compare("effect", before.effect == after.effect);
    compare("actions", before.actions == after.actions);
    compare("resources", before.resources == after.resources);
    compare("condition", before.condition == after.condition);
    compare("state", before.state == after.state);
    return names;
}

/// What is no text, or no list, isn't called empty as well.
void addChecked(std::vector<FieldError>& mistakes, std::vector<FieldError> checked)
{
    const std::size_t read = mistakes.size();
    for (FieldError& one : checked)
        if (std::none_of(mistakes.begin(), mistakes.begin() + static_cast<std::ptrdiff_t>(read),
                         [&](const FieldError& known) { return known.field == one.field; }))
            mistakes.push_back(std::move(one));
}

} // namespace

std::string_view importOutcomeWord(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::Added: return "added";
    case Outcome::Changed: return "changed";
    case Outcome::Unchanged: return "unchanged";
    case Outcome::Refused: break;
    }
    return "refused";
}

Result<KeptPolicies> KeptPolicies::read(storage::Transaction& transaction)
{
    KeptPolicies kept;
    SALLYPORT_ASSIGN(kept.all, rows::allPolicies(transaction));
    SALLYPORT_ASSIGN(kept.tests, rows::allTests(transaction));
    return kept;
}

const std::vector<PolicyTest>& KeptPolicies::testsOf(const access::Policy& policy) const
{
    static const std::vector<PolicyTest> none;
    const auto found = tests.find(policy.id.text());
    return found == tests.end() ? none : found->second;
}

bool KeptPolicies::areSame(const KeptPolicies& other) const
{
    return std::ranges::equal(all, other.all,
                              [](const access::Policy& one, const access::Policy& two) {
                                  return one.id == two.id && one.version == two.version && one.saysTheSame(two);
                              }) &&
           std::ranges::equal(tests, other.tests, [](const auto& one, const auto& two) {
               return one.first == two.first && std::ranges::equal(one.second, two.second, isSameTest);
           });
}

/// Who has which name and id, and what the document has named already.
struct PolicyImporter::Names {
    std::unordered_map<std::string, const access::Policy*> byId, byKey;
    std::unordered_set<std::string> ids, keys; ///< of what the document has had
};

PolicyImporter::PolicyImporter(Shared& shared, const KeptPolicies& kept, const PolicyImport& import)
    : m_shared(shared), m_kept(kept), m_import(import), m_now(shared.store.now())
{
}

const access::Policy* PolicyImporter::find(const DocumentPolicy& one, const Names& names) const
{
    if (one.id)
        if (const auto found = names.byId.find(*one.id); found != names.byId.end())
            return found->second;
    const auto found = names.byKey.find(textKey(visibleName(one.words.name)));
    return found == names.byKey.end() ? nullptr : found->second;
}

void PolicyImporter::setState(PlannedPolicy& planned, const DocumentPolicy& one, std::vector<FieldError>& mistakes) const
{
    const PolicyState now = planned.before ? planned.before->state : PolicyState::Draft;
    if (!m_import.publish || !one.hasState)
        planned.after.state = now;
    const bool stays = now == PolicyState::Enforce && !m_import.publish;
    if (stays && !decidesTheSame(*planned.before, planned.after))
        mistakes.push_back({"state",
                            "It is enforced here, and would decide otherwise: that needs publish, or make it a draft first.",
                            "in_force"});
}

void PolicyImporter::setTests(PlannedPolicy& planned, DocumentPolicy& one, std::vector<FieldError>& mistakes) const
{
    static const std::vector<PolicyTest> none;
    const std::vector<PolicyTest>& kept = planned.before ? m_kept.testsOf(*planned.before) : none;
    planned.tests = kept;
    if (!one.tests || std::ranges::equal(*one.tests, kept, asksTheSame))
        return;
    planned.testsDiffer = true;
    planned.tests = std::move(*one.tests);
    std::vector<FieldError> checked;
    settleTests(planned.tests, m_now, m_shared.sources(), checked);
    addChecked(mistakes, std::move(checked));
}

void PolicyImporter::settle(PlannedPolicy& planned, std::vector<FieldError> mistakes) const
{
    ImportedPolicy& told = planned.told;
    // What the vault has already stays, also if this program can't read its condition any more.
    const bool onlyCondition = std::ranges::all_of(mistakes, [](const FieldError& one) { return one.field == "condition"; });
    if (planned.before && !planned.testsDiffer && onlyCondition && planned.after.saysTheSame(*planned.before))
        mistakes.clear();
    told.mistakes = std::move(mistakes);
    if (!told.mistakes.empty())
        return;
    told.id = planned.after.id.text();
    told.state = stateWord(planned.after.state);
    if (!planned.before) {
        told.outcome = Outcome::Added;
        return;
    }
    told.changed = differences(*planned.before, planned.after);
    if (planned.testsDiffer)
        told.changed.emplace_back("tests");
    told.outcome = told.changed.empty() ? Outcome::Unchanged : Outcome::Changed;
}

PlannedPolicy PolicyImporter::planOne(DocumentPolicy one, std::size_t place, Names& names) const
{
    PlannedPolicy planned;
    planned.told.place = place;
    planned.told.name = nameFromOutside(one.words.name, access::policyNameLimit);
    planned.told.documentState = access::findState(one.words.state) ? one.words.state : std::string();
    if (std::ranges::any_of(one.mistakes, [](const FieldError& known) { return known.field.empty(); })) {
        planned.told.mistakes = std::move(one.mistakes); // no object at all
        return planned;
    }
    const access::Policy* const before = find(one, names);
    if (before != nullptr)
        planned.before = *before;
    std::vector<FieldError> mistakes = std::move(one.mistakes), checked;
    if (!one.hasState)
        one.words.state = before != nullptr ? stateWord(before->state) : stateWord(PolicyState::Draft);
    planned.after = policyOf(one.words, checked);
    addChecked(mistakes, std::move(checked));
    if (before != nullptr)
        planned.after.id = before->id;
    else if (one.id && isIdText(*one.id))
        planned.after.id = access::PolicyId(*one.id);
    else if (!one.id)
        planned.after.id = access::PolicyId(m_shared.ids.next());
    if (one.id && !isIdText(*one.id) && std::ranges::none_of(mistakes, [](const auto& known) { return known.field == "id"; }))
        mistakes.push_back({"id", "This is no id.", "format"});
    const std::string key = textKey(planned.after.name);
    if (!planned.after.id.empty() && !names.ids.insert(planned.after.id.text()).second)
        mistakes.push_back({"id", "The document names this policy twice.", "unique"});
    const auto holder = names.byKey.find(key);
    const bool othersName = holder != names.byKey.end() && holder->second->id != planned.after.id;
    if (!key.empty() && (!names.keys.insert(key).second || othersName))
        mistakes.push_back({"name", "Another policy has this name.", "unique"});
    setState(planned, one, mistakes);
    setTests(planned, one, mistakes);
    settle(planned, std::move(mistakes));
    return planned;
}

Result<std::vector<PlannedPolicy>> PolicyImporter::plan(std::vector<DocumentPolicy> document)
{
    Names names;
    for (const access::Policy& policy : m_kept.all) {
        names.byId.emplace(policy.id.text(), &policy);
        names.byKey.emplace(textKey(policy.name), &policy);
    }
    std::vector<PlannedPolicy> plan;
    plan.reserve(document.size());
    for (std::size_t place = 0; place < document.size(); ++place)
        plan.push_back(planOne(std::move(document[place]), place, names));
    const auto added = std::ranges::count(plan, Outcome::Added, [](const PlannedPolicy& one) { return one.told.outcome; });
    if (m_kept.all.size() + static_cast<std::size_t>(added) > access::policiesLimit)
        return makeError(ErrorCode::LimitReached, "A vault has at most " + std::to_string(access::policiesLimit) + " policies.");
    SALLYPORT_TRY(runTests(plan));
    return plan;
}

Result<void> PolicyImporter::runTests(std::vector<PlannedPolicy>& plan) const
{
    std::vector<access::Policy> all = m_kept.all;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t at = 0; at < all.size(); ++at)
        places.emplace(all[at].id.text(), at);
    for (const PlannedPolicy& planned : plan) {
        if (planned.told.outcome != Outcome::Added && planned.told.outcome != Outcome::Changed)
            continue;
        if (const auto known = places.find(planned.after.id.text()); known != places.end())
            all[known->second] = planned.after;
        else
            all.push_back(planned.after);
    }
    const auto set = access::policies::PolicySet::make(std::move(all), m_shared.table.now().get());
    for (PlannedPolicy& planned : plan) {
        const bool differs = planned.told.outcome == Outcome::Added || planned.told.outcome == Outcome::Changed;
        if (!differs || planned.after.state == PolicyState::Draft || planned.tests.empty())
            continue;
        auto asked = set;
        if (planned.after.state != PolicyState::Enforce) {
            access::Policy enforced = planned.after;
            enforced.state = PolicyState::Enforce;
            asked = set->with(std::move(enforced));
        }
        SALLYPORT_ASSIGN(const std::vector<PolicyTestResult> results, runPolicyTests(m_shared, *asked, planned.tests));
        for (std::size_t at = 0; at < results.size(); ++at)
            if (!results[at].passed)
                planned.told.mistakes.push_back({"tests." + std::to_string(at), failureText(results[at]), "tests_failed"});
        if (planned.told.mistakes.empty())
            continue;
        planned.told.outcome = Outcome::Refused;
        planned.told.id.clear();
        planned.told.state.clear();
        planned.told.changed.clear();
    }
    return {};
}

} // namespace sallyport::authorization
