#pragma once

namespace sallyport::retention {

/// What is kept how long, what must be kept, and what is forgotten.
class Retention {
public:
    virtual ~Retention() = default;
};

} // namespace sallyport::retention
