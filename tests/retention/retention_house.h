#pragma once

#include "backend/audit/event_kinds.h"
#include "backend/audit/event_selection.h"
#include "backend/retention/retention_service.h"
#include "tests/identity/identity_fixture.h"

namespace sallyport::test {

/// Retention on a real store, with the identity around it.
struct RetentionHouse : IdentityFixture {
    RetentionHouse()
    {
        seenTime = require(audit::SeenTime::open(*store, *journal, clock, true));
        retention = std::make_unique<retention::RetentionService>(
            retention::RetentionParts{.store = *store,
                                      .journal = *journal,
                                      .seenTime = *seenTime,
                                      .settings = *settings,
                                      .userActions = identity->joinedUserActions(),
                                      .clock = clock,
                                      .random = random,
                                      .now = [this](const access::Actor& actor) { return identity->now(actor); }});
    }

    /// Events of this kind by this user, one a second.
    void record(std::string_view kind, int count, const std::string& id = "U1", const std::string& name = "Mei Tanaka",
                const std::string& email = "mei@example.org", const std::string& details = {})
    {
        for (int i = 0; i < count; ++i) {
            clock.advance(std::chrono::seconds(1));
            audit::Event event;
            event.kind = kind;
            event.severity = audit::findEventKind(kind)->severity;
            event.actor = {"user", id, name, email};
            event.address = "198.51.100.24";
            event.userAgent = "Browser/1";
            event.detailsJson = details;
            require(journal->record(std::move(event)), 0);
        }
    }
    std::vector<audit::Event> events(const std::string& filter)
    {
        const auto query = require(audit::parseFilter(filter, clock.now(), {}));
        return require(store->read([&](storage::Transaction& transaction) -> Result<std::vector<audit::Event>> {
            SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
            SALLYPORT_ASSIGN(auto page, selection.page(transaction, 1'000, {}, true));
            return std::move(page.events);
        }));
    }
    int stored(const std::string& filter) { return static_cast<int>(events(filter).size()); }
    /// What housekeeping asks once an hour: time that has passed is seen.
    void look() { require(seenTime->deletable()); }
    void sql(const std::string& text)
    {
        require(store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto statement, transaction.prepare(text));
            return statement.run();
        }),
                0);
    }
    std::string text(const std::string& query)
    {
        return require(store->read([&](storage::Transaction& transaction) -> Result<std::string> {
            SALLYPORT_ASSIGN(auto statement, transaction.prepare(query));
            SALLYPORT_TRY(statement.step());
            return statement.text();
        }));
    }
    bool intact() { return require(journal->verify({})).intact; }
    std::int64_t run() { return require(retention->run(clock.now())); }
    void change(const retention::RetentionRules& rules) { require(retention->change(system(), rules), 0); }

    std::unique_ptr<audit::SeenTime> seenTime;
    std::unique_ptr<retention::RetentionService> retention;
};

} // namespace sallyport::test
