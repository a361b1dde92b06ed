#pragma once

#include "backend/authorization/access_checks.h"
#include "backend/authorization/access_review.h"
#include "backend/authorization/shared.h"

#include <filesystem>
#include <memory>

namespace sallyport::authorization {

/// Owns everything of this module. What it is opened with must outlive it. Thread-safe.
class Authorization {
public:
    virtual ~Authorization() = default;

    virtual Policies& policies() = 0;
    virtual access::Decisions& decisions() = 0;
    /// True if `decisions().require` lets it through, which is recorded as it would be then. A refusal isn't recorded: who finds
    /// one asks `require`, which does. For answers from memory, on a loop.
    [[nodiscard]] virtual bool lets(const access::Actor& actor, access::Permission action, const access::Resource& resource) = 0;
    virtual DecisionLog& decisionLog() = 0;
    virtual AccessChecks& accessChecks() = 0;
    virtual AccessReview& accessReview() = 0;

    /// Who knows the objects of a kind, for questions that name one by its id. Its giver says null before it goes.
    /// With `name` the log of decisions says what they are called.
    virtual void knowObjects(access::ResourceKind kind, FindObject find, NameObject name = {}) = 0;

    /// Reads the policies again: another process changed the database. Blocks.
    [[nodiscard]] virtual Result<void> reload() = 0;
    /// Gives the writer what waits of the decision log, so that nothing waits for long where nothing is decided. Doesn't wait.
    virtual void flush() = 0;
    /// Deletes decisions that were older than the setting says at `deletable` (audit::SeenTime). Blocks.
    [[nodiscard]] virtual Result<void> removeExpired(UtcTime deletable) = 0;
};

struct Parts {
    storage::Store& store;
    audit::Journal& journal;
    access::Roles& roles;
    settings::Settings& settings;
    Clock& clock;
    RandomSource& random;
    std::function<Result<access::Actor>(const access::Actor&)> now; ///< identity::Identity::now
    /// `GET /api/data/{id}` of a method and a path; without it, and of what is no route, both as they are.
    std::function<std::string(std::string_view method, std::string_view path)> routeOf = {};
    std::filesystem::path reportProgram = {}; ///< draws PDFs; empty: beside the running program
};
[[nodiscard]] Result<std::unique_ptr<Authorization>> openAuthorization(Parts parts);

} // namespace sallyport::authorization
