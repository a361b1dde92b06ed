#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

/// The names of an archive's members, of which no two may be one: some programs take the first then, some the last, and what
/// was looked at is not what everybody finds.
class MemberNames {
public:
    /// A path; with a slash at its end that of a folder.
    void add(std::string_view name);

    /// InvalidArgument (`file`, rule `archive`) if two files have one name, or a file has that of a folder. `./a` is `a`. `A` is
    /// another one: source code has a Makefile beside a makefile. Only in packages of Office (with `[Content_Types].xml`) it
    /// isn't, whose parts have no case (ECMA-376-2 §6.2.2).
    Result<void> check() const;

private:
    struct Name {
        std::string path;
        bool folder = false;
    };
    std::vector<Name> m_names;
    bool m_office = false;
};

/// True if `name` is `path` with `#U00e4` or `#L01f600` for each letter beyond ASCII: so Info-ZIP writes what a machine's code
/// page hasn't.
bool isEscapedName(std::string_view name, std::string_view path) noexcept;

} // namespace sallyport::records
