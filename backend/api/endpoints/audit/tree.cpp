#include "backend/api/endpoints/audit/integrity.h"
#include "backend/api/endpoints/common.h"
#include "backend/journal/evidence.h"

#include <charconv>

namespace sallyport::api {
namespace tree_endpoints {
namespace {

constexpr auto proofQuery = std::to_array<QueryParameter>({
    {"event", "The id of an event: the answer proves that it is a leaf of a signed tree.", R"({"type":"string","maxLength":64})"},
    {"from", "With `to`: how many leaves an earlier tree had.", R"({"type":"integer","minimum":0})"},
    {"to", "How many a later one had: the answer proves that it begins with the earlier.", R"({"type":"integer","minimum":0})"},
});

json::object toJson(const journal::TreeHead& head)
{
    return {{"size", head.size},
            {"root", head.root},
            {"time", timeJson(head.time)},
            {"signature", head.signature},
            {"public_key", head.publicKey}};
}

json::array listOf(const std::vector<std::string>& hashes)
{
    json::array list;
    for (const std::string& hash : hashes)
        list.push_back(json::string(hash));
    return list;
}

Result<http::Response> head(Call& call)
{
    journal::Evidence& evidence = call.services().evidence;
    SALLYPORT_ASSIGN(const journal::TreeHead head, evidence.head(call.actor()));
    const audit::ChainHead chain = call.services().events.head();
    json::object object = toJson(head);
    object["fingerprint"] = evidence.fingerprint();
    object["sequence"] = chain.sequence;
    object["hash"] = chain.hash;
    http::Response response = dataAnswer(std::move(object));
    tellIntegrity(call, response);
    return response;
}

/// `from` or `to`.
Result<std::int64_t> sizeOf(std::string_view name, const std::optional<std::string>& text)
{
    std::int64_t size = -1;
    if (text) {
        const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), size);
        if (failure != std::errc{} || end != text->data() + text->size())
            size = -1;
    }
    if (size < 0)
        return badQuery(name, text ? "Is no whole number from 0" : "Is missing: from and to belong together",
                        text ? "format" : "required");
    return size;
}

Result<http::Response> inclusion(const Call& call, const std::string& event)
{
    SALLYPORT_ASSIGN(const journal::InclusionProof proof, call.services().evidence.prove(call.actor(), event));
    json::object object{
        {"event", event}, {"index", proof.index}, {"leaf", proof.leaf}, {"size", proof.head.size}, {"root", proof.head.root}};
    object["inclusion"] = listOf(proof.hashes);
    object["head"] = toJson(proof.head);
    return dataAnswer(std::move(object));
}

Result<http::Response> proof(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> event, call.query("event"));
    SALLYPORT_ASSIGN(const std::optional<std::string> fromText, call.query("from"));
    SALLYPORT_ASSIGN(const std::optional<std::string> toText, call.query("to"));
    if (event && (fromText || toText))
        return badQuery("event", "Give either event, or from and to", "exclusive");
    if (event)
        return inclusion(call, *event);
    if (!fromText && !toText)
        return badQuery("event", "Give an event's id, or from and to", "required");
    SALLYPORT_ASSIGN(const std::int64_t from, sizeOf("from", fromText));
    SALLYPORT_ASSIGN(const std::int64_t to, sizeOf("to", toText));
    SALLYPORT_ASSIGN(const journal::ConsistencyProof found, call.services().evidence.consistency(call.actor(), from, to));
    json::object object{{"from", found.from}, {"to", found.to}, {"from_root", found.fromRoot}, {"to_root", found.toRoot}};
    object["consistency"] = listOf(found.hashes);
    return dataAnswer(std::move(object));
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"TreeHead", R"({"type": "object", "required": ["size", "root", "time", "signature", "public_key"], "properties": {
        "size": {"type": "integer", "description": "How many leaves: one for each event."},
        "root": {"type": "string", "description": "RFC 9162, hex."},
        "time": {"type": "string", "format": "date-time"},
        "signature": {"type": "string", "description": "Ed25519, hex, over the text of docs/audit.md."},
        "public_key": {"type": "string", "description": "32 bytes in hex."}}})"},
    {"TreeHeadAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["size", "root", "time", "signature", "public_key", "fingerprint", "sequence", "hash"], "properties": {
        "size": {"type": "integer"}, "root": {"type": "string"}, "time": {"type": "string", "format": "date-time"},
        "signature": {"type": "string"}, "public_key": {"type": "string"},
        "fingerprint": {"type": "string", "description": "SHA-256 of the public key, hex."},
        "sequence": {"type": "integer", "description": "The last event."},
        "hash": {"type": "string", "description": "The last link of the chain."}}}}})"},
    {"TreeProofAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "properties": {
        "event": {"type": "string"}, "index": {"type": "integer"}, "leaf": {"type": "string"},
        "size": {"type": "integer"}, "root": {"type": "string"},
        "inclusion": {"type": "array", "items": {"type": "string"}, "description": "RFC 9162, 2.1.3: from the leaf up."},
        "head": {"$ref": "#/components/schemas/TreeHead"},
        "from": {"type": "integer"}, "to": {"type": "integer"}, "from_root": {"type": "string"}, "to_root": {"type": "string"},
        "consistency": {"type": "array", "items": {"type": "string"}, "description": "RFC 9162, 2.1.4."}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/audit/head",
         .access = Access::Permission,
         .permission = Permission::EventsVerify,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = head,
         .stores = true,
         .operation = "readAuditHead",
         .tag = "Audit",
         .summary = "The signed head of the journal's tree, to keep elsewhere",
         .details = "Signed anew if events were added since the last.",
         .answer = "TreeHeadAnswer"},
        {.method = Method::Get,
         .pattern = "/api/audit/proof",
         .access = Access::Permission,
         .permission = Permission::EventsVerify,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = proof,
         .also = {404},
         .stores = true,
         .operation = "proveAudit",
         .tag = "Audit",
         .summary = "That an event is in the tree, or that one tree begins with another",
         .details = "Hashes of RFC 9162 in hex. `event` gives `inclusion` in a signed head, `from` and `to` give `consistency`.",
         .answer = "TreeProofAnswer",
         .query = proofQuery},
    };
}

} // namespace
} // namespace tree_endpoints

EndpointGroup treeEndpoints()
{
    using namespace tree_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
