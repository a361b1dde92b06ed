#include "backend/protection/limits/rate_limits_service.h"

namespace sallyport::protection {

namespace {

Error notYet()
{
    return makeError(ErrorCode::Unavailable, "Rate limits can't be read here yet");
}

} // namespace

std::string_view rateCallerWord(RateCaller::Kind kind) noexcept
{
    switch (kind) {
    case RateCaller::Kind::Address: return "address";
    case RateCaller::Kind::User: return "user";
    case RateCaller::Kind::ServiceAccount: return "service_account";
    case RateCaller::Kind::Key: return "key";
    }
    return "unknown";
}

Result<std::vector<RateRule>> RateLimitsService::list(const access::Actor&)
{
    return notYet();
}

Result<RateRule> RateLimitsService::read(const access::Actor&, std::string_view)
{
    return notYet();
}

Result<RateUsage> RateLimitsService::usage(const access::Actor&, std::string_view, std::size_t)
{
    return notYet();
}

Result<RatePreview> RateLimitsService::preview(const access::Actor&, std::string_view, const RateNumbers&)
{
    return notYet();
}

Result<RateRule> RateLimitsService::create(const access::Actor&, NewRateRule)
{
    return notYet();
}

Result<RateRule> RateLimitsService::change(const access::Actor&, std::string_view, RateRulePatch)
{
    return notYet();
}

Result<void> RateLimitsService::remove(const access::Actor&, std::string_view)
{
    return notYet();
}

Result<std::uint32_t> RateLimitsService::reset(const access::Actor&, std::string_view, std::string_view)
{
    return notYet();
}

Result<void> RateLimitsService::putBack(const access::Actor&, std::string_view, std::string_view, std::uint32_t)
{
    return notYet();
}

Result<std::vector<std::string>> RateLimitsService::exempt(const access::Actor&)
{
    return notYet();
}

Result<std::vector<std::string>> RateLimitsService::setExempt(const access::Actor&, std::vector<std::string>)
{
    return notYet();
}

} // namespace sallyport::protection
