#pragma once

#include <optional>
#include <string>

namespace sallyport::daemon {

/// What a process of ours is from its first line on: nothing of its memory ends in a file or in another's hands, its files are
/// its user's alone, a broken pipe or a file that may not grow is an error of that write and not the end, standard input, output
/// and error are taken (by something that fails, if they were closed: no file of ours can become one of them), and
/// what nobody has caught ends with one line and status 1.
void closeTheShutters();

/// Why the process can't do its work with the stack that it may have, in one line; nothing if it is enough.
std::optional<std::string> tooSmallStack();

} // namespace sallyport::daemon
