#include "backend/vault/change_socket.h"

#include "backend/base/thread_pool.h"
#include "backend/storage/owner.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

namespace sallyport {
namespace {

constexpr const char* socketName = "sallyport.sock";
constexpr char done = '1', failed = '0';
constexpr int waiting = 16; // commands that may wait while one is answered

/// An address in the data directory. A long path does not fit into one, so it goes by the open directory then.
struct Address {
    explicit Address(const std::filesystem::path& dataDirectory)
    {
        std::string path = (dataDirectory / socketName).string();
        if (path.size() >= sizeof name.sun_path) {
            directory = Descriptor(::open(dataDirectory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
            path = "/proc/self/fd/" + std::to_string(directory.get()) + "/" + socketName;
        }
        name.sun_family = AF_UNIX;
        std::memcpy(name.sun_path, path.c_str(), path.size() + 1);
    }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&name); }

    Descriptor directory;
    sockaddr_un name{};
};

/// Only the same user, the owner of the directory (where root serves), and root, who may do everything anyway.
bool isOurs(int connection, const std::filesystem::path& file)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    if (::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
        return false;
    struct stat owner {};
    const bool isOwner = ::stat(file.parent_path().c_str(), &owner) == 0 && peer.uid == owner.st_uid;
    return peer.uid == ::geteuid() || peer.uid == 0 || isOwner;
}

Error socketError(const std::filesystem::path& file)
{
    return makeError(ErrorCode::NotWritable, file.string() + ": " + std::strerror(errno));
}

} // namespace

Result<std::unique_ptr<ChangeSocket>> ChangeSocket::open(const std::filesystem::path& dataDirectory,
                                                         std::function<Result<void>()> takeOver, FaultListener onFault)
{
    std::filesystem::path file = dataDirectory / socketName;
    Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    Descriptor stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!listener.valid() || !stop.valid())
        return socketError(file);
    ::unlink(file.c_str());
    // Before the name is there, so that nobody else ever finds it open.
    if (const Address address(dataDirectory); ::fchmod(listener.get(), 0600) != 0 ||
                                              ::bind(listener.get(), address.get(), sizeof address.name) != 0 ||
                                              ::listen(listener.get(), waiting) != 0)
        return socketError(file);
    SALLYPORT_TRY(storage::giveToOwner(file));
    return std::unique_ptr<ChangeSocket>(
        new ChangeSocket(std::move(file), std::move(listener), std::move(stop), std::move(takeOver), std::move(onFault)));
}

ChangeSocket::ChangeSocket(std::filesystem::path file, Descriptor listener, Descriptor stop,
                           std::function<Result<void>()> takeOver, FaultListener onFault)
    : m_file(std::move(file)), m_listener(std::move(listener)), m_stop(std::move(stop)), m_takeOver(std::move(takeOver)),
      m_onFault(std::move(onFault)), m_thread([this] { run(); })
{
}

ChangeSocket::~ChangeSocket()
{
    const std::uint64_t one = 1;
    while (::write(m_stop.get(), &one, sizeof one) < 0 && errno == EINTR) {
    }
    m_thread.join();
    ::unlink(m_file.c_str());
}

void ChangeSocket::run()
{
    setThreadName("changes");
    pollfd watched[2] = {{m_listener.get(), POLLIN, 0}, {m_stop.get(), POLLIN, 0}};
    for (;;) {
        if (::poll(watched, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        if ((watched[1].revents & POLLIN) != 0)
            return;
        if ((watched[0].revents & POLLIN) != 0)
            answerOne();
    }
}

void ChangeSocket::answerOne()
{
    const Descriptor connection(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!connection.valid()) {
        // No descriptors left, say: whoever knocks goes on knocking, so not at once again.
        pollfd stop{m_stop.get(), POLLIN, 0};
        ::poll(&stop, 1, 100);
        return;
    }
    if (!isOurs(connection.get(), m_file))
        return;
    char answer = failed;
    contained(m_onFault, "changes", [&] { answer = m_takeOver() ? done : failed; });
    // One byte always fits; who went away needs none.
    static_cast<void>(::send(connection.get(), &answer, 1, MSG_NOSIGNAL));
}

TakenOver announceChange(const std::filesystem::path& dataDirectory, std::chrono::milliseconds patience)
{
    const Descriptor connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!connection.valid())
        return TakenOver::NobodyThere;
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(patience);
    const timeval limit{whole.count(), std::chrono::microseconds(patience - whole).count()};
    // The first is for a queue that is full.
    ::setsockopt(connection.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    ::setsockopt(connection.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    const Address address(dataDirectory);
    if (::connect(connection.get(), address.get(), sizeof address.name) != 0)
        return errno == EAGAIN ? TakenOver::NoAnswer : TakenOver::NobodyThere;
    char answer = 0;
    ssize_t length = -1;
    do {
        length = ::recv(connection.get(), &answer, 1, 0);
    } while (length < 0 && errno == EINTR);
    if (length == 0)
        return TakenOver::NobodyThere; // it ended meanwhile
    if (length < 0)
        return TakenOver::NoAnswer;
    return answer == done ? TakenOver::Yes : TakenOver::No;
}

} // namespace sallyport
