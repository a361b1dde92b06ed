#include "backend/base/utf8.h"
#include "tests/retention/retention_house.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <future>
#include <set>

namespace tst_erasure {

using namespace sallyport;
using namespace sallyport::retention;
using House = test::RetentionHouse;
using test::wordOf;

/// Forgetting a person: what goes, what stays, what forbids it, and what happens in the middle of it.
class ErasureTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

    void aHoldOfWhatOnlyNamesThem_preventsIt_too()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::addressRuleAdded, 1, "U9", "Bo", "bo@example.org", R"({"reason":"asked by ada@example.org"})");
        const LegalHold hold = house.require(house.retention->placeHold(house.system(), {"kind:address.*", {}, "Case 7"}));
        QCOMPARE(house.retention->erase(house.system(), ada.id).error().word, std::string("held"));
        QVERIFY(house.identity->users().read(house.system(), ada.id));
        QCOMPARE(house.count(audit::kind::userErased), 0);
        QVERIFY(house.events("kind:address.*").front().detailsJson.find("ada@example.org") != std::string::npos);
        house.require(house.retention->liftHold(house.system(), hold.id), 0);
        // A hold of what the deletion itself would record.
        const LegalHold deletions =
            house.require(house.retention->placeHold(house.system(), {"kind:user.deleted", {}, "Case 8"}));
        QCOMPARE(house.retention->erase(house.system(), ada.id).error().word, std::string("held"));
        QVERIFY(house.identity->users().read(house.system(), ada.id));
        house.require(house.retention->liftHold(house.system(), deletions.id), 0);
        QVERIFY(house.retention->erase(house.system(), ada.id));
        QVERIFY(house.events("kind:address.*").front().detailsJson.find("ada@example.org") == std::string::npos);
        QVERIFY(house.intact());
    }

    void whatWasInterrupted_goesOnUnderTheSamePseudonym_withAllNames()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::signInSucceeded, 3, ada.id.text(), "Ada Byron", "byron@example.org");
        house.record(audit::kind::roleCreated, 1, "U9", "Bo", "bo@example.org", R"({"note":"for byron@example.org"})");
        // The first portion of events can't be stored, as on a full disk; what came before it is.
        house.sql("CREATE TRIGGER no_room BEFORE INSERT ON purged_events BEGIN SELECT RAISE(ABORT, 'no room'); END");
        QVERIFY(!house.retention->erase(house.system(), ada.id));
        house.sql("DROP TRIGGER no_room");
        QCOMPARE(wordOf(house.identity->users().read(house.system(), ada.id)), std::string("not_found"));
        QCOMPARE(house.count(audit::kind::userErased), 1);
        const audit::Event begun = house.last(audit::kind::userErased);
        QVERIFY(begun.detailsJson.find("\"stage\":\"begun\"") != std::string::npos);
        // The row that names them is gone: what is left are the names that were stored with the begin.
        house.sql("UPDATE erasures SET replaced = 2");
        house.run();
        QCOMPARE(house.count(audit::kind::userErased), 2);
        const audit::Event done = house.last(audit::kind::userErased);
        QCOMPARE(done.object.name, begun.object.name);
        const std::int64_t replaced = house.require(house.retention->state(house.system())).replaced;
        QVERIFY2(done.detailsJson.find("\"events\":" + std::to_string(replaced + 2) + ',') != std::string::npos,
                 done.detailsJson.c_str());
        for (const audit::Event& event : house.events(""))
            QVERIFY(event.detailsJson.find("byron") == std::string::npos && event.actor.name != "Ada Byron");
        QVERIFY(house.intact());
        house.run();
        QCOMPARE(house.count(audit::kind::userErased), 2);
    }

    void theBegin_isStoredWithTheDeletion_orNeither()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada");
        house.sql("CREATE TRIGGER no_room BEFORE INSERT ON erasures BEGIN SELECT RAISE(ABORT, 'no room'); END");
        QVERIFY(!house.retention->erase(house.system(), ada.id));
        QVERIFY(house.identity->users().read(house.system(), ada.id));
        QCOMPARE(house.count(audit::kind::userErased), 0);
        QCOMPARE(house.require(house.retention->state(house.system())).replaced, 0);
    }

    void twoAtOnce_haveOnePseudonym()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::signInSucceeded, 300, ada.id.text(), ada.name, ada.email);
        std::vector<std::future<Result<Erasure>>> all;
        for (int i = 0; i < 3; ++i)
            all.push_back(std::async(std::launch::async, [&] { return house.retention->erase(house.system(), ada.id); }));
        std::set<std::string> pseudonyms;
        for (auto& one : all) {
            const Result<Erasure> done = one.get();
            if (done)
                pseudonyms.insert(done->pseudonym);
            else
                QCOMPARE(done.error().word, std::string("erasing"));
        }
        QCOMPARE(pseudonyms.size(), std::size_t(1));
        for (const audit::Event& event : house.events("user:" + ada.id.text() + " kind:auth.login"))
            QCOMPARE(event.actor.name, *pseudonyms.begin());
        QVERIFY(house.intact());
    }

    void names_goOutOfDetailsAndOtherTables()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::validationFailed, 1, ada.id.text(), ada.name, ada.email,
                     R"({"trace":[{"saw":"bearer token of Ada Lovelace"}],"other":"Ada Lovelaces"})");
        house.record(audit::kind::roleCreated, 1, "U9", "Bo", "bo@example.org", R"({"note":"Ada Lovelace Day"})"); // not of hers
        house.sql("INSERT INTO incidents VALUES ('I1', 'R', 'rule', '', 'user', '" + ada.id.text() +
                  "', 'Ada Lovelace', 'notice', 'open', 1, 1, 1, 1, '" + ada.id.text() +
                  "', 'Ada Lovelace', NULL, '', NULL, 'Ada Lovelace', 0, '', '', 'rule ada lovelace', 1)");
        house.sql("INSERT INTO incident_people VALUES ('I1', 'name:ada@example.org', '', 'ada@example.org', 1)");
        house.sql("INSERT INTO incident_people VALUES ('I1', 'name:ada lovelace', '', 'Ada Lovelace', 1)");
        house.sql("INSERT INTO incident_steps VALUES ('S1', 'I1', 1, 1, 'note', 'Ada Lovelace', 'ask ada@example.org')");
        audit::Event opened;
        opened.kind = audit::kind::incidentOpened;
        opened.actor = {"system", {}, "Alerts rule"};
        opened.object = {"incident", "I1", "rule"};
        opened.detailsJson = R"({"rule":"rule","group":"Ada Lovelace","count":1})";
        house.require(house.journal->record(std::move(opened)), 0);
        const Erasure erasure = house.require(house.retention->erase(house.system(), ada.id));
        QCOMPARE(erasure.keptPacks, 0);
        const audit::Event trace = house.events("kind:request.invalid").front();
        QVERIFY2(trace.detailsJson.find("bearer token of " + erasure.pseudonym) != std::string::npos, trace.detailsJson.c_str());
        QVERIFY(trace.detailsJson.find("Ada Lovelaces") != std::string::npos);
        QVERIFY(house.events("kind:incident.opened").front().detailsJson.find("\"group\":\"" + erasure.pseudonym) !=
                std::string::npos);
        QVERIFY(house.events("kind:role.created").front().detailsJson.find("Ada Lovelace Day") != std::string::npos);
        for (const char* const text : {"SELECT group_name || assignee_name || closed_by || search FROM incidents",
                                       "SELECT by_name || note FROM incident_steps",
                                       "SELECT MIN(person || name) || MAX(person || name) FROM incident_people"}) {
            const std::string all = house.text(text);
            QVERIFY2(all.find("Ada") == std::string::npos && all.find("ada") == std::string::npos &&
                         toLowerAscii(all).find("erased person") != std::string::npos,
                     all.c_str());
        }
        QVERIFY(house.intact());
    }

    /// The time machine reads roles and settings out of what has changed: whoever is called like one takes nothing away.
    void aNameThatIsAWord_changesNoWordOfTheHistory()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User admin = house.addUser("adi@example.org", {"viewer"}, "Admin");
        const std::string words = R"({"field":"roles","old":"viewer","new":"admin, viewer"},)"
                                  R"({"field":"inherits","old":"admin","new":""},)"
                                  R"({"field":"permissions","old":["admin"],"new":[]},)"
                                  R"({"field":"vault.name","old":"Admin House","new":"New Admin House"})";
        house.record(audit::kind::roleChanged, 1, admin.id.text(), admin.name, admin.email,
                     R"({"changes":[)" + words +
                         R"(,{"field":"title","old":"Admin","new":"of adi@example.org"}],"role":"admin"})");
        const Erasure erasure = house.require(house.retention->erase(house.system(), admin.id));
        const audit::Event changed = house.events("kind:role.changed").front();
        QCOMPARE(changed.actor.name, erasure.pseudonym);
        QCOMPARE(changed.detailsJson, R"({"changes":[)" + words + R"(,{"field":"title","old":")" + erasure.pseudonym +
                                          R"(","new":"of )" + erasure.pseudonym + R"("}],"role":"admin"})");
        QVERIFY(house.intact());
    }

    void aNameOfTheProduct_orOfAServiceAccount_isNotTheirsAlone()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        house.sql(
            "INSERT INTO service_accounts (id, name, name_key, description, status, created_at, created_by, updated_at) VALUES "
            "('N1', 'Night Robot', 'night robot', 'asked for by adi@example.org', 'active', 1, 'Sallyport', 1)");
        house.sql("UPDATE roles SET description = 'For adi@example.org', changed_by = 'Command line' WHERE name = 'viewer'");
        house.sql("UPDATE roles SET changed_by = 'Night Robot' WHERE name = 'editor'");
        for (const char* const name : {"Command line", "Sallyport", "Night Robot"}) {
            const identity::User named = house.addUser("adi@example.org", {"viewer"}, name);
            house.require(house.retention->erase(house.system(), named.id));
        }
        QCOMPARE(house.text("SELECT changed_by FROM roles WHERE name = 'viewer'"), std::string("Command line"));
        QCOMPARE(house.text("SELECT changed_by FROM roles WHERE name = 'editor'"), std::string("Night Robot"));
        QCOMPARE(house.text("SELECT created_by FROM service_accounts"), std::string("Sallyport"));
        for (const char* const where :
             {"SELECT description FROM service_accounts", "SELECT description FROM roles WHERE name = 'viewer'"})
            QVERIFY(house.text(where).find("Erased person") != std::string::npos);
    }

    void anEMail_inTheNameOfAThing_goesToo()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ann = house.addUser("ann@example.org", {"viewer"}, "Ann");
        audit::Event created;
        created.kind = audit::kind::keyCreated;
        created.actor = {"user", "U9", "Bo", "bo@example.org"};
        created.object = {"api_key", "K1", "key for Ann@example.org"};
        house.require(house.journal->record(std::move(created)), 0);
        const Erasure erasure = house.require(house.retention->erase(house.system(), ann.id));
        QCOMPARE(house.events("kind:key.created").front().object.name, "key for " + erasure.pseudonym);
        QVERIFY(house.intact());
    }

    void anEMail_thatIsAPartOfAnother_isSomebodyElses()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ann = house.addUser("ann@example.org", {"viewer"}, "Ann");
        house.record(audit::kind::roleCreated, 1, "U9", "Bo", "bo@example.org",
                     R"({"note":"Ann@Example.org. joann@example.org, ann@example.org.uk <ann@example.org>"})");
        house.sql("INSERT INTO address_rules (id, address, first_address, last_address, action, by_score, reason, search, "
                  "created_by, score, signals, step, created_at, ends_at, hits, last_hit) VALUES ('A1', '192.0.2.0/24', '', '', "
                  "'block', 0, "
                  "'joann@example.org and ANN@example.org', 'x', 'Bo', 0, '', 0, 1, 1, 0, 0)");
        house.sql("INSERT INTO saved_searches VALUES ('S1', NULL, 'Bo', 'Hers', 'user:ann@example.org user:\"ann@example.org\" "
                  "user:joann@example.org', '', 1, 1, 1)");
        const Erasure erasure = house.require(house.retention->erase(house.system(), ann.id));
        QCOMPARE(house.events("kind:role.created").front().detailsJson,
                 "{\"note\":\"" + erasure.pseudonym + ". joann@example.org, ann@example.org.uk <" + erasure.pseudonym + ">\"}");
        QCOMPARE(house.text("SELECT reason FROM address_rules"), "joann@example.org and " + erasure.pseudonym);
        const std::string filter = house.text("SELECT filter FROM saved_searches");
        QCOMPARE(filter, "user:\"" + erasure.pseudonym + "\" user:\"" + erasure.pseudonym + "\" user:joann@example.org");
        QVERIFY(audit::parseFilter(filter, house.clock.now(), {}));
        QVERIFY(house.intact());
    }

    void whatWasChangedBehindTheJournal_staysToBeSeen_andTheRestIsErased()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::signInSucceeded, 5, ada.id.text(), ada.name, ada.email);
        const std::int64_t place = house.events("kind:auth.login").at(2).sequence;
        house.sql("UPDATE events SET path = '/other' WHERE sequence = " + std::to_string(place));
        const Erasure erasure = house.require(house.retention->erase(house.system(), ada.id));
        QVERIFY(erasure.accountDeleted);
        QCOMPARE(erasure.damagedEvents, 1);
        for (const audit::Event& event : house.events("kind:auth.login"))
            QCOMPARE(event.actor.name, event.sequence == place ? std::string("Ada Lovelace") : erasure.pseudonym);
        QVERIFY(house.last(audit::kind::userErased).detailsJson.find("\"damaged_events\":1") != std::string::npos);
        const audit::ChainReport report = house.require(house.journal->verify({}));
        QVERIFY(!report.intact && report.firstBad == place);
    }

    void whoAsksAgain_mayDoSoByTheEMail()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.sql("CREATE TRIGGER no_room BEFORE INSERT ON purged_events BEGIN SELECT RAISE(ABORT, 'no room'); END");
        QVERIFY(!house.retention->erase(house.system(), ada.id));
        house.sql("DROP TRIGGER no_room");
        const Erasure erasure = house.require(house.retention->erase(house.system(), UserId("Ada@example.org")));
        QCOMPARE(erasure.person.text(), ada.id.text());
        QVERIFY(erasure.accountDeleted && erasure.events > 0);
        QCOMPARE(wordOf(house.retention->erase(house.system(), UserId("ada@example.org"))), std::string("not_found"));
    }

    void aHoldThatIsPlacedMeanwhile_stopsWhatIsLeft_untilItIsLifted()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        house.record(audit::kind::signInSucceeded, 3, ada.id.text(), ada.name, ada.email);
        house.sql("CREATE TRIGGER no_room BEFORE INSERT ON purged_events BEGIN SELECT RAISE(ABORT, 'no room'); END");
        QVERIFY(!house.retention->erase(house.system(), ada.id));
        house.sql("DROP TRIGGER no_room");
        const LegalHold hold = house.require(house.retention->placeHold(house.system(), {"kind:auth.login", {}, "Case 9"}));
        house.run();
        QCOMPARE(house.retention->erase(house.system(), ada.id).error().word, std::string("held"));
        QCOMPARE(house.count(audit::kind::userErased), 1);
        QCOMPARE(house.events("kind:auth.login").front().actor.name, std::string("Ada Lovelace"));
        house.require(house.retention->liftHold(house.system(), hold.id), 0);
        house.run();
        QCOMPARE(house.count(audit::kind::userErased), 2);
        QVERIFY(house.events("kind:auth.login").front().actor.name.starts_with("Erased person "));
        QVERIFY(house.intact());
    }

    void twoProcesses_putNothingBack()
    {
        House house;
        house.addUser("root@example.org", {"admin"});
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada Lovelace");
        const identity::User bo = house.addUser("bo@example.org", {"viewer"}, "Bo Diddley");
        house.record(audit::kind::roleCreated, 400, ada.id.text(), ada.name, ada.email, R"({"note":"with bo@example.org"})");
        RetentionService other({.store = *house.store,
                                .journal = *house.journal,
                                .seenTime = *house.seenTime,
                                .settings = *house.settings,
                                .userActions = house.identity->joinedUserActions(),
                                .clock = house.clock,
                                .random = house.random,
                                .now = [&house](const access::Actor& actor) { return house.identity->now(actor); }});
        auto first = std::async(std::launch::async, [&] { return house.retention->erase(house.system(), ada.id); });
        auto second = std::async(std::launch::async, [&] { return other.erase(house.system(), bo.id); });
        QVERIFY(first.get() && second.get());
        for (const audit::Event& event : house.events("kind:role.created"))
            QVERIFY(event.actor.name != ada.name && event.detailsJson.find("bo@example.org") == std::string::npos);
        QVERIFY(house.intact());
    }

    void theLastAdministrator_stays()
    {
        House house;
        const identity::User root = house.addUser("root@example.org", {"admin"});
        QCOMPARE(wordOf(house.retention->erase(house.system(), root.id)), std::string("conflict"));
        QCOMPARE(wordOf(house.retention->erase(house.system(), UserId("nobody"))), std::string("not_found"));
    }
};

SALLYPORT_GUILESS_TEST(ErasureTest)

} // namespace tst_erasure
#include "tst_erasure.moc"
