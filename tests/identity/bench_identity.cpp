// Timings of the users: `build/release/tests/identity/identity_bench [USERS [import]]`, 100,000 by default. Not a test: it
// asserts nothing.
#include "tests/identity/identity_fixture.h"

#include "backend/base/time_format.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace {

int userCount = 100'000; // NOLINT: set once by main

template <typename Work>
double milliseconds(int rounds, Work work)
{
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i)
        work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / rounds;
}

/// Of the middle one, in milliseconds.
template <typename Work>
double median(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(milliseconds(1, work));
    std::ranges::sort(times);
    return times[times.size() / 2];
}

enum class IndexColumn { Name, Sql, End };
constexpr storage::Columns<IndexColumn> indexColumns{{{IndexColumn::Name, "name"}, {IndexColumn::Sql, "sql"}}};
constexpr auto userIndexes = storage::select(indexColumns, "FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND "
                                                           "tbl_name IN ('users', 'user_roles')");

/// The indexes of the tables that are filled. They are made anew afterwards: a million rows one by one would take hours.
Result<std::vector<std::pair<std::string, std::string>>> indexes(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(userIndexes));
    std::vector<std::pair<std::string, std::string>> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.emplace_back(rows.row().text(IndexColumn::Name), rows.row().text(IndexColumn::Sql));
    }
}

Result<void> runText(storage::Transaction& transaction, const std::string& sql)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
    return statement.run();
}

Result<void> addUsers(IdentityFixture& f, storage::Transaction& transaction, int from, int to)
{
    for (int i = from; i < to; ++i) {
        f.clock.advance(std::chrono::milliseconds(1)); // ids grow, as they do in life
        const std::string id = newIdText(f.random, f.clock);
        const std::string name = "name " + std::to_string((i * 7919LL) % userCount);
        const std::string email = "user" + std::to_string(i) + "@northgate.example";
        SALLYPORT_ASSIGN(
            auto put, transaction.prepare("INSERT INTO users (id, name, name_key, email, email_key, department, department_key, "
                                          "status, created_at, created_by, updated_at, last_sign_in_at, active_at) "
                                          "VALUES ($1, $2, $2, $3, $3, $4, $4, $5, $6, 'bench', $6, $7, $7)"));
        put.bind(1, id).bind(2, name).bind(3, email).bind(4, "department " + std::to_string(i % 40));
        put.bind(5, i % 50 == 0 ? "disabled" : "active").bind(6, toMicros(f.clock.now()) + i);
        put.bind(7, toMicros(f.clock.now() - std::chrono::days((i * 7919LL) % 200))); // the last sign-in, up to 200 days ago
        SALLYPORT_TRY(put.run());
        SALLYPORT_ASSIGN(auto role, transaction.prepare("INSERT INTO user_roles (user_id, role) VALUES ($1, $2)"));
        role.bind(1, id).bind(2, i % 20 == 0 ? "editor" : "viewer");
        SALLYPORT_TRY(role.run());
    }
    return {};
}

void fill(IdentityFixture& f)
{
    constexpr int batch = 20'000; // a transaction of a million would not fit the log
    const auto write = [&f](auto work) { IdentityFixture::require(f.store->write(work), 0); };
    const auto dropped = IdentityFixture::require(f.store->read([](storage::Transaction& t) { return indexes(t); }));
    for (const auto& [name, sql] : dropped)
        write([&](storage::Transaction& t) { return runText(t, "DROP INDEX " + name); });
    for (int from = 0; from < userCount; from += batch)
        write([&](storage::Transaction& t) { return addUsers(f, t, from, std::min(from + batch, userCount)); });
    for (const auto& [name, sql] : dropped)
        write([&](storage::Transaction& t) { return runText(t, sql); });
}

void benchList(IdentityFixture& f)
{
    const char* names[] = {"name", "email", "department", "status", "mfa", "last sign-in", "created"};
    for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort) {
        UserQuery query;
        query.sort = static_cast<UserQuery::Sort>(sort);
        std::printf("%-14s", names[sort]);
        for (const int offset : {0, userCount / 2, userCount - 50}) {
            query.offset = static_cast<std::uint64_t>(offset);
            std::printf("  offset %7d: %6.2f ms", offset, milliseconds(3, [&] {
                            static_cast<void>(
                                IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)));
                        }));
        }
        query.offset = 0;
        query.descending = true;
        query.cursor = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)).nextCursor;
        std::printf("  by cursor: %6.2f ms\n", milliseconds(3, [&] {
                        static_cast<void>(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)));
                    }));
    }
    const auto filtered = [&](const char* what, int rounds, auto set) {
        int round = 0;
        std::printf("%-34s median %9.3f ms\n", what, median(rounds, [&] {
                        UserQuery query;
                        set(query, round++);
                        static_cast<void>(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)));
                    }));
    };
    // A text of its own each time: the total of none is known. Spread over the names and addresses that there are.
    const auto some = [](int round) { return std::to_string(100 + (round * 7919LL) % std::max(1, userCount - 100)); };
    filtered("search e-mail, one match", 200,
             [&](UserQuery& query, int round) { query.text = "user" + some(round) + "@northgate"; });
    filtered("search its middle, few matches", 200, [&](UserQuery& query, int round) { query.text = "r" + some(round) + "@n"; });
    filtered("search name, few matches", 200, [&](UserQuery& query, int round) { query.text = "name " + some(round); });
    filtered("search nobody", 200, [](UserQuery& query, int round) { query.text = "nobody " + std::to_string(round); });
    filtered("search all, total not known", 5, [](UserQuery& query, int round) {
        query.text = std::string("northgate.example").substr(static_cast<std::size_t>(round));
    });
    filtered("search all, total known", 200, [](UserQuery& query, int) { query.text = "example"; });
    filtered("search two letters, not known", 5, [](UserQuery& query, int round) { query.text = std::to_string(10 + round); });
    filtered("role, total known", 200, [](UserQuery& query, int) { query.role = "editor"; });
    filtered("status, total known", 200, [](UserQuery& query, int) { query.status = UserStatus::Disabled; });
    // A number of days of its own each time, or the same: then the total is known until somebody signs in.
    filtered("inactive, few, total not known", 9, [](UserQuery& query, int round) { query.inactiveDays = 190 + round; });
    filtered("inactive, half, total not known", 9, [](UserQuery& query, int round) { query.inactiveDays = 90 + round; });
    for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort)
        for (const bool descending : {false, true})
            filtered((std::string("inactive, half, by ") + names[sort] + (descending ? " down" : "")).c_str(), 9,
                     [&](UserQuery& query, int) {
                         query.inactiveDays = 90;
                         query.sort = static_cast<UserQuery::Sort>(sort);
                         query.descending = descending;
                     });
    filtered("locked", 200, [](UserQuery& query, int) { query.lockedOnly = true; });
}

/// What the window does when somebody scrolls from the first row to the last: pages of 200 by offset.
void benchPaging(IdentityFixture& f)
{
    const int rows = std::min(userCount, 100'000);
    double worst = 0;
    const double all = milliseconds(1, [&] {
        UserQuery query;
        query.limit = 200;
        for (int offset = 0; offset < rows; offset += 200) {
            query.offset = static_cast<std::uint64_t>(offset);
            worst = std::max(worst, milliseconds(1, [&] {
                                 static_cast<void>(
                                     IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)));
                             }));
        }
    });
    std::printf("paging through %d rows as the panel does: %.0f ms, slowest page %.1f ms\n", rows, all, worst);
}

/// One user by id and a sign-in, which finds its user by e-mail address. Argon2 is cheap here, so the database shows.
void benchOne(IdentityFixture& f)
{
    std::vector<UserId> ids;
    UserQuery query;
    for (int i = 0; i < 50; ++i) {
        query.offset = static_cast<std::uint64_t>(i * 7919LL % userCount);
        query.limit = 1;
        ids.push_back(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)).users.at(0).id);
    }
    std::size_t next = 0;
    std::printf("read one user                      median %9.3f us\n",
                median(2000, [&] {
                    static_cast<void>(
                        IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), ids[next++ % ids.size()])));
                }) * 1000);
    std::vector<std::string> people;
    for (int i = 0; i < 20; ++i) {
        people.push_back("grace" + std::to_string(i) + "@example.test");
        f.addUser(people.back());
    }
    next = 0;
    const auto signIn = [&] { static_cast<void>(IdentityFixture::require(f.login(people[next++ % people.size()]))); };
    milliseconds(20, signIn);
    std::printf("sign in (cheap Argon2)             median %9.3f ms\n", median(400, signIn));
    std::printf("rename a user                      median %9.3f ms\n", median(200, [&] {
                    UserPatch patch;
                    patch.name = "Renamed " + std::to_string(next);
                    static_cast<void>(IdentityFixture::require(
                        f.identity->users().update(IdentityFixture::system(), ids[next++ % ids.size()], patch)));
                }));
    std::printf(
        "bytes of the search index: %lld\n",
        static_cast<long long>(IdentityFixture::require(f.store->read([](storage::Transaction& t) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto size, t.prepare("SELECT sum(length(block)) FROM user_search_data"));
            SALLYPORT_TRY(size.step());
            return size.integer();
        }))));
}

long residentKilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::atol(line.c_str() + 6);
    return 0;
}

/// A file of so many rows, made while it is read, into an empty vault.
void benchImport()
{
    IdentityFixture f;
    f.subscription = {}; // the fixture keeps all events
    int row = 0;
    const auto source = [&]() -> Result<std::string> {
        std::string piece = row == 0 ? "name,email,department,roles\n" : "";
        for (int i = 0; i < 500 && row < userCount; ++i, ++row)
            piece += "Person " + std::to_string(row) + ",p" + std::to_string(row) + "@import.example,Ward,viewer\n";
        return piece;
    };
    const long before = residentKilobytes();
    const double seconds = milliseconds(1,
                                        [&] {
                                            static_cast<void>(IdentityFixture::require(f.identity->userTransfer().importCsv(
                                                IdentityFixture::system(), source, {}, {}, {})));
                                        }) /
                           1000;
    std::printf("import %d rows: %.1f s, %.0f rows/s, memory grew by %ld MB\n", userCount, seconds, userCount / seconds,
                (residentKilobytes() - before) / 1024);
}

void benchAuthenticate(IdentityFixture& f)
{
    f.addUser("ada@example.test");
    std::vector<Tokens> tokens;
    for (int i = 0; i < 50; ++i)
        tokens.push_back(f.tokens("ada@example.test"));
    constexpr int rounds = 200'000;
    std::size_t next = 0;
    const auto hit = [&] { static_cast<void>(f.authenticate(tokens[next++ % tokens.size()])); };
    milliseconds(100, hit);
    std::printf("authenticate, known token   %6.2f us\n", milliseconds(rounds, hit) * 1000);
    std::printf("authenticate, new token     %6.2f us\n",
                milliseconds(500, [&] {
                    f.identity->setIssuer(IdentityFixture::issuer); // forgets verified tokens
                    static_cast<void>(f.authenticate(tokens[0]));
                }) * 1000);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1)
        userCount = std::max(std::atoi(argv[1]), 100);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc > 2 && std::string_view(argv[2]) == "import") {
        benchImport();
        return 0;
    }
    IdentityFixture f;
    const double filling = milliseconds(1, [&] { fill(f); });
    std::printf("%d users written in %.0f ms\n", userCount, filling);
    IdentityFixture::require(f.identity->reload(), 0);
    std::printf("statistics, first  %6.2f ms\n", milliseconds(1, [&] {
                    static_cast<void>(IdentityFixture::require(f.identity->users().statistics(IdentityFixture::system())));
                }));
    std::printf("statistics, again  %6.2f ms\n", milliseconds(20, [&] {
                    static_cast<void>(IdentityFixture::require(f.identity->users().statistics(IdentityFixture::system())));
                }));
    benchOne(f);
    benchList(f);
    benchPaging(f);
    benchAuthenticate(f);
    return 0;
}
