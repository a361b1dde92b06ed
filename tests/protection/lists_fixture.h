#pragma once

#include "backend/audit/event_kinds.h"
#include "backend/protection/lists/address_rules_service.h"
#include "tests/identity/identity_fixture.h"

#include <mutex>
#include <string>
#include <vector>

namespace sallyport::test {

/// A vault with address lists, and a book that keeps what would cut off its caller.
struct ListsFixture : IdentityFixture {
    struct Book final : access::ChangeBook {
        Result<std::string> note(storage::Transaction&, const access::Actor&, access::CutOff change) override
        {
            noted.push_back(std::move(change));
            return std::string("C1");
        }
        bool comesByServer(const access::Actor& actor) const override { return !actor.http.method.empty(); }
        std::vector<access::CutOff> noted;
    };

    ListsFixture() { open(); }
    ~ListsFixture() { lists.reset(); }
    void open()
    {
        lists.reset();
        lists = require(
            protection::AddressRulesService::open({.store = *store,
                                                   .journal = *journal,
                                                   .settings = *settings,
                                                   .clock = clock,
                                                   .random = random,
                                                   .now = [this](const access::Actor& actor) { return identity->now(actor); },
                                                   .changeBook = &book}));
    }
    void set(const std::string& key, const std::string& value) { require(settings->change(system(), {{key, value}}), 0); }

    protection::AddressRule block(const std::string& address, std::optional<std::chrono::seconds> expiresIn = {},
                                  const std::string& reason = {})
    {
        return require(lists->add(system(), {address, "block", reason, expiresIn}));
    }
    protection::AddressRule allow(const std::string& address)
    {
        return require(lists->add(system(), {address, "allow", {}, {}}));
    }
    Result<protection::AddressRule> ban(const std::string& address)
    {
        return lists->banByScore(
            {*IpAddress::parse(address), 95, "Scanning", {{"scanning", 20, {"34", "60"}}, {"burst", 75, {}}}});
    }
    /// `none` | `allowed` | `blocked` | `banned`
    std::string about(const std::string& address) const
    {
        using Kind = protection::AddressVerdict::Kind;
        switch (lists->lookup(*IpAddress::parse(address)).kind) {
        case Kind::Allowed: return "allowed";
        case Kind::Blocked: return "blocked";
        case Kind::Banned: return "banned";
        case Kind::None: break;
        }
        return "none";
    }
    /// Somebody who asks by the server, from this address.
    access::Actor caller(const std::string& email, const std::string& from)
    {
        access::Actor made = actor(tokens(email, from.c_str()));
        made.address = *IpAddress::parse(from);
        made.http.method = "POST";
        return made;
    }
    void keep()
    {
        require(lists->keep([this]() -> Result<UtcTime> { return clock.now(); }), 0);
    }

    Book book;
    std::unique_ptr<protection::AddressRulesService> lists;
};

} // namespace sallyport::test
