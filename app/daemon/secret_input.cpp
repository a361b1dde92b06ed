#include "app/daemon/secret_input.h"

#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "backend/base/descriptor.h"
#include "backend/base/secret_text.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace sallyport::daemon {
namespace secret_input_command {
namespace {

constexpr std::size_t secretBytes = 4096;

/// Byte by byte, so that nothing after the line end is taken from whoever shares standard input.
Result<SecretBytes> readLine(InputFile& input)
{
    std::string line;
    line.reserve(secretBytes + 1);
    char c = 0;
    Result<std::size_t> got = std::size_t{0};
    while (line.size() <= secretBytes) {
        got = input.read(&c, 1);
        if (!got || *got == 0 || c == '\n')
            break;
        line += c;
    }
    const bool tooLong = line.size() > secretBytes;
    Result<SecretBytes> secret = !got || tooLong ? Result<SecretBytes>(SecretBytes()) : secretOfLine(line);
    wipe(line);
    if (!got)
        return makeError(ErrorCode::NotFound, "a secret cannot be read: " + got.error().detail);
    if (tooLong)
        return makeError(ErrorCode::InvalidArgument, "a secret is longer than 4,096 bytes");
    return secret;
}

Result<SecretBytes> askTerminal(std::string_view prompt)
{
    Descriptor opened(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    const int terminal = opened.get();
    termios before{};
    if (!opened.valid() || tcgetattr(terminal, &before) != 0)
        return makeError(ErrorCode::InvalidArgument, "there is no terminal to ask at; --help tells the option for a file");
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(terminal, TCSAFLUSH, &silent);
    dprintf(terminal, "%.*s: ", static_cast<int>(prompt.size()), prompt.data());
    InputFile input(std::move(opened));
    auto secret = readLine(input);
    tcsetattr(terminal, TCSAFLUSH, &before);
    dprintf(terminal, "\n");
    return secret;
}

} // namespace
} // namespace secret_input_command

Result<SecretBytes> readSecretFile(const std::string& file)
{
    using namespace secret_input_command;
    SALLYPORT_ASSIGN(InputFile opened, InputFile::open(file));
    auto secret = readLine(opened);
    if (!secret && file != "-")
        return makeError(secret.error().code, file + ": " + secret.error().detail);
    return secret;
}

Result<SecretBytes> readSecret(const Arguments& arguments, std::string_view option, std::string_view prompt)
{
    using namespace secret_input_command;
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
