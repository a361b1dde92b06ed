#include "backend/http/serializer.h"

#include <array>
#include <charconv>
#include <system_error>

namespace sallyport::http {
namespace {

void appendNumber(std::uint64_t value, int base, std::string& out)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
    out.append(digits.data(), end);
}

/// RFC 9110 §8.6, §15.3.5, §15.4.5.
bool mayHaveBody(int status) noexcept
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

void serialize(Response& response, const Envelope& envelope, const std::string& date, std::string& out)
{
    const std::string_view body = response.body();
    out.append("HTTP/1.1 ");
    appendNumber(static_cast<std::uint64_t>(response.status()), 10, out);
    out.append(" ").append(reasonPhrase(response.status()));
    out.append("\r\nDate: ").append(date).append("\r\n");
    if (response.commonHeaders())
        out.append(*response.commonHeaders());
    out.append(response.headerBlock());
    const bool hasBody = mayHaveBody(response.status());
    if (response.streams()) {
        if (!envelope.http10)
            out.append("Transfer-Encoding: chunked\r\n");
    } else if (hasBody) {
        out.append("Content-Length: ");
        appendNumber(body.size(), 10, out);
        out.append("\r\n");
    }
    if (envelope.close)
        out.append("Connection: close\r\n");
    out.append("\r\n");
    if (hasBody && !envelope.head && !response.streams())
        out.append(body);
}

void appendChunk(std::string_view bytes, std::string& out)
{
    appendNumber(bytes.size(), 16, out);
    out.append("\r\n").append(bytes).append("\r\n");
}

} // namespace sallyport::http
