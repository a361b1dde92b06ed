#include "backend/vault/vault.h"

#include "backend/base/name_text.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/passwords/password_policy.h"
#include "backend/settings/limits.h"
#include "backend/storage/files.h"
#include "backend/storage/owner.h"
#include "backend/storage/private_files.h"
#include "backend/vault/about_file.h"
#include "backend/vault/open_backend.h"
#include "backend/vault/server_certificate.h"

namespace sallyport {
namespace {

namespace fs = std::filesystem;

/// Takes away what a failed creation has begun, and nothing that was there before.
class Undo {
public:
    Undo(fs::path directory, bool madeDirectory) : m_directory(std::move(directory)), m_madeDirectory(madeDirectory) {}
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    ~Undo()
    {
        if (m_kept)
            return;
        std::error_code ignored;
        if (m_madeDirectory) {
            fs::remove_all(m_directory, ignored);
            return;
        }
        const fs::path database = storage::databaseFile(m_directory);
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            fs::remove(fs::path(database) += suffix, ignored);
        for (const fs::path& file :
             {storage::keyringFile(m_directory), m_directory / "audit.anchor", m_directory / "audit.anchor.new",
              m_directory / "heads.jsonl", m_directory / "nonces", m_directory / "about.json", m_directory / "sallyport.lock",
              m_directory / "sallyport.sock", storage::backupsDirectory(m_directory)})
            fs::remove(file, ignored);
    }
    void keep() { m_kept = true; }

private:
    const fs::path m_directory;
    const bool m_madeDirectory;
    bool m_kept = false;
};

/// The name also stands in the keyring, which is made before the setting and the administrator are.
Result<void> checkNames(NewVault& vault)
{
    std::vector<FieldError> errors;
    tidyName("vault_name", vault.name, 1, settings::vaultNameLimit, errors);
    tidyName("name", vault.adminName, 1, identity::nameLimit, errors);
    if (errors.empty())
        return {};
    Error error(ErrorCode::ValidationFailed,
                (errors.front().field == "name" ? "The administrator's name: " : "The vault's name: ") + errors.front().message);
    error.fields = std::move(errors);
    return error;
}

Result<void> checkNew(NewVault& vault)
{
    SALLYPORT_TRY(checkPassphrase(vault.passphrase));
    SALLYPORT_TRY(checkNames(vault));
    if (!IpAddress::parse(vault.serverAddress)) {
        Error error(ErrorCode::ValidationFailed, "The server's address is no IP address");
        error.fields.push_back({"server_address", error.detail, "format"});
        return error;
    }
    const identity::PasswordContext context{vault.adminName, vault.adminEmail, settings::Values().passwordsMinLength, vault.name};
    identity::PasswordStrength strength = identity::rate(vault.adminPassword, context);
    if (strength.broken.empty())
        return {};
    Error error(ErrorCode::PasswordTooWeak, "The administrator's password is not good enough");
    if (!strength.broken.front().message.empty())
        error.detail += ": " + strength.broken.front().message;
    error.fields = std::move(strength.broken);
    return error;
}

Result<access::Actor> makeAdministrator(OpenBackend& backend, NewVault& vault)
{
    Services& services = backend.services();
    const access::Actor system = access::Actor::system();
    std::vector<std::pair<std::string, std::string>> changes{
        {"server.address", vault.serverAddress}, {"server.port", std::to_string(vault.serverPort)}, {"vault.name", vault.name}};
    if (!vault.language.empty())
        changes.emplace_back("console.language", vault.language);
    SALLYPORT_TRY(services.settings.change(system, changes));
    identity::NewUser user;
    user.name = vault.adminName;
    user.email = vault.adminEmail;
    user.roles = {"admin"};
    user.password = vault.adminPassword.clone();
    SALLYPORT_TRY(services.users.create(system, std::move(user)));
    return services.signIn.operatorSignIn(vault.adminEmail, vault.adminPassword, {});
}

Result<std::unique_ptr<Backend>> openWith(const fs::path& dataDirectory, Result<storage::Keyring> keyring,
                                          const Platform& platform, OpenMode mode)
{
    if (!keyring)
        return std::move(keyring).error();
    SALLYPORT_ASSIGN(std::unique_ptr<OpenBackend> backend, OpenBackend::open(dataDirectory, std::move(*keyring), platform, mode));
    return std::unique_ptr<Backend>(std::move(backend));
}

} // namespace

Result<void> shutOut(const fs::path& dataDirectory, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::vector<std::string> closed, storage::closeToOthers(dataDirectory));
    if (closed.empty() || !platform.notice)
        return {};
    std::string text;
    for (const std::string& one : closed)
        text.append(text.empty() ? "" : ", ").append(one);
    platform.notice("warning: other users of this machine could use " + text +
                    "; they can't any more, but may have read or changed it");
    return {};
}

Result<VaultInfo> inspectVault(const fs::path& dataDirectory)
{
    SALLYPORT_TRY(storage::checkOwner(dataDirectory)); // others can't even see whether there is one
    VaultInfo info;
    std::error_code ignored;
    const bool keyring = fs::exists(storage::keyringFile(dataDirectory), ignored);
    const bool database = fs::exists(storage::databaseFile(dataDirectory), ignored);
    info.exists = keyring || database;
    if (!info.exists)
        return info;
    SALLYPORT_ASSIGN(info.name, storage::Keyring::vaultName(storage::keyringFile(dataDirectory)));
    const AboutFile about = readAbout(dataDirectory);
    info.lastOpenedAt = about.lastOpenedAt;
    info.lastOpenedBy = about.lastOpenedBy;
    info.url = about.url;
    if (const auto certificate = inspectCertificate(dataDirectory))
        info.fingerprint = certificate->fingerprint;
    return info;
}

Result<CreatedVault> createVault(NewVault vault, const Platform& platform)
{
    SALLYPORT_TRY(checkNew(vault));
    std::error_code ignored;
    const bool directoryWasThere = fs::exists(vault.dataDirectory, ignored);
    if (fs::exists(storage::keyringFile(vault.dataDirectory), ignored) ||
        fs::exists(storage::databaseFile(vault.dataDirectory), ignored))
        return makeError(ErrorCode::AlreadyExists, "There is a vault in this directory already");
    SALLYPORT_TRY(storage::checkOwner(vault.dataDirectory));
    SALLYPORT_TRY(storage::prepareDataDirectory(vault.dataDirectory));
    Undo undo(vault.dataDirectory, !directoryWasThere);
    SALLYPORT_ASSIGN(storage::Keyring::Created created,
                     storage::Keyring::create(storage::keyringFile(vault.dataDirectory), vault.passphrase, vault.name,
                                              platform.random, vault.kdfCost));
    SALLYPORT_ASSIGN(std::unique_ptr<OpenBackend> backend,
                     OpenBackend::open(vault.dataDirectory, std::move(created.keyring), platform, {.create = true}));
    auto administrator = makeAdministrator(*backend, vault);
    if (!administrator) {
        backend.reset(); // closes the files before they are removed
        return std::move(administrator).error();
    }
    undo.keep();
    backend->noteOpenedBy(administrator->name);
    CreatedVault result;
    result.backend = std::move(backend);
    result.recoveryKey = std::move(created.recoveryKey);
    result.administrator = std::move(*administrator);
    result.madeDirectory = !directoryWasThere;
    return result;
}

void discardVault(CreatedVault created, const fs::path& dataDirectory)
{
    const Undo undo(dataDirectory, created.madeDirectory);
    created.backend.reset(); // closes the files before they are removed
}

Result<std::unique_ptr<Backend>> openVault(const fs::path& dataDirectory, const SecretBytes& passphrase, const Platform& platform)
{
    SALLYPORT_TRY(storage::checkOwner(dataDirectory));
    SALLYPORT_TRY(shutOut(dataDirectory, platform));
    return openWith(dataDirectory, storage::Keyring::unlockWithPassphrase(storage::keyringFile(dataDirectory), passphrase),
                    platform, {});
}

Result<std::unique_ptr<CommandBackend>> openVaultBeside(const fs::path& dataDirectory, const SecretBytes& passphrase,
                                                        const Platform& platform)
{
    SALLYPORT_TRY(storage::checkOwner(dataDirectory));
    SALLYPORT_TRY(shutOut(dataDirectory, platform));
    SALLYPORT_ASSIGN(storage::Keyring keyring,
                     storage::Keyring::unlockWithPassphrase(storage::keyringFile(dataDirectory), passphrase));
    SALLYPORT_ASSIGN(std::unique_ptr<OpenBackend> backend,
                     OpenBackend::open(dataDirectory, std::move(keyring), platform, {.beside = true}));
    return std::unique_ptr<CommandBackend>(std::move(backend));
}

Result<std::unique_ptr<Backend>> openVaultWithRecoveryKey(const fs::path& dataDirectory, const SecretBytes& recoveryKey,
                                                          const Platform& platform)
{
    SALLYPORT_TRY(storage::checkOwner(dataDirectory));
    SALLYPORT_TRY(shutOut(dataDirectory, platform));
    return openWith(dataDirectory, storage::Keyring::unlockWithRecoveryKey(storage::keyringFile(dataDirectory), recoveryKey),
                    platform, {});
}

} // namespace sallyport
