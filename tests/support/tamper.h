#pragma once

#include "backend/storage/files.h"
#include "backend/storage/keyring.h"
#include "backend/storage/store.h"

#include <filesystem>
#include <string_view>

namespace sallyport::test {

/// Runs SQL in a vault that is closed, as somebody would who holds the database's key and not the chain's.
inline bool tamper(const std::filesystem::path& directory, std::string_view passphrase, std::string_view sql)
{
    const auto keyring =
        storage::Keyring::unlockWithPassphrase(storage::keyringFile(directory), SecretBytes::fromText(passphrase));
    if (!keyring)
        return false;
    storage::StoreOptions options;
    options.file = storage::databaseFile(directory);
    const auto store = storage::openStore(options, keyring->derive("database"));
    return store && (*store)->write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
        return statement.run();
    });
}

} // namespace sallyport::test
