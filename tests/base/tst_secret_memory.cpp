#include "backend/base/secret_bytes.h"
#include "backend/base/secret_memory.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QtTest>

#include <openssl/crypto.h>

#include <vector>

namespace tst_secret_memory {

using namespace sallyport;

/// Secrets lie in locked memory where there is some, and are kept in any case.
class TestSecretMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_11_7_2_secrets_lieInTheSecureHeap()
    {
        const SecretBytes before = SecretBytes::fromText("made too early");
        QVERIFY(CRYPTO_secure_allocated(before.data()) == 0);
        m_memory = lockSecretMemory();
        QVERIFY(m_memory != SecretMemory::Plain);
        const SecretBytes key = SecretBytes::fromText("violet harbour seven lanterns");
        QVERIFY(CRYPTO_secure_allocated(key.data()) == 1);
        QCOMPARE(key.view(), std::string_view("violet harbour seven lanterns"));
        SecretBytes moved = SecretBytes::fromText("short");
        moved = key.clone();
        QVERIFY(CRYPTO_secure_allocated(moved.data()) == 1);
        QVERIFY(moved.view() == key.view());
    }

    void locked_isWhatTheSystemSays()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("VmLck:");
        QVERIFY(at > 0);
        const int kilobytes = text.mid(at + 6, 20).simplified().split(' ').first().toInt();
        QCOMPARE(m_memory == SecretMemory::Locked, kilobytes >= 512);
    }

    void noMoreRoom_isPlainMemory_andNothingIsLost()
    {
        const SecretBytes large(100'000);
        QVERIFY(CRYPTO_secure_allocated(large.data()) == 0);
        std::vector<SecretBytes> many;
        int outside = 0;
        for (int i = 0; i < 200; ++i) {
            SecretBytes one(8 * 1024);
            one.data()[8191] = std::byte(i);
            outside += CRYPTO_secure_allocated(one.data()) == 0 ? 1 : 0;
            many.push_back(std::move(one));
        }
        QVERIFY(outside > 0 && outside < 200);
        for (int i = 0; i < 200; ++i)
            QVERIFY(many[static_cast<std::size_t>(i)].bytes()[8191] == std::byte(i));
        many.clear();
        QVERIFY(CRYPTO_secure_allocated(SecretBytes(8 * 1024).data()) == 1);
    }

private:
    SecretMemory m_memory = SecretMemory::Plain;
};

SALLYPORT_GUILESS_TEST(TestSecretMemory)

} // namespace tst_secret_memory
#include "tst_secret_memory.moc"
