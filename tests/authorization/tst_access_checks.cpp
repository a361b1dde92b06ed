#include "tests/access/policies/random_conditions.h"
#include "tests/authorization/authorization_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_access_checks {

using namespace sallyport;
using namespace sallyport::authorization;
using namespace sallyport::test;
using access::Permission;

namespace {

std::string question(const access::Actor& subject, const std::string& record)
{
    return boost::json::serialize(boost::json::object{
        {"subject", subject.id.text()}, {"action", "records:read"}, {"resource", {{"kind", "record"}, {"id", record}}}});
}

} // namespace

class TestAccessChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTraceNamesTheRuleOrThatNoneMatched()
    {
        AuthorizationFixture f;
        f.records = {f.record("own", "X"), f.record("foreign", "Y"), f.record("none", "Z")};
        const access::Actor u = f.userIn("u@example.org", "X");
        f.add("own", "allow", "resource.department == subject.department");
        f.add("never Y", "deny", "resource.department == 'Y'");
        const auto ask = [&](const char* id) {
            return f.require(f.authorization->accessChecks().check(f.system(), f.json(question(u, id)), {}));
        };
        const CheckAnswer allowed = ask("own"), denied = ask("foreign"), none = ask("none");
        QVERIFY(allowed.allowed && allowed.policy == "own" && allowed.trace.find("\"own\"") != std::string::npos);
        QVERIFY(!denied.allowed && denied.policy == "never Y" && denied.reason == "denied_by_policy");
        QVERIFY(!none.allowed && none.reason == "no_rule_matched" && none.trace.find("No rule matched") != std::string::npos);
        for (const CheckAnswer& answer : {allowed, denied, none}) {
            const RecordedDecision opened = f.require(f.authorization->decisionLog().read(f.system(), answer.decision));
            QCOMPARE(opened.allowed, answer.allowed);
            QCOMPARE(opened.trace, answer.trace);
        }
        const CheckAnswer unknown = ask("gone");
        QVERIFY(!unknown.allowed && unknown.reason == "no_such_object");
    }

    void keyAsSubject_isItsOwnerWithinItsScopes()
    {
        AuthorizationFixture f;
        f.records = {f.record("own", "X")};
        const access::Actor u = f.userIn("u@example.org", "X", {"editor"});
        f.add("by keys that read", "allow", "subject.department == 'X' && 'records:read' in subject.key_scopes");
        identity::NewApiKey wanted;
        wanted.name = "reader";
        wanted.owner = u.id;
        wanted.scopes = {"records:read"};
        const identity::ApiKey key = f.require(f.identity->apiKeys().create(f.system(), std::move(wanted))).key;
        const auto ask = [&](const std::string& subject, const char* action) {
            const boost::json::object asked{
                {"subject", subject}, {"action", action}, {"resource", {{"kind", "record"}, {"id", "own"}}}};
            return f.require(f.authorization->accessChecks().check(f.system(), asked, {}));
        };
        for (const std::string& called : {key.id.text(), key.prefix})
            QVERIFY(ask(called, "records:read").allowed);
        QVERIFY(!ask(u.id.text(), "records:read").allowed); // the person has no key in hand
        QCOMPARE(ask(key.id.text(), "records:update").reason, std::string("permission_missing"));
        f.require(f.identity->apiKeys().revoke(f.system(), key.id), 0);
        QCOMPARE(ask(key.id.text(), "records:read").reason, std::string("permission_missing"));
        QCOMPARE(ask("spk_nobody", "records:read").reason, std::string("no_such_subject"));
    }

    void theSimulatorIsTheEnforcement()
    {
        AuthorizationFixture f;
        samples::RandomConditions random(99);
        for (std::size_t number = 0; number < 12; ++number)
            f.records.push_back(random.object(number));
        const std::vector<access::Actor> people{f.userIn("x@example.org", "X"),
                                                f.userIn("y@example.org", "Y", {"viewer", "editor"}),
                                                f.userIn("z@example.org", "", {"auditor"})};
        for (int round = 0; round < 15; ++round) {
            std::vector<std::string> made;
            for (int number = 0; number < 1 + round % 3; ++number)
                made.push_back(f.add(std::to_string(round) + '/' + std::to_string(number), number == 2 ? "deny" : "allow",
                                     random.condition(2))
                                   .id.text());
            for (const access::Actor& who : people) {
                boost::json::array questions;
                for (const access::Resource& record : f.records)
                    questions.push_back(f.json(question(who, record.id)));
                CheckOptions options;
                options.record = false;
                const auto answers = f.require(f.authorization->accessChecks().checkMany(f.system(), questions, options));
                options.simulation = true;
                for (std::size_t at = 0; at < f.records.size(); ++at) {
                    access::Actor asking = who;
                    asking.session = {}; // as who asks: what is of a session isn't known of others
                    asking.address = {};
                    const auto enforced = f.authorization->decisions().require(asking, Permission::RecordsRead, f.records[at]);
                    QCOMPARE(answers[at].allowed, enforced.has_value());
                    QCOMPARE(answers[at].policy, enforced ? answers[at].policy : enforced.error().policy);
                }
                const auto simulated =
                    f.require(f.authorization->accessChecks().check(f.system(), questions[0].as_object(), options));
                QCOMPARE(simulated.allowed, answers[0].allowed);
                QCOMPARE(simulated.reason, answers[0].reason);
            }
            for (const std::string& id : made)
                f.require(f.authorization->policies().remove(f.system(), id), 0);
        }
    }

    void attributesMayBeToldInPlaceOfAnId()
    {
        AuthorizationFixture f;
        f.add("p", "allow", "subject.attr.missing == 'foo' || subject.department == 'X'");
        const auto ask = [&](const std::string& text) {
            return f.authorization->accessChecks().check(f.system(), f.json(text), {});
        };
        QVERIFY(f.require(ask(R"({"subject": {"department": "X", "roles": ["viewer"]}, "action": "records:read"})")).allowed);
        QVERIFY(f.require(ask(R"({"subject": {"department": "X"}, "action": "records:read"})")).allowed);
        const CheckAnswer refused =
            f.require(ask(R"({"subject": {"department": "Y", "attr": {"a": 1}}, "action": "records:read"})"));
        QVERIFY(!refused.allowed);
        QVERIFY(refused.trace.find("missing attribute 'subject.attr.missing'") != std::string::npos);
        // Nobody has told what roles there are, and no policy says anything.
        QVERIFY(!f.require(ask(R"({"subject": {"department": "X"}, "action": "records:update"})")).allowed);
        QVERIFY(!f.require(ask(R"({"subject": {"department": null, "roles": ["viewer"]}, "action": "records:read"})")).allowed);
        const auto wrong = ask(R"({"subject": {"departmen": "X"}, "action": "records:reed", "context": {"time": "noon"}})");
        QCOMPARE(wordOf(wrong), std::string("validation_failed"));
        QCOMPARE(wrong.error().fields.size(), 3U);
    }

    void whoMayNotReadPoliciesAsksAboutItself()
    {
        AuthorizationFixture f;
        f.records = {f.record("own", "X")};
        const access::Actor u = f.userIn("u@example.org", "X"), v = f.userIn("v@example.org", "Y");
        f.add("p", "allow", "resource.department == subject.department");
        const CheckAnswer mine = f.require(f.authorization->accessChecks().check(u, f.json(question(u, "own")), {}));
        QVERIFY(mine.allowed && mine.trace.empty());
        QCOMPARE(wordOf(f.authorization->accessChecks().check(u, f.json(question(v, "own")), {})),
                 std::string("permission_denied"));
        boost::json::array both{f.json(question(u, "own")), f.json(question(v, "own"))};
        QCOMPARE(wordOf(f.authorization->accessChecks().checkMany(u, both, {})), std::string("permission_denied"));
        const CheckAnswer hidden = f.require(f.authorization->accessChecks().check(v, f.json(question(v, "own")), {}));
        QVERIFY(!hidden.allowed);
    }

    void bothQuestionsHaveTheirAnswer()
    {
        AuthorizationFixture f;
        f.records = {f.record("own", "X")};
        const access::Actor x = f.userIn("x@example.org", "X");
        (void) f.userIn("y@example.org", "Y");
        f.add("p", "allow", "resource.department == subject.department");
        const WhoMay who = f.require(f.authorization->accessChecks().who(
            f.system(), f.json(R"({"action": "records:read", "resource": {"kind": "record", "id": "own"}})")));
        QCOMPARE(who.total, 1);
        QCOMPARE(who.asked, 2);
        QCOMPARE(who.users.at(0).id, x.id.text());
        QCOMPARE(who.users.at(0).policy, std::string("p"));
        std::map<std::string, std::string> may;
        for (const MayDo& one :
             f.require(f.authorization->accessChecks().what(f.system(), boost::json::object{{"subject", x.id.text()}})))
            may[one.action] = one.answer;
        QCOMPARE(may["records:read"], std::string("some"));
        QCOMPARE(may["comments:read"], std::string("some")); // not those of records that are hidden
        QCOMPARE(may["records:delete"], std::string("no"));
        QCOMPARE(may["users:delete"], std::string("no"));
    }

    void aReplayListsWhatWouldFlip()
    {
        AuthorizationFixture f;
        f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", "100"}}), 0);
        const access::Actor x = f.userIn("x@example.org", "X"), y = f.userIn("y@example.org", "Y");
        const UtcTime since = f.clock.now();
        for (const access::Actor& who : {x, y})
            for (const char* const department : {"X", "Y"})
                f.require(f.authorization->decisions().require(who, Permission::RecordsRead, f.record(department, department)),
                          0);
        f.settle();
        f.clock.advance(std::chrono::hours(1));
        PolicyPatch draft;
        draft.effect = "allow";
        draft.actions = {"records:read"};
        draft.resources = {"record"};
        draft.condition = "resource.department == subject.department && subject.department == 'X'";
        const Replay replayed = f.require(f.authorization->accessChecks().replay(f.system(), {}, draft, since, f.clock.now()));
        QCOMPARE(replayed.replayed, 4);
        QCOMPARE(replayed.flipped, 3);
        QCOMPARE(replayed.bySubject.at(0).key, y.id.text());
        QCOMPARE(replayed.bySubject.at(0).denied, 2);
        QVERIFY(replayed.flips.at(0).was && replayed.flips.at(0).now && !replayed.flips.at(0).then);
        QVERIFY(replayed.all);
        draft.condition = "nonsense";
        QCOMPARE(wordOf(f.authorization->accessChecks().replay(f.system(), {}, draft, since, f.clock.now())),
                 std::string("validation_failed"));
        QCOMPARE(wordOf(f.authorization->accessChecks().replay(f.system(), "gone", {}, since, f.clock.now())),
                 std::string("not_found"));
    }

    void draftsCountInSimulationsOnly()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.records = {f.record("own", "X")};
        f.add("p", "deny", "true", "draft");
        CheckOptions options;
        options.simulation = true;
        QVERIFY(f.require(f.authorization->accessChecks().check(f.system(), f.json(question(u, "own")), options)).allowed);
        options.enforced = {"p"};
        QVERIFY(!f.require(f.authorization->accessChecks().check(f.system(), f.json(question(u, "own")), options)).allowed);
        options.enforced = {};
        options.drafts = {{"q", "", "allow", {"records:read"}, {"record"}, "resource.department == 'Y'"}};
        const CheckAnswer with =
            f.require(f.authorization->accessChecks().check(f.system(), f.json(question(u, "own")), options));
        QVERIFY(!with.allowed && with.reason == "no_rule_matched");
        QVERIFY(f.authorization->decisions().require(u, Permission::RecordsRead, f.records[0]).has_value());
    }
};

SALLYPORT_GUILESS_TEST(TestAccessChecks)

} // namespace tst_access_checks
#include "tst_access_checks.moc"
