#include "tests/identity/identity_fixture.h"
#include "tests/identity/outside_fixture.h"

#include "backend/identity/factors/totp.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_credentials {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

/// A user whose second factor is on.
struct WithFactor : IdentityFixture {
    User user;
    Bytes secret;
    std::vector<SecretBytes> codes;

    WithFactor()
    {
        user = addUser("ada@example.test");
        secret = *fromBase32(require(identity->mfa().begin(system(), user.id)).secret.view());
        codes = require(identity->mfa().confirm(system(), user.id, code()));
        clock.advance(60s);
    }
    std::string code() const { return *hotp(secret, static_cast<std::uint64_t>(totpStep(clock.now()))); }
    MfaPending pending() { return std::move(std::get<MfaPending>(*login("ada@example.test"))); }
    Result<Tokens> finish(const MfaPending& pending, const std::string& with)
    {
        return identity->signIn().completeMfa(pending.mfaToken, with, from());
    }
    std::vector<Bytes> storedCodes()
    {
        return require(store->read([&](storage::Transaction& transaction) -> Result<std::vector<Bytes>> {
            SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT code_hash FROM recovery_codes WHERE user_id = $1"));
            rows.bind(1, user.id);
            std::vector<Bytes> hashes;
            for (;;) {
                SALLYPORT_ASSIGN(const bool row, rows.step());
                if (!row)
                    return hashes;
                hashes.push_back(rows.blob());
            }
        }));
    }
};

} // namespace

/// Rows of the ASVS about passwords, factors and tokens that no other test is about.
class TstCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_6_2_10_password_neverGetsTooOld()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        f.clock.advance(24h * 365 * 20);
        QVERIFY(std::holds_alternative<Tokens>(*f.login("ada@example.test")));
    }

    void asvs_6_3_2_freshVault_hasNoAccount()
    {
        IdentityFixture f;
        QCOMPARE(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), {})).total, std::int64_t{0});
        for (const char* name : {"admin", "admin@localhost", "root", "administrator@sallyport.local"})
            for (const char* password : {"admin", "password", "", "sallyport"})
                QCOMPARE(wordOf(f.login(name, password)), std::string("unauthenticated"));
    }

    void asvs_6_5_2_recoveryCodes_storedAsHashesOnly()
    {
        WithFactor f;
        const std::vector<Bytes> stored = f.storedCodes();
        QCOMPARE(stored.size(), f.codes.size());
        for (const Bytes& hash : stored) {
            QCOMPARE(hash.size(), std::size_t{32});
            for (const SecretBytes& code : f.codes)
                QVERIFY(std::ranges::search(hash, asBytes(code.view())).empty());
        }
    }

    void asvs_6_5_3_seed_of160Bits_fromTheSystemsRandomness()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const auto seed = [&] {
            return *fromBase32(
                IdentityFixture::require(f.identity->mfa().begin(IdentityFixture::system(), user.id)).secret.view());
        };
        const Bytes first = seed();
        QCOMPARE(first.size() * 8, std::size_t{160});
        QVERIFY(seed() != first);
        // Without randomness there is an error, not a weaker seed.
        f.random.setFailing(true);
        QVERIFY(!f.identity->mfa().begin(IdentityFixture::system(), user.id));
    }

    void asvs_6_5_6_resetFactor_endsPendingSignInsAndItsCodes()
    {
        WithFactor f;
        const MfaPending waiting = f.pending();
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), f.user.id, UserAction::ResetMfa), 0);
        QVERIFY(!f.finish(waiting, f.code()));
        QVERIFY(!f.finish(waiting, std::string(f.codes.front().view())));
        QVERIFY(f.storedCodes().empty());
        QVERIFY(std::holds_alternative<Tokens>(*f.login("ada@example.test")));
    }

    void asvs_6_5_8_clockSetBack_usedStepStaysUsed()
    {
        WithFactor f;
        const std::string used = f.code();
        QVERIFY(f.finish(f.pending(), used));
        f.clock.advance(90s);
        QVERIFY(f.finish(f.pending(), f.code()));
        f.clock.advance(-90s);
        QCOMPARE(f.code(), used);
        QVERIFY(!f.finish(f.pending(), used));
    }

    void asvs_10_2_3_scopes_onlyWhatIsNeeded()
    {
        OutsideFixture f;
        const IdentityProvider provider = f.addProvider([](NewProvider& fields) { fields.fields.scopes = {"openid"}; });
        QCOMPARE(OutsideFixture::parameter(f.start().url, "scope"), std::string("openid"));
        // Unless somebody says otherwise: who it is, and the address and name that a first login needs.
        f.changeProvider(provider, [](ProviderFields& fields) { fields.scopes.clear(); });
        QCOMPARE(OutsideFixture::parameter(f.start().url, "scope"), std::string("email%20openid%20profile"));
    }

    void asvs_10_3_1_introspection_ofAnotherIssuersToken_isInactive()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        auto& issued = f.identity->issuedTokens();
        QVERIFY(IdentityFixture::require(issued.introspect(IdentityFixture::system(), tokens.accessToken.view())));
        f.identity->setIssuer("https://other.example");
        QVERIFY(!IdentityFixture::require(issued.introspect(IdentityFixture::system(), tokens.accessToken.view())));
    }

    void asvs_10_3_3_accountOfTheSameName_isNotReachedByAnOldToken()
    {
        IdentityFixture f;
        const User before = f.addUser("ada@example.test");
        const Tokens old = f.tokens("ada@example.test");
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), before.id, UserAction::Delete), 0);
        const User after = f.addUser("ada@example.test");
        QVERIFY(after.id != before.id);
        QVERIFY(!f.authenticate(old));
        QVERIFY(!f.identity->signIn().refresh(SecretBytes::fromText(old.refreshToken.view()), f.from()));
        QCOMPARE(f.actor(f.tokens("ada@example.test")).id, after.id);
    }

    void asvs_10_4_8_refresh_allDayLong_endsWithTheFamily()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        Tokens tokens = f.tokens("ada@example.test");
        const UtcTime start = f.clock.now();
        for (;;) {
            f.clock.advance(59min);
            auto next = f.identity->signIn().refresh(tokens.refreshToken, f.from());
            if (!next)
                break;
            tokens = std::move(*next);
            QVERIFY(f.clock.now() - start < 24h);
        }
        QVERIFY(f.clock.now() - start >= 24h);
        QVERIFY(!f.authenticate(tokens));
    }
};

SALLYPORT_TEST(TstCredentials)

} // namespace tst_credentials
#include "tst_credentials.moc"
