// The victim of tst_crash: several threads change a row and append its event in one transaction, as services do, and
// acknowledge each on standard output once it is on disk, until somebody kills it. Arguments: data directory, number of the first
// row.
#include "backend/audit/event_kinds.h"
#include "backend/audit/journal.h"
#include "backend/storage/files.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace sallyport;

/// Less than PIPE_BUF, so it arrives whole or not at all.
void acknowledge(std::int64_t id)
{
    std::array<char, sizeof id> bytes;
    std::memcpy(bytes.data(), &id, sizeof id);
    if (::write(STDOUT_FILENO, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        std::_Exit(1);
}

Result<void> change(storage::Transaction& transaction, audit::Journal& journal, std::int64_t id)
{
    const std::string name = std::to_string(id);
    SALLYPORT_ASSIGN(auto statement, transaction.prepare("INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, $3)"));
    SALLYPORT_TRY(statement.bind(1, std::string_view(name)).bind(2, "storm").bind(3, id).run());
    audit::Event event;
    event.kind = audit::kind::settingChanged;
    event.actor = {"system", {}, "storm"};
    event.object = {"setting", name, name};
    return journal.append(transaction, std::move(event));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    storage::StoreOptions options;
    options.file = storage::databaseFile(argv[1]);
    options.backups = storage::backupsDirectory(argv[1]);
    const auto store = storage::openStore(options, SecretBytes(Bytes(32, std::byte{0x2a})));
    const auto journal = store ? audit::Journal::open(**store, SecretBytes(Bytes(32, std::byte{0x07})),
                                                      std::filesystem::path(argv[1]) / "audit.head")
                               : store.error();
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().detail.c_str());
        return 1;
    }
    std::atomic<std::int64_t> next = std::atoll(argv[2]);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (;;) {
                const std::int64_t id = next++;
                if (!(*store)->write([&](storage::Transaction& transaction) { return change(transaction, **journal, id); }))
                    std::_Exit(1);
                acknowledge(id);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
}
