#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/records/record.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

using FileId = Id<struct FileTag>;

/// What is known of an uploaded file, without its content.
struct StoredFile {
    FileId id;
    RecordId recordId;      ///< empty: it belongs to no record
    UserId ownerId;         ///< who uploaded it
    std::string owner;      ///< their name; as it was then if they are gone
    std::string name;       ///< as people see it: checked and cleaned, never a path
    std::string mediaType;  ///< by content and name: `image/png`
    std::uint64_t size = 0; ///< bytes, of what is stored: pictures come without what told of their maker
    std::string sha256;     ///< of the same, in hex
    UtcTime createdAt;
};

/// What a client says of a file that it is going to send.
struct NewFile {
    std::string name;                 ///< as the client calls it; checked by checkFileName
    std::string mediaType;            ///< declared; may be empty
    std::optional<RecordId> recordId; ///< if it is known already
};

/// A file that is on its way. Goes without a trace unless finish() has answered with it; nothing may be called after an error.
/// Blocks: workers only, on one thread at a time.
class FileUpload {
public:
    virtual ~FileUpload() = default;

    /// The next bytes of the file. InvalidArgument (`file`, with a rule) as soon as it shows that it isn't what its name says,
    /// PayloadTooLarge, DiskFull, NotWritable.
    virtual Result<void> add(std::string_view bytes) = 0;
    /// The record it is to belong to, where that wasn't known in the beginning. NotFound for one that the actor can't read.
    virtual Result<void> attach(const RecordId& recordId) = 0;
    /// That was all: it is looked at as a whole, and stored for good with its event. What `add` answers; LimitReached if there
    /// are as many files as may be, or as many bytes.
    virtual Result<StoredFile> finish() = 0;
};

/// A file that somebody reads. Blocks: workers only, on one thread at a time.
struct OpenedFile {
    StoredFile file;
    /// Gives bytes [from, to) to `out`, piece by piece, at most 64 KiB each, until it answers an error, which is the answer
    /// then. InvalidArgument beyond the file; CryptoFailure, recorded as critical, where it isn't what was stored; what `read`
    /// answers if the actor may not read it any more.
    std::function<Result<void>(std::uint64_t from, std::uint64_t to,
                               const std::function<Result<void>(std::span<const std::byte>)>& out)>
        range;
};

struct FileQuery {
    enum class Sort : std::uint8_t { Created, Name, Size };
    std::optional<RecordId> recordId; ///< of this record only
    std::string text;                 ///< part of a name, as users type it
    Sort sort = Sort::Created;
    bool descending = true;
    std::uint32_t limit = 50;
    std::uint64_t offset = 0; ///< instead of a cursor
    std::string cursor;
};

struct FilePage {
    std::vector<StoredFile> files;
    std::string nextCursor; ///< empty: that was the last
    std::int64_t total = 0; ///< of what the caller may see
    bool about = false;     ///< there are `total` and more: nobody counts further than countedExactly
};

/// What may be uploaded now, for who chooses a file.
struct FileRules {
    std::uint64_t maxSize = 0;           ///< bytes of a file
    std::vector<std::string> extensions; ///< lower case, in the order in which they are documented
};

/// Files that were uploaded, to a record or by themselves. Permissions, policies (ResourceKind::File), records and events as with
/// Comments. Each is encrypted under a key of its own, which is sealed in its row as sensitive members are; a file goes with its
/// record, or when its row goes, and can't be read from then on. Calls block: workers only. Thread-safe.
class Files {
public:
    virtual ~Files() = default;

    /// files:read. As Comments::list.
    [[nodiscard]] virtual Result<FilePage> list(const access::Actor& actor, const FileQuery& query) = 0;
    /// files:read. How many files of each of these records the asker may see, by the record's id; none of one is no entry. The
    /// asker has seen the records.
    [[nodiscard]] virtual Result<std::map<std::string, std::int64_t>> countByRecord(const access::Actor& actor,
                                                                                    const std::vector<RecordId>& records) = 0;
    [[nodiscard]] virtual Result<StoredFile> read(const access::Actor& actor, const FileId& id) = 0; ///< files:read
    /// files:read; recorded before it answers, as a download.
    [[nodiscard]] virtual Result<OpenedFile> open(const access::Actor& actor, const FileId& id) = 0;

    /// files:create. InvalidArgument (`file`) for a name or type that may not be uploaded, NotFound for a record that the actor
    /// can't read, Unavailable if too many files are on their way. What is refused because of what it is, is recorded.
    [[nodiscard]] virtual Result<std::unique_ptr<FileUpload>> begin(const access::Actor& actor, const NewFile& file) = 0;
    /// files:delete.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const FileId& id) = 0;

    [[nodiscard]] virtual FileRules rules() const = 0; ///< any thread, at once

    /// The files that aren't there any more, or don't begin and end as they were stored, each recorded as critical.
    /// settings:read.
    [[nodiscard]] virtual Result<std::vector<FileId>> findDamaged(const access::Actor& actor) = 0;
};

} // namespace sallyport::records
