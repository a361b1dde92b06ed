#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::audit {

/// Which segments of a path are words of the product: those that a pattern has at their place. Everything else somebody typed.
class KnownPaths {
public:
    KnownPaths() : m_nodes(1) {}
    /// Of patterns, `/api/users/{id}/roles`; a method before one is passed over.
    explicit KnownPaths(const std::vector<std::string>& patterns);

    /// Goes along one path, segment by segment.
    class Walk {
    public:
        explicit Walk(const KnownPaths& paths) : m_paths(paths), m_here{0} {}
        /// Whether a pattern that fits so far has this very word here.
        bool isWord(std::string_view segment);

    private:
        const KnownPaths& m_paths;
        std::vector<std::size_t> m_here; ///< nodes that the path so far leads to
    };

private:
    struct Node {
        std::map<std::string, std::size_t, std::less<>> words;
        std::size_t parameter = 0; ///< 0: none here
    };
    std::size_t childOf(std::size_t node, std::string_view segment);

    std::vector<Node> m_nodes; ///< the first is the root
};

} // namespace sallyport::audit
