#include "backend/api/stages/client_address.h"

#include "backend/audit/event_kinds.h"
#include "backend/protection/lists/address_rules.h"

#include <vector>

namespace sallyport::api {

using Source = protection::ClientAddress::Source;

namespace {

std::vector<std::string_view> linesOf(const http::RequestHead& head, std::string_view name)
{
    std::vector<std::string_view> lines;
    for (const http::HeaderField& field : head.fields)
        if (http::equalsIgnoreCase(field.name, name))
            lines.push_back(field.value);
    return lines;
}

} // namespace

std::string_view ClientAddressStage::eventKind(const Error&) const noexcept
{
    return audit::kind::requestMalformed;
}

std::optional<Error> ClientAddressStage::check(Call& call) const
{
    const protection::AddressRules& rules = call.services().addressRules;
    call.client = call.request.peer;
    // Where a proxy speaks the PROXY protocol it passes on the client's bytes as they are, fields and all.
    if (call.request.proxyTold || !rules.isTrustedProxy(call.request.peer))
        return std::nullopt;
    const protection::ClientAddress told =
        protection::clientAddress(call.request.peer, linesOf(call.request, "Forwarded"), linesOf(call.request, "X-Forwarded-For"),
                                  [&rules](const IpAddress& hop) { return rules.isTrustedProxy(hop); });
    call.client = told.address;
    call.clientSource = told.source;
    if (told.source != Source::Contradictory)
        return std::nullopt;
    Error error(ErrorCode::BadRequest, "Forwarded and X-Forwarded-For name different clients");
    error.word = "forwarding_contradicts";
    return error;
}

std::string ClientAddressStage::saw(const Call& call) const
{
    const std::string client = call.client.text();
    switch (call.clientSource) {
    case Source::Forwarded: return client + ", by Forwarded of " + call.request.peer.text();
    case Source::ForwardedFor: return client + ", by X-Forwarded-For of " + call.request.peer.text();
    case Source::Contradictory:
    case Source::Unreadable: return client + ", since what " + call.request.peer.text() + " says of its client can't be used";
    case Source::Socket: break;
    }
    return client + ", the socket's address";
}

Fact ClientAddressStage::fact(const Call& call) const
{
    switch (call.clientSource) {
    case Source::Forwarded:
    case Source::ForwardedFor: return {"forwarded_address", {call.client.text(), call.request.peer.text()}};
    case Source::Contradictory:
    case Source::Unreadable: return {"unreadable_forwarding", {call.client.text(), call.request.peer.text()}};
    case Source::Socket: break;
    }
    return {"direct_address", {call.client.text()}};
}

} // namespace sallyport::api
