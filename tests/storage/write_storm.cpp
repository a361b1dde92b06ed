// The victim of tst_kill: writes from several threads as fast as it can and acknowledges each write on standard output
// once it is committed, until somebody kills it. Arguments: data directory, number of the first row.
#include "backend/base/encoding.h"
#include "backend/storage/files.h"
#include "backend/storage/store.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace sallyport;
using namespace sallyport::storage;

/// One unit of work, as a service does it: two rows that belong together.
Result<void> writeOne(Transaction& transaction, std::int64_t id)
{
    for (const char* half : {"a", "b"}) {
        SALLYPORT_ASSIGN(Statement statement,
                         transaction.prepare("INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, $3)"));
        SALLYPORT_TRY(statement.bind(1, half + std::to_string(id)).bind(2, std::string(200 + id % 3000, 's')).bind(3, id).run());
    }
    return {};
}

/// The number as eight bytes: less than PIPE_BUF, so it arrives whole or not at all.
void acknowledge(std::int64_t id)
{
    std::array<char, sizeof id> bytes;
    std::memcpy(bytes.data(), &id, sizeof id);
    if (::write(STDOUT_FILENO, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        std::_Exit(1);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    StoreOptions options;
    options.file = databaseFile(argv[1]);
    options.backups = backupsDirectory(argv[1]);
    options.create = !std::filesystem::exists(options.file);
    const auto store = openStore(options, SecretBytes(Bytes(32, std::byte{0x2a})));
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().detail.c_str());
        return 1;
    }
    std::atomic<std::int64_t> next = std::atoll(argv[2]);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (;;) {
                const std::int64_t id = next++;
                if (!(*store)->write([id](Transaction& transaction) { return writeOne(transaction, id); }))
                    std::_Exit(1);
                acknowledge(id);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
}
