#include "backend/base/sort_once.h"
#include "backend/base/utf8.h"
#include "backend/crypto/certificate.h"
#include "backend/crypto/openssl_handle.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace sallyport::crypto {
namespace {

using Bio = Handle<BIO, BIO_free_all>;
using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using Name = Handle<GENERAL_NAME, GENERAL_NAME_free>;
using Names = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;

constexpr std::chrono::hours backdated(1); // for clients whose clock is behind
constexpr std::size_t mostNames = 100;
constexpr std::size_t longestCommonName = 64; // X.520's ub-common-name

/// RFC 1123 host name: labels of letters, digits and inner hyphens.
bool isHostName(std::string_view name)
{
    constexpr std::size_t longestName = 253;
    constexpr std::size_t longestLabel = 63;
    if (name.empty() || name.size() > longestName)
        return false;
    while (true) {
        const std::size_t dot = name.find('.');
        const std::string_view label = name.substr(0, dot);
        const bool plain = std::all_of(label.begin(), label.end(),
                                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; });
        if (label.empty() || label.size() > longestLabel || !plain || label.front() == '-' || label.back() == '-')
            return false;
        if (dot == name.npos)
            return true;
        name.remove_prefix(dot + 1);
    }
}

bool addName(GENERAL_NAMES& names, int kind, std::span<const std::uint8_t> value)
{
    Name name(GENERAL_NAME_new());
    ASN1_STRING* text = kind == GEN_DNS ? ASN1_IA5STRING_new() : ASN1_OCTET_STRING_new();
    if (name == nullptr || text == nullptr || ASN1_STRING_set(text, value.data(), static_cast<int>(value.size())) != 1) {
        ASN1_STRING_free(text);
        return false;
    }
    GENERAL_NAME_set0_value(name.get(), kind, text);
    if (sk_GENERAL_NAME_push(&names, name.get()) <= 0)
        return false;
    static_cast<void>(name.release()); // now owned by `names`
    return true;
}

bool addAltNames(X509* x509, const std::vector<std::string>& dnsNames, const std::vector<IpAddress>& addresses)
{
    const Names names(GENERAL_NAMES_new());
    if (names == nullptr)
        return false;
    for (const std::string& dns : dnsNames) {
        const auto* data = reinterpret_cast<const std::uint8_t*>(dns.data());
        if (!addName(*names, GEN_DNS, {data, dns.size()}))
            return false;
    }
    for (const IpAddress& address : addresses) {
        if (!addName(*names, GEN_IPADD, std::span(address.bytes()).first(address.isV4() ? 4 : 16)))
            return false;
    }
    return X509_add1_ext_i2d(x509, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

bool addExtension(X509* x509, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, x509, x509, nullptr, nullptr, 0);
    const Handle<X509_EXTENSION, X509_EXTENSION_free> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension != nullptr && X509_add_ext(x509, extension.get(), -1) == 1;
}

bool setSerial(X509* x509, RandomSource& random)
{
    std::array<std::byte, 16> bytes; // RFC 5280 §4.1.2.2: positive, at most 20 octets
    if (!random.fill(bytes))
        return false;
    bytes[0] = (bytes[0] & std::byte{0x7f}) | std::byte{0x40};
    const Handle<BIGNUM, BN_free> number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), int{bytes.size()}, nullptr));
    return number != nullptr && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509)) != nullptr;
}

bool setSubject(X509* x509, const std::string& commonName)
{
    X509_NAME* subject = X509_get_subject_name(x509); // owned by the certificate
    const auto add = [&](const char* field, std::string_view value) {
        return X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.data()),
                                          static_cast<int>(value.size()), -1, 0) == 1;
    };
    return add("O", "Sallyport") && add("CN", commonName) && X509_set_issuer_name(x509, subject) == 1;
}

bool setPeriod(X509* x509, UtcTime at)
{
    const auto start = std::chrono::floor<std::chrono::seconds>(at - backdated);
    const auto end = start + selfSignedLifetime;
    return ASN1_TIME_set(X509_getm_notBefore(x509), start.time_since_epoch().count()) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(x509), end.time_since_epoch().count()) != nullptr;
}

Result<SecretBytes> privatePem(EVP_PKEY* key)
{
    const Bio bio(BIO_new(BIO_s_secmem())); // wiped when freed
    if (bio == nullptr || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return opensslFailure("a private key could not be written");
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return SecretBytes::fromText({data, static_cast<std::size_t>(size)});
}

std::string certificatePem(X509* x509)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    char* data = nullptr;
    if (bio == nullptr || PEM_write_bio_X509(bio.get(), x509) != 1)
        return {};
    const long size = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

} // namespace

Result<CertifiedKey> makeSelfSigned(const std::vector<std::string>& dnsNames, const std::vector<IpAddress>& addresses, UtcTime at,
                                    RandomSource& random)
{
    std::vector<std::string> names;
    for (const std::string& name : dnsNames) {
        const std::string lower = toLowerAscii(name);
        if (!isHostName(lower))
            return makeError(ErrorCode::InvalidArgument, "not a host name");
        if (std::find(names.begin(), names.end(), lower) == names.end())
            names.push_back(lower);
    }
    if (std::find(names.begin(), names.end(), "localhost") == names.end())
        names.push_back("localhost");
    std::array<std::uint8_t, 16> loopback6{};
    loopback6[15] = 1;
    std::vector<IpAddress> all = addresses;
    all.push_back(IpAddress::v4(0x7f000001));
    all.push_back(IpAddress::v6(loopback6));
    sortOnce(all);
    if (names.size() + all.size() > mostNames)
        return makeError(ErrorCode::InvalidArgument, "too many names for one certificate");

    const Key key(EVP_EC_gen("P-256"));
    const Handle<X509, X509_free> x509(X509_new());
    const std::string commonName = names.front().size() <= longestCommonName ? names.front() : "localhost";
    if (key == nullptr || x509 == nullptr || X509_set_version(x509.get(), X509_VERSION_3) != 1 ||
        !setSerial(x509.get(), random) || !setSubject(x509.get(), commonName) || !setPeriod(x509.get(), at) ||
        X509_set_pubkey(x509.get(), key.get()) != 1 || !addExtension(x509.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(x509.get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(x509.get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(x509.get(), NID_subject_key_identifier, "hash") || !addAltNames(x509.get(), names, all) ||
        X509_sign(x509.get(), key.get(), EVP_sha256()) <= 0)
        return opensslFailure("a certificate could not be made");
    SALLYPORT_ASSIGN(SecretBytes keyPem, privatePem(key.get()));
    SALLYPORT_ASSIGN(Certificate certificate, Certificate::fromPem(certificatePem(x509.get())));
    return CertifiedKey{std::move(certificate), std::move(keyPem)};
}

} // namespace sallyport::crypto
