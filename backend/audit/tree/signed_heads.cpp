#include "backend/audit/tree/signed_heads.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/tree/tree_table.h"
#include "backend/base/encoding.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

enum class HeadRowColumn { Size, Root, SignedAt, Signature, End };
constexpr storage::Columns<HeadRowColumn> headRowColumns{{{HeadRowColumn::Size, "size"},
                                                          {HeadRowColumn::Root, "root"},
                                                          {HeadRowColumn::SignedAt, "signed_at"},
                                                          {HeadRowColumn::Signature, "signature"}}};
constexpr std::int64_t headsTried = 100; ///< for one that is genuine, from the newest on
constexpr std::int64_t leavesAddedAtOnce = 8192;
constexpr std::int64_t broughtAtOnce = 100;  ///< heads that a file that could not be written gets later
constexpr std::size_t linesCompared = 1'000; ///< of the file, from its end

constexpr auto headsBelow = storage::select(headRowColumns, "FROM tree_heads WHERE size < $1 ORDER BY size DESC LIMIT $2");

Result<void> insertHead(storage::Transaction& transaction, const SignedHead& head)
{
    SALLYPORT_ASSIGN(auto insert,
                     transaction.prepare("INSERT INTO tree_heads (size, root, signed_at, signature) VALUES ($1, $2, $3, $4) "
                                         "ON CONFLICT (size) DO UPDATE SET root = excluded.root, signed_at = "
                                         "excluded.signed_at, signature = excluded.signature"));
    insert.bind(1, head.size).bind(2, std::span<const std::byte>(head.root)).bind(3, head.time);
    SALLYPORT_TRY(insert.bind(4, std::span<const std::byte>(head.signature)).run());
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM tree_heads WHERE size <= (SELECT size FROM tree_heads "
                                                      "ORDER BY size DESC LIMIT 1 OFFSET $1)"));
    return remove.bind(1, SignedHeads::kept).run();
}

template <std::size_t size>
void copyTo(std::array<std::byte, size>& to, const Bytes& from)
{
    std::copy_n(from.begin(), std::min(from.size(), size), to.begin());
}

} // namespace

Result<std::vector<SignedHead>> readHeads(storage::Transaction& transaction, std::int64_t below, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(headsBelow));
    rows.bind(1, below > 0 ? below : INT64_MAX).bind(2, limit);
    std::vector<SignedHead> heads;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return heads;
        SignedHead& head = heads.emplace_back();
        head.size = rows.row().integer(HeadRowColumn::Size);
        head.time = rows.row().time(HeadRowColumn::SignedAt);
        copyTo(head.root, rows.row().blob(HeadRowColumn::Root));
        copyTo(head.signature, rows.row().blob(HeadRowColumn::Signature));
    }
}

Result<SignedHead> SignedHeads::sign(Journal& journal, Event by) const
{
    by.kind = kind::headSigned;
    by.object = {"journal", {}, "Audit journal"};
    // Nearly all before the write, so that nobody waits for it.
    SALLYPORT_ASSIGN(std::optional<LeafTree> leaves, leavesUpToNow());
    if (leaves && leaves->firstDifferent()) {
        SALLYPORT_TRY(nameChangedNode(journal, leaves->firstDifferent()->first));
        // Or it is a leaf that was changed, and the node above is what once was made of the events, which decide.
        SALLYPORT_ASSIGN(const bool fit, areOfTheirEvents(m_store, *leaves->firstDifferent()));
        if (!fit)
            leaves.reset();
    }
    SALLYPORT_ASSIGN(const SignedHead head, m_store.write([&](storage::Transaction& transaction) -> Result<SignedHead> {
        SignedHead made;
        SALLYPORT_ASSIGN(const TreeEdge edge, readEdge(transaction));
        made.size = edge.size;
        if (leaves && leaves->size() <= edge.size) {
            LeafTree whole = *leaves; // the write may be tried again
            while (whole.size() < edge.size)
                SALLYPORT_TRY(whole.grow(transaction, edge.size, leavesAddedAtOnce));
            made.root = whole.root();
        } else {
            SALLYPORT_ASSIGN(made.root, rootOf(storedNodes(transaction), edge.size));
        }
        made.time = std::chrono::floor<std::chrono::milliseconds>(m_store.now());
        SALLYPORT_ASSIGN(made.signature, m_key.sign(headText(made)));
        SALLYPORT_TRY(insertHead(transaction, made));
        Event event = by;
        event.detailsJson = Details().number("size", made.size).text("root", toHex(made.root)).json();
        SALLYPORT_TRY(journal.append(transaction, std::move(event)));
        return made;
    }));
    SALLYPORT_TRY(bringFile(journal));
    return head;
}

Result<std::optional<LeafTree>> SignedHeads::leavesUpToNow() const
{
    SALLYPORT_ASSIGN(const TreeEdge edge, m_store.read(readEdge));
    SALLYPORT_ASSIGN(const std::vector<SignedHead> known, list(0, headsTried));
    const auto genuine = std::ranges::find_if(known, [this](const SignedHead& head) { return m_key.fits(head); });
    auto tree = treeOfLeaves(m_store, genuine != known.end() ? std::optional(*genuine) : std::nullopt, edge.size);
    if (!tree && tree.error().code == ErrorCode::DatabaseDamaged)
        return std::optional<LeafTree>();
    SALLYPORT_TRY(tree);
    return std::optional(std::move(*tree));
}

Result<void> SignedHeads::bringFile(Journal& journal) const
{
    SALLYPORT_TRY(nameCutHeadFile(journal));
    SALLYPORT_ASSIGN(const std::int64_t newest, writeFile());
    noteHeadFile(journal, newest);
    return {};
}

Result<std::int64_t> SignedHeads::writeFile() const
{
    const std::lock_guard lock(m_writing);
    // The file first: what stands there was committed before.
    SALLYPORT_ASSIGN(const auto lines, m_file.read(linesCompared));
    SALLYPORT_ASSIGN(const std::vector<SignedHead> heads, list(0, broughtAtOnce));
    const auto has = [&lines](const SignedHead& head) {
        return std::ranges::any_of(lines, [&](const HeadFile::Line& line) {
            return line.readable && line.head.size == head.size && line.head.root == head.root;
        });
    };
    for (auto head = heads.rbegin(); head != heads.rend(); ++head)
        if (!has(*head))
            SALLYPORT_TRY(m_file.add(*head, m_key.publicKey()));
    return heads.empty() ? 0 : heads.front().size;
}

Result<SignedHead> SignedHeads::current(Journal& journal, Event by) const
{
    SALLYPORT_ASSIGN(const std::optional<SignedHead> last, newest());
    SALLYPORT_ASSIGN(const TreeEdge edge, m_store.read(readEdge));
    if (!last || edge.size != last->size + 1)
        return sign(journal, std::move(by));
    SALLYPORT_TRY(bringFile(journal));
    return *last;
}

Result<SignedHead> SignedHeads::over(Journal& journal, Event by, std::int64_t position) const
{
    SALLYPORT_ASSIGN(const std::optional<SignedHead> last, newest());
    if (last && last->size > position)
        return *last;
    return sign(journal, std::move(by));
}

Result<std::vector<SignedHead>> SignedHeads::list(std::int64_t below, std::int64_t limit) const
{
    return m_store.read([&](storage::Transaction& transaction) { return readHeads(transaction, below, limit); });
}

Result<std::optional<SignedHead>> SignedHeads::newest() const
{
    SALLYPORT_ASSIGN(const std::vector<SignedHead> heads, list(0, 1));
    return heads.empty() ? std::optional<SignedHead>() : std::optional(heads.front());
}

} // namespace sallyport::audit
