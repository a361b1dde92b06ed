#pragma once

#include "backend/access/policies/explain.h"

#include <memory>
#include <string>
#include <vector>

/// Policies and people for tests.
namespace samples {

using namespace sallyport;
using namespace sallyport::access;
using namespace sallyport::access::policies;

inline Policy policy(std::string name, PolicyEffect effect, std::string condition, PolicyState state = PolicyState::Enforce,
                     std::vector<Permission> actions = {Permission::RecordsRead})
{
    Policy made;
    made.id = PolicyId("id of " + name);
    made.name = std::move(name);
    made.effect = effect;
    made.actions = std::move(actions);
    made.resources = {ResourceKind::Record};
    made.condition = std::move(condition);
    made.state = state;
    return made;
}

inline Policy allow(std::string name, std::string condition, PolicyState state = PolicyState::Enforce)
{
    return policy(std::move(name), PolicyEffect::Allow, std::move(condition), state);
}

inline Policy deny(std::string name, std::string condition, PolicyState state = PolicyState::Enforce)
{
    return policy(std::move(name), PolicyEffect::Deny, std::move(condition), state);
}

inline Actor somebody(std::string department = "X")
{
    Actor actor;
    actor.kind = Actor::Kind::User;
    actor.id = UserId("u1");
    actor.name = "Ute";
    actor.email = "ute@example.org";
    actor.department = std::move(department);
    actor.roles = {"viewer"};
    actor.permissions.add(Permission::RecordsRead);
    return actor;
}

/// 2026-01-15 08:30 UTC, a Thursday.
inline constexpr UtcTime thursday{std::chrono::seconds(1'768'465'800)};

/// One decision with everything that it points to.
struct Asked {
    explicit Asked(std::vector<Policy> policies, Actor who = somebody(), Resource what = {}, UtcTime now = thursday)
        : actor(std::move(who)), resource(std::move(what)), set(PolicySet::make(std::move(policies)))
    {
        facts.setSubject(actor);
        facts.setAction(Permission::RecordsRead);
        facts.setResource(resource);
        facts.setContext(actor, now);
    }
    Judgement judge(bool held = true)
    {
        Judge made;
        return made.judge(*set, Permission::RecordsRead, resource.kind, held, facts);
    }
    Explanation explain(bool held = true) { return policies::explain(*set, Permission::RecordsRead, resource.kind, held, facts); }

    Actor actor;
    Resource resource;
    std::shared_ptr<const PolicySet> set;
    Facts facts{AttributeSet().set()};
};

} // namespace samples
