#pragma once

namespace sallyport::records {

/// Comments on records, in rich text.
class Comments {
public:
    virtual ~Comments() = default;
};

} // namespace sallyport::records
