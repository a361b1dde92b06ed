#include "backend/audit/event_kinds.h"
#include "backend/storage/sql_text.h"
#include "tests/authorization/authorization_fixture.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>

namespace tst_access_review {

using namespace sallyport;
using namespace sallyport::authorization;
using namespace sallyport::test;
using access::Permission;
using Query = AccessReviewQuery;

namespace {

using Names = std::vector<std::string>;

struct ReviewFixture : AuthorizationFixture {
    AccessReviewPage list(const Query& query = {}, std::optional<access::Actor> who = {})
    {
        return require(authorization->accessReview().list(who.value_or(system()), query));
    }
    /// `Ada viewer`, as they stand.
    Names names(const Query& query = {}, std::optional<access::Actor> who = {})
    {
        Names found;
        for (const HeldAccess& held : list(query, std::move(who)).rows)
            found.push_back(held.name + ' ' + (held.kind == HeldAccess::Kind::Key ? held.title : held.item));
        return found;
    }
    identity::ServiceAccount account(const std::string& name, Names of)
    {
        return require(identity->serviceAccounts().create(system(), {name, {}, std::move(of)}));
    }
    identity::ApiKey key(const std::string& name, const UserId& owner, Names scopes)
    {
        identity::NewApiKey wanted;
        wanted.name = name;
        wanted.owner = owner;
        wanted.scopes = std::move(scopes);
        wanted.expiresIn = std::chrono::hours(24 * 30);
        return require(identity->apiKeys().create(system(), std::move(wanted))).key;
    }
    void role(const std::string& name, Names permissions, Names inherits = {}, const std::string& title = {})
    {
        require(identity->roleChanges().create(system(), {name, title, {}, std::move(permissions), std::move(inherits)}));
    }
    void give(const UserId& user, const std::string& name, std::optional<UtcTime> until = {})
    {
        require(identity->users().changeRole(system(), user, {name, until}, identity::RoleChange::Give));
    }
    const HeldAccess& find(const AccessReviewPage& page, const std::string& name, const std::string& item)
    {
        for (const HeldAccess& held : page.rows)
            if (held.name == name && (held.item == item || held.title == item))
                return held;
        qFatal("%s has no %s", name.c_str(), item.c_str());
    }
    std::string csv(const AccessReviewReport& report = {})
    {
        std::string text;
        require(authorization->accessReview().exportTo(system(), report,
                                                       [&](std::string_view piece) {
                                                           text += piece;
                                                           return true;
                                                       },
                                                       {}));
        return text;
    }
};

Query paged(std::uint32_t limit, Query::Sort sort = Query::Sort::Holder, bool descending = false)
{
    Query query;
    query.limit = limit;
    query.sort = sort;
    query.descending = descending;
    return query;
}

} // namespace

class TestAccessReview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRoleAndKeyHasARow_withSinceByAndEnd()
    {
        ReviewFixture f;
        const identity::User ada = f.addUser("ada@example.org", {"viewer"}, "Ada");
        f.clock.advance(std::chrono::hours(1));
        const UtcTime given = f.clock.now();
        f.give(ada.id, "editor", given + std::chrono::hours(48));
        const identity::ServiceAccount robot = f.account("Robot", {"viewer"});
        const identity::ApiKey key = f.key("nightly", robot.id, {"records:read"});
        QCOMPARE(f.names(), (Names{"Ada editor", "Ada viewer", "Robot viewer", "Robot nightly"}));
        const AccessReviewPage page = f.list();
        QCOMPARE(page.total, 4);
        QCOMPARE(page.userRoles, 2);
        QCOMPARE(page.accountRoles, 1);
        QCOMPARE(page.keys, 1);
        const HeldAccess& editor = f.find(page, "Ada", "editor");
        QCOMPARE(editor.since, std::optional(given));
        QCOMPARE(editor.by, access::nameOf(f.system()));
        QCOMPARE(editor.until, std::optional(given + std::chrono::hours(48)));
        QCOMPARE(editor.title, std::string("Editor"));
        QCOMPARE(editor.email, std::string("ada@example.org"));
        QCOMPARE(f.find(page, "Ada", "viewer").since, std::optional(given - std::chrono::hours(1)));
        QVERIFY(!f.find(page, "Ada", "viewer").until);
        const HeldAccess& ofRobot = f.find(page, "Robot", "viewer");
        QVERIFY(ofRobot.service);
        QCOMPARE(ofRobot.since, std::optional(given));
        QCOMPARE(ofRobot.by, access::nameOf(f.system()));
        const HeldAccess& nightly = f.find(page, "Robot", "nightly");
        QCOMPARE(nightly.item, key.id.text());
        QCOMPARE(nightly.prefix, key.prefix);
        QCOMPARE(nightly.scopes, Names{"records:read"});
        QCOMPARE(nightly.until, std::optional(key.expiresAt));
        // What has ended is held by nobody.
        f.clock.advance(std::chrono::hours(49));
        f.require(f.identity->apiKeys().revoke(f.system(), key.id), 0);
        QCOMPARE(f.names(), (Names{"Ada viewer", "Robot viewer"}));
    }

    void whoChangesOneRole_leavesTheOthersTheirGiver()
    {
        ReviewFixture f;
        const identity::ServiceAccount robot = f.account("Robot", {"viewer"});
        const UtcTime first = f.clock.now();
        f.clock.advance(std::chrono::hours(3));
        const access::Actor admin = f.userIn("admin@example.org", "X", {"admin"});
        identity::ServiceAccountPatch patch;
        patch.roles = {"viewer", "editor"};
        f.require(f.identity->serviceAccounts().change(admin, robot.id, patch));
        Query query;
        query.service = true;
        const AccessReviewPage page = f.list(query);
        QCOMPARE(f.find(page, "Robot", "viewer").since, std::optional(first));
        QCOMPARE(f.find(page, "Robot", "editor").since, std::optional(f.clock.now()));
        QCOMPARE(f.find(page, "Robot", "editor").by, access::nameOf(admin));
    }

    void permission_isTracedOverInheritance_andThroughKeys()
    {
        ReviewFixture f;
        f.role("reader", {"records:read"});
        f.role("physician", {"users:read"}, {"reader"}, "Duty physician");
        f.role("clerk", {"users:read"});
        const identity::User ada = f.addUser("ada@example.org", {"physician"}, "Ada");
        const identity::User bob = f.addUser("bob@example.org", {"clerk"}, "Bob");
        f.addUser("cy@example.org", {"reader"}, "Cy");
        f.key("reads", ada.id, {"records:read", "users:read"});
        f.key("lists", ada.id, {"users:read"});
        f.key("vain", bob.id, {"users:read"});
        Query query;
        query.permission = Permission::RecordsRead;
        QCOMPARE(f.names(query), (Names{"Ada physician", "Ada reads", "Cy reader"}));
        const AccessReviewPage page = f.list(query);
        QCOMPARE(f.find(page, "Ada", "physician").way, (Names{"physician", "reader"}));
        QCOMPARE(f.find(page, "Ada", "physician").inherits, Names{"reader"});
        QCOMPARE(f.find(page, "Cy", "reader").way, Names{"reader"});
        // A key gives no more than its holder has.
        identity::RolePatch less;
        less.inherits = Names{};
        f.require(f.identity->roleChanges().change(f.system(), "physician", less));
        QCOMPARE(f.names(query), Names{"Cy reader"});
        query.permission = Permission::PoliciesDelete; // of nobody here
        QCOMPARE(f.list(query).total, 0);
    }

    void filters_narrow()
    {
        ReviewFixture f;
        f.role("physician", {"users:read"}, {"viewer"}, "Duty physician");
        const identity::User ada = f.addUser("ada@example.org", {"physician", "viewer"}, "Ada Müller");
        f.addUser("bob@example.org", {"editor"}, "Bob");
        const identity::ServiceAccount robot = f.account("Robot", {"viewer"});
        const identity::ApiKey key = f.key("nightly", robot.id, {"records:read"});
        f.give(ada.id, "editor", f.clock.now() + std::chrono::hours(24 * 3));
        const auto with = [&](auto edit) {
            Query query;
            edit(query);
            QTest::qVerify(static_cast<std::int64_t>(f.list(query).rows.size()) == f.list(query).total, "total", "", __FILE__,
                           __LINE__);
            return f.names(query);
        };
        QCOMPARE(with([](Query& query) { query.text = "muller"; }),
                 (Names{"Ada Müller editor", "Ada Müller physician", "Ada Müller viewer"}));
        QCOMPARE(with([](Query& query) { query.text = "duty"; }), Names{"Ada Müller physician"});
        QCOMPARE(with([](Query& query) { query.text = "BOB@"; }), Names{"Bob editor"});
        QCOMPARE(with([](Query& query) { query.text = "%"; }), Names{});
        QCOMPARE(with([](Query& query) { query.text = "Nightly"; }), Names{"Robot nightly"});
        QCOMPARE(with([&](Query& query) { query.text = key.prefix; }), Names{"Robot nightly"});
        QCOMPARE(with([](Query& query) { query.role = "viewer"; }),
                 (Names{"Ada Müller physician", "Ada Müller viewer", "Robot viewer"}));
        QCOMPARE(with([](Query& query) { query.role = "nobody"; }), Names{});
        QCOMPARE(with([&](Query& query) { query.holder = robot.id.text(); }), (Names{"Robot viewer", "Robot nightly"}));
        QCOMPARE(with([](Query& query) { query.kind = HeldAccess::Kind::Key; }), Names{"Robot nightly"});
        QCOMPARE(with([](Query& query) { query.service = false; }).size(), 4U);
        QCOMPARE(with([](Query& query) { query.endsDays = 7; }), Names{"Ada Müller editor"});
        QCOMPARE(with([](Query& query) { query.endsDays = 30; }), (Names{"Ada Müller editor", "Robot nightly"}));
        QCOMPARE(with([](Query& query) { query.endsDays = 2; }), Names{});
        Query wrong;
        wrong.unusedDays = 0;
        QCOMPARE(wordOf(f.authorization->accessReview().list(f.system(), wrong)), std::string("invalid_argument"));
        wrong = paged(201);
        QCOMPARE(wordOf(f.authorization->accessReview().list(f.system(), wrong)), std::string("invalid_argument"));
        wrong = paged(1);
        wrong.holder = "nobody@sallyport.example";
        QCOMPARE(f.authorization->accessReview().list(f.system(), wrong).error().fields.at(0).field, std::string("holder"));
        wrong = paged(1);
        wrong.cursor = "nonsense";
        QCOMPARE(wordOf(f.authorization->accessReview().list(f.system(), wrong)), std::string("invalid_argument"));
    }

    void unused_isWhatWasHeldAndNotUsed()
    {
        ReviewFixture f;
        const identity::User ada = f.addUser("ada@example.org", {"viewer"}, "Ada");
        f.addUser("bob@example.org", {"viewer"}, "Bob");
        const identity::ServiceAccount robot = f.account("Robot", {"viewer"});
        const identity::ApiKey key = f.key("nightly", robot.id, {"records:read"});
        Query query;
        query.unusedDays = 20;
        QCOMPARE(f.names(query), Names{});
        f.clock.advance(std::chrono::hours(24 * 21));
        QCOMPARE(f.names(query), (Names{"Ada viewer", "Bob viewer", "Robot viewer", "Robot nightly"}));
        const UtcTime signedIn = f.clock.now();
        f.tokens("ada@example.org");
        f.give(ada.id, "editor");
        QCOMPARE(f.names(query), (Names{"Bob viewer", "Robot viewer", "Robot nightly"}));
        const AccessReviewPage page = f.list();
        QCOMPARE(f.find(page, "Ada", "viewer").activeAt, std::optional(signedIn));
        QVERIFY(!f.find(page, "Bob", "viewer").activeAt); // never
        // The use of a key is one of its holder.
        f.clock.advance(std::chrono::minutes(1));
        f.require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto use, transaction.prepare("UPDATE api_keys SET last_used_at = $1 WHERE id = $2"));
            use.bind(1, f.clock.now()).bind(2, key.id);
            return use.run();
        }),
                  0);
        QCOMPARE(f.names(query), Names{"Bob viewer"});
        QCOMPARE(f.find(f.list(), "Robot", "viewer").activeAt, std::optional(f.clock.now()));
        QCOMPARE(f.names(paged(3, Query::Sort::Active, true)).front(), std::string("Robot nightly"));
        // A role of yesterday wasn't unused for three weeks, whoever has it.
        f.clock.advance(std::chrono::hours(24 * 21));
        f.give(ada.id, "auditor");
        QCOMPARE(f.names(query), (Names{"Ada editor", "Ada viewer", "Bob viewer", "Robot viewer"}));
    }

    void lastDecision_isOfWhatTheRoleGives()
    {
        ReviewFixture f;
        f.require(f.settings->change(f.system(), {{"decisions.allowed_percent", "100"}}), 0);
        f.role("reader", {"records:read"});
        f.role("lister", {"users:read"});
        f.role("heir", {"users:read"}, {"reader"});
        const access::Actor ada = f.userIn("ada@example.org", "X", {"reader", "lister", "heir"});
        QVERIFY(f.authorization->decisions().require(ada, Permission::RecordsRead, f.record("r", "X")).has_value());
        const UtcTime first = f.clock.now();
        f.clock.advance(std::chrono::minutes(5));
        QVERIFY(!f.authorization->decisions().require(ada, Permission::RecordsDelete, f.record("r", "X")).has_value());
        CheckOptions asked;
        f.require(f.authorization->accessChecks().check(
            f.system(), f.json(R"({"subject": ")" + ada.id.text() + R"(", "action": "records:read"})"), asked));
        f.settle();
        const AccessReviewPage page = f.list();
        QCOMPARE(f.find(page, "Some Body", "reader").decidedAt, std::optional(first));
        QCOMPARE(f.find(page, "Some Body", "heir").decidedAt, std::optional(first));
        QVERIFY(!f.find(page, "Some Body", "lister").decidedAt);
    }

    void pagesByCursorAndOffset_areTheWholeList_inEveryOrder()
    {
        ReviewFixture f;
        for (int i = 0; i < 9; ++i) {
            const identity::User user = f.addUser("u" + std::to_string(i) + "@example.org", {"viewer", "editor"},
                                                  i % 3 == 0 ? "Same" : "U" + std::to_string(i));
            if (i % 2 == 0)
                f.key("key " + std::to_string(i % 4), user.id, {"records:read"});
            f.clock.advance(std::chrono::minutes(i % 2));
        }
        for (int i = 0; i < 4; ++i)
            f.key("key", f.account("Robot " + std::to_string(i), {"viewer"}).id, {"records:read"});
        for (const Query::Sort sort :
             {Query::Sort::Holder, Query::Sort::Access, Query::Sort::Since, Query::Sort::Until, Query::Sort::Active})
            for (const bool descending : {false, true}) {
                const AccessReviewPage whole = f.list(paged(200, sort, descending));
                QCOMPARE(whole.total, 18 + 5 + 8);
                QCOMPARE(whole.rows.size(), 31U);
                std::vector<HeldAccess> byCursor, byOffset;
                Query query = paged(4, sort, descending);
                do {
                    const AccessReviewPage page = f.list(query);
                    byCursor.insert(byCursor.end(), page.rows.begin(), page.rows.end());
                    query.cursor = page.nextCursor;
                } while (!query.cursor.empty());
                for (query = paged(4, sort, descending); query.offset < 31; query.offset += 4)
                    for (HeldAccess& held : f.list(query).rows)
                        byOffset.push_back(std::move(held));
                QVERIFY(byCursor == whole.rows);
                QVERIFY(byOffset == whole.rows);
                std::vector<HeldAccess> turned = f.list(paged(200, sort, !descending)).rows;
                std::ranges::reverse(turned);
                QVERIFY(turned == whole.rows);
            }
        const AccessReviewPage page = f.list(paged(4));
        Query other = paged(4, Query::Sort::Since);
        other.cursor = page.nextCursor;
        QCOMPARE(wordOf(f.authorization->accessReview().list(f.system(), other)), std::string("invalid_argument"));
    }

    void whoMaySeeLess_isToldSo()
    {
        ReviewFixture f;
        const identity::ServiceAccount robot = f.account("Robot", {"viewer"});
        f.key("nightly", robot.id, {"records:read"});
        const access::Actor viewer = f.userIn("v@example.org", "X", {"viewer"});
        const access::Actor auditor = f.userIn("a@example.org", "X", {"auditor"});
        f.role("empty", {"records:read"});
        const access::Actor nobody = f.userIn("n@example.org", "X", {"empty"});
        QCOMPARE(f.list({}, auditor).total, 5);
        const AccessReviewPage seen = f.list({}, viewer);
        QCOMPARE(seen.total, 3);
        QVERIFY(!seen.withKeys && !seen.withAccounts);
        for (const HeldAccess& held : seen.rows)
            QCOMPARE(held.activeAt.has_value(), held.holder == viewer.id); // everybody's own
        auto& review = f.authorization->accessReview();
        QCOMPARE(review.list(nobody, {}).error().required, std::string("users:read"));
        Query query;
        query.unusedDays = 3;
        QCOMPARE(wordOf(review.list(viewer, query)), std::string("permission_denied"));
        QVERIFY(review.list(auditor, query).has_value());
        QCOMPARE(wordOf(review.list(viewer, paged(5, Query::Sort::Active))), std::string("permission_denied"));
        query = {};
        query.kind = HeldAccess::Kind::Key;
        QCOMPARE(review.list(viewer, query).error().required, std::string("keys:read"));
        const auto sink = [](std::string_view) { return true; };
        QCOMPARE(review.exportTo(viewer, {}, sink, {}).error().required, std::string("events:export"));
        QVERIFY(review.exportTo(auditor, {}, sink, {}).has_value());
    }

    void csv_hasEverything_isSafe_andIsAnEvent()
    {
        ReviewFixture f;
        f.addUser("ada@example.org", {"viewer"}, "=Ada, \"A\"");
        AccessReviewReport report;
        report.query.role = "viewer";
        report.byteOrderMark = true;
        const std::string text = f.csv(report);
        QVERIFY(text.starts_with("\xef\xbb\xbfholder_kind,holder,email,status,access,name,title,"));
        QVERIFY2(text.find("\r\nuser,\"'=Ada, \"\"A\"\"\",ada@example.org,active,role,viewer,Viewer,,,,2026-") !=
                     std::string::npos,
                 text.c_str());
        const audit::Event event = f.last(audit::kind::accessReviewExported);
        QCOMPARE(event.outcome, audit::Outcome::Success);
        QVERIFY2(event.detailsJson.find(R"("format":"csv","rows":1,"filter":"role=viewer")") != std::string::npos,
                 event.detailsJson.c_str());
    }

    void csv_saysOfEachRowWhatTheListSays()
    {
        ReviewFixture f;
        f.role("reader", {"records:read"});
        f.role("physician", {"users:read"}, {"reader"}, "Duty physician");
        const identity::User ada = f.addUser("ada@example.org", {"viewer"}, "Ada");
        f.give(ada.id, "physician", f.clock.now() + std::chrono::hours(48));
        const identity::ServiceAccount robot = f.account("Robot", {"reader"});
        const identity::ApiKey key = f.key("nightly", robot.id, {"records:read"});
        const AccessReviewPage page = f.list();
        std::istringstream lines(f.csv());
        std::string line;
        std::getline(lines, line);
        QCOMPARE(line, std::string("holder_kind,holder,email,status,access,name,title,inherits,scopes,way,since,given_by,ends,"
                                   "last_active,last_decision,holder_id,key_id\r"));
        const TimeZone utc;
        const auto time = [&](const std::optional<UtcTime>& at) { return at ? utc.rfc3339(*at) : std::string(); };
        for (const HeldAccess& held : page.rows) {
            QVERIFY(std::getline(lines, line));
            const bool isKey = held.kind == HeldAccess::Kind::Key;
            const std::string wanted =
                std::string(held.service ? "service_account" : "user") + ',' + held.name + ',' + held.email + ",active," +
                (isKey ? "key," + key.prefix + ",nightly" : "role," + held.item + ',' + held.title) + ',' +
                (held.item == "physician" ? "reader" : "") + ',' + (isKey ? "records:read" : "") + ",," + time(held.since) + ',' +
                held.by + ',' + time(held.until) + ",,," + held.holder.text() + ',' + (isKey ? key.id.text() : "") + '\r';
            QCOMPARE(line, wanted);
        }
        QVERIFY(!std::getline(lines, line));
        QCOMPARE(page.rows.size(), std::size_t(4));
    }

    void export_thatIsStopped_isAnEventAndLeavesNoFile()
    {
        ReviewFixture f;
        f.addUser("ada@example.org", {"viewer"}, "Ada");
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("review.csv")).toStdString();
        auto& review = f.authorization->accessReview();
        QCOMPARE(wordOf(review.exportToFile(f.system(), {}, file, [](std::int64_t, std::int64_t) { return false; })),
                 std::string("cancelled"));
        QCOMPARE(f.last(audit::kind::accessReviewExported).outcome, audit::Outcome::Failure);
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
        const AccessReviewWritten written = f.require(review.exportToFile(f.system(), {}, file, {}));
        QCOMPARE(written.rows, 1);
        QCOMPARE(static_cast<std::int64_t>(std::filesystem::file_size(file)), written.bytes);
        QCOMPARE(wordOf(review.exportToFile(f.system(), {}, file, {}, journal::ExistingFile::Refuse)),
                 std::string("already_exists"));
    }

    void export_endsWhereTheRightGoes()
    {
        ReviewFixture f;
        for (int i = 0; i < 3; ++i)
            f.addUser("u" + std::to_string(i) + "@example.org", {"viewer"});
        const access::Actor auditor = f.userIn("a@example.org", "X", {"auditor"});
        // More than a page of rows.
        f.require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            for (int i = 0; i < 1'100; ++i) {
                SALLYPORT_ASSIGN(auto add, transaction.prepare("INSERT INTO user_roles (user_id, role) VALUES ($1, $2)"));
                add.bind(1, auditor.id).bind(2, "role" + std::to_string(i));
                SALLYPORT_TRY(add.run());
            }
            return {};
        }),
                  0);
        bool first = true;
        const auto sink = [&](std::string_view) {
            if (std::exchange(first, false))
                f.require(f.identity->users().apply(f.system(), auditor.id, identity::UserAction::Disable), 0);
            return true;
        };
        QVERIFY(!f.authorization->accessReview().exportTo(auditor, {}, sink, {}).has_value());
        QVERIFY(f.last(audit::kind::accessReviewExported).detailsJson.find(R"("rows":1000)") != std::string::npos);
    }
};

SALLYPORT_GUILESS_TEST(TestAccessReview)

} // namespace tst_access_review
#include "tst_access_review.moc"
