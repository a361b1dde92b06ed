#include "backend/identity/leak_scan/key_finder.h"

#include "backend/base/secret_bytes.h"
#include "backend/identity/api_keys/key_text.h"

#include <algorithm>
#include <iterator>

namespace sallyport::identity {

KeyFinder::~KeyFinder()
{
    wipe(m_window);
}

void KeyFinder::feed(std::string_view piece)
{
    if (piece.find('\0') == piece.npos)
        m_window.append(piece);
    else
        std::ranges::copy_if(piece, std::back_inserter(m_window), [](char c) { return c != '\0'; });
    const auto lines = [this](std::size_t from, std::size_t to) {
        return std::count(m_window.begin() + static_cast<std::ptrdiff_t>(from),
                          m_window.begin() + static_cast<std::ptrdiff_t>(to), '\n');
    };
    std::size_t counted = 0;
    for (auto at = findKeyText(m_window, 0); at; at = findKeyText(m_window, *at + keyTextLength)) {
        m_line += lines(counted, *at);
        counted = *at;
        m_found(std::string_view(m_window).substr(*at, keyTextLength), m_line);
    }
    // Less than a whole text stays, so none is found twice.
    const std::size_t keep = std::min(m_window.size(), keyTextLength - 1);
    const std::size_t done = m_window.size() - keep;
    m_line += lines(counted, done);
    m_window.erase(0, done);
}

void KeyFinder::restart()
{
    m_window.clear();
    m_line = 1;
}

} // namespace sallyport::identity
