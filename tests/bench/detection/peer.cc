// The same clean requests through libmodsecurity: peer CONFIGURATION. Built by tests/bench/detection.sh alone.
#include <modsecurity/modsecurity.h>
#include <modsecurity/rules_set.h>
#include <modsecurity/transaction.h>

#include <cstdio>
#include <ctime>
#include <string>

namespace {

double cpuNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

void once(modsecurity::ModSecurity& engine, modsecurity::RulesSet& rules, const std::string& body)
{
    modsecurity::Transaction transaction(&engine, &rules, nullptr);
    transaction.processConnection("127.0.0.1", 40000, "127.0.0.1", 8443);
    transaction.processURI("/api/data/records/7216963a-a3fc-4326-a0a8-f1fd44b9bc7c?page=2&limit=20&sort=name&order=asc",
                           body.empty() ? "GET" : "POST", "1.1");
    transaction.addRequestHeader("Host", "localhost");
    transaction.addRequestHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
    transaction.addRequestHeader("Accept", "application/json, text/html;q=0.9, */*;q=0.8");
    transaction.addRequestHeader("Accept-Language", "en-US,en;q=0.5");
    transaction.addRequestHeader("Referer", "https://console.example.com/records?page=1");
    transaction.addRequestHeader("Cookie", "session=3f9d1c2b7a; theme=dark");
    if (!body.empty()) {
        transaction.addRequestHeader("Content-Type", "application/json");
        transaction.addRequestHeader("Content-Length", std::to_string(body.size()));
    }
    transaction.processRequestHeaders();
    if (!body.empty())
        transaction.appendRequestBody(reinterpret_cast<const unsigned char*>(body.data()), body.size());
    transaction.processRequestBody();
}

} // namespace

int main(int argc, char** argv)
{
    modsecurity::ModSecurity engine;
    modsecurity::RulesSet rules;
    if (argc < 2 || rules.loadFromUri(argv[1]) < 0) {
        std::fprintf(stderr, "%s\n", rules.getParserError().c_str());
        return 1;
    }
    const std::string json = "{\"name\":\"Anna O'Brien\",\"email\":\"anna.obrien@example.com\",\"note\":\"Please call me back on "
                             "Monday; I'm out until then.\","
                             "\"tags\":[\"new\",\"priority\"],\"address\":{\"street\":\"12 Main "
                             "St\",\"city\":\"Leeds\",\"zip\":\"LS1 4AP\"},\"active\":true,\"age\":41}";
    constexpr int rounds = 400;
    for (const std::string& body : {std::string(), json}) {
        once(engine, rules, body);
        const double begin = cpuNanoseconds();
        for (int i = 0; i < rounds; ++i)
            once(engine, rules, body);
        std::printf("libmodsecurity, clean %s   %.0f ns\n", body.empty() ? "GET " : "POST", (cpuNanoseconds() - begin) / rounds);
    }
    return 0;
}
