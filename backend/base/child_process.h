#pragma once

#include "backend/base/result.h"

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

namespace sallyport {

/// What another program is started with. Nothing is inherited but what stands here: no shell, no environment, no open
/// files, no blocked or ignored signals.
struct ChildSetup {
    std::string program;                  ///< an absolute path
    std::vector<std::string> arguments;   ///< behind the program's own name
    std::vector<std::string> environment; ///< `NAME=value`
    /// Descriptors; ours stay open and close on exec. Without one, /dev/null.
    int input = -1, output = -1, complaints = -1;
    std::string inputFile; ///< read from this file instead of `input`
    std::string folder;    ///< where it runs; empty: where we do
    /// A group of its own: Ctrl+C in our terminal reaches us and not it.
    bool ownGroup = false;
};

/// How a program ended.
class ChildEnd {
public:
    explicit ChildEnd(int status) noexcept : m_status(status) {}

    /// It ended by itself, with 0.
    bool succeeded() const noexcept;
    /// `failed with code 3`, `was ended by signal 9`.
    std::string text() const;

private:
    int m_status; ///< as waitpid(2) gives it
};

/// A program that we started. It is killed and reaped when this object goes before `wait`. Not thread-safe.
class ChildProcess {
public:
    /// Unavailable, with what the system says, if the program can't be started.
    static Result<ChildProcess> start(const ChildSetup& setup);

    ChildProcess(ChildProcess&& other) noexcept : m_process(std::exchange(other.m_process, -1)) {}
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    pid_t id() const noexcept { return m_process; }
    void kill() noexcept;
    /// Blocks until it has ended. Once.
    ChildEnd wait() noexcept;

private:
    explicit ChildProcess(pid_t process) noexcept : m_process(process) {}

    pid_t m_process = -1;
};

} // namespace sallyport
