#include "ui/access_policies/policy_draft.h"

#include "ui/words/access_text.h"

#include <QCoreApplication>

#include <tuple>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::NewPolicy;

namespace {

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::PolicyDraft)
};

auto members(const NewPolicy& words)
{
    return std::tie(words.name, words.note, words.effect, words.actions, words.resources, words.condition, words.state);
}

QString actionList(const std::vector<std::string>& actions)
{
    QStringList titles;
    for (const std::string& action : actions)
        titles << actionText(action);
    return titles.join(u", "_s);
}

QString kindList(const std::vector<std::string>& kinds)
{
    QStringList titles;
    for (const std::string& kind : kinds)
        titles << objectKindText(kind);
    return titles.join(u", "_s);
}

QString stateText(const std::string& word)
{
    const auto state = access::findState(word);
    return state ? policyStateMark(*state).text : text(word);
}

QString effectWords(const std::string& word)
{
    const auto effect = access::findEffect(word);
    return effect ? effectText(*effect) : text(word);
}

} // namespace

NewPolicy policyWords(const access::Policy& policy)
{
    NewPolicy words{policy.name, policy.note,      std::string(access::effectWord(policy.effect)), {},
                    {},          policy.condition, std::string(access::stateWord(policy.state))};
    for (const access::Permission action : policy.actions)
        words.actions.emplace_back(access::info(action).word);
    for (const access::ResourceKind kind : policy.resources)
        words.resources.emplace_back(access::resourceWord(kind));
    return words;
}

NewPolicy emptyPolicy()
{
    NewPolicy words;
    words.effect.clear();
    words.state.clear();
    return words;
}

std::vector<PolicyDifference> policyDifferences(const NewPolicy& before, const NewPolicy& after)
{
    std::vector<PolicyDifference> made;
    const auto compare = [&](const QString& what, const QString& then, const QString& now) {
        if (then != now)
            made.push_back({what, then, now});
    };
    compare(DraftWords::tr("Name"), text(before.name), text(after.name));
    compare(DraftWords::tr("State"), stateText(before.state), stateText(after.state));
    compare(DraftWords::tr("Effect"), effectWords(before.effect), effectWords(after.effect));
    compare(DraftWords::tr("Applies to"), actionList(before.actions), actionList(after.actions));
    compare(DraftWords::tr("On"), kindList(before.resources), kindList(after.resources));
    compare(DraftWords::tr("Condition"), text(before.condition), text(after.condition));
    compare(DraftWords::tr("Note"), text(before.note), text(after.note));
    return made;
}

bool PolicyDraft::Words::operator==(const Words& other) const
{
    return members(*this) == members(other);
}

void PolicyDraft::start(std::optional<access::Policy> saved, NewPolicy words)
{
    m_saved = std::move(saved);
    m_base = Words(m_saved ? policyWords(*m_saved) : words);
    m_words = Words(std::move(words));
    Q_EMIT begun();
    Q_EMIT changed();
}

void PolicyDraft::begin(const std::optional<access::Policy>& like)
{
    NewPolicy words;
    if (like) {
        words = policyWords(*like);
        words.name = DraftWords::tr("%1 (copy)").arg(text(like->name)).toStdString();
        words.state = "draft";
    } else {
        words.effect = "allow";
        words.actions = {"records:read"};
        words.resources = {"record"};
        words.condition = "resource.owner_id == subject.id";
    }
    start(std::nullopt, std::move(words));
}

void PolicyDraft::change(const access::Policy& saved)
{
    start(saved, policyWords(saved));
}

void PolicyDraft::stored(const access::Policy& saved)
{
    m_saved = saved;
    m_base = Words(policyWords(saved));
    Q_EMIT changed();
}

authorization::PolicyPatch PolicyDraft::patch() const
{
    authorization::PolicyPatch patch;
    const auto differs = [](auto& member, const auto& before, const auto& after) {
        if (before != after)
            member = after;
    };
    const Words before = m_saved ? m_base : Words();
    differs(patch.name, before.name, m_words.name);
    differs(patch.note, before.note, m_words.note);
    differs(patch.effect, before.effect, m_words.effect);
    differs(patch.actions, before.actions, m_words.actions);
    differs(patch.resources, before.resources, m_words.resources);
    differs(patch.condition, before.condition, m_words.condition);
    differs(patch.state, before.state, m_words.state);
    if (m_saved)
        patch.expectedVersion = m_saved->version;
    return patch;
}

} // namespace sallyport::ui
