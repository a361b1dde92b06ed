#include "backend/vault/server_certificate.h"

#include "backend/crypto/certificate.h"
#include "backend/storage/files.h"
#include "backend/storage/owner.h"

#include <ifaddrs.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace sallyport {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pemBytes = 64 * 1024;
constexpr std::string_view ours = "O=Sallyport"; // in the subject of what makeSelfSigned makes

fs::path certificateFile(const fs::path& dataDirectory)
{
    return dataDirectory / "tls" / "certificate.pem";
}
fs::path keyFile(const fs::path& dataDirectory)
{
    return dataDirectory / "tls" / "key.pem";
}

std::vector<std::string> hostNames()
{
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0)
        return {};
    std::string text(name.data());
    const bool plain = !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    return plain ? std::vector<std::string>{std::move(text)} : std::vector<std::string>{};
}

/// The addresses that clients may use: the bound one, or all of this machine for an unspecified one.
std::vector<IpAddress> addressesFor(const IpAddress& bound)
{
    if (!bound.isUnspecified())
        return {bound};
    std::vector<IpAddress> found;
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0)
        return found;
    for (const ifaddrs* entry = list; entry != nullptr && found.size() < 50; entry = entry->ifa_next) {
        if (entry->ifa_addr == nullptr)
            continue;
        if (entry->ifa_addr->sa_family == AF_INET) {
            sockaddr_in v4{};
            std::memcpy(&v4, entry->ifa_addr, sizeof v4);
            found.push_back(IpAddress::v4(ntohl(v4.sin_addr.s_addr)));
        } else if (entry->ifa_addr->sa_family == AF_INET6) {
            sockaddr_in6 v6{};
            std::memcpy(&v6, entry->ifa_addr, sizeof v6);
            std::array<std::uint8_t, 16> bytes{};
            std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
            found.push_back(IpAddress::v6(bytes));
        }
    }
    freeifaddrs(list);
    return found;
}

Error unusable(std::string detail)
{
    return makeError(ErrorCode::CertificateInvalid, std::move(detail));
}

Result<StoredCertificate> make(const fs::path& dataDirectory, const IpAddress& address, const Clock& clock, RandomSource& random)
{
    SALLYPORT_ASSIGN(crypto::CertifiedKey made, crypto::makeSelfSigned(hostNames(), addressesFor(address), clock, random));
    std::error_code failure;
    fs::create_directory(dataDirectory / "tls", failure);
    if (failure || chmod((dataDirectory / "tls").c_str(), S_IRWXU) != 0)
        return makeError(ErrorCode::NotWritable, "The directory for the certificate cannot be made");
    SALLYPORT_TRY(storage::giveToOwner(dataDirectory / "tls"));
    StoredCertificate stored;
    stored.chainPem = made.certificate.pem();
    stored.fingerprint = made.certificate.fingerprint();
    stored.expiresAt = made.certificate.notAfter();
    stored.created = true;
    SALLYPORT_TRY(storage::writeFileAtomically(keyFile(dataDirectory), made.privateKeyPem.bytes(), storage::Replace::Always));
    SALLYPORT_TRY(
        storage::writeFileAtomically(certificateFile(dataDirectory), asBytes(stored.chainPem), storage::Replace::Always));
    stored.keyPem = std::move(made.privateKeyPem);
    return stored;
}

} // namespace

Result<StoredCertificate> loadCertificate(const fs::path& dataDirectory)
{
    std::error_code ignored;
    if (!fs::exists(certificateFile(dataDirectory), ignored))
        return makeError(ErrorCode::NotFound, "There is no certificate yet");
    auto chain = storage::readSmallFile(certificateFile(dataDirectory), pemBytes);
    auto keyText = storage::readSmallFile(keyFile(dataDirectory), pemBytes);
    for (const Result<std::string>* text : {&chain, &keyText}) {
        if (!*text)
            return unusable("The certificate or its key cannot be read: " + text->error().detail);
    }
    StoredCertificate stored;
    stored.chainPem = std::move(*chain);
    stored.keyPem = SecretBytes::fromText(*keyText);
    wipe(*keyText);
    SALLYPORT_ASSIGN(const crypto::Certificate certificate, crypto::Certificate::fromPem(stored.chainPem));
    if (!certificate.matchesKey(stored.keyPem))
        return unusable("The key in tls/key.pem does not belong to the certificate");
    stored.fingerprint = certificate.fingerprint();
    stored.expiresAt = certificate.notAfter();
    return stored;
}

Result<StoredCertificate> loadOrMakeCertificate(const fs::path& dataDirectory, const IpAddress& address, const Clock& clock,
                                                UtcTime believed, RandomSource& random)
{
    auto stored = loadCertificate(dataDirectory);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return make(dataDirectory, address, clock, random);
    if (!stored)
        return stored;
    if (stored->expiresAt > clock.now())
        return stored;
    SALLYPORT_ASSIGN(const crypto::Certificate certificate, crypto::Certificate::fromPem(stored->chainPem));
    if (certificate.subject().find(ours) == std::string::npos)
        return unusable("The certificate in tls/certificate.pem has expired");
    // Clients that pin it lose it with a new one: not because of a clock that nobody believes. They judge it by their own.
    if (stored->expiresAt > believed)
        return stored;
    return make(dataDirectory, address, clock, random);
}

} // namespace sallyport
