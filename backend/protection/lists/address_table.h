#pragma once

#include "backend/base/clock.h"
#include "backend/protection/lists/address_range.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// What one rule says, and how often it was asked for. The time and the hits change while it is looked at.
struct AddressEntry {
    enum class Kind : std::uint8_t { Allow, Block, Ban, Grace };

    AddressEntry(std::string_view ruleId, Kind ruleKind, UtcTime ruleEnds);
    bool holds(UtcTime now) const noexcept { return now < ends.load(std::memory_order_relaxed); }

    std::array<char, 26> id{}; ///< of the rule; zeros: of none
    const Kind kind;
    std::atomic<UtcTime> ends;            ///< UtcTime::max(): never
    std::atomic<std::uint64_t> hits{0};   ///< since they were last stored
    std::atomic<std::int64_t> lastHit{0}; ///< seconds since 1970
    std::string_view idText() const noexcept { return {id.data(), id[0] == '\0' ? 0 : id.size()}; }
};

/// Ranges and what holds for each, as one immutable tree by bits: who looks something up reads a snapshot and waits for nobody,
/// who changes something copies the way to it. 200,000 rules are looked up in under a microsecond and take some 60 MB.
class AddressTable {
public:
    struct Node;
    using Link = std::shared_ptr<const Node>;

    AddressTable() = default;
    AddressTable(const AddressTable&) = delete;
    AddressTable& operator=(const AddressTable&) = delete;

    /// Several changes at once; published when it goes. One writer at a time.
    class Change {
    public:
        explicit Change(AddressTable& table);
        ~Change();
        Change(const Change&) = delete;
        Change& operator=(const Change&) = delete;

        /// In place of what this range has of this kind.
        void put(const AddressRange& range, std::shared_ptr<AddressEntry> entry);
        void remove(const AddressRange& range, AddressEntry::Kind kind);
        void clear();

    private:
        AddressTable& m_table;
        std::array<Link, 2> m_roots;
        std::size_t m_count;
        const std::uint32_t m_batch;
    };

    /// Calls `visit` for what holds for the address, the widest range first, until it says false. Any thread.
    template <typename Visit>
    void visit(const IpAddress& address, Visit&& visit) const;
    /// What this very range has of the kind; null: nothing.
    std::shared_ptr<AddressEntry> find(const AddressRange& range, AddressEntry::Kind kind) const;
    /// Everything, in no order.
    void forEach(const std::function<void(const std::shared_ptr<AddressEntry>&)>& visit) const;
    std::size_t size() const noexcept { return m_count.load(std::memory_order_relaxed); }

private:
    struct Snapshot {
        std::array<Link, 2> roots; ///< of IPv4 and of IPv6
    };
    std::atomic<std::shared_ptr<const Snapshot>> m_now{std::make_shared<const Snapshot>()};
    std::atomic<std::size_t> m_count{0}; ///< of entries
    std::uint32_t m_batches = 0;
};

struct AddressTable::Node {
    std::array<std::uint8_t, 16> bits{};
    std::uint8_t length = 0;
    std::uint32_t batch = 0; ///< of the change that made it, which may still change it
    std::array<Link, 2> next;
    std::vector<std::shared_ptr<AddressEntry>> entries; ///< one of a kind at most
};

/// The bit at `at`, from the front.
constexpr std::size_t bitAt(const std::array<std::uint8_t, 16>& bits, int at) noexcept
{
    return (bits[static_cast<std::size_t>(at / 8)] >> (7 - at % 8)) & 1u;
}

/// Do the first `length` bits agree?
bool samePrefix(const std::array<std::uint8_t, 16>& a, const std::array<std::uint8_t, 16>& b, int length) noexcept;

template <typename Visit>
void AddressTable::visit(const IpAddress& address, Visit&& visit) const
{
    if (size() == 0)
        return;
    const std::shared_ptr<const Snapshot> now = m_now.load(std::memory_order_acquire);
    const int bits = address.isV4() ? 32 : 128;
    const Node* node = now->roots[address.isV4() ? 0 : 1].get();
    while (node != nullptr && node->length <= bits && samePrefix(node->bits, address.bytes(), node->length)) {
        for (const std::shared_ptr<AddressEntry>& entry : node->entries) {
            if (!visit(entry))
                return;
        }
        if (node->length == bits)
            return;
        node = node->next[bitAt(address.bytes(), node->length)].get();
    }
}

} // namespace sallyport::protection
