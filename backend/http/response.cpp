#include "backend/http/response.h"

#include "backend/http/characters.h"
#include "backend/http/request.h"

#include <algorithm>

namespace sallyport::http {

bool Response::addHeader(std::string_view name, std::string_view value)
{
    if (name.empty() || !std::ranges::all_of(name, isTokenChar) || !areValueChars(value))
        return false;
    if (m_headerBlock.empty())
        m_headerBlock.reserve(256); // most answers have a handful of fields: one block, not one a field
    m_headerBlock.append(name).append(": ").append(value).append("\r\n");
    return true;
}

std::optional<std::string_view> Response::header(std::string_view name) const noexcept
{
    std::string_view rest = m_headerBlock;
    while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n");
        const std::size_t colon = rest.find(": ");
        if (equalsIgnoreCase(rest.substr(0, colon), name))
            return rest.substr(colon + 2, end - colon - 2);
        rest.remove_prefix(end + 2);
    }
    return std::nullopt;
}

std::string_view reasonPhrase(int status) noexcept
{
    switch (status) {
    case 100: return "Continue";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 423: return "Locked";
    case 425: return "Too Early";
    case 426: return "Upgrade Required";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return {};
    }
}

} // namespace sallyport::http
