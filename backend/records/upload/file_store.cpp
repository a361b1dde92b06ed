#include "backend/records/upload/file_store.h"

#include "backend/base/id.h"
#include "backend/storage/owner.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace sallyport::records {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view incoming = "incoming";

/// What errno says, without the path.
Error diskError(std::string_view what)
{
    const int number = errno;
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    const bool forbidden = number == EACCES || number == EPERM || number == EROFS;
    return makeError(full        ? ErrorCode::DiskFull
                     : forbidden ? ErrorCode::NotWritable
                                 : ErrorCode::Internal,
                     std::string(what) + ": " + std::generic_category().message(number));
}

Result<void> makeFolder(const fs::path& folder)
{
    const bool made = ::mkdir(folder.c_str(), 0700) == 0;
    if (made)
        SALLYPORT_TRY(storage::giveToOwner(folder));
    if (made || errno == EEXIST) {
        struct stat found {};
        if (::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode))
            return {};
        errno = ENOTDIR;
    }
    return diskError("the folder of files cannot be made");
}

Result<void> syncFolder(const fs::path& folder)
{
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.valid() || ::fsync(descriptor.get()) != 0)
        return diskError("the folder of files cannot be written");
    return {};
}

Result<void> writeAll(const Descriptor& file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(file.get(), bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return diskError("the file cannot be written");
        bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    return {};
}

Result<void> copyBytes(const Descriptor& from, const Descriptor& to)
{
    std::array<std::byte, 64 * 1024> piece{};
    for (;;) {
        const ssize_t got = ::read(from.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diskError("a file cannot be read");
        if (got == 0)
            return ::fsync(to.get()) == 0 ? Result<void>() : diskError("the copy of a file cannot be written");
        SALLYPORT_TRY(writeAll(to, std::span(piece).first(static_cast<std::size_t>(got))));
    }
}

/// Under its name when it is complete; `part` is replaced if a crash has left one.
Result<void> copyWhole(const Descriptor& from, const fs::path& part, const fs::path& to)
{
    (void) ::unlink(part.c_str());
    const Descriptor copy(openFile(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW));
    if (!copy.valid())
        return diskError("the copy of a file cannot be written");
    Result<void> done = copyBytes(from, copy);
    if (done)
        done = storage::giveToOwner(copy.get(), to.parent_path());
    if (done && ::rename(part.c_str(), to.c_str()) != 0)
        done = diskError("the copy of a file cannot be written");
    if (!done)
        (void) ::unlink(part.c_str());
    return done;
}

FileOpener::Read readerOf(std::shared_ptr<const Descriptor> descriptor)
{
    return [descriptor = std::move(descriptor)](std::uint64_t offset, std::size_t size) -> Result<Bytes> {
        Bytes bytes(size);
        std::size_t have = 0;
        while (have < size) {
            const ssize_t got = ::pread(descriptor->get(), bytes.data() + have, size - have, static_cast<off_t>(offset + have));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return diskError("the file cannot be read");
            if (got == 0)
                return makeError(ErrorCode::CryptoFailure, "the file is not what was stored");
            have += static_cast<std::size_t>(got);
        }
        return bytes;
    };
}

Result<FileOpener> openerOf(std::shared_ptr<const Descriptor> descriptor, const SecretBytes& key, const std::string& id)
{
    struct stat found {};
    if (::fstat(descriptor->get(), &found) != 0)
        return diskError("the file cannot be read");
    return FileOpener::open(key.bytes(), id, static_cast<std::uint64_t>(found.st_size), readerOf(std::move(descriptor)));
}

} // namespace

IncomingFile::IncomingFile(FileSealer sealer, Descriptor descriptor, fs::path path, fs::path place, std::string id,
                           SecretBytes key)
    : m_sealer(std::move(sealer)), m_descriptor(std::make_shared<const Descriptor>(std::move(descriptor))),
      m_path(std::move(path)), m_place(std::move(place)), m_id(std::move(id)), m_key(std::move(key))
{
}

IncomingFile::~IncomingFile()
{
    if (!m_kept)
        (void) ::unlink(m_path.c_str());
}

Result<void> IncomingFile::add(std::span<const std::byte> bytes)
{
    SALLYPORT_TRY(m_sealer.add(bytes, m_ready));
    return write();
}

Result<void> IncomingFile::seal()
{
    SALLYPORT_TRY(m_sealer.finish(m_ready));
    return write();
}

Result<void> IncomingFile::write()
{
    SALLYPORT_TRY(writeAll(*m_descriptor, m_ready));
    m_ready.clear();
    return {};
}

Result<FileOpener> IncomingFile::opener() const
{
    return openerOf(m_descriptor, m_key, m_id);
}

Result<void> IncomingFile::keep()
{
    if (::fsync(m_descriptor->get()) != 0)
        return diskError("the file cannot be written");
    // A link fails where there is one of that name; a rename would take its place.
    // Some file systems have no links.
    const bool linked = ::link(m_path.c_str(), m_place.c_str()) == 0;
    const bool unable = !linked && (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS);
    if (!linked && !(unable && ::rename(m_path.c_str(), m_place.c_str()) == 0))
        return diskError("the file cannot be put into its place");
    m_kept = true;
    (void) ::unlink(m_path.c_str());
    return syncFolder(m_place.parent_path());
}

Result<std::unique_ptr<IncomingFile>> FileStore::begin(const std::string& id, const SecretBytes& key)
{
    if (!isIdText(id))
        return makeError(ErrorCode::InvalidArgument, "that is no file's id");
    const fs::path place = m_folder / id, path = m_folder / incoming / id;
    struct stat found {};
    if (::lstat(place.c_str(), &found) == 0)
        return makeError(ErrorCode::AlreadyExists, "there is a file with this id");
    std::array<std::byte, 32> salt{};
    if (!m_random.fill(salt))
        return makeError(ErrorCode::CryptoFailure, "no randomness");
    SALLYPORT_ASSIGN(FileSealer sealer, FileSealer::create(key.bytes(), salt, id));
    SALLYPORT_TRY(makeFolder(m_folder));
    SALLYPORT_TRY(makeFolder(m_folder / incoming));
    Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!descriptor.valid())
        return errno == EEXIST ? makeError(ErrorCode::AlreadyExists, "there is an upload with this id")
                               : diskError("the file cannot be written");
    // Held as long as the file is open, also under its later name: who sweeps, in this process or another, leaves alone what it
    // can't lock.
    (void) ::flock(descriptor.get(), LOCK_EX | LOCK_NB);
    const int made = descriptor.get();
    std::unique_ptr<IncomingFile> file(new IncomingFile(std::move(sealer), std::move(descriptor), path, place, id, key.clone()));
    SALLYPORT_TRY(storage::giveToOwner(made, m_folder));
    return file;
}

Result<FileOpener> FileStore::read(const std::string& id, const SecretBytes& key) const
{
    if (!isIdText(id))
        return makeError(ErrorCode::NotFound, "no such file");
    auto descriptor = std::make_shared<const Descriptor>(openFile(m_folder / id, O_RDONLY | O_NOFOLLOW));
    if (!descriptor->valid())
        return errno == ENOENT ? makeError(ErrorCode::NotFound, "no such file") : diskError("the file cannot be read");
    return openerOf(std::move(descriptor), key, id);
}

Result<void> FileStore::remove(const std::string& id)
{
    if (!isIdText(id))
        return {};
    if (::unlink((m_folder / id).c_str()) != 0)
        return errno == ENOENT ? Result<void>() : diskError("the file cannot be removed");
    return syncFolder(m_folder);
}

Result<std::size_t> FileStore::copyTo(const fs::path& target) const
{
    std::size_t copied = 0;
    std::error_code error;
    fs::directory_iterator entry(m_folder, error);
    if (error == std::errc::no_such_file_or_directory)
        return copied;
    SALLYPORT_TRY(makeFolder(target));
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (!isIdText(name) || fs::exists(target / name, ignored))
            continue;
        const Descriptor from(openFile(entry->path(), O_RDONLY | O_NOFOLLOW));
        if (!from.valid() && errno == ENOENT)
            continue;
        if (!from.valid())
            return diskError("a file cannot be read");
        SALLYPORT_TRY(copyWhole(from, target / (name + ".part"), target / name));
        ++copied;
    }
    if (error) {
        errno = error.value();
        return diskError("the folder of files cannot be read");
    }
    SALLYPORT_TRY(syncFolder(target));
    return copied;
}

Result<std::size_t> FileStore::sweep(const std::function<Result<bool>(const std::string& id)>& known)
{
    std::size_t removed = 0;
    for (const bool uploads : {true, false}) {
        std::error_code error;
        fs::directory_iterator entry(uploads ? m_folder / incoming : m_folder, error);
        if (error == std::errc::no_such_file_or_directory)
            continue; // nothing was ever uploaded
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            // What isn't named as we name files is not ours to remove.
            if (!isIdText(name))
                continue;
            const Descriptor descriptor(openFile(entry->path(), O_RDONLY | O_NOFOLLOW));
            if (descriptor.valid() && ::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0)
                continue;
            if (!uploads) {
                // Only now: until its lock has gone its row may just be coming.
                SALLYPORT_ASSIGN(const bool keeps, known(name));
                if (keeps)
                    continue;
            }
            if (::unlink(entry->path().c_str()) != 0) {
                if (errno == ENOENT)
                    continue;
                return diskError("a file without a row cannot be removed");
            }
            ++removed;
        }
        if (error) {
            errno = error.value();
            return diskError("the folder of files cannot be read");
        }
    }
    return removed;
}

} // namespace sallyport::records
