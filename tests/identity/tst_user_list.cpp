#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_user_list {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

namespace {

NewUser newUser(const std::string& email)
{
    NewUser user;
    user.name = "Some Body";
    user.email = email;
    return user;
}

} // namespace

/// Pages, search, filters and figures of the users.
class TstUserList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void list_pagesBySortAndCursor_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("descending");
        for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort)
            for (const bool descending : {false, true})
                QTest::addRow("sort %d %s", sort, descending ? "down" : "up") << sort << descending;
    }
    void list_pagesBySortAndCursor()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        static IdentityFixture f;
        static bool filled = false;
        for (int i = 0; !filled && i < 23; ++i) {
            NewUser user = newUser("user" + std::to_string(i * 7 % 23) + "@example.test");
            user.name = i % 3 == 0 ? "Same Name" : "Name " + std::to_string(100 - i);
            user.department = i % 2 == 0 ? "Pharmacy" : "";
            IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user)));
            f.clock.advance(1s);
        }
        filled = true;
        UserQuery query;
        query.sort = static_cast<UserQuery::Sort>(sort);
        query.descending = descending;
        query.limit = 200;
        const UserPage all = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        QCOMPARE(all.users.size(), std::size_t{23});
        QCOMPARE(all.total, std::int64_t{23});
        QVERIFY(all.nextCursor.empty());

        query.limit = 5;
        std::vector<UserId> byCursor, byOffset;
        do {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            for (const User& user : page.users)
                byCursor.push_back(user.id);
            query.cursor = page.nextCursor;
        } while (!query.cursor.empty());
        for (query.offset = 0; query.offset < 23; query.offset += 5) {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            for (const User& user : page.users)
                byOffset.push_back(user.id);
        }
        QCOMPARE(byCursor.size(), std::size_t{23});
        for (std::size_t i = 0; i < 23; ++i) {
            QCOMPARE(byCursor[i], all.users[i].id);
            QCOMPARE(byOffset[i], all.users[i].id);
        }
    }

    void list_foreignCursor_refused_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("garbage") << QByteArray("!!!");
        QTest::newRow("short") << QByteArray("YWJj");
        QTest::newRow("other order") << QByteArray::fromStdString(toBase64Url(asBytes("b01ARZ3NDEKTSV4RRFFQ69G5FAVx")));
        QTest::newRow("long") << QByteArray(5000, 'A');
    }
    void list_foreignCursor_refused()
    {
        QFETCH(QByteArray, cursor);
        IdentityFixture f;
        UserQuery query;
        query.cursor = cursor.toStdString();
        QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
        query.cursor.clear();
        query.limit = 201;
        QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
        query.limit = 0;
        QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
    }

    void asvs_1_2_4_list_search_isLiteral_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("part of name, other case") << "LOVE" << 1;
        QTest::newRow("part of e-mail") << "@example" << 3;
        QTest::newRow("umlaut, other case") << QString::fromUtf8("ÄRZT") << 1;
        QTest::newRow("percent") << "%" << 1;
        QTest::newRow("underscore") << "_" << 0;
        QTest::newRow("backslash") << "\\" << 0;
        QTest::newRow("regular expression") << ".*(" << 0;
        QTest::newRow("injection") << "' OR 1=1--" << 0;
        QTest::newRow("quote") << "O'" << 1;
    }
    void asvs_1_2_4_list_search_isLiteral()
    {
        QFETCH(QString, text);
        QFETCH(int, found);
        IdentityFixture f;
        f.addUser("ada@example.test", {"viewer"}, "Ada Lovelace");
        f.addUser("obrien@example.test", {"editor"}, "O'Brien 100%");
        f.addUser("x@example.test", {"viewer"}, "Ärztin X");
        UserQuery query;
        query.text = text.toStdString();
        const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        QCOMPARE(static_cast<int>(page.users.size()), found);
        QCOMPARE(page.total, static_cast<std::int64_t>(found));
    }

    /// Few matches are collected, many are met on the way: both must list the same, by cursor and by offset.
    void list_filtered_pagesAgree_data() { list_pagesBySortAndCursor_data(); }
    void list_filtered_pagesAgree()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        static IdentityFixture f;
        static bool filled = false;
        for (int i = 0; !filled && i < 60; ++i) {
            NewUser user = newUser((i % 12 == 0 ? "rare" : "often") + std::to_string(i * 7 % 60) + "@example.test");
            user.name = i % 3 == 0 ? "Same Name" : "Name " + std::to_string(100 - i);
            user.department = i % 2 == 0 ? "Pharmacy" : "";
            user.roles = {i % 12 == 0 ? "editor" : "viewer"};
            const auto made = IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user)));
            if (i % 4 == 0)
                static_cast<void>(f.identity->users().apply(IdentityFixture::system(), made.user.id, UserAction::Disable));
            f.clock.advance(1s);
        }
        filled = true;
        const auto list = [&](const UserQuery& query) {
            return IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        };
        UserQuery query;
        query.sort = static_cast<UserQuery::Sort>(sort);
        query.descending = descending;
        query.limit = 200;
        const UserPage all = list(query);
        for (const char* text : {"", "rare", "often", "nobody"}) {
            for (const bool byRole : {false, true}) {
                query.text = text;
                query.role = byRole ? std::optional<std::string>("editor") : std::nullopt;
                std::vector<UserId> expected;
                for (const User& user : all.users) {
                    const bool rare = user.email.starts_with("rare");
                    if ((query.text.empty() || user.email.starts_with(text)) && (!byRole || rare))
                        expected.push_back(user.id);
                }
                for (const std::uint32_t limit : {1U, 2U, 7U, 200U}) {
                    query.limit = limit;
                    std::vector<UserId> byOffset, byCursor;
                    for (query.offset = 0; query.offset < 60; query.offset += limit) {
                        const UserPage page = list(query);
                        QCOMPARE(page.total, static_cast<std::int64_t>(expected.size()));
                        for (const User& user : page.users)
                            byOffset.push_back(user.id);
                    }
                    query.offset = 0;
                    do {
                        const UserPage page = list(query);
                        for (const User& user : page.users)
                            byCursor.push_back(user.id);
                        query.cursor = page.nextCursor;
                    } while (!query.cursor.empty());
                    QVERIFY(byOffset == expected);
                    QVERIFY(byCursor == expected);
                }
            }
        }
    }

    void list_byOffset_afterAChange_doesNotGoOnFromAnOldPlace()
    {
        IdentityFixture f;
        for (int i = 1; i <= 6; ++i)
            f.addUser("user" + std::to_string(i) + "@example.test");
        UserQuery query;
        query.sort = UserQuery::Sort::Email;
        query.limit = 2;
        const UserPage first = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), first.users[0].id, UserAction::Delete), 0);
        query.offset = 2;
        const UserPage second = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        QCOMPARE(second.total, std::int64_t{5});
        QCOMPARE(second.users[0].email, std::string("user4@example.test"));
    }

    void list_filters_combine()
    {
        IdentityFixture f;
        f.addUser("ada@example.test", {"admin"});
        f.addUser("bob@example.test", {"editor"});
        const User off = f.addUser("off@example.test", {"editor"});
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), off.id, UserAction::Disable), 0);
        for (int i = 0; i < 5; ++i)
            static_cast<void>(f.login("bob@example.test", "wrong"));
        const auto total = [&](const UserQuery& query) {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            return page.total == static_cast<std::int64_t>(page.users.size()) ? page.total : -1;
        };
        UserQuery query;
        query.role = "editor";
        QCOMPARE(total(query), 2);
        query.status = UserStatus::Active;
        QCOMPARE(total(query), 1);
        query = {};
        query.lockedOnly = true;
        QCOMPARE(total(query), 1);
        query = {};
        query.mfa = UserQuery::Mfa::On;
        QCOMPARE(total(query), 0);
        query.mfa = UserQuery::Mfa::Off;
        QCOMPARE(total(query), 3);
    }

    void statistics_followEveryChange()
    {
        IdentityFixture f;
        const auto figures = [&] { return IdentityFixture::require(f.identity->users().statistics(IdentityFixture::system())); };
        QCOMPARE(figures().total, std::int64_t{0});
        const User user = f.addUser("ada@example.test");
        IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), newUser("new@example.test")));
        QCOMPARE(figures().total, std::int64_t{2});
        QCOMPARE(figures().invited, std::int64_t{1});
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Disable), 0);
        QCOMPARE(figures().disabled, std::int64_t{1});
        QCOMPARE(figures().active, std::int64_t{0});
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Delete), 0);
        QCOMPARE(figures().total, std::int64_t{1});
    }
};

SALLYPORT_TEST(TstUserList)

} // namespace tst_user_list
#include "tst_user_list.moc"
