#include "backend/api/stages/schema_validation.h"

#include "backend/api/schema.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <boost/json.hpp>

namespace sallyport::api {
namespace {

/// `application/json`, perhaps with `charset=utf-8`; nothing else, so no page can send it without preflight.
bool isJsonMedia(std::string_view contentType)
{
    const std::size_t semicolon = contentType.find(';');
    if (!http::equalsIgnoreCase(trimAscii(contentType.substr(0, semicolon)), "application/json"))
        return false;
    if (semicolon == std::string_view::npos)
        return true;
    const std::string parameter = toLowerAscii(trimAscii(contentType.substr(semicolon + 1)));
    return parameter == "charset=utf-8" || parameter == "charset=\"utf-8\"";
}

} // namespace

std::string_view SchemaStage::eventKind(const Error&) const noexcept
{
    return audit::kind::ValidationFailed;
}

std::optional<Error> SchemaStage::check(Call& call) const
{
    const Route& route = call.route();
    if (route.body == Body::None || (route.body == Body::OptionalJson && call.request.body.empty()))
        return std::nullopt;
    if (call.request.headerCount("Content-Encoding") > 0)
        return makeError(ErrorCode::UnsupportedMediaType, "Compressed bodies are not accepted");
    if (call.request.headerCount("Content-Type") != 1 || !isJsonMedia(*call.request.header("Content-Type")))
        return makeError(ErrorCode::UnsupportedMediaType, "The body must be application/json");
    auto document = parseStrictJson(call.request.body, *route.bodyLimit);
    if (!document) {
        Error error(ErrorCode::ValidationFailed, document.error().detail);
        error.word = "malformed_json";
        error.fields.push_back({"", document.error().detail, "json"});
        return error;
    }
    std::vector<FieldError> mistakes = m_schemas.validate(route.schema, *document);
    if (!mistakes.empty()) {
        Error error(ErrorCode::ValidationFailed, "The body does not match the schema of this route");
        error.fields = std::move(mistakes);
        return error;
    }
    call.bodyJson = std::make_unique<boost::json::value>(std::move(*document));
    return std::nullopt;
}

std::string SchemaStage::saw(const Call& call) const
{
    if (call.route().body == Body::None)
        return "no body";
    return call.bodyJson ? "matches " + std::string(call.route().schema) : "does not match " + std::string(call.route().schema);
}

Fact SchemaStage::fact(const Call& call) const
{
    if (call.route().body == Body::None)
        return {"no_body", {}};
    return {call.bodyJson ? "schema_matches" : "schema_differs", {std::string(call.route().schema)}};
}

} // namespace sallyport::api
