// How long a question to a list of breached passwords takes: bench_breach_list FILE [LINES]. Makes FILE if it isn't there
// (LINES lines, 10,000,000 unless given), with hashes that are spread as real ones are and counts of different length.
#include "backend/identity/passwords/breach_list.h"
#include "backend/crypto/digest.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace sallyport;

namespace {

crypto::Sha1Digest digestOf(std::uint64_t number)
{
    return crypto::sha1(std::as_bytes(std::span(&number, 1)));
}

bool make(const char* file, std::uint64_t lines)
{
    std::vector<crypto::Sha1Digest> all;
    all.reserve(lines);
    for (std::uint64_t i = 0; i < lines; ++i)
        all.push_back(digestOf(i));
    std::ranges::sort(all);
    std::FILE* out = std::fopen(file, "wbx");
    if (out == nullptr)
        return false;
    for (const crypto::Sha1Digest& digest : all) {
        for (const std::byte byte : digest)
            std::fprintf(out, "%02X", std::to_integer<unsigned>(byte));
        const unsigned rare = std::to_integer<unsigned>(digest[7]);
        std::fprintf(out, ":%u\r\n", rare < 16 ? rare * rare * rare * 97 + 1 : rare % 7 + 1);
    }
    return std::fclose(out) == 0;
}

/// Asks for numbers from `first` on and prints how long that took.
void ask(const identity::BreachList& list, std::uint64_t first, int count, std::uint64_t step, bool expected, const char* name,
         int dropFrom = -1)
{
    std::vector<double> micros;
    int wrong = 0;
    for (int i = 0; i < count; ++i) {
        const crypto::Sha1Digest digest = digestOf(first + static_cast<std::uint64_t>(i) * step);
        if (dropFrom >= 0)
            ::posix_fadvise(dropFrom, 0, 0, POSIX_FADV_DONTNEED);
        const auto begin = std::chrono::steady_clock::now();
        const auto found = list.containsDigest(digest);
        micros.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
        wrong += !found || *found != expected;
    }
    std::ranges::sort(micros);
    const auto at = [&](double part) { return micros[static_cast<std::size_t>(part * static_cast<double>(micros.size() - 1))]; };
    std::printf("%-28s %6d asked, %d wrong: median %.1f us, 99 %% %.1f us, slowest %.1f us\n", name, count, wrong, at(0.5),
                at(0.99), at(1));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return std::fprintf(stderr, "bench_breach_list FILE [LINES]\n"), 2;
    const std::uint64_t lines = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10'000'000;
    if (!std::filesystem::exists(argv[1]) && !make(argv[1], lines))
        return std::perror(argv[1]), 1;
    const auto begin = std::chrono::steady_clock::now();
    const auto list = identity::BreachList::open(argv[1]);
    if (!list)
        return std::fprintf(stderr, "%s\n", list.error().detail.c_str()), 1;
    const double opened = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%llu MB, opened and sampled in %.1f ms\n", static_cast<unsigned long long>((*list)->size() / 1'000'000), opened);
    const int file = ::open(argv[1], O_RDONLY | O_CLOEXEC);
    ask(**list, 1, 500, lines / 501, true, "there, not in memory", file);
    ask(**list, lines + 1, 500, 1, false, "not there, not in memory", file);
    for (int round = 0; round < 2; ++round)
        ask(**list, 2, 1000, lines / 1001, true, round == 0 ? "there, first time" : "there, in memory");
    ask(**list, lines + 1, 100'000, 1, false, "not there, in memory");
    ::close(file);
    return 0;
}
