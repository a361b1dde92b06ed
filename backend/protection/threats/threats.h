#pragma once

namespace sallyport::protection {

/// The threat score of each address with its signals, and what it leads to.
class Threats {
public:
    virtual ~Threats() = default;
};

} // namespace sallyport::protection
