#include "app/daemon/policy_evaluate.h"

#include "backend/access/cel/evaluate_line.h"

#include <unistd.h>

#include <cerrno>
#include <string>

namespace sallyport::daemon {
namespace policy_evaluate_command {
namespace {

/// The next piece of standard input; empty at its end.
Result<std::string> nextPiece()
{
    std::string piece(64 * 1024, '\0');
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return makeError(ErrorCode::Unavailable, "standard input cannot be read");
        piece.resize(static_cast<std::size_t>(got));
        return piece;
    }
}

bool answer(Output& output, std::string_view line)
{
    return output.raw(access::cel::evaluateLine(line) + '\n');
}

} // namespace
} // namespace policy_evaluate_command

Result<void> evaluatePolicies(const Arguments&, const Platform&, Output& output)
{
    using namespace policy_evaluate_command;
    std::string waiting;
    for (;;) {
        SALLYPORT_ASSIGN(const std::string piece, nextPiece());
        waiting += piece;
        std::size_t begin = 0;
        for (std::size_t end = waiting.find('\n'); end != waiting.npos; begin = end + 1, end = waiting.find('\n', begin))
            if (!answer(output, std::string_view(waiting).substr(begin, end - begin)))
                return output.flush();
        waiting.erase(0, begin);
        if (waiting.size() > access::cel::maximumLine) // what is longer is answered as such, and not kept
            waiting.resize(access::cel::maximumLine + 1);
        if (piece.empty())
            break;
        SALLYPORT_TRY(output.flush());
    }
    if (!waiting.empty())
        answer(output, waiting);
    return {};
}

} // namespace sallyport::daemon
