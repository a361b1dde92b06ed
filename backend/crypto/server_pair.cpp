#include "backend/crypto/server_pair.h"

#include "backend/base/time_format.h"
#include "backend/crypto/openssl_handle.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/obj_mac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sallyport::crypto {
namespace {

using Bio = Handle<BIO, BIO_free_all>;
using X509Handle = Handle<X509, X509_free>;

constexpr std::size_t longestPem = 64 * 1024;
constexpr std::size_t longestChain = 16;
constexpr int leastBits = 112; // RSA 2048, P-224, SHA-224

/// `rule` is the word for it that forms and clients know.
Error invalid(std::string_view rule, std::string why)
{
    ERR_clear_error();
    Error error(ErrorCode::CertificateInvalid, std::move(why));
    error.fields.push_back({"certificate", error.detail, std::string(rule)});
    return error;
}

/// `the certificate`, or `certificate 2 of the chain`.
std::string nameOf(std::size_t index)
{
    return index == 0 ? "the certificate" : "certificate " + std::to_string(index + 1) + " of the chain";
}

Result<std::vector<X509Handle>> readChain(std::string_view pem)
{
    if (pem.size() > longestPem)
        return invalid("too_large", "the certificate is too large");
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    std::vector<X509Handle> chain;
    ERR_clear_error();
    while (bio != nullptr) {
        X509Handle one(PEM_read_bio_X509(bio.get(), nullptr, noPassphrase, nullptr));
        if (one == nullptr)
            break;
        if (chain.size() == longestChain)
            return invalid("too_many", "the chain has more than " + std::to_string(longestChain) + " certificates");
        chain.push_back(std::move(one));
    }
    // Its end is reported as an error, too, of another kind.
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (chain.empty())
        return invalid("no_certificate", "not a certificate in PEM");
    if (!atEnd)
        return invalid("unreadable", nameOf(chain.size()) + " cannot be read");
    ERR_clear_error();
    return chain;
}

/// What TLS 1.2 and 1.3 sign with and clients have.
bool isUsableKind(EVP_PKEY* key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
    case EVP_PKEY_ED25519: return true;
    case EVP_PKEY_EC: break;
    default: return false;
    }
    std::array<char, 64> curve{};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &length) != 1)
        return false;
    const std::string_view name(curve.data(), length);
    return name == SN_X9_62_prime256v1 || name == SN_secp384r1 || name == SN_secp521r1;
}

bool isOwnIssuer(X509* certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

Result<void> checkStrength(X509* certificate, std::size_t index)
{
    EVP_PKEY* const key = X509_get0_pubkey(certificate); // owned by the certificate
    if (key == nullptr || !isUsableKind(key))
        return invalid("kind_of_key",
                       nameOf(index) +
                           " has a kind of key that TLS clients don't take: use RSA, or ECDSA with P-256, P-384 or P-521");
    if (EVP_PKEY_get_security_bits(key) < leastBits)
        return invalid("weak_key", nameOf(index) + " has a key that is too weak (" + std::to_string(EVP_PKEY_get_bits(key)) +
                                       " bits): RSA has at least 2,048");
    const bool ownSignature = isOwnIssuer(certificate);
    int digest = NID_undef, kind = NID_undef, bits = 0;
    std::uint32_t flags = 0;
    const bool known = X509_get_signature_info(certificate, &digest, &kind, &bits, &flags) == 1;
    // Nobody relies on what a root says of itself.
    if (!(ownSignature && index > 0) && (!known || bits < leastBits || digest == NID_md5 || digest == NID_sha1))
        return invalid("weak_signature", nameOf(index) + " is signed with an algorithm that is too weak, such as SHA-1");
    return {};
}

Result<void> checkTime(X509* certificate, std::size_t index, UtcTime at)
{
    const time_t when = std::chrono::system_clock::to_time_t(std::chrono::system_clock::time_point(
        std::chrono::duration_cast<std::chrono::system_clock::duration>(at.time_since_epoch())));
    const auto textOf = [](const ASN1_TIME* time) {
        std::tm parts{};
        ASN1_TIME_to_tm(time, &parts);
        return toRfc3339(UtcTime(std::chrono::seconds(timegm(&parts))));
    };
    if (ASN1_TIME_cmp_time_t(X509_get0_notBefore(certificate), when) != -1 &&
        ASN1_TIME_cmp_time_t(X509_get0_notBefore(certificate), when) != 0)
        return invalid("not_yet_valid", nameOf(index) + " is not valid before " + textOf(X509_get0_notBefore(certificate)));
    if (ASN1_TIME_cmp_time_t(X509_get0_notAfter(certificate), when) != 1)
        return invalid("expired", nameOf(index) + " has expired, at " + textOf(X509_get0_notAfter(certificate)));
    return {};
}

/// May it issue what stands before it? X509_check_issued() doesn't ask, and clients do (RFC 5280 §6.1.4).
Result<void> checkAuthority(const std::vector<X509Handle>& chain, std::size_t index)
{
    X509* const issuer = chain[index].get();
    const int kind = X509_check_ca(issuer); // 1: says so; others but 0: old roots, which clients know or don't
    if (kind != 1 && (kind == 0 || !isOwnIssuer(issuer)))
        return invalid("no_authority", "invalid CA certificate: " + nameOf(index) +
                                           " doesn't say that it may issue certificates (basicConstraints CA:TRUE)");
    const auto between = std::count_if(chain.begin() + 1, chain.begin() + static_cast<std::ptrdiff_t>(index),
                                       [](const X509Handle& one) { return !isOwnIssuer(one.get()); });
    const long most = X509_get_pathlen(issuer); // -1: not said
    if (most >= 0 && between > most)
        return invalid("no_authority", "invalid CA certificate: " + nameOf(index) + " allows no more than " +
                                           std::to_string(most) + " of other authorities below it (pathlen)");
    return {};
}

} // namespace

std::string brokenChainText(std::size_t index)
{
    return "the chain is broken: " + nameOf(index) +
           " did not issue the one before it; the server's own comes first, each followed by its issuer's";
}

Result<Certificate> checkServerChain(std::string_view chainPem, std::optional<UtcTime> at)
{
    SALLYPORT_ASSIGN(const std::vector<X509Handle> chain, readChain(chainPem));
    for (std::size_t i = 0; i < chain.size(); ++i) {
        SALLYPORT_TRY(checkStrength(chain[i].get(), i));
        if (at)
            SALLYPORT_TRY(checkTime(chain[i].get(), i, *at));
        if (i == 0 && X509_check_purpose(chain[0].get(), X509_PURPOSE_SSL_SERVER, 0) != 1)
            return invalid("not_for_servers", "the certificate isn't made for servers: its use doesn't allow it");
        const bool issued = i == 0 || (X509_check_issued(chain[i].get(), chain[i - 1].get()) == X509_V_OK &&
                                       X509_verify(chain[i - 1].get(), X509_get0_pubkey(chain[i].get())) == 1);
        if (!issued)
            return invalid("broken_chain", brokenChainText(i));
        if (i > 0)
            SALLYPORT_TRY(checkAuthority(chain, i));
    }
    ERR_clear_error();
    return Certificate::fromPem(chainPem);
}

Result<void> checkServerKey(const Certificate& certificate, const SecretBytes& keyPem)
{
    const Bio bio(BIO_new_mem_buf(keyPem.data(), static_cast<int>(keyPem.size())));
    bool encrypted = false; // asked for a passphrase: never on the terminal
    const auto noteThat = [](char*, int, int, void* asked) {
        *static_cast<bool*>(asked) = true;
        return -1;
    };
    const Handle<EVP_PKEY, EVP_PKEY_free> key(bio == nullptr ? nullptr
                                                             : PEM_read_bio_PrivateKey(bio.get(), nullptr, noteThat, &encrypted));
    ERR_clear_error();
    if (key == nullptr && encrypted)
        return invalid("passphrase_needed",
                       "the key is encrypted, and the server has nobody to ask for its passphrase: store it without one "
                       "(openssl pkey -in OLD -out NEW)");
    if (key == nullptr)
        return invalid("no_key", "the key cannot be read: it is no private key in PEM");
    if (!certificate.matchesKey(keyPem))
        return invalid("other_key", "the key does not belong to the certificate");
    return {};
}

} // namespace sallyport::crypto
