#pragma once

#include "backend/api/answer.h"
#include "backend/http/request.h"
#include "backend/settings/settings.h"

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::api {

/// What browsers are told beside an answer: the security fields as they are set (`headers.*`), and which other pages may read it
/// (`cors.*`). Put together once for each change of the settings; any thread.
class AnswerFields {
public:
    explicit AnswerFields(settings::Settings& settings);

    /// Gives an answer the fields that are set now, in place of the product's own.
    void dress(http::Response& response) const;
    /// Tells a page of another origin that it may read the answer, if its origin is allowed. That the answer depends on the
    /// origin (Vary) is told whenever any is.
    void admit(http::Response& response, const http::Request& request) const;
    /// The answer to a browser's question whether a page may send a request; nothing if the request is none, or if no origin at
    /// all is allowed. Which resource it is about makes no difference, and who is not allowed is told nothing.
    std::optional<http::Response> preflight(const http::Request& request) const;

    /// The fields of an answer of a kind as they are now, in their order.
    std::vector<std::pair<std::string, std::string>> fieldsOf(Media media) const;

private:
    struct Set;
    static std::shared_ptr<const Set> setOf(const settings::Values& values);

    std::atomic<std::shared_ptr<const Set>> m_set;
    settings::Settings::Subscription m_onChange;
};

/// Fields of ours that a page of another origin may read (Fetch Standard, CORS-safelisted response-header names are few): all
/// that a client acts by. Without the tag a page could send no `If-Match`, and the limits have two kinds of names.
inline constexpr std::string_view exposedFields =
    "Accept-Ranges, Content-Disposition, Content-Range, ETag, Location, RateLimit, RateLimit-Policy, Retry-After, "
    "X-Audit-Integrity, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id";

} // namespace sallyport::api
