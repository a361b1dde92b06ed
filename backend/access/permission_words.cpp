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

std::optional<PermissionSet> permissionsOfGroup(std::string_view word)
{
    std::optional<PermissionSet> set;
    for (const PermissionInfo& entry : permissions()) {
        if (entry.group.empty() || entry.group != word)
            continue;
        if (!set)
            set.emplace();
        set->add(entry.permission);
    }
    return set;
}

std::vector<std::string_view> permissionsAndGroups()
{
    std::vector<std::string_view> words;
    for (const PermissionInfo& entry : permissions()) {
        words.push_back(entry.word);
        if (!entry.group.empty())
            words.push_back(entry.group);
    }
    return words;
}

} // namespace sallyport::access
