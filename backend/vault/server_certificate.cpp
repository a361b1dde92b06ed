#include "backend/vault/server_certificate.h"

#include "backend/base/descriptor.h"
#include "backend/crypto/server_pair.h"
#include "backend/storage/files.h"
#include "backend/storage/owner.h"
#include "backend/vault/changed_values.h"

#include <ifaddrs.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sallyport {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pemBytes = 64 * 1024;

fs::path certificateFile(const fs::path& dataDirectory)
{
    return dataDirectory / "tls" / "certificate.pem";
}
fs::path keyFile(const fs::path& dataDirectory)
{
    return dataDirectory / "tls" / "key.pem";
}

/// Where a key waits for its end.
fs::path doomedFile(const fs::path& dataDirectory)
{
    return dataDirectory / "tls" / "key.pem.moved";
}

/// Something is there, whatever it is: a link to nothing, too, is somebody's.
bool isThere(const fs::path& file)
{
    struct stat about {};
    return ::lstat(file.c_str(), &about) == 0 || (errno != ENOENT && errno != ENOTDIR);
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

Error unusable(const Error& why)
{
    return unusable(why.detail + " (" + (why.detail.starts_with("the key") ? "tls/key.pem" : "tls/certificate.pem") + ")");
}

Result<std::string> readPem(const fs::path& file)
{
    auto text = storage::readSmallFile(file, pemBytes);
    if (!text)
        return unusable("The certificate or its key cannot be read: " + text.error().detail);
    return text;
}

/// What is there, as far as the vault isn't needed for it: the key stays empty if there is no file.
struct Files {
    std::string chainPem;
    SecretBytes keyPem;
};

Result<Files> readFiles(const fs::path& dataDirectory)
{
    const bool certificate = isThere(certificateFile(dataDirectory)), key = isThere(keyFile(dataDirectory));
    if (!certificate && !key)
        return makeError(ErrorCode::NotFound, "There is no certificate yet");
    if (!certificate)
        return unusable(
            "tls/key.pem has no certificate: put it beside the key as tls/certificate.pem, or take the key away and the "
            "server makes a pair of its own");
    Files files;
    SALLYPORT_ASSIGN(files.chainPem, readPem(certificateFile(dataDirectory)));
    if (key) {
        SALLYPORT_ASSIGN(std::string text, readPem(keyFile(dataDirectory)));
        files.keyPem = SecretBytes::fromText(text);
        wipe(text);
    }
    return files;
}

/// The check, of everybody who asks.
Result<crypto::Certificate> check(const std::string& chainPem, const SecretBytes* keyPem, std::optional<UtcTime> at)
{
    auto certificate = crypto::checkServerChain(chainPem, at);
    if (!certificate)
        return unusable(certificate.error());
    if (keyPem != nullptr)
        if (const auto fits = crypto::checkServerKey(*certificate, *keyPem); !fits)
            return unusable(fits.error());
    return certificate;
}

/// The same of one that is in the vault, without the names of files.
Result<crypto::Certificate> checkImported(const ImportedCertificates::Imported& imported, UtcTime at)
{
    SALLYPORT_ASSIGN(crypto::Certificate certificate, crypto::checkServerChain(imported.chainPem, at));
    SALLYPORT_TRY(crypto::checkServerKey(certificate, imported.keyPem));
    return certificate;
}

Error refusedNow(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

/// Overwritten, then removed. What a file system or a disk keeps besides is out of reach.
void destroy(const fs::path& file)
{
    struct stat about {};
    const Descriptor opened = openFile(file, O_WRONLY | O_NOFOLLOW);
    if (opened.valid() && ::fstat(opened.get(), &about) == 0) {
        const std::string nothing(static_cast<std::size_t>(std::clamp<off_t>(about.st_size, 0, pemBytes)), '\0');
        if (::pwrite(opened.get(), nothing.data(), nothing.size(), 0) >= 0)
            (void) ::fsync(opened.get());
    }
    ::unlink(file.c_str());
}

} // namespace

Result<ShownCertificate> inspectCertificate(const fs::path& dataDirectory)
{
    SALLYPORT_ASSIGN(const Files files, readFiles(dataDirectory));
    const bool keyed = !files.keyPem.empty() || isThere(keyFile(dataDirectory));
    SALLYPORT_ASSIGN(const crypto::Certificate certificate, check(files.chainPem, keyed ? &files.keyPem : nullptr, std::nullopt));
    ShownCertificate shown;
    shown.fingerprint = certificate.fingerprint();
    shown.validFrom = certificate.notBefore();
    shown.expiresAt = certificate.notAfter();
    shown.keyed = keyed;
    return shown;
}

ServerCertificates::ServerCertificates(Parts parts, ServerKeyCipher cipher, ServerKeyCipher importedCipher)
    : m_parts(std::move(parts)), m_keys(m_parts.store, std::move(cipher), m_parts.clock, m_parts.random),
      m_imported(m_parts.store, std::move(importedCipher), m_parts.random)
{
}

Result<std::unique_ptr<ServerCertificates>> ServerCertificates::open(Parts parts, SecretBytes key)
{
    SALLYPORT_ASSIGN(ServerKeyCipher imported, ServerKeyCipher::create(key.clone()));
    SALLYPORT_ASSIGN(ServerKeyCipher cipher, ServerKeyCipher::create(std::move(key)));
    return std::unique_ptr<ServerCertificates>(new ServerCertificates(std::move(parts), std::move(cipher), std::move(imported)));
}

Result<StoredCertificate> ServerCertificates::load() const
{
    SALLYPORT_ASSIGN(auto imported, m_imported.present());
    if (!imported)
        return loadFiles();
    // Whatever lies in tls/: who wants that says so.
    auto certificate = checkImported(*imported, m_parts.clock.now());
    if (!certificate)
        return unusable(certificate.error().detail + " (the imported one; sallyportd certificate own takes another)");
    StoredCertificate taken;
    taken.fingerprint = std::move(imported->fingerprint);
    taken.validFrom = certificate->notBefore();
    taken.expiresAt = certificate->notAfter();
    taken.imported = true;
    taken.chainPem = std::move(imported->chainPem);
    taken.keyPem = std::move(imported->keyPem);
    return taken;
}

Result<StoredCertificate> ServerCertificates::loadFiles() const
{
    SALLYPORT_ASSIGN(Files files, readFiles(m_parts.dataDirectory));
    StoredCertificate stored;
    // A key that somebody has put there is meant, whatever the vault has.
    if (!isThere(keyFile(m_parts.dataDirectory))) {
        SALLYPORT_ASSIGN(const crypto::Certificate certificate, check(files.chainPem, nullptr, std::nullopt));
        SALLYPORT_ASSIGN(std::optional<SecretBytes> key, m_keys.find(certificate.fingerprint()));
        if (!key)
            return unusable(
                "tls/certificate.pem has no key: put it beside the certificate as tls/key.pem, or take the certificate "
                "away and the server makes a pair of its own");
        files.keyPem = std::move(*key);
        stored.own = true;
    }
    SALLYPORT_ASSIGN(const crypto::Certificate certificate,
                     check(files.chainPem, &files.keyPem, stored.own ? std::nullopt : std::optional(m_parts.clock.now())));
    stored.chainPem = std::move(files.chainPem);
    stored.keyPem = std::move(files.keyPem);
    stored.fingerprint = certificate.fingerprint();
    stored.validFrom = certificate.notBefore();
    stored.expiresAt = certificate.notAfter();
    return stored;
}

Result<void> ServerCertificates::import(const crypto::BroughtPair& pair, const access::Actor& by, const Note& note)
{
    ImportedCertificates::Imported imported{{}, pair.chainPem, pair.keyPem.clone()};
    SALLYPORT_ASSIGN(const crypto::Certificate certificate, checkImported(imported, m_parts.clock.now()));
    imported.fingerprint = certificate.fingerprint();
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto before, ImportedCertificates::use(transaction));
        SALLYPORT_TRY(m_imported.add(transaction, imported, by));
        return note(transaction, before.present, imported.fingerprint);
    });
}

Result<void> ServerCertificates::present(std::string which, ImportedCertificates::Use before, const access::Actor& by,
                                         const Note& note)
{
    // What couldn't be presented would only be noticed by the next start.
    if (which.empty()) {
        if (const auto files = loadFiles(); !files && files.error().code != ErrorCode::NotFound)
            return files.error();
    } else {
        SALLYPORT_ASSIGN(const auto kept, m_imported.kept(which));
        SALLYPORT_TRY(checkImported(kept, m_parts.clock.now()));
    }
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto now, ImportedCertificates::use(transaction));
        if (now.present != before.present || now.previous != before.previous)
            return refusedNow("Another certificate was taken meanwhile", "certificate_changed");
        SALLYPORT_TRY(m_imported.setUse(transaction, {which, before.present}, by));
        return note(transaction, before.present, which);
    });
}

Result<void> ServerCertificates::goBack(const access::Actor& by, const Note& note)
{
    SALLYPORT_ASSIGN(auto before, m_parts.store.read(ImportedCertificates::use));
    if (!before.previous)
        return refusedNow("No certificate from before is kept", "nothing_before");
    return present(*before.previous, before, by, note);
}

Result<void> ServerCertificates::useOwn(const access::Actor& by, const Note& note)
{
    SALLYPORT_ASSIGN(auto before, m_parts.store.read(ImportedCertificates::use));
    if (before.present.empty())
        return refusedNow("The server presents no imported certificate", "not_imported");
    return present({}, std::move(before), by, note);
}

Result<bool> ServerCertificates::canGoBack() const
{
    SALLYPORT_ASSIGN(const auto use, m_parts.store.read(ImportedCertificates::use));
    return use.previous.has_value();
}

Result<std::vector<std::string>> ServerCertificates::takeBack(storage::Transaction& transaction, const std::string& undo)
{
    const ChangedValues values = readChangedValues(undo);
    const auto change = values.find(certificateValue);
    SALLYPORT_ASSIGN(const auto now, ImportedCertificates::use(transaction));
    if (change == values.end() || now.present != change->second.after)
        return std::vector<std::string>{std::string(certificateValue)};
    SALLYPORT_TRY(m_imported.setUse(transaction, {change->second.before, std::nullopt}, access::Actor::system()));
    return std::vector<std::string>();
}

std::vector<std::string> ServerCertificates::namesFor(const IpAddress& bound)
{
    std::vector<std::string> names = hostNames();
    if (!bound.isUnspecified() && !bound.isLoopback())
        names.push_back(bound.text());
    return names;
}

bool ServerCertificates::isUnfit(const StoredCertificate& stored, const KnownTime& known, std::chrono::microseconds ahead) const
{
    // Clients that pin it lose it with a new one: not because of a clock that nobody believes. They judge it by their own.
    const UtcTime now = m_parts.clock.now();
    const bool isOver = stored.expiresAt - ahead <= now && stored.expiresAt - ahead <= known.believed;
    const bool isNotYet = stored.validFrom > now && stored.validFrom > known.passed;
    return stored.own && (isOver || isNotYet);
}

bool ServerCertificates::isDue(const KnownTime& known, std::chrono::microseconds ahead) const
{
    const auto stored = load();
    return stored && isUnfit(*stored, known, ahead);
}

Result<StoredCertificate> ServerCertificates::loadOrMake(const IpAddress& address, const KnownTime& known,
                                                         std::chrono::microseconds ahead)
{
    auto stored = load();
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return make(address, known, false);
    if (!stored || !isUnfit(*stored, known, ahead))
        return stored;
    return make(address, known, true);
}

Result<StoredCertificate> ServerCertificates::make(const IpAddress& address, const KnownTime& known, bool renews)
{
    const fs::path& directory = m_parts.dataDirectory;
    // One that is good by both times, where there is one. If the clock is right after all, the next is made in time.
    const UtcTime now = m_parts.clock.now();
    const bool goodByBoth = known.believed < now && known.believed + crypto::selfSignedLifetime - certificateLeastLeft > now;
    SALLYPORT_ASSIGN(crypto::CertifiedKey made, crypto::makeSelfSigned(hostNames(), addressesFor(address),
                                                                       goodByBoth ? known.believed : now, m_parts.random));
    std::error_code failure;
    if (fs::create_directory(directory / "tls", failure)) {
        if (chmod((directory / "tls").c_str(), S_IRWXU) != 0)
            return makeError(ErrorCode::NotWritable, "The directory for the certificate cannot be made");
        SALLYPORT_TRY(storage::giveToOwner(directory / "tls"));
    }
    if (failure)
        return makeError(ErrorCode::NotWritable, "The directory for the certificate cannot be made");
    StoredCertificate stored;
    stored.chainPem = made.certificate.pem();
    stored.fingerprint = made.certificate.fingerprint();
    stored.validFrom = made.certificate.notBefore();
    stored.expiresAt = made.certificate.notAfter();
    stored.own = stored.created = true;
    // The key first: a certificate whose key is nowhere would look like somebody's.
    SALLYPORT_TRY(m_keys.add(stored.fingerprint, made.privateKeyPem));
    SALLYPORT_TRY(storage::writeFileAtomically(certificateFile(directory), asBytes(stored.chainPem),
                                               renews ? storage::Replace::Always : storage::Replace::Never));
    SALLYPORT_TRY(m_keys.keepOnly(stored.fingerprint));
    stored.keyPem = std::move(made.privateKeyPem);
    return stored;
}

Result<bool> ServerCertificates::adopt()
{
    const fs::path& directory = m_parts.dataDirectory;
    SALLYPORT_ASSIGN(const bool done, m_keys.any());
    if (done) {
        destroy(doomedFile(directory)); // a crash came between
        return false;
    }
    const auto files = readFiles(directory);
    if (!files || files->keyPem.empty())
        return false;
    const auto certificate = crypto::Certificate::fromPem(files->chainPem);
    if (!certificate || certificate->pem() != files->chainPem || !certificate->isSelfMade() ||
        !certificate->matchesKey(files->keyPem))
        return false;
    const std::string fingerprint = certificate->fingerprint();
    SALLYPORT_TRY(m_keys.add(fingerprint, files->keyPem));
    SALLYPORT_ASSIGN(const std::optional<SecretBytes> kept, m_keys.find(fingerprint));
    if (!kept || !equalConstantTime(kept->bytes(), files->keyPem.bytes()))
        return makeError(ErrorCode::CryptoFailure, "The vault did not keep the server's key");
    // Under another name first: from then on the vault's key is in use, and a crash leaves no half of one behind.
    SALLYPORT_TRY(storage::moveIntoPlace(keyFile(directory), doomedFile(directory), storage::Replace::Always));
    destroy(doomedFile(directory));
    return true;
}

} // namespace sallyport
