#pragma once

#include "backend/base/clock.h"
#include "backend/base/limits.h"
#include "backend/records/comments.h"
#include "backend/records/files.h"
#include "tests/ui/support/failures.h"

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace sallyport::tests {

/// Comments in memory, newest first; everybody may what their permissions say, and one's own with comments:create.
class FakeComments final : public records::Comments {
public:
    explicit FakeComments(Clock& clock) : m_clock(clock) {}
    Result<records::CommentPage> list(const access::Actor& actor, const records::CommentQuery& query) override;
    Result<records::Comment> read(const access::Actor& actor, const records::CommentId& id) override;
    Result<records::WrittenComment> create(const access::Actor& actor, records::NewComment comment) override;
    Result<records::WrittenComment> change(const access::Actor& actor, const records::CommentId& id,
                                           records::CommentPatch patch) override;
    Result<void> remove(const access::Actor& actor, const records::CommentId& id) override;
    /// Adds one without asking; without an id it gets one.
    records::CommentId add(records::Comment comment);
    std::size_t count() const;
    Failures failures, changeFailures;

private:
    records::Comment* find(const records::CommentId& id);

    Clock& m_clock;
    mutable std::mutex m_mutex;
    std::vector<records::Comment> m_comments;
    int m_made = 0;
};

/// Files in memory, newest first.
class FakeFiles final : public records::Files {
public:
    explicit FakeFiles(Clock& clock) : m_clock(clock) {}
    Result<records::FilePage> list(const access::Actor& actor, const records::FileQuery& query) override;
    Result<std::map<std::string, std::int64_t>> countByRecord(const access::Actor&,
                                                              const std::vector<records::RecordId>&) override
    {
        const std::lock_guard guard(m_mutex);
        std::map<std::string, std::int64_t> counts;
        for (const Kept& kept : m_files)
            ++counts[kept.file.recordId.text()];
        return counts;
    }
    Result<records::StoredFile> read(const access::Actor& actor, const records::FileId& id) override;
    Result<records::OpenedFile> open(const access::Actor& actor, const records::FileId& id) override;
    Result<std::unique_ptr<records::FileUpload>> begin(const access::Actor& actor, const records::NewFile& file) override;
    Result<void> remove(const access::Actor& actor, const records::FileId& id) override;
    records::FileRules rules() const override { return {maxSize, {"png", "jpg", "pdf", "txt"}}; }
    Result<std::vector<records::FileId>> findDamaged(const access::Actor&) override { return std::vector<records::FileId>(); }
    /// Adds one without asking; without an id it gets one.
    records::FileId add(records::StoredFile file, std::string content);
    std::size_t count() const;
    /// What an upload or a download of so many bytes waits for, piece by piece.
    std::function<void(std::uint64_t done)> onPiece;
    std::atomic<std::uint64_t> maxSize{100ull * 1024 * 1024};
    Failures failures, beginFailures, addFailures, finishFailures;

private:
    class Upload;
    struct Kept {
        records::StoredFile file;
        std::string content;
    };
    Kept* find(const records::FileId& id);

    Clock& m_clock;
    mutable std::mutex m_mutex;
    std::vector<Kept> m_files;
    int m_made = 0;
};

} // namespace sallyport::tests
