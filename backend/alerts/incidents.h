#pragma once

namespace sallyport::alerts {

/// What the rules have found, folded, until somebody has dealt with it.
class Incidents {
public:
    virtual ~Incidents() = default;
};

} // namespace sallyport::alerts
