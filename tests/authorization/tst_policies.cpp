#include "backend/access/policies/policy_limits.h"
#include "backend/audit/event_kinds.h"
#include "tests/authorization/authorization_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_policies {

using namespace sallyport;
using namespace sallyport::authorization;
using namespace sallyport::test;

namespace kind = sallyport::audit::kind;
using access::PolicyState;

class TestPolicies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsEnforcedActsOnTheNextDecision()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        const access::Resource own = f.record("r1", "X"), other = f.record("r2", "Y");
        const auto may = [&](const access::Resource& what) {
            return wordOf(f.authorization->decisions().require(u, access::Permission::RecordsRead, what));
        };
        QCOMPARE(may(other), std::string("ok"));
        const access::Policy made = f.add("Own department", "allow", "resource.department == subject.department");
        QCOMPARE(may(own), std::string("ok"));
        QCOMPARE(may(other), std::string("policy_denied"));
        PolicyPatch patch;
        patch.condition = "resource.department == 'Y'";
        QCOMPARE(f.require(f.authorization->policies().change(f.system(), made.id.text(), patch)).version, 2);
        QCOMPARE(may(own), std::string("policy_denied"));
        QCOMPARE(may(other), std::string("ok"));
        f.require(f.authorization->policies().remove(f.system(), "own DEPARTMENT"), 0);
        QCOMPARE(may(own), std::string("ok"));
        QCOMPARE(f.count(kind::policyCreated) + f.count(kind::policyChanged) + f.count(kind::policyDeleted), 3);
    }

    void mistakesAreToldWithTheirPlaces()
    {
        AuthorizationFixture f;
        const auto refused = f.authorization->policies().create(
            f.system(), {"", "", "maybe", {"records:reed", "users:read"}, {"recod"}, "subject.emial == 'x'", "on"});
        QCOMPARE(wordOf(refused), std::string("validation_failed"));
        std::map<std::string, FieldError> fields;
        for (const FieldError& field : refused.error().fields)
            fields[field.field] = field;
        for (const char* const name : {"name", "effect", "state", "actions.0", "actions.1", "resources.0", "condition"})
            QVERIFY2(fields.contains(name), name);
        QVERIFY(fields["actions.0"].message.find("records:read") != std::string::npos);
        QCOMPARE(*fields["condition"].position, 0);
        QVERIFY(fields["condition"].message.find("subject.email") != std::string::npos);
        for (const char* const blank : {"", "  ", "// x"})
            QCOMPARE(
                wordOf(f.authorization->policies().create(f.system(), {"a", "", "allow", {"records:read"}, {"record"}, blank})),
                std::string("validation_failed"));
    }

    void permissionsAreNeededAndPoliciesHideNoPolicies()
    {
        AuthorizationFixture f;
        const access::Actor viewer = f.userIn("v@example.org", "X"), admin = f.userIn("a@example.org", "X", {"admin"});
        f.add("nobody", "deny", "true", "enforce", {"records:read", "records:update"});
        QCOMPARE(wordOf(f.authorization->policies().list(viewer, {})), std::string("permission_denied"));
        QCOMPARE(wordOf(f.authorization->policies().create(viewer, {})), std::string("permission_denied"));
        QCOMPARE(f.require(f.authorization->policies().list(admin, {})).total, 1);
        PolicyPatch patch;
        patch.state = "draft";
        QVERIFY(f.authorization->policies().change(admin, "nobody", patch).has_value());
    }

    void versionsAreKeptAndPutBack()
    {
        AuthorizationFixture f;
        f.add("p", "allow", "true");
        PolicyPatch patch;
        patch.condition = "false";
        patch.note = "closed";
        f.require(f.authorization->policies().change(f.system(), "p", patch));
        QCOMPARE(f.require(f.authorization->policies().versions(f.system(), "p")).size(), 2U);
        PolicyPatch undo;
        undo.restore = 1;
        const access::Policy back = f.require(f.authorization->policies().change(f.system(), "p", undo));
        QCOMPARE(back.condition, std::string("true"));
        QCOMPARE(back.note, std::string());
        QCOMPARE(back.version, 3);
        QCOMPARE(wordOf(f.authorization->policies().change(f.system(), "p", undo)),
                 std::string("ok")); // says the same: no version
        QCOMPARE(f.require(f.authorization->policies().versions(f.system(), "p")).size(), 3U);
        // A version is brought back as it was; only the state may be another.
        PolicyPatch both;
        both.restore = 2;
        both.condition = "true";
        const auto refused = f.authorization->policies().change(f.system(), "p", both);
        QCOMPARE(wordOf(refused), std::string("validation_failed"));
        QCOMPARE(refused.error().fields.size(), std::size_t{2});
        QCOMPARE(refused.error().fields[0].field, std::string("restore"));
        QCOMPARE(refused.error().fields[1].field, std::string("condition"));
        both.condition.reset();
        both.state = "draft";
        QCOMPARE(f.require(f.authorization->policies().change(f.system(), "p", both)).condition, std::string("false"));
        undo.restore = 9;
        QCOMPARE(wordOf(f.authorization->policies().change(f.system(), "p", undo)), std::string("validation_failed"));
        patch.expectedVersion = 1;
        QCOMPARE(wordOf(f.authorization->policies().change(f.system(), "p", patch)), std::string("precondition_failed"));
    }

    void testsMustPassBeforeAPolicyDecides()
    {
        AuthorizationFixture f;
        f.add("hours", "allow", "now.getHours('Europe/Berlin') >= 9 && now.getHours('Europe/Berlin') < 17", "draft");
        const auto asked = [](const std::string& time) {
            boost::json::object question{
                {"subject", {{"roles", {"viewer"}}}}, {"action", "records:read"}, {"resource", {{"kind", "record"}}}};
            if (!time.empty())
                question["context"] = {{"time", time}};
            return boost::json::serialize(question);
        };
        f.require(f.authorization->policies().setTests(
            f.system(), "hours",
            {{"morning", asked("2026-01-15T08:30:00Z"), true}, {"summer evening", asked("2026-07-15T15:30:00Z"), true}}));
        const auto results = f.require(f.authorization->policies().runTests(f.system(), "hours"));
        QVERIFY(results[0].passed && !results[1].passed);
        const auto refused = f.authorization->policies().publish(f.system(), "hours", PolicyState::Enforce);
        QCOMPARE(wordOf(refused), std::string("conflict"));
        QCOMPARE(refused.error().word, std::string("tests_failed"));
        QVERIFY(refused.error().detail.find("summer evening") != std::string::npos);
        f.require(f.authorization->policies().setTests(
            f.system(), "hours",
            {{"morning", asked("2026-01-15T08:30:00Z"), true}, {"summer evening", asked("2026-07-15T15:30:00Z"), false}}));
        QVERIFY(f.authorization->policies().publish(f.system(), "hours", PolicyState::Enforce).has_value());
        QCOMPARE(f.count(kind::policyPublished), 1);
        // It runs its tests whatever state it is in: what decides already is published anew only if it would be now.
        QVERIFY(f.authorization->policies().publish(f.system(), "hours", PolicyState::Enforce).has_value());
        f.require(f.authorization->policies().setTests(f.system(), "hours", {{"night", asked("2026-01-15T23:30:00Z"), true}}));
        const auto again = f.authorization->policies().publish(f.system(), "hours", PolicyState::Enforce);
        QCOMPARE(again ? std::string("ok") : again.error().word, std::string("tests_failed"));
        QCOMPARE(f.count(kind::policyPublished), 1);
        // A test without a time keeps the one at which it was stored.
        f.require(f.authorization->policies().setTests(f.system(), "hours", {{"now", asked({}), false}}));
        const auto before = f.require(f.authorization->policies().runTests(f.system(), "hours"));
        f.clock.advance(std::chrono::hours(12));
        QCOMPARE(f.require(f.authorization->policies().runTests(f.system(), "hours"))[0].allowed, before[0].allowed);
        QCOMPARE(
            wordOf(f.authorization->policies().setTests(f.system(), "hours", {{"x", R"({"action": "records:reed"})", true}})),
            std::string("validation_failed"));
    }

    void pagesFollowTheNames()
    {
        AuthorizationFixture f;
        for (const char* const name : {"b", "A", "c", "d", "E"})
            f.add(name, "allow", "true", "draft");
        PolicyQuery query;
        query.limit = 2;
        std::string names;
        do {
            const PolicyPage page = f.require(f.authorization->policies().list(f.system(), query));
            QCOMPARE(page.total, 5);
            for (const access::Policy& policy : page.policies)
                names += policy.name;
            query.cursor = page.nextCursor;
        } while (!query.cursor.empty());
        QCOMPARE(names, std::string("AbcdE"));
        query.text = "C";
        QCOMPARE(f.require(f.authorization->policies().list(f.system(), query)).total, 1);
        query = {};
        query.state = PolicyState::Enforce;
        QCOMPARE(f.require(f.authorization->policies().list(f.system(), query)).total, 0);
        QCOMPARE(wordOf(f.authorization->policies().create(f.system(), {"a", "", "allow", {"records:read"}, {"record"}, "true"})),
                 std::string("conflict"));
    }

    void whatAnotherProcessHasChangedIsReadAgain()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        const auto other = f.require(authorization::openAuthorization(
            {*f.store, *f.journal, *f.roles, *f.settings, f.clock, f.random, [](const access::Actor& actor) { return actor; }}));
        f.add("p", "deny", "true");
        QCOMPARE(wordOf(other->decisions().require(u, access::Permission::RecordsRead, f.record("r", "X"))),
                 std::string("policy_denied"));
        f.reopen();
        QCOMPARE(wordOf(f.authorization->decisions().require(u, access::Permission::RecordsRead, f.record("r", "X"))),
                 std::string("policy_denied"));
        QVERIFY(f.authorization->reload().has_value());
    }
};

SALLYPORT_GUILESS_TEST(TestPolicies)

} // namespace tst_policies
#include "tst_policies.moc"
