#include "backend/base/standard_descriptors.h"

#include <fcntl.h>
#include <unistd.h>

#include <initializer_list>

namespace sallyport {

void takeStandardDescriptors() noexcept
{
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) >= 0)
            continue;
        // The wrong way round. The lower ones are taken, so it can only be this one, or none at all.
        if (::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) != number)
            ::_exit(1);
    }
}

} // namespace sallyport
