#pragma once

#include "backend/audit/journal.h"
#include "backend/records/attachment_access.h"
#include "backend/records/comments.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"
#include "backend/storage/store_clock.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::records {

/// What comments are kept with. Everything outlives them.
struct CommentsParts {
    storage::Store& store;
    audit::Journal& journal;
    access::Decisions& decisions;
    settings::Settings& settings;
    Clock& clock;
    RandomSource& random;
    AttachmentAccess::Now now;
};

/// The one implementation of Comments.
class CommentsService final : public Comments {
public:
    explicit CommentsService(CommentsParts parts);

    Result<CommentPage> list(const access::Actor& actor, const CommentQuery& query) override;
    Result<Comment> read(const access::Actor& actor, const CommentId& id) override;
    Result<WrittenComment> create(const access::Actor& actor, NewComment comment) override;
    Result<WrittenComment> change(const access::Actor& actor, const CommentId& id, CommentPatch patch) override;
    Result<void> remove(const access::Actor& actor, const CommentId& id) override;

    /// What decisions know of a comment; nothing for an id that none has. Asks nobody. Blocks.
    [[nodiscard]] Result<std::optional<access::Resource>> find(const std::string& id);
    /// How a comment begins; empty for an id that none has. Asks nobody. Blocks.
    [[nodiscard]] Result<std::string> nameOf(const std::string& id);

private:
    Result<void> tell(storage::Transaction& transaction, const access::Actor& actor, const Comment& comment,
                      std::string_view kind, const std::vector<RemovedMarkup>& removed = {});

    const CommentsParts m_parts;
    const storage::StoreClock m_clock;
    const AttachmentAccess m_access;
};

} // namespace sallyport::records
