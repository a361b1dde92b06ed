#include "tests/identity/signing_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <atomic>

namespace tst_signed_requests {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

class SignedRequestsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_isTheKeysPrincipal_andCounted();
    void nonce_isOfTheKey_howeverItIsNamed();
    void refused_storesNoNonce_countsNoUse();
    void fullStore_isUnavailable_andOthersKeysGoOn();
    void lostNonces_areUnavailable_untilTheWindowIsOver();
    void record_namesTheKeyOnlyIfItIsProven();
    void rotation_bothSecretsUntilTheOverlapIsOver();
    void sameRequest_inParallel_oneWins();
    void window_isTheSetting();
};

void SignedRequestsTest::good_isTheKeysPrincipal_andCounted()
{
    Signing f;
    const SignedVerdict verdict = f.send("n1");
    QVERIFY(verdict.principal != nullptr);
    QVERIFY(!verdict.refusal);
    QCOMPARE(verdict.principal->actor.key, f.key.key.id);
    QCOMPARE(verdict.principal->actor.id, f.editor.id);
    QCOMPARE(f.uses(), std::int64_t{1});
}

void SignedRequestsTest::nonce_isOfTheKey_howeverItIsNamed()
{
    Signing f;
    QCOMPARE(Signing::word(f.send("n1")), std::string("ok"));
    QCOMPARE(Signing::word(f.send("n1")), std::string("signature_nonce_seen"));
    // The whole key and its public part are one key: a replay isn't made new by writing it otherwise.
    QCOMPARE(Signing::word(f.send("n1", 0, f.key.text.view())), std::string("signature_nonce_seen"));
    QCOMPARE(Signing::word(f.send("n2", 0, f.key.text.view())), std::string("ok"));
    QCOMPARE(f.uses(), std::int64_t{2});
}

void SignedRequestsTest::refused_storesNoNonce_countsNoUse()
{
    Signing f;
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(Signing::word(f.send("n" + std::to_string(i), 0, {}, "another secret")), std::string("signature_mismatch"));
    QCOMPARE(Signing::word(f.send("old", -301)), std::string("signature_clock"));
    QCOMPARE(Signing::word(f.send("x", 0, "spk_00000000")), std::string("key_unknown"));
    QCOMPARE(Signing::word(f.send("x", 0, "nonsense")), std::string("key_malformed"));
    QCOMPARE(f.nonces->size(), std::size_t{0});
    QCOMPARE(f.uses(), std::int64_t{0});
}

void SignedRequestsTest::fullStore_isUnavailable_andOthersKeysGoOn()
{
    Signing f(100, 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(Signing::word(f.send("n" + std::to_string(i))), std::string("ok"));
    const SignedVerdict full = f.send("n3");
    QVERIFY(full.refusal->code == ErrorCode::Unavailable);
    QCOMPARE(full.refusal->recordedWord, std::string("signature_nonce_store"));
    QVERIFY(full.refusal->retryAfter && *full.refusal->retryAfter > 0s && *full.refusal->retryAfter <= 601s);
    NewApiKey wanted = Keys::named("other", {"users:read"});
    wanted.signing = true;
    const IssuedKey other = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    QCOMPARE(Signing::word(f.send("n3", 0, other.key.prefix, other.signingSecret.view())), std::string("ok"));
    f.clock.advance(*full.refusal->retryAfter);
    QCOMPARE(Signing::word(f.send("n3")), std::string("ok"));
}

void SignedRequestsTest::lostNonces_areUnavailable_untilTheWindowIsOver()
{
    Signing f(100, 100, true); // keys have signed, but the file is gone
    const SignedVerdict early = f.send("n1");
    QVERIFY(early.refusal->code == ErrorCode::Unavailable);
    QVERIFY(early.refusal->retryAfter.has_value());
    f.clock.advance(*early.refusal->retryAfter);
    QCOMPARE(Signing::word(f.send("n1")), std::string("ok"));
}

void SignedRequestsTest::record_namesTheKeyOnlyIfItIsProven()
{
    Signing f;
    const SignedVerdict claimed = f.send("n1", 0, {}, "another secret");
    QCOMPARE(claimed.claimed.kind, std::string("anonymous"));
    QCOMPARE(claimed.claimed.name, f.key.key.name); // by name, not by its text
    QCOMPARE(f.send("n1", 0, f.key.text.view(), "another secret").claimed.kind, std::string("api_key"));
    (void) f.send("n1");
    const SignedVerdict replayed = f.send("n1");
    QCOMPARE(replayed.claimed.kind, std::string("api_key"));
    QCOMPARE(replayed.claimed.id, f.key.key.id.text());
    // Who has signed right is told that the nonce was seen; who hasn't learns nothing about the key.
    QCOMPARE(replayed.refusal->word, std::string("signature_nonce_seen"));
    const SignedVerdict unknown = f.send("n1", 0, "spk_00000000", "another secret");
    QCOMPARE(unknown.refusal->word, claimed.refusal->word);
    QCOMPARE(unknown.refusal->detail, claimed.refusal->detail);
}

void SignedRequestsTest::rotation_bothSecretsUntilTheOverlapIsOver()
{
    Signing f;
    QCOMPARE(Signing::word(f.send("n0")), std::string("ok"));
    const std::string old(f.key.signingSecret.view());
    f.key = Keys::require(f.keys().rotate(f.edActor, f.key.key.id, 1h));
    QCOMPARE(Signing::word(f.send("n1")), std::string("ok"));
    QCOMPARE(Signing::word(f.send("n2", 0, {}, old)), std::string("ok"));
    f.clock.advance(1h);
    QCOMPARE(Signing::word(f.send("n3", 0, {}, old)), std::string("signature_mismatch"));
    QCOMPARE(Signing::word(f.send("n3")), std::string("ok"));
    Keys::require(f.keys().revoke(f.edActor, f.key.key.id), 0);
    QCOMPARE(Signing::word(f.send("n4")), std::string("key_revoked"));
}

void SignedRequestsTest::sameRequest_inParallel_oneWins()
{
    Signing f;
    std::atomic<int> won = 0;
    inParallel(8, [&](int) {
        for (int i = 0; i < 50; ++i)
            won += f.send("n" + std::to_string(i)).principal != nullptr ? 1 : 0;
    });
    QCOMPARE(won.load(), 50);
    QCOMPARE(f.uses(), std::int64_t{50});
}

void SignedRequestsTest::window_isTheSetting()
{
    Signing f;
    QCOMPARE(Signing::word(f.send("a", 300)), std::string("ok"));
    QCOMPARE(Signing::word(f.send("b", -300)), std::string("ok"));
    QCOMPARE(Signing::word(f.send("c", 301)), std::string("signature_clock"));
    Keys::require(f.settings->change(Keys::system(), {{"signatures.window", "60"}}), 0);
    const SignedVerdict late = f.send("d", -61);
    QCOMPARE(Signing::word(late), std::string("signature_clock"));
    QCOMPARE(late.failure->values, (std::vector<std::string>{"-61", "60"}));
    QCOMPARE(Signing::word(f.send("e", -60)), std::string("ok"));
    // Nonces are kept for twice the widest window; a wider one could not be kept to.
    QVERIFY(!f.settings->change(Keys::system(), {{"signatures.window", "301"}}));
}

SALLYPORT_GUILESS_TEST(SignedRequestsTest)

} // namespace tst_signed_requests
#include "tst_signed_requests.moc"
