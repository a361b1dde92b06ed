#pragma once

#include "backend/audit/event.h"
#include "backend/audit/tree/head_key.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::audit {

// An evidence pack, as docs/audit.md has it byte by byte: lines of JSON, a manifest, the records, the hashes of the proof, the
// end. Each but the last ends with `sum`, which is over all before it: a changed byte shows in its line.

inline constexpr std::size_t packLineLimit = std::size_t{256} << 10; ///< bytes

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
/// The `damage` of a pack that begins with `front`.
std::string packDamage(std::string_view front);
/// Whether a line behind the records is one of the proof; anything else is the end.
bool isPackProof(std::string_view line);

} // namespace sallyport::audit
