#pragma once

#include <string_view>

namespace sallyport::storage {

/// ENOSPC, EDQUOT or EFBIG: nothing more can be written there.
bool isNoRoom(int systemError) noexcept;
/// Which of them it is, and what helps, in one line for people.
std::string_view noRoomText(int systemError) noexcept;

} // namespace sallyport::storage
