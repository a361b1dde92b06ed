#include "backend/access/role_limits.h"
#include "backend/identity/core/limits.h"
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
    void field_longerThanItsLimit_isRefused_data()
    {
        QTest::addColumn<int>("extra");
        QTest::addColumn<QStringList>("rules");
        QTest::newRow("as long as it may be") << 0 << QStringList();
        QTest::newRow("one more") << 1
                                  << QStringList{QStringLiteral("department:maxLength"), QStringLiteral("name:maxLength"),
                                                 QStringLiteral("roles:maxItems")};
    }

    void field_longerThanItsLimit_isRefused()
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
};

SALLYPORT_GUILESS_TEST(TestFieldLimits)

} // namespace tst_field_limits
#include "tst_field_limits.moc"
