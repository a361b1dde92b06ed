#include "backend/api/stages/detection.h"

#include "backend/api/inspect_call.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/inspection/request_parts.h"

namespace sallyport::api {
namespace {

using protection::RequestHeader;
using protection::RequestText;
using protection::detection::Part;

RequestText textOf(const Call& call, std::span<const RequestHeader> headers)
{
    return {call.request.path, call.request.query, headers, call.request.header("Content-Type").value_or(std::string_view()),
            call.request.body};
}

bool hasLongBody(const Call& call)
{
    return call.request.body.size() > DetectionStage::loopBytes;
}

} // namespace

std::string_view DetectionStage::eventKind(const Error&) const noexcept
{
    return audit::kind::detectionBlocked;
}

std::optional<Error> DetectionStage::check(Call& call) const
{
    std::vector<RequestHeader> headers;
    headers.reserve(call.request.headers().size());
    for (const http::HeaderField& field : call.request.headers())
        headers.push_back({field.name, field.value});
    RequestText text = textOf(call, headers);
    if (hasLongBody(call))
        text.body = {}; // comes later
    return inspectParts(call, partsOf(text));
}

std::string DetectionStage::saw(const Call&) const
{
    return "nothing that looks like an attack";
}

Fact DetectionStage::fact(const Call& call) const
{
    if (call.hit)
        return {"attack", {call.hit->rule, std::to_string(call.hit->score), std::to_string(call.hit->threshold)}};
    return {"no_attack", {}};
}

std::optional<Error> LongBodyStage::check(Call& call) const
{
    if (!hasLongBody(call))
        return std::nullopt;
    std::vector<Part> parts;
    addBodyPart(textOf(call, {}), parts);
    return inspectParts(call, parts);
}

std::string LongBodyStage::saw(const Call& call) const
{
    return hasLongBody(call) ? "nothing that looks like an attack" : "no long body";
}

Fact LongBodyStage::fact(const Call& call) const
{
    return hasLongBody(call) || call.hit ? DetectionStage::fact(call) : Fact{"no_long_body", {}};
}

} // namespace sallyport::api
