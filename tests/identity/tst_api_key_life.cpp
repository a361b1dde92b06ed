#include "backend/crypto/mac.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <condition_variable>
#include <mutex>

namespace tst_api_key_life {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

class ApiKeyLifeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rotate_overlapEndsWithTheOldKey();
    void rotate_twice_endsTheOldest();
    void rotate_needsWhatTheKeyMay();
    void keyMadeByKey_neverOutlivesIt();
    void keyMadeByKey_isBoundAsItsMaker();
    void keyMadeByKey_drawsOnItsMakersRate();
    void keyChangedByKey_isNeverLoosened();
    void keyRotatedByKey_isAsNarrowAsIt();
    void keyOfOthers_changedByKey_isBoundByIt();
    void keyIsNotItsOwner();
    void signing_secretsAreSealedAndOverlap();
    void use_isCountedExactly_underLoad();
    void use_isWrittenAtTheEnd();
    void serviceAccount_livesAndDies();
    void serviceAccount_cannotSignIn();
    void recognise_tellsWhetherATextStillWorks();
    void maintain_forgetsWhatEndedLongAgo();
    void parallelRevocation_isRecordedOnce();
    void use_cannotBeWritten_isToldUntilItCan();
};

void ApiKeyLifeTest::rotate_overlapEndsWithTheOldKey()
{
    Keys f;
    NewApiKey wanted = Keys::named("x");
    wanted.expiresIn = 1h;
    const IssuedKey old = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    f.clock.advance(30min);
    // Two hours of overlap are asked for, but the old text would have ended in half an hour.
    const IssuedKey fresh = Keys::require(f.keys().rotate(f.edActor, old.key.id, 2h));
    QCOMPARE(fresh.key.id, old.key.id);
    QVERIFY(fresh.key.previousUntil == old.key.expiresAt);
    QVERIFY(fresh.key.expiresAt == f.clock.now() + 1h);
    QVERIFY(f.works(old.text.view()) && f.works(fresh.text.view()));
    f.clock.advance(30min);
    QCOMPARE(f.word(old.text.view()), std::string("key_superseded"));
    QVERIFY(f.works(fresh.text.view()));
    QCOMPARE(f.count(audit::kind::keyRotated), 1);
    const IssuedKey atOnce = Keys::require(f.keys().rotate(f.edActor, old.key.id, 0s));
    QCOMPARE(f.word(fresh.text.view()), std::string("key_superseded"));
    QVERIFY(f.works(atOnce.text.view()));
    QCOMPARE(wordOf(f.keys().rotate(f.edActor, old.key.id, -1s)), std::string("validation_failed"));
}

void ApiKeyLifeTest::rotate_twice_endsTheOldest()
{
    Keys f;
    const IssuedKey first = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    const IssuedKey second = Keys::require(f.keys().rotate(f.edActor, first.key.id, 1h));
    const IssuedKey third = Keys::require(f.keys().rotate(f.edActor, first.key.id, 1h));
    QCOMPARE(f.word(first.text.view()), std::string("key_wrong_secret"));
    QVERIFY(f.works(second.text.view()) && f.works(third.text.view()));
}

void ApiKeyLifeTest::rotate_needsWhatTheKeyMay()
{
    Keys f;
    const IssuedKey strong = Keys::require(f.keys().create(f.adaActor, Keys::named("strong", {"users:delete"})));
    access::Actor limited = access::Actor::system("Limited");
    limited.permissions = {};
    limited.permissions.add(access::Permission::KeysUpdate);
    QCOMPARE(wordOf(f.keys().rotate(limited, strong.key.id, 0s)), std::string("permission_denied"));
    // Nor does a weak key of the same owner get the strong one in its hands.
    const IssuedKey weak = Keys::require(f.keys().create(f.adaActor, Keys::named("weak", {"keys:own"})));
    const access::Actor acting = f.keys().authenticate(weak.text.view(), here).principal->actor;
    QCOMPARE(wordOf(f.keys().rotate(acting, strong.key.id, 0s)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.keys().create(acting, Keys::named("child", {"users:read"}))), std::string("permission_denied"));
    ApiKeyPatch wider;
    wider.scopes = {"keys:own", "users:read"};
    QCOMPARE(wordOf(f.keys().change(acting, weak.key.id, wider)), std::string("permission_denied"));
}

void ApiKeyLifeTest::keyMadeByKey_neverOutlivesIt()
{
    Keys f;
    NewApiKey wanted = Keys::named("parent", {"keys:own"});
    wanted.expiresIn = 1h;
    const IssuedKey parent = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    f.clock.advance(30min);
    const access::Actor acting = f.keys().authenticate(parent.text.view(), here).principal->actor;
    const IssuedKey child = Keys::require(f.keys().create(acting, Keys::named("child", {"keys:own"})));
    QVERIFY(child.key.expiresAt == parent.key.expiresAt);
    const IssuedKey renewed = Keys::require(f.keys().rotate(acting, parent.key.id, 0s));
    QVERIFY(renewed.key.expiresAt == parent.key.expiresAt);
}

namespace {

const settings::RateLimit threeAnHour{3, 3600s};

template <typename T>
std::string reasonOf(const Result<T>& result)
{
    return result || result.error().word.empty() ? wordOf(result) : result.error().word;
}

/// One member of a change.
template <typename Member, typename Value>
ApiKeyPatch patch(Member ApiKeyPatch::*member, Value value)
{
    ApiKeyPatch made;
    made.*member = std::move(value);
    return made;
}

/// A key of the editor that manages keys, from one network, three times an hour, for an hour.
struct BoundKey : Keys {
    explicit BoundKey(std::vector<std::string> scopes = {"keys:own", "records:read"})
    {
        NewApiKey wanted = named("bound", std::move(scopes));
        wanted.addresses = {"203.0.113.0/24"};
        wanted.rate = threeAnHour;
        wanted.expiresIn = 1h;
        issued = require(keys().create(edActor, std::move(wanted)));
        acting = keys().authenticate(issued.text.view(), here).principal->actor;
    }
    std::string made(const std::function<void(NewApiKey&)>& with)
    {
        NewApiKey key = named("child", {"records:read"});
        with(key);
        return reasonOf(keys().create(acting, std::move(key)));
    }
    std::string changed(const KeyId& id, const ApiKeyPatch& to) { return reasonOf(keys().change(acting, id, to)); }

    IssuedKey issued;
    access::Actor acting;
};

} // namespace

void ApiKeyLifeTest::keyMadeByKey_isBoundAsItsMaker()
{
    BoundKey f;
    // What isn't said is taken over.
    const IssuedKey child = Keys::require(f.keys().create(f.acting, Keys::named("child", {"records:read"})));
    QCOMPARE(child.key.addresses, std::vector<std::string>{"203.0.113.0/24"});
    QVERIFY(child.key.rate == threeAnHour);
    QVERIFY(child.key.expiresAt == f.issued.key.expiresAt);
    QCOMPARE(f.word(child.text.view(), *IpAddress::parse("203.0.114.7")), std::string("key_address"));
    // Narrower is fine, wider in any way is not.
    QCOMPARE(f.made([](NewApiKey& key) { key.addresses = {"203.0.113.7"}; }), std::string("ok"));
    QCOMPARE(f.made([](NewApiKey& key) { key.rate = settings::RateLimit{2, 3600s}; }), std::string("ok"));
    QCOMPARE(f.made([](NewApiKey& key) { key.rate = settings::RateLimit{3, 7200s}; }), std::string("ok"));
    for (const char* wider : {"203.0.112.0/23", "203.0.114.7", "0.0.0.0/0", "::/0", "2001:db8::1"})
        QCOMPARE(f.made([&](NewApiKey& key) { key.addresses = {"203.0.113.7", wider}; }), std::string("key_bounds"));
    for (const settings::RateLimit& more : {settings::RateLimit{4, 3600s}, {3, 3599s}, {2, 2000s}, {72, 86400s}})
        QCOMPARE(f.made([&](NewApiKey& key) { key.rate = more; }), std::string("key_bounds"));
    QCOMPARE(f.made([](NewApiKey& key) { key.scopes = {"records:update"}; }), std::string("permission_denied"));
    // A child is as bound when it acts, and the network stays when the child leaves its own out.
    const IssuedKey parent = Keys::require(f.keys().create(f.acting, Keys::named("parent", {"keys:own"})));
    const access::Actor next = f.keys().authenticate(parent.text.view(), here).principal->actor;
    const IssuedKey grandchild = Keys::require(f.keys().create(next, Keys::named("grandchild", {"keys:own"})));
    QCOMPARE(grandchild.key.addresses, std::vector<std::string>{"203.0.113.0/24"});
    QVERIFY(grandchild.key.rate == threeAnHour);
    // Its owner, signed in, is bound by nothing.
    QVERIFY(Keys::require(f.keys().create(f.edActor, Keys::named("free", {"records:read"}))).key.addresses.empty());
}

void ApiKeyLifeTest::keyMadeByKey_drawsOnItsMakersRate()
{
    BoundKey f;
    using Buckets = std::vector<KeyBucket>;
    const auto buckets = [&](const IssuedKey& key) { return f.keys().authenticate(key.text.view(), here).principal->makerRates; };
    const auto made = [&](const access::Actor& by, std::optional<settings::RateLimit> rate = std::nullopt) {
        NewApiKey key = Keys::named("made", {"keys:own"});
        key.rate = rate;
        return Keys::require(f.keys().create(by, std::move(key)));
    };
    const Buckets ofMaker{{f.issued.key.id, threeAnHour}};
    QCOMPARE(buckets(f.issued).size(), std::size_t(0));
    const IssuedKey child = made(f.acting, settings::RateLimit{2, 3600s});
    QVERIFY(buckets(child) == ofMaker);
    // What that makes draws on both; one as wide as its maker says nothing new.
    const access::Actor next = f.keys().authenticate(child.text.view(), here).principal->actor;
    QVERIFY(buckets(made(next)) == (Buckets{{child.key.id, {2, 3600s}}, {f.issued.key.id, threeAnHour}}));
    const IssuedKey even = made(f.acting);
    const IssuedKey ofEven = made(f.keys().authenticate(even.text.view(), here).principal->actor);
    QVERIFY(buckets(ofEven) == ofMaker);
    // Told to a key by rotating it: the same. Its own rotation changes nothing.
    const IssuedKey apart = made(f.edActor, settings::RateLimit{1, 3600s});
    QVERIFY(buckets(apart).empty());
    ApiKeyPatch narrow = patch(&ApiKeyPatch::addresses, std::vector<std::string>{"203.0.113.7"});
    Keys::require(f.keys().change(f.edActor, apart.key.id, narrow));
    QVERIFY(buckets(Keys::require(f.keys().rotate(f.acting, apart.key.id, 0s))) == ofMaker);
    const IssuedKey itself = Keys::require(f.keys().rotate(f.acting, f.issued.key.id, 0s));
    QVERIFY(buckets(itself).empty());
    // The maker's limit as it is now, also after everything was read again.
    Keys::require(f.keys().change(f.edActor, f.issued.key.id, patch(&ApiKeyPatch::rate, settings::RateLimit{2, 7200s})));
    QVERIFY(buckets(ofEven) == (Buckets{{f.issued.key.id, {2, 7200s}}}));
    QVERIFY(f.identity->reload());
    QVERIFY(buckets(ofEven) == (Buckets{{f.issued.key.id, {2, 7200s}}}));
    // A person decides anew; a key doesn't.
    Keys::require(f.keys().change(f.acting, ofEven.key.id, patch(&ApiKeyPatch::rate, settings::RateLimit{1, 7200s})));
    QCOMPARE(buckets(ofEven).size(), std::size_t(1));
    Keys::require(f.keys().change(f.edActor, ofEven.key.id, patch(&ApiKeyPatch::rate, settings::RateLimit{5, 60s})));
    QVERIFY(buckets(ofEven).empty());
}

void ApiKeyLifeTest::keyChangedByKey_isNeverLoosened()
{
    BoundKey f;
    NewApiKey other = Keys::named("sibling", {"records:read"});
    other.addresses = {"203.0.113.7"};
    other.rate = settings::RateLimit{2, 3600s};
    other.expiresIn = 30min;
    const IssuedKey sibling = Keys::require(f.keys().create(f.edActor, std::move(other)));
    for (const IssuedKey* key : std::initializer_list<const IssuedKey*>{&f.issued, &sibling}) {
        const KeyId& id = key->key.id;
        QCOMPARE(f.changed(id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{})), std::string("key_bounds"));
        QCOMPARE(f.changed(id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{"203.0.112.0/23"})),
                 std::string("key_bounds"));
        QCOMPARE(f.changed(id, patch(&ApiKeyPatch::rate, std::optional<settings::RateLimit>())), std::string("key_bounds"));
        QCOMPARE(f.changed(id, patch(&ApiKeyPatch::rate, settings::RateLimit{4, 3600s})), std::string("key_bounds"));
        const ApiKey longer = Keys::require(f.keys().change(f.acting, id, patch(&ApiKeyPatch::expiresIn, 24h)));
        QVERIFY(longer.expiresAt == key->key.expiresAt);
    }
    // Within what the acting key has, and still looser than the sibling was.
    QCOMPARE(f.changed(sibling.key.id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{"203.0.113.0/24"})),
             std::string("key_bounds"));
    QCOMPARE(f.changed(sibling.key.id, patch(&ApiKeyPatch::rate, threeAnHour)), std::string("key_bounds"));
    QCOMPARE(f.changed(sibling.key.id, patch(&ApiKeyPatch::scopes, std::vector<std::string>{"records:read", "keys:own"})),
             std::string("key_bounds"));
    // Tighter is fine; its owner, signed in, may do either.
    ApiKeyPatch tight = patch(&ApiKeyPatch::addresses, std::vector<std::string>{"203.0.113.7"});
    tight.rate = settings::RateLimit{1, 3600s};
    const ApiKey tighter = Keys::require(f.keys().change(f.acting, f.issued.key.id, tight));
    QCOMPARE(tighter.addresses, std::vector<std::string>{"203.0.113.7/32"});
    QVERIFY(Keys::require(f.keys().change(f.edActor, f.issued.key.id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{})))
                .addresses.empty());
    // The network of now counts, not that of the request's begin.
    QVERIFY(Keys::require(f.keys().create(f.acting, Keys::named("late", {"records:read"}))).key.addresses.empty());
}

void ApiKeyLifeTest::keyRotatedByKey_isAsNarrowAsIt()
{
    BoundKey f;
    const auto siblingWith = [&](const std::function<void(NewApiKey&)>& with) {
        NewApiKey key = Keys::named("sibling", {"records:read"});
        key.addresses = {"203.0.113.7"};
        key.rate = settings::RateLimit{1, 3600s};
        key.expiresIn = 30min;
        with(key);
        return Keys::require(f.keys().create(f.edActor, std::move(key))).key;
    };
    const auto rotated = [&](const ApiKey& key) { return reasonOf(f.keys().rotate(f.acting, key.id, 0s)); };
    QCOMPARE(rotated(siblingWith([](NewApiKey& key) { key.addresses.clear(); })), std::string("key_bounds"));
    QCOMPARE(rotated(siblingWith([](NewApiKey& key) { key.rate.reset(); })), std::string("key_bounds"));
    QCOMPARE(rotated(siblingWith([](NewApiKey& key) { key.scopes = {"records:update"}; })), std::string("permission_denied"));
    const ApiKey narrow = siblingWith([](NewApiKey&) {});
    f.clock.advance(10min);
    const IssuedKey renewed = Keys::require(f.keys().rotate(f.acting, narrow.id, 0s));
    QVERIFY(renewed.key.expiresAt == narrow.expiresAt); // and not half an hour from now
    QCOMPARE(renewed.key.addresses, narrow.addresses);
    const IssuedKey itself = Keys::require(f.keys().rotate(f.acting, f.issued.key.id, 0s));
    QVERIFY(itself.key.expiresAt == f.issued.key.expiresAt);
    QCOMPARE(itself.key.addresses, f.issued.key.addresses);
}

void ApiKeyLifeTest::keyOfOthers_changedByKey_isBoundByIt()
{
    Keys f;
    NewApiKey wanted = Keys::named("keeper", {"keys:create", "keys:update", "keys:own", "users:read", "roles:read",
                                              "records:read", "comments:read", "files:read"});
    wanted.addresses = {"203.0.113.0/24"};
    wanted.expiresIn = 24h;
    const IssuedKey keeper = Keys::require(f.keys().create(f.adaActor, std::move(wanted)));
    const access::Actor acting = f.keys().authenticate(keeper.text.view(), here).principal->actor;
    const ServiceAccount account = Keys::require(f.identity->serviceAccounts().create(f.adaActor, {"Robot", "", {"viewer"}}));
    NewApiKey theirs = Keys::named("theirs", {"records:read"});
    theirs.owner = account.id;
    const IssuedKey made = Keys::require(f.keys().create(acting, std::move(theirs)));
    QCOMPARE(made.key.addresses, std::vector<std::string>{"203.0.113.0/24"});
    QVERIFY(made.key.expiresAt == keeper.key.expiresAt);
    QCOMPARE(reasonOf(f.keys().change(acting, made.key.id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{}))),
             std::string("key_bounds"));
    const ApiKey narrow = Keys::require(
        f.keys().change(acting, made.key.id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{"203.0.113.7"})));
    QCOMPARE(narrow.addresses, std::vector<std::string>{"203.0.113.7/32"});
    // Not its own owner's: it may be given back what the keeper has.
    QCOMPARE(Keys::require(
                 f.keys().change(acting, made.key.id, patch(&ApiKeyPatch::addresses, std::vector<std::string>{"203.0.113.0/24"})))
                 .addresses,
             keeper.key.addresses);
}

void ApiKeyLifeTest::keyIsNotItsOwner()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.viActor, Keys::named("x", {"records:read"})));
    const access::Actor acting = f.keys().authenticate(issued.text.view(), here).principal->actor;
    QCOMPARE(acting.id, f.viewer.id);
    // A person reads the own account without any permission; a key needs its scope.
    QVERIFY(f.identity->users().read(f.viActor, f.viewer.id));
    QCOMPARE(wordOf(f.identity->users().read(acting, f.viewer.id)), std::string("permission_denied"));
}

void ApiKeyLifeTest::signing_secretsAreSealedAndOverlap()
{
    Keys f;
    NewApiKey wanted = Keys::named("x");
    wanted.signing = true;
    const IssuedKey first = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    std::vector<std::string> known{std::string(first.signingSecret.view())};
    /// The known secrets whose signatures are good now, by number.
    const auto secretsOf = [&](std::string_view text) {
        std::string fitting;
        for (const SignatureKey& key : f.keys().findForSignature(text, here).keys)
            for (std::size_t i = 0; i < known.size(); ++i)
                if (key.fits("text", *crypto::hmacSha256(asBytes(known[i]), asBytes("text"))))
                    fitting += std::to_string(i + 1);
        return fitting;
    };
    QCOMPARE(secretsOf(first.text.view()), std::string("1"));
    QCOMPARE(secretsOf(first.key.prefix), std::string("1")); // the public part is enough: the signature proves
    QVERIFY(f.keys().findForSignature(first.key.prefix, here).principal);
    const IssuedKey second = Keys::require(f.keys().rotate(f.edActor, first.key.id, 1h));
    known.emplace_back(second.signingSecret.view());
    QCOMPARE(secretsOf(first.key.prefix), std::string("21"));
    f.clock.advance(1h);
    QCOMPARE(secretsOf(first.key.prefix), std::string("2"));
    Keys::require(f.keys().revoke(f.edActor, first.key.id), 0);
    QCOMPARE(secretsOf(first.key.prefix), std::string());
    const IssuedKey plain = Keys::require(f.keys().create(f.edActor, Keys::named("plain")));
    QVERIFY(plain.signingSecret.empty());
    QCOMPARE(f.keys().findForSignature(plain.text.view(), here).refusal->recordedWord, std::string("key_unsigned"));
    // Looking for a key counts nothing; only a verified signature does.
    QCOMPARE(Keys::require(f.keys().read(f.edActor, plain.key.id)).useCount, std::int64_t{0});
    f.keys().countUse(plain.key.id, here);
    QCOMPARE(Keys::require(f.keys().read(f.edActor, plain.key.id)).useCount, std::int64_t{1});
}

void ApiKeyLifeTest::use_isCountedExactly_underLoad()
{
    Keys f;
    const IssuedKey one = Keys::require(f.keys().create(f.edActor, Keys::named("one")));
    const IssuedKey two = Keys::require(f.keys().create(f.edActor, Keys::named("two")));
    constexpr int threads = 8, each = 2000;
    inParallel(threads, [&](int thread) {
        for (int i = 0; i < each; ++i) {
            QVERIFY(f.works(one.text.view()));
            if (i % 4 == 0)
                QVERIFY(f.works(two.text.view()));
            if (thread == 0 && i % 100 == 0)
                Keys::require(f.keys().flushUse(), 0);
        }
    });
    f.clock.advance(5s);
    QVERIFY(f.works(one.text.view()));
    const UtcTime last = f.clock.now();
    const auto counted = [&] {
        return std::pair(Keys::require(f.keys().read(f.edActor, one.key.id)).useCount,
                         Keys::require(f.keys().read(f.edActor, two.key.id)).useCount);
    };
    const auto wanted = std::pair<std::int64_t, std::int64_t>(threads * each + 1, threads * each / 4);
    QCOMPARE(counted(), wanted);
    Keys::require(f.keys().flushUse(), 0);
    f.open(); // what the database has
    QCOMPARE(counted(), wanted);
    const ApiKey seen = Keys::require(f.keys().read(f.edActor, one.key.id));
    QVERIFY(seen.lastUsedAt == last);
    QCOMPARE(seen.lastUsedAddress, std::string("203.0.113.7"));
    // Refused requests are no use.
    QVERIFY(!f.works(std::string(one.text.view().substr(0, keyTextLength - 1)) + "?"));
    QCOMPARE(counted(), wanted);
}

void ApiKeyLifeTest::use_isWrittenAtTheEnd()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    for (int i = 0; i < 7; ++i)
        QVERIFY(f.works(issued.text.view()));
    f.open(); // ends the old module without a flush by hand
    QCOMPARE(Keys::require(f.keys().read(f.edActor, issued.key.id)).useCount, std::int64_t{7});
}

void ApiKeyLifeTest::serviceAccount_livesAndDies()
{
    Keys f;
    ServiceAccounts& accounts = f.identity->serviceAccounts();
    const ServiceAccount account = Keys::require(accounts.create(f.adaActor, {"Build runner", "Deploys", {"editor"}}));
    QCOMPARE(wordOf(accounts.create(f.adaActor, {"build RUNNER", "", {}})), std::string("conflict"));
    QCOMPARE(wordOf(accounts.create(f.edActor, {"Other", "", {}})), std::string("permission_denied"));
    QCOMPARE(wordOf(accounts.create(f.adaActor, {"Other", "", {"no_such_role"}})), std::string("validation_failed"));
    NewApiKey key = Keys::named("CI deploy", {"records:update"});
    key.owner = account.id;
    const IssuedKey issued = Keys::require(f.keys().create(f.adaActor, std::move(key)));
    QVERIFY(issued.key.owner.service);
    const auto principal = f.keys().authenticate(issued.text.view(), here).principal;
    QVERIFY(principal->actor.kind == access::Actor::Kind::Service);
    QCOMPARE(principal->actor.name, std::string("Build runner"));
    const ServiceAccount seen = Keys::require(accounts.read(f.adaActor, account.id));
    QCOMPARE(seen.keys, std::int64_t{1});
    QVERIFY(seen.lastUsedAt == f.clock.now());

    ServiceAccountPatch patch;
    patch.roles = {"viewer"};
    Keys::require(accounts.change(f.adaActor, account.id, patch));
    QVERIFY(f.keys().authenticate(issued.text.view(), here).principal->actor.permissions.empty());
    patch = {};
    patch.enabled = false;
    Keys::require(accounts.change(f.adaActor, account.id, patch));
    QCOMPARE(f.word(issued.text.view()), std::string("key_owner_disabled"));
    QCOMPARE(f.count(audit::kind::serviceAccountChanged), 2);
    Keys::require(accounts.remove(f.adaActor, account.id), 0);
    QCOMPARE(f.word(issued.text.view()), std::string("key_unknown"));
    QCOMPARE(wordOf(accounts.read(f.adaActor, account.id)), std::string("not_found"));
    f.open();
    QCOMPARE(f.word(issued.text.view()), std::string("key_unknown"));

    for (int i = 0; i < 7; ++i)
        Keys::require(f.identity->serviceAccounts().create(f.adaActor, {"Account " + std::to_string(i), "", {}}));
    for (const bool descending : {false, true}) {
        ServiceAccountQuery query;
        query.limit = 3;
        query.descending = descending;
        std::vector<std::string> names;
        do {
            const ServiceAccountPage page = Keys::require(f.identity->serviceAccounts().list(f.adaActor, query));
            QCOMPARE(page.total, std::int64_t{7});
            for (const ServiceAccount& each : page.accounts)
                names.push_back(each.name);
            query.cursor = page.nextCursor;
        } while (!query.cursor.empty());
        QCOMPARE(names.size(), std::size_t{7});
        QVERIFY(std::ranges::is_sorted(names, [&](const auto& a, const auto& b) { return descending ? b < a : a < b; }));
    }
}

void ApiKeyLifeTest::serviceAccount_cannotSignIn()
{
    Keys f;
    Keys::require(f.identity->serviceAccounts().create(f.adaActor, {"Build runner", "", {}}));
    QCOMPARE(wordOf(f.login("Build runner", "")), std::string("unauthenticated"));
    QCOMPARE(wordOf(f.login("", "")), std::string("unauthenticated"));
}

void ApiKeyLifeTest::recognise_tellsWhetherATextStillWorks()
{
    Keys f;
    NewApiKey wanted = Keys::named("x");
    wanted.signing = true;
    const IssuedKey old = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    const IssuedKey fresh = Keys::require(f.keys().rotate(f.edActor, old.key.id, 1h));
    const auto works = [&](const SecretBytes& text) { return Keys::require(f.keys().recognise(f.adaActor, text.view())).works; };
    QVERIFY(works(old.text) && works(fresh.text) && works(old.signingSecret) && works(fresh.signingSecret));
    QVERIFY(Keys::require(f.keys().recognise(f.adaActor, fresh.signingSecret.view())).signing);
    f.clock.advance(1h);
    QVERIFY(!works(old.text) && works(fresh.text) && !works(old.signingSecret) && works(fresh.signingSecret));
    Keys::require(f.keys().revoke(f.edActor, old.key.id), 0);
    QVERIFY(!works(fresh.text) && !works(fresh.signingSecret));
    crypto::SystemRandom random;
    const auto foreign = newKeyText(KeyTextKind::ApiKey, KeyId("00000000"), random);
    QCOMPARE(wordOf(f.keys().recognise(f.adaActor, foreign->view())), std::string("not_found"));
    QCOMPARE(wordOf(f.keys().recognise(f.viActor, fresh.text.view())), std::string("not_found"));
}

void ApiKeyLifeTest::maintain_forgetsWhatEndedLongAgo()
{
    Keys f;
    const IssuedKey gone = Keys::require(f.keys().create(f.adaActor, Keys::named("gone")));
    NewApiKey longLived = Keys::named("kept");
    longLived.expiresIn = 366 * 24h;
    const IssuedKey kept = Keys::require(f.keys().create(f.adaActor, std::move(longLived)));
    Keys::require(f.keys().revoke(f.adaActor, gone.key.id), 0);
    f.clock.advance(89 * 24h);
    Keys::require(f.identity->removeExpired(f.clock.now()), 0);
    QCOMPARE(f.word(gone.text.view()), std::string("key_revoked"));
    f.clock.advance(25h);
    Keys::require(f.identity->removeExpired(f.clock.now()), 0);
    QCOMPARE(f.word(gone.text.view()), std::string("key_unknown"));
    QVERIFY(f.works(kept.text.view()));
}

void ApiKeyLifeTest::use_cannotBeWritten_isToldUntilItCan()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<bool> told;
    f.identity->watchKeyUse([&](const Result<void>& written) {
        const std::lock_guard lock(mutex);
        told.push_back(written.has_value());
        changed.notify_all();
    });
    const auto wait = [&](bool wanted) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, 20s, [&] { return !told.empty() && told.back() == wanted; });
    };
    const auto sql = [&](std::string_view text) {
        Keys::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto statement, transaction.prepare(text));
            return statement.run();
        }),
                      0);
    };
    sql("CREATE TRIGGER in_the_way BEFORE UPDATE ON api_keys BEGIN SELECT RAISE(ABORT, 'no'); END");
    QVERIFY(f.works(issued.text.view()));
    QVERIFY(wait(false));
    sql("DROP TRIGGER in_the_way");
    QVERIFY(wait(true)); // tried again by itself, with what was counted before
    f.identity->watchKeyUse({});
    QCOMPARE(Keys::require(f.keys().read(f.edActor, issued.key.id)).useCount, std::int64_t{1});
}

void ApiKeyLifeTest::parallelRevocation_isRecordedOnce()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    inParallel(8, [&](int) { Keys::require(f.keys().revoke(f.adaActor, issued.key.id), 0); });
    QCOMPARE(f.count(audit::kind::keyRevoked), 1);
}

SALLYPORT_GUILESS_TEST(ApiKeyLifeTest)

} // namespace tst_api_key_life
#include "tst_api_key_life.moc"
