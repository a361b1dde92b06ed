#include "backend/api/stages/client_address.h"

#include "backend/audit/event_kinds.h"

namespace sallyport::api {

std::string_view ClientAddressStage::eventKind(const Error&) const noexcept
{
    return audit::kind::requestMalformed;
}

std::optional<Error> ClientAddressStage::check(Call& call) const
{
    call.client = call.request.peer;
    return std::nullopt;
}

std::string ClientAddressStage::saw(const Call& call) const
{
    return call.client.text() + ", the socket's address";
}

Fact ClientAddressStage::fact(const Call& call) const
{
    return {"direct_address", {call.client.text()}};
}

} // namespace sallyport::api
