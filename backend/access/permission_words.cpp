#include "backend/access/permission_words.h"

namespace sallyport::access {

std::vector<std::string> permissionWords(const PermissionSet& set)
{
    std::vector<std::string> words;
    for (const PermissionInfo& entry : permissions())
        if (set.has(entry.permission))
            words.emplace_back(entry.word);
    return words;
}

} // namespace sallyport::access
