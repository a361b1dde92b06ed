#include "backend/crypto/certificate.h"
#include "backend/storage/files.h"
#include "backend/vault/server_certificate.h"
#include "tests/api/support/test_server.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <optional>

namespace tst_certificates {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const UtcTime start = UtcTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24));

std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& file, std::string_view text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// A pair that somebody brings, valid from `at` on.
crypto::CertifiedKey pairOf(UtcTime at)
{
    crypto::SystemRandom random;
    return *crypto::makeSelfSigned({"brought.example"}, {}, at, random);
}

} // namespace

/// The server's own key is in the vault; a pair that somebody brings is checked, used and never touched.
class TestCertificates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_clock.set(start);
        m_directory = std::make_unique<QTemporaryDir>();
        open(true);
    }
    void cleanup()
    {
        m_certificates.reset();
        m_store.reset();
    }

    void own_keyIsInTheVaultOnly()
    {
        const StoredCertificate made = require(m_certificates->loadOrMake(address(), knows(start)));
        QVERIFY(made.created && made.own);
        QVERIFY(fs::exists(certificate()));
        QVERIFY(!fs::exists(key()));
        open(false);
        const StoredCertificate again = require(m_certificates->loadOrMake(address(), knows(start)));
        QVERIFY(again.own && !again.created);
        QCOMPARE(again.fingerprint, made.fingerprint);
        QVERIFY(again.keyPem.view() == made.keyPem.view());
        QVERIFY(!require(inspectCertificate(directory())).keyed);
        for (const auto& entry : fs::recursive_directory_iterator(directory()))
            if (entry.is_regular_file())
                QVERIFY2(textOf(entry.path()).find("PRIVATE KEY") == std::string::npos, entry.path().c_str());
    }

    void own_isRenewedWhenItIsOver_byBothTimes()
    {
        const std::string first = make().fingerprint;
        m_clock.advance(std::chrono::days(398));
        QCOMPARE(require(m_certificates->loadOrMake(address(), knows(start))).fingerprint, first); // nobody believes that clock
        const StoredCertificate second = make();
        QVERIFY(second.created && second.fingerprint != first);
        QVERIFY(require(m_certificates->load()).own);
        QCOMPARE(crypto::Certificate::fromPem(textOf(certificate()))->fingerprint(), second.fingerprint);
    }

    void own_makesRoomShortlyBeforeItsEnd_whileOthersStay()
    {
        const StoredCertificate first = make();
        const UtcTime before = first.expiresAt - certificateRenewedAhead - 1s;
        m_clock.set(before);
        QVERIFY(!m_certificates->isDue(knows(before), certificateRenewedAhead));
        m_clock.set(before + 1s);
        QVERIFY(!m_certificates->isDue(knows(start), certificateRenewedAhead)); // nobody believes that clock
        QVERIFY(m_certificates->isDue(knows(before + 1s), certificateRenewedAhead));
        QCOMPARE(make().fingerprint, first.fingerprint); // a start takes it as long as it holds
        const StoredCertificate next =
            require(m_certificates->loadOrMake(address(), knows(before + 1s), certificateRenewedAhead));
        QVERIFY(next.created && next.own && next.fingerprint != first.fingerprint);
        QVERIFY(!m_certificates->isDue(knows(before + 1s), certificateRenewedAhead));
        const crypto::CertifiedKey pair = pairOf(m_clock.now() - 395 * 24h);
        bring(pair.certificate.pem(), pair.privateKeyPem.view());
        QVERIFY(!m_certificates->isDue(knows(m_clock.now()), certificateRenewedAhead)); // somebody else's is theirs to renew
    }

    void own_underAClockThatIsBehind_isPresented()
    {
        const std::string first = make().fingerprint;
        m_clock.set(start - std::chrono::days(100));
        const KnownTime known{.believed = m_clock.now(), .passed = start}; // the vault has seen more pass
        QVERIFY(!m_certificates->isDue(known, certificateRenewedAhead));
        QCOMPARE(require(m_certificates->loadOrMake(address(), known)).fingerprint, first);
    }

    void own_ofAClockThatHadGoneAhead_isMadeAnew()
    {
        m_clock.set(start + 401 * 24h);
        const StoredCertificate first = require(m_certificates->loadOrMake(address(), knows(start)));
        QVERIFY(first.validFrom > start + 400 * 24h); // none is good by both times
        QVERIFY(!m_certificates->isDue(knows(start), certificateRenewedAhead));
        m_clock.set(start + 1min);
        QVERIFY(m_certificates->isDue(knows(start + 1min), certificateRenewedAhead));
        const StoredCertificate second = require(m_certificates->loadOrMake(address(), knows(start + 1min)));
        QVERIFY(second.created && second.own && second.fingerprint != first.fingerprint);
        QVERIFY(second.validFrom <= m_clock.now());
        QCOMPARE(crypto::Certificate::fromPem(textOf(certificate()))->fingerprint(), second.fingerprint);
        QVERIFY(!m_certificates->isDue(knows(start + 1min), certificateRenewedAhead));
    }

    void own_madeUnderAClockThatIsNotBelieved_isGoodByBothTimes()
    {
        const std::chrono::days most = std::chrono::floor<std::chrono::days>(crypto::selfSignedLifetime - certificateLeastLeft);
        for (const auto& [ahead, byBoth] : {std::pair(most - 1h, true), {most + 24h, false}}) {
            cleanup();
            init();
            m_clock.set(start + ahead);
            const StoredCertificate made = require(m_certificates->loadOrMake(address(), knows(start)));
            QCOMPARE(made.validFrom <= start, byBoth);
            QVERIFY(made.validFrom <= m_clock.now() && made.expiresAt > m_clock.now() + certificateLeastLeft - 24h);
            m_clock.set(start);
            QCOMPARE(require(m_certificates->loadOrMake(address(), knows(start))).fingerprint == made.fingerprint, byBoth);
        }
    }

    void brought_notYetValid_isNeverReplaced()
    {
        const crypto::CertifiedKey pair = pairOf(start + 10 * 24h);
        bring(pair.certificate.pem(), pair.privateKeyPem.view());
        QVERIFY(!m_certificates->isDue(knows(start), certificateRenewedAhead));
        QCOMPARE(m_certificates->loadOrMake(address(), knows(start)).error().code, ErrorCode::CertificateInvalid);
        QCOMPARE(textOf(certificate()), pair.certificate.pem());
        QCOMPARE(textOf(key()), std::string(pair.privateKeyPem.view()));
    }

    void brought_isUsed_andNothingElseIsWritten()
    {
        const crypto::CertifiedKey pair = pairOf(start - 24h);
        bring(pair.certificate.pem(), pair.privateKeyPem.view());
        const StoredCertificate stored = make();
        QVERIFY(!stored.own && !stored.created);
        QCOMPARE(stored.fingerprint, pair.certificate.fingerprint());
        QCOMPARE(textOf(key()), std::string(pair.privateKeyPem.view()));
        QVERIFY(require(inspectCertificate(directory())).keyed);
    }

    void brought_thatCannotBeUsed_isRefused_andStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("chain");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char* name, std::string_view chain, std::string_view keyText, const char* why) {
            const auto bytes = [](std::string_view text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); };
            QTest::newRow(name) << bytes(chain) << bytes(keyText) << QByteArray(why);
        };
        const crypto::CertifiedKey good = pairOf(start - 24h), other = pairOf(start - 24h), over = pairOf(start - 400 * 24h),
                                   early = pairOf(start + 48h);
        row("expired", over.certificate.pem(), over.privateKeyPem.view(), "has expired");
        row("not yet valid", early.certificate.pem(), early.privateKeyPem.view(), "is not valid before");
        row("another's key", good.certificate.pem(), other.privateKeyPem.view(), "does not belong to the certificate");
        row("key alone", {}, good.privateKeyPem.view(), "tls/key.pem has no certificate");
        row("certificate alone", good.certificate.pem(), {}, "tls/certificate.pem has no key");
        row("rubbish", "rubbish", good.privateKeyPem.view(), "not a certificate in PEM");
        row("broken chain", good.certificate.pem() + other.certificate.pem(), good.privateKeyPem.view(), "the chain is broken");
        row("encrypted key", good.certificate.pem(),
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAi96focyJZAUwICCAAw\n"
            "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEELhlILUpJPeKGGvhoIdjrHAEgZAT\n"
            "23BriQtWnnWhWd1hBj2nC6E2WJ9vOGDCBm/r2v33pyXAYiTsYxO5E0dXHcGhmjoq\n"
            "Wv5XlofmijmU7ImMMixYDbOK5Iogn2yNsc1urlZBO8tciHvy9gId4FJnJ2HlrWSx\n"
            "myS9YRJrPNu/+ScsS/kmrtpejR348eCC1Qo/JvaBmc9+JpjM1xzlSJA7GEAEH0g=\n"
            "-----END ENCRYPTED PRIVATE KEY-----\n",
            "the key is encrypted");
    }
    void brought_thatCannotBeUsed_isRefused_andStaysAsItIs()
    {
        QFETCH(QByteArray, chain);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, why);
        make(); // a vault that has had one of its own
        fs::remove(certificate());
        bring(chain.toStdString(), key.toStdString());
        for (const auto& result : {m_certificates->load(), m_certificates->loadOrMake(address(), knows(m_clock.now()))}) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::CertificateInvalid);
            QVERIFY2(result.error().detail.find(why.toStdString()) != std::string::npos, result.error().detail.c_str());
        }
        QVERIFY(!*m_certificates->adopt());
        QCOMPARE(textOf(certificate()), chain.toStdString());
        QCOMPARE(textOf(this->key()), key.toStdString());
    }

    void linkToNothing_isSomebodys()
    {
        fs::create_directories(directory() / "tls");
        fs::create_symlink("/nowhere/at/all.pem", certificate());
        QCOMPARE(m_certificates->loadOrMake(address(), knows(start)).error().code, ErrorCode::CertificateInvalid);
        QVERIFY(fs::is_symlink(certificate()));
    }

    void brought_standsBeforeOurs_andOursComesBackWithIts()
    {
        const StoredCertificate ours = make();
        const crypto::CertifiedKey pair = pairOf(start - 24h);
        bring(pair.certificate.pem(), pair.privateKeyPem.view());
        QCOMPARE(make().fingerprint, pair.certificate.fingerprint());
        fs::remove(key());
        put(certificate(), ours.chainPem);
        QVERIFY(make().own);
    }

    void keyOfAnEarlierVersion_movesIntoTheVault()
    {
        const crypto::CertifiedKey pair = pairOf(start - 24h);
        bring(pair.certificate.pem(), pair.privateKeyPem.view());
        fs::create_hard_link(key(), directory() / "watch"); // what is left of the file's content
        QVERIFY(require(m_certificates->adopt()));
        QVERIFY(!fs::exists(key()));
        QVERIFY(!fs::exists(directory() / "tls/key.pem.moved"));
        QCOMPARE(textOf(directory() / "watch"), std::string(pair.privateKeyPem.size(), '\0'));
        const StoredCertificate stored = make();
        QVERIFY(stored.own && !stored.created);
        QCOMPARE(stored.fingerprint, pair.certificate.fingerprint());
        QVERIFY(stored.keyPem.view() == pair.privateKeyPem.view());
        QVERIFY(!require(m_certificates->adopt()));
        // Only once: what looks like ours later was put there by somebody.
        const crypto::CertifiedKey later = pairOf(start - 24h);
        bring(later.certificate.pem(), later.privateKeyPem.view());
        QVERIFY(!require(m_certificates->adopt()));
        QCOMPARE(textOf(key()), std::string(later.privateKeyPem.view()));
    }

    void keyOfAnEarlierVersion_staysWhereTheVaultTakesNothing()
    {
        const crypto::CertifiedKey pair = pairOf(start - 24h);
        bring(pair.certificate.pem(), pair.privateKeyPem.view());
        std::optional<FullDisk> full(std::in_place);
        QCOMPARE(m_certificates->adopt().error().code, ErrorCode::DiskFull);
        full.reset();
        QCOMPARE(textOf(key()), std::string(pair.privateKeyPem.view()));
        QCOMPARE(make().fingerprint, pair.certificate.fingerprint());
    }

    void keyHalfwayOut_isDestroyedByTheNextOpening()
    {
        make();
        put(directory() / "tls/key.pem.moved", "left by a crash");
        QVERIFY(!require(m_certificates->adopt()));
        QVERIFY(!fs::exists(directory() / "tls/key.pem.moved"));
    }

    void startAndReload_judgeAlike()
    {
        TestServer server;
        const fs::path tls = fs::path(server.directory()) / "tls";
        ServerControl& control = server.services().server;
        const std::string before = control.status().fingerprint;
        const crypto::CertifiedKey over = pairOf(server.clock().now() - 400 * 24h), good = pairOf(server.clock().now() - 24h);
        put(tls / "certificate.pem", over.certificate.pem());
        put(tls / "key.pem", over.privateKeyPem.view());
        QCOMPARE(control.reload(TestServer::system()).error().code, ErrorCode::CertificateInvalid);
        QCOMPARE(control.status().fingerprint, before);
        QVERIFY(control.stop(TestServer::system()));
        QCOMPARE(control.start(TestServer::system()).error().code, ErrorCode::CertificateInvalid);
        put(tls / "certificate.pem", good.certificate.pem());
        put(tls / "key.pem", good.privateKeyPem.view());
        QVERIFY(control.start(TestServer::system()));
        QCOMPARE(control.status().fingerprint, good.certificate.fingerprint());
        // Taken away again: one of its own, made by the reload.
        fs::remove(tls / "certificate.pem");
        fs::remove(tls / "key.pem");
        QVERIFY(control.reload(TestServer::system()));
        QVERIFY(control.status().fingerprint != good.certificate.fingerprint());
        QVERIFY(!fs::exists(tls / "key.pem"));
    }

private:
    template <typename T>
    static T require(Result<T> result)
    {
        if (!result)
            throw std::runtime_error(result.error().detail);
        return std::move(*result);
    }
    fs::path directory() const { return m_directory->path().toStdString(); }
    fs::path certificate() const { return directory() / "tls/certificate.pem"; }
    fs::path key() const { return directory() / "tls/key.pem"; }
    static KnownTime knows(UtcTime time) { return {.believed = time, .passed = time}; }
    static IpAddress address() { return *IpAddress::parse("127.0.0.1"); }
    StoredCertificate make() { return require(m_certificates->loadOrMake(address(), knows(m_clock.now()))); }
    void bring(std::string_view chain, std::string_view keyText)
    {
        fs::create_directories(directory() / "tls");
        if (!chain.empty())
            put(certificate(), chain);
        if (!keyText.empty())
            put(key(), keyText);
    }
    void open(bool create)
    {
        m_certificates.reset();
        m_store.reset();
        storage::StoreOptions options;
        options.file = storage::databaseFile(directory());
        options.create = create;
        m_store = require(storage::openStore(options, SecretBytes(Bytes(32, std::byte{0x2a}))));
        m_certificates = require(
            ServerCertificates::open({directory(), *m_store, m_clock, m_random}, SecretBytes(Bytes(32, std::byte{0x17}))));
    }

    ManualClock m_clock{start};
    crypto::SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<storage::Store> m_store;
    std::unique_ptr<ServerCertificates> m_certificates;
};

SALLYPORT_GUILESS_TEST(TestCertificates)

} // namespace tst_certificates
#include "tst_certificates.moc"
