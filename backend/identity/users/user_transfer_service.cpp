#include "backend/identity/users/user_transfer_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/base/csv_field.h"
#include "backend/base/csv_reader.h"
#include "backend/base/nearest_word.h"
#include "backend/base/utf8.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/digest_hash.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

namespace sallyport::identity {

namespace {

constexpr std::size_t importBatch = 200;
constexpr std::array<std::string_view, 6> importColumns{"name", "email", "age", "department", "roles", "password_hash"};
/// What an exported file has beside these; it is passed over, so that such a file can be read again.
constexpr std::array<std::string_view, 5> exportColumns{"status", "mfa", "last_sign_in_at", "created_at", "id"};
constexpr std::size_t nameColumn = 0, emailColumn = 1, ageColumn = 2, departmentColumn = 3, rolesColumn = 4;
constexpr std::size_t hashColumn = 5;

/// Which field of a row is which column; none for a column that the file doesn't have.
struct ImportHead {
    std::array<std::optional<std::size_t>, importColumns.size()> places;
    std::vector<bool> named; ///< of the fields of the first line: spreadsheets leave columns without a name behind those with
};

Error wrongHead(std::string what)
{
    Error error(ErrorCode::InvalidArgument,
                "The first line must name the columns name, email and, if wanted, age, department, roles, password_hash: " +
                    std::move(what));
    error.word = "wrong_columns";
    return error;
}

bool isEmpty(const CsvReader::Record& record)
{
    return std::ranges::all_of(record.fields, [](const std::string& field) { return trimAscii(field).empty(); });
}

Error emptyFile()
{
    Error error(ErrorCode::InvalidArgument, "The file is empty. Its first line must name the columns name, email and, if wanted, "
                                            "age, department, roles, password_hash.");
    error.word = "empty_file";
    return error;
}

/// Whether it can be told: the name of a column, and no value of a file without a head, a hash least of all.
bool looksLikeColumn(std::string_view word)
{
    constexpr std::size_t longest = 40;
    return word.size() <= longest && std::ranges::all_of(word, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '_' || c == '-' || c == '.';
           });
}

/// Names what stands there, and the column that may be meant.
std::string unknownColumn(std::size_t number, const std::string& text)
{
    const std::string_view word = trimAscii(text);
    const auto meant = nearestWord(word, importColumns);
    std::string told = "column " + std::to_string(number);
    if (looksLikeColumn(word))
        told.append(", '").append(word).append("',");
    return told + " is none of these" + (meant ? "; did you mean " + std::string(*meant) + "?" : std::string("."));
}

Result<ImportHead> readHead(const CsvReader::Record& record)
{
    ImportHead head;
    for (std::size_t at = 0; at < record.fields.size(); ++at) {
        const std::string word = foldCase(trimAscii(record.fields[at]));
        head.named.push_back(!word.empty());
        if (word.empty())
            continue;
        if (word == "password")
            return wrongHead("passwords are not taken from a file. Users are invited, or come with the hash of "
                             "their password in password_hash.");
        if (std::ranges::find(exportColumns, std::string_view(word)) != exportColumns.end())
            continue;
        const auto column = std::ranges::find(importColumns, std::string_view(word));
        if (column == importColumns.end())
            return wrongHead(unknownColumn(at + 1, record.fields[at]));
        auto& place = head.places[static_cast<std::size_t>(column - importColumns.begin())];
        if (place)
            return wrongHead("column " + std::to_string(at + 1) + " stands there twice.");
        place = at;
    }
    if (!head.places[nameColumn] || !head.places[emailColumn])
        return wrongHead("name or email is missing.");
    return head;
}

std::vector<std::string> splitRoles(std::string_view text)
{
    std::vector<std::string> roles;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,;\t\n\r", at), text.size());
        if (end > at)
            roles.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return roles;
}

/// A row as a new user; what can't even be read is in `errors`.
NewUser readUser(const CsvReader::Record& record, const ImportHead& head, std::vector<FieldError>& errors)
{
    const auto field = [&](std::size_t column) {
        const auto at = head.places[column];
        return at && *at < record.fields.size() ? std::string(withoutCsvGuard(trimAscii(record.fields[*at]))) : std::string();
    };
    NewUser user;
    user.name = field(nameColumn);
    user.email = field(emailColumn);
    user.department = field(departmentColumn);
    user.roles = splitRoles(field(rolesColumn));
    // Django writes `!` for a user without a password.
    if (std::string hash = field(hashColumn); !hash.empty() && !hash.starts_with('!'))
        user.passwordHash = std::move(hash);
    if (const std::string age = field(ageColumn); !age.empty()) {
        int years = 0;
        const auto [end, error] = std::from_chars(age.data(), age.data() + age.size(), years);
        if (error != std::errc() || end != age.data() + age.size())
            errors.push_back({"age", "Must be a whole number.", "type"});
        else
            user.age = years;
    }
    return user;
}

/// Reads the file row by row and adds users in batches.
class Import {
public:
    Import(Core& core, UsersService& users, const access::Actor& actor, access::Actor current, const ImportOptions& options,
           const ImportRows& rows, const ImportProgress& progress)
        : m_core(core), m_users(users), m_actor(actor), m_current(std::move(current)), m_options(options), m_rows(rows),
          m_progress(progress)
    {
        report.dryRun = options.dryRun;
    }

    Result<void> take(CsvReader::Record&& record)
    {
        if (isEmpty(record)) // spreadsheets write such rows behind the last one
            return {};
        if (!m_head) {
            SALLYPORT_ASSIGN(m_head, readHead(record));
            return {};
        }
        if (m_batch.empty()) { // a long import may outlive a role
            SALLYPORT_ASSIGN(m_current, m_core.authorize(m_actor, access::Permission::UsersCreate));
        }
        Waiting waiting;
        waiting.row.line = record.line;
        auto& errors = waiting.row.fields;
        checkShape(record, errors);
        waiting.user = readUser(record, *m_head, errors);
        if (auto checked = m_users.checkNewUser(m_current, waiting.user); !checked) {
            const Error error = checked.error();
            if (error.code != ErrorCode::ValidationFailed && error.code != ErrorCode::PermissionDenied)
                return error;
            std::ranges::copy(error.fields, std::back_inserter(errors));
            if (error.code == ErrorCode::PermissionDenied)
                errors.push_back({"roles", "Needs a permission that you don't hold.", "permission"});
        }
        if (errors.empty())
            waiting.row.outcome = isNew(waiting.user.email) ? ImportRow::Outcome::Added : ImportRow::Outcome::Twice;
        m_batch.push_back(std::move(waiting));
        return m_batch.size() < importBatch ? Result<void>() : flush();
    }

    Result<void> flush()
    {
        if (m_batch.empty())
            return {};
        const auto work = [this](storage::Transaction& transaction) { return addBatch(transaction); };
        SALLYPORT_TRY(m_options.dryRun ? m_core.store.read(work) : m_core.store.write(work));
        for (Waiting& waiting : m_batch)
            tell(waiting.row);
        m_batch.clear();
        if (m_progress && !m_progress(report)) {
            report.cancelled = true;
            return makeError(ErrorCode::Cancelled, "The import was stopped.");
        }
        return {};
    }

    /// Whether there was a first line that names columns.
    bool hasHead() const { return m_head.has_value(); }

    ImportReport report;

private:
    void checkShape(const CsvReader::Record& record, std::vector<FieldError>& errors) const
    {
        for (std::size_t at = 0; at < record.fields.size(); ++at) {
            const std::string& field = record.fields[at];
            const bool named = at < m_head->named.size() && m_head->named[at];
            if (!codePointCount(field)) {
                errors.push_back({"", "Is not in UTF-8: save the file as CSV in UTF-8.", "encoding"});
                return;
            }
            if (!named && !trimAscii(field).empty()) {
                errors.push_back({"", "Has more fields than the first line names columns.", "fields"});
                return;
            }
        }
    }

    struct Waiting {
        NewUser user;
        ImportRow row;
    };

    bool isNew(const std::string& email)
    {
        const crypto::Sha256Digest digest = crypto::sha256(asBytes(emailKey(email)));
        std::array<std::byte, 16> half;
        std::copy_n(digest.begin(), half.size(), half.begin());
        return m_seen.insert(half).second;
    }

    Result<void> addBatch(storage::Transaction& transaction)
    {
        for (Waiting& waiting : m_batch) {
            if (waiting.row.outcome != ImportRow::Outcome::Added && waiting.row.outcome != ImportRow::Outcome::Exists)
                continue;
            waiting.row.outcome = ImportRow::Outcome::Added;
            SALLYPORT_ASSIGN(const bool taken, m_users.isTaken(transaction, waiting.user.email));
            if (taken) {
                waiting.row.outcome = ImportRow::Outcome::Exists;
            } else if (!m_options.dryRun) {
                SALLYPORT_ASSIGN(Users::Created created,
                                 m_users.addChecked(transaction, m_current, waiting.user,
                                                    waiting.user.passwordHash.value_or(std::string()), m_options.invitations));
                waiting.row.id = created.user.id;
                waiting.row.invitation = std::move(created.invitation);
            }
        }
        return {};
    }

    void tell(ImportRow& row)
    {
        report.count(row.outcome);
        if (m_rows)
            m_rows(row);
    }

    Core& m_core;
    UsersService& m_users;
    const access::Actor& m_actor;
    access::Actor m_current; ///< as of this batch
    const ImportOptions& m_options;
    const ImportRows& m_rows;
    const ImportProgress& m_progress;
    std::optional<ImportHead> m_head;
    std::vector<Waiting> m_batch;
    std::unordered_set<std::array<std::byte, 16>, crypto::DigestHash> m_seen;
};

std::string detailsOf(const ImportReport& report)
{
    audit::Details details;
    details.number("rows", report.rows).number("added", report.added).number("exists", report.exists + report.twice);
    details.number("wrong", report.wrong).flag("cancelled", report.cancelled);
    return details.json();
}

} // namespace

void ImportReport::count(ImportRow::Outcome outcome) noexcept
{
    ++rows;
    switch (outcome) {
    case ImportRow::Outcome::Added: ++added; break;
    case ImportRow::Outcome::Exists: ++exists; break;
    case ImportRow::Outcome::Twice: ++twice; break;
    case ImportRow::Outcome::Wrong: ++wrong; break;
    }
}

std::string importRowLine(const ImportRow& row)
{
    std::string line = std::to_string(row.line) + '\t' + std::string(importOutcomeWord(row.outcome));
    char between = '\t';
    for (const FieldError& field : row.fields)
        line.append(1, std::exchange(between, ' '))
            .append(field.field.empty() ? "row" : field.field)
            .append(": ")
            .append(field.message);
    return line + '\n';
}

std::string_view importOutcomeWord(ImportRow::Outcome outcome) noexcept
{
    switch (outcome) {
    case ImportRow::Outcome::Added: return "added";
    case ImportRow::Outcome::Exists: return "exists";
    case ImportRow::Outcome::Twice: return "twice";
    case ImportRow::Outcome::Wrong: return "wrong";
    }
    return {};
}

Result<void> UserTransferService::record(const access::Actor& actor, std::string_view kind, std::string details)
{
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        audit::Event event = access::eventBy(actor, kind);
        event.detailsJson = std::move(details);
        return m_core.journal.append(transaction, std::move(event));
    });
}

Result<ImportReport> UserTransferService::importCsv(const access::Actor& actor, const ImportSource& source,
                                                    const ImportOptions& options, const ImportRows& rows,
                                                    const ImportProgress& progress)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersCreate));
    Import import(m_core, m_users, actor, current, options, rows, progress);
    CsvReader reader([&](CsvReader::Record&& record) { return import.take(std::move(record)); });
    const auto read = [&]() -> Result<void> {
        for (;;) {
            SALLYPORT_ASSIGN(const std::string piece, source());
            if (piece.empty())
                break;
            SALLYPORT_TRY(reader.feed(piece));
        }
        SALLYPORT_TRY(reader.finish());
        if (!import.hasHead())
            return emptyFile();
        return import.flush();
    };
    Result<void> done = read();
    // Rows that were whole before the file broke are added like those of the batches before.
    if (!done && !import.report.cancelled && done.error().word == "malformed_csv") {
        if (auto last = import.flush(); !last)
            done = std::move(last);
    }
    // What was added before something went wrong is told too.
    if (!options.dryRun && (done || import.report.rows > 0))
        SALLYPORT_TRY(record(current, audit::kind::usersImported, detailsOf(import.report)));
    if (!done && !import.report.cancelled) {
        Error error = done.error();
        if (!options.dryRun && import.report.added > 0)
            error.detail += " Before that, " + std::to_string(import.report.added) +
                            (import.report.added == 1 ? " user was added." : " users were added.");
        return error;
    }
    return import.report;
}

Result<std::int64_t> UserTransferService::exportUsers(const access::Actor& actor, UserQuery query, std::string_view format,
                                                      const std::function<bool(const User&)>& user)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersRead));
    query.limit = 200;
    query.offset = 0;
    query.cursor.clear();
    std::int64_t count = 0;
    bool going = true;
    do {
        SALLYPORT_ASSIGN(const UserPage page, m_users.list(current, query));
        if (count == 0) // before the first of them leaves
            SALLYPORT_TRY(record(current, audit::kind::usersExported,
                                 audit::Details().text("format", format).number("users", page.total).json()));
        for (std::size_t at = 0; at < page.users.size() && going; ++at) {
            // Asked again before each leaves: a right that goes ends what it opened.
            SALLYPORT_TRY(m_core.authorize(current, access::Permission::UsersRead));
            going = user(page.users[at]);
            ++count;
        }
        query.cursor = page.nextCursor;
    } while (going && !query.cursor.empty());
    if (!going)
        return makeError(ErrorCode::Cancelled, "The export was stopped.");
    return count;
}

} // namespace sallyport::identity
