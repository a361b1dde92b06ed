#include "backend/audit/tree/merkle_line.h"

#include "backend/base/encoding.h"
#include "backend/base/long_json.h"

#include <boost/json.hpp>

#include <utility>

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

Result<void> addLeaves(std::vector<TreeHash>& leaves, const json::object& line)
{
    const json::value* const given = line.if_contains("leaves");
    if (given == nullptr || !given->is_array())
        return makeError(ErrorCode::InvalidArgument, "a line is an object with the member 'leaves', a list of Base64");
    if (leaves.size() + given->get_array().size() > merkleLeavesLimit)
        return makeError(ErrorCode::InvalidArgument, "a tree has at most " + std::to_string(merkleLeavesLimit) + " leaves");
    for (const json::value& leaf : given->get_array()) {
        if (!leaf.is_string())
            return makeError(ErrorCode::InvalidArgument, "a leaf is a text in Base64");
        SALLYPORT_ASSIGN(const Bytes data, fromBase64(std::string_view(leaf.get_string())));
        leaves.push_back(leafHash(data));
    }
    return {};
}

/// Whether the tree goes on in the next line.
Result<bool> hasMore(const json::object& line)
{
    const json::value* const given = line.if_contains("more");
    if (given == nullptr)
        return false;
    if (!given->is_bool())
        return makeError(ErrorCode::InvalidArgument, "'more' is true or false");
    return given->get_bool();
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

Result<json::object> answerFor(std::vector<TreeHash> leaves, const json::object& line)
{
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

/// Nothing: more comes. `leaves` are those of the lines before, and go with the answer.
Result<std::optional<json::object>> answerOf(std::vector<TreeHash>& leaves, std::string_view text)
{
    std::vector<TreeHash> all = std::exchange(leaves, {}); // they go with an error, too
    SALLYPORT_ASSIGN(const json::value parsed, parseLongJson(text, merkleLineLimit));
    const json::object none;
    const json::object& line = parsed.is_object() ? parsed.get_object() : none;
    SALLYPORT_TRY(addLeaves(all, line));
    SALLYPORT_ASSIGN(const bool more, hasMore(line));
    if (more) {
        leaves = std::move(all);
        return std::optional<json::object>();
    }
    SALLYPORT_ASSIGN(json::object answer, answerFor(std::move(all), line));
    return std::optional(std::move(answer));
}

std::string errorLine(std::string_view why)
{
    return json::serialize(json::object{{"error", why}});
}

} // namespace

std::optional<std::string> MerkleLines::answer(std::string_view line)
{
    const auto answer = answerOf(m_leaves, line);
    if (!answer)
        return errorLine(answer.error().detail);
    return *answer ? std::optional(json::serialize(**answer)) : std::nullopt;
}

std::optional<std::string> MerkleLines::end()
{
    if (std::exchange(m_leaves, {}).empty())
        return std::nullopt;
    return errorLine("the line that ends the tree is missing");
}

std::string merkleLine(std::string_view line)
{
    MerkleLines lines;
    const auto answer = lines.answer(line);
    return answer ? *answer : lines.end().value_or(errorLine("the line that ends the tree is missing"));
}

} // namespace sallyport::audit
