// The intrusion detector: whatever it reads, hits lie inside of what was received, both ways to a verdict agree, and it comes to
// an end.
#include "backend/protection/detection/detector.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport::protection::detection;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Detector detector;
    if (size < 2)
        return 0;
    Options options;
    options.strictness = static_cast<std::uint8_t>(1 + data[1] % 4U);
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    const Part part{static_cast<PartKind>(data[0] % static_cast<unsigned>(PartKind::Count_)), "Referer", bytes};
    const auto verdict = detector.inspect(std::span(&part, 1), options);
    for (const auto& hit : verdict.hits) {
        require(hit.length >= 1 && hit.partOffset + hit.length <= bytes.size());
        require(hit.matched.size() <= 120 && hit.points > 0);
    }
    require(verdict.blocked == (verdict.score >= options.threshold));
    const auto explanation = detector.explain(std::span(&part, 1), options);
    require(explanation.verdict.score == verdict.score && explanation.verdict.hits.size() == verdict.hits.size());
    for (const auto& value : explanation.values) {
        std::uint32_t sum = 0;
        for (const auto& token : value.tokens)
            sum += token.points;
        require(sum == value.score || value.tokens.size() >= Explanation::maxTokens);
    }
    return 0;
}
