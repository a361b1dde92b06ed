#include "backend/audit/tree/leaf.h"

#include "backend/audit/chain/chain.h"
#include "backend/base/secret_bytes.h"

namespace sallyport::audit {
namespace {

constexpr std::string_view leafLabel = "sallyport leaf 1";

} // namespace

std::string leafText(const Event& event, const TreeHash& chainHash)
{
    std::string text;
    text.reserve(512 + event.detailsJson.size());
    appendCanonical(text, leafLabel);
    appendCanonical(text, std::string_view(reinterpret_cast<const char*>(chainHash.data()), chainHash.size()));
    appendCanonical(text, event);
    return text;
}

TreeHash leafOf(const Event& event, const TreeHash& chainHash)
{
    return leafHash(asBytes(leafText(event, chainHash)));
}

} // namespace sallyport::audit
