#include "backend/protection/detection/rule.h"

namespace sallyport::protection::detection {

std::span<const Rule> builtInRules()
{
    return {};
}

const Rule* builtInRule(std::string_view /*id*/)
{
    return nullptr;
}

std::uint32_t rulesVersion()
{
    return 1;
}

Result<void> checkOwnRule(const OwnRule& rule)
{
    if (rule.pattern.empty() || rule.pattern.size() > OwnRule::maxPatternBytes)
        return makeError(ErrorCode::InvalidArgument, "A pattern has 1 to 1000 bytes.");
    return {};
}

} // namespace sallyport::protection::detection
