#pragma once

#include "backend/audit/journal.h"
#include "backend/audit/tree/head_file.h"
#include "backend/audit/tree/leaf_tree.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace sallyport::audit {

/// The heads of the journal's tree: signed, kept in the vault (the newest ten thousand) and in a file beside it. Thread-safe.
class SignedHeads {
public:
    static constexpr std::int64_t kept = 10'000; ///< in the vault

    /// `store` outlives it. `file`: `heads.jsonl` of the data directory.
    SignedHeads(storage::Store& store, HeadKey key, std::filesystem::path file)
        : m_store(store), m_key(std::move(key)), m_file(std::move(file))
    {
    }

    /// Signs the tree that the leaves make, from the newest genuine head on. A stored node that is another is recorded as damage
    /// before, and no signature is over it, unless the events say that it is the leaves which were changed. `by` (who it is)
    /// becomes `audit.head_signed`, the first leaf behind it. Blocks. DiskFull, NotWritable, also if only the file could not be
    /// written.
    Result<SignedHead> sign(Journal& journal, Event by) const;
    /// The newest, if nothing but its own record has been added since; one signed now otherwise.
    Result<SignedHead> current(Journal& journal, Event by) const;
    /// The file gets the newest heads that it lacks, from the rows: the only way into it. What it is known to have had and lacks
    /// is named first. NotWritable, DiskFull.
    Result<void> bringFile(Journal& journal) const;
    /// The same without a word; leaves of the newest that is on disk then.
    Result<std::int64_t> writeFile() const;
    /// The same of a tree that is larger than leaf `position`: the newest if it is, one signed now otherwise.
    Result<SignedHead> over(Journal& journal, Event by, std::int64_t position) const;

    /// The largest `limit` with fewer leaves than `below` (0: all), the largest first.
    Result<std::vector<SignedHead>> list(std::int64_t below, std::int64_t limit) const;
    Result<std::optional<SignedHead>> newest() const;

    const HeadKey& key() const { return m_key; }
    const HeadFile& file() const { return m_file; }

private:
    /// What is signed, for the leaves that are there now. Nothing if leaves are missing: then a head is of what is stored, and a
    /// verification names the gap.
    Result<std::optional<LeafTree>> leavesUpToNow() const;

    storage::Store& m_store;
    const HeadKey m_key;
    const HeadFile m_file;
    mutable std::mutex m_writing; ///< nobody writes what another is about to
};

Result<std::vector<SignedHead>> readHeads(storage::Transaction& transaction, std::int64_t below, std::int64_t limit);

// Implemented beside the journal. `journal` must come from Journal::open.

/// From now on verify() holds the tree against its heads, and headsOf gives them. Looks at once whether the file knows of a head
/// that the tree doesn't have: then the database was put back to an older state, which is recorded as damage. So is a file that
/// lacks what it has had.
[[nodiscard]] Result<void> attachHeads(Journal& journal, std::shared_ptr<const SignedHeads> heads);
/// Records it as damage if the file of heads lacks what it is known to have had, and gives it that anew.
[[nodiscard]] Result<void> nameCutHeadFile(Journal& journal);
/// Records it as damage that a stored node isn't what the leaves from `position` on make, unless damage is known already or this
/// was accepted. Nothing is mended: a verification does that.
[[nodiscard]] Result<void> nameChangedNode(Journal& journal, std::int64_t position);
/// The file has a head of so many leaves on disk.
void noteHeadFile(Journal& journal, std::int64_t size);
/// Null if none were attached.
std::shared_ptr<const SignedHeads> headsOf(const Journal& journal);

} // namespace sallyport::audit
