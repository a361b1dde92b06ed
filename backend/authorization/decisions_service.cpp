#include "backend/authorization/decisions_service.h"

#include "backend/access/policies/explain.h"
#include "backend/access/policies/residual.h"
#include "backend/access/steps.h"
#include "backend/authorization/decision_rows.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/row_filter.h"
#include "backend/authorization/trace_json.h"
#include "backend/base/limits.h"
#include "backend/base/utf8.h"

#include <map>
#include <utility>

namespace sallyport::authorization {

namespace {

using namespace access::policies;
using access::Actor;
using access::Permission;
using access::Resource;

/// Of one list. Keeps what its facts point to.
class ListScope final : public access::Scope {
public:
    ListScope(Actor actor, Permission action, access::ResourceKind kind, std::shared_ptr<const PolicySet> set, UtcTime now)
        : m_actor(std::move(actor)), m_action(action), m_kind(kind), m_set(std::move(set)), m_bucket(m_set->bucket(action, kind)),
          m_facts(m_bucket != nullptr ? m_bucket->uses : AttributeSet())
    {
        m_facts.setSubject(m_actor);
        m_facts.setAction(action);
        m_facts.setResourceKind(kind);
        m_facts.setContext(m_actor, now);
        access::cel::Evaluator evaluator;
        m_filter = listFilter(m_bucket, m_facts, evaluator);
    }

    void narrow(storage::SqlText& text, std::string_view alias) const override
    {
        if (m_filter.rows.kind == RowFilter::Kind::Always)
            return;
        text.add(" AND ");
        addFilter(text, m_filter.rows, alias);
    }
    bool exact() const noexcept override { return m_filter.exact; }
    bool admits(const Resource& resource) const override
    {
        m_facts.setResource(resource);
        return m_judge.judge(*m_set, m_action, m_kind, true, m_facts).allowed();
    }

private:
    const Actor m_actor;
    const Permission m_action;
    const access::ResourceKind m_kind;
    const std::shared_ptr<const PolicySet> m_set;
    const PolicySet::Bucket* const m_bucket;
    mutable Facts m_facts;
    mutable Judge m_judge;
    ListFilter m_filter;
};

void put(Facts& facts, const Actor& actor, Permission action, const Resource& resource, UtcTime now)
{
    facts.setSubject(actor);
    facts.setAction(action);
    facts.setResource(resource);
    facts.setContext(actor, now);
}

} // namespace

Result<void> DecisionsService::require(const Actor& actor, Permission action, const Resource& resource)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.now(actor));
    return decide(current, current.permissions.has(action), action, resource);
}

Result<void> DecisionsService::requireOwn(const Actor& actor, Permission action, Permission enough, const Resource& resource)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.now(actor));
    return decide(current, current.permissions.has(action) || current.permissions.has(enough), action, resource);
}

/// One question to the policies of one moment.
struct DecisionsService::Asked {
    const Actor& current;
    bool held;
    Permission action;
    const Resource& resource;
    std::shared_ptr<const PolicySet> set;
    UtcTime time;
    const PolicySet::Bucket* bucket = set->bucket(action, resource.kind);
};

Judgement DecisionsService::judge(const Asked& asked) const
{
    Judgement judgement;
    judgement.reason = asked.held ? Reason::NotNamed : Reason::PermissionMissing;
    if (!asked.held || asked.bucket == nullptr)
        return judgement;
    Facts facts(asked.bucket->uses);
    put(facts, asked.current, asked.action, asked.resource, asked.time);
    return Judge().judge(*asked.set, asked.action, asked.resource.kind, asked.held, facts);
}

/// Decides again with everything, for the record: the same evaluator, the same time. Returns the id.
std::string DecisionsService::keep(const Asked& asked)
{
    Facts facts(AttributeSet().set());
    put(facts, asked.current, asked.action, asked.resource, asked.time);
    const Explanation explanation = explain(*asked.set, asked.action, asked.resource.kind, asked.held, facts);
    std::string id = m_shared.ids.next();
    m_shared.keep(recordOf(id, "request", asked.time, asked.current, explanation, &facts, asked.resource));
    return id;
}

Result<void> DecisionsService::decide(const Actor& current, bool held, Permission action, const Resource& resource)
{
    const Asked asked{current, held, action, resource, m_shared.table.now(), m_shared.store.now()};
    const Judgement judgement = judge(asked);
    if (judgement.allowed() && !judgement.observed && !m_shared.isSampled())
        return {};
    std::string id = keep(asked);
    if (judgement.allowed())
        return {};
    return refusalOf(judgement, asked.bucket, action, std::move(id));
}

bool DecisionsService::lets(const Actor& actor, Permission action, const Resource& resource)
{
    const Result<Actor> current = m_shared.now(actor);
    if (!current)
        return false;
    const Asked asked{*current, current->permissions.has(action), action, resource, m_shared.table.now(), m_shared.store.now()};
    const Judgement judgement = judge(asked);
    if (judgement.allowed() && (judgement.observed || m_shared.isSampled()))
        keep(asked);
    return judgement.allowed();
}

/// What is decided by the permission alone, about no object in particular.
std::string DecisionsService::keepPermission(const Actor& current, Permission action, access::ResourceKind kind, UtcTime time,
                                             std::string_view source)
{
    Explanation explanation;
    explanation.action = action;
    explanation.kind = kind;
    explanation.held = current.permissions.has(action);
    explanation.judgement.reason = explanation.held ? Reason::NotNamed : Reason::PermissionMissing;
    if (!explanation.held)
        explanation.nearest.push_back({"permission", std::string(access::info(action).word), {}, true});
    Resource resource;
    resource.kind = kind;
    Facts facts(AttributeSet().set());
    put(facts, current, action, resource, time);
    std::string id = m_shared.ids.next();
    m_shared.keep(recordOf(id, source, time, current, explanation, &facts, resource));
    return id;
}

Result<void> DecisionsService::requirePermission(const Actor& actor, Permission action, access::ResourceKind kind)
{
    SALLYPORT_ASSIGN(const Actor current, m_shared.now(actor));
    if (current.permissions.has(action))
        return {};
    return refusalOf({}, nullptr, action, keepPermission(current, action, kind, m_shared.store.now(), "request"));
}

Result<std::unique_ptr<access::Scope>> DecisionsService::scope(const Actor& actor, Permission action, access::ResourceKind kind)
{
    SALLYPORT_ASSIGN(Actor current, m_shared.now(actor));
    const auto set = m_shared.table.now();
    const UtcTime time = m_shared.store.now();
    const bool held = current.permissions.has(action);
    if (!held || m_shared.isSampled()) {
        std::string id = keepPermission(current, action, kind, time, "list");
        if (!held)
            return refusalOf({}, nullptr, action, std::move(id));
    }
    return std::unique_ptr<access::Scope>(std::make_unique<ListScope>(std::move(current), action, kind, set, time));
}

void DecisionsService::noteRefusal(const Actor& actor, const Error& error)
{
    RecordedDecision made;
    made.id = actor.request.text();
    made.time = m_shared.store.now();
    made.source = "route";
    made.reason = reasonWord(Reason::PermissionMissing);
    made.required = error.required;
    made.action = error.required;
    made.subjectId = actor.id.text();
    made.subjectName = access::nameOf(actor);
    made.requestId = actor.request.text();
    made.method = actor.http.method;
    made.path = actor.http.path;
    Explanation explanation;
    if (const auto required = access::findPermission(error.required)) {
        explanation.action = *required;
        explanation.nearest.push_back({"permission", error.required, {}, true});
        made.trace = traceText(explanation);
    }
    m_shared.keep(std::move(made));
}

Result<DecisionQuery> DecisionsService::checked(DecisionQuery query) const
{
    const auto wrong = [](std::string field, std::string message) {
        Error error(ErrorCode::InvalidArgument, std::move(message));
        error.fields.push_back({std::move(field), error.detail, "exists"});
        return error;
    };
    if (!query.action.empty() && !access::findPermission(query.action))
        return wrong("action", "There is no such permission.");
    if (query.policy.empty())
        return query;
    const bool observed = query.observed.value_or(false);
    const auto set = m_shared.table.now();
    if (const access::Policy* const found = findPolicy(*set, query.policy)) {
        query.policy = observed ? found->name : found->id.text();
        return query;
    }
    SALLYPORT_ASSIGN(const bool known, m_shared.store.read([&](storage::Transaction& transaction) {
        return rows::knowsPolicy(transaction, query.policy, observed);
    }));
    if (!known)
        return wrong("policy", "There is no such policy.");
    return query;
}

Result<DecisionPage> DecisionsService::list(const Actor& actor, const DecisionQuery& asked)
{
    SALLYPORT_TRY(m_shared.authorize(actor, Permission::DecisionsRead));
    (void) m_shared.waiting.settle(); // what can't be stored must not keep from reading what is
    SALLYPORT_ASSIGN(const DecisionQuery query, checked(asked));
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    SALLYPORT_ASSIGN(DecisionPage page,
                     m_shared.store.read([&](storage::Transaction& transaction) { return rows::decisions(transaction, query); }));
    nameObjects(actor, page.decisions);
    return page;
}

Result<RecordedDecision> DecisionsService::read(const Actor& actor, std::string_view id)
{
    SALLYPORT_TRY(m_shared.authorize(actor, Permission::DecisionsRead));
    m_shared.waiting.flush();
    const auto readIt = [&] {
        return m_shared.store.read([&](storage::Transaction& transaction) { return rows::decision(transaction, id); });
    };
    Result<RecordedDecision> found = readIt();
    if (!found && found.error().code == ErrorCode::NotFound && isIdText(id)) {
        // It may still wait for the writer: once that has done something of ours, it is stored.
        SALLYPORT_TRY(m_shared.store.write([](storage::Transaction&) -> Result<void> { return {}; }));
        found = readIt();
    }
    if (found)
        nameObjects(actor, std::span(&*found, 1));
    return found;
}

std::string DecisionsService::nameFor(const Actor& current, access::ResourceKind kind, const std::string& id) const
{
    const auto at = static_cast<std::size_t>(kind);
    const auto finderOf = [&](access::ResourceKind of) {
        const std::lock_guard lock(m_shared.mutex);
        return m_shared.objects[static_cast<std::size_t>(of)];
    };
    NameObject name;
    {
        const std::lock_guard lock(m_shared.mutex);
        name = m_shared.nameOfOne[at];
    }
    const Permission read = access::readActionOf(kind);
    const FindObject find = finderOf(kind);
    if (!name || !find || !current.permissions.has(read))
        return {};
    const auto object = find(id);
    if (!object || !*object)
        return {};
    for (const access::Step& step : access::stepsOf(read, kind, (*object)->recordId.has_value())) {
        auto about = object;
        if (step.ofRecord) {
            const FindObject findRecord = finderOf(access::ResourceKind::Record);
            about = findRecord ? findRecord(*(*object)->recordId) : std::optional<Resource>();
        }
        if (!about || !*about)
            return {};
        const bool held = current.permissions.has(step.action);
        if (!judge({current, held, step.action, **about, m_shared.table.now(), m_shared.store.now()}).allowed())
            return {};
    }
    const Result<std::string> called = name(id);
    return called ? *called : std::string();
}

void DecisionsService::nameObjects(const Actor& actor, std::span<RecordedDecision> decisions) const
{
    const Result<Actor> current = m_shared.now(actor);
    if (!current)
        return;
    std::map<std::pair<access::ResourceKind, std::string>, std::string> names; // many are about the same
    for (RecordedDecision& decision : decisions) {
        const auto kind = access::findResourceKind(decision.kind);
        if (!kind || decision.objectId.empty())
            continue;
        const auto [known, isNew] = names.try_emplace({*kind, decision.objectId});
        if (isNew)
            known->second = nameFor(*current, *kind, decision.objectId);
        decision.objectName = known->second;
    }
}

Result<void> DecisionsService::removeExpired(UtcTime deletable)
{
    SALLYPORT_TRY(m_shared.waiting.settle());
    const std::chrono::hours kept(24 * std::int64_t{m_shared.settings.values()->decisionsRetentionDays});
    SALLYPORT_TRY(m_shared.store.write(
        [&](storage::Transaction& transaction) { return rows::removeDecisions(transaction, deletable - kept); }));
    // Refusals are as many as people try: by their number they go whatever the clock says. Others may write in between.
    constexpr std::int64_t atOnce = 5'000;
    const std::int64_t most = m_shared.settings.values()->decisionsMost;
    for (std::int64_t removed = atOnce; removed == atOnce;) {
        SALLYPORT_ASSIGN(removed, m_shared.store.write([&](storage::Transaction& transaction) {
            return rows::removeSurplusDecisions(transaction, most, atOnce);
        }));
    }
    return {};
}

} // namespace sallyport::authorization
