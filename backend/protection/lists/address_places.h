#pragma once

#include "backend/base/result.h"
#include "backend/protection/lists/address_rule.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace sallyport::protection {

/// Where addresses are, by files of the operator's own in MaxMind's format: one with countries (or cities), one with autonomous
/// systems. None comes with the product. Thread-safe.
class AddressPlaces {
public:
    AddressPlaces();
    ~AddressPlaces();
    AddressPlaces(const AddressPlaces&) = delete;
    AddressPlaces& operator=(const AddressPlaces&) = delete;

    /// Opens these files in place of those it has, and anew what has changed on disk; an empty name is none.
    void setFiles(const std::string& location, const std::string& network);
    /// Reads a mapped file; any thread.
    AddressPlace find(const IpAddress& address) const;

    /// InvalidArgument with the reason unless this file can be used: it opens, is a database of that format, and has `country` in
    /// its records, or with `network` numbers of autonomous systems. Blocks.
    [[nodiscard]] static Result<void> check(const std::string& file, bool network);

private:
    class File;
    std::mutex m_changing;
    std::atomic<std::shared_ptr<const File>> m_location, m_network;
};

} // namespace sallyport::protection
