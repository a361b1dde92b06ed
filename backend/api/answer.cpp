#include "backend/api/answer.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace sallyport::api {
namespace {

namespace json = boost::json;
using Block = std::shared_ptr<const std::string>;

/// For every answer of every status: nothing that a browser could render, embed, frame or keep.
constexpr std::string_view ownPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
                                       "object-src 'none'; sandbox";
constexpr std::string_view security = "X-Content-Type-Options: nosniff\r\n"
                                      "X-Frame-Options: DENY\r\n"
                                      "Referrer-Policy: no-referrer\r\n"
                                      "Cross-Origin-Resource-Policy: same-origin\r\n"
                                      "Cross-Origin-Opener-Policy: same-origin\r\n"
                                      "Permissions-Policy: interest-cohort=()\r\n";

/// Nothing may be kept but the public keys, which everybody who checks tokens asks for again and again.
constexpr std::string_view cacheControlOf(Media media)
{
    return media == Media::JwkSet ? "Cache-Control: public, max-age=300\r\n" : "Cache-Control: no-store\r\n";
}

constexpr std::array<std::string_view, static_cast<std::size_t>(Media::Count_)> types{
    "",
    "application/json",
    "application/problem+json",
    "application/jwk-set+json",
    "application/vnd.oai.openapi+json;version=3.1",
    "text/event-stream; charset=utf-8",
    "text/csv; charset=utf-8; header=present",
    "application/jsonl; charset=utf-8",
    "application/pdf",
    "text/html; charset=utf-8",
    "*/*",
    "text/plain; version=0.0.4; charset=utf-8",
};

Block makeBlock(Media media, bool overTls, const SecurityFields& fields)
{
    const std::string_view type = types[static_cast<std::size_t>(media)];
    std::string text;
    if (!type.empty() && media != Media::File)
        text.append("Content-Type: ").append(type).append("\r\n");
    if (overTls) { // RFC 6797 §7.2
        text.append("Strict-Transport-Security: max-age=").append(std::to_string(fields.hstsMaxAge.count()));
        text.append(fields.hstsSubdomains ? "; includeSubDomains\r\n" : "\r\n");
    }
    const std::string_view policy = fields.contentSecurityPolicy.empty() ? ownPolicy : fields.contentSecurityPolicy;
    text.append("Content-Security-Policy: ").append(policy).append("\r\n");
    text.append(security).append(cacheControlOf(media));
    return std::make_shared<const std::string>(std::move(text));
}

const HeaderBlocks& usualBlocks()
{
    static const HeaderBlocks blocks = headerBlocks({});
    return blocks;
}

} // namespace

std::string_view mediaType(Media media) noexcept
{
    const std::string_view whole = types[static_cast<std::size_t>(media)];
    return whole.substr(0, whole.find(';'));
}

bool isJson(Media media) noexcept
{
    return media == Media::Json || media == Media::Problem || media == Media::JwkSet || media == Media::OpenApi;
}

HeaderBlocks headerBlocks(const SecurityFields& fields)
{
    HeaderBlocks blocks;
    for (std::size_t i = 0; i < types.size(); ++i)
        blocks[i] = makeBlock(static_cast<Media>(i), true, fields);
    return blocks;
}

std::optional<Media> mediaOf(const http::Response& response) noexcept
{
    const HeaderBlocks& usual = usualBlocks();
    const auto found = std::ranges::find(usual, response.commonHeaders());
    if (response.commonHeaders() == nullptr || found == usual.end())
        return std::nullopt;
    return static_cast<Media>(found - usual.begin());
}

http::Response answer(int status, Media media, std::string body)
{
    http::Response response(status);
    response.setCommonHeaders(usualBlocks()[static_cast<std::size_t>(media)]);
    response.setBody(std::move(body));
    return response;
}

http::Response clearTextAnswer(int status, Media media, std::string body)
{
    http::Response response(status);
    response.setCommonHeaders(makeBlock(media, false, {}));
    response.setBody(std::move(body));
    return response;
}

http::Response dataAnswer(json::value data, int status)
{
    json::object document;
    document.emplace("data", std::move(data));
    return answer(status, Media::Json, json::serialize(document));
}

http::Response dataTextAnswer(std::string_view json)
{
    constexpr std::string_view before = R"({"data":)";
    std::string document;
    document.reserve(before.size() + json.size() + 1);
    document.append(before).append(json).append("}");
    return answer(200, Media::Json, std::move(document));
}

http::Response listAnswer(json::array items, std::string_view next, std::int64_t total, bool about)
{
    json::object page;
    if (next.empty())
        page.emplace("next", nullptr);
    else
        page.emplace("next", next);
    page.emplace("total", total);
    if (about)
        page.emplace("about", true);
    json::object document;
    document.emplace("data", std::move(items));
    document.emplace("page", std::move(page));
    return answer(200, Media::Json, json::serialize(document));
}

http::Response flatAnswer(const json::object& members, int status)
{
    json::object document = members;
    document.emplace("data", members);
    return answer(status, Media::Json, json::serialize(document));
}

http::Response noContent()
{
    return answer(204, Media::None);
}

} // namespace sallyport::api
