#include "backend/protection/lists/address_table.h"

#include <algorithm>

namespace sallyport::protection {

using Node = AddressTable::Node;
using Link = AddressTable::Link;
using Bits = std::array<std::uint8_t, 16>;

namespace {

/// How many of the first `most` bits agree.
int commonBits(const Bits& a, const Bits& b, int most) noexcept
{
    int at = 0;
    while (at < most && at % 8 == 0 && at + 8 <= most &&
           a[static_cast<std::size_t>(at / 8)] == b[static_cast<std::size_t>(at / 8)])
        at += 8;
    while (at < most && bitAt(a, at) == bitAt(b, at))
        ++at;
    return at;
}

Bits firstBits(Bits bits, int length) noexcept
{
    for (int i = 0; i < 16; ++i) {
        const int kept = std::clamp(length - i * 8, 0, 8);
        bits[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(bits[static_cast<std::size_t>(i)] & (0xff00 >> kept));
    }
    return bits;
}

/// Makes nodes, and changes those that it has made itself.
struct Maker {
    std::uint32_t batch;

    std::shared_ptr<Node> fresh(const Bits& bits, int length) const
    {
        auto node = std::make_shared<Node>();
        node->bits = bits;
        node->length = static_cast<std::uint8_t>(length);
        node->batch = batch;
        return node;
    }
    std::shared_ptr<Node> own(const Link& link) const
    {
        if (link->batch == batch)
            return std::const_pointer_cast<Node>(link); // nobody else has seen it
        auto copy = std::make_shared<Node>(*link);
        copy->batch = batch;
        return copy;
    }

    Link put(const Link& link, const Bits& bits, int length, std::shared_ptr<AddressEntry> entry, bool& added) const
    {
        if (!link) {
            const auto leaf = fresh(bits, length);
            leaf->entries.push_back(std::move(entry));
            added = true;
            return leaf;
        }
        const int common = commonBits(link->bits, bits, std::min<int>(link->length, length));
        if (common < link->length) {
            // The two part before this node: one above both, which may be the new one.
            const auto above = fresh(firstBits(bits, common), common);
            above->next[bitAt(link->bits, common)] = link;
            if (common == length) {
                above->entries.push_back(std::move(entry));
                added = true;
            } else {
                above->next[bitAt(bits, common)] = put({}, bits, length, std::move(entry), added);
            }
            return above;
        }
        const auto node = own(link);
        if (common == length) {
            const auto same = std::ranges::find(node->entries, entry->kind, &AddressEntry::kind);
            added = same == node->entries.end();
            if (added)
                node->entries.push_back(std::move(entry));
            else
                *same = std::move(entry);
            return node;
        }
        Link& next = node->next[bitAt(bits, common)];
        next = put(next, bits, length, std::move(entry), added);
        return node;
    }

    Link remove(const Link& link, const Bits& bits, int length, AddressEntry::Kind kind, bool& removed) const
    {
        if (!link || link->length > length || !samePrefix(link->bits, bits, link->length))
            return link;
        if (link->length == length) {
            if (std::ranges::find(link->entries, kind, &AddressEntry::kind) == link->entries.end())
                return link;
            const auto node = own(link);
            std::erase_if(node->entries, [kind](const auto& entry) { return entry->kind == kind; });
            removed = true;
            return tidy(node);
        }
        const std::size_t side = bitAt(bits, link->length);
        Link below = remove(link->next[side], bits, length, kind, removed);
        if (!removed)
            return link;
        const auto node = own(link);
        node->next[side] = std::move(below);
        return tidy(node);
    }

    /// A node that says nothing and doesn't part anything isn't needed.
    static Link tidy(const std::shared_ptr<Node>& node)
    {
        if (!node->entries.empty() || (node->next[0] && node->next[1]))
            return node;
        return node->next[0] ? node->next[0] : node->next[1];
    }
};

void visitAll(const Link& link, const std::function<void(const std::shared_ptr<AddressEntry>&)>& visit)
{
    if (!link)
        return;
    for (const auto& entry : link->entries)
        visit(entry);
    visitAll(link->next[0], visit);
    visitAll(link->next[1], visit);
}

} // namespace

AddressEntry::AddressEntry(std::string_view ruleId, Kind ruleKind, UtcTime ruleEnds) : kind(ruleKind), ends(ruleEnds)
{
    std::copy_n(ruleId.begin(), std::min(ruleId.size(), id.size()), id.begin());
}

bool samePrefix(const Bits& a, const Bits& b, int length) noexcept
{
    const int whole = length / 8;
    for (int i = 0; i < whole; ++i) {
        if (a[static_cast<std::size_t>(i)] != b[static_cast<std::size_t>(i)])
            return false;
    }
    const int left = length % 8;
    if (left == 0)
        return true;
    const auto differs = static_cast<unsigned>(a[static_cast<std::size_t>(whole)] ^ b[static_cast<std::size_t>(whole)]);
    return (differs >> (8 - left)) == 0;
}

AddressTable::Change::Change(AddressTable& table)
    : m_table(table), m_roots(table.m_now.load()->roots), m_count(table.size()), m_batch(++table.m_batches)
{
}

AddressTable::Change::~Change()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->roots = std::move(m_roots);
    m_table.m_now.store(std::move(snapshot), std::memory_order_release);
    m_table.m_count.store(m_count, std::memory_order_relaxed);
}

void AddressTable::Change::put(const AddressRange& range, std::shared_ptr<AddressEntry> entry)
{
    bool added = false;
    Link& root = m_roots[range.base.isV4() ? 0 : 1];
    root = Maker{m_batch}.put(root, range.base.bytes(), range.length, std::move(entry), added);
    m_count += added ? 1 : 0;
}

void AddressTable::Change::remove(const AddressRange& range, AddressEntry::Kind kind)
{
    bool removed = false;
    Link& root = m_roots[range.base.isV4() ? 0 : 1];
    root = Maker{m_batch}.remove(root, range.base.bytes(), range.length, kind, removed);
    m_count -= removed ? 1 : 0;
}

void AddressTable::Change::clear()
{
    m_roots = {};
    m_count = 0;
}

std::shared_ptr<AddressEntry> AddressTable::find(const AddressRange& range, AddressEntry::Kind kind) const
{
    const std::shared_ptr<const Snapshot> now = m_now.load();
    const Node* node = now->roots[range.base.isV4() ? 0 : 1].get();
    while (node != nullptr && node->length <= range.length && samePrefix(node->bits, range.base.bytes(), node->length)) {
        if (node->length == range.length) {
            const auto found = std::ranges::find(node->entries, kind, &AddressEntry::kind);
            return found == node->entries.end() ? nullptr : *found;
        }
        node = node->next[bitAt(range.base.bytes(), node->length)].get();
    }
    return nullptr;
}

void AddressTable::forEach(const std::function<void(const std::shared_ptr<AddressEntry>&)>& visit) const
{
    const std::shared_ptr<const Snapshot> now = m_now.load();
    visitAll(now->roots[0], visit);
    visitAll(now->roots[1], visit);
}

} // namespace sallyport::protection
