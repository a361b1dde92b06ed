#pragma once

namespace sallyport::alerts {

/// What is worth somebody's attention, and what is then done.
class AlertRules {
public:
    virtual ~AlertRules() = default;
};

} // namespace sallyport::alerts
