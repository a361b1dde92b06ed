#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_operator_session {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

/// Who signs in to the console.
class TstOperatorSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void operatorSignIn_needsSettingsRead()
    {
        IdentityFixture f;
        f.addUser("viewer@example.test");
        const User admin = f.addUser("admin@example.test", {"admin"}, "Ada Admin");
        auto& signIn = f.identity->signIn();
        const SecretBytes password = SecretBytes::fromText(goodPassword);
        QCOMPARE(wordOf(signIn.operatorSignIn("viewer@example.test", password, "")), std::string("permission_denied"));
        QCOMPARE(wordOf(signIn.operatorSignIn("admin@example.test", SecretBytes::fromText("no"), "")),
                 std::string("unauthenticated"));
        const access::Actor actor = IdentityFixture::require(signIn.operatorSignIn("admin@example.test", password, ""));
        QVERIFY(actor.kind == access::Actor::Kind::Operator);
        QCOMPARE(actor.id, admin.id);
        QVERIFY(f.identity->users().list(actor, {}));
        QCOMPARE(IdentityFixture::require(f.identity->sessions().list(actor, admin.id)).size(), std::size_t{1});
        QVERIFY(signIn.operatorSession(actor));
        IdentityFixture::require(signIn.operatorSignOut(actor), 0);
        QCOMPARE(wordOf(signIn.operatorSession(actor)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->users().list(actor, {})), std::string("token_invalid"));
        QCOMPARE(f.count(kind::operatorSignedOut), 1);
    }

    void asvs_7_2_1_operatorSession_longestTimeOver_hasEnded()
    {
        IdentityFixture f;
        f.addUser("admin@example.test", {"admin"}, "Ada Admin");
        auto& signIn = f.identity->signIn();
        const access::Actor actor =
            IdentityFixture::require(signIn.operatorSignIn("admin@example.test", SecretBytes::fromText(goodPassword), ""));
        f.clock.advance(24h - 1s);
        QVERIFY(signIn.operatorSession(actor));
        f.clock.advance(1s);
        QCOMPARE(wordOf(signIn.operatorSession(actor)), std::string("token_invalid"));
    }
};

SALLYPORT_TEST(TstOperatorSession)

} // namespace tst_operator_session
#include "tst_operator_session.moc"
