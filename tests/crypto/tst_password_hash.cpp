#include "backend/base/encoding.h"
#include "backend/crypto/password_hash.h"
#include "backend/crypto/system_random.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <algorithm>
#include <ctime>
#include <limits>

namespace tst_password_hash {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

constexpr PasswordCost cheap{64, 1, 1};

SecretBytes secret(std::string_view text)
{
    return SecretBytes::fromText(text);
}

} // namespace

class TestPasswordHash : public QObject {
    Q_OBJECT
    SystemRandom m_random;

private Q_SLOTS:
    void argon2id_rfc9106Vector_agrees()
    {
        const Bytes password(32, std::byte{1});
        const Bytes salt(16, std::byte{2});
        const Bytes pepper(8, std::byte{3});
        const Bytes data(12, std::byte{4});
        const auto tag = argon2id({password, salt, pepper, data}, {32, 3, 4}, 32);
        QCOMPARE(toHex(tag->bytes()), std::string("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    }

    void argon2id_badCost_refused()
    {
        const Bytes salt(16);
        QVERIFY(!argon2id({asBytes("x"), salt, {}, {}}, {0, 1, 1}, 32));
        QVERIFY(!argon2id({asBytes("x"), salt, {}, {}}, {64, 0, 1}, 32));
        QVERIFY(!argon2id({asBytes("x"), salt, {}, {}}, cheap, 0));
        QVERIFY(!argon2id({asBytes("x"), asBytes("short"), {}, {}}, cheap, 32));
    }

    void hash_verify_roundTrip()
    {
        const PasswordHasher hasher(cheap);
        const auto phc = hasher.hash(secret("correct horse"), m_random);
        QVERIFY(phc->starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
        QVERIFY(*hasher.verify(secret("correct horse"), *phc));
        QVERIFY(!*hasher.verify(secret("correct horsf"), *phc));
        QVERIFY(!*hasher.verify(secret(""), *phc));
        QVERIFY(*phc != *hasher.hash(secret("correct horse"), m_random)); // salted
    }

    void verify_longPasswords_countWhole()
    {
        // bcrypt would cut at byte 72 (standards.md §4, row 27)
        const PasswordHasher hasher(cheap);
        std::string password(100, 'a');
        const auto phc = hasher.hash(secret(password), m_random);
        password[99] = 'b';
        QVERIFY(!*hasher.verify(secret(password), *phc));
        password[99] = 'a';
        password[73] = 'b';
        QVERIFY(!*hasher.verify(secret(password), *phc));
    }

    void verify_referenceString_agrees()
    {
        // As the reference library's own argon2id_hash_encoded writes it (password, somesalt, t=2, m=64, p=1).
        const std::string_view phc = "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$FqGkmHNGCd0BRW2kBt6fPZ2pPmyGwwChL8FGUhTOSSI";
        QVERIFY(*PasswordHasher(cheap).verify(secret("password"), phc));
    }

    void verify_unreadable_isAnErrorNotAMatch_data()
    {
        QTest::addColumn<std::string>("phc");
        const std::string tail = "$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        QTest::newRow("empty") << std::string();
        QTest::newRow("plain") << std::string("password");
        QTest::newRow("bcrypt") << std::string("$2b$10$abcdefghijklmnopqrstuv");
        QTest::newRow("argon2i") << "$argon2i$v=19$m=64,t=1,p=1" + tail;
        QTest::newRow("old version") << "$argon2id$v=16$m=64,t=1,p=1" + tail;
        QTest::newRow("no cost") << "$argon2id$v=19" + tail;
        QTest::newRow("zero passes") << "$argon2id$v=19$m=64,t=0,p=1" + tail;
        QTest::newRow("memory beyond reason") << "$argon2id$v=19$m=4194304,t=1,p=1" + tail;
        QTest::newRow("passes beyond reason") << "$argon2id$v=19$m=64,t=4000000000,p=1" + tail;
        QTest::newRow("overflowing") << "$argon2id$v=19$m=64,t=1,p=99999999999" + tail;
        QTest::newRow("negative") << "$argon2id$v=19$m=-64,t=1,p=1" + tail;
        QTest::newRow("no hash") << std::string("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$");
        QTest::newRow("short hash") << std::string("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$AAAA");
        QTest::newRow("padded") << "$argon2id$v=19$m=64,t=1,p=1" + tail + "=";
        QTest::newRow("too long") << "$argon2id$v=19$m=64,t=1,p=1" + tail + std::string(300, 'A');
    }

    void verify_unreadable_isAnErrorNotAMatch()
    {
        QFETCH(std::string, phc);
        const PasswordHasher hasher(cheap);
        const auto result = hasher.verify(secret(""), phc);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::CryptoFailure);
        QVERIFY(hasher.needsRehash(phc));
    }

    void needsRehash_otherCost_isTrue()
    {
        const auto phc = PasswordHasher(cheap).hash(secret("x"), m_random);
        QVERIFY(!PasswordHasher(cheap).needsRehash(*phc));
        QVERIFY(PasswordHasher({65, 1, 1}).needsRehash(*phc));
        QVERIFY(PasswordHasher({64, 2, 1}).needsRehash(*phc));
        QVERIFY(PasswordHasher().needsRehash(*phc));
        QVERIFY(*PasswordHasher().verify(secret("x"), *phc)); // at the cost it names
    }

    void dummyVerify_takesAsLongAsVerify()
    {
        const PasswordHasher hasher({8192, 2, 1});
        const auto phc = hasher.hash(secret("x"), m_random);
        // Processor time, in turns: what else the machine does meanwhile is no part of it.
        double real = std::numeric_limits<double>::max(), dummy = real;
        const auto spent = [](auto&& work) {
            const std::clock_t before = std::clock();
            work();
            return static_cast<double>(std::clock() - before);
        };
        for (int i = 0; i < 7; ++i) {
            real = std::min(real, spent([&] { QVERIFY(*hasher.verify(secret("x"), *phc)); }));
            dummy = std::min(dummy, spent([&] { hasher.dummyVerify(secret("x")); }));
        }
        QVERIFY2(dummy > real * 0.6 && dummy < real * 1.6, qPrintable(QStringLiteral("%1 / %2 us").arg(dummy).arg(real)));
    }

    void hash_withoutRandomness_fails()
    {
        test::TestRandom random;
        random.setFailing(true);
        QCOMPARE(PasswordHasher(cheap).hash(secret("x"), random).error().code, ErrorCode::CryptoFailure);
    }
};

SALLYPORT_TEST(TestPasswordHash)

} // namespace tst_password_hash
#include "tst_password_hash.moc"
