#pragma once

#include "backend/base/clock.h"
#include "backend/base/error.h"
#include "backend/base/id.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

using RecordId = Id<struct RecordTag>;

/// How far a record may go. In order: each tells less than the one before.
enum class Classification : std::uint8_t { Public, Internal, Confidential, Restricted };

/// `public` | `internal` | `confidential` | `restricted`
std::string_view classificationWord(Classification classification) noexcept;
std::optional<Classification> findClassification(std::string_view word) noexcept;

/// A record as whoever may see it sees it: of its sensitive members the names.
struct Record {
    RecordId id;
    UserId ownerId;                        ///< empty: nobody's
    std::string owner;                     ///< the owner's name; empty if there is none, or none any more
    std::optional<std::string> department; ///< none is not the same as an empty one
    Classification classification = Classification::Internal;
    std::string title;
    std::string body;                   ///< plain text; empty in a list that was asked for without
    std::vector<std::string> sensitive; ///< names, in their order
    UtcTime createdAt, changedAt;
    std::string createdBy, changedBy; ///< names as they were then
    std::int64_t version = 0;
};

/// One sensitive member in clear. Wiped when it goes.
struct ShownMember {
    std::string name;
    SecretBytes value;
};

/// What an unmasking shows, with the record as it was in the same moment.
struct ShownRecord {
    Record record;
    std::vector<ShownMember> sensitive;
};

struct NewRecord {
    std::string title;
    std::string body;
    std::optional<std::string> department;
    Classification classification = Classification::Internal;
    std::optional<UserId> ownerId; ///< without it, who adds it
    std::map<std::string, SecretBytes> sensitive;
};

/// What is set is changed. A sensitive member without a value stays as it is: that is how a masked record shows it.
struct RecordPatch {
    std::optional<std::string> title, body;
    std::optional<std::optional<std::string>> department;
    std::optional<Classification> classification;
    std::optional<UserId> ownerId; ///< empty: nobody
    std::map<std::string, std::optional<SecretBytes>> sensitive;
    std::vector<std::string> removeSensitive;
    std::optional<std::int64_t> expectedVersion;
};

struct RecordQuery {
    enum class Sort : std::uint8_t { Title, Department, Classification, Created, Changed };
    std::string text; ///< part of a title, as users type it; never of a sensitive value
    std::optional<std::string> department;
    std::optional<Classification> classification;
    std::optional<UserId> owner;
    std::optional<std::uint32_t> changedDays; ///< changed within so many days
    Sort sort = Sort::Changed;
    bool descending = true;
    bool bodies = true; ///< false: without them, for who shows a line each
    std::uint32_t limit = 50;
    std::uint64_t offset = 0; ///< instead of a cursor
    std::string cursor;
};

struct RecordPage {
    std::vector<Record> records;
    std::string nextCursor; ///< empty: that was the last
    std::int64_t total = 0; ///< of what the caller may see
    bool about = false;     ///< there are `total` and more: nobody counts further than countedExactly
};

/// How the encryption of sensitive members goes.
struct EncryptionState {
    std::int64_t keyId = 0; ///< of the data key that seals now; 0: none was needed yet
    std::optional<UtcTime> keySince;
    std::int64_t uses = 0;    ///< of that key, at the most
    std::int64_t usesMay = 0; ///< so many, then another key takes over by itself
    std::int64_t members = 0; ///< sensitive ones, in all
    std::int64_t files = 0;   ///< whose keys are sealed in the same way
    std::int64_t waiting = 0; ///< of both, still under an earlier key
};

} // namespace sallyport::records
