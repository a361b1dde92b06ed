// The victim of tst_upload_kill: uploads one file after the other, and says the id of each on standard output once it is stored,
// until somebody kills it. Argument: data directory.
#include "backend/records/files_service.h"
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
    records::FilesService files({*house.store, *house.journal, house.decisions, *house.settings, house.clock, house.random,
                                 house.records->keys(), test::StormHouse::now},
                                std::make_unique<records::FileStore>(storage::filesDirectory(directory), house.random));
    const std::string content(100'000, 'x');
    for (;;) {
        auto upload = files.begin(access::Actor::system(), {"a.txt", {}, {}});
        if (!upload || !(*upload)->add(content) || !(*upload)->add(content))
            return 1;
        const auto stored = (*upload)->finish();
        if (!stored)
            return 1;
        const std::string line = stored->id.text() + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            return 1;
    }
}
