#pragma once

#include "backend/access/cel/values/scratch.h"
#include "backend/access/policies/facts.h"
#include "backend/access/steps.h"

#include <boost/json/value.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::authorization {

/// May this subject do this to this object, in these circumstances? As somebody asks who isn't about to do it: in JSON,
/// `{"subject": id | {...}, "action": "records:read", "resource": {"kind", "id"} | {...}, "context": {...}}`.
struct Question {
    access::Actor subject;  ///< with the circumstances, as far as they are of an actor
    bool rolesAsked = true; ///< false: neither roles nor permissions of the subject were told
    access::Permission action = access::Permission::RecordsRead;
    bool hasAction = true;
    access::Resource resource;
    bool resourceGiven = false;
    bool resourceFound = false; ///< it was named by its id, and there is one
    bool ownerTold = false;     ///< if not, what is only about to be made is the subject's
    /// The record on which it hangs: what hides that hides it. Of one that there isn't: what was told of it.
    std::optional<access::Resource> record;
    bool recordUnknown = false; ///< there is no such record
    UtcTime time;
    /// What was told beside that, by attribute; null takes away.
    std::vector<std::pair<access::policies::Attribute, boost::json::value>> told;
    /// `subject` or `resource` if there is none with this id.
    std::string_view unknown = {};

    /// What is asked in its place, in this order (access::stepsOf); alone, if it is about no object.
    std::vector<access::Step> steps() const;
    /// Whether the roles allow the step; `facts` are those of it, and say whether the object is the subject's own.
    bool held(const access::Step& step, const access::policies::Facts& facts) const;
    /// The same of the action, for an object of the subject's own: if not, the roles allow it for none.
    bool heldForOwn() const;
    /// The facts of one step; without it of the action. `scratch` holds what was told, as long as the facts are used.
    void put(access::policies::Facts& facts, access::cel::Scratch& scratch, const access::Step& step) const;
    void put(access::policies::Facts& facts, access::cel::Scratch& scratch) const { put(facts, scratch, {action, false}); }
    /// The kind that a step is about.
    access::ResourceKind kindOf(const access::Step& step) const;
};

/// Who knows what questions name.
struct QuestionSources {
    std::function<Result<std::optional<access::Actor>>(const std::string& id)> subject;
    std::function<Result<std::optional<access::Resource>>(access::ResourceKind kind, const std::string& id)> resource;
    std::function<access::PermissionSet(const std::vector<std::string>& roles)> permissionsOf;
};

/// ValidationFailed with each mistake; `what` names members that may be left out: `subject`, `action`. What isn't told of the
/// circumstances is as `asking` asks now.
[[nodiscard]] Result<Question> readQuestion(const boost::json::object& json, const access::Actor& asking, UtcTime now,
                                            const QuestionSources& sources, bool actionMayMiss = false);

/// All facts of a decision as such a question.
std::string questionText(const access::policies::Facts& facts, access::Permission action);

} // namespace sallyport::authorization
