#include "backend/base/time_format.h"
#include "backend/crypto/certificate.h"
#include "backend/crypto/system_random.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace tst_certificate {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

UtcTime start()
{
    return *fromRfc3339("2026-11-24T12:00:00Z");
}

/// The names that a certificate is valid for, as OpenSSL reads them: DNS names and addresses.
std::vector<std::string> namesOf(const Certificate& certificate)
{
    const std::string pem = certificate.pem();
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                            &BIO_free_all);
    const std::unique_ptr<X509, decltype(&X509_free)> x509(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &X509_free);
    const std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(x509.get(), NID_subject_alt_name, nullptr, nullptr)), &GENERAL_NAMES_free);
    std::vector<std::string> texts;
    for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        int kind = 0;
        const auto* value =
            static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &kind));
        const unsigned char* const data = ASN1_STRING_get0_data(value);
        const auto size = static_cast<std::size_t>(ASN1_STRING_length(value));
        std::array<std::uint8_t, 16> bytes{};
        std::copy_n(data, std::min(size, bytes.size()), bytes.begin());
        if (kind == GEN_DNS)
            texts.emplace_back(data, data + size);
        else if (kind == GEN_IPADD && size == 4)
            texts.push_back(IpAddress::v4((std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) |
                                          (std::uint32_t{bytes[2]} << 8) | bytes[3])
                                .text());
        else if (kind == GEN_IPADD && size == bytes.size())
            texts.push_back(IpAddress::v6(bytes).text());
    }
    return texts;
}

} // namespace

class TestCertificate : public QObject {
    Q_OBJECT
    SystemRandom m_random;
    ManualClock m_clock{start()};

    CertifiedKey make(const std::vector<std::string>& names = {}, const std::vector<IpAddress>& addresses = {})
    {
        return *makeSelfSigned(names, addresses, m_clock.now(), m_random);
    }

private Q_SLOTS:
    void selfSigned_names_areComplete()
    {
        const CertifiedKey pair =
            make({"Console.Internal", "console.internal"}, {*IpAddress::parse("192.0.2.7"), *IpAddress::parse("2001:db8::7")});
        std::vector<std::string> names = namesOf(pair.certificate);
        std::sort(names.begin(), names.end());
        const std::vector<std::string> wanted{"127.0.0.1", "192.0.2.7", "2001:db8::7", "::1", "console.internal", "localhost"};
        QVERIFY(names == wanted);
        std::vector<std::string> read = pair.certificate.names();
        std::sort(read.begin(), read.end());
        QVERIFY(read == wanted);
        QCOMPARE(pair.certificate.issuer(), pair.certificate.subject());
        QCOMPARE(pair.certificate.subject(), std::string("CN=console.internal,O=Sallyport"));
        QCOMPARE(make().certificate.subject(), std::string("CN=localhost,O=Sallyport"));
    }

    void selfSigned_period_is397Days()
    {
        const Certificate certificate = make().certificate;
        QCOMPARE(toRfc3339(certificate.notBefore()), std::string("2026-11-24T11:00:00.000Z"));
        QCOMPARE(toRfc3339(certificate.notAfter()),
                 toRfc3339(start() - std::chrono::hours(1) + std::chrono::days(397) - std::chrono::seconds(1)));
    }

    void selfSigned_key_belongs()
    {
        const CertifiedKey pair = make();
        QVERIFY(pair.certificate.matchesKey(pair.privateKeyPem));
        QVERIFY(!pair.certificate.matchesKey(make().privateKeyPem));
        QVERIFY(!pair.certificate.matchesKey(SecretBytes()));
        QVERIFY(!pair.certificate.matchesKey(SecretBytes::fromText("nonsense")));
        QVERIFY(pair.privateKeyPem.view().starts_with("-----BEGIN PRIVATE KEY-----"));
    }

    void pem_roundTrip_keepsFingerprint()
    {
        const CertifiedKey pair = make();
        const auto again = Certificate::fromPem(pair.certificate.pem());
        QCOMPARE(again->fingerprint(), pair.certificate.fingerprint());
        QCOMPARE(again->fingerprint().size(), std::size_t{95});
        QVERIFY(make().certificate.fingerprint() != again->fingerprint());
    }

    void opensslCommandLine_readsTheSame()
    {
        const CertifiedKey pair = make({"console.internal"});
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-fingerprint"),
                       QStringLiteral("-sha256"), QStringLiteral("-text")});
        if (!openssl.waitForStarted())
            QSKIP("the openssl command is not installed");
        openssl.write(QByteArray::fromStdString(pair.certificate.pem()));
        openssl.closeWriteChannel();
        QVERIFY(openssl.waitForFinished());
        const std::string text = openssl.readAllStandardOutput().toStdString();
        for (const std::string& wanted :
             {pair.certificate.fingerprint(), std::string("Version: 3 (0x2)"), std::string("ecdsa-with-SHA256"),
              std::string("prime256v1"), std::string("TLS Web Server Authentication"), std::string("CA:FALSE"),
              std::string("Digital Signature"), std::string("DNS:console.internal"), std::string("DNS:localhost"),
              std::string("IP Address:127.0.0.1"), std::string("IP Address:0:0:0:0:0:0:0:1")})
            QVERIFY2(text.find(wanted) != std::string::npos, wanted.c_str());
    }

    void names_notHostNames_refused()
    {
        for (const char* name : {"", "a b", "*.internal", "a,DNS:evil", "-a", "a-", "a..b", ".a", "a.", "ä", "a_b", "a\n"})
            QCOMPARE(makeSelfSigned({name}, {}, m_clock.now(), m_random).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!makeSelfSigned({std::string(64, 'a')}, {}, m_clock.now(), m_random));
        const std::string longName = std::string(60, 'a') + "." + std::string(60, 'b');
        QCOMPARE(make({longName}).certificate.subject(), std::string("CN=localhost,O=Sallyport")); // too long for a CN
    }

    void pem_otherThings_refused()
    {
        for (const std::string& text :
             {std::string(), std::string("nonsense"),
              std::string("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), std::string(100000, 'A')})
            QCOMPARE(Certificate::fromPem(text).error().code, ErrorCode::CertificateInvalid);
    }
};

SALLYPORT_GUILESS_TEST(TestCertificate)

} // namespace tst_certificate
#include "tst_certificate.moc"
