#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/storage/keyring.h"

#include <filesystem>
#include <string>

namespace sallyport::storage {

/// Bytes of a vault's name (100 characters of any script), and of the salts.
inline constexpr std::size_t longestName = 400;
inline constexpr std::size_t saltSize = 16;

/// What stands in `keyring.json`. Nothing of it is secret by itself; a checksum tells damage from a wrong passphrase.
struct KeyringDocument {
    std::string vaultName;
    std::string keyId; ///< derived from the master key: which keyring this is

    KdfCost passphraseCost;
    Bytes passphraseSalt;
    Bytes passphraseWrapped; ///< the master key, sealed with the passphrase's key

    Bytes recoverySalt;
    Bytes recoveryWrapped;
};

std::string toText(const KeyringDocument& document);
/// KeyringDamaged for anything but a complete document with the right checksum and costs within reason.
Result<KeyringDocument> parseKeyringDocument(std::string_view text);
/// KeyringMissing, KeyringDamaged, NotWritable (not readable).
Result<KeyringDocument> readKeyringDocument(const std::filesystem::path& file);

} // namespace sallyport::storage
