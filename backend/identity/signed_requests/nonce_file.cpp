#include "backend/identity/signed_requests/nonce_file.h"

#include "backend/base/descriptor.h"
#include "backend/storage/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <span>
#include <sys/mman.h>
#include <unistd.h>

namespace sallyport::identity {

namespace {

constexpr std::size_t headerSize = 4096; // bytes, a page
constexpr std::size_t roomStep = 4096;   // slots that the disk is asked for at once: 64 KiB
constexpr std::array<char, 8> magic{'S', 'P', 'N', 'O', 'N', 'C', 'E', '1'};

std::int64_t secondsOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

Error writeFailure(const std::filesystem::path& file)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return makeError(full ? ErrorCode::DiskFull : ErrorCode::NotWritable, "cannot write " + file.filename().string());
}

} // namespace

/// The first page. What changes while the file is used is only `clean`.
struct NonceFile::Header {
    std::array<char, 8> magic;
    std::array<char, 40> bootId;
    std::int64_t floor;
    std::uint64_t clean; ///< 1: closed, and on disk
};

namespace {

template <typename Header>
struct Left {
    Header header;
    std::vector<NonceRecord> records;
};

/// What an earlier process left; nothing if it isn't there or no file of ours.
template <typename Header>
std::optional<Left<Header>> readLeft(const std::filesystem::path& file, std::size_t capacity)
{
    const auto text = storage::readSmallFile(file, headerSize + capacity * sizeof(NonceRecord));
    if (!text || text->size() < headerSize || (text->size() - headerSize) % sizeof(NonceRecord) != 0)
        return std::nullopt;
    Left<Header> left;
    std::memcpy(&left.header, text->data(), sizeof(Header));
    if (left.header.magic != magic)
        return std::nullopt;
    left.records.resize((text->size() - headerSize) / sizeof(NonceRecord));
    if (!left.records.empty())
        std::memcpy(left.records.data(), text->data() + headerSize, text->size() - headerSize);
    return left;
}

} // namespace

std::string systemBootId()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

Result<NonceFile::Opened> NonceFile::open(const std::filesystem::path& file, std::size_t capacity, std::string bootId, bool used,
                                          Times times, std::chrono::seconds keptFor)
{
    Header header{magic, {}, 0, 0};
    bootId.resize(std::min(bootId.size(), header.bootId.size() - 1));
    std::ranges::copy(bootId, header.bootId.begin());

    Opened opened;
    const std::int64_t seconds = secondsOf(times.now), deletable = std::min(seconds, secondsOf(times.deletable));
    // A larger file than ours may be of another setting; what it holds is read all the same.
    if (auto left = readLeft<Header>(file, std::max<std::size_t>(capacity, 1u << 20))) {
        const bool whole = left->header.clean == 1 || (!bootId.empty() && left->header.bootId == header.bootId);
        // One further ahead is of a clock that was: it would refuse everything until that day.
        opened.floor = whole ? std::min<std::int64_t>(left->header.floor, seconds + keptFor.count()) : seconds + keptFor.count();
        for (const NonceRecord& record : left->records) {
            if (record.until > deletable)
                opened.records.push_back(record);
        }
        std::ranges::stable_sort(opened.records, {}, &NonceRecord::until);
        if (opened.records.size() > capacity) {
            opened.records.erase(opened.records.begin(), opened.records.end() - static_cast<std::ptrdiff_t>(capacity));
            opened.floor = seconds + keptFor.count();
        }
    } else if (used) {
        opened.floor = seconds + keptFor.count();
    }
    header.floor = opened.floor;

    std::string content(headerSize, '\0');
    std::memcpy(content.data(), &header, sizeof header);
    const auto records = std::as_bytes(std::span(opened.records));
    content.append(reinterpret_cast<const char*>(records.data()), records.size());
    SALLYPORT_TRY(storage::writeFileAtomically(file, std::as_bytes(std::span(content)), storage::Replace::Always));

    Descriptor written = openFile(file, O_RDWR);
    if (!written.valid())
        return writeFailure(file);
    void* memory =
        ::mmap(nullptr, headerSize + capacity * sizeof(NonceRecord), PROT_READ | PROT_WRITE, MAP_SHARED, written.get(), 0);
    if (memory == MAP_FAILED)
        return writeFailure(file);
    opened.file.reset(new NonceFile(written.release(), static_cast<std::byte*>(memory), capacity));
    opened.file->m_there = opened.records.size();
    opened.file->m_next = opened.records.size() % capacity;
    return opened;
}

NonceFile::NonceFile(int descriptor, std::byte* memory, std::size_t capacity)
    : m_descriptor(descriptor), m_memory(memory), m_capacity(capacity)
{
}

NonceFile::~NonceFile()
{
    const std::size_t size = headerSize + m_capacity * sizeof(NonceRecord);
    // First the records, then the word that they are whole.
    if (::fdatasync(m_descriptor) == 0 && ::msync(m_memory, headerSize + m_there * sizeof(NonceRecord), MS_SYNC) == 0) {
        header().clean = 1;
        (void) ::msync(m_memory, headerSize, MS_SYNC);
    }
    ::munmap(m_memory, size);
    ::close(m_descriptor);
}

NonceFile::Header& NonceFile::header() const
{
    return *reinterpret_cast<Header*>(m_memory);
}

bool NonceFile::makeRoom(std::size_t slot)
{
    if (slot < m_there)
        return true;
    // Memory beyond the end of the file, or that the disk has no room for, would end the process when it is touched.
    const std::size_t slots = std::min(slot + roomStep, m_capacity);
    const auto bytes = static_cast<off_t>(headerSize + slots * sizeof(NonceRecord));
    if (::posix_fallocate(m_descriptor, 0, bytes) != 0)
        return false;
    m_there = slots;
    return true;
}

bool NonceFile::append(const NonceRecord& record)
{
    if (!makeRoom(m_next))
        return false;
    std::memcpy(m_memory + headerSize + m_next * sizeof(NonceRecord), &record, sizeof record);
    m_next = (m_next + 1) % m_capacity;
    return true;
}

} // namespace sallyport::identity
