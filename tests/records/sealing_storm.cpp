// The victim of tst_sealing_kill: seals anew what earlier data keys have sealed, and says on standard output with a byte for each
// batch that it goes on, until somebody kills it. Argument: data directory.
#include "tests/records/storm_house.h"

#include <unistd.h>

using namespace sallyport;

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const std::filesystem::path directory = argv[1];
    test::StormHouse house;
    if (!house.open(directory))
        return 1;
    const auto done = house.records->encryptAnew(access::Actor::system(), [](std::int64_t, std::int64_t) {
        const char byte = '.';
        return ::write(STDOUT_FILENO, &byte, 1) == 1;
    });
    return done ? 0 : 1;
}
