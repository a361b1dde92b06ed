#include "backend/audit/tree/merkle_line.h"

#include "backend/audit/tree/merkle.h"
#include "backend/base/encoding.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

namespace sallyport::audit {
namespace {

namespace json = boost::json;

json::array hexList(const std::vector<TreeHash>& hashes)
{
    json::array list;
    for (const TreeHash& hash : hashes)
        list.push_back(json::string(toHex(hash)));
    return list;
}

Result<std::vector<TreeHash>> leavesOfLine(const json::object& line)
{
    const json::value* const given = line.if_contains("leaves");
    if (given == nullptr || !given->is_array())
        return makeError(ErrorCode::InvalidArgument, "a line is an object with the member 'leaves', a list of Base64");
    std::vector<TreeHash> leaves;
    for (const json::value& leaf : given->get_array()) {
        if (!leaf.is_string())
            return makeError(ErrorCode::InvalidArgument, "a leaf is a text in Base64");
        SALLYPORT_ASSIGN(const Bytes data, fromBase64(std::string_view(leaf.get_string())));
        leaves.push_back(leafHash(data));
    }
    return leaves;
}

/// Nothing if the line has no such member.
Result<std::optional<std::int64_t>> numberOfLine(const json::object& line, std::string_view name)
{
    const json::value* const given = line.if_contains(name);
    if (given == nullptr)
        return std::optional<std::int64_t>();
    if (!given->is_int64())
        return makeError(ErrorCode::InvalidArgument, "'" + std::string(name) + "' is a whole number");
    return std::optional<std::int64_t>(given->get_int64());
}

Result<json::object> answerOf(std::string_view text)
{
    SALLYPORT_ASSIGN(const json::value parsed, parseStrictJson(text, merkleLineLimit));
    const json::object none;
    const json::object& line = parsed.is_object() ? parsed.get_object() : none;
    SALLYPORT_ASSIGN(std::vector<TreeHash> leaves, leavesOfLine(line));
    const auto size = static_cast<std::int64_t>(leaves.size());
    const NodeSource nodes = nodesOf(std::move(leaves));
    json::object answer;
    SALLYPORT_ASSIGN(const TreeHash root, rootOf(nodes, size));
    answer["root"] = toHex(root);
    SALLYPORT_ASSIGN(const auto index, numberOfLine(line, "index"));
    if (index) {
        SALLYPORT_ASSIGN(const auto proof, inclusionProof(nodes, *index, size));
        answer["inclusion"] = hexList(proof);
    }
    SALLYPORT_ASSIGN(const auto from, numberOfLine(line, "from"));
    if (from) {
        SALLYPORT_ASSIGN(const auto proof, consistencyProof(nodes, *from, size));
        answer["consistency"] = hexList(proof);
    }
    return answer;
}

} // namespace

std::string merkleLine(std::string_view line)
{
    const auto answer = answerOf(line);
    return json::serialize(answer ? *answer : json::object{{"error", answer.error().detail}});
}

} // namespace sallyport::audit
