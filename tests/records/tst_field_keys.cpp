#include "tests/records/records_fixture.h"

#include "backend/records/field_blob.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <set>

namespace tst_field_keys {

using namespace sallyport;
using namespace sallyport::records;
using namespace sallyport::test;

namespace {

constexpr std::string_view place = "record_members|value|01ARZ3NDEKTSV4RRFFQ69G5FAV|a";

SecretBytes key(std::byte with)
{
    return SecretBytes(Bytes(32, with));
}

} // namespace

class FieldKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_11_3_3_blob_isVersionKeyNonceCiphertextTag_andOpensInItsPlaceOnly()
    {
        TestRandom random;
        const auto sealed = blob::seal(key(std::byte{1}), 0x01020304, asBytes("value"), place, random);
        QCOMPARE(sealed->size(), blob::overhead + 5);
        QCOMPARE(toHex(std::span(*sealed).first(5)), std::string("0101020304"));
        QCOMPARE(*blob::keyIdOf(*sealed), std::uint32_t{0x01020304});
        QCOMPARE(blob::open(key(std::byte{1}), 0x01020304, *sealed, place)->view(), std::string_view("value"));
        QVERIFY(!blob::open(key(std::byte{2}), 0x01020304, *sealed, place));
        QVERIFY(!blob::open(key(std::byte{1}), 0x01020305, *sealed, place));
        QVERIFY(!blob::open(key(std::byte{1}), 0x01020304, *sealed, std::string(place) + "b"));
        QVERIFY(!blob::open(key(std::byte{1}), 0x01020304, *sealed, ""));
        QVERIFY(!blob::seal(key(std::byte{1}), 1, {}, "", random));
        for (std::size_t at = 0; at < sealed->size(); ++at) {
            Bytes changed = *sealed;
            changed[at] ^= std::byte{1};
            QVERIFY2(!blob::open(key(std::byte{1}), 0x01020304, changed, place), std::to_string(at).c_str());
            QVERIFY(!blob::open(key(std::byte{1}), 0x01020304, std::span(*sealed).first(at), place));
        }
        random.setFailing(true);
        QCOMPARE(blob::seal(key(std::byte{1}), 1, asBytes("value"), place, random).error().code, ErrorCode::CryptoFailure);
    }

    void sealedTwice_isTwoBlobs()
    {
        TestRandom random;
        QVERIFY(*blob::seal(key(std::byte{1}), 1, asBytes("value"), place, random) !=
                *blob::seal(key(std::byte{1}), 1, asBytes("value"), place, random));
    }

    void uses_areSetAsideOnDisk_beforeTheyAreMade()
    {
        RecordsFixture fixture({.atOnce = 10, .usesOfOne = 1000});
        fixture.add("one", std::nullopt, {{"a", "1"}});
        QCOMPARE(fixture.number("SELECT reserved FROM record_keys"), std::int64_t{10});
        for (int i = 0; i < 9; ++i)
            fixture.add("more", std::nullopt, {{"a", "1"}});
        QCOMPARE(fixture.number("SELECT reserved FROM record_keys"), std::int64_t{10});
        fixture.add("the eleventh", std::nullopt, {{"a", "1"}});
        QCOMPARE(fixture.number("SELECT reserved FROM record_keys"), std::int64_t{20});
        fixture.reopen(); // nine that were set aside are lost, none is given twice
        fixture.add("after a crash", std::nullopt, {{"a", "1"}});
        QCOMPARE(fixture.number("SELECT reserved FROM record_keys"), std::int64_t{30});
    }

    void asvs_11_3_4_keyThatIsUsedUp_givesWayToAnother_andOldValuesStillOpen()
    {
        RecordsFixture fixture({.atOnce = 4, .usesOfOne = 8});
        std::vector<RecordId> ids;
        for (int i = 0; i < 20; ++i)
            ids.push_back(fixture.add("r", std::nullopt, {{"a", "value " + std::to_string(i)}}).id);
        QCOMPARE(fixture.number("SELECT MAX(id) FROM record_keys"), std::int64_t{3});
        QCOMPARE(fixture.number("SELECT MAX(reserved) FROM record_keys"), std::int64_t{8});
        QCOMPARE(fixture.number("SELECT MAX(c) FROM (SELECT COUNT(*) AS c FROM record_members GROUP BY key_id)"),
                 std::int64_t{8});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(fixture.records().unmask(fixture.physician(), ids[static_cast<std::size_t>(i)])->sensitive[0].value.view(),
                     std::string_view("value " + std::to_string(i)));
        QCOMPARE(fixture.kindsOf("2"), std::string("record.key_rotated"));
    }

    void asvs_11_2_2_rotated_isSealedAnew_andTheOldKeyGoes()
    {
        RecordsFixture fixture;
        for (int i = 0; i < 450; ++i)
            fixture.add("r", std::nullopt, {{"a", "1"}, {"b", "2"}});
        const auto before = fixture.records().encryption(access::Actor::system());
        QCOMPARE(before->keyId, std::int64_t{1});
        QCOMPARE(before->members, std::int64_t{900});
        QCOMPARE(before->waiting, std::int64_t{0});
        int told = 0;
        fixture.service->onRotated([&] { ++told; });
        QCOMPARE(fixture.records().rotateKey(access::Actor::system())->waiting, std::int64_t{900});
        QCOMPARE(told, 1);
        // Stopped after two batches, and gone on by another process.
        std::int64_t seen = 0;
        const auto stopped = fixture.records().encryptAnew(access::Actor::system(), [&](std::int64_t done, std::int64_t) {
            seen = done;
            return done < 400;
        });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(seen, std::int64_t{400});
        QCOMPARE(fixture.records().encryption(access::Actor::system())->waiting, std::int64_t{500});
        fixture.reopen();
        std::int64_t total = 0;
        const auto done = fixture.records().encryptAnew(access::Actor::system(), [&](std::int64_t, std::int64_t all) {
            total = all;
            return true;
        });
        QVERIFY(done);
        QCOMPARE(total, std::int64_t{500});
        QCOMPARE(done->waiting, std::int64_t{0});
        QCOMPARE(done->members, std::int64_t{900});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_keys"), std::int64_t{1});
        QCOMPARE(fixture.number("SELECT MIN(key_id) FROM record_members"), std::int64_t{2});
        QVERIFY(fixture.records().findDamaged(access::Actor::system())->empty());
        QCOMPARE(fixture.detailsOf("record.encrypted_anew"), std::string(R"({"members":500,"keys_deleted":1})"));
        access::Actor reader = fixture.editor();
        QCOMPARE(fixture.records().rotateKey(reader).error().required, std::string("settings:update"));
        QCOMPARE(fixture.records().encryption(reader).error().required, std::string("settings:read"));
    }

    void damaged_isLeftAsItIs_withItsKey_andToldOf()
    {
        RecordsFixture fixture;
        const RecordId broken = fixture.add("r", std::nullopt, {{"a", "1"}}).id;
        fixture.add("s", std::nullopt, {{"a", "2"}});
        QVERIFY(fixture.vault.tamper("UPDATE record_members SET name = 'b' WHERE record_id = (SELECT MIN(record_id) FROM "
                                     "record_members)"));
        QVERIFY(fixture.records().rotateKey(access::Actor::system()));
        const auto done = fixture.records().encryptAnew(access::Actor::system(), {});
        QCOMPARE(done.error().code, ErrorCode::CryptoFailure);
        QCOMPARE(fixture.records().encryption(access::Actor::system())->waiting, std::int64_t{1});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_keys"), std::int64_t{2});
        QCOMPARE(fixture.kindsOf(broken.text()), std::string("record.created record.damaged"));
        // Put back where it was, it opens again.
        QVERIFY(fixture.vault.tamper("UPDATE record_members SET name = 'a'"));
        QVERIFY(fixture.records().encryptAnew(access::Actor::system(), {}));
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_keys"), std::int64_t{1});
    }

    void keyThatWentMeanwhile_isNotSealedWith()
    {
        RecordsFixture fixture;
        fixture.add("r", std::nullopt, {{"a", "1"}});
        // Another process has made a key, sealed everything anew and dropped the one that this one has set uses aside of.
        RecordsFixture* first = &fixture;
        auto cipher = RecordKeyCipher::create(SecretBytes(Bytes(32, std::byte{0x51})));
        RecordsService second({first->vault.store(), first->vault.journal(), first->decisions, *first->settings,
                               first->vault.clock, first->random,
                               [](const access::Actor& actor) { return Result<access::Actor>(actor); }},
                              std::move(*cipher));
        QVERIFY(second.rotateKey(access::Actor::system()));
        QVERIFY(second.encryptAnew(access::Actor::system(), {}));
        QCOMPARE(fixture.number("SELECT MIN(id) FROM record_keys"), std::int64_t{2});
        NewRecord record;
        record.title = "s";
        record.sensitive.emplace("a", SecretBytes::fromText("2"));
        const auto refused = fixture.records().create(fixture.editor(), std::move(record));
        QVERIFY(refused); // under the other key, by itself
        QCOMPARE(fixture.records().unmask(fixture.physician(), refused->id)->sensitive[0].value.view(), std::string_view("2"));
        QCOMPARE(fixture.number("SELECT MIN(key_id) FROM record_members"), std::int64_t{2});
    }
};

SALLYPORT_GUILESS_TEST(FieldKeysTest)

} // namespace tst_field_keys
#include "tst_field_keys.moc"
