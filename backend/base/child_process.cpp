#include "backend/base/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sallyport {

namespace {

/// posix_spawn's two lists.
struct Spawn {
    Spawn()
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
    }
    ~Spawn()
    {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    Spawn(const Spawn&) = delete;
    Spawn& operator=(const Spawn&) = delete;

    /// `from`, or the file, or nothing, as the child's `to`.
    int stream(int from, const char* file, int flags, int to)
    {
        if (from >= 0)
            return ::posix_spawn_file_actions_adddup2(&actions, from, to);
        return ::posix_spawn_file_actions_addopen(&actions, to, file, flags, 0);
    }

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

/// As the system's calls take a list of words.
std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> list;
    for (std::string& word : words)
        list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

/// The number of what went wrong, or 0.
int prepare(Spawn& spawn, const ChildSetup& setup)
{
    // Ends of pipes and socket pairs are never 0..2 of a running program, so that none is overwritten before it is used.
    const int input = setup.inputFile.empty() ? setup.input : -1;
    const char* const inputFile = setup.inputFile.empty() ? "/dev/null" : setup.inputFile.c_str();
    if (const int error = spawn.stream(input, inputFile, O_RDONLY, STDIN_FILENO); error != 0)
        return error;
    if (const int error = spawn.stream(setup.output, "/dev/null", O_WRONLY, STDOUT_FILENO); error != 0)
        return error;
    if (const int error = spawn.stream(setup.complaints, "/dev/null", O_WRONLY, STDERR_FILENO); error != 0)
        return error;
    if (const int error = ::posix_spawn_file_actions_addclosefrom_np(&spawn.actions, STDERR_FILENO + 1); error != 0)
        return error;
    if (!setup.folder.empty())
        if (const int error = ::posix_spawn_file_actions_addchdir_np(&spawn.actions, setup.folder.c_str()); error != 0)
            return error;
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    ::posix_spawnattr_setsigmask(&spawn.attributes, &none);
    ::posix_spawnattr_setsigdefault(&spawn.attributes, &all);
    if (setup.ownGroup) {
        ::posix_spawnattr_setpgroup(&spawn.attributes, 0);
        flags |= POSIX_SPAWN_SETPGROUP;
    }
    return ::posix_spawnattr_setflags(&spawn.attributes, static_cast<short>(flags));
}

} // namespace

bool ChildEnd::succeeded() const noexcept
{
    return WIFEXITED(m_status) && WEXITSTATUS(m_status) == 0;
}

std::string ChildEnd::text() const
{
    return WIFSIGNALED(m_status) ? "was ended by signal " + std::to_string(WTERMSIG(m_status))
                                 : "failed with code " + std::to_string(WEXITSTATUS(m_status));
}

Result<ChildProcess> ChildProcess::start(const ChildSetup& setup)
{
    std::vector<std::string> words{setup.program};
    words.insert(words.end(), setup.arguments.begin(), setup.arguments.end());
    std::vector<std::string> variables = setup.environment;
    const std::vector<char*> arguments = pointers(words), environment = pointers(variables);
    Spawn spawn;
    pid_t process = -1;
    int error = prepare(spawn, setup);
    if (error == 0)
        error = ::posix_spawn(&process, setup.program.c_str(), &spawn.actions, &spawn.attributes, arguments.data(),
                              environment.data());
    if (error != 0)
        return makeError(ErrorCode::Unavailable, std::strerror(error));
    return ChildProcess(process);
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    std::swap(m_process, other.m_process);
    return *this;
}

ChildProcess::~ChildProcess()
{
    if (m_process <= 0)
        return;
    kill();
    wait();
}

void ChildProcess::kill() noexcept
{
    if (m_process > 0)
        ::kill(m_process, SIGKILL);
}

ChildEnd ChildProcess::wait() noexcept
{
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    m_process = -1;
    return ChildEnd(status);
}

} // namespace sallyport
