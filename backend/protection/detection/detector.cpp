#include "backend/protection/detection/detector.h"

#include "backend/protection/detection/inspection.h"

#include <chrono>

namespace sallyport::protection::detection {

struct Detector::Impl {
    const RuleTable& table = RuleTable::builtIn();
    OwnRules own;
};

Options::Options()
{
    modes.fill(ClassMode::Block);
}

Detector::Detector() : m_impl(std::make_unique<const Impl>()) {}

Detector::Detector(std::unique_ptr<const Impl> impl) : m_impl(std::move(impl)) {}

Detector::~Detector() = default;

Result<std::shared_ptr<const Detector>> Detector::make(const std::vector<OwnRule>& ownRules)
{
    auto impl = std::make_unique<Impl>();
    SALLYPORT_ASSIGN(impl->own, OwnRules::compile(ownRules));
    return std::shared_ptr<const Detector>(new Detector(std::move(impl)));
}

Verdict Detector::inspect(std::span<const Part> parts, const Options& options) const
{
    Inspection inspection(m_impl->table, m_impl->own, options, nullptr);
    for (const auto& part : parts)
        inspection.part(part);
    return inspection.finish();
}

Explanation Detector::explain(std::span<const Part> parts, const Options& options) const
{
    Explanation explanation;
    const auto begin = std::chrono::steady_clock::now();
    explanation.verdict = inspect(parts, options);
    explanation.nanoseconds = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - begin).count());
    Inspection inspection(m_impl->table, m_impl->own, options, &explanation);
    for (const auto& part : parts)
        inspection.part(part);
    return explanation;
}

} // namespace sallyport::protection::detection
