#pragma once

#include "backend/records/records_service.h"
#include "backend/storage/files.h"
#include "tests/records/permission_decisions.h"
#include "tests/support/test_random.h"

#include <filesystem>
#include <memory>
#include <utility>

#include <unistd.h>

namespace sallyport::test {

/// A store with records in it, for processes that are killed while they work: opened anew by each with the same keys.
struct StormHouse {
    SystemClock clock;
    TestRandom random{static_cast<std::uint64_t>(::getpid())};
    std::unique_ptr<storage::Store> store;
    std::unique_ptr<audit::Journal> journal;
    std::unique_ptr<sallyport::settings::Settings> settings;
    access::PermissionDecisions decisions;
    std::unique_ptr<sallyport::records::RecordsService> records;

    static Result<access::Actor> now(const access::Actor& actor) { return actor; }

    [[nodiscard]] Result<void> open(const std::filesystem::path& directory)
    {
        storage::StoreOptions options;
        options.file = storage::databaseFile(directory);
        options.backups = storage::backupsDirectory(directory);
        SALLYPORT_ASSIGN(store, storage::openStore(options, SecretBytes(Bytes(32, std::byte{0x2a}))));
        SALLYPORT_ASSIGN(journal,
                         audit::Journal::open(*store, SecretBytes(Bytes(32, std::byte{0x07})), directory / "audit.head"));
        SALLYPORT_ASSIGN(settings, sallyport::settings::Settings::open(*store, *journal));
        SALLYPORT_ASSIGN(sallyport::records::RecordKeyCipher cipher,
                         sallyport::records::RecordKeyCipher::create(SecretBytes(Bytes(32, std::byte{0x51}))));
        records = std::make_unique<sallyport::records::RecordsService>(sallyport::records::RecordsParts{.store = *store,
                                                                                                        .journal = *journal,
                                                                                                        .decisions = decisions,
                                                                                                        .settings = *settings,
                                                                                                        .clock = clock,
                                                                                                        .random = random,
                                                                                                        .now = now},
                                                                       std::move(cipher));
        return {};
    }
};

} // namespace sallyport::test
