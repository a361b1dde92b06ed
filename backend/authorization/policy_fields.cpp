#include "backend/authorization/policy_fields.h"

#include "backend/access/permission_words.h"
#include "backend/access/policies/condition.h"
#include "backend/access/policies/policy_limits.h"
#include "backend/base/case_fold.h"
#include "backend/base/name_text.h"
#include "backend/base/nearest_word.h"

#include <algorithm>

namespace sallyport::authorization {

namespace {

std::vector<std::string_view> actionWords()
{
    std::vector<std::string_view> words;
    for (const access::PermissionInfo& permission : access::permissions())
        if (access::isPolicyAction(permission.permission))
            words.push_back(permission.word);
    return words;
}

/// What of one of the guide's groups policies decide about; nothing: there is no such group, or nothing in it.
std::vector<access::Permission> actionsOfGroup(std::string_view word)
{
    std::vector<access::Permission> actions;
    const auto group = access::permissionsOfGroup(word);
    for (const access::PermissionInfo& permission : access::permissions())
        if (group && group->has(permission.permission) && access::isPolicyAction(permission.permission))
            actions.push_back(permission.permission);
    return actions;
}

template <typename Found>
void sortOnce(std::vector<Found>& list)
{
    std::ranges::sort(list);
    const auto twice = std::ranges::unique(list);
    list.erase(twice.begin(), twice.end());
}

std::string wordList(const std::vector<std::string>& list)
{
    std::string text;
    for (const std::string& word : list)
        (text += text.empty() ? "" : ", ") += word;
    return text;
}

} // namespace

access::Policy policyOf(const NewPolicy& words, std::vector<FieldError>& errors)
{
    access::Policy policy;
    policy.name = words.name;
    policy.note = words.note;
    tidyName("name", policy.name, 1, access::policyNameLimit, errors);
    tidyName("note", policy.note, 0, access::policyNoteLimit, errors);
    if (const auto effect = access::findEffect(words.effect))
        policy.effect = *effect;
    else
        errors.push_back({"effect", "allow or deny.", "enum"});
    if (const auto state = access::findState(words.state))
        policy.state = *state;
    else
        errors.push_back({"state", "draft, observe or enforce.", "enum"});
    if (words.actions.empty())
        errors.push_back({"actions", "One action at least: records:read.", "minItems"});
    for (std::size_t at = 0; at < words.actions.size(); ++at) {
        const auto action = access::findPermission(words.actions[at]);
        if (action && access::isPolicyAction(*action)) {
            policy.actions.push_back(*action);
            continue;
        }
        if (const std::vector<access::Permission> group = actionsOfGroup(words.actions[at]); !group.empty()) {
            policy.actions.insert(policy.actions.end(), group.begin(), group.end());
            continue;
        }
        const bool isOther = action || access::permissionsOfGroup(words.actions[at]);
        const auto near = isOther ? std::nullopt : nearestWord(words.actions[at], actionWords());
        errors.push_back({"actions." + std::to_string(at),
                          isOther ? "Policies decide about records, comments and files; roles about everything else."
                          : near  ? "There is no such action. " + std::string(*near) + " is near."
                                  : "There is no such action.",
                          "exists"});
    }
    sortOnce(policy.actions);
    if (words.resources.empty())
        errors.push_back({"resources", "One kind at least: record, comment, file.", "minItems"});
    for (std::size_t at = 0; at < words.resources.size(); ++at) {
        if (const auto kind = access::findResourceKind(words.resources[at]))
            policy.resources.push_back(*kind);
        else
            errors.push_back({"resources." + std::to_string(at), "record, comment or file.", "exists"});
    }
    sortOnce(policy.resources);
    policy.condition = words.condition;
    for (FieldError& mistake : access::policies::readCondition(policy.condition).mistakes)
        errors.push_back(std::move(mistake));
    return policy;
}

NewPolicy wordsOf(const access::Policy& policy)
{
    NewPolicy words;
    words.name = policy.name;
    words.note = policy.note;
    words.effect = effectWord(policy.effect);
    for (const access::Permission action : policy.actions)
        words.actions.emplace_back(access::info(action).word);
    for (const access::ResourceKind kind : policy.resources)
        words.resources.emplace_back(access::resourceWord(kind));
    words.condition = policy.condition;
    words.state = stateWord(policy.state);
    return words;
}

NewPolicy patched(NewPolicy words, const PolicyPatch& patch)
{
    const auto take = [](auto& to, const auto& from) {
        if (from)
            to = *from;
    };
    take(words.name, patch.name);
    take(words.note, patch.note);
    take(words.effect, patch.effect);
    take(words.actions, patch.actions);
    take(words.resources, patch.resources);
    take(words.condition, patch.condition);
    take(words.state, patch.state);
    return words;
}

audit::Details policyDetails(const NewPolicy& before, const NewPolicy& after)
{
    audit::Details details;
    details.change("name", before.name, after.name).change("note", before.note, after.note);
    details.change("effect", before.effect, after.effect).change("state", before.state, after.state);
    details.change("actions", wordList(before.actions), wordList(after.actions));
    details.change("resources", wordList(before.resources), wordList(after.resources));
    details.change("condition", before.condition, after.condition);
    return details;
}

const access::Policy* findPolicy(const access::policies::PolicySet& set, std::string_view idOrName)
{
    const std::string key = textKey(idOrName);
    for (const auto& entry : set.all())
        if (entry->policy.id.text() == idOrName)
            return &entry->policy;
    for (const auto& entry : set.all())
        if (textKey(entry->policy.name) == key)
            return &entry->policy;
    return nullptr;
}

} // namespace sallyport::authorization
