#pragma once

#include "backend/access/decisions.h"
#include "backend/access/policies/explain.h"
#include "backend/access/roles.h"
#include "backend/audit/journal.h"
#include "backend/authorization/decision_log.h"
#include "backend/authorization/policy_table.h"
#include "backend/authorization/question.h"
#include "backend/authorization/waiting_decisions.h"
#include "backend/base/id.h"
#include "backend/base/random.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <string_view>

namespace sallyport::authorization {

/// Who finds the objects of a kind by their ids; nothing for an id that none has.
using FindObject = std::function<Result<std::optional<access::Resource>>(const std::string& id)>;
/// Who knows what an object is called by people; empty for an id that none has. Asks nobody whether it may be told.
using NameObject = std::function<Result<std::string>(const std::string& id)>;

/// What the services of this module share. Thread-safe.
struct Shared {
    storage::Store& store;
    audit::Journal& journal;
    access::Roles& roles;
    settings::Settings& settings;
    std::function<Result<access::Actor>(const access::Actor&)> now;                     ///< identity::Identity::now
    std::function<std::string(std::string_view method, std::string_view path)> routeOf; ///< Parts::routeOf
    IdStock ids;
    PolicyTable& table;

    mutable std::mutex mutex;
    std::array<FindObject, 3> objects;   ///< by kind; under the mutex
    std::array<NameObject, 3> nameOfOne; ///< likewise
    std::atomic<std::uint64_t> allowedSoFar{0};
    WaitingDecisions waiting{store}; ///< samples of what was allowed

    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    QuestionSources sources() const;
    /// What a request went to, without whose id stands in its path.
    std::string routeText(const std::string& method, const std::string& path) const
    {
        return routeOf ? routeOf(method, path) : method + ' ' + path;
    }
    /// Whether one that is allowed is to be recorded: evenly, by the setting.
    bool isSampled();
    /// Stores a decision without waiting; a sample with others. Whoever refuses records an event next, and answers when that is
    /// stored, which is after this.
    void keep(RecordedDecision decision);
};

/// The record of a decision; with question and trace if it has `facts`.
RecordedDecision recordOf(std::string id, std::string_view source, UtcTime time, const access::Actor& subject,
                          const access::policies::Explanation& explanation, const access::policies::Facts* facts,
                          const access::Resource& resource);
/// What a policy decision is refused with.
Error refusalOf(const access::policies::Judgement& judgement, const access::policies::PolicySet::Bucket* bucket,
                access::Permission action, std::string id);

} // namespace sallyport::authorization
