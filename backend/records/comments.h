#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/records/record.h"
#include "backend/records/rich_text/rich_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::records {

using CommentId = Id<struct CommentTag>;

inline constexpr std::size_t commentLimit =
    16'000; ///< code points of what comes in; what is stored has `maxRichText` bytes at most

/// A comment as whoever may see it sees it.
struct Comment {
    CommentId id;
    RecordId recordId;   ///< empty: it belongs to no record
    UserId ownerId;      ///< who wrote it
    std::string owner;   ///< their name; as it was then if they are gone
    std::string content; ///< HTML, sanitised when it was written and once more when it was read: safe to show
    std::string text;    ///< what is read of it: plain, one line a block
    UtcTime createdAt, changedAt;
    std::string changedBy; ///< a name as it was then
    std::int64_t version = 0;
};

struct NewComment {
    std::optional<RecordId> recordId;
    std::string content; ///< HTML, or a text that somebody typed
};

/// What is set is changed.
struct CommentPatch {
    std::optional<std::string> content;
    std::optional<std::int64_t> expectedVersion;
};

/// What became of what somebody wrote.
struct WrittenComment {
    Comment comment;
    std::vector<RemovedMarkup> removed; ///< what the sanitiser took out, for its author
};

struct CommentQuery {
    enum class Sort : std::uint8_t { Created, Changed };
    std::optional<RecordId> recordId; ///< of this record only
    std::string text;                 ///< part of what is read, as users type it
    Sort sort = Sort::Created;
    bool descending = true;
    std::uint32_t limit = 50;
    std::uint64_t offset = 0; ///< instead of a cursor
    std::string cursor;
};

struct CommentPage {
    std::vector<Comment> comments;
    std::string nextCursor; ///< empty: that was the last
    std::int64_t total = 0; ///< of what the caller may see
    bool about = false;     ///< there are `total` and more: nobody counts further than countedExactly
};

/// Comments on records, in rich text. A comment on a record is there for whoever may read that record, policies included, and
/// NotFound for everybody else; so is a record that is named here. Every call asks access::Decisions about the actor of now and
/// the very comment (ResourceKind::Comment, with its record's department and classification): a missing permission is
/// PermissionDenied, what may be read and not changed PolicyDenied. Each change is one transaction with its event, which never
/// holds a word of the content. A comment goes with its record. Calls block: workers only. Thread-safe.
class Comments {
public:
    virtual ~Comments() = default;

    /// comments:read. NotFound for a record that the actor can't read; InvalidArgument for a limit beyond 1..200, a text that is
    /// too long, or a cursor that isn't ours.
    [[nodiscard]] virtual Result<CommentPage> list(const access::Actor& actor, const CommentQuery& query) = 0;
    [[nodiscard]] virtual Result<Comment> read(const access::Actor& actor, const CommentId& id) = 0; ///< comments:read

    /// comments:create. ValidationFailed (`content`) if nothing of it can be read or it is too long, LimitReached if the record
    /// has as many as `comments.per_record` allows.
    [[nodiscard]] virtual Result<WrittenComment> create(const access::Actor& actor, NewComment comment) = 0;
    /// comments:update; for one's own comments:create is enough. ValidationFailed, PreconditionFailed.
    [[nodiscard]] virtual Result<WrittenComment> change(const access::Actor& actor, const CommentId& id, CommentPatch patch) = 0;
    /// comments:delete. It is overwritten in the database; what was done to it stays in the journal.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const CommentId& id) = 0;
};

} // namespace sallyport::records
