#include "backend/audit/event_id.h"
#include "backend/base/encoding.h"
#include "tests/audit/evidence_stage.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <sstream>

namespace tst_damaged_packs {

using namespace sallyport;
using namespace sallyport::audit;
using namespace sallyport::test::packs;
using test::sampleEvent;

/// Packs of a journal in which somebody has changed something: made all the same, and each event that isn't what was recorded is
/// named.
class DamagedPacksTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pack_ofChangedEvents_namesThem_inBothVerifiers();
    void pack_ofAcceptedDamage_namesItAllTheSame();
    void pack_ofRowsThatNoEventCanBe_isMade();
    void pack_ofARowBeforeTheChain_namesIt();
    void pack_ofATreeWithoutUpperNodes_isMadeOfItsLeaves();
    void pack_ofAChangedUpperNode_isProvedByTheLeaves();
    void pack_saidToBeDamagedByAForger_isRefused();
    void pack_ofAChangedLeaf_isProvedByTheEvent();
    void pack_thatNothingProves_isNotMade();
    void manifest_namesDamagedEvents_inOneWay();
};

void DamagedPacksTest::pack_ofChangedEvents_namesThem_inBothVerifiers()
{
    Stage stage(9);
    QVERIFY(stage.journal.tamper("UPDATE events SET path = '/other' WHERE sequence IN (4, 5, 8)"));
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    const std::vector<EventRange> named{{4, 5}, {8, 8}};
    QCOMPARE(pack->damage, std::string("changed"));
    QVERIFY(pack->damaged == named);
    QVERIFY(stage.evidence->read(auditor(), pack->id)->damaged == named);
    QVERIFY(stage.events("audit.evidence_created").back().detailsJson.find(R"("damaged":"4-5, 8")") != std::string::npos);
    const std::string text = stage.textOf(pack->id);
    const auto summary = checked(text, stage.evidence->fingerprint());
    QVERIFY2(summary, wordsOf(summary).constData());
    QVERIFY(summary->manifest.damaged == named);
    QCOMPARE(summary->manifest.records, 9);
    QVERIFY(text.find(R"("path":"/other")") != std::string::npos); // as it stands
    const Said said = stage.inPython(text);
    QCOMPARE(said.code, 3);
    QVERIFY2(said.out.startsWith("intact: 9 events") && said.error.startsWith("DAMAGED: ") && said.error.endsWith(": 4-5, 8\n"),
             said.error.constData());
    // A period without them is whole in itself, and says what is known of the journal.
    journal::PackRequest request;
    request.query.users = {"User 0"};
    const auto other = stage.evidence->create(auditor(), request, {});
    QVERIFY(other && other->damaged.empty() && !other->damage.empty());
}

void DamagedPacksTest::pack_ofAcceptedDamage_namesItAllTheSame()
{
    Stage stage(9);
    QVERIFY(stage.journal.tamper("UPDATE events SET reason = 'zz' WHERE sequence = 4"));
    Event by = sampleEvent(kind::damageAccepted, "Ada");
    QVERIFY(stage.journal->acceptDamage(by, "known", {}));
    QVERIFY(stage.journal->verify({})->intact);
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    QCOMPARE(pack->damage, std::string("changed"));
    QVERIFY(pack->damaged == std::vector<EventRange>({{4, 4}}));
    QVERIFY(!stage.journal->damage());
    const std::string text = stage.textOf(pack->id);
    QVERIFY(checked(text, stage.evidence->fingerprint()));
    QCOMPARE(stage.inPython(text).code, 3);
}

void DamagedPacksTest::pack_ofRowsThatNoEventCanBe_isMade()
{
    Stage stage(9);
    for (const char* change :
         {"reason = CAST(x'ff41' AS TEXT) WHERE sequence = 2", "status = -7, severity = 99 WHERE sequence = 3",
          "time = 9000000000000000000 WHERE sequence = 4", "hash = zeroblob(300000) WHERE sequence = 5",
          "details = '[', path = replace(hex(zeroblob(200000)), '0', char(1)) WHERE sequence = 6",
          "hash = x'' WHERE sequence = 7"})
        QVERIFY2(stage.journal.tamper(std::string("UPDATE events SET ") + change), change);
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    QVERIFY(pack->damaged == std::vector<EventRange>({{2, 7}}));
    const std::string text = stage.textOf(pack->id);
    const auto summary = checked(text, stage.evidence->fingerprint());
    QVERIFY2(summary, wordsOf(summary).constData());
    QCOMPARE(summary->manifest.records, 9);
    const Said said = stage.inPython(text);
    QVERIFY2(said.code == 3 && said.error.endsWith(": 2-7\n"), said.error.constData());
}

/// The chain is looked at from where it begins: what somebody puts before has no place in it.
void DamagedPacksTest::pack_ofARowBeforeTheChain_namesIt()
{
    Stage stage(9);
    QVERIFY(stage.journal.tamper("CREATE TABLE copied AS SELECT * FROM events WHERE sequence = 4"));
    QVERIFY(stage.journal.tamper("UPDATE copied SET sequence = -3"));
    QVERIFY(stage.journal.tamper("INSERT INTO events SELECT * FROM copied"));
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    QVERIFY(pack->damaged == std::vector<EventRange>({{-3, -3}}));
    QCOMPARE(pack->damage, std::string("inserted"));
    QCOMPARE(pack->records, 9); // it has no leaf
    const std::string text = stage.textOf(pack->id);
    QVERIFY(checked(text, stage.evidence->fingerprint()));
    QCOMPARE(stage.inPython(text).code, 3);
}

void DamagedPacksTest::pack_ofATreeWithoutUpperNodes_isMadeOfItsLeaves()
{
    Stage stage(300);
    QVERIFY(stage.journal.tamper("DELETE FROM tree_nodes WHERE level > 0"));
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    QCOMPARE(pack->damage, std::string("tree_changed"));
    QVERIFY(pack->damaged.empty()); // every event is what its leaf is of
    QCOMPARE(pack->records, 301);   // the damage was recorded before the head was signed
    QCOMPARE(stage.events(kind::auditDamaged).size(), std::size_t{1});
    const std::string text = stage.textOf(pack->id);
    QVERIFY(checked(text, stage.evidence->fingerprint()));
    QCOMPARE(stage.inPython(text).code, 3);
}

void DamagedPacksTest::pack_ofAChangedUpperNode_isProvedByTheLeaves()
{
    Stage stage(700);
    const auto before = stage.evidence->head(auditor());
    QVERIFY(before);
    for (const char* const position : {"0", "1"})
        QVERIFY(stage.journal.tamper(std::string("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 8 AND position = ") +
                                     position));
    // A single event, so that nearly all of its proof are nodes that somebody has changed.
    journal::PackRequest request;
    request.filter = "user:\"User 3\"";
    request.query = *parseFilter(request.filter, stage.journal.clock.now(), {});
    const auto pack = stage.evidence->create(auditor(), request, {});
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    QVERIFY(pack->damaged.empty());
    const std::string text = stage.textOf(pack->id);
    QVERIFY(checked(text, stage.evidence->fingerprint()));
    QCOMPARE(stage.inPython(text).code, 3);
    // So are the proofs that are asked for.
    const Event event = stage.events("auth.login").front();
    const auto proof = stage.evidence->prove(auditor(), eventId(event));
    QVERIFY(proof);
    std::vector<TreeHash> hashes;
    for (const std::string& hash : proof->hashes)
        hashes.push_back(*hashFromHex(hash));
    QCOMPARE(toHex(*rootByInclusion(*hashFromHex(proof->leaf), proof->index, proof->head.size, hashes)), proof->head.root);
    const auto sizes = stage.evidence->consistency(auditor(), 300, before->size);
    QVERIFY(sizes);
    QCOMPARE(sizes->toRoot, before->root);
    hashes.clear();
    for (const std::string& hash : sizes->hashes)
        hashes.push_back(*hashFromHex(hash));
    QVERIFY(isConsistent(300, *hashFromHex(sizes->fromRoot), before->size, *hashFromHex(sizes->toRoot), hashes));
}

/// Who changes a pack can't make of that a damage which was there when it was made.
void DamagedPacksTest::pack_saidToBeDamagedByAForger_isRefused()
{
    Stage stage(9);
    std::vector<std::string> lines;
    std::istringstream stream(stage.packOf());
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    // All sums are made anew, which needs no key.
    const auto forged = [&](bool named) {
        PackSum before, sum;
        std::string text;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            std::string body = *before.open(lines[i]);
            if (i == 0 && named)
                body.replace(body.size() - 1, 1, R"(,"damage":"changed","damaged":[[4,4]]})");
            if (i == 4)
                body.replace(body.find(R"("reason":"")"), 11, R"("reason":"zz")");
            text += sum.close(body);
        }
        return text + lines.back() + '\n';
    };
    const std::string fingerprint = stage.evidence->fingerprint();
    QCOMPARE(wordsOf(checked(forged(false), fingerprint)),
             QByteArray("line 5 (event 4): the record is not the one that the leaf is of"));
    const QByteArray place = "line " + QByteArray::number(qulonglong(lines.size())) + ": the signature of the pack does not fit";
    QCOMPARE(wordsOf(checked(forged(true), fingerprint)), place);
    const Said said = stage.inPython(forged(true));
    QVERIFY2(said.code == 1 && said.error.contains(place) && !said.error.contains("DAMAGED"), said.error.constData());
    QCOMPARE(stage.inPython(forged(false)).code, 1);
    // Nor is what is whole called damaged.
    PackSum before, sum;
    std::string body = *before.open(lines[0]), text;
    body.replace(body.size() - 1, 1, R"(,"damage":"changed","damaged":[[1,1]]})");
    text = sum.close(body);
    text += sum.close(*before.open(lines[1]));
    QCOMPARE(wordsOf(checked(text, fingerprint)),
             QByteArray("line 2 (event 1): the record is the one that the leaf is of, and said to be damaged"));
    QVERIFY(stage.inPython(text).error.contains("said to be damaged"));
}

/// The event is what a head was signed of; the tree's own leaf is what was changed.
void DamagedPacksTest::pack_ofAChangedLeaf_isProvedByTheEvent()
{
    for (const char* change : {"UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 0 AND position = 3",
                               "DELETE FROM tree_nodes WHERE level = 0 AND position = 3"}) {
        Stage stage(300);
        QVERIFY(stage.journal.tamper(change));
        const auto pack = stage.evidence->create(auditor(), {}, {});
        QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
        QCOMPARE(pack->damage, std::string("tree_changed"));
        QVERIFY(pack->damaged.empty());
        const auto summary = checked(stage.textOf(pack->id), stage.evidence->fingerprint());
        // A leaf that is another than the node above it says is recorded before the head is signed; a gap is found by looking.
        const std::int64_t records = stage.events(kind::auditDamaged).front().sequence == 301 ? 301 : 300;
        QVERIFY2(summary && summary->manifest.records == records, wordsOf(summary).constData());
    }
}

void DamagedPacksTest::pack_thatNothingProves_isNotMade()
{
    Stage stage(300);
    QVERIFY(stage.journal.tamper("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 0 AND position = 3"));
    QVERIFY(stage.journal.tamper("UPDATE events SET reason = 'zz' WHERE sequence = 4"));
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QCOMPARE(pack.error().code, ErrorCode::Conflict);
    QVERIFY(pack.error().detail.starts_with("The journal's tree is damaged"));
    QVERIFY(stage.journal->damage());
    QVERIFY(stage.evidence->list(auditor())->empty());
}

void DamagedPacksTest::manifest_namesDamagedEvents_inOneWay()
{
    Stage stage(9);
    const std::string good = stage.packOf();
    const auto with = [&](std::string_view members) {
        PackSum before, sum;
        std::string body = *before.open(good.substr(0, good.find('\n')));
        body.replace(body.size() - 1, 1, std::string(members) + '}');
        return sum.close(body);
    };
    const auto isRead = [&](std::string_view members) {
        PackSum sum;
        const std::string line = with(members);
        const bool here = readPackManifest(*sum.open(line.substr(0, line.size() - 1))).has_value();
        // A stranger's reader says the same of that line; what follows is missing.
        const bool there = stage.inPython(line).error.contains("line 2: is missing");
        if (here != there)
            qFatal("read by one of the two: %s", line.c_str());
        return here;
    };
    QVERIFY(isRead(R"(,"damage":"changed","damaged":[[4,4],[6,9]])"));
    QVERIFY(isRead(R"(,"damage":"changed")"));
    for (const char* members :
         {R"(,"damaged":[[4,4]])", R"(,"damage":"changed","damaged":[])", R"(,"damage":"changed","damaged":[[4]])",
          R"(,"damage":"changed","damaged":[[5,4]])", R"(,"damage":"changed","damaged":[[4,6],[6,7]])",
          R"(,"damage":"changed","damaged":[[4,4.5]])", R"(,"damage":"changed","damaged":[4])",
          R"(,"damage":"changed","damaged":"4")", R"(,"damage":"changed","damaged":[[true,true]])"})
        QVERIFY2(!isRead(members), members);
    const std::vector<EventRange> ranges{{4, 4}, {6, 9}};
    for (std::int64_t sequence = 3; sequence < 11; ++sequence)
        QCOMPARE(isAmong(ranges, sequence), sequence == 4 || (sequence >= 6 && sequence <= 9));
    QCOMPARE(eventRangesText(ranges), std::string("4, 6-9"));
    QCOMPARE(eventRangesText(ranges, 1), std::string("4 and 1 more"));
    QCOMPARE(eventRangesText({}), std::string());
}

SALLYPORT_GUILESS_TEST(DamagedPacksTest)

} // namespace tst_damaged_packs

#include "tst_damaged_packs.moc"
