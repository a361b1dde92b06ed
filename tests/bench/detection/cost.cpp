// What the intrusion detector costs: cost [ROUNDS]. Prints nanoseconds a request and megabytes a second; `perf stat` or valgrind
// beside it counts instructions. With a name (get, post, large, worst) only that one.
#include "backend/protection/detection/detector.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace sallyport::protection::detection;

namespace {

/// CPU time of this process: who else is busy on the machine doesn't count.
double cpuNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

double nanoseconds(const Detector& detector, const std::vector<Part>& parts, std::size_t rounds)
{
    const Options options;
    std::size_t blocked = 0;
    double best = 1e18;
    for (std::size_t part = 0; part < std::min<std::size_t>(5, rounds); ++part) {
        const double begin = cpuNanoseconds();
        for (std::size_t i = 0; i < rounds / 5 + 1; ++i)
            blocked += detector.inspect(parts, options).hits.size();
        const auto took = (cpuNanoseconds() - begin) / static_cast<double>(rounds / 5 + 1);
        best = std::min(best, took);
    }
    if (blocked == 12345)
        std::cout << ' ';
    return best;
}

std::string repeated(std::string_view piece, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes)
        text += piece;
    return text;
}

} // namespace

int main(int argc, char** argv)
{
    const std::size_t rounds = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100000;
    const std::string only = argc > 2 ? argv[2] : "";
    const Detector detector;
    const std::vector<Part> get{
        {PartKind::Path, {}, "/api/data/records/7216963a-a3fc-4326-a0a8-f1fd44b9bc7c"},
        {PartKind::Query, {}, "page=2&limit=20&sort=name&order=asc"},
        {PartKind::Header, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"},
        {PartKind::Header, "Accept", "application/json, text/html;q=0.9, */*;q=0.8"},
        {PartKind::Header, "Accept-Language", "en-US,en;q=0.5"},
        {PartKind::Header, "Referer", "https://console.example.com/records?page=1"},
        {PartKind::Cookie, {}, "session=3f9d1c2b7a; theme=dark"},
        {PartKind::Header, "X-Request-Id", "0192f0c1-7b1e-7d4c-9a51-3a7c1f0a9b11"},
    };
    const std::string json =
        R"({"name":"Anna O'Brien","email":"anna.obrien@example.com","note":"Please call me back on Monday; I'm out until then.",)"
        R"("tags":["new","priority"],"address":{"street":"12 Main St","city":"Leeds","zip":"LS1 4AP"},"active":true,"age":41})";
    auto post = get;
    post.push_back({PartKind::Json, {}, json});
    std::string large = "[";
    while (large.size() < 1'000'000)
        large += json + ",";
    large += "{}]";
    const std::string prose = R"({"content":")" +
                              repeated("The committee met on Tuesday and, after a long debate, agreed to the plan that Mr. "
                                       "O'Brien had put forward. It isn't final: "
                                       "two members want to see the figures (for 2023 and 2024) first. ",
                                       1'000'000) +
                              R"("})";
    if (only.empty() || only == "get")
        std::cout << "clean GET                    " << nanoseconds(detector, get, rounds) << " ns\n";
    if (only.empty() || only == "post")
        std::cout << "clean POST, " << json.size() << " bytes of JSON " << nanoseconds(detector, post, rounds)
                  << " ns, body alone " << nanoseconds(detector, std::vector<Part>{{PartKind::Json, {}, json}}, rounds)
                  << " ns\n";
    if (only.empty() || only == "large") {
        for (const std::string* body : {&std::as_const(large), &prose}) {
            const double took = nanoseconds(detector, std::vector<Part>{{PartKind::Json, {}, *body}}, 15);
            std::cout << "clean body of 1 MB           " << static_cast<double>(body->size()) * 1000 / took << " MB/s\n";
        }
    }
    if (only.empty() || only == "worst") {
        double slowest = 0;
        std::string which;
        for (const std::string_view piece : {"'",
                                             "\"",
                                             "(",
                                             ")",
                                             "' or 1=1 ",
                                             "'/*",
                                             "/*",
                                             "--",
                                             "#",
                                             "<a ",
                                             "<a x='",
                                             "<a x=\"<",
                                             "on",
                                             "onload=",
                                             " onload=a",
                                             "javascript:",
                                             "a:",
                                             "alert(",
                                             "abcd(",
                                             "../",
                                             "..\\",
                                             "%2e",
                                             "%25",
                                             "%252e",
                                             "&lt;",
                                             "&#60;",
                                             "\\u003c",
                                             "\\x3c",
                                             ";ls ",
                                             ";",
                                             "|",
                                             "`id`",
                                             "`",
                                             "$(",
                                             "${",
                                             "${${",
                                             "{{",
                                             "{{a.b",
                                             "{{7*7",
                                             "#{",
                                             "http://",
                                             "http://a@",
                                             "://",
                                             "(a=",
                                             ")(",
                                             "&(",
                                             "select ",
                                             "select a from ",
                                             "union select ",
                                             "and 1",
                                             "or 1=",
                                             "drop table ",
                                             "\r\n",
                                             "\r\nhost:",
                                             "/etc/",
                                             "/?\?\?/",
                                             "/a?",
                                             "\xc0\xae",
                                             "\xe2\x93\x90",
                                             "<!--#",
                                             "<!doctype ",
                                             "<!entity ",
                                             "__proto__",
                                             "{\"$ne\":",
                                             "concat(",
                                             "db.",
                                             "o:1:",
                                             "aaaa",
                                             "PHNj",
                                             "a=b&",
                                             "1,",
                                             "x' = ",
                                             "' ' ",
                                             "'a'",
                                             "a' or b ",
                                             "() {",
                                             "ping -c ",
                                             "net user ",
                                             "insert into a",
                                             "=",
                                             "1=1 and ",
                                             "' and ' "}) {
            for (const auto kind : {PartKind::Query, PartKind::Json}) {
                std::string body = repeated(piece, 1'000'000);
                if (kind == PartKind::Query)
                    body.insert(0, "q=");
                if (kind == PartKind::Json)
                    body = "{\"a\":\"" + body + "\"}";
                const double took = nanoseconds(detector, std::vector<Part>{{kind, {}, body}}, 1) / 1e6;
                if (took > 25)
                    std::cout << "  1 MB of [" << piece << "] " << partWord(kind) << ' ' << took << " ms\n";
                if (took > slowest) {
                    slowest = took;
                    which = piece;
                }
            }
        }
        std::cout << "slowest 1 MB                 " << slowest << " ms, [" << which << "]\n";
    }
    return 0;
}
