#pragma once

#include "backend/base/descriptor.h"
#include "backend/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace sallyport::daemon {

/// What somebody names on the command line to be read: a file, a pipe (`<(pass show vault)`), or standard input for `-`. A
/// directory, a device or a socket is refused, and a pipe that nobody writes into within two seconds.
class InputFile {
public:
    /// What is open already; standard input without one.
    explicit InputFile(Descriptor opened = Descriptor()) : m_file(std::move(opened)) {}
    /// NotFound, with why.
    static Result<InputFile> open(const std::string& name);
    /// How many bytes were read, 0 at the end. Blocks. Unavailable.
    Result<std::size_t> read(char* place, std::size_t size);
    /// The next piece, empty at the end. Unavailable.
    Result<std::string> next();

private:
    Result<void> waitForWriter(const std::string& name);

    Descriptor m_file; ///< none: standard input
    std::optional<char> m_first;
};

/// The whole of it: at most `limit` bytes. NotFound, Unavailable, LimitReached.
Result<std::string> readInput(const std::string& name, std::size_t limit);

} // namespace sallyport::daemon
