#include "backend/access/steps.h"

namespace sallyport::access {

Permission readActionOf(ResourceKind kind) noexcept
{
    switch (kind) {
    case ResourceKind::Comment: return Permission::CommentsRead;
    case ResourceKind::File: return Permission::FilesRead;
    case ResourceKind::Record: break;
    }
    return Permission::RecordsRead;
}

std::optional<Permission> ownEnough(Permission action) noexcept
{
    return action == Permission::CommentsUpdate ? std::optional(Permission::CommentsCreate) : std::nullopt;
}

bool makesNew(Permission action) noexcept
{
    return action == Permission::RecordsCreate || action == Permission::CommentsCreate || action == Permission::FilesCreate;
}

std::vector<Step> stepsOf(Permission action, ResourceKind kind, bool hangsOnRecord)
{
    std::vector<Step> steps;
    if (hangsOnRecord && kind != ResourceKind::Record)
        steps.push_back({Permission::RecordsRead, true});
    if (const Permission read = readActionOf(kind); action != read && !makesNew(action))
        steps.push_back({read, false});
    steps.push_back({action, false});
    return steps;
}

} // namespace sallyport::access
