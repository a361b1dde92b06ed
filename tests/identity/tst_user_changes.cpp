#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <functional>

namespace tst_user_changes {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace {

using Change = std::function<Result<void>(storage::Transaction&, const UserId&)>;

User changed(IdentityFixture& f, const UserId& id, const Change& change)
{
    return IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<User> {
        SALLYPORT_TRY(change(transaction, id));
        return rows::user(transaction, id, f.clock.now());
    }));
}

Credentials credentials(IdentityFixture& f, const UserId& id)
{
    return *IdentityFixture::require(
        f.store->read([&](storage::Transaction& transaction) { return rows::credentialsById(transaction, id); }));
}

} // namespace

/// What each change of a users' row does to the row, and whether it counts as another version of the user.
class TestUserChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changes_ofWhatIsRead_areANewVersion()
    {
        IdentityFixture f;
        const UserId id = f.addUser("ada@x.example").id;
        User before = IdentityFixture::require(
            f.store->read([&](storage::Transaction& transaction) { return rows::user(transaction, id, f.clock.now()); }));
        const auto expectNewVersion = [&](const Change& change) {
            f.clock.advance(std::chrono::seconds(1));
            const User after = changed(f, id, change);
            QCOMPARE(after.version, before.version + 1);
            QVERIFY(after.updatedAt == f.clock.now());
            before = after;
        };
        expectNewVersion([&](storage::Transaction& transaction, const UserId&) {
            User next = before;
            next.name = "Ada Z";
            next.email = "Z@x.example";
            next.age = 30;
            next.department = "Ward";
            return rows::setFields(transaction, next, f.clock.now());
        });
        QCOMPARE(before.name, std::string("Ada Z"));
        QCOMPARE(before.email, std::string("Z@x.example"));
        QCOMPARE(before.age.value_or(0), 30);
        QCOMPARE(before.department, std::string("Ward"));
        // The keys that are searched and compared follow.
        QVERIFY(IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) {
                    return rows::credentialsByEmail(transaction, "z@x.example");
                })).has_value());
        expectNewVersion([&](storage::Transaction& transaction, const UserId& user) {
            return rows::setStatus(transaction, user, UserStatus::Invited, f.clock.now());
        });
        QVERIFY(before.status == UserStatus::Invited);
        expectNewVersion([&](storage::Transaction& transaction, const UserId& user) {
            return rows::setPassword(transaction, user, "$hash", true, f.clock.now());
        });
        QVERIFY(before.status == UserStatus::Active);
        QVERIFY(before.passwordChangedAt == f.clock.now());
        QCOMPARE(credentials(f, id).passwordHash, std::string("$hash"));
        QVERIFY(credentials(f, id).passwordShort);
        expectNewVersion(
            [&](storage::Transaction& transaction, const UserId& user) { return rows::touch(transaction, user, f.clock.now()); });
    }

    void changes_ofCountsAndSteps_areNone()
    {
        IdentityFixture f;
        const UserId id = f.addUser("ada@x.example").id;
        const User before = IdentityFixture::require(
            f.store->read([&](storage::Transaction& transaction) { return rows::user(transaction, id, f.clock.now()); }));
        f.clock.advance(std::chrono::hours(2));
        const UtcTime now = f.clock.now();
        const Bytes secret(16, std::byte{7});
        const auto expectSameVersion = [&](const Change& change) {
            const User after = changed(f, id, change);
            QCOMPARE(after.version, before.version);
            QVERIFY(after.updatedAt == before.updatedAt);
            return;
        };
        using Tx = storage::Transaction;
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::setRehashed(tx, user, "$again"); });
        QCOMPARE(credentials(f, id).passwordHash, std::string("$again"));
        expectSameVersion([&](Tx& tx, const UserId& user) { return rows::noteSignedIn(tx, user, now, "203.0.113.9"); });
        expectSameVersion([&](Tx& tx, const UserId& user) { return rows::noteActive(tx, user, now); });
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::countFailedSignIn(tx, user); });
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::forgetFailedSignIns(tx, user); });

        expectSameVersion([&](Tx& tx, const UserId& user) { return rows::beginApp(tx, user, secret, now); });
        QVERIFY(credentials(f, id).mfaState == MfaState::Enrolling);
        QVERIFY(credentials(f, id).mfaSecret == secret);
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::countAppTry(tx, user); });
        QCOMPARE(credentials(f, id).mfaTries, std::int64_t{1});
        // A passkey beside an app that waits; the app gives up, the passkey goes.
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::addPasskeyFactor(tx, user); });
        QVERIFY(credentials(f, id).mfaState == MfaState::PasskeyEnrolling);
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::forgetApp(tx, user); });
        QVERIFY(credentials(f, id).mfaState == MfaState::PasskeyOnly);
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::setRecoveryCodesLeft(tx, user, 10); });
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::countRecoveryCodeUsed(tx, user); });
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::forgetRecoveryCodesWithoutFactor(tx, user); });
        QCOMPARE(changed(f, id, [](Tx&, const UserId&) { return Result<void>(); }).recoveryCodesLeft, 9); // there is a factor
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::removePasskeyFactor(tx, user); });
        QVERIFY(credentials(f, id).mfaState == MfaState::None);
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::forgetRecoveryCodesWithoutFactor(tx, user); });
        QCOMPARE(changed(f, id, [](Tx&, const UserId&) { return Result<void>(); }).recoveryCodesLeft, 0);

        // An app that waited too long, and one that didn't.
        expectSameVersion([&](Tx& tx, const UserId& user) { return rows::beginApp(tx, user, secret, now); });
        expectSameVersion([&](Tx& tx, const UserId&) { return rows::forgetAppsBegunBefore(tx, now - std::chrono::seconds(1)); });
        QVERIFY(credentials(f, id).mfaState == MfaState::Enrolling);
        expectSameVersion([&](Tx& tx, const UserId&) { return rows::forgetAppsBegunBefore(tx, now); });
        QVERIFY(credentials(f, id).mfaState == MfaState::None);

        expectSameVersion([&](Tx& tx, const UserId& user) { return rows::beginApp(tx, user, secret, now); });
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::enableApp(tx, user); });
        QVERIFY(credentials(f, id).mfaState == MfaState::On);
        const std::int64_t version = credentials(f, id).mfaVersion;
        const auto use = [&](std::int64_t step, std::int64_t secretVersion) {
            return IdentityFixture::require(
                f.store->write([&](Tx& tx) { return rows::useAppStep(tx, id, step, secretVersion); }));
        };
        QVERIFY(use(5, version));
        QVERIFY(!use(5, version));
        QVERIFY(!use(4, version));
        QVERIFY(!use(6, version - 1));
        QVERIFY(use(6, version));
        expectSameVersion([](Tx& tx, const UserId& user) { return rows::removeFactors(tx, user); });
        QVERIFY(credentials(f, id).mfaState == MfaState::None);
        QVERIFY(credentials(f, id).mfaSecret.empty());
    }
};

SALLYPORT_GUILESS_TEST(TestUserChanges)

} // namespace tst_user_changes
#include "tst_user_changes.moc"
