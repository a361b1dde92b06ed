#include "backend/http/head_parser.h"

#include "backend/http/authority.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <limits>

namespace sallyport::http {
namespace {

namespace beast = boost::beast;

std::string_view view(beast::string_view text) noexcept
{
    return {text.data(), text.size()};
}

/// Beast's parser with views into the input instead of copies: the input outlives the request.
class ViewParser final : public beast::http::basic_parser<true> {
public:
    explicit ViewParser(RequestHead& head) : m_head(head) {}

private:
    using Verb = beast::http::verb;

    void on_request_impl(Verb, beast::string_view method, beast::string_view target, int, beast::error_code& ec) override
    {
        m_head.methodText = view(method);
        m_head.method = methodFromText(m_head.methodText);
        m_head.target = view(target);
        ec = {};
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value, beast::error_code& ec) override
    {
        m_head.fields.push_back({view(name), view(value)});
        ec = {};
    }
    void on_header_impl(beast::error_code& ec) override { ec = {}; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code& ec) override { ec = {}; }
    std::size_t on_body_impl(beast::string_view, beast::error_code&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, beast::error_code&) override { return 0; }
    void on_finish_impl(beast::error_code& ec) override { ec = {}; }

    RequestHead& m_head;
};

/// RFC 9112 §3.2: the path and query of origin-form and absolute-form. Returns the latter's authority.
std::string_view splitTarget(RequestHead& head)
{
    std::string_view rest = head.target;
    if (head.method == Method::Connect || rest == "*")
        return {};
    std::string_view authority;
    if (rest.front() != '/') {
        rest.remove_prefix(std::string_view("https://").size());
        const std::size_t start = rest.find_first_of("/?");
        authority = rest.substr(0, start);
        rest = start == std::string_view::npos ? std::string_view() : rest.substr(start);
    }
    const std::size_t mark = rest.find('?');
    head.path = rest.substr(0, mark);
    if (head.path.empty())
        head.path = "/";
    if (mark != std::string_view::npos)
        head.query = rest.substr(mark + 1);
    return authority;
}

} // namespace

std::string_view parseHead(std::string_view bytes, const Framing& framing, const HeadLimits& limits, RequestHead& head,
                           const IsOwnAuthority& isOwn)
{
    head.fields.reserve(16);
    ViewParser parser(head);
    parser.eager(false);
    parser.header_limit(static_cast<std::uint32_t>(limits.headBytes));
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    beast::error_code error;
    const std::size_t used = parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (error || used != bytes.size() || !parser.is_header_done())
        return "parser_refused";

    const auto length = parser.content_length();
    const bool sameLength = length.has_value() == framing.hasLength && (!length || *length == framing.contentLength);
    if (parser.chunked() != framing.chunked || !sameLength)
        return "parsers_disagree";
    head.http10 = framing.http10;
    head.chunked = framing.chunked;
    head.contentLength = framing.contentLength;
    head.keepAlive = !framing.http10 && parser.keep_alive();
    head.host = head.header("host").value_or(std::string_view());
    const std::string_view authority = splitTarget(head);
    if (authority.empty())
        return {};
    // RFC 9112 §3.2.2: the target counts and Host is passed over. But where the two differ a proxy on the way may have gone
    // by the other, so the target must be one that is served here.
    if (!head.host.empty() && !isSameAuthority(authority, head.host) && (!isOwn || !isOwn(authority)))
        return "host_differs_from_target";
    head.host = authority;
    return {};
}

} // namespace sallyport::http
