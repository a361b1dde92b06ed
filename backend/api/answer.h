#pragma once

#include "backend/http/response.h"

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::api {

/// What is in an answer's body. Each has its block of header fields, made once: Content-Type and the security fields. File: a
/// file that somebody uploaded, whose type its endpoint says.
enum class Media : std::uint8_t {
    None,
    Json,
    Problem,
    JwkSet,
    OpenApi,
    EventStream,
    Csv,
    JsonLines,
    Pdf,
    Html,
    Text,
    File,
    Count_
};

/// What Content-Type says of it, without parameters; empty for None, `*/*` for File.
std::string_view mediaType(Media media) noexcept;
/// It is JSON of some kind, described by a schema.
bool isJson(Media media) noexcept;

/// An answer with every field that all answers carry, except the request id.
http::Response answer(int status, Media media, std::string body = {});
/// The same in clear text: without Strict-Transport-Security, which only TLS may say (RFC 6797 §7.2).
http::Response clearTextAnswer(int status, Media media, std::string body);

/// `{"data": ...}`
http::Response dataAnswer(boost::json::value data, int status = 200);
/// The same of what is JSON text already.
http::Response dataTextAnswer(std::string_view json);
/// `{"data": [...], "page": {"next": cursor or null, "total": n}}`, with `"about": true` in the page if nobody has counted to
/// the end.
http::Response listAnswer(boost::json::array items, std::string_view next, std::int64_t total, bool about = false);
/// The members themselves, as OAuth and the guide want them, and once more under `data` for clients that read every
/// answer alike.
http::Response flatAnswer(const boost::json::object& members, int status = 200);
http::Response noContent();

} // namespace sallyport::api
