#pragma once

namespace sallyport::reports {

/// Reports by template, and when they are made.
class Reports {
public:
    virtual ~Reports() = default;
};

} // namespace sallyport::reports
