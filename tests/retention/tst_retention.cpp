#include "backend/audit/event_kinds.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"
#include "backend/base/utf8.h"
#include "backend/retention/retention_service.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/jumping_clock.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_retention {

using namespace sallyport;
using namespace sallyport::retention;
using namespace std::chrono_literals;
using test::IdentityFixture;
using test::wordOf;

namespace {

/// Retention on a real store, with the identity around it.
struct House : IdentityFixture {
    House()
    {
        seenTime = require(audit::SeenTime::open(*store, *journal, clock, true));
        retention = std::make_unique<RetentionService>(
            RetentionParts{.store = *store,
                           .journal = *journal,
                           .seenTime = *seenTime,
                           .settings = *settings,
                           .users = identity->users(),
                           .clock = clock,
                           .random = random,
                           .now = [this](const access::Actor& actor) { return identity->now(actor); }});
    }

    /// Events of this kind by this user, one a second.
    void record(std::string_view kind, int count, const std::string& id = "U1", const std::string& name = "Mei Tanaka",
                const std::string& email = "mei@example.org", const std::string& details = {})
    {
        for (int i = 0; i < count; ++i) {
            clock.advance(1s);
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
    bool intact() { return require(journal->verify({})).intact; }
    std::int64_t run() { return require(retention->run(clock.now())); }
    void change(const RetentionRules& rules) { require(retention->change(system(), rules), 0); }

    std::unique_ptr<audit::SeenTime> seenTime;
    std::unique_ptr<RetentionService> retention;
};

RetentionRules rulesOf(std::int64_t days, std::vector<KindRule> kinds = {}, std::int64_t most = 0)
{
    return {days, std::move(kinds), most};
}

} // namespace

class RetentionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_14_2_7_whatIsOver_goes()
    {
        House house;
        house.record(audit::kind::signInSucceeded, 10);
        house.clock.advance(24h * 30);
        house.record(audit::kind::signInSucceeded, 5);
        house.change(rulesOf(20));
        house.look();
        const RetentionState before = house.require(house.retention->state(house.system()));
        QVERIFY(before.next.events >= 10);
        QCOMPARE(house.run(), before.next.events);
        QCOMPARE(house.stored("user:U1"), 5);
        QVERIFY(house.intact());
        const RetentionState after = house.require(house.retention->state(house.system()));
        QCOMPARE(after.next.events, 0);
        QCOMPARE(after.removed, 0); // the beginning needs no notes
        QCOMPARE(after.lastRemoved, before.next.events);
        QCOMPARE(*after.lastRun, house.clock.now());
    }

    void aShorterRule_takesOutOfTheMiddle_andTellsIt()
    {
        House house;
        house.record(audit::kind::roleCreated, 2);
        house.record(audit::kind::signInSucceeded, 10);
        house.record(audit::kind::roleCreated, 2);
        house.record(audit::kind::signedOut, 3);
        house.clock.advance(24h * 30);
        house.record(audit::kind::signInSucceeded, 4);
        house.change(rulesOf(400, {{"auth.*", 20}, {"auth.logout", 300}}));
        house.look();
        const DueEvents due = house.require(house.retention->preview(house.system(), rulesOf(400, {{"auth.*", 20}})));
        QCOMPARE(due.events, 13);
        QCOMPARE(house.run(), 10);
        QCOMPARE(house.stored("kind:auth.login"), 4);
        QCOMPARE(house.stored("kind:auth.logout"), 3);
        QCOMPARE(house.stored("kind:role.created"), 4);
        QVERIFY(house.intact());
        QCOMPARE(house.count(audit::kind::eventsPurged), 1);
        const audit::Event told = house.last(audit::kind::eventsPurged);
        QVERIFY(told.detailsJson.find("\"count\":10") != std::string::npos);
        QVERIFY(told.detailsJson.find("auth.login 10") != std::string::npos);
        QCOMPARE(house.require(house.retention->state(house.system())).removed, 10);
        QCOMPARE(house.run(), 0);
    }

    void aLongerRule_keepsItsKind()
    {
        House house;
        house.record(audit::kind::signInSucceeded, 3);
        house.record(audit::kind::roleCreated, 2);
        house.record(audit::kind::signInSucceeded, 3);
        house.clock.advance(24h * 30);
        house.record(audit::kind::signInSucceeded, 2);
        house.change(rulesOf(10, {{"role.*", 3'650}}));
        QVERIFY(house.run() >= 6);
        QCOMPARE(house.stored("kind:auth.login"), 2);
        QCOMPARE(house.stored("kind:role.created"), 2);
        QVERIFY(house.intact());
    }

    void aCap_takesTheOldest_butNoneOfAWeek()
    {
        House house;
        const auto many = [&](int count) {
            house.require(house.store->write([&](storage::Transaction& transaction) -> Result<void> {
                for (int i = 0; i < count; ++i) {
                    audit::Event event;
                    event.kind = audit::kind::signInSucceeded;
                    event.actor = {"user", "U1", "Mei"};
                    SALLYPORT_TRY(house.journal->append(transaction, std::move(event)));
                }
                return {};
            }),
                          0);
        };
        many(6'000);
        house.clock.advance(24h * 8);
        many(9'000);
        house.change(rulesOf(400, {}, 10'000));
        const std::int64_t gone = house.run();
        QVERIFY(gone >= 5'000 && gone < 5'100);
        many(3'000); // all of this week: stays
        house.run();
        QVERIFY(house.require(house.retention->state(house.system())).stored >= 12'000);
        QVERIFY(house.intact());
    }

    void aClockThatIsNotBelieved_takesNothing()
    {
        House house;
        house.record(audit::kind::signInSucceeded, 5);
        test::JumpingClock wall(house.clock.now());
        const auto seen = house.require(audit::SeenTime::open(*house.store, *house.journal, wall, true));
        RetentionService retention({.store = *house.store,
                                    .journal = *house.journal,
                                    .seenTime = *seen,
                                    .settings = *house.settings,
                                    .users = house.identity->users(),
                                    .clock = wall,
                                    .random = house.random,
                                    .now = [&house](const access::Actor& actor) { return house.identity->now(actor); }});
        wall.jump(24h * 1'000);
        QVERIFY(house.require(seen->deletable()) == UtcTime{});
        QCOMPARE(house.require(retention.run(UtcTime{})), 0);
        const RetentionState state = house.require(retention.state(house.system()));
        QVERIFY(state.next.waitsForClock);
        QCOMPARE(state.next.events, 0);
    }

    void aHold_keepsWhatItFinds()
    {
        House house;
        house.record(audit::kind::signInSucceeded, 4, "U1");
        house.record(audit::kind::signInSucceeded, 4, "U2", "Bo", "bo@example.org");
        house.clock.advance(24h * 30);
        house.record(audit::kind::signInSucceeded, 1, "U3", "Cy", "cy@example.org");
        const LegalHold hold = house.require(house.retention->placeHold(house.system(), {"user:U1", {}, "Case 7"}));
        house.change(rulesOf(10));
        house.look();
        QCOMPARE(house.require(house.retention->state(house.system())).next.held, 4);
        house.run();
        QCOMPARE(house.stored("user:U1"), 4);
        QCOMPARE(house.stored("user:U2"), 0);
        QVERIFY(house.intact());
        QCOMPARE(house.count(audit::kind::holdPlaced), 1);
        house.require(house.retention->liftHold(house.system(), hold.id), 0);
        QCOMPARE(house.count(audit::kind::holdLifted), 1);
        house.run();
        QCOMPARE(house.stored("user:U1"), 0);
        QVERIFY(house.intact());
        QCOMPARE(wordOf(house.retention->liftHold(house.system(), hold.id)), std::string("not_found"));
    }

    void holds_areChecked()
    {
        House house;
        const auto& system = house.system();
        QCOMPARE(wordOf(house.retention->placeHold(system, {"user:U1", {}, ""})), std::string("validation_failed"));
        QCOMPARE(wordOf(house.retention->placeHold(system, {"", {}, "Why"})), std::string("validation_failed"));
        QCOMPARE(wordOf(house.retention->placeHold(system, {"nonsense:1", {}, "Why"})), std::string("validation_failed"));
        QCOMPARE(wordOf(house.retention->placeHold(system, {"", UserId("nobody"), "Why"})), std::string("not_found"));
        for (std::size_t i = 0; i < holdsMost; ++i)
            QVERIFY(house.retention->placeHold(system, {"user:U1", {}, "Why"}));
        QCOMPARE(wordOf(house.retention->placeHold(system, {"user:U1", {}, "Why"})), std::string("limit_reached"));
    }

    void rules_areChecked()
    {
        House house;
        for (const RetentionRules& wrong :
             {rulesOf(0), rulesOf(40'000), rulesOf(10, {{"auth.*", 0}}), rulesOf(10, {{"nothing.*", 5}}), rulesOf(10, {{"*", 5}}),
              rulesOf(10, {{"auth.*", 5}, {"auth.*", 6}}), rulesOf(10, {}, 5)})
            QCOMPARE(wordOf(house.retention->change(house.system(), wrong)), std::string("validation_failed"));
        house.change(rulesOf(30, {{"auth.login", 5}}, 20'000));
        QCOMPARE(house.settings->values()->auditRetentionDays, 30);
        QVERIFY(house.last(audit::kind::retentionChanged).detailsJson.find("auth.login 5") != std::string::npos);
    }

    void whoMayNot_isRefused()
    {
        House house;
        const access::Actor nobody;
        QCOMPARE(wordOf(house.retention->state(nobody)), wordOf(house.retention->holds(nobody)));
        QVERIFY(!house.retention->state(nobody));
        QVERIFY(!house.retention->change(nobody, rulesOf(30)));
        QVERIFY(!house.retention->placeHold(nobody, {"user:U1", {}, "Why"}));
        QVERIFY(!house.retention->erase(nobody, UserId("U1")));
    }

    void whoIsErased_standsUnderAPseudonym()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("Ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::signInSucceeded, 3, ada.id.text(), ada.name, ada.email);
        house.record(audit::kind::signInFailed, 1, {}, "ada@example.org", {});
        house.record(audit::kind::roleCreated, 1, "U9", "Bo", "bo@example.org", R"({"note":"for ada@example.org, soon"})");
        house.record(audit::kind::signInSucceeded, 1, "U9", "Bo", "bo@example.org");
        const Erasure erasure = house.require(house.retention->erase(house.system(), ada.id));
        QVERIFY(erasure.accountDeleted);
        QVERIFY(erasure.events >= 6);
        QCOMPARE(wordOf(house.identity->users().read(house.system(), ada.id)), std::string("not_found"));
        for (const audit::Event& event : house.events("")) {
            const std::string all =
                event.actor.name + event.actor.email + event.object.name + event.object.email + event.detailsJson;
            const bool named =
                all.find("Ada Lovelace") != std::string::npos || toLowerAscii(all).find("ada@example") != std::string::npos;
            QVERIFY2(!named, all.c_str());
            if (event.actor.id == ada.id.text())
                QVERIFY(event.address.empty() && event.userAgent.empty());
            if (event.actor.id == "U9")
                QCOMPARE(event.address, std::string("198.51.100.24"));
        }
        QCOMPARE(house.stored("user:" + ada.id.text() + " kind:auth.login"), 3);
        QVERIFY(house.intact());
        const audit::Event told = house.last(audit::kind::userErased);
        QCOMPARE(told.object.name, erasure.pseudonym);
        QCOMPARE(house.require(house.retention->state(house.system())).replaced, erasure.events);
        // Again, where there is no account any more: nothing is left to replace.
        const Erasure again = house.require(house.retention->erase(house.system(), ada.id));
        QVERIFY(!again.accountDeleted);
        QCOMPARE(again.pseudonym, erasure.pseudonym);
        QCOMPARE(again.events, 0);
    }

    void whoIsHeld_isNotErased()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada");
        const LegalHold hold = house.require(house.retention->placeHold(house.system(), {"", ada.id, "Court order 12"}));
        QCOMPARE(hold.personName, std::string("Ada"));
        const auto refused = house.retention->erase(house.system(), ada.id);
        QVERIFY(!refused);
        QCOMPARE(refused.error().word, std::string("held"));
        QVERIFY(refused.error().detail.find("Court order 12") != std::string::npos);
        house.require(house.retention->liftHold(house.system(), hold.id), 0);
        house.require(house.retention->placeHold(house.system(), {"kind:user.*", {}, "All of it"}));
        QCOMPARE(house.retention->erase(house.system(), ada.id).error().word, std::string("held"));
        QVERIFY(house.identity->users().read(house.system(), ada.id));
    }

    void theLastAdministrator_stays()
    {
        House house;
        const identity::User root = house.addUser("root@example.org", {"admin"});
        QCOMPARE(wordOf(house.retention->erase(house.system(), root.id)), std::string("conflict"));
        QCOMPARE(wordOf(house.retention->erase(house.system(), UserId("nobody"))), std::string("not_found"));
    }
};

SALLYPORT_GUILESS_TEST(RetentionTest)

} // namespace tst_retention
#include "tst_retention.moc"
