#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/identity/core/user.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// What became, or would become, of one row of a file.
struct ImportRow {
    enum class Outcome { Added, Exists, Twice, Wrong };
    std::int64_t line = 0; ///< where the row begins in the file, from 1
    Outcome outcome = Outcome::Wrong;
    UserId id;                             ///< of a user that was added
    std::vector<FieldError> fields;        ///< of a wrong row; values are never told
    std::optional<OneTimeLink> invitation; ///< if invitations were asked for
};
std::string_view importOutcomeWord(ImportRow::Outcome outcome) noexcept; ///< `added` | `exists` | `twice` | `wrong`

/// The row's line in a report: `12<TAB>wrong<TAB>email: Must be an e-mail address.` and a line end.
std::string importRowLine(const ImportRow& row);

struct ImportReport {
    bool dryRun = false;
    bool cancelled = false;
    std::int64_t rows = 0, added = 0, exists = 0, twice = 0, wrong = 0; ///< `added`: would be, in a dry run

    /// One row more.
    void count(ImportRow::Outcome outcome) noexcept;
};

struct ImportOptions {
    bool dryRun = false;
    bool invitations = false; ///< makes a single-use link for everybody who is added
};

/// The next piece of a file, empty at its end.
using ImportSource = std::function<Result<std::string>()>;
/// Each row as soon as its fate is certain, in the file's order; it may be moved from.
using ImportRows = std::function<void(ImportRow& row)>;
/// Told after each batch on the calling thread; false stops there. What was added stays added.
using ImportProgress = std::function<bool(const ImportReport& soFar)>;

/// Users in and out of files, a piece at a time: of a file that is read, memory holds 16 bytes and a little an address. Blocks;
/// workers only. Thread-safe.
class UserTransfer {
public:
    virtual ~UserTransfer() = default;

    /// CSV (base/csv_reader.h) with a head that names the columns `name`, `email` (both needed), `age`, `department`, `roles`,
    /// `password_hash` in any order and case; roles stand apart by blanks, commas or semicolons; the further columns of an
    /// export, rows without anything in them and columns without a name are passed over. What an export has guarded is read
    /// as what it was. Each row is checked as a new user is and added as one: invited, or with the hash of a password from
    /// another system (passwords/imported_hash.h). A bad row doesn't stop the others; 200 rows are one transaction. Memory
    /// holds a hash of each address, to see those that come twice. users:create, and what roles need. InvalidArgument for
    /// what is no CSV, is empty or has the wrong columns; rows before that stay added: each was told to `rows`, and the error
    /// says how many.
    [[nodiscard]] virtual Result<ImportReport> importCsv(const access::Actor& actor, const ImportSource& source,
                                                         const ImportOptions& options, const ImportRows& rows,
                                                         const ImportProgress& progress) = 0;

    /// Every user that the query takes in, in its order, read in pages; `user` false stops. users:read; recorded.
    [[nodiscard]] virtual Result<std::int64_t> exportUsers(const access::Actor& actor, UserQuery query, std::string_view format,
                                                           const std::function<bool(const User&)>& user) = 0;
};

} // namespace sallyport::identity
