#include "backend/crypto/certificate.h"

#include "backend/crypto/digest.h"
#include "backend/crypto/openssl_handle.h"

#include <openssl/err.h>
#include <openssl/obj_mac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace sallyport::crypto {
namespace {

using Bio = Handle<BIO, BIO_free_all>;

constexpr std::size_t longestCertificate = 64 * 1024;

Error invalid(const char* why)
{
    ERR_clear_error();
    return makeError(ErrorCode::CertificateInvalid, why);
}

std::string contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

UtcTime timeOf(const ASN1_TIME* time)
{
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    return UtcTime(std::chrono::seconds(timegm(&parts)));
}

std::string nameText(const X509_NAME* name)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (bio == nullptr || X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0)
        opensslAbort("a certificate's name could not be read");
    return contents(bio.get());
}

} // namespace

struct Certificate::State {
    Handle<X509, X509_free> x509;
};

Result<Certificate> Certificate::fromPem(std::string_view pem)
{
    if (pem.size() > longestCertificate)
        return invalid("the certificate is too large");
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    auto state = std::make_shared<State>();
    if (bio != nullptr)
        state->x509.reset(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (state->x509 == nullptr)
        return invalid("not a certificate in PEM");
    return Certificate(std::move(state));
}

std::string Certificate::pem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (bio == nullptr || PEM_write_bio_X509(bio.get(), m_state->x509.get()) != 1)
        opensslAbort("a certificate could not be written");
    return contents(bio.get());
}

std::string Certificate::fingerprint() const
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(m_state->x509.get(), &der);
    if (size <= 0)
        opensslAbort("a certificate could not be written");
    const Sha256Digest digest = sha256(std::as_bytes(std::span(der, static_cast<std::size_t>(size))));
    OPENSSL_free(der);
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const std::byte byte : digest) {
        if (!text.empty())
            text += ':';
        text += digits[std::to_integer<unsigned>(byte) >> 4];
        text += digits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

std::string Certificate::subject() const
{
    return nameText(X509_get_subject_name(m_state->x509.get()));
}

std::string Certificate::issuer() const
{
    return nameText(X509_get_issuer_name(m_state->x509.get()));
}

std::vector<std::string> Certificate::names() const
{
    std::vector<std::string> all;
    const Handle<GENERAL_NAMES, GENERAL_NAMES_free> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(m_state->x509.get(), NID_subject_alt_name, nullptr, nullptr)));
    const int count = names == nullptr ? 0 : sk_GENERAL_NAME_num(names.get());
    for (int at = 0; at < count; ++at) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(names.get(), at);
        if (name->type != GEN_DNS && name->type != GEN_IPADD)
            continue;
        const ASN1_STRING* const value = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
        const unsigned char* const data = ASN1_STRING_get0_data(value);
        const auto size = static_cast<std::size_t>(ASN1_STRING_length(value));
        if (name->type == GEN_DNS)
            all.emplace_back(data, data + size);
        else if (size == 4)
            all.push_back(IpAddress::v4((std::uint32_t{data[0]} << 24) | (std::uint32_t{data[1]} << 16) |
                                        (std::uint32_t{data[2]} << 8) | data[3])
                              .text());
        else if (std::array<std::uint8_t, 16> bytes{}; size == bytes.size()) {
            std::copy(data, data + size, bytes.begin());
            all.push_back(IpAddress::v6(bytes).text());
        }
    }
    ERR_clear_error();
    return all;
}

UtcTime Certificate::notBefore() const
{
    return timeOf(X509_get0_notBefore(m_state->x509.get()));
}

UtcTime Certificate::notAfter() const
{
    return timeOf(X509_get0_notAfter(m_state->x509.get()));
}

bool Certificate::matchesKey(const SecretBytes& privateKeyPem) const
{
    const Bio bio(BIO_new_mem_buf(privateKeyPem.data(), static_cast<int>(privateKeyPem.size())));
    const auto noPassphrase = [](char*, int, int, void*) { return 0; }; // never ask on the terminal
    const Handle<EVP_PKEY, EVP_PKEY_free> key(
        bio == nullptr ? nullptr : PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    const bool matches = key != nullptr && X509_check_private_key(m_state->x509.get(), key.get()) == 1;
    ERR_clear_error();
    return matches;
}

bool Certificate::isSelfMade() const
{
    X509* const x509 = m_state->x509.get();
    EVP_PKEY* const key = X509_get0_pubkey(x509); // owned by the certificate
    std::array<char, 64> curve{};
    std::size_t length = 0;
    const bool self = key != nullptr && X509_NAME_cmp(X509_get_subject_name(x509), X509_get_issuer_name(x509)) == 0 &&
                      EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &length) == 1 &&
                      std::string_view(curve.data(), length) == SN_X9_62_prime256v1 && X509_verify(x509, key) == 1;
    ERR_clear_error();
    const std::string name = subject();
    return self && name.starts_with("CN=") && name.ends_with(",O=Sallyport") && notAfter() - notBefore() == selfSignedLifetime;
}

} // namespace sallyport::crypto
