#pragma once

namespace sallyport::protection {

/// The rate limits: classes and own rules, what they count now, what other numbers would have refused.
class RateLimits {
public:
    virtual ~RateLimits() = default;
};

} // namespace sallyport::protection
