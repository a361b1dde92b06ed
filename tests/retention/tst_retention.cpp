#include "backend/audit/event_table.h"
#include "backend/audit/purge/event_purge.h"
#include "backend/base/utf8.h"
#include "backend/retention/event_sizes.h"
#include "tests/retention/retention_house.h"
#include "tests/support/jumping_clock.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_retention {

using namespace sallyport;
using namespace sallyport::retention;
using namespace std::chrono_literals;
using House = test::RetentionHouse;
using test::wordOf;

namespace {

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

    void aCapInBytes_takesTheOldestOfLowValue_andNothingHeld()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const std::string text(2'000, 'x'); // a text of 2,000 bytes, and in two-byte letters of 1,000
        std::string letters;
        for (int i = 0; i < 1'000; ++i)
            letters += "\u00e9";
        const auto many = [&](std::string_view kind, int count, const std::string& id, const std::string& said) {
            house.require(house.store->write([&](storage::Transaction& transaction) -> Result<void> {
                for (int i = 0; i < count; ++i) {
                    audit::Event event;
                    event.kind = kind;
                    event.severity = audit::findEventKind(kind)->severity;
                    event.actor = {"user", id, "Mei"};
                    event.detailsJson = R"({"note":")" + said + R"("})";
                    SALLYPORT_TRY(house.journal->append(transaction, std::move(event)));
                }
                return {};
            }),
                          0);
        };
        many(audit::kind::signInSucceeded, 200, "U1", text); // held
        many(audit::kind::refreshReused, 500, "U2", text);   // critical
        many(audit::kind::signInSucceeded, 4'000, "U2", text);
        many(audit::kind::signInSucceeded, 4'000, "U3", letters);
        house.require(house.retention->placeHold(house.system(), {"user:U1", {}, "Case 7"}));
        house.clock.advance(24h * 8);
        many(audit::kind::signInSucceeded, 1'000, "U4", text); // of this week
        RetentionState state = house.require(house.retention->state(house.system()));
        QVERIFY(state.storedBytes > 9'700 * 2'050 && state.storedBytes < 9'700 * 2'400);
        QVERIFY(!state.bytesAbout);
        house.change({400, {}, 0, 15'000'000});
        house.look();
        state = house.require(house.retention->state(house.system()));
        QVERIFY(state.next.overBytes > 4'000'000 && state.next.overBytes == state.storedBytes - 15'000'000);
        const std::int64_t gone = house.run();
        QVERIFY2(gone > 2'000 && gone < 4'000, std::to_string(gone).c_str());
        const RetentionState after = house.require(house.retention->state(house.system()));
        QVERIFY(after.storedBytes <= 15'000'000 + 2'000 && after.storedBytes > 14'990'000);   // no more than it takes
        QCOMPARE(after.stored, state.stored - gone + house.count(audit::kind::eventsPurged)); // with its records
        const auto left = [&](const std::string& id) {
            return house.require(house.store->read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
                SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM events WHERE actor_id = $1"));
                SALLYPORT_TRY(count.bind(1, id).step());
                return count.integer();
            }));
        };
        QCOMPARE(left("U1"), std::int64_t(200));
        QVERIFY(left("U2") >= 4'500 - gone && left("U2") <= 4'505 - gone); // and what the vault recorded itself
        QCOMPARE(left("U3"), std::int64_t(4'000));
        QVERIFY(house.intact());
        QVERIFY(house.run() <= 1); // the records of the run before are events, too
        QCOMPARE(house.last(audit::kind::eventsPurged).reason, std::string("size"));
        // All of low value: what is critical goes last, what is held or younger than a week stays whatever the cap.
        house.change({400, {}, 0, mostBytesLeast});
        house.run();
        QCOMPARE(left("U2"), std::int64_t(500));
        many(audit::kind::signInSucceeded, 9'000, "U4", text);
        house.run();
        QCOMPARE(left("U1"), std::int64_t(200));
        QCOMPARE(left("U2"), std::int64_t(0));
        QCOMPARE(left("U3"), std::int64_t(0));
        QCOMPARE(left("U4"), std::int64_t(10'000));
        QVERIFY(house.intact());
    }

    void theSizeIsMeasured_toTheByte()
    {
        House house;
        house.record(audit::kind::signInSucceeded, 3);
        const auto sized = [&] { return house.require(house.store->read(storedSize)); };
        const std::int64_t before = sized().bytes;
        audit::Event event;
        event.kind = "auth.login";
        event.actor = {"user", "U1", "\u00e9\u00e9"}; // two letters, four bytes
        event.address = "192.0.2.1";
        house.require(house.journal->record(std::move(event)), 0);
        // Six numbers, hash, key of the address; `auth.login`, `user`, `U1`, the name, the address.
        QCOMPARE(sized().bytes - before, std::int64_t(48 + 32 + 16 + 10 + 4 + 2 + 4 + 9));
        for (int i = 0; i < 9; ++i)
            house.require(house.store->write([&](storage::Transaction& transaction) -> Result<void> {
                for (int one = 0; one < 1'000; ++one) {
                    audit::Event another;
                    another.kind = "auth.login";
                    SALLYPORT_TRY(house.journal->append(transaction, std::move(another)));
                }
                return {};
            }),
                          0);
        const std::int64_t live = sized().bytes;
        QCOMPARE(house.require(measureSizes(*house.store)), live);
        QCOMPARE(sized().bytes, live);
        const std::vector<std::int64_t> some{5, 6, 7};
        house.require(house.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(audit::removeContents(*house.journal, transaction, some, "retention"));
            return {};
        }),
                      0);
        QVERIFY(house.require(measureSizes(*house.store)) < live);
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
                                    .userActions = house.identity->joinedUserActions(),
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
              rulesOf(10, {{"auth.*", 5}, {"auth.*", 6}}), rulesOf(10, {}, 5), RetentionRules{10, {}, 0, 5},
              RetentionRules{10, {}, 0, mostBytesMost + 1}})
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
};

SALLYPORT_GUILESS_TEST(RetentionTest)

} // namespace tst_retention
#include "tst_retention.moc"
