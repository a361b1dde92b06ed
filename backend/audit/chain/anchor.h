#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/chain/chain_problem.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace sallyport::audit {

/// The last known end of the chain, kept in a file beside the database: who cuts off the journal's tail, or puts an old
/// database back, cannot make the file agree, because it is sealed with the chain's key.
struct Anchor {
    std::int64_t sequence = 0;
    ChainHash hash = chainStart;
    /// Where the journal stood when the file was found missing or damaged; 0 for never. It stays: from then on nobody
    /// can prove that nothing was cut off before.
    std::int64_t brokenAt = 0;
    /// What was wrong there, if it is named for good; None for anything else.
    ChainProblem problem = ChainProblem::None;
    /// Leaves of the newest head that the file of heads is known to have had on disk. What was never written isn't lost.
    std::int64_t headsTold = 0;

    /// Takes over what another knows of damage and of the file of heads.
    void learn(const Anchor& other);
};

/// The file. Thread-safe; several processes may write it.
class AnchorFile {
public:
    AnchorFile(std::filesystem::path file, std::shared_ptr<const Chain> chain)
        : m_file(std::move(file)), m_chain(std::move(chain))
    {
    }

    /// NotFound if there is none, DatabaseDamaged if it isn't ours or its seal is wrong, NotWritable if this user may not
    /// read it.
    Result<Anchor> read() const;
    /// Replaces the file atomically and durably (0600). A file that is further already stays as it is.
    Result<void> write(const Anchor& anchor) const { return replace(anchor, false); }
    /// The same, and writes one that is further once more: whether it can be written is known then.
    Result<void> renew(const Anchor& anchor) const { return replace(anchor, true); }

private:
    Result<void> replace(const Anchor& anchor, bool always) const;
    Result<std::string> text(const Anchor& anchor) const;
    std::filesystem::path m_file;
    std::shared_ptr<const Chain> m_chain;
};

/// Writes the anchor on its own thread, at most once a second, so that the writer of the journal never waits for it.
class AnchorWriter {
public:
    explicit AnchorWriter(AnchorFile file);
    /// Writes what is left, then ends.
    ~AnchorWriter();
    AnchorWriter(const AnchorWriter&) = delete;
    AnchorWriter& operator=(const AnchorWriter&) = delete;

    /// Cheap.
    void note(const Anchor& anchor);
    /// Told how each writing went, on the writer's thread; in place of an earlier one, which is not running any more then.
    void watch(std::function<void(const Result<void>&)> watcher);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::audit
