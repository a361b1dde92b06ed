#include "backend/access/cel/problem.h"

namespace sallyport::access::cel {

Position positionOf(std::string_view source, std::uint32_t offset) noexcept
{
    Position position;
    for (const char c : source.substr(0, offset)) {
        if (c == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
            ++position.column;
        }
    }
    return position;
}

std::string Problem::text() const
{
    std::string text = "line " + std::to_string(position.line) + ", column " + std::to_string(position.column) + ": " + message;
    if (!suggestion.empty())
        text += " (did you mean '" + suggestion + "'?)";
    return text;
}

} // namespace sallyport::access::cel
