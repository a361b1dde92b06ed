#include "backend/identity/author_now.h"

#include <algorithm>

namespace sallyport::identity {
namespace {

using access::Actor;
using access::Author;

Error gone(std::string_view what)
{
    return makeError(ErrorCode::Unauthenticated, std::string(what));
}

Error notActive()
{
    return makeError(ErrorCode::AccountDisabled, "Whoever has written this is not active any more.");
}

/// What the key may do is what it was made for and its owner may still do.
Result<access::PermissionSet> keyAllows(ApiKeys& keys, const KeyId& id)
{
    const Result<ApiKey> key = keys.read(Actor::system(), id);
    if (!key)
        return key.error().code == ErrorCode::NotFound ? gone("The API key by which this was written is gone.") : key.error();
    if (key->ended() || !key->owner.active)
        return gone("The API key by which this was written works no more.");
    access::PermissionSet allowed;
    for (const std::string& scope : key->scopes) {
        const auto permission = access::findPermission(scope);
        if (permission && std::ranges::find(key->beyondOwner, scope) == key->beyondOwner.end())
            allowed.add(*permission);
    }
    return allowed;
}

} // namespace

Result<Actor> authorNow(const AuthorSources& sources, const Author& author)
{
    if (author.kind == Author::Kind::System)
        return Actor::system(author.name);
    Actor actor;
    actor.kind = Actor::Kind::User;
    actor.id = UserId(author.id);
    actor.name = author.name;
    if (author.kind == Author::Kind::Product)
        return actor; // and may do nothing
    const Result<User> user = sources.users.read(Actor::system(), actor.id);
    if (user) {
        if (user->status != UserStatus::Active)
            return notActive();
        actor.name = user->name;
        actor.email = user->email;
        actor.roles = user->roles;
    } else if (user.error().code != ErrorCode::NotFound) {
        return user.error();
    } else if (sources.serviceAccounts != nullptr) {
        const Result<ServiceAccount> account = sources.serviceAccounts->read(Actor::system(), actor.id);
        if (!account)
            return account.error().code == ErrorCode::NotFound ? gone("Whoever has written this is gone.") : account.error();
        if (!account->enabled)
            return notActive();
        actor.kind = Actor::Kind::Service;
        actor.name = account->name;
        actor.roles = account->roles;
    } else if (author.key.empty()) {
        return gone("Whoever has written this is gone.");
    }
    actor.permissions = sources.roles.permissionsOf(actor.roles);
    if (!author.key.empty()) {
        actor.key = KeyId(author.key);
        SALLYPORT_ASSIGN(actor.permissions, keyAllows(sources.apiKeys, actor.key));
    }
    return actor;
}

} // namespace sallyport::identity
