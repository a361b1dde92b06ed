#include "app/console/hardening.h"

#include "backend/base/standard_descriptors.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

namespace sallyport::app {

void hardenProcess()
{
    takeStandardDescriptors();
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of that write, not the end
    umask(S_IRWXG | S_IRWXO);
}

} // namespace sallyport::app
