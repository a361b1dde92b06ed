#pragma once

namespace sallyport::daemon {

/// From now on Ctrl-C, SIGTERM and SIGHUP end the work and not the program: what was found is told, and folders that it made go.
/// A second signal ends the program.
void stopOnInterrupt();
/// One of them came.
bool interrupted();

} // namespace sallyport::daemon
