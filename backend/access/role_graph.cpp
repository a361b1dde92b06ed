#include "backend/access/role_graph.h"

#include "backend/access/role_limits.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace sallyport::access {

namespace {

/// The roles as numbers: who inherits from whom.
struct Graph {
    explicit Graph(std::span<const Role> roles) : parents(roles.size())
    {
        for (std::size_t at = 0; at < roles.size(); ++at)
            places.emplace(roles[at].name, at);
        for (std::size_t at = 0; at < roles.size(); ++at)
            for (const std::string& name : roles[at].inherits)
                if (const auto found = places.find(name); found != places.end())
                    parents[at].push_back(found->second);
    }

    std::unordered_map<std::string_view, std::size_t> places;
    std::vector<std::vector<std::size_t>> parents;
};

/// Everything that is reached from `start`, itself first.
std::vector<std::size_t> reached(const std::vector<std::vector<std::size_t>>& edges, std::size_t start)
{
    std::vector<bool> seen(edges.size());
    std::vector<std::size_t> found{start};
    seen[start] = true;
    for (std::size_t at = 0; at < found.size(); ++at)
        for (const std::size_t next : edges[found[at]])
            if (!seen[next]) {
                seen[next] = true;
                found.push_back(next);
            }
    return found;
}

std::vector<std::vector<std::size_t>> turned(const std::vector<std::vector<std::size_t>>& edges)
{
    std::vector<std::vector<std::size_t>> back(edges.size());
    for (std::size_t at = 0; at < edges.size(); ++at)
        for (const std::size_t to : edges[at])
            back[to].push_back(at);
    return back;
}

/// The shortest way from `start` back to itself, both ends named; empty: there is none.
std::vector<std::size_t> circleOf(const Graph& graph, std::size_t start)
{
    const std::size_t none = graph.parents.size();
    std::vector<std::size_t> from(none, none), queue{start};
    for (std::size_t at = 0; at < queue.size(); ++at)
        for (const std::size_t next : graph.parents[queue[at]]) {
            if (next == start) {
                std::vector<std::size_t> circle{start};
                for (std::size_t step = queue[at]; step != start; step = from[step])
                    circle.push_back(step);
                circle.push_back(start);
                std::ranges::reverse(circle);
                return circle;
            }
            if (from[next] == none) {
                from[next] = queue[at];
                queue.push_back(next);
            }
        }
    return {};
}

/// Steps on the longest way from `start` along `edges`, which have no circle through it; at most `limit` + 1 rounds, each of
/// which takes everything one step further.
std::size_t longestWay(const std::vector<std::vector<std::size_t>>& edges, std::size_t start, std::size_t limit)
{
    std::vector<std::size_t> front{start};
    std::size_t steps = 0;
    while (steps <= limit) {
        std::vector<std::size_t> next;
        for (const std::size_t at : front)
            next.insert(next.end(), edges[at].begin(), edges[at].end());
        std::ranges::sort(next);
        next.erase(std::unique(next.begin(), next.end()), next.end());
        if (next.empty())
            return steps;
        front = std::move(next);
        ++steps;
    }
    return steps;
}

} // namespace

void inheritPermissions(std::span<Role> roles)
{
    const Graph graph(roles);
    for (std::size_t at = 0; at < roles.size(); ++at) {
        PermissionSet all = roles[at].own;
        if (!graph.parents[at].empty())
            for (const std::size_t from : reached(graph.parents, at))
                all.add(roles[from].own);
        roles[at].permissions = all;
    }
}

std::optional<std::string> inheritanceMistake(std::span<const Role> roles, std::string_view name)
{
    const Graph graph(roles);
    const auto found = graph.places.find(name);
    if (found == graph.places.end())
        return std::nullopt;
    if (const auto circle = circleOf(graph, found->second); !circle.empty()) {
        std::string text = "Inherits from itself: ";
        for (std::size_t at = 0; at < circle.size(); ++at)
            text += (at == 0 ? "" : ", ") + roles[circle[at]].name;
        return text + ".";
    }
    const std::size_t up = longestWay(graph.parents, found->second, inheritanceDepth);
    const std::size_t down = longestWay(turned(graph.parents), found->second, inheritanceDepth);
    if (up + down > inheritanceDepth)
        return "Roles inherit over at most " + std::to_string(inheritanceDepth) + " steps.";
    return std::nullopt;
}

std::vector<std::string> heirsOf(std::span<const Role> roles, std::span<const std::string> names)
{
    const Graph graph(roles);
    const auto children = turned(graph.parents);
    std::vector<bool> heir(roles.size());
    for (const std::string& name : names)
        if (const auto found = graph.places.find(name); found != graph.places.end())
            for (const std::size_t at : reached(children, found->second))
                heir[at] = true;
    std::vector<std::string> heirs;
    for (std::size_t at = 0; at < roles.size(); ++at)
        if (heir[at] && std::ranges::find(names, roles[at].name) == names.end())
            heirs.push_back(roles[at].name);
    std::ranges::sort(heirs);
    return heirs;
}

std::map<Permission, std::vector<std::string>> sourcesOf(std::span<const Role> roles, std::string_view name)
{
    const Graph graph(roles);
    std::map<Permission, std::vector<std::string>> sources;
    const auto found = graph.places.find(name);
    if (found == graph.places.end())
        return sources;
    for (const std::size_t at : reached(graph.parents, found->second))
        for (const PermissionInfo& entry : permissions())
            if (roles[at].own.has(entry.permission))
                sources[entry.permission].push_back(roles[at].name);
    for (auto& [permission, names] : sources)
        std::ranges::sort(names);
    return sources;
}

std::map<Permission, std::vector<std::vector<std::string>>> waysOf(std::span<const Role> roles, std::string_view name)
{
    const Graph graph(roles);
    std::map<Permission, std::vector<std::vector<std::string>>> ways;
    const auto found = graph.places.find(name);
    if (found == graph.places.end())
        return ways;
    // In the order of their distance, so that each is reached on its shortest way first.
    std::vector<std::vector<std::string>> wayTo(roles.size());
    wayTo[found->second] = {std::string(name)};
    for (const std::size_t at : reached(graph.parents, found->second)) {
        for (const std::size_t next : graph.parents[at])
            if (wayTo[next].empty()) {
                wayTo[next] = wayTo[at];
                wayTo[next].push_back(roles[next].name);
            }
        for (const PermissionInfo& entry : permissions())
            if (roles[at].own.has(entry.permission))
                ways[entry.permission].push_back(wayTo[at]);
    }
    return ways;
}

const Role* findRole(std::span<const Role> roles, std::string_view idOrName)
{
    const auto role =
        std::ranges::find_if(roles, [&](const Role& one) { return one.id.text() == idOrName || one.name == idOrName; });
    return role == roles.end() ? nullptr : &*role;
}

} // namespace sallyport::access
