#include "backend/identity/webauthn/client_data.h"

#include "backend/base/strict_json.h"

#include <boost/json.hpp>

namespace sallyport::identity::webauthn {

namespace {

Error malformedClientData()
{
    return makeError(ErrorCode::BadRequest, "clientDataJSON is not what a client writes.");
}

} // namespace

Result<ClientData> readClientData(std::span<const std::byte> json)
{
    const std::string_view text(reinterpret_cast<const char*>(json.data()), json.size());
    const auto document = parseStrictJson(text, clientDataLimit);
    if (!document || !document->is_object())
        return malformedClientData();
    const boost::json::object& object = document->get_object();
    const auto textOf = [&object](std::string_view name) -> std::optional<std::string> {
        const boost::json::value* value = object.if_contains(name);
        return value && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
    };
    auto type = textOf("type"), challenge = textOf("challenge"), origin = textOf("origin");
    if (!type || !challenge || !origin)
        return malformedClientData();
    auto bytes = fromBase64Url(*challenge);
    if (!bytes)
        return malformedClientData();
    ClientData data{std::move(*type), std::move(*bytes), std::move(*origin), false};
    if (const boost::json::value* cross = object.if_contains("crossOrigin")) {
        if (!cross->is_bool())
            return malformedClientData();
        data.crossOrigin = cross->get_bool();
    }
    // A page inside a page of another origin: never ours.
    data.crossOrigin = data.crossOrigin || object.contains("topOrigin");
    return data;
}

} // namespace sallyport::identity::webauthn
