#pragma once

#include "backend/access/roles.h"
#include "backend/audit/journal.h"
#include "backend/authorization/policies.h"
#include "backend/history/versions.h"
#include "backend/identity/roles/role_changes.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"

namespace sallyport::history {

/// What the history works with. Everything outlives it.
struct HistoryParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    access::Roles& roles;
    identity::RoleChanges& roleChanges;
    authorization::Policies& policies;
    /// The actor as they are at this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor&)> now;
};

/// The one implementation; who could do what then is in as_of.cpp, the ways back in undo.cpp.
class HistoryService final : public History {
public:
    explicit HistoryService(HistoryParts parts) : m_parts(std::move(parts)) {}

    Result<VersionPage> list(const access::Actor& actor, const VersionQuery& query) override;
    Result<Version> read(const access::Actor& actor, std::string_view id) override;
    Result<Version> undo(const access::Actor& actor, std::string_view id) override;
    Result<AccessThen> asOf(const access::Actor& actor, UtcTime at, access::Permission permission) override;

private:
    Result<access::Actor> authorize(const access::Actor& actor) const;
    Result<void> undoSetting(const access::Actor& actor, const Version& version);
    Result<void> undoRole(const access::Actor& actor, const Version& version);
    Result<void> undoPolicy(const access::Actor& actor, const Version& version);
    Result<void> refuseOwned(const Version& version) const;

    const HistoryParts m_parts;
};

} // namespace sallyport::history
