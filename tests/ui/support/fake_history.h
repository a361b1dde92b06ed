#pragma once

#include "backend/history/history.h"
#include "tests/ui/support/failures.h"

#include <algorithm>
#include <mutex>

namespace sallyport::tests {

/// Some changes of the configuration, held in memory.
class FakeHistory final : public history::History {
public:
    explicit FakeHistory(Clock& clock)
    {
        using namespace std::chrono;
        const UtcTime now = clock.now();
        const auto add = [&](const char* kind, const char* object, const char* id, const char* name, minutes ago,
                             std::vector<history::VersionChange> changes, bool undoable) {
            history::Version version;
            version.sequence = 900 - static_cast<std::int64_t>(versions.size());
            version.id = "evt_" + std::to_string(version.sequence);
            version.at = now - ago;
            version.kind = kind;
            version.objectKind = object;
            version.objectId = id;
            version.objectName = name;
            version.by = versions.size() % 3 == 1 ? "Marco Rossi" : "Ingrid Solheim";
            version.changes = std::move(changes);
            version.undoable = undoable;
            version.whyNot = undoable ? "" : "elsewhere";
            versions.push_back(std::move(version));
        };
        add("setting.changed", "setting", "sessions.idle", "sessions.idle", minutes(12), {{"sessions.idle", "1800", "3600"}},
            true);
        add("role.changed", "role", "R7", "Duty physician", hours(3),
            {{"permissions", "records:read", "records:read, records:update"}, {"inherits", "", "viewer"}}, true);
        add("policy.published", "policy", "P1", "Working hours", hours(26), {{"state", "observe", "enforce"}}, true);
        add("user.roles_changed", "user", "U7", "Mei Tanaka", hours(50), {{"roles", "viewer", "editor, viewer"}}, false);
        add("limit.rule_changed", "limit", "api_write", "api_write", hours(75), {{"requests", "100", "200"}}, false);
        add("address.rule_added", "address_rule", "A1", "203.0.113.0/24", hours(120), {}, false);
        add("role.created", "role", "R7", "Duty physician", hours(240),
            {{"name", "", "duty_physician"}, {"title", "", "Duty physician"}, {"permissions", "", "records:read"}}, true);
    }

    Result<history::VersionPage> list(const access::Actor&, const history::VersionQuery& query) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        history::VersionPage page;
        const std::size_t from = query.cursor.empty() ? 0 : std::stoul(query.cursor);
        for (const history::Version& version : versions) {
            if ((!query.objectKind.empty() && version.objectKind != query.objectKind) ||
                (!query.objectId.empty() && version.objectId != query.objectId))
                continue;
            const auto place = static_cast<std::size_t>(page.total++);
            if (place >= from && page.versions.size() < query.limit)
                page.versions.push_back(version);
        }
        if (from + page.versions.size() < static_cast<std::size_t>(page.total))
            page.nextCursor = std::to_string(from + page.versions.size());
        asked.push_back(query);
        return page;
    }
    Result<history::Version> read(const access::Actor&, std::string_view id) override
    {
        const std::lock_guard guard(mutex);
        const auto found = std::ranges::find(versions, id, &history::Version::id);
        if (found == versions.end())
            return makeError(ErrorCode::NotFound, "There is no such version");
        return *found;
    }
    Result<history::Version> undo(const access::Actor& actor, std::string_view id) override
    {
        const auto version = read(actor, id);
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        if (version)
            undone.emplace_back(id);
        return version;
    }
    Result<history::AccessThen> asOf(const access::Actor&, UtcTime at, access::Permission permission) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        history::AccessThen then;
        then.at = at;
        then.permission = permission;
        then.holders = {{UserId("U1"), "Ingrid Solheim", {"admin"}}, {UserId("U7"), "Mei Tanaka", {"duty_physician", "viewer"}}};
        then.total = 2;
        then.policies = {{"P1", "Working hours", "deny", "context.time.getHours() < 6"}};
        then.complete = complete;
        return then;
    }

    std::mutex mutex;
    Failures failures; ///< under `mutex`
    std::vector<history::Version> versions;
    std::vector<std::string> undone;
    std::vector<history::VersionQuery> asked;
    bool complete = true;
};

} // namespace sallyport::tests
