#include "backend/api/stages/preconditions.h"

#include "backend/base/utf8.h"

namespace sallyport::api {
namespace {

bool isChanging(http::Method method)
{
    return method == http::Method::Post || method == http::Method::Put || method == http::Method::Patch ||
           method == http::Method::Delete;
}

/// Whether such a field names the tag, or any.
bool names(const http::RequestHead& request, std::string_view field, std::string_view tag, bool strongly)
{
    for (const http::HeaderField& one : request.headers())
        if (http::equalsIgnoreCase(one.name, field) && (trimAscii(one.value) == "*" || namesTag(one.value, tag, strongly)))
            return true;
    return false;
}

} // namespace

bool namesTag(std::string_view list, std::string_view tag, bool strongly)
{
    while (!list.empty()) {
        const bool weak = list.starts_with("W/\"");
        const std::size_t open = weak ? 2 : 0;
        if (list[open] != '"') { // a comma, a blank, or what is no tag
            list.remove_prefix(1);
            continue;
        }
        const std::size_t close = list.find('"', open + 1);
        if (close == std::string_view::npos)
            return false;
        if (list.substr(open, close + 1 - open) == tag && !(weak && strongly))
            return true;
        list.remove_prefix(close + 1);
    }
    return false;
}

Precondition preconditionOf(const http::RequestHead& request, std::string_view tag)
{
    if (request.header("If-Match") && !names(request, "If-Match", tag, true))
        return Precondition::Failed;
    return names(request, "If-None-Match", tag, false) ? Precondition::NotModified : Precondition::Holds;
}

std::optional<Error> unmetPrecondition(Call& call)
{
    if (!isChanging(call.route().method) || (!call.request.header("If-Match") && !call.request.header("If-None-Match")))
        return std::nullopt;
    std::optional<std::string> tag;
    if (call.route().entityTag != nullptr) {
        Result<std::string> found = call.route().entityTag(call);
        if (!found && found.error().code == ErrorCode::NotFound)
            return std::nullopt; // which the route says by itself
        if (found)
            tag = std::move(*found);
    }
    switch (preconditionOf(call.request, tag.value_or(std::string()))) {
    case Precondition::Failed: return Error(ErrorCode::PreconditionFailed, "What is there is not what If-Match names");
    case Precondition::NotModified: return Error(ErrorCode::PreconditionFailed, "What is there is what If-None-Match rules out");
    case Precondition::Holds: break;
    }
    return std::nullopt;
}

} // namespace sallyport::api
