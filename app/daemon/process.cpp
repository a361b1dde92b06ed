#include "app/daemon/process.h"

#include "backend/base/standard_descriptors.h"
#include "backend/storage/files.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <unistd.h>

#include <csignal>
#include <exception>
#include <string_view>

namespace sallyport::daemon {
namespace process_command {
namespace {

/// Out of memory, of threads or of descriptors where nothing could catch it: the journal of the database keeps what is
/// acknowledged.
[[noreturn]] void endWithALine() noexcept
{
    constexpr std::string_view line =
        "sallyportd: ended: memory, threads or open files have run out, or something is broken inside\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
    ::_exit(1);
}

} // namespace
} // namespace process_command

std::optional<std::string> tooSmallStack()
{
    constexpr rlim_t leastKiB = 1024;
    rlimit stack{};
    if (getrlimit(RLIMIT_STACK, &stack) != 0 || stack.rlim_cur / 1024 >= leastKiB)
        return std::nullopt;
    return "a stack of " + std::to_string(stack.rlim_cur / 1024) + " KiB is too small; it takes at least " +
           std::to_string(leastKiB) + " (ulimit -s)";
}

void closeTheShutters()
{
    using namespace process_command;
    takeStandardDescriptors();
    std::set_terminate(endWithALine);
    storage::restrictNewFiles();
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace sallyport::daemon
