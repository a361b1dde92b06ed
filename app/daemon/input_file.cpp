#include "app/daemon/input_file.h"

#include "backend/base/descriptor.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::daemon {
namespace {

constexpr int writerPatience = 2000; // milliseconds
constexpr std::size_t pieceBytes = 64 * 1024;

Error unreadable(const std::string& name, const std::string& why)
{
    return makeError(ErrorCode::NotFound, name + " cannot be read: " + why);
}

} // namespace

Result<InputFile> InputFile::open(const std::string& name)
{
    InputFile input;
    if (name == "-")
        return input;
    struct stat about {};
    if (::stat(name.c_str(), &about) == 0 && S_ISFIFO(about.st_mode)) {
        input.m_file = Descriptor(::open(name.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
        if (!input.m_file.valid() || ::fstat(input.m_file.get(), &about) != 0)
            return unreadable(name, std::strerror(errno));
        if (!S_ISFIFO(about.st_mode))
            return unreadable(name, "it was exchanged meanwhile");
        SALLYPORT_TRY(input.waitForWriter(name));
        return input;
    }
    input.m_file = openFile(name);
    if (input.m_file.valid())
        return input;
    return unreadable(name, errno == ENXIO ? "it is no file" : std::strerror(errno));
}

/// Whoever writes may take as long as they like, as at standard input; but somebody has to be there.
Result<void> InputFile::waitForWriter(const std::string& name)
{
    pollfd waited{m_file.get(), POLLIN, 0};
    while (::poll(&waited, 1, writerPatience) < 0) {
        if (errno != EINTR)
            return unreadable(name, std::strerror(errno));
    }
    if (waited.revents == 0) {
        char first = 0; // the end is what a pipe without a writer gives
        const ssize_t got = ::read(m_file.get(), &first, 1);
        if (got == 0)
            return unreadable(name, "it is a pipe that nobody writes into");
        if (got == 1)
            m_first = first;
    }
    const int flags = ::fcntl(m_file.get(), F_GETFL);
    if (flags < 0 || ::fcntl(m_file.get(), F_SETFL, flags & ~O_NONBLOCK) != 0)
        return unreadable(name, std::strerror(errno));
    return {};
}

Result<std::size_t> InputFile::read(char* place, std::size_t size)
{
    if (size > 0 && m_first) {
        *place = *m_first;
        m_first.reset();
        return std::size_t{1};
    }
    for (;;) {
        const ssize_t got = ::read(m_file.valid() ? m_file.get() : STDIN_FILENO, place, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return makeError(ErrorCode::Unavailable, std::string("the file cannot be read: ") + std::strerror(errno));
        return static_cast<std::size_t>(got);
    }
}

Result<std::string> InputFile::next()
{
    std::string piece(pieceBytes, '\0');
    SALLYPORT_ASSIGN(const std::size_t got, read(piece.data(), piece.size()));
    piece.resize(got);
    return piece;
}

Result<std::string> readInput(const std::string& name, std::size_t limit)
{
    SALLYPORT_ASSIGN(InputFile input, InputFile::open(name));
    std::string content;
    for (;;) {
        SALLYPORT_ASSIGN(const std::string piece, input.next());
        if (piece.empty())
            return content;
        content += piece;
        if (content.size() > limit)
            return makeError(ErrorCode::LimitReached, name + " is too large");
    }
}

} // namespace sallyport::daemon
