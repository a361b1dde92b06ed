#include "backend/api/stages/schema_validation.h"

#include "backend/api/header_rules.h"
#include "backend/api/query_rules.h"
#include "backend/api/query_text.h"
#include "backend/api/schema.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <boost/json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sallyport::api {
namespace {

/// The media type, perhaps with `charset=utf-8`; nothing else. No page can send application/json without preflight; forms
/// it can, but not with the credential that every route with a form asks for.
bool isMedia(std::string_view contentType, std::string_view media)
{
    const std::size_t semicolon = contentType.find(';');
    if (!http::equalsIgnoreCase(trimAscii(contentType.substr(0, semicolon)), media))
        return false;
    if (semicolon == std::string_view::npos)
        return true;
    const std::string parameter = toLowerAscii(trimAscii(contentType.substr(semicolon + 1)));
    return parameter == "charset=utf-8" || parameter == "charset=\"utf-8\"";
}

/// What is wrong in two places, as one answer. What says nothing of fields (a body of another type, say) is no part of it.
Error both(std::optional<Error> first, Error second)
{
    if (!first)
        return second;
    if (second.fields.empty())
        return std::move(*first);
    Error error(ErrorCode::ValidationFailed, "The request does not match the schema of this route");
    error.fields = std::move(first->fields);
    error.fields.insert(error.fields.end(), std::make_move_iterator(second.fields.begin()),
                        std::make_move_iterator(second.fields.end()));
    return error;
}

/// An object of texts. A name twice is an error (RFC 6749 §3.1), like in our JSON.
Result<boost::json::value> parseForm(std::string_view body)
{
    constexpr std::size_t maximumMembers = 32;
    boost::json::object members;
    std::optional<Error> bad;
    forEachPair(body, [&](std::string_view name, std::string_view value) {
        const auto key = decodeQueryPart(name);
        const auto text = decodeQueryPart(value);
        if (!key || !text || !codePointCount(*key) || !codePointCount(*text))
            bad = makeError(ErrorCode::InvalidArgument, "The form is badly encoded");
        else if (members.contains(*key))
            bad = makeError(ErrorCode::InvalidArgument, "A name stands twice in the form");
        else if (members.size() == maximumMembers)
            bad = makeError(ErrorCode::InvalidArgument, "The form has too many members");
        else
            members.emplace(*key, *text);
        return !bad;
    });
    if (bad)
        return std::move(*bad);
    return boost::json::value(std::move(members));
}

std::string routeText(const Route& route)
{
    return std::string(http::methodName(route.method)).append(" ").append(route.pattern);
}

/// By the setting; asked only of what would be refused.
bool isObserved(const Call& call)
{
    const auto values = call.services().settings.values();
    return !values->validationObserve.empty() &&
           std::ranges::find(values->validationObserve, routeText(call.route())) != values->validationObserve.end();
}

} // namespace

std::string_view SchemaStage::eventKind(const Error&) const noexcept
{
    return audit::kind::validationFailed;
}

std::optional<Error> SchemaStage::check(Call& call) const
{
    LeftOut nothing;
    std::optional<Error> refusal = checkAll(call, nothing);
    if (!refusal || refusal->fields.empty() || !isObserved(call))
        return refusal;
    LeftOut leftOut;
    leftOut.allowed = true;
    std::optional<Error> left = checkAll(call, leftOut);
    if (!left)
        note(call, leftOut);
    return left ? std::move(refusal) : std::nullopt; // who sends two mistakes hears of both
}

std::optional<Error> SchemaStage::checkAll(Call& call, LeftOut& leftOut) const
{
    // All of it is looked at before anything is answered: who sends two mistakes hears of both.
    std::optional<Error> refusal;
    if (auto values = m_queries.read(call.route(), call.request.query, leftOut.allowed ? &leftOut.parameters : nullptr)) {
        call.queryValues = std::move(*values);
        call.queryRead = true;
    } else {
        refusal = std::move(values).error();
    }
    if (std::vector<FieldError> mistakes = headerMistakes(call.route(), call.request); !mistakes.empty()) {
        Error error(ErrorCode::ValidationFailed, "A header field is not acceptable");
        error.fields = std::move(mistakes);
        refusal = both(std::move(refusal), std::move(error));
    }
    if (std::optional<Error> error = checkBody(call, leftOut))
        refusal = both(std::move(refusal), std::move(*error));
    return refusal;
}

void SchemaStage::note(const Call& call, const LeftOut& leftOut) const
{
    const std::string route = routeText(call.route());
    std::int64_t more = 0;
    {
        const auto now = call.begun;
        const std::lock_guard lock(m_mutex);
        const auto [known, fresh] = m_noted.try_emplace(route, Noted{now, 0});
        if (!fresh && now - known->second.at < std::chrono::minutes(1)) {
            ++known->second.more;
            return;
        }
        more = std::exchange(known->second, Noted{now, 0}).more;
    }
    const auto joined = [](const std::vector<std::string>& names) {
        std::string text;
        for (const std::string& name : names)
            text.append(text.empty() ? "" : ", ").append(name.empty() ? "-" : name);
        return text;
    };
    audit::Event event = access::eventBy(call.actor(), audit::kind::validationObserved);
    event.requestId = call.id.text();
    event.address = call.client.text();
    event.method = call.request.methodText;
    event.path = call.request.path;
    event.object = {"route", route, route};
    audit::Details details;
    if (!leftOut.parameters.empty())
        details.text("parameters", joined(leftOut.parameters));
    if (!leftOut.members.empty())
        details.text("members", joined(leftOut.members));
    if (more > 0)
        details.number("more", more);
    event.detailsJson = details.json();
    call.api.journal.recordLater(std::move(event));
}

std::optional<Error> SchemaStage::checkBody(Call& call, LeftOut& leftOut) const
{
    const Route& route = call.route();
    if (route.body == Body::None || (route.body == Body::OptionalJson && call.request.body.empty()))
        return std::nullopt;
    if (call.request.headerCount("Content-Encoding") > 0)
        return makeError(ErrorCode::UnsupportedMediaType, "Compressed bodies are not accepted");
    if (route.body == Body::Multipart)
        return std::nullopt; // it is still to come; its handler reads the type with the boundary
    const std::string_view media = mediaOf(route.body);
    if (call.request.headerCount("Content-Type") != 1 || !isMedia(*call.request.header("Content-Type"), media))
        return makeError(ErrorCode::UnsupportedMediaType, "The body must be " + std::string(media));
    if (route.body == Body::Csv) {
        if (codePointCount(call.request.body))
            return std::nullopt;
        Error error(ErrorCode::ValidationFailed, "The file is not UTF-8");
        error.word = "malformed_csv";
        error.fields.push_back({"", "Is not UTF-8.", "encoding"});
        return error;
    }
    const bool isForm = route.body == Body::Form;
    auto document = isForm ? parseForm(call.request.body) : parseStrictJson(call.request.body, *route.bodyLimit);
    if (!document) {
        Error error(ErrorCode::ValidationFailed, document.error().detail);
        error.word = isForm ? "malformed_form" : "malformed_json";
        error.fields.push_back({"", document.error().detail, isForm ? "form" : "json"});
        return error;
    }
    if (leftOut.allowed)
        leftOut.members = m_schemas.removeUnknown(route.schema, *document);
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
    if (!call.queryRead)
        return "parameters after ? that this route does not take";
    if (call.route().body == Body::None)
        return "no body";
    if (call.route().body == Body::Csv)
        return "a CSV file";
    if (call.route().body == Body::Multipart)
        return "a form with a file, still to come";
    return call.bodyJson ? "matches " + std::string(call.route().schema) : "does not match " + std::string(call.route().schema);
}

Fact SchemaStage::fact(const Call& call) const
{
    if (!call.queryRead)
        return {"query_differs", {}};
    if (call.route().body == Body::None || call.route().body == Body::Csv || call.route().body == Body::Multipart)
        return {"no_body", {}};
    return {call.bodyJson ? "schema_matches" : "schema_differs", {std::string(call.route().schema)}};
}

} // namespace sallyport::api
