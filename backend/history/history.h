#pragma once

namespace sallyport::history {

/// Every change of the configuration as a version.
class History {
public:
    virtual ~History() = default;
};

} // namespace sallyport::history
