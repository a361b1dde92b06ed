// The victim of tst_alerts_crash: records events that a rule fires for, and acknowledges each on standard output once it is on
// disk, until somebody kills it. Arguments: data directory, number of the first event; with a third one, `accounts`, each event
// is about the next account of the vault, eight at most, and the rules have done what they do before the next.
#include "tests/alerts/opened_vault.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace {

using namespace sallyport;

constexpr std::int64_t accountsOfOne = 8;

bool acknowledge(std::int64_t number)
{
    std::array<char, sizeof number> bytes;
    std::memcpy(bytes.data(), &number, sizeof number);
    return ::write(STDOUT_FILENO, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
}

int stormOfAccounts(test::OpenedVault& vault, std::int64_t first)
{
    const auto people = test::accountsOf(vault);
    for (std::int64_t number = first; number < first + accountsOfOne; ++number) {
        if (number >= static_cast<std::int64_t>(people.size()))
            return 1;
        audit::Event event = test::tokenReused(number);
        event.actor.id = people[static_cast<std::size_t>(number)].text();
        if (!vault.journal->record(std::move(event)) || !acknowledge(number) || !vault.alerts->settle())
            return 1;
    }
    for (;;)
        ::pause();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3 && argc != 4)
        return 2;
    const auto vault = test::OpenedVault::open(argv[1], false);
    if (!vault) {
        std::fprintf(stderr, "%s\n", vault.error().detail.c_str());
        return 1;
    }
    if (argc == 4)
        return stormOfAccounts(**vault, std::atoll(argv[2]));
    for (std::int64_t number = std::atoll(argv[2]);; ++number) {
        if (!(*vault)->journal->record(test::tokenReused(number)) || !acknowledge(number))
            return 1;
    }
}
