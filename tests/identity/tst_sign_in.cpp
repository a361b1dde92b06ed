#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "backend/identity/sessions/session_rows.h"
#include "backend/identity/tokens/refresh_token.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <atomic>
#include <set>

namespace tst_sign_in {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

class TstSignIn : public QObject {
    Q_OBJECT

    static void useAlgorithm(IdentityFixture& f, const std::string& word)
    {
        IdentityFixture::require(f.settings->change(IdentityFixture::system(), {{"tokens.algorithm", word}}), 0);
    }
    /// Liveness does not depend on what signs: such tests have a row for each algorithm.
    static void bothAlgorithms()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::newRow("ES256") << "ES256";
        QTest::newRow("EdDSA") << "EdDSA";
    }
    static void useFetched(IdentityFixture& f)
    {
        QFETCH(QString, algorithm);
        useAlgorithm(f, algorithm.toStdString());
    }

private Q_SLOTS:
    void login_rightPassword_givesTokensAndIsRecorded()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test", {"admin"}, "Ada Admin");
        const Tokens tokens = f.tokens("ADA@example.TEST");
        QCOMPARE(tokens.user.id, user.id);
        QCOMPARE(tokens.expiresIn, 600s);
        const auto principal = f.authenticate(tokens);
        QVERIFY(principal);
        QCOMPARE((*principal)->actor.name, std::string("Ada Admin"));
        QVERIFY((*principal)->actor.permissions.has(access::Permission::UsersDelete));
        QVERIFY(!(*principal)->mfaEnabled);
        QCOMPARE(f.count(kind::signInSucceeded), 1);
        QCOMPARE(f.last(kind::signInSucceeded).address, std::string("203.0.113.7"));
        const User read = IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), user.id));
        QCOMPARE(read.lastSignInAddress, std::string("203.0.113.7"));
        QVERIFY(read.lastSignInAt.has_value());
    }

    void asvs_6_3_8_unknownWrongDisabledInvited_sameAnswer()
    {
        IdentityFixture f;
        f.addUser("known@example.test");
        const User disabled = f.addUser("disabled@example.test");
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), disabled.id, UserAction::Disable), 0);
        NewUser invited;
        invited.name = "Invited";
        invited.email = "invited@example.test";
        IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(invited)));

        const auto wrong = f.login("known@example.test", "some wrong password here");
        const auto unknown = f.login("nobody@example.test", goodPassword, "203.0.113.8");
        const auto off = f.login("disabled@example.test", goodPassword, "203.0.113.9");
        const auto notYet = f.login("invited@example.test", goodPassword, "203.0.113.10");
        for (const auto* result : {&wrong, &unknown, &off, &notYet}) {
            QCOMPARE(wordOf(*result), std::string("unauthenticated"));
            QCOMPARE(result->error().detail, wrong.error().detail);
        }
        QCOMPARE(f.count(kind::signInFailed), 4);
    }

    void login_veryLongInput_refused()
    {
        IdentityFixture f;
        QCOMPARE(wordOf(f.login(std::string(5000, 'a'), goodPassword)), std::string("unauthenticated"));
        QCOMPARE(wordOf(f.login("a@b.example", std::string(5000, 'a'))), std::string("unauthenticated"));
    }

    void asvs_6_3_1_oneAccountOneNetwork_heldBackThenReleased()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wordOf(f.login("ada@example.test", "wrong")), std::string("unauthenticated"));
        const auto held = f.login("ada@example.test");
        QCOMPARE(wordOf(held), std::string("account_locked"));
        QCOMPARE(*held.error().retryAfter, 30s);
        QVERIFY(IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), user.id)).lockedUntil);
        QCOMPARE(IdentityFixture::require(f.identity->users().statistics(IdentityFixture::system())).locked, 1);
        f.clock.advance(30s);
        QVERIFY(f.login("ada@example.test"));
        // Forgiven: five more tries.
        QCOMPARE(wordOf(f.login("ada@example.test", "wrong")), std::string("unauthenticated"));
        QVERIFY(f.login("ada@example.test"));
        QVERIFY(f.count(kind::signInThrottled) >= 1);
    }

    /// After the wait a person has a fair number of tries again: one wrong one doesn't lock them out anew.
    void throttle_afterTheWait_oneWrongOneIsForgiven()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wordOf(f.login("ada@example.test", "wrong")), std::string("unauthenticated"));
        f.clock.advance(30s);
        QCOMPARE(wordOf(f.login("ada@example.test", "wrong")), std::string("unauthenticated"));
        QCOMPARE(wordOf(f.login("ada@example.test", "wrong")), std::string("unauthenticated"));
        QVERIFY(f.login("ada@example.test"));
    }

    void throttle_eachThirdFailureDoublesTheWait_upToFifteenMinutes()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        std::vector<std::int64_t> waits;
        for (int i = 0; waits.size() < 8; ++i) {
            const auto result = f.login("ada@example.test", "wrong");
            QVERIFY(i < 100);
            if (wordOf(result) == "account_locked") {
                waits.push_back(result.error().retryAfter->count());
                f.clock.advance(*result.error().retryAfter);
            }
        }
        QVERIFY((waits == std::vector<std::int64_t>{30, 60, 120, 240, 480, 900, 900, 900}));
    }

    void throttle_unknownAccount_heldBackTheSame()
    {
        IdentityFixture f;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wordOf(f.login("nobody@example.test", "wrong")), std::string("unauthenticated"));
        QCOMPARE(wordOf(f.login("nobody@example.test", "wrong")), std::string("account_locked"));
    }

    void asvs_6_3_1_attackerFromManyNetworks_cannotLockTheVictimOut()
    {
        IdentityFixture f;
        f.addUser("victim@example.test");
        QVERIFY(f.login("victim@example.test", goodPassword, "198.51.100.5"));
        int refused = 0;
        for (int i = 0; i < 100; ++i) {
            const std::string address = "192.0.2." + std::to_string(i);
            refused += wordOf(f.login("victim@example.test", "wrong", address.c_str())) == "account_locked";
        }
        // The distributed attack is held back after 50 failures, from wherever it comes...
        QVERIFY(refused >= 45);
        QCOMPARE(wordOf(f.login("victim@example.test", goodPassword, "192.0.2.200")), std::string("account_locked"));
        // ...but the network where the victim works isn't.
        QVERIFY(f.login("victim@example.test", goodPassword, "198.51.100.5"));
    }

    void asvs_6_3_1_oneAddressManyAccounts_heldBack()
    {
        IdentityFixture f;
        int refused = 0;
        for (int i = 0; i < 60; ++i)
            refused += wordOf(f.login("user" + std::to_string(i) + "@example.test", "wrong")) == "account_locked";
        QCOMPARE(refused, 30);
        QCOMPARE(wordOf(f.login("someone@example.test", "x", "203.0.113.99")), std::string("unauthenticated"));
    }

    void throttle_survivesRestart()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        for (int i = 0; i < 5; ++i)
            QVERIFY(!f.login("ada@example.test", "wrong"));
        f.open();
        QCOMPARE(wordOf(f.login("ada@example.test")), std::string("account_locked"));
    }

    void unlock_releases()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        for (int i = 0; i < 5; ++i)
            QVERIFY(!f.login("ada@example.test", "wrong"));
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Unlock), 0);
        QVERIFY(f.login("ada@example.test"));
    }

    void authenticate_afterLifetime_tokenExpired_cachedOrNot_data() { bothAlgorithms(); }
    void authenticate_afterLifetime_tokenExpired_cachedOrNot()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("ada@example.test");
        const Tokens seen = f.tokens("ada@example.test");
        const Tokens unseen = f.tokens("ada@example.test");
        QVERIFY(f.authenticate(seen));
        f.clock.advance(629s);
        QVERIFY(f.authenticate(seen));
        f.clock.advance(1s);
        QCOMPARE(wordOf(f.authenticate(seen)), std::string("token_expired"));
        QCOMPARE(wordOf(f.authenticate(unseen)), std::string("token_expired"));
    }

    void asvs_7_4_1_logout_endsTheAccessTokenAtOnce_data() { bothAlgorithms(); }
    void asvs_7_4_1_logout_endsTheAccessTokenAtOnce()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        const Tokens other = f.tokens("ada@example.test");
        QVERIFY(f.authenticate(tokens));
        IdentityFixture::require(f.identity->signIn().logout(f.actor(tokens)), 0);
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(tokens.refreshToken, f.from())), std::string("token_invalid"));
        QVERIFY(f.authenticate(other));
        IdentityFixture::require(f.identity->signIn().logoutAll(f.actor(other)), 0);
        QVERIFY(!f.authenticate(other));
        QCOMPARE(f.count(kind::signedOut), 2);
    }

    void malleatedSignature_ofRevokedSession_refused()
    {
        // The twin (r, n-s) is another text, so a denylist of tokens would miss it; sessions end by their id.
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        const std::string text(tokens.accessToken.view());
        const std::size_t dot = text.rfind('.');
        Bytes signature = *fromBase64Url(std::string_view(text).substr(dot + 1));
        const Bytes order = *fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        int borrow = 0;
        for (std::size_t i = 32; i-- > 0;) {
            const int digit = std::to_integer<int>(order[i]) - std::to_integer<int>(signature[32 + i]) - borrow;
            borrow = digit < 0 ? 1 : 0;
            signature[32 + i] = static_cast<std::byte>(digit + 256 * borrow);
        }
        const std::string twin = text.substr(0, dot + 1) + toBase64Url(signature);
        QVERIFY(f.identity->signIn().authenticate(twin));
        IdentityFixture::require(f.identity->signIn().logout(f.actor(tokens)), 0);
        QCOMPARE(wordOf(f.identity->signIn().authenticate(twin)), std::string("token_invalid"));
    }

    void asvs_8_3_2_roleChange_actsOnTheNextRequest_data() { bothAlgorithms(); }
    void asvs_8_3_2_roleChange_actsOnTheNextRequest()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("root@example.test", {"admin"});
        const User user = f.addUser("ada@example.test", {"admin"});
        const Tokens tokens = f.tokens("ada@example.test");
        QVERIFY(f.actor(tokens).permissions.has(access::Permission::UsersDelete));
        const access::Actor stale = f.actor(tokens);
        IdentityFixture::require(f.identity->users().setRoles(IdentityFixture::system(), user.id, {"viewer"}));
        QVERIFY(!f.actor(tokens).permissions.has(access::Permission::UsersDelete));
        // An actor that was taken before the change doesn't keep what it had.
        QCOMPARE(wordOf(f.identity->users().apply(stale, user.id, UserAction::Delete)), std::string("permission_denied"));
    }

    void asvs_7_4_2_disable_endsSessionsAtOnce_data() { bothAlgorithms(); }
    void asvs_7_4_2_disable_endsSessionsAtOnce()
    {
        IdentityFixture f;
        useFetched(f);
        const User user = f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        QVERIFY(f.authenticate(tokens));
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Disable), 0);
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(tokens.refreshToken, f.from())), std::string("token_invalid"));
        QCOMPARE(wordOf(f.login("ada@example.test")), std::string("unauthenticated"));
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Enable), 0);
        QVERIFY(f.login("ada@example.test"));
    }

    void sessions_surviveRestart_andSigningKeyToo_data() { bothAlgorithms(); }
    void sessions_surviveRestart_andSigningKeyToo()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        const std::string jwks = f.identity->signIn().jwks()->text;
        f.open();
        QCOMPARE(f.identity->signIn().jwks()->text, jwks);
        QVERIFY(f.authenticate(tokens));
        QVERIFY(f.identity->signIn().refresh(tokens.refreshToken, f.from()));
    }

    // The signature of a token is checked once, whether its session still lives every time.
    void verifiedTokens_areRemembered_notBelieved_data() { bothAlgorithms(); }
    void verifiedTokens_areRemembered_notBelieved()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        for (int i = 0; i < 100; ++i)
            QVERIFY(f.authenticate(tokens));
        QCOMPARE(f.identity->signIn().tokenChecks().signatures, std::uint64_t{1});
        QCOMPARE(f.identity->signIn().tokenChecks().remembered, std::size_t{1});
        // What was refused is not remembered: rubbish cannot push good tokens out.
        std::string bent(tokens.accessToken.view());
        bent.back() = bent.back() == 'A' ? 'E' : 'A';
        QVERIFY(!f.identity->signIn().authenticate(bent));
        QCOMPARE(f.identity->signIn().tokenChecks().remembered, std::size_t{1});
        IdentityFixture::require(f.identity->signIn().logout(f.actor(tokens)), 0);
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
        QCOMPARE(f.identity->signIn().tokenChecks().remembered, std::size_t{0});
    }

    void rotateSigningKey_oldTokensStillVerify_jwksHasBoth()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens before = f.tokens("ada@example.test");
        IdentityFixture::require(f.identity->issuedTokens().rotateSigningKey(IdentityFixture::system()));
        const Tokens after = f.tokens("ada@example.test");
        QVERIFY(f.authenticate(before));
        QVERIFY(f.authenticate(after));
        const auto keys = [&] {
            return QString::fromStdString(f.identity->signIn().jwks()->text).count(QStringLiteral("\"kid\""));
        };
        QCOMPARE(keys(), 2);
        QVERIFY(f.identity->signIn().jwks()->text.find("\"d\"") == std::string::npos);
        f.clock.advance(25h);
        IdentityFixture::require(f.identity->renewSigningKey(f.clock.now()), 0);
        QCOMPARE(keys(), 1);
        f.clock.advance(std::chrono::days(90));
        IdentityFixture::require(f.identity->renewSigningKey(f.clock.now()), 0);
        QCOMPARE(keys(), 2);
    }

    void setIssuer_changed_oldTokensInvalid_data() { bothAlgorithms(); }
    void setIssuer_changed_oldTokensInvalid()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        QVERIFY(f.authenticate(tokens));
        f.identity->setIssuer("https://other.example");
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
    }

    void asvs_6_2_3_changePassword_needsTheCurrentOne_endsOtherSessions_data() { bothAlgorithms(); }
    void asvs_6_2_3_changePassword_needsTheCurrentOne_endsOtherSessions()
    {
        IdentityFixture f;
        useFetched(f);
        f.addUser("ada@example.test");
        const Tokens mine = f.tokens("ada@example.test");
        const Tokens other = f.tokens("ada@example.test");
        const access::Actor actor = f.actor(mine);
        const char* next = "nine slow herons cross at dusk";
        const auto wrong = f.identity->signIn().changePassword(actor, SecretBytes::fromText("no"), SecretBytes::fromText(next));
        QCOMPARE(wordOf(wrong), std::string("validation_failed"));
        QCOMPARE(wrong.error().fields.front().field, std::string("current_password"));
        const auto weak = f.identity->signIn().changePassword(actor, SecretBytes::fromText(goodPassword),
                                                              SecretBytes::fromText("passwordpassword"));
        QCOMPARE(wordOf(weak), std::string("password_too_weak"));
        IdentityFixture::require(
            f.identity->signIn().changePassword(actor, SecretBytes::fromText(goodPassword), SecretBytes::fromText(next)), 0);
        QVERIFY(f.authenticate(mine));
        QVERIFY(!f.authenticate(other));
        QVERIFY(!f.login("ada@example.test"));
        QVERIFY(f.login("ada@example.test", next));
    }

    void asvs_6_4_1_resetLink_usableOnce_endsSessions()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        const OneTimeLink link = IdentityFixture::require(f.identity->users().resetPassword(IdentityFixture::system(), user.id));
        QVERIFY(!f.authenticate(tokens)); // at once: who asks for it doesn't know who uses the old password
        const Tokens meanwhile = f.tokens("ada@example.test");
        const char* next = "nine slow herons cross at dusk";
        std::atomic<int> done = 0;
        inParallel(8, [&](int) {
            if (f.identity->signIn().setPasswordByLink(link.token, SecretBytes::fromText(next), f.from()))
                ++done;
        });
        QCOMPARE(done.load(), 1);
        QVERIFY(!f.authenticate(meanwhile));
        QVERIFY(f.login("ada@example.test", next));
        QVERIFY(!f.login("ada@example.test"));
    }

    void resetLink_tooOldOrReplaced_refused()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        auto& users = f.identity->users();
        const OneTimeLink first = IdentityFixture::require(users.resetPassword(IdentityFixture::system(), user.id));
        const OneTimeLink second = IdentityFixture::require(users.resetPassword(IdentityFixture::system(), user.id));
        const auto use = [&](const OneTimeLink& link) {
            return wordOf(f.identity->signIn().setPasswordByLink(link.token, SecretBytes::fromText(goodPassword), f.from()));
        };
        QCOMPARE(use(first), std::string("token_invalid"));
        f.clock.advance(15min);
        QCOMPARE(use(second), std::string("token_invalid"));
    }

    void invitation_setPassword_activates()
    {
        IdentityFixture f;
        NewUser user;
        user.name = "New One";
        user.email = "new@example.test";
        const auto created = IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user)));
        QVERIFY(created.invitation);
        QVERIFY(created.user.status == UserStatus::Invited);
        const auto weak =
            f.identity->signIn().setPasswordByLink(created.invitation->token, SecretBytes::fromText("short"), f.from());
        QCOMPARE(wordOf(weak), std::string("password_too_weak"));
        IdentityFixture::require(
            f.identity->signIn().setPasswordByLink(created.invitation->token, SecretBytes::fromText(goodPassword), f.from()), 0);
        QVERIFY(f.login("new@example.test"));
    }

    void sessions_listAndEnd_ownOnlyWithoutPermission()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test");
        f.addUser("eve@example.test");
        const Tokens first = f.tokens("ada@example.test");
        f.clock.advance(5s);
        const Tokens second = f.tokens("ada@example.test", "2001:db8:1:2::7");
        const Tokens eve = f.tokens("eve@example.test");
        const auto list = IdentityFixture::require(f.identity->sessions().list(f.actor(second), ada.id));
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(std::ranges::count(list, true, &Session::current), 1);
        const auto mine = std::ranges::find(list, second.session, &Session::id);
        QVERIFY(mine->current);
        QCOMPARE(mine->address, std::string("2001:db8:1:2::7"));
        // ASVS 8.2.2: another's session is as good as none.
        QCOMPARE(wordOf(f.identity->sessions().end(f.actor(eve), first.session)), std::string("not_found"));
        IdentityFixture::require(f.identity->sessions().end(f.actor(second), first.session), 0);
        QVERIFY(!f.authenticate(first));
    }

    void asvs_7_1_2_tooManySessions_oldestEnds()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        for (std::size_t i = 0; i < maximumSessionsPerUser; ++i) {
            f.clock.advance(1s);
            static_cast<void>(f.tokens("ada@example.test"));
        }
        QVERIFY(!f.authenticate(first));
    }

    /// Another node's sessions count as well, though this memory knows none of them.
    void tooManySessions_areCountedInTheTable()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            for (std::size_t i = 1; i < maximumSessionsPerUser; ++i) {
                SALLYPORT_ASSIGN(auto insert,
                                 transaction.prepare("INSERT INTO sessions (id, user_id, kind, created_at, last_used_at, "
                                                     "expires_at) SELECT $1, user_id, kind, created_at, last_used_at + 1, "
                                                     "expires_at FROM sessions WHERE id = $2"));
                insert.bind(1, "elsewhere-" + std::to_string(i)).bind(2, first.session);
                SALLYPORT_TRY(insert.run());
            }
            return {};
        }),
                                 0);
        f.clock.advance(1s);
        static_cast<void>(f.tokens("ada@example.test"));
        QVERIFY(!f.authenticate(first));
        const auto left = f.store->read([](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM sessions"));
            SALLYPORT_TRY(count.step());
            return count.integer();
        });
        QCOMPARE(*left, static_cast<std::int64_t>(maximumSessionsPerUser));
    }

    void reload_changeFromOutside_actsAfterwards()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        QVERIFY(f.authenticate(tokens));
        // As another process would do it: straight into the table.
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE users SET status = 'disabled' WHERE id = $1"));
            update.bind(1, user.id);
            return update.run();
        }),
                                 0);
        QVERIFY(f.authenticate(tokens));
        IdentityFixture::require(f.identity->reload(), 0);
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
    }

    /// Another process ends one of a user's sessions: that one is out, the other and everybody else's stay.
    void reload_oneOfTwoSessionsEndedFromOutside_onlyThatOneIsOut()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        f.addUser("eve@example.test");
        const Tokens gone = f.tokens("ada@example.test"), stays = f.tokens("ada@example.test");
        const Tokens eve = f.tokens("eve@example.test");
        const access::Actor acting = f.actor(gone);
        QVERIFY(f.authenticate(gone) && f.authenticate(stays) && f.authenticate(eve));
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE id = $1"));
            return remove.bind(1, gone.session).run();
        }),
                                 0);
        QVERIFY(f.authenticate(gone)); // nobody has said so yet
        IdentityFixture::require(f.identity->reload(), 0);
        QCOMPARE(wordOf(f.authenticate(gone)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->now(acting)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(gone.refreshToken, f.from())), std::string("token_invalid"));
        QVERIFY(f.authenticate(stays) && f.authenticate(eve));
        const auto left = IdentityFixture::require(f.identity->sessions().list(IdentityFixture::system(), user.id));
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left.front().id, stays.session);
        // And what happens afterwards finds the one that stayed.
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::RevokeSessions), 0);
        QCOMPARE(wordOf(f.authenticate(stays)), std::string("token_invalid"));
        QVERIFY(f.authenticate(eve));
    }

    /// The other way round: a session that another process has begun is one.
    void reload_sessionBegunFromOutside_isIn()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        const auto sql = [&](std::string_view text) {
            IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
                SALLYPORT_ASSIGN(auto statement, transaction.prepare(text));
                return statement.run();
            }),
                                     0);
        };
        sql("CREATE TABLE kept AS SELECT * FROM sessions");
        sql("DELETE FROM sessions");
        IdentityFixture::require(f.identity->reload(), 0);
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
        sql("INSERT INTO sessions SELECT * FROM kept");
        IdentityFixture::require(f.identity->reload(), 0);
        QVERIFY(f.authenticate(tokens));
    }

    void asvs_7_2_3_database_holdsNoUsableToken()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        const std::string secret(tokens.refreshToken.view());
        const auto stored = f.store->read([&](storage::Transaction& transaction) -> Result<Bytes> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT token_hash FROM sessions"));
            SALLYPORT_TRY(row.step());
            return row.blob();
        });
        QCOMPARE(stored->size(), std::size_t{32});
        for (const audit::Event& event : f.recorded)
            QVERIFY(event.detailsJson.find(secret.substr(40)) == std::string::npos);
    }
};

SALLYPORT_TEST(TstSignIn)

} // namespace tst_sign_in
#include "tst_sign_in.moc"
