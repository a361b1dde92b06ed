#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/encoding.h"
#include "backend/identity/factors/totp.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <atomic>

namespace tst_mfa {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

namespace {

/// A user with a confirmed second factor, and what its authenticator knows.
struct Enrolled : IdentityFixture {
    User user;
    Bytes secret;
    std::vector<SecretBytes> recoveryCodes;

    explicit Enrolled(std::vector<std::string> roleNames = {"admin"})
    {
        user = addUser("ada@example.test", std::move(roleNames), "Ada Admin");
        const MfaEnrolment enrolment = require(identity->mfa().begin(system(), user.id));
        secret = *fromBase32(enrolment.secret.view());
        recoveryCodes = require(identity->mfa().confirm(system(), user.id, code()));
        clock.advance(60s);
    }

    std::string code(int offset = 0) const { return *hotp(secret, static_cast<std::uint64_t>(totpStep(clock.now()) + offset)); }

    MfaPending pending()
    {
        auto result = require(login("ada@example.test"));
        return std::move(std::get<MfaPending>(result));
    }

    Tokens fullTokens()
    {
        const MfaPending first = pending();
        return require(identity->signIn().completeMfa(first.mfaToken, code(), from()));
    }
};

} // namespace

class TstMfa : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void issuer_isTheVaultsName_withoutWhatBreaksALabel_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("issuer");
        QTest::newRow("plain") << QStringLiteral("Northgate") << QStringLiteral("Northgate");
        QTest::newRow("colon") << QStringLiteral("Northgate: staff") << QStringLiteral("Northgate staff");
        QTest::newRow("colon in the middle") << QStringLiteral("a:b") << QStringLiteral("a b");
        QTest::newRow("colons around") << QStringLiteral(": a :") << QStringLiteral("a");
        QTest::newRow("full width colon") << QStringLiteral("a：b") << QStringLiteral("a b");
        QTest::newRow("nothing else") << QStringLiteral(" : ") << QStringLiteral("Sallyport");
        QTest::newRow("blanks in a row") << QStringLiteral("a \u00a0 b") << QStringLiteral("a b");
        QTest::newRow("nothing to see") << QStringLiteral("a\u200bb") << QStringLiteral("ab");
        QTest::newRow("letters") << QStringLiteral("Müller & Söhne") << QStringLiteral("Müller & Söhne");
        QTest::newRow("long") << QString(100, QChar(0xe4)) << QString(32, QChar(0xe4));
    }
    void issuer_isTheVaultsName_withoutWhatBreaksALabel()
    {
        QFETCH(QString, name);
        QFETCH(QString, issuer);
        QCOMPARE(QString::fromStdString(otpauthIssuer(name.toStdString())), issuer);
    }

    void twoVaults_haveTwoEntriesInTheApp()
    {
        IdentityFixture f;
        IdentityFixture::require(f.settings->change(IdentityFixture::system(), {{"vault.name", "Northgate: Süd"}}), 0);
        const User user = f.addUser("jonas@northgate.example");
        const MfaEnrolment enrolment = IdentityFixture::require(f.identity->mfa().begin(IdentityFixture::system(), user.id));
        QCOMPARE(enrolment.issuer, std::string("Northgate Süd"));
        QCOMPARE(enrolment.account, std::string("jonas@northgate.example"));
        const std::string url(enrolment.otpauthUrl.view());
        QVERIFY2(url.starts_with("otpauth://totp/Northgate%20S%C3%BCd:jonas%40northgate.example?secret="), url.c_str());
        QVERIFY2(url.find("&issuer=Northgate%20S%C3%BCd&") != std::string::npos, url.c_str());
    }

    void longestNameAndAddress_fitIntoTheCode()
    {
        IdentityFixture f;
        std::string name;
        for (int i = 0; i < 100; ++i)
            name += "\xf0\x9f\x94\x92";
        IdentityFixture::require(f.settings->change(IdentityFixture::system(), {{"vault.name", name}}), 0);
        const User user = f.addUser(std::string(64, 'a') + "@" + std::string(60, 'b') + "." + std::string(60, 'c') + "." +
                                    std::string(60, 'd') + ".eu");
        QVERIFY(f.identity->mfa().begin(IdentityFixture::system(), user.id).has_value());
    }

    void begin_showsSecretUrlAndQr()
    {
        IdentityFixture f;
        const User user = f.addUser("jonas.weber@northgate.example");
        const MfaEnrolment enrolment = IdentityFixture::require(f.identity->mfa().begin(IdentityFixture::system(), user.id));
        QCOMPARE(enrolment.secret.size(), std::size_t{32});
        QCOMPARE(enrolment.manualKey.size(), std::size_t{39});
        const std::string expected =
            "otpauth://totp/Sallyport:jonas.weber%40northgate.example?secret=" + std::string(enrolment.secret.view()) +
            "&issuer=Sallyport&algorithm=SHA1&digits=6&period=30";
        QCOMPARE(std::string(enrolment.otpauthUrl.view()), expected);
        QVERIFY(enrolment.qr.size >= 21);
        QCOMPARE(enrolment.expiresAt, f.clock.now() + 10min);
        // Not confirmed: the password alone still signs in.
        QVERIFY(std::holds_alternative<Tokens>(*f.login("jonas.weber@northgate.example")));
    }

    void secret_inTheDatabase_isSealedToItsPlace()
    {
        Enrolled f;
        const Bytes stored = IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<Bytes> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT mfa_secret FROM users WHERE id = $1"));
            row.bind(1, f.user.id);
            SALLYPORT_TRY(row.step());
            return row.blob();
        }));
        QVERIFY(std::ranges::search(stored, f.secret).empty());
        // Moved to another user it doesn't open.
        const User eve = f.addUser("eve@example.test");
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE users SET mfa_secret = $1, mfa_state = 2, "
                                                              "mfa_version = 1 WHERE id = $2"));
            update.bind(1, std::span<const std::byte>(stored)).bind(2, eve.id);
            return update.run();
        }),
                                 0);
        auto pending = IdentityFixture::require(f.login("eve@example.test"));
        const auto result = f.identity->signIn().completeMfa(std::get<MfaPending>(pending).mfaToken, f.code(), f.from());
        QVERIFY(!result);
    }

    void asvs_6_2_1_shortPassword_onlyBesideASecondFactor()
    {
        Enrolled f;
        const char* shortOne = "kv9#Tq2!mZ7x"; // 12 characters
        const Tokens tokens = f.fullTokens();
        const access::Actor ada = f.actor(tokens);
        auto& signIn = f.identity->signIn();
        IdentityFixture::require(signIn.changePassword(ada, SecretBytes::fromText(goodPassword), SecretBytes::fromText(shortOne)),
                                 0);
        QVERIFY(std::holds_alternative<MfaPending>(*f.login("ada@example.test", shortOne)));
        f.clock.advance(60s);
        const auto own = f.identity->mfa().disable(ada, f.code());
        QCOMPARE(own.error().word, std::string("password_too_short"));
        // Taken away by an administrator: the password alone opens nothing, until another is chosen by link.
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), f.user.id, UserAction::ResetMfa), 0);
        QCOMPARE(f.login("ada@example.test", shortOne).error().word, std::string("password_too_short"));
        QCOMPARE(wordOf(f.login("ada@example.test", "not the password")), std::string("unauthenticated"));
        OneTimeLink link = IdentityFixture::require(f.identity->users().resetPassword(IdentityFixture::system(), f.user.id));
        QCOMPARE(wordOf(signIn.setPasswordByLink(link.token, SecretBytes::fromText(shortOne), f.from())),
                 std::string("password_too_weak"));
        IdentityFixture::require(signIn.setPasswordByLink(link.token, SecretBytes::fromText(goodPassword), f.from()), 0);
        QVERIFY(std::holds_alternative<Tokens>(*f.login("ada@example.test")));
    }

    void asvs_6_2_1_twelveCharacters_withoutSecondFactor_refused()
    {
        IdentityFixture f;
        f.addUser("eve@example.test");
        const access::Actor eve = f.actor(f.tokens("eve@example.test"));
        QCOMPARE(wordOf(f.identity->signIn().changePassword(eve, SecretBytes::fromText(goodPassword),
                                                            SecretBytes::fromText("kv9#Tq2!mZ7x"))),
                 std::string("password_too_weak"));
    }

    void confirm_wrongFiveTimes_enrolmentEnds()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        static_cast<void>(IdentityFixture::require(f.identity->mfa().begin(IdentityFixture::system(), user.id)));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wordOf(f.identity->mfa().confirm(IdentityFixture::system(), user.id, "000000")), std::string("mfa_invalid"));
        QCOMPARE(wordOf(f.identity->mfa().confirm(IdentityFixture::system(), user.id, "000000")), std::string("conflict"));
    }

    void confirm_afterTenMinutesOrAbandoned_over()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        auto& mfa = f.identity->mfa();
        const auto enrol = [&] {
            return *fromBase32(IdentityFixture::require(mfa.begin(IdentityFixture::system(), user.id)).secret.view());
        };
        const auto codeOf = [&](const Bytes& secret) {
            return *hotp(secret, static_cast<std::uint64_t>(totpStep(f.clock.now())));
        };
        Bytes secret = enrol();
        f.clock.advance(10min);
        QCOMPARE(wordOf(mfa.confirm(IdentityFixture::system(), user.id, codeOf(secret))), std::string("conflict"));
        secret = enrol();
        IdentityFixture::require(mfa.abandon(IdentityFixture::system(), user.id), 0);
        QCOMPARE(wordOf(mfa.confirm(IdentityFixture::system(), user.id, codeOf(secret))), std::string("conflict"));
    }

    void asvs_7_4_3_confirm_endsOtherSessions_keepsOwn()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const Tokens mine = f.tokens("ada@example.test");
        const Tokens other = f.tokens("ada@example.test");
        const access::Actor actor = f.actor(mine);
        const MfaEnrolment enrolment = IdentityFixture::require(f.identity->mfa().begin(actor, user.id));
        const std::string code = *hotp(*fromBase32(enrolment.secret.view()), static_cast<std::uint64_t>(totpStep(f.clock.now())));
        QCOMPARE(IdentityFixture::require(f.identity->mfa().confirm(actor, user.id, code)).size(), std::size_t{10});
        QVERIFY(f.authenticate(mine));
        QVERIFY((*f.authenticate(mine))->mfaEnabled);
        QVERIFY(f.actor(mine).mfaAt.has_value());
        QVERIFY(!f.authenticate(other));
        QCOMPARE(f.count(kind::mfaEnabled), 1);
    }

    void login_withSecondFactor_pendingThenTokens()
    {
        Enrolled f;
        const MfaPending pending = f.pending();
        QCOMPARE(pending.expiresIn, 300s);
        QCOMPARE(pending.userName, std::string("Ada Admin"));
        QCOMPARE(f.count(kind::signInMfaPending), 1);
        // ASVS 2.3.1: the pending token is no access token and no refresh token.
        QCOMPARE(wordOf(f.identity->signIn().authenticate(pending.mfaToken.view())), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(pending.mfaToken, f.from())), std::string("token_invalid"));
        const Tokens tokens = IdentityFixture::require(f.identity->signIn().completeMfa(pending.mfaToken, f.code(), f.from()));
        QVERIFY(f.actor(tokens).mfaAt.has_value());
        const auto again = f.identity->signIn().completeMfa(pending.mfaToken, f.code(1), f.from());
        QCOMPARE(wordOf(again), std::string("unauthenticated"));
    }

    void asvs_6_5_1_totpReplay_refused()
    {
        Enrolled f;
        const std::string code = f.code();
        const MfaPending first = f.pending();
        const MfaPending second = f.pending();
        QVERIFY(f.identity->signIn().completeMfa(first.mfaToken, code, f.from()));
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(second.mfaToken, code, f.from())), std::string("mfa_invalid"));
        // ASVS 6.5.8: a clock that goes back doesn't open the step again.
        f.clock.advance(-30s);
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(second.mfaToken, f.code(), f.from())), std::string("mfa_invalid"));
        f.clock.advance(90s);
        QVERIFY(f.identity->signIn().completeMfa(second.mfaToken, f.code(), f.from()));
    }

    void asvs_6_5_1_totpInParallel_exactlyOneSuccess()
    {
        Enrolled f;
        std::vector<MfaPending> pendings;
        for (int i = 0; i < 8; ++i)
            pendings.push_back(f.pending());
        const std::string code = f.code();
        std::atomic<int> successes = 0;
        inParallel(8, [&](int i) {
            const std::string address = "203.0.113." + std::to_string(i);
            if (f.identity->signIn().completeMfa(pendings[static_cast<std::size_t>(i)].mfaToken, code, f.from(address.c_str())))
                ++successes;
        });
        QCOMPARE(successes.load(), 1);
    }

    void completeMfa_samePendingInParallel_exactlyOneSuccess()
    {
        Enrolled f;
        const MfaPending pending = f.pending();
        std::atomic<int> successes = 0;
        inParallel(5, [&](int i) {
            if (f.identity->signIn().completeMfa(pending.mfaToken, i % 2 == 0 ? f.code() : f.code(1), f.from()))
                ++successes;
        });
        QCOMPARE(successes.load(), 1);
    }

    void completeMfa_fiveWrong_pendingOver()
    {
        Enrolled f;
        const MfaPending pending = f.pending();
        for (int i = 0; i < 5; ++i) {
            const std::string address = "203.0.113." + std::to_string(i);
            QCOMPARE(wordOf(f.identity->signIn().completeMfa(pending.mfaToken, "000000", f.from(address.c_str()))),
                     std::string("mfa_invalid"));
        }
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(pending.mfaToken, f.code(), f.from("198.51.100.1"))),
                 std::string("unauthenticated"));
        QCOMPARE(f.count(kind::mfaFailed), 6);
    }

    void completeMfa_tooLate_over()
    {
        Enrolled f;
        const MfaPending pending = f.pending();
        f.clock.advance(300s);
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(pending.mfaToken, f.code(), f.from())), std::string("unauthenticated"));
    }

    void secondStep_openedBeforeTheAccountChanged_isOver_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("own password changed") << 0;
        QTest::newRow("password set by link") << 1;
        QTest::newRow("sessions ended by an administrator") << 2;
        QTest::newRow("signed out everywhere") << 3;
        QTest::newRow("disabled and enabled again") << 4;
        QTest::newRow("second factor taken away and set up anew") << 5;
    }

    /// Who had the old password and waits at the second step doesn't come in with it after the change.
    void secondStep_openedBeforeTheAccountChanged_isOver()
    {
        QFETCH(int, change);
        Enrolled f;
        f.addUser("root@example.test", {"owner"});
        const Tokens tokens = f.fullTokens();
        f.clock.advance(30s);
        const MfaPending open = f.pending();
        const auto next = [] { return SecretBytes::fromText("nine slow herons cross at dusk"); };
        auto& users = f.identity->users();
        switch (change) {
        case 0:
            f.require(f.identity->signIn().changePassword(f.actor(tokens), SecretBytes::fromText(goodPassword), next()), 0);
            break;
        case 1: {
            const OneTimeLink link = f.require(users.resetPassword(Enrolled::system(), f.user.id));
            f.require(f.identity->signIn().setPasswordByLink(link.token, next(), Enrolled::from()), 0);
            break;
        }
        case 2: f.require(users.apply(Enrolled::system(), f.user.id, UserAction::RevokeSessions), 0); break;
        case 3: f.require(f.identity->signIn().logoutAll(f.actor(tokens)), 0); break;
        case 4:
            f.require(users.apply(Enrolled::system(), f.user.id, UserAction::Disable), 0);
            f.require(users.apply(Enrolled::system(), f.user.id, UserAction::Enable), 0);
            break;
        default:
            f.require(users.apply(Enrolled::system(), f.user.id, UserAction::ResetMfa), 0);
            f.secret = *fromBase32(f.require(f.identity->mfa().begin(Enrolled::system(), f.user.id)).secret.view());
            f.require(f.identity->mfa().confirm(Enrolled::system(), f.user.id, f.code()));
            f.clock.advance(30s);
        }
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(open.mfaToken, f.code(), Enrolled::from())),
                 std::string("unauthenticated"));
        QCOMPARE(f.last(kind::mfaFailed).reason, std::string("sign_in_over"));
        // A step that is opened now goes on with the same code.
        const char* password = change < 2 ? "nine slow herons cross at dusk" : goodPassword;
        const SignInResult fresh = f.require(f.login("ada@example.test", password));
        QVERIFY(f.identity->signIn().completeMfa(std::get<MfaPending>(fresh).mfaToken, f.code(), Enrolled::from()));
    }

    void completeMfa_wrongCodesOverManySignIns_heldBack()
    {
        Enrolled f;
        std::string last;
        for (int i = 0; i < 6; ++i) {
            const MfaPending pending = f.pending();
            last = wordOf(f.identity->signIn().completeMfa(pending.mfaToken, "000000", f.from()));
        }
        QCOMPARE(last, std::string("account_locked"));
    }

    void asvs_6_5_1_recoveryCode_usableOnce()
    {
        Enrolled f;
        const std::string code(f.recoveryCodes.front().view());
        std::vector<MfaPending> pendings;
        for (int i = 0; i < 5; ++i)
            pendings.push_back(f.pending());
        std::atomic<int> successes = 0;
        inParallel(5, [&](int i) {
            const std::string address = "203.0.113." + std::to_string(i);
            if (f.identity->signIn().completeMfa(pendings[static_cast<std::size_t>(i)].mfaToken, code, f.from(address.c_str())))
                ++successes;
        });
        QCOMPARE(successes.load(), 1);
        const User user = IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), f.user.id));
        QCOMPARE(user.recoveryCodesLeft, 9);
        QCOMPARE(f.count(kind::recoveryCodeUsed), 1);
    }

    void renewRecoveryCodes_oldOnesStopWorking()
    {
        Enrolled f;
        const access::Actor actor = f.actor(f.fullTokens());
        f.clock.advance(30s);
        const auto fresh = IdentityFixture::require(f.identity->mfa().renewRecoveryCodes(actor, f.code()));
        QCOMPARE(fresh.size(), std::size_t{10});
        const MfaPending pending = f.pending();
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(pending.mfaToken, f.recoveryCodes[1].view(), f.from())),
                 std::string("mfa_invalid"));
        QVERIFY(f.identity->signIn().completeMfa(pending.mfaToken, fresh[1].view(), f.from()));
    }

    void disable_needsCode_endsOtherSessions()
    {
        Enrolled f;
        const Tokens mine = f.fullTokens();
        f.clock.advance(30s);
        const Tokens other = f.fullTokens();
        f.clock.advance(30s);
        const access::Actor actor = f.actor(mine);
        QCOMPARE(wordOf(f.identity->mfa().disable(actor, "000000")), std::string("mfa_invalid"));
        IdentityFixture::require(f.identity->mfa().disable(actor, f.code()), 0);
        QVERIFY(f.authenticate(mine));
        QVERIFY(!f.authenticate(other));
        QVERIFY(std::holds_alternative<Tokens>(*f.login("ada@example.test")));
        QCOMPARE(wordOf(f.identity->mfa().disable(actor, f.code())), std::string("mfa_enrolment_required"));
    }

    void asvs_7_5_3_stepUp_marksTheSession()
    {
        Enrolled f;
        const Tokens tokens = f.fullTokens();
        const auto before = f.actor(tokens).mfaAt;
        f.clock.advance(5min);
        QCOMPARE(wordOf(f.identity->mfa().stepUp(f.actor(tokens), "123")), std::string("mfa_invalid"));
        QCOMPARE(IdentityFixture::require(f.identity->mfa().stepUp(f.actor(tokens), f.code())), f.clock.now());
        QVERIFY(f.actor(tokens).mfaAt > before);
        // And it stays after a restart.
        f.open();
        QVERIFY(f.actor(tokens).mfaAt > before);
    }

    void stepUp_withoutSecondFactor_mustEnrol()
    {
        IdentityFixture f;
        f.addUser("bob@example.test");
        QCOMPARE(wordOf(f.identity->mfa().stepUp(f.actor(f.tokens("bob@example.test")), "123456")),
                 std::string("mfa_enrolment_required"));
    }

    void asvs_6_4_4_resetByAdministrator_endsSessionsAndCodes()
    {
        Enrolled f;
        const Tokens tokens = f.fullTokens();
        const MfaPending pending = f.pending();
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), f.user.id, UserAction::ResetMfa), 0);
        QVERIFY(!f.authenticate(tokens));
        QCOMPARE(wordOf(f.identity->signIn().completeMfa(pending.mfaToken, f.code(1), f.from())), std::string("unauthenticated"));
        QCOMPARE(f.count(kind::mfaReset), 1);
        QVERIFY(std::holds_alternative<Tokens>(*f.login("ada@example.test")));
    }

    void asvs_6_4_3_passwordReset_keepsTheSecondFactor()
    {
        Enrolled f;
        const OneTimeLink link =
            IdentityFixture::require(f.identity->users().resetPassword(IdentityFixture::system(), f.user.id));
        const char* next = "nine slow herons cross at dusk";
        IdentityFixture::require(f.identity->signIn().setPasswordByLink(link.token, SecretBytes::fromText(next), f.from()), 0);
        QVERIFY(std::holds_alternative<MfaPending>(*f.login("ada@example.test", next)));
    }

    void begin_forAnother_needsPermission()
    {
        IdentityFixture f;
        f.addUser("eve@example.test");
        const User ada = f.addUser("ada@example.test");
        QCOMPARE(wordOf(f.identity->mfa().begin(f.actor(f.tokens("eve@example.test")), ada.id)),
                 std::string("permission_denied"));
    }

    void begin_alreadyOn_conflict()
    {
        Enrolled f;
        QCOMPARE(wordOf(f.identity->mfa().begin(IdentityFixture::system(), f.user.id)), std::string("conflict"));
    }

    void operatorSignIn_withSecondFactor_asksForIt()
    {
        Enrolled f;
        auto& signIn = f.identity->signIn();
        const SecretBytes password = SecretBytes::fromText(goodPassword);
        QCOMPARE(wordOf(signIn.operatorSignIn("ada@example.test", password, "")), std::string("mfa_required"));
        QCOMPARE(wordOf(signIn.operatorSignIn("ada@example.test", password, "000000")), std::string("mfa_invalid"));
        const access::Actor actor = IdentityFixture::require(signIn.operatorSignIn("ada@example.test", password, f.code()));
        QVERIFY(actor.mfaAt.has_value());
    }

    void asvs_10_1_1_events_neverHoldASecret()
    {
        Enrolled f;
        static_cast<void>(f.fullTokens());
        const std::string secret = toBase32(f.secret);
        for (const audit::Event& event : f.recorded) {
            QVERIFY(event.detailsJson.find(secret) == std::string::npos);
            QVERIFY(event.detailsJson.find(std::string(f.recoveryCodes[0].view())) == std::string::npos);
        }
    }
};

SALLYPORT_TEST(TstMfa)

} // namespace tst_mfa
#include "tst_mfa.moc"
