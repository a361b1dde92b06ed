#include "backend/access/role_limits.h"
#include "backend/base/limits.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/passwords/password_policy.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_field_limits {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

/// What the schemas of the API and the forms of the window allow is what the services take, and no more.
class TestFieldLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_1_3_3_field_longerThanItsLimit_isRefused_data()
    {
        QTest::addColumn<int>("extra");
        QTest::addColumn<QStringList>("rules");
        QTest::newRow("as long as it may be") << 0 << QStringList();
        QTest::newRow("one more") << 1
                                  << QStringList{QStringLiteral("department:maxLength"), QStringLiteral("name:maxLength"),
                                                 QStringLiteral("roles:maxItems")};
    }

    void asvs_1_3_3_field_longerThanItsLimit_isRefused()
    {
        QFETCH(int, extra);
        QFETCH(QStringList, rules);
        const auto more = static_cast<std::size_t>(extra);
        IdentityFixture f;
        NewUser user;
        user.name = std::string(nameLimit + more, 'n');
        user.email = "ada@x.example";
        user.department = std::string(departmentLimit + more, 'd');
        user.roles.assign(access::rolesOfOneLimit + more, "viewer");
        const auto created = f.identity->users().create(IdentityFixture::system(), std::move(user));
        QStringList found;
        if (!created) {
            for (const FieldError& error : created.error().fields)
                found << QString::fromStdString(error.field + ":" + error.rule);
        }
        found.sort();
        QCOMPARE(found, rules);
        QCOMPARE(created.has_value(), rules.isEmpty());
    }

    /// In characters, as the document counts, whatever room they take.
    void searchText_ofEveryList_countedInCharacters()
    {
        IdentityFixture f;
        const std::string longest = repeated("漢", limits::searchText), longer = longest + "x";
        const auto actor = IdentityFixture::system();
        for (const std::string& text : {longest, longer}) {
            const bool taken = text == longest;
            UserQuery users;
            users.text = text;
            QCOMPARE(f.identity->users().list(actor, users).has_value(), taken);
            ApiKeyQuery keys;
            keys.text = text;
            QCOMPARE(f.identity->apiKeys().list(actor, keys).has_value(), taken);
            ServiceAccountQuery accounts;
            accounts.text = text;
            QCOMPARE(f.identity->serviceAccounts().list(actor, accounts).has_value(), taken);
            SessionQuery sessions;
            sessions.text = text;
            QCOMPARE(f.identity->sessions().listAll(actor, sessions).has_value(), taken);
            QCOMPARE(f.identity->identityProviders().list(actor, text).has_value(), taken);
        }
    }

    void password_countedInCharacters()
    {
        IdentityFixture f;
        for (const std::size_t more : {std::size_t{0}, std::size_t{1}}) {
            std::string text = "violet harbour seven lanterns ";
            text += repeated("𠮷", passwordLimit + more - text.size());
            NewUser user;
            user.name = "Ada";
            user.email = "ada" + std::to_string(more) + "@x.example";
            user.roles = {"viewer"};
            user.password = SecretBytes::fromText(text);
            const auto created = f.identity->users().create(IdentityFixture::system(), std::move(user));
            QCOMPARE(created.has_value(), more == 0);
            const auto signedIn = f.login("ada" + std::to_string(more) + "@x.example", text);
            QCOMPARE(signedIn.has_value(), more == 0);
        }
    }

private:
    static std::string repeated(std::string_view text, std::size_t times)
    {
        std::string all;
        for (std::size_t i = 0; i < times; ++i)
            all += text;
        return all;
    }
};

SALLYPORT_GUILESS_TEST(TestFieldLimits)

} // namespace tst_field_limits
#include "tst_field_limits.moc"
