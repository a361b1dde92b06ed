#include "backend/protection/detection/literal_set.h"

#include "backend/protection/detection/bytes.h"

#include <queue>

namespace sallyport::protection::detection {

namespace {

struct TrieNode {
    std::vector<std::int32_t> next;
    std::int32_t fail = 0;
    std::vector<std::uint16_t> ends;
};

} // namespace

LiteralSet::LiteralSet(const std::vector<std::string>& literals)
{
    for (const auto& literal : literals) {
        for (const char c : literal) {
            auto& column = m_columns[static_cast<unsigned char>(lowered(c))];
            if (column == 0 && m_width < 1U << rowBits) // those beyond share the first column: a test says that there are none
                column = static_cast<std::uint8_t>(m_width++);
        }
    }
    for (unsigned i = 'A'; i <= 'Z'; ++i)
        m_columns[i] = m_columns[i + ('a' - 'A')];
    std::vector<TrieNode> nodes(1);
    nodes[0].next.assign(m_width, -1);
    for (std::size_t index = 0; index < literals.size(); ++index) {
        std::size_t node = 0;
        for (const char c : literals[index]) {
            const auto column = m_columns[static_cast<unsigned char>(c)];
            if (nodes[node].next[column] < 0) {
                nodes[node].next[column] = static_cast<std::int32_t>(nodes.size());
                nodes.emplace_back().next.assign(m_width, -1);
            }
            node = static_cast<std::size_t>(nodes[node].next[column]);
        }
        if (node != 0)
            nodes[node].ends.push_back(static_cast<std::uint16_t>(index));
    }
    // Breadth first: the failure state of a node is nearer to the root and already finished.
    std::queue<std::size_t> queue;
    std::vector<std::size_t> order{0}; // nodes near the root, where texts mostly are, stand together in memory
    for (auto& next : nodes[0].next) {
        if (next < 0)
            next = 0;
        else
            queue.push(static_cast<std::size_t>(next));
    }
    while (!queue.empty()) {
        const std::size_t node = queue.front();
        queue.pop();
        order.push_back(node);
        const auto fail = static_cast<std::size_t>(nodes[node].fail);
        nodes[node].ends.insert(nodes[node].ends.end(), nodes[fail].ends.begin(), nodes[fail].ends.end());
        for (std::size_t column = 0; column < m_width; ++column) {
            auto& next = nodes[node].next[column];
            const auto otherwise = nodes[fail].next[column];
            if (next < 0) {
                next = otherwise;
                continue;
            }
            nodes[static_cast<std::size_t>(next)].fail = otherwise;
            queue.push(static_cast<std::size_t>(next));
        }
    }
    // States that end a literal get the highest numbers: one comparison a byte tells them.
    std::vector<std::uint16_t> number(nodes.size());
    std::uint16_t count = 0;
    for (const bool ends : {false, true}) {
        if (ends)
            m_firstEnd = std::uint32_t{count} << rowBits;
        for (const std::size_t node : order) {
            if (nodes[node].ends.empty() == ends)
                continue;
            number[node] = count++;
            if (ends)
                m_ends.push_back(nodes[node].ends);
        }
    }
    m_next.resize(nodes.size() << rowBits);
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        for (std::size_t column = 0; column < m_width; ++column)
            m_next[(std::size_t{number[node]} << rowBits) + column] = number[static_cast<std::size_t>(nodes[node].next[column])];
    }
}

std::span<const std::uint16_t> LiteralSet::endsAt(std::uint32_t state) const noexcept
{
    return m_ends[(state - m_firstEnd) >> rowBits];
}

} // namespace sallyport::protection::detection
