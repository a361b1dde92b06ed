#include "backend/audit/event_kinds.h"
#include "backend/base/encoding.h"
#include "backend/identity/factors/totp.h"
#include "backend/identity/notices/agent_family.h"
#include "backend/identity/notices/notices.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_notices {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

namespace {

constexpr const char* firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
constexpr const char* newerFirefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

struct Told : IdentityFixture {
    Told() { ada = addUser("ada@x.example", {"admin"}, "Ada"); }

    /// A whole sign-in without a second factor, some time after what was before.
    Tokens come(const char* address, const char* agent = "tester/1", const std::string& email = "ada@x.example")
    {
        clock.advance(1s);
        auto result = require(identity->signIn().login(email, SecretBytes::fromText(goodPassword), from(address, agent)));
        return std::move(std::get<Tokens>(result));
    }
    void fail(int times, const char* address = "203.0.113.7")
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(wordOf(login("ada@x.example", "wrong password here", address)), std::string("unauthenticated"));
    }
    std::vector<Notice> told(const UserId& user) { return require(identity->notices().list(system(), user)); }
    std::vector<Notice> told() { return told(ada.id); }
    std::string kinds()
    {
        std::string text;
        for (const Notice& notice : told())
            text += (text.empty() ? "" : " ") + notice.kind;
        return text;
    }
    std::string enrol(const access::Actor& who, const UserId& user)
    {
        const MfaEnrolment enrolment = require(identity->mfa().begin(who, user));
        require(identity->mfa().confirm(who, user, codeOf(enrolment.secret)));
        return std::string(enrolment.secret.view());
    }
    std::string codeOf(const SecretBytes& secret)
    {
        return *hotp(*fromBase32(secret.view()), static_cast<std::uint64_t>(totpStep(clock.now())));
    }

    User ada;
};

} // namespace

/// ASVS 6.3.5 and 6.3.7: users are told of suspicious sign-ins and of every change of what they sign in with.
class TstNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agentFamily_knowsProgramsNotVersions_data()
    {
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<QByteArray>("family");
        QTest::newRow("browser") << QByteArray(firefox) << QByteArray("Firefox, Linux");
        QTest::newRow("newer") << QByteArray(newerFirefox) << QByteArray("Firefox, Linux");
        QTest::newRow("that names others") << QByteArray("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0")
                                           << QByteArray("Edge, Windows");
        QTest::newRow("program") << QByteArray("curl/7.88.1") << QByteArray("curl");
        QTest::newRow("spaces") << QByteArray("  Ward App/4.2 (build 7)") << QByteArray("Ward App");
        QTest::newRow("unknown browser") << QByteArray("Mozilla/5.0 (compatible)") << QByteArray("Mozilla");
        QTest::newRow("nothing") << QByteArray("") << QByteArray("");
        QTest::newRow("only spaces") << QByteArray("   ") << QByteArray("");
        QTest::newRow("controls") << QByteArray("a\x01\xff"
                                                "b/1")
                                  << QByteArray("ab");
        QTest::newRow("long") << QByteArray(500, 'x') << QByteArray(64, 'x');
    }
    void agentFamily_knowsProgramsNotVersions()
    {
        QFETCH(QByteArray, agent);
        QFETCH(QByteArray, family);
        QCOMPARE(QByteArray::fromStdString(agentFamily(agent.toStdString())), family);
    }

    void firstSignIn_isNoNews()
    {
        Told f;
        f.come("203.0.113.7");
        QCOMPARE(f.kinds(), std::string());
        QCOMPARE(f.count(kind::newDevice), 0);
    }

    void asvs_6_3_5_newDevice_isTold_once()
    {
        Told f;
        f.come("203.0.113.7", firefox);
        f.come("203.0.113.90", newerFirefox); // the same network and program
        QCOMPARE(f.kinds(), std::string());
        f.clock.advance(1h);
        f.come("198.51.100.4", firefox);
        QCOMPARE(f.kinds(), std::string("notice.new_device"));
        const Notice notice = f.told().at(0);
        QCOMPARE(notice.address, std::string("198.51.100.4"));
        QCOMPARE(notice.userAgent, std::string(firefox));
        QCOMPARE(notice.at, f.clock.now());
        QVERIFY(notice.by.empty() && !notice.readAt);
        f.come("198.51.100.4", firefox);
        QCOMPARE(f.told().size(), std::size_t{1});
        f.come("198.51.100.4", "curl/8"); // another program from there
        QCOMPARE(f.kinds(), std::string("notice.new_device notice.new_device"));
        const audit::Event event = f.last(kind::newDevice);
        QCOMPARE(event.object.id, f.ada.id.text());
        QVERIFY(event.detailsJson.find(R"("program":"curl")") != std::string::npos);
    }

    void newDevice_isToldToItsUserOnly()
    {
        Told f;
        const User vi = f.addUser("vi@x.example");
        f.come("203.0.113.7");
        f.come("203.0.113.7", "tester/1", "vi@x.example");
        f.come("198.51.100.4", "tester/1", "vi@x.example");
        QCOMPARE(f.told().size(), std::size_t{0});
        QCOMPARE(f.told(vi.id).size(), std::size_t{1});
    }

    void newDevice_withSecondFactor_onlyAfterTheCode()
    {
        Told f;
        const access::Actor who = f.actor(f.come("203.0.113.7"));
        const std::string secret = f.enrol(who, who.id);
        IdentityFixture::require(f.identity->notices().markRead(who, {}));
        f.clock.advance(60s);
        auto pending = IdentityFixture::require(f.login("ada@x.example", goodPassword, "198.51.100.4"));
        QCOMPARE(f.count(kind::newDevice), 0);
        IdentityFixture::require(f.identity->signIn().completeMfa(std::get<MfaPending>(pending).mfaToken,
                                                                  f.codeOf(SecretBytes::fromText(secret)),
                                                                  IdentityFixture::from("198.51.100.4")));
        QCOMPARE(f.count(kind::newDevice), 1);
        QCOMPARE(f.told().at(0).kind, std::string("notice.new_device"));
    }

    void console_isADeviceOfItsOwn()
    {
        Told f;
        f.come("203.0.113.7");
        const auto enter = [&] {
            IdentityFixture::require(
                f.identity->signIn().operatorSignIn("ada@x.example", SecretBytes::fromText(goodPassword), {}));
        };
        enter();
        QCOMPARE(f.kinds(), std::string("notice.new_device"));
        QCOMPARE(f.told().at(0).address, std::string("console"));
        enter();
        QCOMPARE(f.told().size(), std::size_t{1});
    }

    void asvs_6_3_5_successAfterFailures_isTold()
    {
        Told f;
        f.come("203.0.113.7");
        f.fail(2);
        f.come("203.0.113.7");
        QCOMPARE(f.kinds(), std::string()); // twice mistyped is no news
        f.fail(2);
        f.clock.advance(10s);
        f.fail(1, "192.0.2.99"); // wherever they came from
        f.come("203.0.113.7");
        QCOMPARE(f.kinds(), std::string("notice.success_after_failures"));
        QCOMPARE(f.told().at(0).failures, std::int64_t{3});
        QCOMPARE(f.count(kind::afterFailures), 1);
        f.come("203.0.113.7");
        QCOMPARE(f.told().size(), std::size_t{1}); // counted anew
    }

    void failures_ofNobody_leaveNoTrace()
    {
        Told f;
        for (int i = 0; i < 4; ++i)
            QCOMPARE(wordOf(f.login("nobody@x.example", "wrong password here")), std::string("unauthenticated"));
        f.come("203.0.113.7");
        QCOMPARE(f.kinds(), std::string());
    }

    void wrongCodes_countAsFailures()
    {
        Told f;
        const access::Actor who = f.actor(f.come("203.0.113.7"));
        const std::string secret = f.enrol(who, who.id);
        f.clock.advance(60s);
        auto pending = IdentityFixture::require(f.login("ada@x.example"));
        auto& token = std::get<MfaPending>(pending).mfaToken;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(wordOf(f.identity->signIn().completeMfa(token, "000000", IdentityFixture::from())),
                     std::string("mfa_invalid"));
        IdentityFixture::require(
            f.identity->signIn().completeMfa(token, f.codeOf(SecretBytes::fromText(secret)), IdentityFixture::from()));
        QCOMPARE(f.told().at(0).kind, std::string("notice.success_after_failures"));
    }

    void asvs_6_3_7_changesByOneself_areTold()
    {
        Told f;
        access::Actor who = f.actor(f.come("203.0.113.7"));
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->signIn().changePassword(who, SecretBytes::fromText(goodPassword),
                                                                     SecretBytes::fromText("another seven quiet otters")),
                                 0);
        QCOMPARE(f.kinds(), std::string("password.changed"));
        QVERIFY(f.told().at(0).by.empty());
        f.clock.advance(1s);
        const std::string secret = f.enrol(who, who.id);
        f.clock.advance(60s);
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->mfa().renewRecoveryCodes(who, f.codeOf(SecretBytes::fromText(secret))));
        f.clock.advance(60s);
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->mfa().disable(who, f.codeOf(SecretBytes::fromText(secret))), 0);
        UserPatch patch;
        patch.email = "ada@y.example";
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->users().update(who, who.id, patch));
        NewApiKey key;
        key.name = "CI";
        key.scopes = {"users:read"};
        f.clock.advance(1s);
        const IssuedKey issued = IdentityFixture::require(f.identity->apiKeys().create(who, key));
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->apiKeys().rotate(who, issued.key.id, 0s));
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->apiKeys().revoke(who, issued.key.id), 0);
        QCOMPARE(f.kinds(), std::string("key.revoked key.rotated key.created user.email_changed mfa.disabled "
                                        "mfa.recovery_codes_renewed mfa.enabled password.changed"));
        QCOMPARE(f.told().at(0).detail, std::string("CI"));
        QCOMPARE(f.told().at(3).detail, std::string("ada@y.example"));
    }

    void asvs_6_3_7_changesByOthers_sayWho()
    {
        Told f;
        const User vi = f.addUser("vi@x.example");
        const access::Actor ada = f.actor(f.come("203.0.113.7"));
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->users().resetPassword(ada, vi.id));
        f.clock.advance(1s);
        f.enrol(ada, vi.id);
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), vi.id, UserAction::ResetMfa), 0);
        UserPatch patch;
        patch.email = "vi@y.example";
        patch.name = "Victor";
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->users().update(ada, vi.id, patch));
        patch.email.reset();
        patch.name = "Viktor"; // a name is nothing that one signs in with
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->users().update(ada, vi.id, patch));
        const auto told = f.told(vi.id);
        QCOMPARE(told.size(), std::size_t{4});
        QCOMPARE(told[0].kind + " " + told[1].kind + " " + told[2].kind + " " + told[3].kind,
                 std::string("user.email_changed mfa.reset mfa.enabled password.reset_started"));
        for (const Notice& notice : told)
            QVERIFY(!notice.by.empty());
        QCOMPARE(told[0].by, std::string("Ada"));
        QCOMPARE(f.told().size(), std::size_t{0});
    }

    void passwordByLink_isTold_theFirstOneIsNot()
    {
        Told f;
        NewUser wanted;
        wanted.name = "Vi";
        wanted.email = "vi@x.example";
        auto created = IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(wanted)));
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->signIn().setPasswordByLink(
                                     created.invitation->token, SecretBytes::fromText(goodPassword), IdentityFixture::from()),
                                 0);
        QCOMPARE(f.told(created.user.id).size(), std::size_t{0});
        f.clock.advance(1s);
        const OneTimeLink link =
            IdentityFixture::require(f.identity->users().resetPassword(IdentityFixture::system(), created.user.id));
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->signIn().setPasswordByLink(
                                     link.token, SecretBytes::fromText("another seven quiet otters"), IdentityFixture::from()),
                                 0);
        QCOMPARE(f.told(created.user.id).at(0).kind, std::string("password.changed"));
    }

    void failedChanges_areNotTold()
    {
        Told f;
        const access::Actor who = f.actor(f.come("203.0.113.7"));
        QVERIFY(!f.identity->signIn().changePassword(who, SecretBytes::fromText("not the password"),
                                                     SecretBytes::fromText("another seven quiet otters")));
        QVERIFY(!f.identity->mfa().disable(who, "000000"));
        QCOMPARE(f.told().size(), std::size_t{0});
    }

    void markRead_someAndAll_ofOneselfOnly()
    {
        Told f;
        f.addUser("vi@x.example");
        f.come("203.0.113.7");
        for (const char* address : {"198.51.100.4", "192.0.2.1", "100.64.0.1"})
            f.come(address);
        const access::Actor who = f.actor(f.come("203.0.113.7"));
        const access::Actor vi = f.actor(f.tokens("vi@x.example"));
        auto& notices = f.identity->notices();
        QCOMPARE(IdentityFixture::require(notices.unread(who)), std::int64_t{3});
        const std::array ids{f.told().at(1).id};
        QCOMPARE(IdentityFixture::require(notices.markRead(vi, ids)), std::int64_t{0});
        QCOMPARE(IdentityFixture::require(notices.unread(who)), std::int64_t{3}); // another's stay unread
        QCOMPARE(IdentityFixture::require(notices.markRead(who, ids)), std::int64_t{2});
        QVERIFY(f.told().at(1).readAt.has_value());
        QCOMPARE(IdentityFixture::require(notices.markRead(who, {})), std::int64_t{0});
        QCOMPARE(wordOf(notices.list(vi, who.id)), std::string("permission_denied")); // users:read, as for sessions
        const std::vector<NoticeId> many(51, NoticeId("X"));
        QCOMPARE(wordOf(notices.markRead(who, many)), std::string("invalid_argument"));
    }

    void list_ofOthers_needsUsersRead()
    {
        Told f;
        access::Actor nobody;
        nobody.kind = access::Actor::Kind::Operator;
        nobody.id = UserId("NOBODY");
        QCOMPARE(wordOf(f.identity->notices().list(nobody, f.ada.id)), std::string("permission_denied"));
    }

    void notices_areBounded_theOldestGo()
    {
        Told f;
        f.come("10.0.0.1");
        for (int i = 1; i <= 60; ++i) {
            f.clock.advance(1min);
            f.come(("10.0." + std::to_string(i) + ".1").c_str());
        }
        QCOMPARE(f.told().size(), static_cast<std::size_t>(noticesPerUser));
        QCOMPARE(f.told().at(0).address, std::string("10.0.60.1"));
        // Places are forgotten too, the one that was used longest ago first.
        const int before = f.count(kind::newDevice);
        f.come("10.0.60.1");
        QCOMPARE(f.count(kind::newDevice), before);
        f.come("10.0.0.1");
        QCOMPARE(f.count(kind::newDevice), before + 1);
    }

    void housekeeping_forgetsOldNotices()
    {
        Told f;
        f.come("203.0.113.7");
        f.come("198.51.100.4");
        f.clock.advance(noticesKept - 1s);
        IdentityFixture::require(f.identity->removeExpired(f.clock.now()), 0);
        QCOMPARE(f.told().size(), std::size_t{1});
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->removeExpired(f.clock.now()), 0);
        QCOMPARE(f.told().size(), std::size_t{0});
        // What is known of devices stays.
        f.come("198.51.100.4");
        QCOMPARE(f.told().size(), std::size_t{0});
    }

    void deletedUser_takesNoticesAlong()
    {
        Told f;
        const User vi = f.addUser("vi@x.example");
        f.come("203.0.113.7", "tester/1", "vi@x.example");
        f.come("198.51.100.4", "tester/1", "vi@x.example");
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), vi.id, UserAction::Delete), 0);
        QCOMPARE(f.told(vi.id).size(), std::size_t{0});
    }

    void kinds_haveTitles_eachOnce()
    {
        std::set<std::string_view> words;
        for (const NoticeKind& each : noticeKinds()) {
            QVERIFY(words.insert(each.word).second);
            QVERIFY(!each.title.empty());
            QCOMPARE(noticeTitle(each.word), each.title);
        }
        QCOMPARE(noticeTitle("unheard.of"), std::string_view("unheard.of"));
    }
};

SALLYPORT_GUILESS_TEST(TstNotices)

} // namespace tst_notices
#include "tst_notices.moc"
