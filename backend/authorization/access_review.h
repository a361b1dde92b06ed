#pragma once

namespace sallyport::authorization {

/// Who has what, since when, by whom, and when it was last used.
class AccessReview {
public:
    virtual ~AccessReview() = default;
};

} // namespace sallyport::authorization
