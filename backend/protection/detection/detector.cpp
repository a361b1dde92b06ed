#include "backend/protection/detection/detector.h"

namespace sallyport::protection::detection {

struct Detector::Impl {};

Options::Options()
{
    modes.fill(ClassMode::Block);
}

Detector::Detector() : m_impl(std::make_unique<const Impl>()) {}

Detector::Detector(std::unique_ptr<const Impl> impl) : m_impl(std::move(impl)) {}

Detector::~Detector() = default;

Result<std::shared_ptr<const Detector>> Detector::make(const std::vector<OwnRule>& ownRules)
{
    for (const auto& rule : ownRules)
        SALLYPORT_TRY(checkOwnRule(rule));
    return std::shared_ptr<const Detector>(new Detector(std::make_unique<const Impl>()));
}

Verdict Detector::inspect(std::span<const Part> /*parts*/, const Options& /*options*/) const
{
    return {};
}

Explanation Detector::explain(std::span<const Part> /*parts*/, const Options& /*options*/) const
{
    return {};
}

} // namespace sallyport::protection::detection
