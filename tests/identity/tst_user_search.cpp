#include "backend/identity/users/user_list_sql.h"
#include "backend/identity/users/user_search_index.h"
#include "backend/storage/connection.h"
#include "backend/storage/migrations.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

namespace tst_user_search {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace {

std::vector<std::string> namesFor(IdentityFixture& f, const std::string& text)
{
    UserQuery query;
    query.text = text;
    const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
    std::vector<std::string> names;
    for (const User& user : page.users)
        names.push_back(user.name);
    return page.total == static_cast<std::int64_t>(names.size()) ? names : std::vector<std::string>{"wrong total"};
}

/// What SQLite answers to EXPLAIN QUERY PLAN.
enum class PlanColumn { Id, Parent, Unused, Detail };

std::string planOf(IdentityFixture& f, const std::string& sql)
{
    return IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<std::string> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare("EXPLAIN QUERY PLAN " + sql));
        std::string plan;
        for (;;) {
            SALLYPORT_ASSIGN(const bool row, rows.step());
            if (!row)
                return plan;
            plan += storage::Row<PlanColumn>(rows).text(PlanColumn::Detail) + '\n';
        }
    }));
}

} // namespace

/// Searching users by the index of groups of three letters.
class TestUserSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groups_ofText_areQuotedAndFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("groups");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("two letters") << "ab"
                                     << "";
        QTest::newRow("three") << "AbC"
                               << "\"abc\"";
        QTest::newRow("letters of two bytes") << QString::fromUtf8("ЖЩЮЯ") << QString::fromUtf8("\"жщю\" AND \"щюя\"");
        QTest::newRow("accents and full folding") << QString::fromUtf8("ÄÖß") << QStringLiteral("\"aos\" AND \"oss\"");
        QTest::newRow("twice the same") << "aaaaa"
                                        << "\"aaa\"";
        QTest::newRow("syntax") << "a OR b*"
                                << "\"a o\" AND \" or\" AND \"or \" AND \"r b\" AND \" b*\"";
        QTest::newRow("quotes") << "a\"b\""
                                << "\"a\"\"b\" AND \"\"\"b\"\"\"";
    }
    void groups_ofText_areQuotedAndFolded()
    {
        QFETCH(QString, text);
        QFETCH(QString, groups);
        QCOMPARE(QString::fromStdString(userSearchGroups(text.toStdString(), {})), groups);
    }

    void groups_ofLongText_areBounded()
    {
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += static_cast<char>('a' + i % 25);
        QVERIFY(userSearchGroups(text, {}).size() <= 6 * 10);
        QCOMPARE(userSearchGroups(std::string("ab\0cd", 5), {}), std::string());
    }

    /// The groups that everybody has only cost: a look through a list of everybody.
    void groups_manyHaveSome_areTheRare()
    {
        IdentityFixture f;
        for (int i = 0; i < 20; ++i)
            f.addUser("p" + std::to_string(i) + "@example.test", {"viewer"}, i == 7 ? "Person Quill" : "Person");
        const auto sample = IdentityFixture::require(f.store->read(GroupSample::take));
        QCOMPARE(sample.count("per"), 20U);
        QCOMPARE(sample.count("qui"), 1U);
        QCOMPARE(sample.count("zzz"), 0U);
        QCOMPARE(userSearchGroups("Person Q", sample), std::string("\"on \" AND \"n q\""));
        QCOMPARE(namesFor(f, "person q"), std::vector<std::string>{"Person Quill"});
        QCOMPARE(userSearchGroups("Person", sample), std::string("\"per\" AND \"ers\" AND \"rso\" AND \"son\""));
    }

    /// All groups are there, the text is not.
    void search_groupsInAnotherOrder_isNoMatch()
    {
        IdentityFixture f;
        f.addUser("one@example.test", {"viewer"}, "abcd bcde");
        QCOMPARE(namesFor(f, "abcde"), std::vector<std::string>());
        QCOMPARE(namesFor(f, "d bcd"), std::vector<std::string>{"abcd bcde"});
    }

    /// Nothing that is typed is a question of the index's own.
    void asvs_1_2_4_search_operatorsOfTheIndex_areText()
    {
        IdentityFixture f;
        f.addUser("one@example.test", {"viewer"}, "Ann \"NEAR\" Lee");
        for (const char* text :
             {"ann OR lee", "ann*", "name_key:ann", "^ann", "NEAR(ann lee)", "-ann", "\"\"\"", "ann\" OR \"lee"})
            QCOMPARE(namesFor(f, text), std::vector<std::string>());
        QCOMPARE(namesFor(f, "n \"near\" l"), std::vector<std::string>{"Ann \"NEAR\" Lee"});
    }

    void search_afterRenameAndRemoval_followsThem()
    {
        IdentityFixture f;
        const User ann = f.addUser("ann@example.test", {"viewer"}, "Ann Marlow");
        f.addUser("bob@example.test", {"viewer"}, "Bob Marlow");
        UserPatch patch;
        patch.name = "Ann Carraway";
        IdentityFixture::require(f.identity->users().update(IdentityFixture::system(), ann.id, patch));
        QCOMPARE(namesFor(f, "marlow"), std::vector<std::string>{"Bob Marlow"});
        QCOMPARE(namesFor(f, "carraw"), std::vector<std::string>{"Ann Carraway"});
        QCOMPARE(namesFor(f, "w"), (std::vector<std::string>{"Ann Carraway", "Bob Marlow"}));
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto gone, transaction.prepare("DELETE FROM users WHERE id = $1"));
            gone.bind(1, ann.id);
            return gone.run();
        }),
                                 0);
        QCOMPARE(IdentityFixture::require(f.store->read([](storage::Transaction& transaction) -> Result<std::int64_t> {
                     return searchCount(transaction, userSearchGroups("carraway", {}), 10);
                 })),
                 std::int64_t{0});
    }

    void migration_ofAVaultWithUsers_indexesThem()
    {
        QTemporaryDir directory;
        const auto file = std::filesystem::path(directory.path().toStdString()) / "old.db";
        IdentityFixture::require(storage::createPrivateFile(file), 0);
        const auto connection =
            IdentityFixture::require(storage::Connection::open(file, TestStore::key(), storage::Connection::Mode::ReadWrite));
        const auto all = storage::builtInMigrations();
        const auto place = std::ranges::find(all, 39, &storage::Migration::version);
        const auto noBackup = [](std::int64_t) -> Result<void> { return {}; };
        IdentityFixture::require(storage::migrate(*connection, all.first(static_cast<std::size_t>(place - all.begin())),
                                                  ManualClock(UtcTime{}), noBackup),
                                 0);
        IdentityFixture::require(
            connection->run("INSERT INTO users (id, name, name_key, email, email_key, status, created_at, "
                            "created_by, updated_at) VALUES ('u1', 'Zo\xc3\xab', 'zo\xc3\xab', 'z@x.y', 'z@x.y', "
                            "'active', 1, 'x', 1)"),
            0);
        IdentityFixture::require(storage::migrate(*connection, all, ManualClock(UtcTime{}), noBackup), 0);
        QCOMPARE(*connection->readText("SELECT n.user_id FROM user_search s JOIN user_search_numbers n ON n.number = s.rowid "
                                       "WHERE s.user_search MATCH '\"zo\xc3\xab\"'"),
                 std::string("u1"));
    }

    /// No statement of a search, a page, a sign-in or a look-up goes through all users.
    void plans_ofLists_useTheirIndexes()
    {
        IdentityFixture f;
        UserQuery query;
        query.text = "text";
        std::vector<std::string> statements{userPageSql(query, FindBy::Groups).text(), userCountSql(query, FindBy::Groups).text(),
                                            userPageSql(query, FindBy::Numbers).text(),
                                            userCountSql(query, FindBy::Numbers).text()};
        query.role = "editor";
        statements.push_back(userPageSql(query, FindBy::Groups).text());
        query.text.clear();
        statements.push_back(userPageSql(query, FindBy::Matches).text());
        statements.push_back(userCountSql(query, FindBy::Matches).text());
        query.role.reset();
        query.status = UserStatus::Disabled;
        statements.push_back(userPageSql(query, FindBy::Matches).text());
        statements.push_back(userCountSql(query, FindBy::Matches).text());
        statements.emplace_back("SELECT id FROM users WHERE email_key = $1");
        statements.emplace_back("SELECT id FROM users u WHERE u.id = $1");
        for (const std::string& sql : statements) {
            const std::string plan = planOf(f, sql);
            QVERIFY2(!plan.empty() && plan.find("SCAN f") == plan.npos && plan.find("SCAN u") == plan.npos,
                     (sql + '\n' + plan).c_str());
        }
        for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort) {
            UserQuery sorted;
            sorted.sort = static_cast<UserQuery::Sort>(sort);
            const std::string plan = planOf(f, userPageSql(sorted, FindBy::Order).text());
            QVERIFY2(plan.find("SCAN f USING COVERING INDEX") != plan.npos, plan.c_str()); // as far as the page goes
        }
    }
};

SALLYPORT_GUILESS_TEST(TestUserSearch)

} // namespace tst_user_search
#include "tst_user_search.moc"
