#include "backend/access/cel/declarations.h"

#include "backend/base/nearest_word.h"

namespace sallyport::access::cel {

std::uint32_t Declarations::add(Declared declared)
{
    const auto next = static_cast<std::uint32_t>(m_all.size());
    const auto [place, isNew] = m_slots.emplace(declared.name, next);
    if (!isNew)
        return place->second;
    for (std::size_t dot = declared.name.find('.'); dot != std::string::npos; dot = declared.name.find('.', dot + 1))
        m_prefixes.emplace(declared.name.substr(0, dot), true);
    m_all.push_back(std::move(declared));
    return next;
}

std::optional<std::uint32_t> Declarations::find(std::string_view name) const
{
    const auto found = m_slots.find(name);
    return found == m_slots.end() ? std::nullopt : std::optional(found->second);
}

bool Declarations::isPrefix(std::string_view name) const
{
    return m_prefixes.contains(name);
}

std::string Declarations::nearest(std::string_view name) const
{
    std::vector<std::string_view> known;
    for (const Declared& declared : m_all)
        known.emplace_back(declared.name);
    if (const auto whole = nearestWord(name, known))
        return std::string(*whole);
    // The last part alone, where the first ones are right.
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return {};
    std::vector<std::string_view> beside;
    for (std::string_view& other : known)
        if (other.starts_with(name.substr(0, dot + 1)))
            beside.push_back(other.substr(dot + 1));
    const auto last = nearestWord(name.substr(dot + 1), beside);
    return last ? std::string(name.substr(0, dot + 1)) + std::string(*last) : std::string();
}

} // namespace sallyport::access::cel
