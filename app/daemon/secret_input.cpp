#include "app/daemon/secret_input.h"

#include "app/daemon/command.h"
#include "backend/base/descriptor.h"
#include "backend/base/secret_text.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace sallyport::daemon {
namespace {

constexpr std::size_t secretBytes = 4096;

/// Byte by byte, so that nothing after the line end is taken from whoever shares standard input.
Result<SecretBytes> readLine(int descriptor)
{
    std::string line;
    line.reserve(secretBytes + 1);
    char c = 0;
    ssize_t got = 0;
    while (line.size() <= secretBytes) {
        got = ::read(descriptor, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got != 1 || c == '\n')
            break;
        line += c;
    }
    const int failure = got < 0 ? errno : 0;
    const bool tooLong = line.size() > secretBytes;
    Result<SecretBytes> secret = failure != 0 || tooLong ? Result<SecretBytes>(SecretBytes()) : secretOfLine(line);
    wipe(line);
    if (failure != 0)
        return makeError(ErrorCode::NotFound, std::string("a secret cannot be read: ") + std::strerror(failure));
    if (tooLong)
        return makeError(ErrorCode::InvalidArgument, "a secret is longer than 4,096 bytes");
    return secret;
}

Result<SecretBytes> askTerminal(std::string_view prompt)
{
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    termios before{};
    if (!terminal.valid() || tcgetattr(terminal.get(), &before) != 0)
        return makeError(ErrorCode::InvalidArgument, "there is no terminal to ask at; --help tells the option for a file");
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(terminal.get(), TCSAFLUSH, &silent);
    dprintf(terminal.get(), "%.*s: ", static_cast<int>(prompt.size()), prompt.data());
    auto secret = readLine(terminal.get());
    tcsetattr(terminal.get(), TCSAFLUSH, &before);
    dprintf(terminal.get(), "\n");
    return secret;
}

} // namespace

Result<SecretBytes> readSecretFile(const std::string& file)
{
    if (file == "-")
        return readLine(STDIN_FILENO);
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!opened.valid())
        return makeError(ErrorCode::NotFound, "cannot read " + file + ": " + std::strerror(errno));
    auto secret = readLine(opened.get());
    if (!secret)
        return makeError(secret.error().code, file + ": " + secret.error().detail);
    return secret;
}

Result<SecretBytes> readSecret(const Arguments& arguments, std::string_view option, std::string_view prompt)
{
    if (const auto file = arguments.value(option))
        return readSecretFile(*file);
    if (isatty(STDIN_FILENO) == 0)
        return usageError("--" + std::string(option) + " is missing, and there is no terminal to ask at");
    auto secret = askTerminal(prompt);
    if (!secret)
        return makeError(secret.error().code, std::string(prompt) + ": " + secret.error().detail);
    return secret;
}

} // namespace sallyport::daemon
