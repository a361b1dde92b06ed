#pragma once

#include <cstdint>

namespace sallyport::daemon {

/// From now on Ctrl-C, SIGTERM and SIGHUP end the work and not the program: what was found is told, and folders that it made go.
/// A second signal ends the program.
void stopOnInterrupt();
/// One of them came.
bool interrupted();
/// Progress of what is told nobody and ends as one of them comes.
inline bool goOn(std::int64_t, std::int64_t)
{
    return !interrupted();
}

} // namespace sallyport::daemon
