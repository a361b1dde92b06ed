#pragma once

#include "backend/authorization/authorization.h"
#include "tests/identity/identity_fixture.h"

#include <boost/json.hpp>

namespace sallyport::test {

/// A vault with people and policies, and records in memory that questions find.
struct AuthorizationFixture : IdentityFixture {
    AuthorizationFixture() { reopen(); }
    void reopen()
    {
        authorization = require(
            authorization::openAuthorization({.store = *store,
                                              .journal = *journal,
                                              .roles = *roles,
                                              .settings = *settings,
                                              .clock = clock,
                                              .random = random,
                                              .now = [this](const access::Actor& actor) { return identity->now(actor); }}));
        authorization->knowObjects(access::ResourceKind::Record,
                                   [this](const std::string& id) -> Result<std::optional<access::Resource>> {
                                       for (const access::Resource& record : records)
                                           if (record.id == id)
                                               return std::optional(record);
                                       return std::optional<access::Resource>();
                                   });
    }

    /// What waits for the writer is stored.
    void settle()
    {
        require(store->write([](storage::Transaction&) -> Result<void> { return {}; }), 0);
    }

    access::Policy add(const std::string& name, const std::string& effect, const std::string& condition,
                       const std::string& state = "enforce", std::vector<std::string> actions = {"records:read"})
    {
        return require(
            authorization->policies().create(system(), {name, {}, effect, std::move(actions), {"record"}, condition, state}));
    }
    access::Actor userIn(const std::string& email, const std::string& department, std::vector<std::string> roleNames = {"viewer"})
    {
        const identity::User user = addUser(email, std::move(roleNames));
        identity::UserPatch patch;
        patch.department = department;
        require(identity->users().update(system(), user.id, patch));
        return actor(tokens(email));
    }
    static access::Resource record(std::string id, std::optional<std::string> department, std::optional<std::string> owner = {})
    {
        access::Resource made;
        made.id = std::move(id);
        made.department = std::move(department);
        made.ownerId = std::move(owner);
        return made;
    }
    static boost::json::object json(const std::string& text) { return boost::json::parse(text).as_object(); }

    std::vector<access::Resource> records;
    std::unique_ptr<authorization::Authorization> authorization;
};

} // namespace sallyport::test
