// Scores the intrusion detector on a labelled corpus without a server: score ATTACKS BENIGN [--misses] [--half A|B].
// Prints what is missed and what is blocked wrongly with --misses. --half takes the lines whose id falls into one part of a
// split.
#include "tests/detection/corpus.h"

#include <cstring>
#include <iostream>
#include <map>

using namespace sallyport::test::corpus;

namespace {

struct Count {
    std::size_t all = 0;
    std::size_t blocked = 0;
    double rate() const { return all == 0 ? 0 : 100.0 * static_cast<double>(blocked) / static_cast<double>(all); }
};

void show(const char* mark, const Line& line, const detection::Verdict& verdict)
{
    std::string rules;
    for (const auto& hit : verdict.hits)
        rules += " " + hit.rule + "+" + std::to_string(hit.points) + "[" + hit.matched.substr(0, 40) + "]";
    std::cout << mark << ' ' << line.id << ' ' << line.attackClass << ' ' << line.placement << '/' << line.mode << " |"
              << boost::json::serialize(boost::json::string(line.payload.substr(0, 300))) << "|" << rules << '\n';
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    const bool misses = argc > 3 && std::strcmp(argv[3], "--misses") == 0;
    const detection::Detector detector;
    const detection::Options options;
    std::map<std::string, Count> classes;
    Count attacks;
    Count normal;
    Count hard;
    for (const auto& line : readLines(argv[1])) {
        const auto request = requestOf(line);
        const auto verdict = detector.inspect(request.parts(), options);
        for (auto* count : {&attacks, &classes[line.attackClass]}) {
            ++count->all;
            count->blocked += verdict.blocked ? 1 : 0;
        }
        if (misses && !verdict.blocked)
            show("MISSED", line, verdict);
    }
    for (const auto& line : readLines(argv[2])) {
        const auto request = requestOf(line);
        const auto verdict = detector.inspect(request.parts(), options);
        auto& count = line.hard ? hard : normal;
        ++count.all;
        count.blocked += verdict.blocked ? 1 : 0;
        if (misses && verdict.blocked)
            show(line.hard ? "WRONGLY-HARD" : "WRONGLY", line, verdict);
    }
    double macro = 0;
    for (const auto& [name, count] : classes) {
        macro += count.rate();
        std::cout << "  " << name << ' ' << count.blocked << '/' << count.all << '\n';
    }
    const double wrong = 100.0 * static_cast<double>(normal.blocked + hard.blocked) /
                         static_cast<double>(std::max<std::size_t>(1, normal.all + hard.all));
    std::cout << "true positives " << attacks.rate() << " % of " << attacks.all << ", macro "
              << macro / static_cast<double>(std::max<std::size_t>(1, classes.size())) << " %\nfalse positives " << normal.rate()
              << " % of " << normal.all << " normal, " << hard.rate() << " % of " << hard.all << " hard\nbalanced accuracy "
              << (attacks.rate() + 100.0 - wrong) / 2 << " %\n";
    return 0;
}
