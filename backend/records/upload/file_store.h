#pragma once

#include "backend/base/descriptor.h"
#include "backend/base/random.h"
#include "backend/records/upload/sealed_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sallyport::records {

/// A file that is being uploaded. It goes without a trace unless keep() has answered. As long as there is this object sweep()
/// lets the file be, in other processes too. On one thread at a time.
class IncomingFile {
public:
    ~IncomingFile();
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;

    /// DiskFull, NotWritable. Nothing may be added after an error.
    Result<void> add(std::span<const std::byte> bytes);
    /// What was added so far, read back: how archives are looked into. Only after seal().
    Result<FileOpener> opener() const;
    /// The last chunk; nothing may be added afterwards.
    Result<void> seal();
    /// Into its place, on the disk for good. Only after seal().
    Result<void> keep();

    std::uint64_t size() const noexcept { return m_sealer.size(); } ///< bytes that were added

private:
    friend class FileStore;
    IncomingFile(FileSealer sealer, Descriptor descriptor, std::filesystem::path path, std::filesystem::path place,
                 std::string id, SecretBytes key);
    Result<void> write();

    FileSealer m_sealer;
    const std::shared_ptr<const Descriptor> m_descriptor;
    const std::filesystem::path m_path, m_place;
    const std::string m_id;
    const SecretBytes m_key;
    Bytes m_ready; ///< sealed, not written
    bool m_kept = false;
};

/// The files of a vault, each encrypted under the key that its row has (sealed_file.h), in one folder under their ids. What is
/// uploaded lies in `incoming` until it is whole. Rows are written after a file is kept, while its IncomingFile is there, and
/// deleted before it is removed, so that what a crash leaves behind are files without a row: sweep() takes them away.
/// Thread-safe.
class FileStore {
public:
    /// The folder (0700) is made when the first file comes.
    FileStore(std::filesystem::path folder, RandomSource& random) : m_folder(std::move(folder)), m_random(random) {}

    /// `id` is one of base/id.h's; InvalidArgument for another, AlreadyExists if there is such a file. `key` has 32 random bytes
    /// and is for this file only. DiskFull, NotWritable.
    Result<std::unique_ptr<IncomingFile>> begin(const std::string& id, const SecretBytes& key);
    /// NotFound; CryptoFailure if it isn't what was stored under this key.
    Result<FileOpener> read(const std::string& id, const SecretBytes& key) const;
    /// No error if there is none.
    Result<void> remove(const std::string& id);
    /// Copies what is there and not yet in `target` (0700, made where it isn't there), each file whole or not at all and on disk
    /// when this returns; how many. What is removed meanwhile is left out. DiskFull, NotWritable.
    Result<std::size_t> copyTo(const std::filesystem::path& target) const;
    /// Removes uploads that never ended and files for which `known` says no, which is asked once it is sure that nobody uploads
    /// the file; answers how many. At any time.
    Result<std::size_t> sweep(const std::function<Result<bool>(const std::string& id)>& known);

private:
    const std::filesystem::path m_folder;
    RandomSource& m_random;
};

} // namespace sallyport::records
