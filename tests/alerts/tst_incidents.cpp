#include "tests/alerts/alerts_fixture.h"
#include "tests/support/test_main.h"

#include "backend/alerts/incident_parts.h"

#include <QtTest>

namespace tst_incidents {

using namespace sallyport;
using namespace sallyport::alerts;
using namespace std::chrono_literals;
using test::AlertsFixture;
using test::wordOf;

namespace {

template <typename T>
std::string whyOf(const Result<T>& result)
{
    return result ? std::string("ok") : result.error().word.empty() ? wordOf(result) : result.error().word;
}

} // namespace

class TestIncidents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repeatsFoldIntoOne()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example", {"viewer"}, "Ada"),
                             bob = f.addUser("bob@sallyport.example", {"viewer"}, "Bob");
        f.addRule(f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address, 3));
        f.failedSignIn("192.0.2.1", ada);
        f.failedSignIn("192.0.2.1", bob);
        QCOMPARE(f.incidents().size(), std::size_t(0));
        for (int i = 0; i < 4; ++i) {
            f.clock.advance(1s);
            f.failedSignIn("192.0.2.1", ada);
        }
        const IncidentDetail one = f.only();
        QCOMPARE(one.incident.ruleName, std::string("Guessing"));
        QCOMPARE(one.incident.groupValue, std::string("192.0.2.1"));
        QCOMPARE(one.incident.count, std::int64_t(6));
        QCOMPARE(one.incident.people, std::int64_t(2));
        QCOMPARE(one.incident.lastAt, f.clock.now());
        QCOMPARE(one.events.size(), std::size_t(6));
        QCOMPARE(one.people.front().name, std::string("Ada"));
        QCOMPARE(one.people.front().userId, ada.id.text());
        QCOMPARE(one.people.front().count, std::int64_t(5));
        QCOMPARE(one.steps.size(), std::size_t(1));
        QCOMPARE(f.count(audit::kind::incidentOpened), 1);
        const audit::Event opened = f.last(audit::kind::incidentOpened);
        QCOMPARE(opened.object.id, one.incident.id.text());
        QCOMPARE(opened.address, std::string("192.0.2.1"));
        // Its filter finds its events.
        const auto query = audit::parseFilter(one.incident.filter, f.clock.now(), TimeZone());
        QVERIFY2(query.has_value(), one.incident.filter.c_str());
        const std::lock_guard lock(f.mutex);
        QCOMPARE(std::ranges::count_if(f.recorded, [&](const audit::Event& event) { return audit::matches(*query, event); }), 6);
    }

    /// What its filter finds is what was counted, whatever the rule's own filter lets in beside the group.
    void filterOfAnIncident_letsNobodyElseIn_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("by");
        QTest::newRow("network") << "auth.login_failed"
                                 << "ip:192.0.2.0/24" << static_cast<int>(GroupBy::Address);
        QTest::newRow("networks") << "auth.*"
                                  << "address:192.0.2.0/30,198.51.100.0/24 -path:/x" << static_cast<int>(GroupBy::Address);
        QTest::newRow("one kind of a family") << "auth.*"
                                              << "kind:auth.login_failed" << static_cast<int>(GroupBy::Address);
        QTest::newRow("a family of one kind") << "auth.login_failed"
                                              << "kind:auth,user" << static_cast<int>(GroupBy::Address);
        QTest::newRow("people") << "auth.login_failed"
                                << "user:Ada,Bob" << static_cast<int>(GroupBy::User);
        QTest::newRow("by kind") << "auth.login_failed"
                                 << "kind:auth.*" << static_cast<int>(GroupBy::Kind);
    }
    void filterOfAnIncident_letsNobodyElseIn()
    {
        QFETCH(QString, kind);
        QFETCH(QString, filter);
        QFETCH(int, by);
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example", {"viewer"}, "Ada"),
                             bob = f.addUser("bob@sallyport.example", {"viewer"}, "Bob");
        AlertDraft draft = f.draft("Guessing", {kind.toStdString()}, static_cast<GroupBy>(by), 3);
        draft.filter = filter.toStdString();
        f.addRule(draft);
        f.tokens("bob@sallyport.example"); // of another kind
        f.failedSignIn("192.0.2.2", bob);
        for (int i = 0; i < 3; ++i)
            f.failedSignIn("192.0.2.1", ada);
        const std::vector<Incident> incidents = f.incidents();
        QVERIFY(!incidents.empty());
        for (const Incident& incident : incidents) {
            const auto query = audit::parseFilter(incident.filter, f.clock.now(), TimeZone());
            QVERIFY2(query.has_value(), incident.filter.c_str());
            const std::lock_guard lock(f.mutex);
            const auto found =
                std::ranges::count_if(f.recorded, [&](const audit::Event& event) { return audit::matches(*query, event); });
            QVERIFY2(found == incident.count, (incident.filter + ": " + std::to_string(found)).c_str());
        }
    }

    void acknowledgeAssignNoteClose()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example", {"admin"}, "Ada");
        f.addRule(f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address));
        const access::Actor actor = f.actor(f.tokens("ada@sallyport.example"));
        f.failedSignIn("192.0.2.1", ada);
        const IncidentId id = f.only().incident.id;
        Incidents& incidents = f.alerts->incidents();
        IncidentPatch patch;
        patch.state = IncidentState::Acknowledged;
        patch.assignee = ada.id.text();
        patch.note = "Called her:\nit was not she.";
        const auto known = AlertsFixture::require(incidents.change(actor, id, patch));
        QCOMPARE(known.incident.state, IncidentState::Acknowledged);
        QCOMPARE(known.incident.acknowledgedBy, std::string("Ada"));
        QCOMPARE(known.incident.assigneeName, std::string("Ada"));
        QCOMPARE(known.steps.size(), std::size_t(4));
        QCOMPARE(AlertsFixture::require(incidents.counts(actor)).mine, std::int64_t(1));
        patch = {};
        patch.state = IncidentState::Closed;
        patch.outcome = "A script with an old password";
        patch.expectedVersion = 1;
        QCOMPARE(wordOf(incidents.change(actor, id, patch)), std::string("precondition_failed"));
        patch.expectedVersion = known.incident.version;
        QCOMPARE(AlertsFixture::require(incidents.change(actor, id, patch)).incident.outcome, *patch.outcome);
        QCOMPARE(f.count(audit::kind::incidentChanged), 2);
        patch = {};
        patch.state = IncidentState::Acknowledged;
        QCOMPARE(whyOf(incidents.change(actor, id, patch)), std::string("incident_closed"));
        patch.state = IncidentState::Open;
        QCOMPARE(AlertsFixture::require(incidents.change(actor, id, patch)).incident.state, IncidentState::Open);
        patch = {};
        patch.assignee = "nobody";
        QCOMPARE(wordOf(incidents.change(actor, id, patch)), std::string("validation_failed"));
        patch = {};
        patch.note = std::string(2001, 'x');
        QCOMPARE(wordOf(incidents.change(actor, id, patch)), std::string("validation_failed"));
        QCOMPARE(wordOf(incidents.read(actor, IncidentId("nothing"))), std::string("not_found"));
        IncidentQuery query;
        query.text = "GUESS";
        query.unclosed = true;
        QCOMPARE(AlertsFixture::require(incidents.list(actor, query)).total, std::int64_t(1));
        query.text = "192.0.2.2";
        QCOMPARE(AlertsFixture::require(incidents.list(actor, query)).total, std::int64_t(0));
    }

    void afterClosing_theThresholdCountsAnew()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        f.addRule(f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address, 3));
        for (int i = 0; i < 4; ++i)
            f.failedSignIn("192.0.2.1", ada);
        const IncidentId first = f.only().incident.id;
        IncidentPatch patch;
        patch.state = IncidentState::Closed;
        AlertsFixture::require(f.alerts->incidents().change(f.system(), first, patch));
        f.failedSignIn("192.0.2.1", ada);
        f.failedSignIn("192.0.2.1", ada);
        QCOMPARE(f.incidents().size(), std::size_t(1));
        QCOMPARE(f.incidents().front().count, std::int64_t(4));
        f.openAlerts(); // and after a restart just the same
        QCOMPARE(f.incidents().size(), std::size_t(1));
        f.failedSignIn("192.0.2.1", ada);
        QCOMPARE(f.incidents().size(), std::size_t(2));
        patch.state = IncidentState::Open;
        QCOMPARE(whyOf(f.alerts->incidents().change(f.system(), first, patch)), std::string("incident_open"));
    }

    void whatCameWhileNobodyWatched_isCountedOnce()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        f.addRule(f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address, 3));
        f.failedSignIn("192.0.2.1", ada);
        f.failedSignIn("192.0.2.1", ada);
        f.settle();
        f.alerts.reset();
        f.failedSignIn("192.0.2.1", ada); // with those before it is three
        f.failedSignIn("192.0.2.1", ada);
        f.openAlerts();
        QCOMPARE(f.only().incident.count, std::int64_t(4));
        f.openAlerts();
        f.failedSignIn("192.0.2.1", ada); // goes on with what had fired
        QCOMPARE(f.only().incident.count, std::int64_t(5));
        QCOMPARE(f.count(audit::kind::incidentOpened), 1);
    }

    void aBanIsMade_andTakenBack()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        draft.actions = {{ActionKind::Notice, {}, {}}, {ActionKind::BanAddress, 1h, {}}};
        f.addRule(draft);
        f.failedSignIn("192.0.2.1", ada);
        const IncidentDetail one = f.only();
        QCOMPARE(f.about("192.0.2.1"), std::string("blocked"));
        QCOMPARE(one.actions.size(), std::size_t(2));
        QCOMPARE(one.actions[1].state, ActionState::Done);
        QCOMPARE(*one.actions[1].until, f.clock.now() + 1h);
        QVERIFY(one.actions[1].undoable && !one.actions[0].undoable);
        QCOMPARE(f.count(audit::kind::alertActed), 1);
        QCOMPARE(f.last(audit::kind::addressRuleAdded).actor.name, std::string("Alert rule Guessing"));
        Incidents& incidents = f.alerts->incidents();
        QCOMPARE(whyOf(incidents.undo(f.system(), one.incident.id, one.actions[0].id)), std::string("not_undoable"));
        QVERIFY(incidents.undo(f.system(), one.incident.id, one.actions[1].id));
        QCOMPARE(f.about("192.0.2.1"), std::string("none"));
        QCOMPARE(f.count(audit::kind::alertActionUndone), 1);
        QCOMPARE(whyOf(incidents.undo(f.system(), one.incident.id, one.actions[1].id)), std::string("not_undoable"));
    }

    void addressesThatStayIn_areNotBanned()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        draft.actions = {{ActionKind::BanAddress, 1h, {}}};
        f.addRule(draft);
        f.allow("192.0.2.0/24");
        f.failedSignIn("192.0.2.1", ada);
        f.failedSignIn("127.0.0.1", ada);
        for (const Incident& one : f.incidents()) {
            const auto detail = AlertsFixture::require(f.alerts->incidents().read(f.system(), one.id));
            QCOMPARE(detail.actions.front().state, ActionState::Failed);
            QVERIFY(!detail.actions.front().why.empty());
        }
        QCOMPARE(f.about("127.0.0.1"), std::string("none"));
        QCOMPARE(f.about("192.0.2.1"), std::string("allowed"));
        QCOMPARE(f.count(audit::kind::alertActionFailed), 2);
    }

    void anAccountIsDisabledForATime_neverTheLastAdministrator()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example", {"admin"}),
                             bob = f.addUser("bob@sallyport.example", {"viewer"});
        AlertDraft draft = f.draft("Reuse", {"auth.login_failed"}, GroupBy::User);
        draft.actions = {{ActionKind::RevokeSessions, {}, {}}, {ActionKind::DisableUser, 1h, {}}};
        f.addRule(draft);
        const auto statusOf = [&](const identity::User& user) {
            return AlertsFixture::require(f.identity->users().read(f.system(), user.id)).status;
        };
        f.failedSignIn("192.0.2.1", bob);
        f.settle();
        QCOMPARE(statusOf(bob), identity::UserStatus::Disabled);
        f.failedSignIn("192.0.2.1", ada);
        f.settle();
        QCOMPARE(statusOf(ada), identity::UserStatus::Active);
        QCOMPARE(f.count(audit::kind::alertActionFailed), 1);
        f.clock.advance(61min);
        f.alerts->keep();
        f.settle();
        QCOMPARE(statusOf(bob), identity::UserStatus::Active);
        QCOMPARE(f.count(audit::kind::alertActionUndone), 1);
    }

    void twoRulesDisableOneAccount_theLongerTimeCounts_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("ends");
        QTest::newRow("the second is longer") << 1 << 24 << true;
        QTest::newRow("the first is longer") << 24 << 1 << true;
        QTest::newRow("the second is without end") << 1 << 0 << false;
        QTest::newRow("the first is without end") << 0 << 1 << false;
    }
    void twoRulesDisableOneAccount_theLongerTimeCounts()
    {
        QFETCH(const int, first);
        QFETCH(const int, second);
        QFETCH(const bool, ends);
        AlertsFixture f;
        f.addUser("ada@sallyport.example", {"admin"});
        const identity::User bob = f.addUser("bob@sallyport.example");
        const auto rule = [&](const char* name, std::uint32_t threshold, int hours) {
            AlertDraft draft = f.draft(name, {"auth.login_failed"}, GroupBy::User);
            draft.threshold = threshold;
            draft.actions = {{ActionKind::DisableUser, std::chrono::hours(hours), {}}};
            f.addRule(draft);
        };
        rule("First", 1, first);
        rule("Second", 2, second);
        const auto status = [&] { return AlertsFixture::require(f.identity->users().read(f.system(), bob.id)).status; };
        f.failedSignIn("192.0.2.1", bob);
        f.settle();
        f.failedSignIn("192.0.2.1", bob);
        f.settle();
        QCOMPARE(status(), identity::UserStatus::Disabled);
        f.clock.advance(2h);
        f.alerts->keep();
        f.settle();
        QCOMPARE(status(), identity::UserStatus::Disabled); // the shorter one is over
        f.clock.advance(23h);
        f.alerts->keep();
        f.settle();
        QCOMPARE(status(), ends ? identity::UserStatus::Active : identity::UserStatus::Disabled);
    }

    void twoRulesBanOneAddress_theLongerTimeCounts()
    {
        for (const bool longerFirst : {false, true}) {
            AlertsFixture f;
            const identity::User ada = f.addUser("ada@sallyport.example", {"admin"});
            const auto rule = [&](const char* name, std::uint32_t threshold, std::chrono::hours lasts) {
                AlertDraft draft = f.draft(name, {"auth.login_failed"}, GroupBy::Address);
                draft.threshold = threshold;
                draft.actions = {{ActionKind::BanAddress, lasts, {}}};
                f.addRule(draft);
            };
            rule("First", 1, longerFirst ? 24h : 1h);
            rule("Second", 2, longerFirst ? 1h : 24h);
            f.failedSignIn("192.0.2.1", ada);
            f.settle();
            f.failedSignIn("192.0.2.1", ada);
            f.settle();
            QCOMPARE(f.about("192.0.2.1"), std::string("blocked"));
            f.clock.advance(2h);
            f.alerts->keep();
            f.settle();
            QCOMPARE(f.about("192.0.2.1"), std::string("blocked"));
            f.clock.advance(23h);
            QCOMPARE(f.about("192.0.2.1"), std::string("none"));
        }
    }

    void whatSomebodyChangedSince_staysAsItIs()
    {
        AlertsFixture f;
        f.addUser("ada@sallyport.example", {"admin"});
        const identity::User bob = f.addUser("bob@sallyport.example");
        AlertDraft draft = f.draft("Reuse", {"auth.login_failed"}, GroupBy::User);
        draft.actions = {{ActionKind::DisableUser, {}, {}}};
        f.addRule(draft);
        f.failedSignIn("192.0.2.1", bob);
        const IncidentDetail one = f.only();
        identity::Users& users = f.identity->users();
        AlertsFixture::require(users.apply(f.system(), bob.id, identity::UserAction::Enable), 0);
        AlertsFixture::require(users.apply(f.system(), bob.id, identity::UserAction::Disable), 0);
        const auto undone =
            AlertsFixture::require(f.alerts->incidents().undo(f.system(), one.incident.id, one.actions.front().id));
        QCOMPARE(undone.actions.front().state, ActionState::Undone);
        QVERIFY(!undone.actions.front().why.empty());
        QCOMPARE(AlertsFixture::require(users.read(f.system(), bob.id)).status, identity::UserStatus::Disabled);
    }

    void aRuleMayNoMoreThanItsAuthorMayNow()
    {
        AlertsFixture f;
        f.addUser("boss@sallyport.example", {"admin"});
        const identity::User ada = f.addUser("ada@sallyport.example", {"admin"});
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        draft.actions = {{ActionKind::BanAddress, 1h, {}}};
        f.addRule(draft, f.actor(f.tokens("ada@sallyport.example")));
        AlertsFixture::require(f.identity->users().setRoles(f.system(), ada.id, {"viewer"}));
        f.failedSignIn("192.0.2.1", ada);
        f.settle();
        QCOMPARE(f.about("192.0.2.1"), std::string("none"));
        QCOMPARE(f.count(audit::kind::alertActionFailed), 1);
        AlertsFixture::require(f.identity->users().setRoles(f.system(), ada.id, {"admin"}));
        f.failedSignIn("192.0.2.2", ada);
        f.settle();
        QCOMPARE(f.about("192.0.2.2"), std::string("blocked"));
        AlertsFixture::require(f.identity->users().apply(f.system(), ada.id, identity::UserAction::Disable), 0);
        f.failedSignIn("192.0.2.3", ada);
        f.settle();
        QCOMPARE(f.about("192.0.2.3"), std::string("none"));
    }

    void manyGroups_shareOneIncident()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        draft.actions = {{ActionKind::BanAddress, 1h, {}}};
        f.addRule(draft);
        constexpr int groups = static_cast<int>(incidentsOfRule) + 30;
        for (int i = 0; i < groups; ++i)
            f.failedSignIn("10.1.0." + std::to_string(i), ada);
        f.settle();
        IncidentQuery query;
        query.limit = 200;
        const auto page = AlertsFixture::require(f.alerts->incidents().list(f.system(), query));
        QCOMPARE(page.total, incidentsOfRule + 1);
        QVERIFY(!page.nextCursor.empty());
        query.cursor = page.nextCursor;
        const auto rest = AlertsFixture::require(f.alerts->incidents().list(f.system(), query));
        QCOMPARE(page.incidents.size() + rest.incidents.size(), std::size_t(incidentsOfRule + 1));
        std::int64_t counted = 0;
        for (const auto* list : {&page.incidents, &rest.incidents})
            for (const Incident& one : *list) {
                counted += one.count;
                if (one.groupValue == sharedGroup) {
                    QCOMPARE(one.count, std::int64_t(30));
                    QVERIFY(AlertsFixture::require(f.alerts->incidents().read(f.system(), one.id)).actions.empty());
                }
            }
        QCOMPARE(counted, std::int64_t(groups));
    }

    void closedOnesGoWithTheJournal()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        f.addRule(f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address));
        f.failedSignIn("192.0.2.1", ada);
        f.failedSignIn("192.0.2.2", ada);
        const auto all = f.incidents();
        IncidentPatch patch;
        patch.state = IncidentState::Closed;
        AlertsFixture::require(f.alerts->incidents().change(f.system(), all.front().id, patch));
        f.clock.advance(24h);
        AlertsFixture::require(f.alerts->removeExpired(f.clock.now()), 0);
        QCOMPARE(f.incidents().size(), std::size_t(1));
        QCOMPARE(f.incidents().front().id, all.back().id);
    }

    void actionsOfOneMillisecond_comeInTheRulesOrder()
    {
        AlertsFixture f;
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::User);
        draft.actions = {{ActionKind::RevokeSessions, {}, {}},
                         {ActionKind::Notice, {}, {}},
                         {ActionKind::BanAddress, 1h, {}},
                         {ActionKind::DisableUser, 1h, {}}};
        f.addUser("ada@sallyport.example", {"admin"});
        f.addRule(draft);
        for (int i = 0; i < 12; ++i)
            f.failedSignIn("192.0.2." + std::to_string(i), f.addUser("bob" + std::to_string(i) + "@sallyport.example"));
        f.settle();
        const auto all = f.incidents();
        QCOMPARE(all.size(), std::size_t(12));
        for (const Incident& one : all) {
            const IncidentDetail detail = AlertsFixture::require(f.alerts->incidents().read(f.system(), one.id));
            QCOMPARE(detail.actions.size(), draft.actions.size());
            std::vector<std::string> steps{"opened"};
            for (std::size_t i = 0; i < draft.actions.size(); ++i) {
                QCOMPARE(detail.actions[i].kind, draft.actions[i].kind);
                QCOMPARE(detail.actions[i].state, ActionState::Done);
                steps.emplace_back(actionKindWord(draft.actions[i].kind));
            }
            QCOMPARE(detail.steps.size(), steps.size());
            for (std::size_t i = 1; i < steps.size(); ++i) // done in that order, too
                QVERIFY(detail.steps[i].text.starts_with(steps[i]));
        }
    }

    void aBanWhoseRecordWasLost_isTakenBackAllTheSame()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        draft.actions = {{ActionKind::BanAddress, 1h, {}}};
        f.addRule(draft);
        f.failedSignIn("192.0.2.1", ada);
        IncidentDetail one = f.only();
        // As a crash between the ban and its record leaves it.
        AlertsFixture::require(f.store->write([](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto back, transaction.prepare("UPDATE incident_actions SET state = 'pending', undo = '', ends_at = "
                                                            "NULL, acted_at = NULL"));
            return back.run();
        }),
                               0);
        f.alerts->keep();
        one = f.only();
        QCOMPARE(one.actions.front().state, ActionState::Done);
        QCOMPARE(*one.actions.front().until, f.clock.now() + 1h);
        QVERIFY(f.alerts->incidents().undo(f.system(), one.incident.id, one.actions.front().id));
        QCOMPARE(f.about("192.0.2.1"), std::string("none"));
    }

    void twoWhoUndoAtOnce_theSecondIsTold()
    {
        AlertsFixture f;
        f.addUser("ada@sallyport.example", {"admin"});
        const identity::User bob = f.addUser("bob@sallyport.example");
        AlertDraft draft = f.draft("Reuse", {"auth.login_failed"}, GroupBy::User);
        draft.actions = {{ActionKind::DisableUser, 1h, {}}};
        f.addRule(draft);
        f.failedSignIn("192.0.2.1", bob);
        const IncidentDetail one = f.only();
        Incidents& incidents = f.alerts->incidents();
        QVERIFY(incidents.undo(f.system(), one.incident.id, one.actions.front().id));
        QCOMPARE(whyOf(incidents.undo(f.system(), one.incident.id, one.actions.front().id)), std::string("not_undoable"));
        QCOMPARE(f.count(audit::kind::userEnabled), 1);
        QCOMPARE(f.count(audit::kind::alertActionUndone), 1);
        f.clock.advance(2h);
        f.alerts->keep();
        f.settle();
        QCOMPARE(f.count(audit::kind::alertActionUndone), 1);
    }

    void destinationsAreTold_ifThereAreAny()
    {
        struct Told final : Notifier {
            bool offered() const noexcept override { return true; }
            bool knows(const std::string& id) const override { return id == "D1"; }
            Result<void> send(const std::string&, const IncidentSummary& incident) override
            {
                rules.push_back(incident.rule);
                return {};
            }
            std::vector<std::string> rules;
        } told;
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        f.alerts->setNotifier(&told);
        AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        draft.actions = {{ActionKind::Destination, {}, "D1"}};
        f.addRule(draft);
        f.failedSignIn("192.0.2.1", ada);
        QCOMPARE(f.only().actions.front().state, ActionState::Done);
        QCOMPARE(told.rules, std::vector<std::string>{"Guessing"});
        f.alerts.reset();
    }
};

SALLYPORT_GUILESS_TEST(TestIncidents)

} // namespace tst_incidents
#include "tst_incidents.moc"
