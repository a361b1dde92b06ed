#include "app/daemon/secret_input.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace sallyport::daemon {
namespace {

constexpr std::size_t secretBytes = 4096;

class Descriptor {
public:
    explicit Descriptor(int number, bool owned) : m_number(number), m_owned(owned) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_owned && m_number >= 0)
            close(m_number);
    }
    int number() const { return m_number; }

private:
    const int m_number;
    const bool m_owned;
};

/// Byte by byte, so that nothing after the line end is taken from whoever shares standard input.
Result<SecretBytes> readLine(int descriptor)
{
    std::string line;
    line.reserve(secretBytes + 1);
    char c = 0;
    bool tooLong = false;
    for (ssize_t got = 0; (got = read(descriptor, &c, 1)) == 1 && c != '\n';) {
        tooLong = line.size() >= secretBytes;
        if (tooLong)
            break;
        line += c;
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    SecretBytes secret = SecretBytes::fromText(line);
    wipe(line);
    if (tooLong)
        return makeError(ErrorCode::InvalidArgument, "a secret is longer than 4,096 bytes");
    if (secret.empty())
        return makeError(ErrorCode::InvalidArgument, "a secret is empty");
    return secret;
}

Result<SecretBytes> askTerminal(std::string_view prompt)
{
    const Descriptor terminal(open("/dev/tty", O_RDWR | O_CLOEXEC), true);
    termios before{};
    if (terminal.number() < 0 || tcgetattr(terminal.number(), &before) != 0)
        return makeError(ErrorCode::InvalidArgument, "there is no terminal to ask at");
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(terminal.number(), TCSAFLUSH, &silent);
    dprintf(terminal.number(), "%.*s: ", static_cast<int>(prompt.size()), prompt.data());
    auto secret = readLine(terminal.number());
    tcsetattr(terminal.number(), TCSAFLUSH, &before);
    dprintf(terminal.number(), "\n");
    return secret;
}

} // namespace

Result<SecretBytes> readSecretFile(const std::string& file)
{
    if (file == "-")
        return readLine(STDIN_FILENO);
    const Descriptor opened(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY), true);
    if (opened.number() < 0)
        return makeError(ErrorCode::NotFound, "cannot read " + file);
    auto secret = readLine(opened.number());
    if (!secret)
        return makeError(secret.error().code, file + ": " + secret.error().detail);
    return secret;
}

Result<SecretBytes> readSecret(const Arguments& arguments, std::string_view option, std::string_view prompt)
{
    if (const auto file = arguments.value(option))
        return readSecretFile(*file);
    if (isatty(STDIN_FILENO) == 0)
        return makeError(ErrorCode::InvalidArgument, "--" + std::string(option) + " is missing");
    return askTerminal(prompt);
}

} // namespace sallyport::daemon
