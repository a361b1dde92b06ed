#include "backend/outbound/client.h"

#include "backend/base/descriptor.h"
#include "backend/base/utf8.h"
#include "backend/outbound/connect.h"
#include "backend/outbound/resolver.h"
#include "backend/outbound/url.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sallyport::outbound {
namespace {

namespace bhttp = boost::beast::http;
using ResponseParser = bhttp::response_parser<bhttp::string_body>;

constexpr std::size_t readSize = 16 * 1024;
/// What chunk sizes, extensions and trailers may add to a body before it counts as endless.
constexpr std::size_t framingAllowance = 64 * 1024;

bool isFieldText(std::string_view text, bool name)
{
    return !(name && text.empty()) &&
           std::ranges::all_of(text, [&](char c) { return c >= (name ? '!' : ' ') && c < 0x7f && !(name && c == ':'); });
}

/// The head of the request; InvalidArgument for a field that would begin a line of its own.
Result<std::string> headOf(const Request& request, const Url& url)
{
    std::string head = request.method + " " + url.target + " HTTP/1.1\r\nHost: " + url.authority() +
                       "\r\nConnection: close\r\nAccept-Encoding: identity\r\nUser-Agent: Sallyport\r\n";
    if (!isFieldText(request.method, true))
        return outboundError(failure::badUrl, "Not a method.");
    for (const auto& [name, value] : request.headers) {
        if (!isFieldText(name, true) || !isFieldText(value, false))
            return outboundError(failure::badUrl, "A header field has characters that are not allowed.");
        head.append(name).append(": ").append(value).append("\r\n");
    }
    if (!request.contentType.empty()) {
        head.append("Content-Type: ").append(request.contentType).append("\r\nContent-Length: ");
        head.append(std::to_string(request.body.size())).append("\r\n");
    }
    return head.append("\r\n");
}

Error failed(const boost::beast::error_code& code)
{
    if (code == bhttp::error::header_limit || code == bhttp::error::body_limit)
        return outboundError(failure::tooLarge, "The answer is larger than is accepted.");
    return outboundError(failure::malformed, "The answer is not HTTP/1.1 or is incomplete.");
}

/// Nothing for a date, which few send, and for what is none.
std::optional<std::chrono::seconds> secondsOf(std::string_view text)
{
    constexpr std::uint32_t most = 3'600;
    std::uint32_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error == std::errc::invalid_argument || end != text.data() + text.size())
        return std::nullopt;
    return std::chrono::seconds(error == std::errc() ? std::min(seconds, most) : most);
}

class BlockingClient final : public Client {
public:
    explicit BlockingClient(Descriptor stop) : m_stop(std::move(stop)) {}

    void stop() override
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(m_stop.get(), &one, sizeof one); // a full counter says the same
    }

    Result<Response> send(const Request& request, const Policy& policy) override;

private:
    Result<Response> receive(Connection& connection, const Request& request, const Limits& limits, Deadline deadline);

    Descriptor m_stop;
};

Result<Response> BlockingClient::receive(Connection& connection, const Request& request, const Limits& limits, Deadline deadline)
{
    ResponseParser parser;
    parser.header_limit(
        static_cast<std::uint32_t>(std::min<std::size_t>(limits.headerBytes, std::numeric_limits<std::uint32_t>::max())));
    parser.body_limit(limits.bodyBytes);
    parser.eager(true);
    parser.skip(request.method == "HEAD");
    std::string waiting;
    std::array<char, readSize> part;
    std::size_t total = 0;
    while (!parser.is_done()) {
        SALLYPORT_ASSIGN(const std::size_t count, connection.read(part, deadline));
        boost::beast::error_code code;
        if (count == 0) {
            if (total > 0) // a parser that was given nothing must not be told that it ended
                parser.put_eof(code);
            if (total == 0 || code || !parser.is_done())
                return outboundError(failure::malformed, "The answer ended too early.");
            break;
        }
        total += count;
        if (total > limits.headerBytes + limits.bodyBytes + framingAllowance)
            return outboundError(failure::tooLarge, "The answer is larger than is accepted.");
        waiting.append(part.data(), count);
        std::size_t used = 0;
        while (used < waiting.size() && !parser.is_done()) {
            const std::size_t taken = parser.put(boost::asio::buffer(waiting.data() + used, waiting.size() - used), code);
            used += taken;
            if (code == bhttp::error::need_more || (!code && taken == 0))
                break;
            if (code)
                return failed(code);
        }
        waiting.erase(0, used);
    }
    Response response;
    response.status = static_cast<int>(parser.get().result_int());
    const auto type = parser.get()[bhttp::field::content_type];
    const std::string_view typeText(type.data(), type.size());
    response.mediaType = toLowerAscii(trimAscii(typeText.substr(0, typeText.find(';'))));
    const auto retry = parser.get()[bhttp::field::retry_after];
    response.retryAfter = secondsOf(std::string_view(retry.data(), retry.size()));
    response.body = std::move(parser.get().body());
    if (response.status < 200)
        return outboundError(failure::malformed, "The answer has no final status.");
    if (response.status >= 300 && response.status < 400)
        return outboundError(failure::redirected, "The other side points elsewhere; redirects are not followed.");
    return response;
}

Result<Response> BlockingClient::send(const Request& request, const Policy& policy)
{
    auto url = Url::parse(request.url);
    if (!url)
        return outboundError(failure::badUrl, url.error().detail);
    const Deadline start = std::chrono::steady_clock::now();
    const Deadline end = start + policy.limits.total;
    const Deadline connected = std::min(end, start + policy.limits.connect);
    SALLYPORT_ASSIGN(std::string head, headOf(request, *url));
    Connection connection(m_stop.get());
    SALLYPORT_ASSIGN(const IpAddress address, connectTo(connection, *url, policy, connected));
    if (url->tls)
        SALLYPORT_TRY(connection.startTls(*url, policy.caFile, connected));
    const auto sent = connection.write(asBytes(head), end);
    wipe(head); // may carry a secret in Authorization
    SALLYPORT_TRY(sent);
    SALLYPORT_TRY(connection.write(request.body.bytes(), end));
    SALLYPORT_ASSIGN(Response response, receive(connection, request, policy.limits, end));
    response.address = address;
    return response;
}

} // namespace

Result<std::unique_ptr<Client>> makeClient()
{
    Descriptor stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!stop.valid())
        return makeError(ErrorCode::Unavailable,
                         std::string("calls to identity providers can't be prepared: ") + std::strerror(errno));
    return std::unique_ptr<Client>(std::make_unique<BlockingClient>(std::move(stop)));
}

} // namespace sallyport::outbound
