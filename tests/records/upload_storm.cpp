// The victim of tst_upload_kill: uploads one file after the other, and says the id of each on standard output once it is stored,
// until somebody kills it. Argument: data directory.
#include "backend/records/files_service.h"
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
    const auto now = [](const access::Actor& actor) { return Result<access::Actor>(actor); };
    records::RecordsService records({**store, **journal, decisions, **settings, clock, random, now}, std::move(*cipher));
    records::FilesService files({**store, **journal, decisions, **settings, clock, random, records.keys(), now},
                                std::make_unique<records::FileStore>(storage::filesDirectory(directory), random));
    const std::string content(100'000, 'x');
    for (;;) {
        auto upload = files.begin(access::Actor::system(), {"a.txt", {}, {}});
        if (!upload || !(*upload)->add(content) || !(*upload)->add(content))
            return 1;
        const auto stored = (*upload)->finish();
        if (!stored)
            return 1;
        const std::string line = stored->id.text() + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            return 1;
    }
}
