// The victim of tst_sealing_kill: seals anew what earlier data keys have sealed, and says on standard output with a byte for each
// batch that it goes on, until somebody kills it. Argument: data directory.
#include "backend/records/records_service.h"
#include "backend/storage/files.h"
#include "tests/records/permission_decisions.h"
#include "tests/support/test_random.h"

#include <unistd.h>

using namespace sallyport;

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const std::filesystem::path directory = argv[1];
    SystemClock clock;
    test::TestRandom random(static_cast<std::uint64_t>(::getpid()));
    storage::StoreOptions options;
    options.file = storage::databaseFile(directory);
    options.backups = storage::backupsDirectory(directory);
    auto store = storage::openStore(options, SecretBytes(Bytes(32, std::byte{0x2a})));
    if (!store)
        return 1;
    auto journal = audit::Journal::open(**store, SecretBytes(Bytes(32, std::byte{0x07})), directory / "audit.head");
    if (!journal)
        return 1;
    auto settings = settings::Settings::open(**store, **journal);
    auto cipher = records::RecordKeyCipher::create(SecretBytes(Bytes(32, std::byte{0x51})));
    if (!settings || !cipher)
        return 1;
    access::PermissionDecisions decisions;
    records::RecordsService service({**store, **journal, decisions, **settings, clock, random,
                                     [](const access::Actor& actor) { return Result<access::Actor>(actor); }},
                                    std::move(*cipher));
    const auto done = service.encryptAnew(access::Actor::system(), [](std::int64_t, std::int64_t) {
        const char byte = '.';
        return ::write(STDOUT_FILENO, &byte, 1) == 1;
    });
    return done ? 0 : 1;
}
