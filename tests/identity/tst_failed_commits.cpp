#include "tests/identity/keys_fixture.h"
#include "tests/support/failing_commits.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_failed_commits {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// What could not be committed has not happened: nobody is told that it has, memory knows nothing of it, and it can be done
/// again when there is room.
class FailedCommitsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_16_5_3_signIn_isNone();
    void wrongPassword_isRefusedAllTheSame();
    void refresh_leavesTheTokenAsItWas();
    void roles_stayAsTheyWere();
    void asvs_2_3_3_userAdded_isNotThere();
    void keyAdded_isNotThere();
    void keyChanged_staysAsItWas();
    void keyRotated_keepsItsText();
    void setting_staysAsItWas_andNobodyHears();
    void signingKey_staysAsItWas();
    void password_staysAsItWas();
    void recoveryCodesAndFactors_stayAsTheyWere();

private:
    /// No event but those that were there before.
    template <typename Work>
    static void failing(Keys& f, Work work)
    {
        const std::size_t before = f.recorded.size();
        const std::int64_t head = f.journal->head().sequence;
        {
            const FailingCommits disk(*f.store);
            work();
        }
        QCOMPARE(f.recorded.size(), before);
        QCOMPARE(f.journal->head().sequence, head);
        // And the next event stands where the lost one would have stood.
        QVERIFY(f.journal->record(audit::Event(f.recorded.front())));
        QCOMPARE(f.journal->head().sequence, head + 1);
        QVERIFY(f.journal->verify({})->intact);
    }
};

void FailedCommitsTest::asvs_16_5_3_signIn_isNone()
{
    Keys f;
    const auto sessions = [&] { return Keys::require(f.identity->sessions().list(f.viActor, f.viewer.id)).size(); };
    const std::size_t before = sessions();
    failing(f, [&] { QVERIFY(!f.login("vi@x.example")); });
    QCOMPARE(sessions(), before);
    QVERIFY(f.login("vi@x.example"));
    QCOMPARE(sessions(), before + 1);
}

void FailedCommitsTest::wrongPassword_isRefusedAllTheSame()
{
    Keys f;
    failing(f, [&] { QVERIFY(!f.login("vi@x.example", "wrong")); });
    QVERIFY(f.login("vi@x.example"));
}

void FailedCommitsTest::refresh_leavesTheTokenAsItWas()
{
    Keys f;
    const Tokens tokens = f.tokens("vi@x.example");
    failing(f, [&] { QVERIFY(!f.identity->signIn().refresh(tokens.refreshToken, f.from())); });
    QVERIFY(f.authenticate(tokens));
    // Another client with the same token is the first that exchanges it: nothing was used up.
    const Tokens next = Keys::require(f.identity->signIn().refresh(tokens.refreshToken, f.from("198.51.100.9", "other/1")));
    QVERIFY(f.authenticate(next));
    QCOMPARE(f.count(audit::kind::refreshReused), 0);
}

void FailedCommitsTest::roles_stayAsTheyWere()
{
    Keys f;
    const Tokens tokens = f.tokens("ed@x.example");
    const IssuedKey key = Keys::require(f.keys().create(f.edActor, Keys::named("x", {"records:update"})));
    const auto may = [&] {
        const bool session = f.actor(tokens).permissions.has(access::Permission::RecordsUpdate);
        const auto principal = f.keys().authenticate(key.text.view(), here).principal;
        const bool byKey = principal && principal->actor.permissions.has(access::Permission::RecordsUpdate);
        return session == byKey ? int(session) : -1;
    };
    failing(f, [&] { QVERIFY(!f.identity->users().setRoles(Keys::system(), f.editor.id, {"viewer"})); });
    QCOMPARE(may(), 1);
    QCOMPARE(Keys::require(f.identity->users().read(Keys::system(), f.editor.id)).roles, std::vector<std::string>{"editor"});
    Keys::require(f.identity->users().setRoles(Keys::system(), f.editor.id, {"viewer"}));
    QCOMPARE(may(), 0);
}

void FailedCommitsTest::asvs_2_3_3_userAdded_isNotThere()
{
    Keys f;
    const auto add = [&] {
        NewUser user;
        user.name = "New One";
        user.email = "new@x.example";
        user.password = SecretBytes::fromText(goodPassword);
        return f.identity->users().create(Keys::system(), std::move(user));
    };
    const auto total = [&] { return Keys::require(f.identity->users().list(Keys::system(), {})).total; };
    const auto before = total();
    failing(f, [&] { QVERIFY(!add()); });
    QCOMPARE(total(), before);
    QCOMPARE(wordOf(f.login("new@x.example")), std::string("unauthenticated"));
    QVERIFY(add());
    QVERIFY(f.login("new@x.example"));
}

void FailedCommitsTest::keyAdded_isNotThere()
{
    Keys f;
    Keys::require(f.settings->change(Keys::system(), {{"keys.per_owner", "1"}}), 0);
    failing(f, [&] { QVERIFY(!f.keys().create(f.edActor, Keys::named("x"))); });
    QCOMPARE(Keys::require(f.keys().list(f.edActor, {})).total, std::int64_t{0});
    QVERIFY(f.keys().create(f.edActor, Keys::named("x"))); // it didn't count
}

void FailedCommitsTest::keyChanged_staysAsItWas()
{
    Keys f;
    NewApiKey narrow = Keys::named("x");
    narrow.addresses = {"198.51.100.0/24"};
    const IssuedKey key = Keys::require(f.keys().create(f.edActor, std::move(narrow)));
    ApiKeyPatch patch;
    patch.addresses.emplace(); // a narrower key would be in force all the same: api/tst_full_disk
    failing(f, [&] { QVERIFY(!f.keys().change(f.edActor, key.key.id, patch)); });
    QCOMPARE(f.word(key.text.view()), std::string("key_address"));
    QCOMPARE(Keys::require(f.keys().read(f.edActor, key.key.id)).version, std::int64_t{1});
    QVERIFY(f.keys().change(f.edActor, key.key.id, patch));
    QVERIFY(f.works(key.text.view()));
}

void FailedCommitsTest::keyRotated_keepsItsText()
{
    Keys f;
    const IssuedKey key = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    failing(f, [&] { QVERIFY(!f.keys().rotate(f.edActor, key.key.id, 0s)); });
    QVERIFY(f.works(key.text.view()));
    f.open();
    QVERIFY(f.works(key.text.view()));
}

void FailedCommitsTest::setting_staysAsItWas_andNobodyHears()
{
    Keys f;
    int heard = 0;
    const auto subscription = f.settings->onChange([&](const auto&) { ++heard; });
    const auto idle = f.settings->values()->sessionsIdle;
    failing(f, [&] { QVERIFY(!f.settings->change(Keys::system(), {{"sessions.idle", "1234"}})); });
    QVERIFY(f.settings->values()->sessionsIdle == idle);
    QCOMPARE(heard, 0);
    Keys::require(f.settings->change(Keys::system(), {{"sessions.idle", "1234"}}), 0);
    QVERIFY(f.settings->values()->sessionsIdle == 1234s);
    QCOMPARE(heard, 1);
}

void FailedCommitsTest::signingKey_staysAsItWas()
{
    Keys f;
    const std::string before = f.identity->signIn().jwks()->text;
    const Tokens tokens = f.tokens("vi@x.example");
    failing(f, [&] { QVERIFY(!f.identity->issuedTokens().rotateSigningKey(Keys::system())); });
    QCOMPARE(f.identity->signIn().jwks()->text, before);
    failing(f, [&] { QVERIFY(!f.settings->change(Keys::system(), {{"tokens.algorithm", "EdDSA"}})); });
    QCOMPARE(f.identity->signIn().jwks()->text, before);
    QVERIFY(f.authenticate(tokens) && f.authenticate(f.tokens("vi@x.example")));
}

void FailedCommitsTest::password_staysAsItWas()
{
    Keys f;
    const Tokens mine = f.tokens("vi@x.example"), other = f.tokens("vi@x.example");
    const char* next = "nine slow herons cross at dusk";
    failing(f, [&] {
        QVERIFY(!f.identity->signIn().changePassword(f.actor(mine), SecretBytes::fromText(goodPassword),
                                                     SecretBytes::fromText(next)));
    });
    QVERIFY(f.authenticate(mine) && f.authenticate(other));
    QVERIFY(f.login("vi@x.example") && !f.login("vi@x.example", next));
    // A link isn't used up by an attempt that came to nothing.
    failing(f, [&] { QVERIFY(!f.identity->users().resetPassword(Keys::system(), f.viewer.id)); });
    QVERIFY(f.authenticate(other));
    const OneTimeLink link = Keys::require(f.identity->users().resetPassword(Keys::system(), f.viewer.id));
    QVERIFY(!f.authenticate(other));
    const Tokens meanwhile = f.tokens("vi@x.example");
    failing(f, [&] { QVERIFY(!f.identity->signIn().setPasswordByLink(link.token, SecretBytes::fromText(next), f.from())); });
    QVERIFY(f.authenticate(meanwhile));
    Keys::require(f.identity->signIn().setPasswordByLink(link.token, SecretBytes::fromText(next), f.from()), 0);
    QVERIFY(!f.authenticate(meanwhile));
    QVERIFY(f.login("vi@x.example", next));
}

void FailedCommitsTest::recoveryCodesAndFactors_stayAsTheyWere()
{
    Keys f;
    failing(f, [&] { QVERIFY(!f.identity->mfa().begin(Keys::system(), f.viewer.id)); });
    QCOMPARE(wordOf(f.identity->mfa().confirm(Keys::system(), f.viewer.id, "000000")), std::string("conflict"));
    QVERIFY(std::holds_alternative<Tokens>(*f.login("vi@x.example")));
}

SALLYPORT_GUILESS_TEST(FailedCommitsTest)

} // namespace tst_failed_commits
#include "tst_failed_commits.moc"
