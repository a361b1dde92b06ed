#include "backend/base/time_format.h"
#include "backend/storage/columns.h"
#include "backend/storage/sql_text.h"
#include "tests/access/policies/random_conditions.h"
#include "tests/authorization/authorization_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <set>

namespace tst_decisions {

using namespace sallyport;
using namespace sallyport::authorization;
using namespace sallyport::test;
using access::Permission;
using access::ResourceKind;

namespace {

/// A table with the columns that every kind of object has.
void fill(AuthorizationFixture& f, const std::vector<access::Resource>& objects)
{
    f.require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(
            auto make, transaction.prepare("CREATE TABLE samples (id TEXT NOT NULL PRIMARY KEY, owner_id TEXT, department TEXT, "
                                           "classification TEXT, created_at BIGINT, changed_at BIGINT)"));
        SALLYPORT_TRY(make.run());
        for (const access::Resource& object : objects) {
            SALLYPORT_ASSIGN(auto add, transaction.prepare("INSERT INTO samples (id, owner_id, department, classification, "
                                                           "created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6)"));
            add.bind(1, object.id).bind(4, object.classification).bind(5, object.createdAt).bind(6, object.changedAt);
            add.bind(2, object.ownerId).bind(3, object.department);
            SALLYPORT_TRY(add.run());
        }
        return {};
    }),
              0);
}

std::set<std::string> listed(AuthorizationFixture& f, const access::Scope& scope)
{
    return f.require(f.store->read([&](storage::Transaction& transaction) -> Result<std::set<std::string>> {
        storage::SqlText text;
        text.add("SELECT s.id FROM samples s WHERE 1 = 1");
        scope.narrow(text, "s");
        SALLYPORT_ASSIGN(auto rows, text.prepare(transaction));
        std::set<std::string> ids;
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return ids;
            ids.insert(rows.text());
        }
    }));
}

/// What SQLite answers to EXPLAIN QUERY PLAN.
enum class PlanColumn { Id, Parent, Unused, Detail };

} // namespace

class TestDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Who wrote a comment needs less to change it, and is no freer of policies for that.
    void ownThings_needAnotherPermission_andTheSamePolicies()
    {
        AuthorizationFixture f;
        const access::Actor reader = f.userIn("r@example.org", "X"), editor = f.userIn("e@example.org", "X", {"editor"});
        const auto own = [&](const access::Actor& actor, Permission enough) {
            access::Resource comment = f.record("c1", "X", actor.id.text());
            comment.kind = access::ResourceKind::Comment;
            return f.authorization->decisions().requireOwn(actor, Permission::CommentsDelete, enough, comment);
        };
        QVERIFY(own(editor, Permission::CommentsCreate)); // editors may not delete comments
        QCOMPARE(own(reader, Permission::CommentsCreate).error().required, std::string("comments:delete"));
        QCOMPARE(own(editor, Permission::CommentsDelete).error().required, std::string("comments:delete"));
        f.require(f.authorization->policies().create(
            f.system(), {"kept", {}, "deny", {"comments:delete"}, {"comment"}, "resource.department == 'X'", "enforce"}));
        QCOMPARE(own(editor, Permission::CommentsCreate).error().policy, std::string("kept"));
    }

    void refusalsNameThePermissionOrThePolicyAndOpen()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X"), admin = f.userIn("a@example.org", "X", {"admin"});
        f.add("no Y", "deny", "resource.department == 'Y'");
        f.add("rest", "allow", "true");
        const auto missing = f.authorization->decisions().require(u, Permission::RecordsDelete, f.record("r1", "X"));
        QCOMPARE(missing.error().required, std::string("records:delete"));
        const auto denied = f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r2", "Y"));
        QCOMPARE(denied.error().policy, std::string("no Y"));
        QVERIFY(!missing.error().decision.empty() && missing.error().decision != denied.error().decision);
        const RecordedDecision first = f.require(f.authorization->decisionLog().read(admin, missing.error().decision));
        QCOMPARE(first.reason, std::string("permission_missing"));
        const RecordedDecision second = f.require(f.authorization->decisionLog().read(admin, denied.error().decision));
        QCOMPARE(second.reason, std::string("denied_by_policy"));
        QCOMPARE(second.objectId, std::string("r2"));
        QCOMPARE(second.subjectId, u.id.text());
        QVERIFY(second.trace.find("resource.department == 'Y'") != std::string::npos);
        QCOMPARE(wordOf(f.authorization->decisionLog().read(u, second.id)), std::string("permission_denied"));
        QCOMPARE(wordOf(f.authorization->decisionLog().read(admin, "x")), std::string("not_found"));
        f.settle();
        DecisionQuery query;
        query.policy = second.policyId;
        QCOMPARE(f.require(f.authorization->decisionLog().list(admin, query)).total, 1);
        query = {};
        query.limit = 1;
        const DecisionPage page = f.require(f.authorization->decisionLog().list(admin, query));
        QCOMPARE(page.total, 2);
        query.cursor = page.nextCursor;
        QCOMPARE(f.require(f.authorization->decisionLog().list(admin, query)).decisions.at(0).id, first.id);
    }

    void allowsAreSampledAndOldOnesGo()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        const auto total = [&](int percent) {
            f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", std::to_string(percent)}}), 0);
            const std::int64_t before = f.require(f.authorization->decisionLog().list(f.system(), {})).total;
            for (int i = 0; i < 200; ++i)
                f.require(f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r", "X")), 0);
            f.settle();
            return f.require(f.authorization->decisionLog().list(f.system(), {})).total - before;
        };
        QCOMPARE(total(0), 0);
        QCOMPARE(total(25), 50);
        QCOMPARE(total(100), 200);
        f.require(f.authorization->removeExpired(f.clock.now() + std::chrono::hours(24 * 29)), 0);
        QCOMPARE(f.require(f.authorization->decisionLog().list(f.system(), {})).total, 250);
        f.require(f.authorization->removeExpired(f.clock.now() + std::chrono::hours(24 * 31)), 0);
        QCOMPARE(f.require(f.authorization->decisionLog().list(f.system(), {})).total, 0);
    }

    /// One commit for each sample would cost more than what it is a sample of.
    void samplesAreStoredTogether_andWhoReadsFindsThemAll()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", "50"}}), 0);
        const auto total = [&] { return f.require(f.authorization->decisionLog().list(f.system(), {})).total; };
        const auto stored = [&] {
            return f.require(f.store->read([](storage::Transaction& t) -> Result<std::int64_t> {
                SALLYPORT_ASSIGN(auto row, t.prepare("SELECT COUNT(*) FROM decisions"));
                SALLYPORT_TRY(row.step());
                return row.integer();
            }));
        };
        const auto ask = [&](int times) {
            for (int i = 0; i < times; ++i)
                f.require(f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r", "X")), 0);
        };
        const std::int64_t before = total();
        ask(20);
        f.settle();
        QCOMPARE(stored(), before);
        QCOMPARE(total(), before + 10); // who reads them stores them first
        ask(20);
        f.clock.advance(std::chrono::milliseconds(1'001));
        ask(2); // one that waited for a second doesn't wait for the others
        f.settle();
        QCOMPARE(stored(), before + 21);
        ask(128);
        f.settle();
        QCOMPARE(stored(), before + 21 + 64);
        ask(2);
        f.authorization->flush();
        f.settle();
        QCOMPARE(stored(), before + 21 + 65);
        ask(2);
        f.reopen(); // whoever goes leaves nothing behind
        f.settle();
        QCOMPARE(stored(), before + 21 + 66);
    }

    /// An answer from memory asks so: a refusal there is recorded by who is told of it, and once.
    void whatIsLetThroughIsSampled_andWhatIsNotIsNoRefusalYet()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", "100"}}), 0);
        f.add("own", "allow", "resource.department == subject.department");
        const auto total = [&] {
            f.settle();
            return f.require(f.authorization->decisionLog().list(f.system(), {})).total;
        };
        access::Decisions& decisions = f.authorization->decisions();
        const std::int64_t before = total();
        QVERIFY(f.authorization->lets(u, Permission::RecordsRead, f.record("r1", "X")));
        QCOMPARE(total(), before + 1);
        QVERIFY(!f.authorization->lets(u, Permission::RecordsRead, f.record("r2", "Y")));
        QVERIFY(!f.authorization->lets(u, Permission::RecordsDelete, f.record("r1", "X")));
        QCOMPARE(total(), before + 1);
        QVERIFY(!decisions.require(u, Permission::RecordsRead, f.record("r2", "Y")));
        QCOMPARE(total(), before + 2);
        f.require(f.identity->users().apply(f.system(), u.id, identity::UserAction::Disable), 0);
        QVERIFY(!f.authorization->lets(u, Permission::RecordsRead, f.record("r1", "X")));
    }

    void theOldestGoWhenThereAreTooMany()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.add("none", "deny", "true", "enforce");
        f.require(f.settings->change(f.system(), {{"decisions.most", "1000"}}), 0);
        for (int i = 0; i < 1'050; ++i) {
            f.clock.advance(std::chrono::milliseconds(1));
            QVERIFY(!f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r" + std::to_string(i), "X")));
            if (i % 100 == 0)
                f.settle();
        }
        f.settle();
        f.require(f.authorization->removeExpired(f.clock.now()), 0);
        const DecisionPage page = f.require(f.authorization->decisionLog().list(f.system(), {}));
        QCOMPARE(page.total, 1'000);
        QCOMPARE(page.decisions.front().objectId, std::string("r1049"));
    }

    void observedPoliciesAreReported()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", "0"}}), 0);
        f.add("watch", "deny", "resource.department == 'Y'", "observe");
        f.add("all", "allow", "true", "observe");
        QVERIFY(f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r1", "X")).has_value());
        QVERIFY(f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r2", "Y")).has_value());
        f.settle();
        DecisionQuery query;
        query.observed = true;
        const DecisionPage page = f.require(f.authorization->decisionLog().list(f.system(), query));
        QCOMPARE(page.decisions.size(), 1U);
        QVERIFY(page.decisions[0].allowed);
        QCOMPARE(page.decisions[0].observed, std::string("denied_by_policy"));
        QCOMPARE(page.decisions[0].observedPolicy, std::string("watch"));
        // Each policy's are counted, however many others there are.
        query = {};
        query.observed = true;
        query.policy = "watch";
        QCOMPARE(f.require(f.authorization->decisionLog().list(f.system(), query)).total, 1);
        query.policy = "all";
        QCOMPARE(f.require(f.authorization->decisionLog().list(f.system(), query)).total, 0);
        query.policy = f.require(f.authorization->policies().read(f.system(), "watch")).id.text();
        QCOMPARE(f.require(f.authorization->decisionLog().list(f.system(), query)).total, 1);
        f.require(f.authorization->policies().remove(f.system(), "watch"), 0);
        query.policy = "watch";
        QCOMPARE(f.require(f.authorization->decisionLog().list(f.system(), query)).total, 1);
    }

    void filtersThatNameNothing_areRefused()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        const access::Policy rule = f.add("Night shift", "deny", "resource.department == 'Y'");
        (void) f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r", "Y"));
        f.settle();
        const auto with = [&](const auto& set) {
            DecisionQuery query;
            set(query);
            return f.authorization->decisionLog().list(f.system(), query);
        };
        const auto field = [](const Result<DecisionPage>& answer) {
            return wordOf(answer) + ' ' + (answer ? std::string() : answer.error().fields.at(0).field);
        };
        QCOMPARE(field(with([](DecisionQuery& query) { query.action = "nonsense"; })), std::string("invalid_argument action"));
        QCOMPARE(field(with([](DecisionQuery& query) { query.policy = "nonsense"; })), std::string("invalid_argument policy"));
        QCOMPARE(f.require(with([](DecisionQuery& query) { query.action = "records:read"; })).total, 1);
        QCOMPARE(f.require(with([](DecisionQuery& query) { query.action = "users:delete"; })).total, 0);
        for (const std::string& called : {rule.id.text(), std::string("night SHIFT")})
            QCOMPARE(f.require(with([&](DecisionQuery& query) { query.policy = called; })).total, 1);
        // What a policy has decided outlives it.
        f.require(f.authorization->policies().remove(f.system(), rule.id.text()), 0);
        QCOMPARE(f.require(with([&](DecisionQuery& query) { query.policy = rule.id.text(); })).total, 1);
        QCOMPARE(field(with([](DecisionQuery& query) { query.policy = "Night shift"; })), std::string("invalid_argument policy"));
    }

    void whoseSessionHasEndedMayNothing()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.require(f.identity->users().apply(f.system(), u.id, identity::UserAction::Disable), 0);
        QCOMPARE(wordOf(f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r", "X"))),
                 std::string("token_invalid"));
        QCOMPARE(wordOf(f.authorization->decisions().scope(u, Permission::RecordsRead, ResourceKind::Record)),
                 std::string("token_invalid"));
    }

    void asvs_8_2_4_theContextIsAskedWithEachRequest()
    {
        AuthorizationFixture f;
        access::Actor u = f.userIn("u@example.org", "X");
        f.add("inside, in time", "allow",
              "cidr('203.0.113.0/24').containsIP(context.ip) && now < timestamp('2026-09-21T14:14:00Z')");
        const auto may = [&] {
            return f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r", "X")).has_value();
        };
        QVERIFY(may());
        u.address = *IpAddress::parse("198.51.100.7");
        QVERIFY(!may());
        u.address = *IpAddress::parse("203.0.113.9");
        QVERIFY(may());
        f.clock.advance(std::chrono::minutes(1));
        QVERIFY(!may());
    }

    void theOutcomeDoesNotDependOnTheOrderOfRolesOrOnOthers()
    {
        AuthorizationFixture f;
        f.add("staff", "allow", "'editor' in subject.roles && !('auditor' in subject.roles && subject.department == 'Y')");
        std::vector<std::string> names{"viewer", "editor", "auditor"};
        std::set<std::string> outcomes;
        int number = 0;
        std::ranges::sort(names);
        do {
            const access::Actor u = f.userIn("u" + std::to_string(number++) + "@example.org", "X", names);
            outcomes.insert(wordOf(f.authorization->decisions().require(u, Permission::RecordsRead, f.record("r", "X"))));
        } while (std::ranges::next_permutation(names).found);
        QCOMPARE(outcomes, std::set<std::string>{"ok"});
    }

    void listsHoldWhatSingleDecisionsAllow()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.clock.set(samples::thursday);
        samples::RandomConditions random(42);
        std::vector<access::Resource> objects;
        for (std::size_t number = 0; number < 60; ++number)
            objects.push_back(random.object(number));
        fill(f, objects);
        f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", "0"}}), 0);
        int exact = 0;
        access::Actor asking = access::Actor::system();
        asking.id = UserId("u1");
        asking.department = "X";
        asking.roles = {"viewer"};
        for (int round = 0; round < 60; ++round) {
            std::vector<std::string> made;
            for (int number = 0; number < 1 + round % 3; ++number)
                made.push_back(f.add(std::to_string(round) + '/' + std::to_string(number), number == 2 ? "deny" : "allow",
                                     random.condition(2))
                                   .id.text());
            const auto scope =
                f.require(f.authorization->decisions().scope(asking, Permission::RecordsRead, ResourceKind::Record));
            const std::set<std::string> ids = listed(f, *scope);
            exact += scope->exact() ? 1 : 0;
            for (const access::Resource& object : objects) {
                const bool allowed = f.authorization->decisions().require(asking, Permission::RecordsRead, object).has_value();
                const bool shown = ids.contains(object.id) && (scope->exact() || scope->admits(object));
                QCOMPARE(shown, allowed);
                QCOMPARE(scope->admits(object), allowed);
            }
            for (const std::string& id : made)
                f.require(f.authorization->policies().remove(f.system(), id), 0);
        }
        QVERIFY(exact > 15);
    }

    void departmentsThatManyPoliciesDeny_areOneList()
    {
        AuthorizationFixture f;
        const access::Actor u = f.userIn("u@example.org", "X");
        f.add("most", "allow", "resource.department == 'A' || resource.department == 'B' || resource.owner_id == subject.id");
        for (int number = 0; number < 20; ++number)
            f.add("no " + std::to_string(number), "deny", "resource.department == 'W" + std::to_string(number) + "'");
        const auto scope = f.require(f.authorization->decisions().scope(u, Permission::RecordsRead, ResourceKind::Record));
        storage::SqlText text;
        scope->narrow(text, "s");
        const std::string sql = text.text();
        QVERIFY(scope->exact());
        QCOMPARE(std::ranges::count(sql, '<'), std::ptrdiff_t{0}); // no comparison for each of them
        QCOMPARE(sql.find(" NOT IN (") != sql.npos && sql.find(" NOT IN (") == sql.rfind(" NOT IN ("), true);
        std::vector<access::Resource> objects;
        for (const char* department : {"A", "B", "W0", "W19", "C"})
            objects.push_back(f.record(department, department, "nobody"));
        objects.push_back(f.record("own", "C", u.id.text()));
        objects.push_back(f.record("own denied", "W7", u.id.text()));
        objects.push_back(f.record("none", std::nullopt, u.id.text()));
        for (access::Resource& object : objects) {
            object.classification = "internal";
            object.createdAt = object.changedAt = f.clock.now();
        }
        fill(f, objects);
        std::set<std::string> allowed;
        for (const access::Resource& object : objects)
            if (f.authorization->decisions().require(u, Permission::RecordsRead, object))
                allowed.insert(object.id);
        QCOMPARE(listed(f, *scope), allowed);
        QCOMPARE(allowed, (std::set<std::string>{"A", "B", "own"}));
    }

    void aThousandPoliciesStayOneStatement()
    {
        AuthorizationFixture f;
        std::vector<access::Resource> objects;
        for (int i = 0; i < 1200; ++i)
            objects.push_back(f.record(std::to_string(i), "D" + std::to_string(i)));
        fill(f, objects);
        f.require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            for (int i = 0; i < 1000; ++i) {
                const std::string id = std::to_string(10'000 + i);
                SALLYPORT_ASSIGN(
                    auto add,
                    transaction.prepare("INSERT INTO policies (id, name, name_key, note, effect, actions, resources, "
                                        "expression, state, version, created_at, created_by, changed_at, changed_by) VALUES "
                                        "($1, $1, $1, '', 'allow', 'records:read', 'record', $2, 'enforce', 1, 0, '', 0, '')"));
                add.bind(1, id).bind(2, "resource.department == 'D" + std::to_string(i) + "'");
                SALLYPORT_TRY(add.run());
            }
            return {};
        }),
                  0);
        f.require(f.authorization->reload(), 0);
        const auto scope =
            f.require(f.authorization->decisions().scope(f.system(), Permission::RecordsRead, ResourceKind::Record));
        QVERIFY(scope->exact());
        QCOMPARE(listed(f, *scope).size(), 1000U);
    }

    /// A rare action among many decisions: its index has them in their order.
    void decisionsOfAnAction_areFoundByTheirIndex()
    {
        AuthorizationFixture f;
        const std::string plan = f.require(f.store->read([](storage::Transaction& transaction) -> Result<std::string> {
            SALLYPORT_ASSIGN(auto rows,
                             transaction.prepare("EXPLAIN QUERY PLAN SELECT trace FROM decisions WHERE 1 = 1 AND action = "
                                                 "$1 ORDER BY decided_at DESC, id DESC LIMIT 51"));
            std::string text;
            for (;;) {
                SALLYPORT_ASSIGN(const bool found, rows.step());
                if (!found)
                    return text;
                text += storage::Row<PlanColumn>(rows).text(PlanColumn::Detail) + '\n';
            }
        }));
        QVERIFY2(plan.find("USING INDEX decisions_by_action (action=?)") != plan.npos, plan.c_str());
        QVERIFY2(plan.find("TEMP B-TREE") == plan.npos, plan.c_str());
    }
};

SALLYPORT_GUILESS_TEST(TestDecisions)

} // namespace tst_decisions
#include "tst_decisions.moc"
