#pragma once

namespace sallyport::outputs {

/// Where events go besides the journal.
class Destinations {
public:
    virtual ~Destinations() = default;
};

} // namespace sallyport::outputs
