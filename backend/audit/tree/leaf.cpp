#include "backend/audit/tree/leaf.h"

#include "backend/audit/chain/chain.h"
#include "backend/base/secret_bytes.h"

namespace sallyport::audit {
namespace {

constexpr std::string_view leafLabel = "sallyport leaf 1";

/// What stands before the fields.
std::string leafBegin(const TreeHash& chainHash, std::size_t room)
{
    std::string text;
    text.reserve(room);
    appendCanonical(text, leafLabel);
    appendCanonical(text, std::string_view(reinterpret_cast<const char*>(chainHash.data()), chainHash.size()));
    return text;
}

} // namespace

std::string leafText(const Event& event, const TreeHash& chainHash)
{
    std::string text = leafBegin(chainHash, 512 + event.detailsJson.size());
    appendCanonical(text, event);
    return text;
}

TreeHash leafOf(const Event& event, const TreeHash& chainHash)
{
    return leafHash(asBytes(leafText(event, chainHash)));
}

TreeHash leafOf(std::string_view canonical, const TreeHash& chainHash)
{
    std::string text = leafBegin(chainHash, 128 + canonical.size());
    text += canonical;
    return leafHash(asBytes(text));
}

} // namespace sallyport::audit
