#pragma once

#include "backend/audit/tree/head_key.h"

#include <filesystem>
#include <vector>

namespace sallyport::audit {

/// `heads.jsonl` beside the database: every signed head, a line each, so that putting the database back to an older state shows.
/// Lines are only ever added, but that the file begins anew with its newest thousand when it has grown to 4 MiB. Thread-safe;
/// several processes may write.
class HeadFile {
public:
    explicit HeadFile(std::filesystem::path file) : m_file(std::move(file)) {}

    /// On disk when it returns. DiskFull, NotWritable.
    Result<void> add(const SignedHead& head, const crypto::Ed25519PublicKey& key) const;

    struct Line {
        std::int64_t number = 0; ///< from 1
        bool readable = true;    ///< false: none of ours
        SignedHead head;
    };
    /// The newest `most`, the oldest of them first. Nothing if there is no file. A line without its end, as a crash leaves it, is
    /// left out. NotWritable if it may not be read.
    Result<std::vector<Line>> read(std::size_t most = SIZE_MAX) const;

private:
    std::filesystem::path m_file;
};

/// `{"size":..,"root":..,"time":..,"signature":..,"public_key":..}`, hashes in hex.
std::string headJson(const SignedHead& head, const crypto::Ed25519PublicKey& key);

} // namespace sallyport::audit
