#include "backend/access/actor.h"

#include "backend/audit/event_kinds.h"

namespace sallyport::access {

namespace {

std::string_view kindWord(Actor::Kind kind) noexcept
{
    switch (kind) {
    case Actor::Kind::Anonymous: return "anonymous";
    case Actor::Kind::User: return "user";
    case Actor::Kind::Operator: return "operator";
    case Actor::Kind::System: return "system";
    case Actor::Kind::Service: return "service";
    }
    return "anonymous";
}

} // namespace

void Actor::askAs(const Actor& other)
{
    address = other.address;
    userAgent = other.userAgent;
    request = other.request;
    http = other.http;
}

Actor Actor::system(std::string name)
{
    Actor actor;
    actor.kind = Kind::System;
    actor.name = std::move(name);
    actor.permissions = PermissionSet::all();
    return actor;
}

std::string nameOf(const Actor& actor)
{
    return actor.name.empty() ? actor.email : actor.name;
}

Result<void> require(const Actor& actor, Permission permission)
{
    if (actor.permissions.has(permission))
        return {};
    const PermissionInfo& needed = info(permission);
    Error error(ErrorCode::PermissionDenied, "This needs the permission " + std::string(needed.word) + ".");
    error.required = needed.word;
    return error;
}

audit::Event eventBy(const Actor& actor, std::string_view kind, audit::Outcome outcome)
{
    audit::Event event;
    event.kind = kind;
    if (const audit::EventKind* known = audit::findEventKind(kind))
        event.severity = known->severity;
    event.outcome = outcome;
    // A key's doings are found by the key, and by the name of whom it speaks for.
    event.actor.kind = actor.key.empty() ? kindWord(actor.kind) : std::string_view("api_key");
    event.actor.id = actor.key.empty() ? actor.id.text() : actor.key.text();
    event.actor.name = actor.name.empty() ? actor.email : actor.name;
    event.actor.email = actor.email;
    // What the product or its console does by itself comes from no address.
    if (!actor.address.isUnspecified())
        event.address = actor.address.text();
    event.userAgent = actor.userAgent;
    event.requestId = actor.request.text();
    return event;
}

} // namespace sallyport::access
