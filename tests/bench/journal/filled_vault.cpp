#include "tests/bench/journal/filled_vault.h"

#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/storage/connection.h"
#include "backend/storage/files.h"
#include "backend/storage/store.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace sallyport::bench {

using namespace std::chrono;

namespace {

constexpr auto everyday =
    std::to_array<std::string_view>({audit::kind::signInSucceeded, audit::kind::tokenRefreshed, audit::kind::tokenRefused,
                                     audit::kind::signInFailed, audit::kind::permissionDenied, audit::kind::limitReached});
constexpr std::int64_t people = 1000, places = 50'000, secondsBetween = 3, together = 100'000;
constexpr auto paths = std::to_array<std::string_view>({"/api/users", "/api/data", "/api/files", "/api/auth/login", "/healthz"});

enum class IndexColumn { Name, Sql, End };

template <typename T>
T taken(Result<T> result)
{
    if (!result)
        fail(result.error().detail);
    return std::move(*result);
}

void must(const Result<void>& result)
{
    if (!result)
        fail(result.error().detail);
}

/// The indexes go first and come back at the end: sorted at once they cost a tenth.
std::vector<std::string> dropIndexes(storage::Connection& connection)
{
    std::vector<std::string> names, texts;
    {
        auto rows = taken(connection.prepare(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'events' AND sql IS NOT NULL"));
        while (taken(rows.step())) {
            const storage::Row<IndexColumn> row(rows);
            names.push_back(row.text(IndexColumn::Name));
            texts.push_back(row.text(IndexColumn::Sql));
        }
    }
    for (const std::string& name : names)
        must(connection.run("DROP INDEX " + name));
    return texts;
}

} // namespace

void fail(const std::string& text)
{
    std::fprintf(stderr, "bench: %s\n", text.c_str());
    std::exit(1);
}

SecretBytes benchKey()
{
    return SecretBytes(Bytes(32, std::byte{0x2a}));
}

UtcTime firstTime()
{
    return sys_days(2026y / 1 / 1);
}

UtcTime timeOf(std::int64_t i)
{
    return firstTime() + seconds(secondsBetween * i);
}

audit::Event sampleEvent(std::int64_t i, UtcTime time)
{
    const std::int64_t user = i * 7919 % people, place = i * 104'729 % places;
    audit::Event event;
    event.time = time;
    event.kind = everyday[static_cast<std::size_t>(i % 97 < 70 ? i % 2 : i % 6)];
    if (i % 1000 == 1 && i < 1'000'000)
        event.kind = audit::kind::settingChanged;
    event.severity = audit::findEventKind(event.kind)->severity;
    event.outcome = event.severity == audit::Severity::Info ? audit::Outcome::Success : audit::Outcome::Refused;
    event.actor = {"user", "01J0000000000000000000" + std::to_string(1000 + user), "User " + std::to_string(user),
                   "user" + std::to_string(user) + "@clinic.example"};
    if (i % 50 == 0)
        event.object = {"user",
                        "01J0000000000000000000" + std::to_string(1000 + (user + 7) % people),
                        "User " + std::to_string((user + 7) % people),
                        {}};
    event.address = "198." + std::to_string(51 + place / 25'000) + "." + std::to_string(place / 250 % 100) + "." +
                    std::to_string(place % 250);
    event.userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    event.requestId = "01JREQ" + std::to_string(100'000'000 + i);
    event.method = "GET";
    event.path = std::string(paths[static_cast<std::size_t>(i % 5)]) + (i % 5 < 2 ? "/" + std::to_string(i % 4096) : "");
    event.status = 200;
    return event;
}

void fillVault(const std::filesystem::path& folder, std::int64_t count)
{
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = storage::databaseFile(folder);
    if (std::filesystem::exists(file))
        return;
    {
        storage::StoreOptions options;
        options.file = file;
        options.backups = storage::backupsDirectory(folder);
        options.create = true;
        taken(storage::openStore(options, benchKey()));
    }
    const auto start = steady_clock::now();
    const auto connection = taken(storage::Connection::open(file, benchKey(), storage::Connection::Mode::ReadWrite));
    must(connection->run("PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576; PRAGMA wal_autocheckpoint = 100000"));
    const std::vector<std::string> indexes = dropIndexes(*connection);
    for (std::int64_t i = 1; i <= count;) {
        must(connection->run("BEGIN"));
        storage::Transaction transaction(*connection);
        for (std::int64_t n = 0; n < together && i <= count; ++n, ++i) {
            audit::Event event = sampleEvent(i, timeOf(i));
            event.sequence = i;
            must(audit::insertEvent(transaction, event, {}));
        }
        must(connection->run("COMMIT"));
    }
    for (const std::string& index : indexes)
        must(connection->run(index));
    std::printf("filled with %lld events in %.0f s\n", static_cast<long long>(count),
                duration<double>(steady_clock::now() - start).count());
}

} // namespace sallyport::bench
