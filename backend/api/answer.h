#pragma once

#include "backend/http/response.h"

#include <boost/json/fwd.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
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
    File,
    Metrics,
    Count_
};

/// What Content-Type says of it, without parameters; empty for None, `*/*` for File.
std::string_view mediaType(Media media) noexcept;
/// It is JSON of some kind, described by a schema.
bool isJson(Media media) noexcept;

/// What may be set of the fields that all answers carry. As it is made: the product's own.
struct SecurityFields {
    std::string contentSecurityPolicy; ///< empty: one that allows nothing
    std::chrono::seconds hstsMaxAge{31'536'000};
    bool hstsSubdomains = true;
    bool operator==(const SecurityFields&) const = default;
};
/// The fields of every kind of answer, as lines.
using HeaderBlocks = std::array<std::shared_ptr<const std::string>, static_cast<std::size_t>(Media::Count_)>;
HeaderBlocks headerBlocks(const SecurityFields& fields);
/// Of an answer that was made here, over TLS; nothing of others.
std::optional<Media> mediaOf(const http::Response& response) noexcept;

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
