#include "tests/support/test_main.h"

#include <cstdio>
#include <map>
#include <vector>

namespace sallyport::test {

namespace {

using Tests = std::map<std::string_view, Registration::Run>;

// Registrations of other files come before anything of this one is sure to be there.
Tests& tests()
{
    static Tests all;
    return all;
}

/// "tst_users" of ".../tst_users.cpp".
std::string_view stem(std::string_view file)
{
    file.remove_prefix(file.find_last_of('/') + 1);
    return file.substr(0, file.find('.'));
}

} // namespace

Registration::Registration(std::string_view file, Run run)
{
    if (!tests().emplace(stem(file), run).second)
        qFatal("two tests are called %s", file.data());
}

} // namespace sallyport::test

int main(int argc, char** argv)
{
    using namespace sallyport::test;
    const auto wanted = tests().find(argc > 1 ? argv[1] : "");
    if (wanted == tests().end()) {
        std::fprintf(stderr, "Usage: %s TEST [arguments of Qt Test], where TEST is one of\n", argv[0]);
        for (const auto& [name, run] : tests())
            std::fprintf(stderr, "    %.*s\n", int(name.size()), name.data());
        return 2;
    }
    std::vector<char*> arguments{argv[0]};
    arguments.insert(arguments.end(), argv + 2, argv + argc + 1); // with the null at the end
    return wanted->second(argc - 1, arguments.data());
}
