#include "backend/access/policies/policy_limits.h"
#include "backend/audit/event_kinds.h"
#include "tests/authorization/authorization_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
#include <map>

namespace tst_policy_transfer {

using namespace sallyport;
using namespace sallyport::authorization;
using namespace sallyport::test;

namespace kind = sallyport::audit::kind;
namespace json = boost::json;
using access::PolicyState;
using Outcome = ImportedPolicy::Outcome;

/// Policies as one document, out of a vault and into one.
class TestPolicyTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsExported_isImportedToTheSameValue()
    {
        AuthorizationFixture here, there;
        fillWithEverything(here);
        const std::string document = exported(here);
        const auto result = here.require(there.authorization->policies().importDocument(there.system(), {document, false, true}));
        QCOMPARE(result.added, static_cast<std::int64_t>(result.policies.size()));
        QCOMPARE(QString::fromStdString(exported(there)), QString::fromStdString(document));
        // And a second time nothing is to be done.
        const auto again = here.require(there.authorization->policies().importDocument(there.system(), {document, false, true}));
        QCOMPARE(again.unchanged, result.added);
        QCOMPARE(there.count(kind::policiesImported), 1);
        QCOMPARE(there.count(kind::policyCreated), static_cast<int>(result.added));
    }

    void document_isTheSameForTheSamePolicies_aLineEach()
    {
        AuthorizationFixture f;
        f.add("b", "deny", "true", "draft");
        f.add("a", "allow", "true", "draft");
        const std::string document = exported(f);
        QVERIFY(document.starts_with("{\"format\":\"sallyport-policies\",\"version\":1,\"policies\":[\n{\"id\":"));
        QCOMPARE(std::ranges::count(document, '\n'), 4);
        QVERIFY(document.find("\"name\":\"a\"") < document.find("\"name\":\"b\""));
        QCOMPARE(document, exported(f));
        QCOMPARE(f.count(kind::policiesExported), 2);
        QCOMPARE(members(exported(f, {"B", {}})).size(), 1U);
        QCOMPARE(members(exported(f, {{}, PolicyState::Enforce})).size(), 0U);
    }

    void dryRun_tellsWhatWouldHappen_andChangesNothing()
    {
        AuthorizationFixture f;
        f.add("same", "allow", "true", "draft");
        f.add("other", "allow", "true", "draft");
        const std::string before = exported(f);
        json::array wanted = members(before);
        wanted.push_back(policy("new", "resource.department == 'X'"));
        wanted.push_back(policy("wrong", "subject.emial == 'x'"));
        wanted[0].as_object()["condition"] = "false"; // of `other`
        const auto told = dryRun(f, wanted);
        QCOMPARE(told.policies.size(), 4U);
        QVERIFY(told.policies[0].outcome == Outcome::Changed);
        QCOMPARE(told.policies[0].changed, std::vector<std::string>{"condition"});
        QVERIFY(told.policies[1].outcome == Outcome::Unchanged);
        QVERIFY(told.policies[2].outcome == Outcome::Added);
        QCOMPARE(told.policies[2].state, std::string("draft"));
        QVERIFY(told.policies[3].outcome == Outcome::Refused);
        const FieldError& mistake = told.policies[3].mistakes.at(0);
        QCOMPARE(mistake.field, std::string("condition"));
        QCOMPARE(*mistake.position, 0);
        QVERIFY(mistake.message.find("subject.email") != std::string::npos);
        QCOMPARE(told.added + told.changed + told.unchanged + told.refused, 4);
        QCOMPARE(exported(f), before);
        QCOMPARE(f.count(kind::policiesImported), 0);
    }

    void oneMistake_refusesAll_withItsPlace()
    {
        AuthorizationFixture f;
        json::array wanted{policy("good", "true"), policy("bad", "true && subject.emial == 'x'")};
        wanted[1].as_object()["actions"] = json::array{"records:reed", "users:read"};
        const auto refused = import(f, wanted);
        QCOMPARE(wordOf(refused), std::string("validation_failed"));
        std::map<std::string, FieldError> fields;
        for (const FieldError& field : refused.error().fields)
            fields[field.field] = field;
        QCOMPARE(fields.size(), 3U);
        QVERIFY(fields.contains("policies.1.actions.0") && fields.contains("policies.1.actions.1"));
        QCOMPARE(*fields["policies.1.condition"].position, 8);
        QCOMPARE(f.require(f.authorization->policies().list(f.system(), {})).total, 0);
    }

    void withoutPublish_nothingIsEnforced_andNothingCeasesToBe()
    {
        AuthorizationFixture f;
        const access::Actor user = f.userIn("u@example.org", "X");
        const access::Resource record = f.record("r1", "X");
        const auto may = [&] {
            return wordOf(f.authorization->decisions().require(user, access::Permission::RecordsRead, record));
        };
        json::object nobody = policy("nobody", "true", "deny");
        nobody["state"] = "enforce";
        QCOMPARE(f.require(import(f, {nobody})).policies[0].state, std::string("draft"));
        QCOMPARE(may(), std::string("ok"));
        QCOMPARE(f.require(import(f, {nobody}, true)).changed, 1);
        QCOMPARE(f.count(kind::policyPublished), 1);
        QCOMPARE(may(), std::string("policy_denied"));
        // A document that says `draft` leaves it in force, and one that changes it is refused.
        nobody["state"] = "draft";
        QCOMPARE(f.require(import(f, {nobody})).unchanged, 1);
        QCOMPARE(may(), std::string("policy_denied"));
        nobody["note"] = "decides the same";
        QCOMPARE(f.require(import(f, {nobody})).changed, 1);
        nobody["condition"] = "false";
        const auto told = dryRun(f, {nobody});
        QCOMPARE(told.policies[0].mistakes.at(0).rule, std::string("in_force"));
        QCOMPARE(wordOf(import(f, {nobody})), std::string("validation_failed"));
        QCOMPARE(f.require(import(f, {nobody}, true)).changed, 1);
        QCOMPARE(may(), std::string("ok"));
    }

    void found_byId_elseByName_andTwiceIsRefused()
    {
        AuthorizationFixture f;
        const access::Policy kept = f.add("One", "allow", "true", "draft");
        const access::Policy other = f.add("Two", "allow", "true", "draft");
        json::object renamed = policy("Renamed", "true");
        renamed["id"] = kept.id.text();
        QCOMPARE(dryRun(f, {renamed}).policies[0].changed, std::vector<std::string>{"name"});
        json::object byName = policy("ONE", "true");
        byName["id"] = "01ARZ3NDEKTSV4RRFFQ69G5FAV"; // another vault's
        const auto told = dryRun(f, {byName});
        QCOMPARE(told.policies[0].id, kept.id.text());
        renamed["name"] = "two";
        QCOMPARE(dryRun(f, {renamed}).policies[0].mistakes.at(0).field, std::string("name"));
        QCOMPARE(dryRun(f, {policy("n", "true"), policy("N ", "true")}).policies[1].mistakes.at(0).rule, std::string("unique"));
        QCOMPARE(dryRun(f, {policy("one", "true"), renamed}).policies[1].outcome, Outcome::Refused);
        byName["id"] = "../1";
        byName["name"] = "New";
        QCOMPARE(dryRun(f, {byName}).policies[0].mistakes.at(0).field, std::string("id"));
        // What an earlier vault has called a policy it is called here, too.
        byName["id"] = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        f.require(import(f, {byName}));
        QCOMPARE(f.require(f.authorization->policies().read(f.system(), "New")).id.text(),
                 std::string("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        QVERIFY(other.id != kept.id);
    }

    void tests_comeAlong_areChecked_andMustPass()
    {
        AuthorizationFixture f;
        json::object own = policy("own", "resource.department == subject.department");
        own["state"] = "enforce";
        own["tests"] = json::array{question("mine", "X", "X", "allow"), question("theirs", "X", "Y", "deny")};
        f.require(import(f, {own}, true));
        QCOMPARE(f.require(f.authorization->policies().tests(f.system(), "own")).size(), 2U);
        QCOMPARE(f.require(import(f, {own}, true)).unchanged, 1); // the time that they were given counts as theirs
        own["condition"] = "true";
        const auto told = dryRun(f, {own}, true);
        QCOMPARE(told.policies[0].mistakes.at(0).field, std::string("tests.1"));
        QCOMPARE(told.policies[0].mistakes.at(0).rule, std::string("tests_failed"));
        QVERIFY(told.policies[0].id.empty());
        own["condition"] = "resource.department == subject.department";
        own["tests"] = json::array{question("wrong", "X", "X", "perhaps")};
        QCOMPARE(dryRun(f, {own}).policies[0].mistakes.at(0).field, std::string("tests.0.expect"));
        own["tests"].as_array()[0].as_object()["expect"] = "allow";
        own["tests"].as_array()[0].as_object()["action"] = "records:reed";
        QCOMPARE(dryRun(f, {own}).policies[0].mistakes.at(0).field, std::string("tests.0.action"));
        own.erase("tests"); // says nothing of them: they stay
        QCOMPARE(f.require(import(f, {own})).unchanged, 1);
        own["tests"] = json::array();
        QCOMPARE(f.require(import(f, {own})).policies[0].changed, std::vector<std::string>{"tests"});
        QCOMPARE(f.require(f.authorization->policies().tests(f.system(), "own")).size(), 0U);
    }

    void documents_areBounded_andOfOneFormat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const std::string& text, const char* word = "validation_failed") {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(word);
        };
        row("nothing", "", "bad_request");
        row("no JSON", "name: x", "bad_request");
        row("a list", "[]");
        row("another format", R"({"format": "cedar", "version": 1, "policies": []})");
        row("no version", R"({"format": "sallyport-policies", "policies": []})");
        row("a later version", R"({"format": "sallyport-policies", "version": 2, "policies": []})");
        row("a version as text", R"({"format": "sallyport-policies", "version": "1", "policies": []})");
        row("no policies", R"({"format": "sallyport-policies", "version": 1})");
        row("a member more", R"({"format": "sallyport-policies", "version": 1, "policies": [], "roles": []})");
        row("the same member twice", R"({"format": "sallyport-policies", "version": 1, "version": 1, "policies": []})",
            "bad_request");
        row("deep",
            R"({"format": "sallyport-policies", "version": 1, "policies": [)" + std::string(40, '[') + std::string(40, ']') +
                "]}",
            "bad_request");
        row("large",
            "{\"format\": \"sallyport-policies\", \"version\": 1, \"policies\": [], \"x\": \"" +
                std::string(policyDocumentBytes, 'x') + "\"}",
            "bad_request");
        std::string many = "{}";
        for (std::size_t at = 0; at < access::policiesLimit; ++at)
            many += ",{}";
        row("many", R"({"format": "sallyport-policies", "version": 1, "policies": [)" + many + "]}");
        row("a policy that is none", R"({"format": "sallyport-policies", "version": 1, "policies": [7]})");
        row("types", R"({"format": "sallyport-policies", "version": 1, "policies": [{"name": 7, "note": [], "effect": {},
            "actions": "records:read", "resources": [1], "condition": true, "state": null, "id": 1, "tests": {}, "priority": 1}]})");
    }
    void documents_areBounded_andOfOneFormat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, word);
        AuthorizationFixture f;
        const auto refused = f.authorization->policies().importDocument(f.system(), {text.toStdString(), false, true});
        QCOMPARE(QByteArray::fromStdString(wordOf(refused)), word);
        QVERIFY(refused.error().fields.size() <= importMistakesTold);
        if (qstrcmp(QTest::currentDataTag(), "types") != 0)
            return;
        std::vector<std::string> fields;
        for (const FieldError& field : refused.error().fields)
            fields.push_back(field.field);
        for (const char* const member :
             {"name", "note", "effect", "actions", "resources", "condition", "state", "id", "tests", "priority"})
            QCOMPARE(std::ranges::count(fields, std::string("policies.0.") + member), 1);
    }

    void needsToMakeAndToChangePolicies_andNeverCutsOffFromThem()
    {
        AuthorizationFixture f;
        const access::Actor viewer = f.userIn("v@example.org", "X"), admin = f.userIn("a@example.org", "X", {"admin"});
        QCOMPARE(wordOf(f.authorization->policies().exportDocument(viewer, {})), std::string("permission_denied"));
        QCOMPARE(wordOf(f.authorization->policies().importDocument(viewer, {})), std::string("permission_denied"));
        json::object nobody = policy("nobody", "true", "deny");
        nobody["state"] = "enforce";
        nobody["actions"] = json::array{"records:read", "records:update", "records:delete"};
        f.require(f.authorization->policies().importDocument(admin, {document({nobody}), false, true}));
        QCOMPARE(wordOf(f.authorization->decisions().require(admin, access::Permission::RecordsRead, f.record("r", "X"))),
                 std::string("policy_denied"));
        // Who is refused every record can still undo it: policies decide about none.
        QVERIFY(f.authorization->policies().remove(admin, "nobody").has_value());
        QCOMPARE(wordOf(f.authorization->decisions().require(admin, access::Permission::RecordsRead, f.record("r", "X"))),
                 std::string("ok"));
    }

    void whatThisProgramCantReadAnyMore_staysAsItIs()
    {
        AuthorizationFixture f;
        f.add("old", "allow", "true", "draft");
        f.require(f.store->write([](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE policies SET expression = $1"));
            put.bind(1, std::string("resource.gone == 1"));
            return put.run();
        }),
                  0);
        QCOMPARE(dryRun(f, members(exported(f))).policies[0].outcome, Outcome::Unchanged);
    }

private:
    static json::object policy(const std::string& name, const std::string& condition, const std::string& effect = "allow")
    {
        return {{"name", name},
                {"effect", effect},
                {"actions", {"records:read"}},
                {"resources", {"record"}},
                {"condition", condition}};
    }
    static json::object question(const std::string& name, const std::string& subject, const std::string& resource,
                                 const std::string& expect)
    {
        return {{"name", name},
                {"subject", {{"department", subject}, {"roles", {"viewer"}}}},
                {"action", "records:read"},
                {"resource", {{"kind", "record"}, {"department", resource}}},
                {"expect", expect}};
    }
    static std::string document(json::array policies)
    {
        return json::serialize(json::object{{"format", "sallyport-policies"}, {"version", 1}, {"policies", std::move(policies)}});
    }
    static std::string exported(AuthorizationFixture& f, const PolicyExport& wanted = {})
    {
        return f.require(f.authorization->policies().exportDocument(f.system(), wanted));
    }
    static json::array members(const std::string& document) { return json::parse(document).at("policies").as_array(); }
    static Result<PolicyImportResult> import(AuthorizationFixture& f, json::array policies, bool publish = false)
    {
        return f.authorization->policies().importDocument(f.system(), {document(std::move(policies)), false, publish});
    }
    static PolicyImportResult dryRun(AuthorizationFixture& f, json::array policies, bool publish = false)
    {
        return f.require(f.authorization->policies().importDocument(f.system(), {document(std::move(policies)), true, publish}));
    }

    /// Each example of the documentation and of the demo, each state and effect, and names that are hard to write down.
    static void fillWithEverything(AuthorizationFixture& f)
    {
        int count = 0;
        for (
            const char* const condition :
            {"true", "resource.owner_id == subject.id", "resource.department == subject.department",
             R"(now.getHours("Europe/Berlin") >= 9 && now.getHours("Europe/Berlin") < 17 && now.getDayOfWeek("Europe/Berlin") in [1, 2, 3, 4, 5])",
             R"(cidr("10.0.0.0/8").containsIP(context.ip))",
             R"(resource.classification != "restricted" || context.mfa_age < duration("15m"))",
             "resource.department != subject.department\n  && !(\"duty_physician\" in subject.roles)\n  && context.mfa_age > "
             "duration(\"15m\")",
             R"(resource.classification != "restricted" || subject.roles.exists(r, r in ["admin", "owner"]))",
             "context.time.getHours() >= 21 || context.time.getHours() < 6",
             R"(subject.roles.exists(role, role.startsWith("trainee_")))",
             "'\\u00e4' == \"\\\"\\\\\" // \xF0\x9F\x94\x92\ttab"}) {
            const char* const state = count % 3 == 0 ? "draft" : count % 3 == 1 ? "observe" : "enforce";
            f.add("Example " + std::to_string(count), count % 2 == 0 ? "allow" : "deny", condition, state,
                  {"records:update", "records:read"});
            ++count;
        }
        for (const char* const name : {"\"quoted\" \\ back", "</script><b>", "{\"id\":1}",
                                       "\xC3\x9C"
                                       "ber\xC3\xA4rzte",
                                       "\xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95\xEF\xB8\x8F", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                       "null", "policies.0", "a,b;c", "' OR 1=1 --"})
            f.require(f.authorization->policies().create(f.system(), {name,
                                                                      std::string("Note of ") + name,
                                                                      "deny",
                                                                      {"files:read", "comments:read"},
                                                                      {"file", "comment"},
                                                                      "false",
                                                                      "draft"}));
        std::string longest;
        for (std::size_t at = 0; at < access::policyNameLimit; ++at)
            longest += "\xC3\xA4";
        f.add(longest, "allow", "true", "draft");
        f.require(f.authorization->policies().setTests(
            f.system(), "Example 2",
            {{"mine \"and\" </b>",
              R"({"subject":{"department":"X","roles":["viewer"],"attr":{"deep":[1,2.5,null,{"a":"b"}]}},"action":"records:read","resource":{"kind":"record","department":"X"},"context":{"time":"2026-01-15T08:30:00Z"}})",
              false}}));
    }
};

SALLYPORT_GUILESS_TEST(TestPolicyTransfer)

} // namespace tst_policy_transfer
#include "tst_policy_transfer.moc"
