#include "backend/crypto/brought_pair.h"

#include "backend/base/ip_address.h"
#include "backend/crypto/openssl_handle.h"
#include "backend/crypto/server_pair.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cstring>

namespace sallyport::crypto {
namespace {

using Bio = Handle<BIO, BIO_free_all>;
using X509Handle = Handle<X509, X509_free>;
using KeyHandle = Handle<EVP_PKEY, EVP_PKEY_free>;

constexpr std::size_t longestInput = 64 * 1024;
constexpr std::size_t mostCertificates = 16;

/// `rule` is the word for it that forms and clients know.
Error notAcceptable(std::string_view rule, std::string why)
{
    ERR_clear_error();
    Error error(ErrorCode::CertificateInvalid, std::move(why));
    error.fields.push_back({"certificate", error.detail, std::string(rule)});
    return error;
}

Error passphraseNeeded(std::string why)
{
    Error error = notAcceptable("passphrase_needed", std::move(why));
    error.word = "passphrase_needed";
    return error;
}

struct Asked {
    const SecretBytes& passphrase;
    bool asked = false;
};

/// Never the terminal: what was given, or nothing.
int givePassphrase(char* place, int size, int, void* data)
{
    auto& asked = *static_cast<Asked*>(data);
    asked.asked = true;
    const auto length = static_cast<int>(asked.passphrase.size());
    if (length == 0 || length > size)
        return -1;
    std::memcpy(place, asked.passphrase.data(), asked.passphrase.size());
    return length;
}

Result<KeyHandle> readKey(const char* data, std::size_t size, const SecretBytes& passphrase)
{
    const Bio bio(BIO_new_mem_buf(data, static_cast<int>(size)));
    Asked asked{passphrase};
    KeyHandle key(bio == nullptr ? nullptr : PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase, &asked));
    if (key != nullptr)
        return key;
    if (asked.asked && passphrase.empty())
        return passphraseNeeded("the key is encrypted: its passphrase is needed");
    if (asked.asked)
        return notAcceptable("wrong_passphrase", "the passphrase of the key is wrong");
    return notAcceptable("no_key", "there is no private key in PEM");
}

Result<std::vector<X509Handle>> readCertificates(std::string_view pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    std::vector<X509Handle> all;
    while (bio != nullptr && all.size() <= mostCertificates) {
        X509Handle one(PEM_read_bio_X509(bio.get(), nullptr, noPassphrase, nullptr));
        if (one == nullptr)
            break;
        all.push_back(std::move(one));
    }
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (all.empty())
        return notAcceptable("no_certificate", "not a certificate in PEM");
    if (all.size() > mostCertificates)
        return notAcceptable("too_many", "there are more than " + std::to_string(mostCertificates) + " certificates");
    if (!atEnd)
        return notAcceptable("unreadable", "certificate " + std::to_string(all.size() + 1) + " cannot be read");
    ERR_clear_error();
    return all;
}

struct Parts {
    KeyHandle key;
    std::vector<X509Handle> certificates;
};

Result<Parts> readPkcs12(std::string_view bytes, const SecretBytes& passphrase)
{
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const Handle<PKCS12, PKCS12_free> file(d2i_PKCS12(nullptr, &data, static_cast<long>(bytes.size())));
    if (file == nullptr)
        return notAcceptable("no_certificate", "it is neither PEM nor PKCS#12");
    SecretBytes terminated(passphrase.size() + 1);
    std::ranges::copy(passphrase.bytes(), terminated.data());
    EVP_PKEY* key = nullptr;
    X509* own = nullptr;
    STACK_OF(X509)* others = nullptr;
    if (PKCS12_parse(file.get(), reinterpret_cast<const char*>(terminated.data()), &key, &own, &others) != 1)
        return passphrase.empty() ? passphraseNeeded("the PKCS#12 file is encrypted: its passphrase is needed")
                                  : notAcceptable("wrong_passphrase",
                                                  "the passphrase of the PKCS#12 file is wrong, or its kind is not supported");
    Parts parts;
    parts.key.reset(key);
    if (own != nullptr)
        parts.certificates.emplace_back(own);
    while (others != nullptr && sk_X509_num(others) > 0)
        parts.certificates.emplace_back(sk_X509_shift(others));
    sk_X509_free(others);
    if (parts.key == nullptr || own == nullptr)
        return notAcceptable("no_key", "the PKCS#12 file has no key with its certificate");
    if (parts.certificates.size() > mostCertificates)
        return notAcceptable("too_many", "there are more than " + std::to_string(mostCertificates) + " certificates");
    return parts;
}

Result<Parts> readPem(std::string_view certificates, const SecretBytes& key, const SecretBytes& passphrase)
{
    Parts parts;
    SALLYPORT_ASSIGN(parts.certificates, readCertificates(certificates));
    if (key.empty()) {
        SALLYPORT_ASSIGN(parts.key, readKey(certificates.data(), certificates.size(), passphrase));
    } else {
        SALLYPORT_ASSIGN(parts.key, readKey(reinterpret_cast<const char*>(key.data()), key.size(), passphrase));
    }
    return parts;
}

/// The key's own first, then each followed by its issuer.
Result<void> putInOrder(Parts& parts)
{
    auto& all = parts.certificates;
    std::vector<const X509*> brought; // in whose order the certificates are told
    for (const X509Handle& one : all)
        brought.push_back(one.get());
    const auto own =
        std::ranges::find_if(all, [&](const X509Handle& one) { return X509_check_private_key(one.get(), parts.key.get()) == 1; });
    ERR_clear_error();
    if (own == all.end())
        return notAcceptable("other_key", "the key does not belong to the certificate");
    std::iter_swap(all.begin(), own);
    for (std::size_t at = 1; at < all.size(); ++at) {
        const auto issuer = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(at), all.end(), [&](const X509Handle& one) {
            return X509_check_issued(one.get(), all[at - 1].get()) == X509_V_OK;
        });
        if (issuer == all.end())
            return notAcceptable("broken_chain", brokenChainText(static_cast<std::size_t>(
                                                     std::ranges::find(brought, all[at].get()) - brought.begin())));
        std::iter_swap(all.begin() + static_cast<std::ptrdiff_t>(at), issuer);
    }
    return {};
}

std::string writtenText(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

} // namespace

Result<BroughtPair> readPair(std::string_view certificates, const SecretBytes& key, const SecretBytes& passphrase)
{
    if (certificates.size() > longestInput || key.size() > longestInput)
        return notAcceptable("too_large", "it is too large");
    ERR_clear_error();
    const bool pem = certificates.find("-----BEGIN ") != std::string_view::npos;
    SALLYPORT_ASSIGN(Parts parts, pem ? readPem(certificates, key, passphrase) : readPkcs12(certificates, passphrase));
    SALLYPORT_TRY(putInOrder(parts));
    BroughtPair pair;
    const Bio chain(BIO_new(BIO_s_mem()));
    for (const X509Handle& one : parts.certificates)
        if (chain == nullptr || PEM_write_bio_X509(chain.get(), one.get()) != 1)
            return opensslFailure("a certificate could not be written");
    pair.chainPem = writtenText(chain.get());
    const Bio text(BIO_new(BIO_s_secmem()));
    if (text == nullptr || PEM_write_bio_PKCS8PrivateKey(text.get(), parts.key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return opensslFailure("a key could not be written");
    char* data = nullptr;
    const long size = BIO_get_mem_data(text.get(), &data);
    pair.keyPem = SecretBytes::fromText({data, static_cast<std::size_t>(std::max(size, 0L))});
    return pair;
}

std::vector<std::string> namesNotIn(std::string_view chainPem, const std::vector<std::string>& names)
{
    const auto all = readCertificates(chainPem);
    std::vector<std::string> missing;
    for (const std::string& name : names) {
        const bool covered =
            all && (IpAddress::parse(name) ? X509_check_ip_asc(all->front().get(), name.c_str(), 0) == 1
                                           : X509_check_host(all->front().get(), name.data(), name.size(), 0, nullptr) == 1);
        if (!covered)
            missing.push_back(name);
    }
    ERR_clear_error();
    return missing;
}

} // namespace sallyport::crypto
