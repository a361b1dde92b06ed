#pragma once

namespace sallyport::journal {

/// Signed heads, proofs and packs that a stranger can check.
class Evidence {
public:
    virtual ~Evidence() = default;
};

} // namespace sallyport::journal
