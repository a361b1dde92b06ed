// The victim of tst_alerts_crash: records events that a rule fires for, and acknowledges each on standard output once it is on
// disk, until somebody kills it. Arguments: data directory, number of the first event.
#include "tests/alerts/opened_vault.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

int main(int argc, char** argv)
{
    using namespace sallyport;
    if (argc != 3)
        return 2;
    const auto vault = test::OpenedVault::open(argv[1], false);
    if (!vault) {
        std::fprintf(stderr, "%s\n", vault.error().detail.c_str());
        return 1;
    }
    for (std::int64_t number = std::atoll(argv[2]);; ++number) {
        if (!(*vault)->journal->record(test::tokenReused(number)))
            return 1;
        std::array<char, sizeof number> bytes;
        std::memcpy(bytes.data(), &number, sizeof number);
        if (::write(STDOUT_FILENO, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            return 1;
    }
}
