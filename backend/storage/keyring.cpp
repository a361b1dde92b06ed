#include "backend/storage/keyring.h"

#include "backend/base/composed.h"
#include "backend/base/utf8.h"
#include "backend/crypto/aead.h"
#include "backend/crypto/hkdf.h"
#include "backend/crypto/password_hash.h"
#include "backend/storage/files.h"
#include "backend/storage/keyring_document.h"
#include "backend/storage/recovery_key.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t masterKeySize = 32;
constexpr std::size_t shortestPassphrase = 1; // its strength is judged where it is chosen
constexpr std::size_t longestPassphrase = 4096;
constexpr std::string_view passphrasePlace = "sallyport-keyring/1/passphrase";
constexpr std::string_view recoveryPlace = "sallyport-keyring/1/recovery";

Result<Bytes> randomBytes(RandomSource& random, std::size_t size)
{
    Bytes bytes(size);
    if (!random.fill(bytes))
        return makeError(ErrorCode::CryptoFailure, "the system gives no randomness");
    return bytes;
}

Result<SecretBytes> randomSecret(RandomSource& random, std::size_t size)
{
    SecretBytes bytes(size);
    if (!random.fill(bytes.bytes()))
        return makeError(ErrorCode::CryptoFailure, "the system gives no randomness");
    return bytes;
}

Result<SecretBytes> passphraseKey(const SecretBytes& passphrase, std::span<const std::byte> salt, const KdfCost& cost)
{
    return crypto::argon2id({passphrase.bytes(), salt, {}, {}}, {cost.memoryKib, cost.passes, cost.lanes}, masterKeySize);
}

Result<SecretBytes> recoveryWrappingKey(const SecretBytes& key, std::span<const std::byte> salt)
{
    return crypto::hkdfSha256(key.bytes(), salt, recoveryPlace, masterKeySize);
}

Result<Bytes> wrap(SecretBytes wrappingKey, const SecretBytes& masterKey, std::string_view place, RandomSource& random)
{
    SALLYPORT_ASSIGN(const crypto::Aead aead, crypto::Aead::create(std::move(wrappingKey)));
    return aead.seal(masterKey.bytes(), place, random);
}

/// Nothing if the wrapping key is wrong; the document's checksum has excluded damage before.
Result<SecretBytes> unwrap(SecretBytes wrappingKey, std::span<const std::byte> wrapped, std::string_view place)
{
    SALLYPORT_ASSIGN(const crypto::Aead aead, crypto::Aead::create(std::move(wrappingKey)));
    return aead.open(wrapped, place);
}

/// Nothing if the passphrase is wrong.
Result<std::optional<SecretBytes>> openWithPassphrase(const KeyringDocument& document, const SecretBytes& passphrase)
{
    SALLYPORT_ASSIGN(SecretBytes key, passphraseKey(passphrase, document.passphraseSalt, document.passphraseCost));
    Result<SecretBytes> masterKey = unwrap(std::move(key), document.passphraseWrapped, passphrasePlace);
    return masterKey ? std::optional(std::move(*masterKey)) : std::nullopt;
}

Result<void> wrapWithPassphrase(KeyringDocument& document, const SecretBytes& masterKey, const SecretBytes& passphrase,
                                RandomSource& random, const KdfCost& cost)
{
    if (passphrase.size() < shortestPassphrase || passphrase.size() > longestPassphrase)
        return makeError(ErrorCode::InvalidArgument, "a passphrase has 1 to 4096 bytes");
    document.passphraseCost = cost;
    SALLYPORT_ASSIGN(document.passphraseSalt, randomBytes(random, saltSize));
    SALLYPORT_ASSIGN(SecretBytes key, passphraseKey(composedSecret(passphrase), document.passphraseSalt, cost));
    SALLYPORT_ASSIGN(document.passphraseWrapped, wrap(std::move(key), masterKey, passphrasePlace, random));
    return {};
}

/// 64 public bits that say which master key it is.
std::string keyIdOf(const Keyring& keyring)
{
    return toHex(keyring.derive("keyring-id").bytes().first(8));
}

Result<void> checkSame(const Keyring& keyring, const KeyringDocument& document)
{
    if (keyIdOf(keyring) != document.keyId)
        return makeError(ErrorCode::KeyringDamaged, "the keyring file belongs to another vault");
    return {};
}

} // namespace

Result<Keyring::Created> Keyring::create(const fs::path& file, const SecretBytes& passphrase, std::string_view vaultName,
                                         RandomSource& random, KdfCost cost)
{
    if (vaultName.size() > longestName || !isPrintableText(vaultName))
        return makeError(ErrorCode::InvalidArgument, "a vault's name has at most 400 bytes of printable characters");
    std::error_code error;
    if (fs::exists(file, error))
        return makeError(ErrorCode::AlreadyExists, file.string() + " exists already");
    SALLYPORT_TRY(checkWritable(file.parent_path().empty() ? fs::path(".") : file.parent_path()));

    SALLYPORT_ASSIGN(SecretBytes masterKey, randomSecret(random, masterKeySize));
    SALLYPORT_ASSIGN(const SecretBytes recoveryKey, randomSecret(random, recoveryKeySize));
    KeyringDocument document;
    document.vaultName = vaultName;
    SALLYPORT_TRY(wrapWithPassphrase(document, masterKey, passphrase, random, cost));
    SALLYPORT_ASSIGN(document.recoverySalt, randomBytes(random, saltSize));
    SALLYPORT_ASSIGN(SecretBytes wrappingKey, recoveryWrappingKey(recoveryKey, document.recoverySalt));
    SALLYPORT_ASSIGN(document.recoveryWrapped, wrap(std::move(wrappingKey), masterKey, recoveryPlace, random));
    Keyring keyring(std::move(masterKey));
    document.keyId = keyIdOf(keyring);
    SALLYPORT_TRY(writeFileAtomically(file, asBytes(toText(document)), Replace::Never));
    return Created{std::move(keyring), recoveryKeyText(recoveryKey)};
}

Result<Keyring> Keyring::unlockWithPassphrase(const fs::path& file, const SecretBytes& passphrase)
{
    SALLYPORT_ASSIGN(const KeyringDocument document, readKeyringDocument(file));
    if (passphrase.size() < shortestPassphrase || passphrase.size() > longestPassphrase)
        return makeError(ErrorCode::WrongPassphrase, "the passphrase is wrong");
    SALLYPORT_ASSIGN(std::optional<SecretBytes> masterKey, openWithPassphrase(document, composedSecret(passphrase)));
    if (!masterKey && !isComposed(passphrase)) { // as keyrings were made once
        SALLYPORT_ASSIGN(masterKey, openWithPassphrase(document, passphrase));
    }
    if (!masterKey)
        return makeError(ErrorCode::WrongPassphrase, "the passphrase is wrong");
    Keyring keyring(std::move(*masterKey));
    SALLYPORT_TRY(checkSame(keyring, document));
    return keyring;
}

Result<Keyring> Keyring::unlockWithRecoveryKey(const fs::path& file, const SecretBytes& recoveryKey)
{
    SALLYPORT_ASSIGN(const KeyringDocument document, readKeyringDocument(file));
    SALLYPORT_ASSIGN(const SecretBytes bytes, parseRecoveryKey(recoveryKey));
    SALLYPORT_ASSIGN(SecretBytes key, recoveryWrappingKey(bytes, document.recoverySalt));
    Result<SecretBytes> masterKey = unwrap(std::move(key), document.recoveryWrapped, recoveryPlace);
    if (!masterKey)
        return makeError(ErrorCode::WrongRecoveryKey, "this is not the recovery key");
    Keyring keyring(std::move(*masterKey));
    SALLYPORT_TRY(checkSame(keyring, document));
    return keyring;
}

Result<void> Keyring::changePassphrase(const fs::path& file, const SecretBytes& passphrase, RandomSource& random,
                                       KdfCost cost) const
{
    SALLYPORT_ASSIGN(KeyringDocument document, readKeyringDocument(file));
    SALLYPORT_TRY(checkSame(*this, document));
    SALLYPORT_TRY(wrapWithPassphrase(document, m_masterKey, passphrase, random, cost));
    return writeFileAtomically(file, asBytes(toText(document)), Replace::Always);
}

Result<std::string> Keyring::vaultName(const fs::path& file)
{
    SALLYPORT_ASSIGN(const KeyringDocument document, readKeyringDocument(file));
    return document.vaultName;
}

SecretBytes Keyring::derive(std::string_view purpose) const
{
    Result<SecretBytes> key = crypto::hkdfSha256(m_masterKey.bytes(), {}, "sallyport/1/" + std::string(purpose), masterKeySize);
    if (!key) {
        // Only a moved-from keyring or exhausted memory comes here; going on would mean an empty key.
        std::fputs("sallyport: a key could not be derived\n", stderr);
        std::abort();
    }
    return std::move(*key);
}

} // namespace sallyport::storage
