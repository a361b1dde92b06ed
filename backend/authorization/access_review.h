#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/result.h"
#include "backend/journal/report_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::authorization {

/// One thing that somebody has: a role, or a key that opens what its scopes name. What has ended isn't there: it allows nothing.
struct HeldAccess {
    enum class Kind : std::uint8_t { Role, Key };
    Kind kind = Kind::Role;
    UserId holder;        ///< of a user or service account
    bool service = false; ///< it is a service account's
    std::string name;
    std::string email;                 ///< of a user
    std::string status;                ///< of the holder: `active` | `disabled` | `invited`
    std::string item;                  ///< the role's name, or the key's id
    std::string title;                 ///< of the role or the key
    std::string prefix;                ///< of a key: `spk_7QK3M2XA`
    std::vector<std::string> scopes;   ///< of a key, sorted: what it may at most, of what its holder may
    std::vector<std::string> inherits; ///< of a role: all roles whose permissions it has too, sorted
    /// Where a permission was asked for, of a role: from it to the role that has the permission as its own, both named; one name
    /// if that is the same.
    std::vector<std::string> way;
    std::optional<UtcTime> since; ///< nothing: from before this was kept
    std::string by;               ///< a name; empty: likewise
    std::optional<UtcTime> until; ///< nothing: it has no end
    /// Of a key: when it was last used. Of a role: when its holder last signed in or used a session (to an hour) or a key.
    /// Nothing: never, or whoever asks may not know.
    std::optional<UtcTime> activeAt;
    bool activeKnown = true; ///< false: whoever asks may not know
    /// Of a role: the newest recorded decision for its holder, made for a request and allowed, of a permission that the role
    /// gives. Refusals are recorded always, what is allowed by the share that the settings say, and only of objects that policies
    /// protect.
    std::optional<UtcTime> decidedAt;

    /// Tells it from all others: `role HOLDER NAME`, `key HOLDER ID`.
    std::string id() const;
    bool operator==(const HeldAccess&) const = default;
};
std::string_view accessKindWord(HeldAccess::Kind kind) noexcept; ///< `role` | `key`

struct AccessReviewQuery {
    enum class Sort : std::uint8_t { Holder, Access, Since, Until, Active };
    std::string text;   ///< part of the holder's name or address, of the role's name or the key's, without regard to case
    std::string holder; ///< id of a user or service account, or the address of a user; InvalidArgument if there is none
    std::string role;   ///< by name: with the roles that inherit from it
    std::optional<access::Permission>
        permission; ///< only what gives this: roles that have or inherit it, keys whose scopes and holders do
    std::optional<HeldAccess::Kind> kind;
    std::optional<bool> service; ///< true: only of service accounts; false: only of users
    /// Only what was held for so many days in which its holder (of a key: the key) wasn't used. 1..accessDaysLimit, reckoned in
    /// whole hours.
    std::optional<int> unusedDays;
    std::optional<int> endsDays; ///< only what ends within so many days; 1..accessDaysLimit
    Sort sort = Sort::Holder;
    bool descending = false;
    std::uint32_t limit = 50; ///< 1..200
    std::uint64_t offset = 0; ///< for whoever needs any row, as a window's list; not with a cursor
    std::string cursor;       ///< InvalidArgument if not one of ours
};
inline constexpr int accessDaysLimit = 3650;

struct AccessReviewPage {
    std::vector<HeldAccess> rows;
    std::int64_t total = 0;                                 ///< that the query takes in
    std::int64_t userRoles = 0, accountRoles = 0, keys = 0; ///< the same, by what it is
    bool withKeys = true, withAccounts = true;              ///< false: whoever asks may not see these, and they aren't counted
    std::string nextCursor;
};

struct AccessReviewReport {
    enum class Format : std::uint8_t { Csv, Pdf };
    AccessReviewQuery query; ///< without its page
    Format format = Format::Csv;
    bool byteOrderMark = false;  ///< before a CSV
    std::string title;           ///< of the PDF; empty: `Access review` in its language
    std::string language = "en"; ///< of the PDF's headings
};
struct AccessReviewWritten {
    std::int64_t rows = 0, bytes = 0;
    std::int64_t selected = 0; ///< rows there are, known before the first byte
};

/// Who has what, since when, by whom, until when, and when it was last used. users:read and roles:read; keys are shown to who
/// holds keys:read, service accounts and what is theirs to who holds service_accounts:read, and when users were last here to whom
/// identity::requireSignInFacts lets. Blocks; workers only. Thread-safe.
class AccessReview {
public:
    virtual ~AccessReview() = default;

    /// PermissionDenied for a filter or an order by what whoever asks may not see; InvalidArgument.
    [[nodiscard]] virtual Result<AccessReviewPage> list(const access::Actor& actor, const AccessReviewQuery& query) = 0;

    /// Takes the next bytes; false cancels.
    using Sink = std::function<bool(std::string_view chunk)>;
    /// Told how many of how many rows are written; false cancels.
    using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;
    /// events:export too, asked again before each piece leaves. In constant memory, a page of rows at a time. Recorded, also
    /// where it was cut off.
    [[nodiscard]] virtual Result<AccessReviewWritten> exportTo(const access::Actor& actor, const AccessReviewReport& report,
                                                               const Sink& sink, const Progress& progress) = 0;
    /// The same into a file (journal::ReportFile).
    [[nodiscard]] virtual Result<AccessReviewWritten>
    exportToFile(const access::Actor& actor, const AccessReviewReport& report, const std::filesystem::path& file,
                 const Progress& progress, journal::ExistingFile existing = journal::ExistingFile::Replace) = 0;
};

} // namespace sallyport::authorization
