#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace made_zip {

/// An entry as writers make it, or as only somebody who means harm does.
struct Entry {
    std::string name, content; ///< as it lies there
    unsigned method = 0, flags = 0;
    std::uint32_t mode = 0100644;
    int descriptor = 0;     ///< bytes behind the content, its header has no numbers then: 12, 16, 20 or 24
    bool in64 = false;      ///< numbers in Zip64 fields
    std::string extra = {}; ///< fields in both headers
    std::optional<std::string> listedName = {};
    std::optional<std::uint64_t> listedSize = {}, listedAt = {};
    std::optional<std::uint64_t> unpacked = {}; ///< bytes, if that isn't the content's
    std::optional<std::uint32_t> crc = {};      ///< of what is unpacked
};

/// What else is in the file.
struct Around {
    std::string before = {}, between = {}, behindEntries = {}, comment = {}, behind = {};
    std::optional<std::uint64_t> count = {};
    bool end64 = false;
};

inline std::string lowFirst(std::uint64_t value, int bytes)
{
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8)
        text += static_cast<char>(value & 0xff);
    return text;
}

inline std::uint32_t crcOf(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffff;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0u);
    }
    return ~crc;
}

inline std::string field(unsigned id, const std::string& content)
{
    return lowFirst(id, 2) + lowFirst(content.size(), 2) + content;
}

inline std::string made(const std::vector<Entry>& entries, const Around& around = {})
{
    constexpr std::uint64_t none = 0xffffffff;
    std::string file = around.before, directory;
    for (const Entry& one : entries) {
        const std::uint64_t at = file.size(), packed = one.content.size(), size = one.unpacked.value_or(packed);
        const std::uint64_t listed = one.listedSize.value_or(size), listedAt = one.listedAt.value_or(at);
        const std::string crc = lowFirst(one.crc.value_or(crcOf(one.content)), 4);
        const bool behind = one.descriptor != 0;
        const std::string flags = lowFirst(one.flags | (behind ? 8u : 0u), 2), method = lowFirst(one.method, 2);
        const std::string own64 = one.in64 ? field(1, lowFirst(behind ? 0 : size, 8) + lowFirst(behind ? 0 : packed, 8)) : "";
        const auto number = [&](std::uint64_t value) { return lowFirst(one.in64 ? none : value, 4); };
        file += "PK\x03\x04" + lowFirst(45, 2) + flags + method + lowFirst(0, 4) + (behind ? lowFirst(0, 4) : crc) +
                number(behind ? 0 : packed) + number(behind ? 0 : size) + lowFirst(one.name.size(), 2) +
                lowFirst(own64.size() + one.extra.size(), 2) + one.name + own64 + one.extra + one.content;
        if (behind) {
            const int each = one.descriptor >= 20 ? 8 : 4;
            file += (one.descriptor % 8 == 0 ? "PK\x07\x08" : "") + crc + lowFirst(packed, each) + lowFirst(size, each);
        }
        if (&one != &entries.back())
            file += around.between;
        const std::string name = one.listedName.value_or(one.name);
        const std::string listed64 = one.in64 ? field(1, lowFirst(listed, 8) + lowFirst(packed, 8) + lowFirst(listedAt, 8)) : "";
        directory += "PK\x01\x02" + lowFirst(3 << 8 | 45, 2) + lowFirst(45, 2) + flags + method + lowFirst(0, 4) + crc +
                     number(packed) + number(listed) + lowFirst(name.size(), 2) +
                     lowFirst(listed64.size() + one.extra.size(), 2) + lowFirst(0, 6) +
                     lowFirst(std::uint64_t(one.mode) << 16, 4) + number(listedAt) + name + listed64 + one.extra;
    }
    file += around.behindEntries;
    const std::uint64_t at = file.size(), count = around.count.value_or(entries.size());
    file += directory;
    if (around.end64) {
        const std::uint64_t recordAt = file.size();
        file += "PK\x06\x06" + lowFirst(44, 8) + lowFirst(45, 2) + lowFirst(45, 2) + lowFirst(0, 8) + lowFirst(count, 8) +
                lowFirst(count, 8) + lowFirst(directory.size(), 8) + lowFirst(at, 8);
        file += "PK\x06\x07" + lowFirst(0, 4) + lowFirst(recordAt, 8) + lowFirst(1, 4);
    }
    const std::string shownCount = lowFirst(around.end64 ? 0xffff : count, 2);
    return file + "PK\x05\x06" + lowFirst(0, 4) + shownCount + shownCount + lowFirst(around.end64 ? none : directory.size(), 4) +
           lowFirst(around.end64 ? none : at, 4) + lowFirst(around.comment.size(), 2) + around.comment + around.behind;
}

} // namespace made_zip
