#include "backend/authorization/shared.h"

#include "backend/authorization/trace_json.h"
#include "backend/identity/api_keys/key_owner_rows.h"
#include "backend/identity/api_keys/key_rows.h"

#include <algorithm>

namespace sallyport::authorization {

using namespace access::policies;

namespace {

constexpr std::string_view keyPrefixStart = "spk_";

} // namespace

Result<access::Actor> Shared::authorize(const access::Actor& actor, access::Permission permission) const
{
    SALLYPORT_ASSIGN(access::Actor current, now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

QuestionSources Shared::sources() const
{
    QuestionSources made;
    made.subject = [this](const std::string& id) -> Result<std::optional<access::Actor>> {
        // Somebody, or a key, by its id or as it is called everywhere (`spk_...`): then its owner within what it was made for.
        std::optional<identity::KeyRecord> key;
        const Result<identity::LiveOwner> owner =
            store.read([&](storage::Transaction& transaction) -> Result<identity::LiveOwner> {
                auto found = identity::rows::keyOwner(transaction, UserId(id), store.now());
                if (found || found.error().code != ErrorCode::NotFound)
                    return found;
                const std::string_view bare =
                    id.starts_with(keyPrefixStart) ? std::string_view(id).substr(keyPrefixStart.size()) : id;
                SALLYPORT_ASSIGN(key, identity::rows::key(transaction, KeyId(std::string(bare))));
                return identity::rows::keyOwner(transaction, key->owner, store.now());
            });
        if (!owner && owner.error().code == ErrorCode::NotFound)
            return std::optional<access::Actor>();
        if (!owner)
            return owner.error();
        access::Actor actor;
        actor.kind = owner->owner.service ? access::Actor::Kind::Service : access::Actor::Kind::User;
        actor.id = owner->owner.id;
        actor.name = owner->owner.name;
        actor.email = owner->owner.email;
        actor.department = owner->department;
        actor.hasFactor = owner->mfaEnabled;
        actor.roles = identity::inForce(owner->roles, owner->ends, store.now());
        if (owner->owner.active) // who is disabled may nothing
            actor.permissions = roles.permissionsOf(actor.roles);
        if (key) {
            const bool ended = key->revokedAt || key->expiresAt <= store.now();
            actor.key = key->id;
            actor.keyScopes = key->scopes;
            actor.permissions.restrictTo(ended ? access::PermissionSet() : key->scopes);
        }
        return std::optional(std::move(actor));
    };
    made.resource = [this](access::ResourceKind kind, const std::string& id) -> Result<std::optional<access::Resource>> {
        FindObject find;
        {
            const std::lock_guard lock(mutex);
            find = objects[static_cast<std::size_t>(kind)];
        }
        return find ? find(id) : std::optional<access::Resource>();
    };
    made.permissionsOf = [this](const std::vector<std::string>& names) { return roles.permissionsOf(names); };
    return made;
}

bool Shared::isSampled()
{
    constexpr std::uint64_t hundred = 100;
    const std::uint64_t percent = settings.values()->decisionsAllowedPercent;
    if (percent == 0)
        return false;
    const std::uint64_t number = allowedSoFar.fetch_add(1, std::memory_order_relaxed);
    return number * percent % hundred < percent; // every third of 34 in a hundred, and so on
}

RecordedDecision recordOf(std::string id, std::string_view source, UtcTime time, const access::Actor& subject,
                          const Explanation& explanation, const Facts* facts, const access::Resource& resource)
{
    const Judgement& judgement = explanation.judgement;
    RecordedDecision made;
    made.id = std::move(id);
    made.time = time;
    made.source = source;
    made.allowed = judgement.allowed();
    made.reason = reasonWord(judgement.reason);
    if (judgement.by != nullptr) {
        made.policyId = judgement.by->policy.id.text();
        made.policy = judgement.by->policy.name;
    }
    if (judgement.observed)
        made.observed = reasonWord(*judgement.observed);
    if (judgement.observedBy != nullptr) {
        made.observedPolicy = judgement.observedBy->policy.name;
        if (made.policyId.empty())
            made.policyId = judgement.observedBy->policy.id.text(); // so that it is found by it
    }
    if (judgement.reason == Reason::PermissionMissing)
        made.required = access::info(explanation.action).word;
    made.subjectId = subject.id.text();
    made.subjectName = access::nameOf(subject);
    made.action = access::info(explanation.action).word;
    made.kind = resourceWord(explanation.kind);
    made.objectId = resource.id;
    made.requestId = subject.request.text();
    made.method = subject.http.method;
    made.path = subject.http.path;
    if (facts != nullptr) {
        made.question = questionText(*facts, explanation.action);
        made.trace = traceText(explanation);
    }
    return made;
}

Error refusalOf(const Judgement& judgement, const PolicySet::Bucket* bucket, access::Permission action, std::string id)
{
    if (judgement.reason == Reason::PermissionMissing) {
        Error error(ErrorCode::PermissionDenied, "This needs the permission " + std::string(access::info(action).word) + ".");
        error.required = access::info(action).word;
        error.decision = std::move(id);
        return error;
    }
    // Which attributes a condition asks for is for who may read policies: the decision tells it.
    Error error(ErrorCode::PolicyDenied,
                judgement.reason == Reason::NoneAllows ? "No policy allows this." : "A policy denies this.");
    if (judgement.by != nullptr)
        error.policy = judgement.by->policy.name;
    else if (bucket != nullptr && !bucket->denies.empty())
        error.policy = bucket->denies.front()->policy.name;
    error.decision = std::move(id);
    return error;
}

} // namespace sallyport::authorization
