#include "backend/audit/event_id.h"
#include "backend/audit/retention.h"
#include "backend/audit/tree/leaf.h"
#include "backend/base/encoding.h"
#include "tests/audit/evidence_stage.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_evidence {

using namespace sallyport;
using namespace sallyport::audit;
using namespace sallyport::test::packs;
using test::sampleEvent;

/// Heads, proofs and packs as the service gives them, and what a stranger makes of a pack.
class EvidenceTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void head_isOfTheTreeAsItStands();
    void proof_ofAnEvent_leadsToTheSignedRoot();
    void proof_ofSizes_isConsistent();
    void pack_holdsWhatWasAskedFor();
    void pack_ofAFilter_isProvedToo();
    void pack_eachByteMatters();
    void pack_eachByteMatters_alsoInPython();
    void pack_ofAnotherKey_isRefused();
    void pack_ofADamagedJournal_saysSo_inBothVerifiers();
    void pack_cancelled_leavesNothing();
    void packs_areListedSavedAndDeleted();
    void packs_withoutPermission_areNotGiven();
    void packs_tooMany_areRefused();
};

void EvidenceTest::head_isOfTheTreeAsItStands()
{
    Stage stage(3);
    const auto head = stage.evidence->head(auditor());
    QVERIFY(head);
    QCOMPARE(head->size, 3);
    QCOMPARE(head->root.size(), std::size_t{64});
    QCOMPARE(stage.evidence->head(auditor())->size, 3);
    QCOMPARE(stage.evidence->state(auditor())->size, 4); // its record
    QCOMPARE(stage.events("audit.head_signed").size(), std::size_t{1});
    stage.add("Later");
    QCOMPARE(stage.evidence->head(auditor())->size, 5);
    const auto heads = stage.evidence->heads(auditor(), 0, 10);
    QCOMPARE(heads->size(), std::size_t{2});
    QCOMPARE(heads->front().size, 5);
    QCOMPARE(heads->back().root, head->root);
}

void EvidenceTest::proof_ofAnEvent_leadsToTheSignedRoot()
{
    Stage stage(20);
    for (const Event& event : stage.events("auth.login")) {
        const auto proof = stage.evidence->prove(auditor(), eventId(event));
        QVERIFY(proof);
        QCOMPARE(proof->index, event.sequence - 1);
        std::vector<TreeHash> hashes;
        for (const std::string& hash : proof->hashes)
            hashes.push_back(*hashFromHex(hash));
        const TreeHash leaf = leafOf(event, *hashFromHex(event.hash));
        QCOMPARE(toHex(leaf), proof->leaf);
        QCOMPARE(toHex(*rootByInclusion(leaf, proof->index, proof->head.size, hashes)), proof->head.root);
    }
    QCOMPARE(stage.events("audit.head_signed").size(), std::size_t{1});
    QCOMPARE(stage.evidence->prove(auditor(), "evt_nonsense").error().code, ErrorCode::NotFound);
    QCOMPARE(stage.evidence->prove(auditor(), "999").error().code, ErrorCode::NotFound);
}

void EvidenceTest::proof_ofSizes_isConsistent()
{
    Stage stage(20);
    const auto proof = stage.evidence->consistency(auditor(), 7, 19);
    QVERIFY(proof);
    std::vector<TreeHash> hashes;
    for (const std::string& hash : proof->hashes)
        hashes.push_back(*hashFromHex(hash));
    QVERIFY(isConsistent(7, *hashFromHex(proof->fromRoot), 19, *hashFromHex(proof->toRoot), hashes));
    QCOMPARE(stage.evidence->consistency(auditor(), 7, 21).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(stage.evidence->consistency(auditor(), 8, 7).error().fields.front().field, std::string("from"));
}

void EvidenceTest::pack_holdsWhatWasAskedFor()
{
    Stage stage(300);
    const std::string text = stage.packOf();
    const auto summary = checked(text, stage.evidence->fingerprint());
    QVERIFY2(summary, wordsOf(summary).constData());
    QCOMPARE(summary->manifest.records, 300);
    QCOMPARE(summary->firstSequence, 1);
    QCOMPARE(summary->lastSequence, 300);
    QCOMPARE(summary->manifest.vault, std::string("Vault \"Nord\"\n"));
    QCOMPARE(summary->manifest.by, std::string("Ada"));
    QVERIFY(checked(text, stage.evidence->fingerprint(), 7)); // in any pieces
    QCOMPARE(stage.events("audit.evidence_created").size(), std::size_t{1});
    QCOMPARE(stage.events("audit.evidence_downloaded").size(), std::size_t{1});
}

void EvidenceTest::pack_ofAFilter_isProvedToo()
{
    Stage stage;
    for (int i = 0; i < 400; ++i)
        stage.add(i % 7 == 3 ? "Jonas" : "Mei");
    journal::PackRequest request;
    request.query.users = {"Jonas"};
    request.query.since = stage.journal.clock.now() - std::chrono::seconds(200);
    request.query.until = stage.journal.clock.now() - std::chrono::seconds(50);
    request.filter = "user:Jonas";
    const auto summary = checked(stage.packOf(request), stage.evidence->fingerprint());
    QVERIFY2(summary, wordsOf(summary).constData());
    QVERIFY(summary->manifest.records > 15 && summary->manifest.records < 30);
    QCOMPARE(summary->manifest.filter, std::string("user:Jonas"));
    QVERIFY(summary->manifest.since == request.query.since);
    request.query.users = {"Nobody"};
    QCOMPARE(checked(stage.packOf(request), stage.evidence->fingerprint())->manifest.records, 0);
}

void EvidenceTest::pack_eachByteMatters()
{
    Stage stage(5);
    journal::PackRequest request;
    request.query.users = {"User 1", "User 3"};
    const std::string good = stage.packOf(request);
    const std::string fingerprint = stage.evidence->fingerprint();
    QVERIFY(checked(good, fingerprint));
    std::size_t line = 1;
    for (std::size_t place = 0; place < good.size(); ++place) {
        for (const int mask : {1, 0x20, 0x80}) {
            std::string bad = good;
            bad[place] = static_cast<char>(bad[place] ^ mask);
            const auto result = checked(bad, fingerprint);
            const QByteArray what = "byte " + QByteArray::number(qulonglong(place)) + ": " + wordsOf(result);
            QVERIFY2(!result, what.constData());
            const std::string begin = "line " + std::to_string(line);
            QVERIFY2(result.error().detail.starts_with(begin + ":") || result.error().detail.starts_with(begin + " ("),
                     what.constData());
        }
        if (good[place] == '\n')
            ++line;
        QVERIFY(!checked(std::string_view(good).substr(0, place), fingerprint));
    }
    QCOMPARE(wordsOf(checked(good + "x\n", fingerprint)),
             QByteArray("line " + QByteArray::number(qulonglong(line)) + ": stands behind the pack's end"));
    QCOMPARE(wordsOf(checked({}, fingerprint)), QByteArray("line 1: is missing: the pack was cut off"));
}

void EvidenceTest::pack_eachByteMatters_alsoInPython()
{
    Stage stage(5);
    journal::PackRequest request;
    request.query.users = {"User 1", "User 3"};
    const std::string good = stage.packOf(request);
    const auto file = stage.journal.directory() / "pack.jsonl";
    std::ofstream(file, std::ios::binary) << good;
    const QString scripts = QStringLiteral(SALLYPORT_TEST_SCRIPTS),
                  verifier = scripts + QStringLiteral("/../../docs/verify_evidence.py");
    const QString pack = QString::fromStdString(file.string()), key = QString::fromStdString(stage.evidence->fingerprint());
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("python3"), {verifier, pack, QStringLiteral("--fingerprint"), key});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitCode() == 0 && said.startsWith("intact: 2 events"), said.constData());
    process.start(QStringLiteral("python3"), {scripts + QStringLiteral("/flip_pack.py"), verifier, pack, key});
    QVERIFY(process.waitForFinished(240'000));
    const QByteArray wrong = process.readAll();
    QVERIFY2(process.exitCode() == 0, wrong.constData());
    process.start(QStringLiteral("python3"), {verifier, pack, QStringLiteral("--fingerprint"), QString(64, QLatin1Char('0'))});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAll().contains("line 1: the key is not the one"));
}

void EvidenceTest::pack_ofAnotherKey_isRefused()
{
    Stage stage(2);
    const std::string good = stage.packOf();
    const auto other = HeadKey::make(SecretBytes(Bytes(32, std::byte{0x12})));
    QCOMPARE(wordsOf(checked(good, other->fingerprint())), QByteArray("line 1: the key is not the one with that fingerprint"));
    QVERIFY(checked(good, QByteArray::fromStdString(stage.evidence->fingerprint()).toUpper().toStdString()));
}

void EvidenceTest::pack_ofADamagedJournal_saysSo_inBothVerifiers()
{
    Stage stage(9);
    const std::string sound = stage.packOf();
    QVERIFY(sound.substr(0, sound.find('\n')).find("damage") == std::string::npos);
    QVERIFY(stage.evidence->list(auditor())->front().damage.empty());
    QVERIFY(stage.evidence->read(auditor(), stage.evidence->list(auditor())->front().id)->damage.empty());
    // Nobody has verified since: making the pack finds it.
    QVERIFY(stage.journal.tamper("DELETE FROM events WHERE sequence = 4"));
    const auto pack = stage.evidence->create(auditor(), {}, {});
    QVERIFY(pack);
    QCOMPARE(pack->damage, std::string("missing"));
    QCOMPARE(stage.evidence->read(auditor(), pack->id)->damage, std::string("missing"));
    QVERIFY(stage.journal->damage());
    QCOMPARE(stage.events("audit.damaged").size(), std::size_t{1});
    QVERIFY(stage.events("audit.evidence_created").back().detailsJson.find("\"damage\":\"missing\"") != std::string::npos);
    const auto file = stage.journal.directory() / "pack.jsonl";
    QVERIFY(stage.evidence->save(auditor(), pack->id, file, journal::ExistingFile::Refuse));
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto summary = checked(text, stage.evidence->fingerprint());
    QVERIFY2(summary, wordsOf(summary).constData());
    QCOMPARE(summary->manifest.damage, std::string("missing"));
    const Said said = stage.inPython(text);
    QCOMPARE(said.code, 3);
    QVERIFY(said.out.startsWith("intact: ") && said.error.startsWith("DAMAGED: "));
    // What it says of that is signed with the rest.
    std::string bad = text;
    bad.replace(bad.find("missing"), 7, "nothing");
    QCOMPARE(wordsOf(checked(bad, stage.evidence->fingerprint())), QByteArray("line 1: does not fit its sum"));
}

void EvidenceTest::pack_cancelled_leavesNothing()
{
    Stage stage(9);
    const auto pack = stage.evidence->create(auditor(), {}, [](std::int64_t, std::int64_t) { return false; });
    QCOMPARE(pack.error().code, ErrorCode::Cancelled);
    QVERIFY(stage.evidence->list(auditor())->empty());
    const auto left = stage.journal.store().read([](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM evidence_packs"));
        SALLYPORT_TRY(row.step());
        return row.integer();
    });
    QCOMPARE(*left, 0);
}

void EvidenceTest::packs_areListedSavedAndDeleted()
{
    Stage stage(9);
    const auto first = stage.evidence->create(auditor(), {}, {});
    stage.journal.clock.advance(std::chrono::seconds(1));
    const auto second = stage.evidence->create(auditor(), {}, {});
    QVERIFY(first && second);
    const auto packs = *stage.evidence->list(auditor());
    QCOMPARE(packs.size(), std::size_t{2});
    QCOMPARE(packs.front().id, second->id);
    QCOMPARE(packs.back().records, first->records);
    QCOMPARE(packs.back().sha256, first->sha256);
    const auto file = stage.journal.directory() / "saved.jsonl";
    QVERIFY(stage.evidence->save(auditor(), first->id, file, journal::ExistingFile::Refuse));
    QCOMPARE(static_cast<std::int64_t>(std::filesystem::file_size(file)), first->bytes);
    QCOMPARE(stage.evidence->save(auditor(), first->id, file, journal::ExistingFile::Refuse).error().code,
             ErrorCode::AlreadyExists);
    QVERIFY(stage.evidence->remove(auditor(), first->id));
    QCOMPARE(stage.evidence->remove(auditor(), first->id).error().code, ErrorCode::NotFound);
    QCOMPARE(stage.evidence->read(auditor(), first->id).error().code, ErrorCode::NotFound);
    QCOMPARE(stage.events("audit.evidence_deleted").size(), std::size_t{1});
    QCOMPARE(stage.evidence->list(auditor())->size(), std::size_t{1});
    QVERIFY(stage.journal->verify({})->intact);
}

void EvidenceTest::packs_withoutPermission_areNotGiven()
{
    Stage stage(3);
    access::Actor nobody;
    nobody.kind = access::Actor::Kind::User;
    QCOMPARE(stage.evidence->head(nobody).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(stage.evidence->prove(nobody, "1").error().code, ErrorCode::PermissionDenied);
    QCOMPARE(stage.evidence->consistency(nobody, 0, 1).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(stage.evidence->heads(nobody, 0, 1).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(stage.evidence->create(nobody, {}, {}).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(stage.evidence->list(nobody).error().code, ErrorCode::PermissionDenied);
    QCOMPARE(stage.evidence->remove(nobody, "x").error().code, ErrorCode::PermissionDenied);
    // Also if it goes while the pack is made.
    const auto pack =
        stage.evidence->create(auditor(), {}, [&](std::int64_t, std::int64_t) { return stage.allowed = false, true; });
    QCOMPARE(pack.error().code, ErrorCode::PermissionDenied);
}

void EvidenceTest::packs_tooMany_areRefused()
{
    Stage stage(1);
    for (std::int64_t i = 0; i < journal::packsLimit; ++i)
        QVERIFY(stage.journal.tamper(
            "INSERT INTO evidence_packs (id, created_at, created_by, since, until, filter, records, bytes, head_size, sha256) "
            "SELECT 'p' || COUNT(*), 9000000000000000, '', NULL, NULL, '', 0, 0, 1, "
            "zeroblob(32) FROM evidence_packs"));
    QCOMPARE(stage.evidence->create(auditor(), {}, {}).error().code, ErrorCode::LimitReached);
}

SALLYPORT_GUILESS_TEST(EvidenceTest)

} // namespace tst_evidence

#include "tst_evidence.moc"
