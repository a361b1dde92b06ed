#pragma once

#include "backend/audit/event_table.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_table.h"
#include "tests/support/test_journal.h"

#include <QtTest>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// What tests of the tree over the journal and of its signed heads have in common.
namespace sallyport::audit::tree_house {

using test::sampleEvent;
using test::TestJournal;

inline std::filesystem::path headsFile(const TestJournal& journal)
{
    return journal.directory() / "heads.jsonl";
}

inline std::shared_ptr<const SignedHeads> attached(TestJournal& journal)
{
    auto heads = std::make_shared<const SignedHeads>(journal.store(), *HeadKey::make(SecretBytes(Bytes(32, std::byte{0x11}))),
                                                     headsFile(journal));
    if (!attachHeads(journal.journal(), heads))
        qFatal("the heads cannot be attached");
    return heads;
}

inline void fill(TestJournal& journal, int count)
{
    const auto done = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
        for (int i = 0; i < count; ++i)
            SALLYPORT_TRY(journal->append(transaction, sampleEvent()));
        return {};
    });
    QVERIFY(done);
}

inline SignedHead signedNow(TestJournal& journal, const SignedHeads& heads)
{
    auto head = heads.sign(journal.journal(), sampleEvent());
    if (!head)
        qFatal("no head: %s", head.error().detail.c_str());
    return *head;
}

/// The root of the events' leaves, without any of what is stored of the tree.
inline TreeHash expectedRoot(TestJournal& journal, std::int64_t size)
{
    GrowingTree tree;
    const auto rows = journal.store().read([&](storage::Transaction& t) { return readRange(t, 1, size, size); });
    for (const StoredEvent& row : *rows)
        tree.add(leafOf(row.event, *hashFromHex(row.event.hash)));
    return tree.root();
}

inline TreeHash storedRoot(TestJournal& journal, std::int64_t size)
{
    return *journal.store().read([&](storage::Transaction& t) { return rootOf(storedNodes(t), size); });
}

/// What each event that tells of damage says it is.
inline std::vector<std::string> damageEvents(TestJournal& journal)
{
    std::vector<std::string> reasons;
    const auto rows = journal.store().read([](storage::Transaction& t) { return readRange(t, 1, 10'000, 10'000); });
    for (const StoredEvent& row : *rows)
        if (row.event.kind == kind::auditDamaged)
            reasons.push_back(row.event.reason);
    return reasons;
}

inline QByteArray verified(TestJournal& journal)
{
    const auto report = journal->verify({});
    if (!report)
        return QByteArray::fromStdString(report.error().detail);
    return report->intact ? QByteArray("intact")
                          : QByteArray::number(qlonglong(report->firstBad)) + ' ' + problemWord(report->problem).data();
}

} // namespace sallyport::audit::tree_house
