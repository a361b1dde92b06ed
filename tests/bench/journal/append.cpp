/// What the journal takes: `bench_journal_append FOLDER [EVENTS] [EVENTS A TRANSACTION]` writes events into a new encrypted
/// vault, with chain, tree and all indexes, and the same rows (same table, same indexes, no chain and no tree) into a plain
/// SQLite file in the same run, both with WAL and synchronous=FULL. Prints events a second of both. 200,000 in transactions of
/// 500 without numbers.

#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/audit/journal.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/tree_table.h"
#include "backend/storage/files.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace sallyport;
using namespace std::chrono;

namespace {

[[noreturn]] void fail(const std::string& text)
{
    std::fprintf(stderr, "bench_journal_append: %s\n", text.c_str());
    std::exit(1);
}

audit::Event sampleOf(std::int64_t i, UtcTime time)
{
    const auto user = std::to_string(1000 + i * 7919 % 1000);
    audit::Event event;
    event.time = time + microseconds(i);
    event.kind = i % 5 == 0 ? audit::kind::signInFailed : audit::kind::tokenRefreshed;
    event.actor = {"user", "01J0000000000000000000" + user, "User " + user, "user" + user + "@clinic.example"};
    event.address = "198.51.100." + std::to_string(i % 250);
    event.userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    event.requestId = "01JREQ" + std::to_string(10'000'000 + i);
    event.method = "GET";
    event.path = "/api/users/01J0000000000000000000" + user;
    event.status = 200;
    event.detailsJson = "{\"a\":1}";
    return event;
}

double secondsSince(steady_clock::time_point start)
{
    return duration<double>(steady_clock::now() - start).count();
}

double journalSeconds(const std::filesystem::path& folder, std::int64_t count, std::int64_t batch)
{
    storage::StoreOptions options;
    options.file = storage::databaseFile(folder);
    options.backups = storage::backupsDirectory(folder);
    options.create = true;
    auto store = storage::openStore(options, SecretBytes(Bytes(32, std::byte{1})));
    if (!store)
        fail(store.error().detail);
    auto journal = audit::Journal::open(**store, SecretBytes(Bytes(32, std::byte{2})), folder / "audit.anchor");
    if (!journal)
        fail(journal.error().detail);
    const UtcTime first = (*store)->now();
    const auto start = steady_clock::now();
    for (std::int64_t i = 0; i < count; i += batch) {
        const auto done = (*store)->write([&](storage::Transaction& transaction) -> Result<void> {
            for (std::int64_t j = i; j < std::min(i + batch, count); ++j)
                SALLYPORT_TRY((*journal)->append(transaction, sampleOf(j, first)));
            return {};
        });
        if (!done)
            fail(done.error().detail);
    }
    const double took = secondsSince(start);
    const auto edge = (*store)->read(audit::readEdge);
    if (!edge || edge->size != count)
        fail("the tree has another size");
    return took;
}

/// The schema's own words for the table and its indexes.
std::string schemaOfEvents(const std::filesystem::path& migration)
{
    std::FILE* const file = std::fopen(migration.c_str(), "rb");
    if (file == nullptr)
        fail(migration.string() + " is not there");
    std::string text(1 << 16, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    std::fclose(file);
    return text;
}

void run(sqlite3* database, const char* sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(sqlite3_errmsg(database));
}

double plainSeconds(const std::filesystem::path& file, const std::string& schema, std::int64_t count, std::int64_t batch)
{
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK)
        fail("plain SQLite does not open");
    run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    run(database, schema.c_str());
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", -1, &insert,
                       nullptr);
    const std::string hash(32, 'h');
    const auto text = [&](int index, const std::string& value) {
        sqlite3_bind_text(insert, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    };
    const auto start = steady_clock::now();
    for (std::int64_t i = 0; i < count; i += batch) {
        run(database, "BEGIN IMMEDIATE");
        for (std::int64_t j = i; j < std::min(i + batch, count); ++j) {
            const audit::Event event = sampleOf(j, UtcTime{});
            const auto key = audit::addressKey(*IpAddress::parse(event.address));
            sqlite3_bind_int64(insert, 1, j + 1);
            sqlite3_bind_int64(insert, 2, event.time.time_since_epoch().count());
            text(3, event.kind);
            sqlite3_bind_int64(insert, 4, 0);
            sqlite3_bind_int64(insert, 5, 0);
            text(6, event.actor.kind);
            text(7, event.actor.id);
            text(8, event.actor.name);
            text(9, event.actor.email);
            for (int column = 10; column <= 13; ++column)
                sqlite3_bind_text(insert, column, "", 0, SQLITE_STATIC);
            text(14, event.address);
            sqlite3_bind_blob(insert, 15, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
            text(16, event.userAgent);
            text(17, event.requestId);
            text(18, event.method);
            text(19, event.path);
            sqlite3_bind_int64(insert, 20, event.status);
            text(21, event.reason);
            text(22, event.detailsJson);
            sqlite3_bind_blob(insert, 23, hash.data(), static_cast<int>(hash.size()), SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE)
                fail(sqlite3_errmsg(database));
            sqlite3_reset(insert);
        }
        run(database, "COMMIT");
    }
    const double took = secondsSince(start);
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return took;
}

/// What leaf and tree cost of it, without a database.
double leafMicros(std::int64_t count)
{
    const audit::TreeHash chain{};
    audit::GrowingTree tree;
    const auto start = steady_clock::now();
    for (std::int64_t i = 0; i < count; ++i)
        tree.add(audit::leafOf(sampleOf(i, UtcTime{}), chain));
    return secondsSince(start) * 1e6 / static_cast<double>(count);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        fail("FOLDER [EVENTS] [EVENTS A TRANSACTION]");
    const std::filesystem::path folder = argv[1];
    const std::int64_t count = argc > 2 ? std::atoll(argv[2]) : 200'000, batch = argc > 3 ? std::atoll(argv[3]) : 500;
    if (count < 1 || batch < 1 || std::filesystem::exists(folder))
        fail("FOLDER must not be there yet, and numbers are from 1");
    std::filesystem::create_directories(folder);
    const auto each = [count](double seconds) { return static_cast<double>(count) / seconds; };
    const double plain = each(plainSeconds(folder / "plain.db", schemaOfEvents(SALLYPORT_EVENTS_SCHEMA), count, batch));
    const double journal = each(journalSeconds(folder, count, batch));
    std::printf("journal, encrypted, with chain and tree: %8.0f events/s\n", journal);
    std::printf("plain SQLite, the same rows and indexes: %8.0f events/s\n", plain);
    std::printf("ratio: %.0f %%; leaf and tree without a database: %.1f us an event\n", 100 * journal / plain,
                leafMicros(100'000));
    return journal >= 20'000 || journal >= 0.6 * plain ? 0 : 3;
}
