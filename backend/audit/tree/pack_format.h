#pragma once

#include "backend/audit/event.h"
#include "backend/audit/tree/head_key.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::audit {

// An evidence pack, as docs/audit.md has it byte by byte: lines of JSON, a manifest, the records, the hashes of the proof, the
// end. Each but the last ends with `sum`, which is over all before it: a changed byte shows in its line.

inline constexpr std::size_t packLineLimit = std::size_t{256} << 10; ///< bytes

/// Events by number, both ends.
struct EventRange {
    std::int64_t first = 0, last = 0;
    bool operator==(const EventRange&) const = default;
};
/// In one manifest: its line stays below packLineLimit.
inline constexpr std::size_t damagedRangesLimit = 4000;

/// Whether one of `ranges` (ascending) has the event.
bool isAmong(std::span<const EventRange> ranges, std::int64_t sequence);
/// `4, 9-12`; of more than `most` ranges the first ones, and how many more there are.
std::string eventRangesText(std::span<const EventRange> ranges, std::size_t most = 20);

/// The first line.
struct PackManifest {
    std::string id;
    UtcTime created; ///< whole milliseconds
    std::string vault, by;
    std::optional<UtcTime> since, until; ///< of the records; microseconds count
    std::string filter;
    std::int64_t records = 0;
    SignedHead head;
    std::string publicKey; ///< 32 bytes, hex
    std::string damage;    ///< of the journal that it was made from, as ChainReport::problem; empty, and no member: none known
    /// Events that are not the ones that the tree holds: their records stand in the pack as the rows stood in the journal, with
    /// the leaves of what was there; those without a leaf are left out. Ascending, apart; none, and no member, without `damage`.
    std::vector<EventRange> damaged;
};

/// A line of a record: the event, and where its leaf is.
struct PackRecord {
    std::int64_t position = 0;
    TreeHash leaf{};
    Event event;
};

// Each without `sum` and line end.
std::string packLine(const PackManifest& manifest);
std::string packLine(const PackRecord& record);
std::string packLine(const TreeHash& proof);
/// The last line, whole.
std::string packEndLine(const crypto::Ed25519Signature& signature);
/// What it signs: `sallyport evidence 1` and the last sum in hex, each with a line end.
std::string packEndText(const TreeHash& sum);

/// Adds lines up: SHA-256(sum of the line before, at first 32 zero bytes ‖ the line's bytes before `,"sum":`).
class PackSum {
public:
    /// The whole line, with `sum` and line end.
    std::string close(std::string line);
    /// What `line` (without its end) holds before its sum; nothing if that is wrong or there is none.
    std::optional<std::string> open(std::string_view line);
    const TreeHash& value() const { return m_sum; }

private:
    TreeHash add(std::string_view line) const;
    TreeHash m_sum{};
};

// From a line as packLine gives it. InvalidArgument for what has not the members of one.
Result<PackManifest> readPackManifest(std::string_view line);
Result<PackRecord> readPackRecord(std::string_view line);
Result<TreeHash> readPackProof(std::string_view line);
/// Of the whole last line without its end.
Result<crypto::Ed25519Signature> readPackEnd(std::string_view line);
/// The manifest of a pack that begins with `front`.
Result<PackManifest> packManifest(std::string_view front);
/// Whether a line behind the records is one of the proof; anything else is the end.
bool isPackProof(std::string_view line);

} // namespace sallyport::audit
