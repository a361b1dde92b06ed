#include "backend/storage/no_room.h"

#include <cerrno>

namespace sallyport::storage {

bool isNoRoom(int systemError) noexcept
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

std::string_view noRoomText(int systemError) noexcept
{
    if (systemError == EFBIG)
        return "a file may not grow any further here: raise the limit on the size of files (ulimit -f, LimitFSIZE= of a "
               "service), then try again";
    if (systemError == EDQUOT)
        return "the disk is full for this user: raise the quota or make room, then try again";
    return "the disk is full: make room, then try again";
}

} // namespace sallyport::storage
