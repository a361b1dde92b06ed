#include "backend/base/descriptor.h"
#include "backend/outputs/destination_fields.h"
#include "backend/outputs/sender.h"
#include "backend/storage/files.h"
#include "backend/storage/owner.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::outputs {

namespace {

constexpr int lockTries = 300, lockPause = 10; // milliseconds: three seconds, many times what a batch takes

Error cannotWrite(const std::filesystem::path& file)
{
    return openError(errno, file);
}

/// Lines at the end of a file, on disk when a batch is done. A file that has grown enough becomes `NAME.1.jsonl`, that one
/// `NAME.2.jsonl`, and the oldest goes.
class FileSender final : public Sender {
public:
    FileSender(const DestinationFields& fields, const Surroundings& surroundings, const Stop& stop)
        : m_fields(fields), m_surroundings(surroundings), m_stop(stop)
    {
    }

    Result<void> send(std::span<const audit::Event> events) override
    {
        std::string lines;
        for (const audit::Event& event : events) {
            appendFormatted(lines, event, m_fields.format, m_surroundings.host);
            lines += '\n';
        }
        return append(lines);
    }

    Result<void> send(const Message& message) override
    {
        std::string line;
        appendFormatted(line, message, m_fields.format, m_surroundings.host);
        return append(line + '\n');
    }

private:
    std::filesystem::path file(std::int64_t number) const { return m_surroundings.folder / fileNameOf(m_fields, number); }

    /// Whoever cuts, rotates or appends holds it: a test, a delivery, and those of another process, which may stand still with
    /// it. Its file stays: one that went would be two.
    Result<Descriptor> lock() const
    {
        const std::filesystem::path name = m_surroundings.folder / ("." + fileNameOf(m_fields) + ".lock");
        Descriptor held = openFile(name, O_RDWR | O_CREAT | O_NOFOLLOW);
        if (!held.valid())
            return cannotWrite(name);
        SALLYPORT_TRY(storage::giveToOwner(held.get(), m_surroundings.folder));
        for (int i = 0; i < lockTries && !m_stop.raised(); ++i) {
            if (::flock(held.get(), LOCK_EX | LOCK_NB) == 0)
                return held;
            if (errno != EINTR && errno != EWOULDBLOCK)
                return cannotWrite(name);
            pollfd stopped{m_stop.descriptor(), POLLIN, 0};
            (void) ::poll(&stopped, 1, lockPause);
        }
        return makeError(ErrorCode::Unavailable, "Another process writes into " + fileNameOf(m_fields) + ".");
    }

    Result<void> append(std::string_view lines)
    {
        std::error_code error;
        if (!std::filesystem::is_directory(std::filesystem::symlink_status(m_surroundings.folder, error)))
            SALLYPORT_TRY(storage::prepareDataDirectory(m_surroundings.folder));
        SALLYPORT_ASSIGN(const Descriptor held, lock());
        SALLYPORT_TRY(rotateIfFull(lines.size()));
        const Descriptor handle = openFile(file(0), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW);
        if (!handle.valid())
            return cannotWrite(file(0));
        SALLYPORT_TRY(storage::giveToOwner(handle.get(), m_surroundings.folder));
        SALLYPORT_ASSIGN(const off_t whole, cutTornLine(handle));
        std::string_view rest = lines;
        while (!rest.empty()) {
            const ssize_t written = ::write(handle.get(), rest.data(), rest.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0) {
                const Error failure = cannotWrite(file(0));
                [[maybe_unused]] const int cut = ::ftruncate(handle.get(), whole); // half a batch would come twice
                return failure;
            }
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fdatasync(handle.get()) != 0)
            return cannotWrite(file(0));
        return {};
    }

    /// What a crash has left of a line goes: the whole line comes again. The size then.
    Result<off_t> cutTornLine(const Descriptor& handle) const
    {
        struct stat status {};
        if (::fstat(handle.get(), &status) != 0)
            return cannotWrite(file(0));
        off_t end = status.st_size;
        std::array<char, 4096> piece;
        while (end > 0) {
            const off_t begin = std::max<off_t>(0, end - static_cast<off_t>(piece.size()));
            const ssize_t count = ::pread(handle.get(), piece.data(), static_cast<std::size_t>(end - begin), begin);
            if (count <= 0)
                return cannotWrite(file(0));
            const std::string_view text(piece.data(), static_cast<std::size_t>(count));
            const auto line = text.rfind('\n');
            end = line == text.npos ? begin : begin + static_cast<off_t>(line) + 1;
            if (line != text.npos)
                break;
        }
        if (end != status.st_size && ::ftruncate(handle.get(), end) != 0)
            return cannotWrite(file(0));
        return end;
    }

    Result<void> rotateIfFull(std::size_t more) const
    {
        struct stat status {};
        if (::lstat(file(0).c_str(), &status) != 0 || status.st_size == 0 ||
            status.st_size + static_cast<off_t>(more) <= m_fields.rotateBytes)
            return {};
        std::error_code error;
        if (m_fields.keepFiles <= 1) {
            std::filesystem::remove(file(0), error);
            return {};
        }
        std::filesystem::remove(file(m_fields.keepFiles - 1), error);
        for (std::int64_t number = m_fields.keepFiles - 1; number > 0; --number) {
            if (::rename(file(number - 1).c_str(), file(number).c_str()) != 0 && errno != ENOENT)
                return cannotWrite(file(number));
        }
        return {};
    }

    const DestinationFields m_fields;
    const Surroundings& m_surroundings;
    const Stop& m_stop;
};

} // namespace

std::unique_ptr<Sender> makeFileSender(const DestinationFields& fields, const Surroundings& surroundings, const Stop& stop)
{
    return std::make_unique<FileSender>(fields, surroundings, stop);
}

} // namespace sallyport::outputs
