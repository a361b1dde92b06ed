#pragma once

namespace sallyport {

/// Changes that would cut off whoever makes them: they act at once and are taken back unless they are confirmed.
class ProvisionalChanges {
public:
    virtual ~ProvisionalChanges() = default;
};

} // namespace sallyport
