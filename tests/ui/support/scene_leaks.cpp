#include "tests/ui/support/scene_leaks.h"

#include <algorithm>

namespace sallyport::tests {

using identity::LeakHit;
using identity::LeakWorth;

void sceneLeaks(FakeHouse& house)
{
    auto& report = house.leakScan.report;
    const auto put = [&](std::string place, std::string repository, std::int64_t line, LeakWorth worth, const char* key) {
        LeakHit hit;
        hit.place = std::move(place);
        hit.repository = std::move(repository);
        hit.line = line;
        hit.worth = worth;
        hit.prefix = "spk_ZZZZZZZZ";
        if (key != nullptr) {
            hit.key = *std::ranges::find(house.apiKeys.keys, std::string(key), &identity::ApiKey::name);
            hit.prefix = hit.key->prefix;
        }
        report.hits.push_back(std::move(hit));
    };
    put("/home/ingrid/work/notes.txt", "", 3, LeakWorth::Unknown, nullptr);
    put("/home/ingrid/work/deploy.sh", "", 12, LeakWorth::Works, "CI deploy");
    put("4f1c2d7:config/.env", "/home/ingrid/work/portal", 2, LeakWorth::Works, "CI deploy");
    put("/home/ingrid/work/old/import.py", "", 40, LeakWorth::Revoked, "Pen test, October");
    report.hitCount = 4;
    report.files = 1204;
    report.gaps.push_back({"/home/ingrid/work/private.key", "not readable"});
    report.gapCount = 1;
}

} // namespace sallyport::tests
