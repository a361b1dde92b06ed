#include "app/daemon/interruption.h"

#include <csignal>

namespace sallyport::daemon {
namespace {

volatile std::sig_atomic_t signalled = 0;

} // namespace

void stopOnInterrupt()
{
    struct sigaction action {};
    action.sa_handler = [](int) { signalled = 1; };
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

bool interrupted()
{
    return signalled != 0;
}

} // namespace sallyport::daemon
