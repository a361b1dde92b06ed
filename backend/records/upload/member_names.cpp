#include "backend/records/upload/member_names.h"

#include "backend/base/utf8.h"
#include "backend/records/upload/archive_member.h"

#include <algorithm>
#include <iterator>

namespace sallyport::records {

namespace {

/// Without empty parts and those that stay where they are.
std::string plainPath(std::string_view name)
{
    std::string path;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        const std::string_view part = name.substr(0, end);
        if (!part.empty() && part != ".")
            path.append(path.empty() ? "" : "/").append(part);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return path;
}

} // namespace

void MemberNames::add(std::string_view name)
{
    m_office = m_office || toLowerAscii(name) == "[content_types].xml";
    m_names.push_back({plainPath(name), name.ends_with('/')});
}

Result<void> MemberNames::check() const
{
    std::vector<Name> names = m_names;
    if (m_office)
        for (Name& name : names)
            name.path = toLowerAscii(name.path);
    const auto before = [](const Name& a, const Name& b) { return a.path < b.path; };
    std::ranges::sort(names, before);
    for (auto name = names.begin(); name != names.end(); ++name) {
        const auto next = std::next(name);
        if (next != names.end() && next->path == name->path && !(name->folder && next->folder))
            return refusedArchive("two entries of the archive have one name");
        if (name->folder)
            continue;
        const std::string within = name->path + '/';
        const auto inside = std::lower_bound(next, names.end(), Name{within}, before);
        if (inside != names.end() && inside->path.starts_with(within))
            return refusedArchive("a file and a folder in the archive have one name");
    }
    return {};
}

bool isEscapedName(std::string_view name, std::string_view path) noexcept
{
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const auto goesOn = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
    while (!name.empty() && !path.empty()) {
        if (isAscii(path.front())) {
            if (path.front() != name.front())
                return false;
            name.remove_prefix(1);
            path.remove_prefix(1);
            continue;
        }
        const std::size_t digits = name.starts_with("#U") ? 4 : name.starts_with("#L") ? 6 : 0;
        const std::string_view escape = name.substr(0, digits + 2);
        if (digits == 0 || escape.size() != digits + 2 || !std::all_of(escape.begin() + 2, escape.end(), hex))
            return false;
        name.remove_prefix(escape.size());
        path.remove_prefix(1);
        path.remove_prefix(static_cast<std::size_t>(std::find_if_not(path.begin(), path.end(), goesOn) - path.begin()));
    }
    return name.empty() && path.empty();
}

} // namespace sallyport::records
