#pragma once

#include "backend/journal/evidence.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::journal {

// Packs as the vault keeps them: in pieces, encrypted with the rest of the database.

/// All that are complete, the newest first.
Result<std::vector<EvidencePack>> readPacks(storage::Transaction& transaction);
/// NotFound.
Result<EvidencePack> readPack(storage::Transaction& transaction, const std::string& id);
/// Empty: there is none of that number.
Result<std::string> readPiece(storage::Transaction& transaction, const std::string& id, std::int64_t number);
Result<void> removePack(storage::Transaction& transaction, const std::string& id);

/// Writes a new pack piece by piece, each in a transaction of its own. What isn't finished goes with this object.
class PackWriter {
public:
    /// LimitReached if there are too many already.
    static Result<PackWriter> begin(storage::Store& store, const EvidencePack& pack);
    PackWriter(PackWriter&& other) noexcept;
    PackWriter& operator=(PackWriter&&) = delete;
    ~PackWriter();

    /// LimitReached if the pack, or all of them together, become too large.
    Result<void> write(std::string_view text);
    /// What is left of it. `pack` has all but its bytes.
    Result<void> flush();
    std::int64_t bytes() const { return m_bytes; }
    const std::string& id() const { return m_id; }
    /// The pack is there from then on, in the caller's transaction; forget it if that succeeds.
    static Result<void> finish(storage::Transaction& transaction, const EvidencePack& pack, std::span<const std::byte> sha256);
    void finished() { m_id.clear(); }

private:
    PackWriter(storage::Store& store, std::string id) : m_store(store), m_id(std::move(id)) {}
    storage::Store& m_store;
    std::string m_id; ///< empty: nothing of it is to go
    std::string m_waiting;
    std::int64_t m_bytes = 0, m_pieces = 0;
};

} // namespace sallyport::journal
