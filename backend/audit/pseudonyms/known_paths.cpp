#include "backend/audit/pseudonyms/known_paths.h"

#include <utility>

namespace sallyport::audit {
namespace {

/// Takes the first segment off, with the slash behind it.
std::string_view takeSegment(std::string_view& path)
{
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    return segment;
}

} // namespace

KnownPaths::KnownPaths(const std::vector<std::string>& patterns) : m_nodes(1)
{
    for (const std::string_view pattern : patterns) {
        const std::size_t slash = pattern.find('/');
        if (slash == std::string_view::npos)
            continue;
        std::string_view left = pattern.substr(slash + 1);
        for (std::size_t node = 0; !left.empty();)
            node = childOf(node, takeSegment(left));
    }
}

std::size_t KnownPaths::childOf(std::size_t node, std::string_view segment)
{
    const bool parameter = segment.starts_with('{');
    const auto known = m_nodes[node].words.find(segment);
    if (!parameter && known != m_nodes[node].words.end())
        return known->second;
    if (parameter && m_nodes[node].parameter != 0)
        return m_nodes[node].parameter;
    const std::size_t made = m_nodes.size();
    m_nodes.emplace_back();
    if (parameter)
        m_nodes[node].parameter = made;
    else
        m_nodes[node].words.emplace(segment, made);
    return made;
}

bool KnownPaths::Walk::isWord(std::string_view segment)
{
    bool word = false;
    std::vector<std::size_t> next;
    for (const std::size_t at : m_here) {
        const Node& node = m_paths.m_nodes[at];
        if (const auto found = node.words.find(segment); found != node.words.end()) {
            word = true;
            next.push_back(found->second);
        }
        if (node.parameter != 0)
            next.push_back(node.parameter);
    }
    m_here = std::move(next);
    return word;
}

} // namespace sallyport::audit
