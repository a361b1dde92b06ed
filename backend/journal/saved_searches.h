#pragma once

namespace sallyport::journal {

/// Searches of events that somebody keeps.
class SavedSearches {
public:
    virtual ~SavedSearches() = default;
};

} // namespace sallyport::journal
