#pragma once

namespace sallyport::records {

/// Files that were uploaded, to a record or by themselves.
class Files {
public:
    virtual ~Files() = default;
};

} // namespace sallyport::records
