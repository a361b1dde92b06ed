#include "backend/base/time_format.h"
#include "backend/crypto/server_pair.h"
#include "backend/crypto/system_random.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tst_server_pair {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

UtcTime noon()
{
    return *fromRfc3339("2026-11-24T12:00:00Z");
}

struct Free {
    void operator()(X509* one) const { X509_free(one); }
    void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
    void operator()(BIO* one) const { BIO_free_all(one); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// What a certificate of the tests is like; what isn't said is as it should be.
struct Wish {
    const char* subject = "server.example";
    const char* issuer = nullptr; ///< by itself
    EVP_PKEY* issuerKey = nullptr;
    const EVP_MD* digest = EVP_sha256();
    int daysBefore = -1, daysAfter = 30;
    const char* use = nullptr;
    bool authority = false;
    const char* constraints = nullptr; ///< other than those of an authority
};

void name(X509_NAME* text, const char* value)
{
    X509_NAME_add_entry_by_txt(text, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(value), -1, -1, 0);
}

Owned<X509> certify(EVP_PKEY* key, const Wish& wish)
{
    Owned<X509> made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 7);
    name(X509_get_subject_name(made.get()), wish.subject);
    name(X509_get_issuer_name(made.get()), wish.issuer != nullptr ? wish.issuer : wish.subject);
    const auto at = [](int days) {
        return static_cast<time_t>(std::chrono::duration_cast<std::chrono::seconds>(noon().time_since_epoch()).count()) +
               days * 86400;
    };
    ASN1_TIME_set(X509_getm_notBefore(made.get()), at(wish.daysBefore));
    ASN1_TIME_set(X509_getm_notAfter(made.get()), at(wish.daysAfter));
    X509_set_pubkey(made.get(), key);
    const auto extend = [&](int kind, const char* value) {
        X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
        X509_add_ext(made.get(), extension, -1);
        X509_EXTENSION_free(extension);
    };
    if (wish.authority || wish.constraints != nullptr)
        extend(NID_basic_constraints, wish.constraints != nullptr ? wish.constraints : "critical,CA:TRUE");
    if (wish.use != nullptr)
        extend(NID_ext_key_usage, wish.use);
    X509_sign(made.get(), wish.issuerKey != nullptr ? wish.issuerKey : key, wish.digest);
    return made;
}

Owned<EVP_PKEY> curve(const char* group = "P-256")
{
    return Owned<EVP_PKEY>(EVP_EC_gen(group));
}

std::string pemOf(X509* certificate)
{
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

SecretBytes pemOf(EVP_PKEY* key, const char* passphrase = nullptr, bool traditional = false)
{
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    const EVP_CIPHER* const cipher = passphrase != nullptr ? EVP_aes_256_cbc() : nullptr;
    const auto* const text = reinterpret_cast<const unsigned char*>(passphrase);
    const int length = passphrase != nullptr ? static_cast<int>(std::strlen(passphrase)) : 0;
    if (traditional)
        PEM_write_bio_PrivateKey_traditional(bio.get(), key, cipher, text, length, nullptr, nullptr);
    else
        PEM_write_bio_PrivateKey(bio.get(), key, cipher, text, length, nullptr, nullptr);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return SecretBytes::fromText({data, static_cast<std::size_t>(size)});
}

std::string why(const std::string& chain, std::optional<UtcTime> at = noon())
{
    const auto checked = checkServerChain(chain, at);
    if (checked)
        return {};
    return checked.error().code == ErrorCode::CertificateInvalid ? checked.error().detail : "another code";
}

std::string whyKey(const std::string& chain, const SecretBytes& key)
{
    const auto checked = checkServerKey(*Certificate::fromPem(chain), key);
    return checked ? std::string() : checked.error().detail;
}

#define SAYS(text, part) QVERIFY2((text).find(part) != std::string::npos, (text).c_str())

} // namespace

/// What a server may present, and what is said of the rest.
class TestServerPair : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void good_isTaken()
    {
        for (const char* group : {"P-256", "P-384", "P-521"}) {
            const auto key = curve(group);
            QCOMPARE(why(pemOf(certify(key.get(), {}).get())), std::string());
        }
        const Owned<EVP_PKEY> rsa(EVP_RSA_gen(2048));
        QCOMPARE(why(pemOf(certify(rsa.get(), {.use = "serverAuth,clientAuth"}).get())), std::string());
        QCOMPARE(why(pemOf(certify(rsa.get(), {.authority = true}).get())), std::string()); // as `openssl req -x509` makes it
    }

    void time_isJudgedToTheSecond_unlessNotAsked()
    {
        const auto key = curve();
        const std::string pem = pemOf(certify(key.get(), {.daysBefore = 0, .daysAfter = 1}).get());
        const auto second = std::chrono::seconds(1);
        const auto day = std::chrono::hours(24);
        SAYS(why(pem, noon() - second), "the certificate is not valid before 2026-11-24T12:00:00");
        QCOMPARE(why(pem, noon()), std::string());
        QCOMPARE(why(pem, noon() + day - second), std::string());
        SAYS(why(pem, noon() + day + second), "the certificate has expired, at 2026-11-25T12:00:00");
        QCOMPARE(why(pem, std::nullopt), std::string());
    }

    void asvs_11_2_3_weak_isRefused()
    {
        const Owned<EVP_PKEY> small(EVP_RSA_gen(1024));
        SAYS(why(pemOf(certify(small.get(), {}).get())), "too weak (1024 bits)");
        const auto key = curve();
        SAYS(why(pemOf(certify(key.get(), {.digest = EVP_sha1()}).get())), "signed with an algorithm that is too weak");
        const auto odd = curve("secp256k1");
        SAYS(why(pemOf(certify(odd.get(), {}).get())), "a kind of key");
    }

    void notForServers_isRefused()
    {
        const auto key = curve();
        SAYS(why(pemOf(certify(key.get(), {.use = "clientAuth"}).get())), "isn't made for servers");
    }

    void chain_isFollowed()
    {
        const auto rootKey = curve(), middleKey = curve(), leafKey = curve(), otherKey = curve();
        const std::string root = pemOf(certify(rootKey.get(), {.subject = "root", .authority = true}).get());
        const Wish middleWish{.subject = "middle", .issuer = "root", .issuerKey = rootKey.get(), .authority = true};
        const std::string middle = pemOf(certify(middleKey.get(), middleWish).get());
        const std::string leaf = pemOf(certify(leafKey.get(), {.issuer = "middle", .issuerKey = middleKey.get()}).get());
        for (const std::string& good : {leaf, leaf + middle, leaf + middle + root, "a comment\n" + leaf + "\n\n" + middle})
            QCOMPARE(why(good), std::string());
        for (const std::string& broken : {leaf + root, leaf + leaf, middle + leaf, leaf + root + middle})
            SAYS(why(broken), "the chain is broken: certificate 2 of the chain");
        // The right name over another key.
        Wish forged = middleWish;
        const std::string other = pemOf(certify(otherKey.get(), forged).get());
        SAYS(why(leaf + other), "the chain is broken");
        forged.daysAfter = 0;
        SAYS(why(leaf + pemOf(certify(middleKey.get(), forged).get()), noon() + std::chrono::seconds(1)),
             "certificate 2 of the chain has expired");
        SAYS(why(leaf + middle.substr(0, middle.size() / 2) + "\n-----END CERTIFICATE-----\n"),
             "certificate 2 of the chain cannot be");
        std::string many = leaf;
        for (int i = 0; i < 20; ++i)
            many += middle;
        QVERIFY(!why(many).empty());
    }

    void issuer_mustBeAnAuthority()
    {
        const auto rootKey = curve(), highKey = curve(), lowKey = curve(), leafKey = curve();
        const std::string root = pemOf(certify(rootKey.get(), {.subject = "root", .authority = true}).get());
        const auto high = [&](const char* constraints) {
            return pemOf(certify(highKey.get(),
                                 {.subject = "high", .issuer = "root", .issuerKey = rootKey.get(), .constraints = constraints})
                             .get());
        };
        const std::string leaf = pemOf(certify(leafKey.get(), {.issuer = "high", .issuerKey = highKey.get()}).get());
        for (const char* none : {static_cast<const char*>(nullptr), "critical,CA:FALSE", "CA:FALSE"})
            for (const std::string& more : {std::string(), root})
                SAYS(why(leaf + high(none) + more), "invalid CA certificate: certificate 2 of the chain");
        for (const char* good : {"critical,CA:TRUE", "CA:TRUE", "critical,CA:TRUE,pathlen:0"})
            QCOMPARE(why(leaf + high(good) + root), std::string());
        // How many authorities may stand below it.
        const std::string low = pemOf(
            certify(lowKey.get(), {.subject = "low", .issuer = "high", .issuerKey = highKey.get(), .authority = true}).get());
        const std::string lowest = pemOf(certify(leafKey.get(), {.issuer = "low", .issuerKey = lowKey.get()}).get());
        QCOMPARE(why(lowest + low + high("critical,CA:TRUE,pathlen:1") + root), std::string());
        SAYS(why(lowest + low + high("critical,CA:TRUE,pathlen:0") + root),
             "invalid CA certificate: certificate 3 of the chain allows no more than 0");
        // Nor may a root that is of today and says nothing.
        const std::string old = pemOf(certify(rootKey.get(), {.subject = "root"}).get());
        SAYS(why(leaf + high("critical,CA:TRUE") + old), "invalid CA certificate: certificate 3 of the chain");
    }

    void noCertificate_isRefused()
    {
        const auto key = curve();
        for (const std::string& text : {std::string(), std::string("rubbish"), std::string(pemOf(key.get()).view())})
            SAYS(why(text), "not a certificate in PEM");
        SAYS(why(std::string(100'000, 'A')), "too large");
    }

    void key_isNamedAsWhatItIs()
    {
        const auto key = curve(), other = curve();
        const std::string pem = pemOf(certify(key.get(), {}).get());
        QCOMPARE(whyKey(pem, pemOf(key.get())), std::string());
        QCOMPARE(whyKey(pem, pemOf(key.get(), nullptr, true)), std::string());
        for (const bool traditional : {false, true})
            SAYS(whyKey(pem, pemOf(key.get(), "violet", traditional)), "the key is encrypted");
        SAYS(whyKey(pem, pemOf(other.get())), "the key does not belong to the certificate");
        for (const std::string& text : {std::string(), std::string("rubbish"), pem})
            SAYS(whyKey(pem, SecretBytes::fromText(text)), "the key cannot be read");
    }

    void selfMade_isRecognised_andNothingElse()
    {
        SystemRandom random;
        const CertifiedKey made = *makeSelfSigned({"console.internal"}, {}, noon(), random);
        QVERIFY(made.certificate.isSelfMade());
        QCOMPARE(why(made.certificate.pem()), std::string());
        QCOMPARE(whyKey(made.certificate.pem(), made.privateKeyPem), std::string());
        const auto key = curve();
        QVERIFY(!Certificate::fromPem(pemOf(certify(key.get(), {.daysAfter = 396}).get()))->isSelfMade());
    }
};

SALLYPORT_GUILESS_TEST(TestServerPair)

} // namespace tst_server_pair
#include "tst_server_pair.moc"
