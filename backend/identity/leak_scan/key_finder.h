#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace sallyport::identity {

/// Finds key texts in a stream of any length with the memory of one piece. Zero bytes are passed over, so that texts in
/// UTF-16 are found too; nothing false comes of that, since a found text has a right checksum.
class KeyFinder {
public:
    using Found = std::function<void(std::string_view text, std::int64_t line)>;
    explicit KeyFinder(Found found) : m_found(std::move(found)) {}
    ~KeyFinder();
    KeyFinder(const KeyFinder&) = delete;
    KeyFinder& operator=(const KeyFinder&) = delete;

    void feed(std::string_view piece);
    /// For the next stream.
    void restart();

private:
    Found m_found;
    std::string m_window;
    std::int64_t m_line = 1; ///< where the window begins
};

} // namespace sallyport::identity
