#include "backend/identity/passwords/password_cost.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_password_cost {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

constexpr crypto::PasswordCost usual{19'456, 2, 1};

/// A machine that goes over `mibPerSecond` of memory.
HashOnce machine(double mibPerSecond, int* hashes = nullptr)
{
    return [=](const crypto::PasswordCost& cost) -> Result<std::chrono::microseconds> {
        if (hashes)
            ++*hashes;
        return std::chrono::microseconds(static_cast<std::int64_t>(cost.memoryKib * 1e6 * cost.passes / 1024 / mibPerSecond));
    };
}

std::string storedHash(IdentityFixture& f, const std::string& email)
{
    return f.require(f.store->read([&](storage::Transaction& transaction) -> Result<std::string> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT password_hash FROM users WHERE email = $1"));
        row.bind(1, std::string_view(email));
        SALLYPORT_ASSIGN(const bool found, row.step());
        return found ? row.text() : std::string();
    }));
}

} // namespace

class TstPasswordCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void best_isTheDearestWithinTheTarget()
    {
        const auto measured = measureCosts(usual, 250ms, machine(1000), {});
        QVERIFY(measured);
        QVERIFY(measured->withinTarget);
        // 192 MiB once, 96 twice, 64 three times: 192 each, of which one pass has the most memory.
        QVERIFY((measured->best.cost == crypto::PasswordCost{196'608, 1, 1}));
        QVERIFY(measured->now.cost == usual);
        QCOMPARE(measured->now.took.count(), std::int64_t{38'000});
    }

    void slowMachine_getsTheLeastThatIsAllowed()
    {
        const auto measured = measureCosts(usual, 20ms, machine(10), {});
        QVERIFY(measured);
        QVERIFY(!measured->withinTarget);
        QVERIFY((measured->best.cost == crypto::PasswordCost{12'288, 3, 1}));
        QCOMPARE(measured->tried.size(), std::size_t{3});
    }

    void noPrice_isBelowOwasp_andNoneIsTriedBeyondTheTarget()
    {
        int hashes = 0;
        const auto measured = measureCosts(usual, 100ms, machine(500, &hashes), {});
        QVERIFY(measured);
        int beyond = 0;
        for (const CostTiming& timing : measured->tried) {
            QVERIFY(timing.cost.memoryKib >= settings::leastArgon2Memory(timing.cost.passes));
            beyond += timing.took > 100ms;
        }
        QCOMPARE(beyond, 3);
        QVERIFY(hashes <= 2 * static_cast<int>(measured->tried.size() + 1));
    }

    void progress_reachesItsEnd_andCancels()
    {
        std::int64_t last = -1, all = 0;
        QVERIFY(measureCosts(usual, 250ms, machine(1000), [&](std::int64_t done, std::int64_t total) {
            const bool grows = done >= last;
            last = done;
            all = total;
            return grows;
        }));
        QCOMPARE(last, all);
        int asked = 0;
        const auto cancelled = measureCosts(usual, 250ms, machine(1000), [&](std::int64_t, std::int64_t) { return ++asked < 4; });
        QVERIFY(!cancelled);
        QVERIFY(cancelled.error().code == ErrorCode::Cancelled);
    }

    void tooMuchMemory_endsTheRow_notTheMeasurement()
    {
        const auto measured = measureCosts(usual, 1s,
                                           [](const crypto::PasswordCost& cost) -> Result<std::chrono::microseconds> {
                                               if (cost.memoryKib > 65'536)
                                                   return makeError(ErrorCode::CryptoFailure, "no memory");
                                               return std::chrono::microseconds(1000 * cost.passes);
                                           },
                                           {});
        QVERIFY(measured);
        QVERIFY((measured->best.cost == crypto::PasswordCost{65'536, 3, 1}));
    }

    void service_measuresThisMachine()
    {
        IdentityFixture f;
        const auto measured = f.identity->passwords().measure(f.system(), 20ms, {});
        QVERIFY(measured);
        QVERIFY(measured->now.took > 0us);
        QVERIFY(!measured->tried.empty());
        for (const auto target : {19ms, 1001ms})
            QCOMPARE(wordOf(f.identity->passwords().measure(f.system(), target, {})), std::string("invalid_argument"));
        f.addUser("ida@example.com", {"viewer"});
        const auto viewer = f.actor(f.tokens("ida@example.com"));
        QCOMPARE(wordOf(f.identity->passwords().measure(viewer, 20ms, {})), std::string("permission_denied"));
        // While one runs another is told to wait.
        std::string second;
        QVERIFY(f.identity->passwords().measure(f.system(), 20ms, [&](std::int64_t, std::int64_t) {
            if (second.empty()) {
                std::thread other([&] { second = wordOf(f.identity->passwords().measure(f.system(), 20ms, {})); });
                other.join();
            }
            return true;
        }));
        QCOMPARE(second, std::string("conflict"));
    }

    void asvs_11_4_2_changedPrice_hashesAnewAtTheNextSignIn()
    {
        IdentityFixture f;
        identity::IdentityKeys keys{SecretBytes(Bytes(32, std::byte{1})), SecretBytes(Bytes(32, std::byte{2})),
                                    SecretBytes(Bytes(32, std::byte{3})), SecretBytes(Bytes(32, std::byte{4})),
                                    SecretBytes(Bytes(32, std::byte{5}))};
        f.identity.reset();
        f.require(f.settings->change(f.system(), {{"passwords.argon2_memory", "7168"}, {"passwords.argon2_passes", "5"}}), 0);
        f.identity =
            f.require(identity::openIdentity(*f.store, *f.journal, *f.roles, *f.settings, std::move(keys), f.clock, f.random));
        f.identity->setIssuer(f.issuer);
        f.addUser("ida@example.com");
        QVERIFY(storedHash(f, "ida@example.com").starts_with("$argon2id$v=19$m=7168,t=5,p=1$"));
        f.require(f.settings->change(
                      f.system(),
                      {{"passwords.argon2_memory", "9216"}, {"passwords.argon2_passes", "4"}, {"passwords.argon2_lanes", "2"}}),
                  0);
        QVERIFY(!f.login("ida@example.com", "a wrong one, of course"));
        QVERIFY(storedHash(f, "ida@example.com").starts_with("$argon2id$v=19$m=7168,t=5,p=1$"));
        QVERIFY(f.login("ida@example.com"));
        QVERIFY(storedHash(f, "ida@example.com").starts_with("$argon2id$v=19$m=9216,t=4,p=2$"));
        QVERIFY(f.login("ida@example.com"));
    }
};

SALLYPORT_TEST(TstPasswordCost)

} // namespace tst_password_cost
#include "tst_password_cost.moc"
