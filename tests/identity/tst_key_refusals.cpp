#include "tests/identity/signing_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <functional>

namespace tst_key_refusals {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

const IpAddress elsewhere = *IpAddress::parse("198.51.100.1");

/// A key that signs, with every bound that a key may have, and who owns it.
struct Bound : Signing {
    explicit Bound(bool service)
    {
        NewApiKey wanted = named("bound", {"records:read"});
        wanted.signing = true;
        wanted.addresses = {"203.0.113.0/24"};
        wanted.expiresIn = 1h;
        if (service)
            account = require(identity->serviceAccounts().create(adaActor, {"Robot", "", {"viewer"}})).id;
        wanted.owner = service ? account : editor.id;
        key = require(keys().create(adaActor, std::move(wanted)));
        text = std::string(key.text.view());
        secret = std::string(key.signingSecret.view());
        prefix = key.key.prefix;
    }
    void enableOwner(bool enabled)
    {
        if (account.empty()) {
            require(identity->users().apply(system(), editor.id, enabled ? UserAction::Enable : UserAction::Disable), 0);
        } else {
            ServiceAccountPatch patch;
            patch.enabled = enabled;
            require(identity->serviceAccounts().change(adaActor, account, patch));
        }
    }
    void removeOwner()
    {
        if (account.empty())
            require(identity->users().apply(system(), editor.id, UserAction::Delete), 0);
        else
            require(identity->serviceAccounts().remove(adaActor, account), 0);
    }

    UserId account;
    std::string text, secret, prefix;
};

/// A way to show a key; what it opens, or the word in the record.
struct Way {
    const char* name;
    std::function<KeyVerdict(Bound&, const std::string& nonce, const IpAddress&)> show;
};

const std::vector<Way>& ways()
{
    static const std::vector<Way> all{
        {"header", [](Bound& f, const std::string&, const IpAddress& from) { return f.keys().authenticate(f.text, from); }},
        {"signature, public part", [](Bound& f, const std::string& nonce,
                                      const IpAddress& from) { return KeyVerdict(f.send(nonce, 0, f.prefix, f.secret, from)); }},
        {"signature, whole key", [](Bound& f, const std::string& nonce,
                                    const IpAddress& from) { return KeyVerdict(f.send(nonce, 0, f.text, f.secret, from)); }},
        {"RFC 9421, public part", [](Bound& f, const std::string& nonce,
                                     const IpAddress& from) { return KeyVerdict(f.sendRfc(nonce, f.prefix, f.secret, from)); }},
        {"RFC 9421, whole key", [](Bound& f, const std::string& nonce,
                                   const IpAddress& from) { return KeyVerdict(f.sendRfc(nonce, f.text, f.secret, from)); }},
    };
    return all;
}

struct Reason {
    const char* name;
    const char* word;       ///< in the record
    const char* publicPart; ///< where it shows otherwise when only the public part was sent; or the same
    std::function<void(Bound&)> arrange;
    IpAddress from = here;
    bool ends = true; ///< comes over a key that was good
};

const std::vector<Reason>& reasons()
{
    static const std::vector<Reason> all{
        {"another address", "key_address", "key_address", [](Bound&) {}, elsewhere},
        {"address list changed", "key_address", "key_address",
         [](Bound& f) {
             ApiKeyPatch patch;
             patch.addresses = {"198.51.100.0/24"};
             f.require(f.keys().change(f.adaActor, f.key.key.id, patch));
         }},
        {"expired", "key_expired", "key_expired", [](Bound& f) { f.clock.advance(1h); }},
        {"revoked", "key_revoked", "key_revoked", [](Bound& f) { f.require(f.keys().revoke(f.adaActor, f.key.key.id), 0); }},
        {"owner disabled", "key_owner_disabled", "key_owner_disabled", [](Bound& f) { f.enableOwner(false); }},
        {"owner deleted", "key_unknown", "key_unknown", [](Bound& f) { f.removeOwner(); }},
        {"rotated, no overlap", "key_superseded", "signature_mismatch",
         [](Bound& f) { f.require(f.keys().rotate(f.adaActor, f.key.key.id, 0s)); }},
        {"rotated, overlap over", "key_superseded", "signature_mismatch",
         [](Bound& f) {
             f.require(f.keys().rotate(f.adaActor, f.key.key.id, 10min));
             f.clock.advance(10min);
         }},
        {"another's text", "key_wrong_secret", "ok",
         [](Bound& f) { f.text = std::string(newKeyText(KeyTextKind::ApiKey, f.key.key.id, f.random)->view()); }, here, false},
        {"no key at all", "key_malformed", "key_malformed", [](Bound& f) { f.text = f.prefix = "spk_nonsense"; }, here, false},
        {"unknown", "key_unknown", "key_unknown",
         [](Bound& f) {
             f.text = std::string(newKeyText(KeyTextKind::ApiKey, KeyId("00000000"), f.random)->view());
             f.prefix = "spk_00000000";
         },
         here, false},
    };
    return all;
}

std::string wordOfVerdict(const KeyVerdict& verdict)
{
    return verdict.principal ? "ok" : verdict.refusal->recordedWord;
}

} // namespace

/// One rule, two ways in: whatever a key is refused for in its header it is refused for when it signs.
class KeyRefusalsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReason_onEveryWay_data();
    void everyReason_onEveryWay();
    void rightKey_opensOnEveryWay();
    void ownersScopes_holdOnEveryWay();
    void justBeforeTheEnd_opensOnEveryWay();
    void whatWasOpened_endsForTheSameReasons_data();
    void whatWasOpened_endsForTheSameReasons();
};

void KeyRefusalsTest::everyReason_onEveryWay_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("service");
    for (std::size_t reason = 0; reason < reasons().size(); ++reason)
        for (const bool service : {false, true})
            QTest::addRow("%s%s", reasons()[reason].name, service ? ", of a service account" : "")
                << static_cast<int>(reason) << service;
}

void KeyRefusalsTest::everyReason_onEveryWay()
{
    QFETCH(int, reason);
    QFETCH(bool, service);
    const Reason& why = reasons()[static_cast<std::size_t>(reason)];
    Bound f(service);
    // What somebody is told who has no key at all: outside every reason looks like that.
    const std::string noText = f.keys().authenticate("spk_nonsense", here).refusal->detail;
    const std::string noFit = f.send("n0", 0, f.prefix, "another secret").refusal->detail;
    why.arrange(f);
    std::size_t opened = 0, shown = 0;
    for (const Way& way : ways()) {
        const bool header = way.name == std::string_view("header");
        const bool publicPart = std::string_view(way.name).ends_with("public part");
        const KeyVerdict verdict = way.show(f, "n" + std::to_string(++shown), why.from);
        const std::string told = wordOfVerdict(verdict), wanted = publicPart ? why.publicPart : why.word;
        QVERIFY2(told == wanted, (way.name + (": " + told)).c_str());
        if (verdict.principal) {
            ++opened;
            continue;
        }
        QVERIFY(verdict.refusal->code == ErrorCode::Unauthenticated);
        QCOMPARE(verdict.refusal->word, std::string(header ? "key_invalid" : "signature_mismatch"));
        QCOMPARE(verdict.refusal->detail, header ? noText : noFit);
    }
    // Where it opened nothing nothing was used up: no nonce, no count.
    QCOMPARE(f.nonces->size(), opened);
    if (const auto seen = f.keys().read(f.adaActor, f.key.key.id))
        QCOMPARE(seen->useCount, static_cast<std::int64_t>(opened));
}

void KeyRefusalsTest::rightKey_opensOnEveryWay()
{
    for (const bool service : {false, true}) {
        Bound f(service);
        int shown = 0;
        for (const Way& way : ways()) {
            const KeyVerdict verdict = way.show(f, "n" + std::to_string(++shown), here);
            QVERIFY2(verdict.principal, way.name);
            QCOMPARE(verdict.principal->actor.key, f.key.key.id);
            QCOMPARE(f.require(f.keys().read(f.adaActor, f.key.key.id)).useCount, std::int64_t{shown});
        }
        // And again after the owner was away.
        f.enableOwner(false);
        f.enableOwner(true);
        for (const Way& way : ways())
            QVERIFY2(way.show(f, "n" + std::to_string(++shown), here).principal, way.name);
    }
}

void KeyRefusalsTest::ownersScopes_holdOnEveryWay()
{
    for (const Way& way : ways()) {
        Bound f(false);
        const auto may = [&](const char* nonce) {
            return way.show(f, nonce, here).principal->actor.permissions.has(access::Permission::RecordsRead);
        };
        QVERIFY2(may("n1"), way.name);
        f.require(f.identity->users().setRoles(Keys::system(), f.editor.id, {}));
        QVERIFY2(!may("n2"), way.name); // the key opens, and opens nothing
        f.require(f.identity->users().setRoles(Keys::system(), f.editor.id, {"viewer"}));
        QVERIFY2(may("n3"), way.name);
        ApiKeyPatch patch;
        patch.scopes = {"users:read"};
        f.require(f.keys().change(f.adaActor, f.key.key.id, patch));
        QVERIFY2(!may("n4"), way.name);
    }
}

void KeyRefusalsTest::justBeforeTheEnd_opensOnEveryWay()
{
    for (const Way& way : ways()) {
        Bound f(false);
        f.clock.advance(1h - 1us);
        QVERIFY2(way.show(f, "n1", here).principal, way.name);
        f.clock.advance(1us);
        QCOMPARE(wordOfVerdict(way.show(f, "n2", here)), std::string("key_expired"));
        Bound rotated(false);
        rotated.require(rotated.keys().rotate(rotated.adaActor, rotated.key.key.id, 10min));
        rotated.clock.advance(10min - 1us);
        QVERIFY2(way.show(rotated, "n1", here).principal, way.name);
    }
}

void KeyRefusalsTest::whatWasOpened_endsForTheSameReasons_data()
{
    QTest::addColumn<int>("reason");
    for (std::size_t reason = 0; reason < reasons().size(); ++reason)
        if (reasons()[reason].ends)
            QTest::addRow("%s", reasons()[reason].name) << static_cast<int>(reason);
}

/// A stream or an export that a key opened goes on only while the key would still open it.
void KeyRefusalsTest::whatWasOpened_endsForTheSameReasons()
{
    QFETCH(int, reason);
    const Reason& why = reasons()[static_cast<std::size_t>(reason)];
    Bound f(false);
    std::vector<access::Actor> actors;
    for (const Way& way : ways()) {
        const KeyVerdict verdict = way.show(f, "n" + std::to_string(actors.size()), here);
        QVERIFY2(verdict.principal, way.name);
        actors.push_back(verdict.principal->actor);
        actors.back().address = here;
        actors.back().keyProof = verdict.proof;
        QVERIFY2(f.identity->now(actors.back()), way.name);
    }
    why.arrange(f);
    for (access::Actor& actor : actors) {
        actor.address = why.from;
        QCOMPARE(wordOf(f.identity->now(actor)), std::string("token_invalid"));
    }
}

SALLYPORT_GUILESS_TEST(KeyRefusalsTest)

} // namespace tst_key_refusals
#include "tst_key_refusals.moc"
