#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "backend/audit/tree/merkle_line.h"

namespace sallyport::daemon {
namespace merkle_command {
namespace {

bool print(Output& output, const std::optional<std::string>& answer)
{
    return !answer || output.raw(*answer + '\n');
}

Result<void> merkle(const Arguments&, const Platform&, Output& output)
{
    InputFile input;
    audit::MerkleLines lines;
    std::string waiting;
    for (;;) {
        SALLYPORT_ASSIGN(const std::string piece, input.next());
        const std::size_t looked = waiting.size();
        waiting += piece;
        std::size_t begin = 0;
        for (std::size_t end = waiting.find('\n', looked); end != waiting.npos; begin = end + 1, end = waiting.find('\n', begin))
            if (!print(output, lines.answer(std::string_view(waiting).substr(begin, end - begin))))
                return output.flush();
        waiting.erase(0, begin);
        if (waiting.size() > audit::merkleLineLimit)
            return makeError(ErrorCode::PayloadTooLarge,
                             "a line has " + std::to_string(audit::merkleLineLimit) + " bytes at most");
        if (piece.empty())
            break;
        SALLYPORT_TRY(output.flush());
    }
    if (waiting.empty() || print(output, lines.answer(waiting)))
        print(output, lines.end());
    return {};
}

} // namespace
} // namespace merkle_command

std::vector<Command> merkleCommands()
{
    using namespace merkle_command;
    return {{"merkle",
             Operands::none(),
             "Roots and proofs of RFC 9162 for leaves read from standard input, a line of JSON each; needs no vault",
             {},
             merkle}};
}

} // namespace sallyport::daemon
