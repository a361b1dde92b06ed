#include "backend/protection/lists/address_places.h"

#include "backend/base/name_text.h"

#include <maxminddb.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <initializer_list>

namespace sallyport::protection {
namespace {

constexpr std::size_t nameLimit = 100;          ///< code points of a country's or a network's name
constexpr std::uint32_t nodesSearched = 50'000; ///< for a record that has what is looked for

/// What tells a file from the one that was there before.
struct Stamp {
    dev_t device = 0;
    ino_t inode = 0;
    off_t size = 0;
    std::int64_t changed = 0;
    bool operator==(const Stamp&) const = default;
};

Stamp stampOf(const std::string& file) noexcept
{
    struct stat status {};
    if (file.empty() || ::stat(file.c_str(), &status) != 0)
        return {};
    return {status.st_dev, status.st_ino, status.st_size,
            std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

struct Path {
    std::initializer_list<const char*> parts;
};

/// One value of a record; false if it has none of this type there.
bool value(MMDB_entry_s entry, Path path, std::uint32_t type, MMDB_entry_data_s& data)
{
    std::array<const char*, 4> parts{};
    std::copy_n(path.parts.begin(), std::min(path.parts.size(), parts.size() - 1), parts.begin());
    return MMDB_aget_value(&entry, &data, parts.data()) == MMDB_SUCCESS && data.has_data && data.type == type;
}

std::string textAt(const MMDB_entry_s& entry, Path path)
{
    MMDB_entry_data_s data{};
    if (!value(entry, path, MMDB_DATA_TYPE_UTF8_STRING, data))
        return {};
    return nameFromOutside(std::string_view(data.utf8_string, data.data_size), nameLimit);
}

std::string countryOf(const MMDB_entry_s& entry)
{
    std::string code = textAt(entry, {{"country", "iso_code"}});
    return code.empty() ? textAt(entry, {{"registered_country", "iso_code"}}) : code;
}

std::string countryNameOf(const MMDB_entry_s& entry)
{
    std::string name = textAt(entry, {{"country", "names", "en"}});
    return name.empty() ? textAt(entry, {{"registered_country", "names", "en"}}) : name;
}

std::uint32_t numberOf(const MMDB_entry_s& entry)
{
    MMDB_entry_data_s data{};
    return value(entry, {{"autonomous_system_number"}}, MMDB_DATA_TYPE_UINT32, data) ? data.uint32 : 0;
}

} // namespace

class AddressPlaces::File {
public:
    /// Null if it can't be opened; `why` says so.
    static std::shared_ptr<const File> open(const std::string& name, std::string& why)
    {
        auto file = std::make_shared<File>();
        file->stamp = stampOf(name);
        const int status = MMDB_open(name.c_str(), MMDB_MODE_MMAP, &file->m_database);
        if (status != MMDB_SUCCESS) {
            why = MMDB_strerror(status);
            return nullptr;
        }
        file->m_open = true;
        return file;
    }
    File() = default;
    ~File()
    {
        if (m_open)
            MMDB_close(&m_database);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    std::optional<MMDB_entry_s> find(const IpAddress& address) const
    {
        sockaddr_storage storage{};
        if (address.isV4()) {
            auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
            v4.sin_family = AF_INET;
            std::memcpy(&v4.sin_addr, address.bytes().data(), sizeof v4.sin_addr);
        } else {
            auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
            v6.sin6_family = AF_INET6;
            std::memcpy(&v6.sin6_addr, address.bytes().data(), sizeof v6.sin6_addr);
        }
        int status = MMDB_SUCCESS;
        const MMDB_lookup_result_s result =
            MMDB_lookup_sockaddr(&m_database, reinterpret_cast<const sockaddr*>(&storage), &status);
        if (status != MMDB_SUCCESS || !result.found_entry)
            return std::nullopt;
        return result.entry;
    }

    /// True if one of its first records satisfies `wanted`.
    template <typename Wanted>
    bool anyRecord(const Wanted& wanted) const
    {
        const std::uint32_t most = std::min(m_database.metadata.node_count, nodesSearched);
        for (std::uint32_t number = 0; number < most; ++number) {
            MMDB_search_node_s node{};
            if (MMDB_read_node(&m_database, number, &node) != MMDB_SUCCESS)
                return false;
            if (node.left_record_type == MMDB_RECORD_TYPE_DATA && wanted(node.left_record_entry))
                return true;
            if (node.right_record_type == MMDB_RECORD_TYPE_DATA && wanted(node.right_record_entry))
                return true;
        }
        return false;
    }

    Stamp stamp;

private:
    MMDB_s m_database{};
    bool m_open = false;
};

AddressPlaces::AddressPlaces() = default;
AddressPlaces::~AddressPlaces() = default;

void AddressPlaces::setFiles(const std::string& location, const std::string& network)
{
    const auto renew = [](std::atomic<std::shared_ptr<const File>>& kept, const std::string& name) {
        const auto before = kept.load();
        if (name.empty())
            return kept.store(nullptr);
        if (before && before->stamp == stampOf(name))
            return;
        std::string why;
        // One that can't be read any more takes nothing away: it is being written anew.
        if (auto file = File::open(name, why); file || !before)
            kept.store(std::move(file));
    };
    const std::lock_guard lock(m_changing);
    renew(m_location, location);
    renew(m_network, network);
}

AddressPlace AddressPlaces::find(const IpAddress& address) const
{
    AddressPlace place;
    if (const auto file = m_location.load()) {
        if (const auto entry = file->find(address)) {
            place.country = countryOf(*entry);
            place.countryName = countryNameOf(*entry);
        }
    }
    if (const auto file = m_network.load()) {
        if (const auto entry = file->find(address)) {
            place.number = numberOf(*entry);
            place.network = textAt(*entry, {{"autonomous_system_organization"}});
        }
    }
    return place;
}

Result<void> AddressPlaces::check(const std::string& name, bool network)
{
    std::string why;
    const auto file = File::open(name, why);
    if (!file)
        return makeError(ErrorCode::InvalidArgument, "This file can't be used: " + why);
    const bool usable = network ? file->anyRecord([](const MMDB_entry_s& entry) { return numberOf(entry) != 0; })
                                : file->anyRecord([](const MMDB_entry_s& entry) { return !countryOf(entry).empty(); });
    if (!usable)
        return makeError(ErrorCode::InvalidArgument,
                         network ? "This file has no numbers of autonomous systems." : "This file has no countries.");
    return {};
}

} // namespace sallyport::protection
