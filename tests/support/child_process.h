#pragma once

#include "backend/base/error.h"

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sallyport::test {

/// What a child process answers with instead of an error code when all went well.
inline constexpr int childSucceeded = 250;

/// Runs `work` in a forked child and gives back what it returned (0..250), so that it can lower its rights or limits.
inline int inChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// In a child only: permission bits mean nothing to root, so become nobody.
inline void dropRoot()
{
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && (::setresgid(nobody, nobody, nobody) != 0 || ::setresuid(nobody, nobody, nobody) != 0))
        ::_exit(251);
}

/// In a child only: files cannot grow beyond this, which looks like a full disk (EFBIG instead of ENOSPC).
inline void limitFileSize(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        ::_exit(251);
}

template <typename T>
int exitCodeOf(const T& result)
{
    return result ? childSucceeded : static_cast<int>(result.error().code);
}

} // namespace sallyport::test
