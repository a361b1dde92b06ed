#include "tests/records/records_fixture.h"

#include "backend/records/record_file.h"
#include "backend/records/record_limits.h"
#include "backend/records/record_text_keys.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace tst_records {

using namespace sallyport;
using namespace sallyport::records;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

std::string ruleOf(const Error& error, std::size_t at = 0)
{
    return error.fields.size() > at ? error.fields[at].field + " " + error.fields[at].rule : std::string();
}

NewRecord titled(std::string title)
{
    NewRecord record;
    record.title = std::move(title);
    return record;
}

/// Titles of all pages, `limit` at a time; a page that isn't full but the last one fails.
std::vector<std::string> walk(RecordsFixture& fixture, RecordQuery query, std::int64_t* total = nullptr)
{
    std::vector<std::string> titles;
    for (;;) {
        const auto page = fixture.records().list(RecordsFixture::editor(), query);
        if (!page)
            qFatal("%s", page.error().detail.c_str());
        for (const Record& record : page->records)
            titles.push_back(record.title);
        if (total != nullptr)
            *total = page->total;
        if (page->nextCursor.empty())
            return titles;
        if (page->records.size() != query.limit)
            qFatal("a page in between isn't full");
        query.cursor = page->nextCursor;
    }
}

} // namespace

class RecordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void created_isReadBack_maskedAndOwned()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("Discharge summary 2231", "Cardiology", {{"Patient", "Elif"}, {"Diagnosis", "I25.1"}});
        QVERIFY(isIdText(made.id.text()));
        const auto read = fixture.records().read(fixture.editor(), made.id);
        QVERIFY(read);
        QCOMPARE(read->title, std::string("Discharge summary 2231"));
        QCOMPARE(*read->department, std::string("Cardiology"));
        QCOMPARE(read->classification, Classification::Internal);
        QCOMPARE(read->ownerId, fixture.editor().id);
        QCOMPARE(read->createdBy, std::string("Ada Mensah"));
        QCOMPARE(read->version, std::int64_t{1});
        QCOMPARE(read->sensitive, (std::vector<std::string>{"Diagnosis", "Patient"}));
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created"));
        const std::string details = fixture.detailsOf("record.created");
        QVERIFY(details.find("sensitive.Patient") != std::string::npos);
        for (const char* content : {"Discharge", "Elif", "I25.1"})
            QVERIFY2(details.find(content) == std::string::npos, content); // the journal outlives what is deleted
    }

    void department_noneIsNotEmpty()
    {
        RecordsFixture fixture;
        QVERIFY(!fixture.add("none").department);
        QCOMPARE(*fixture.add("empty", "").department, std::string());
        // A policy compares it with the user's: one keyboard's letter with its accent behind it is another's single one.
        QCOMPARE(*fixture.add("accent", "Ge\u0301ne\u0301tique").department, std::string("G\u00e9n\u00e9tique"));
        RecordQuery query;
        query.department = "";
        QCOMPARE(walk(fixture, query), std::vector<std::string>{"empty"});
    }

    void permission_missing_isTold_beforeAnythingIsLookedFor()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one");
        const access::Actor nobody = fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {});
        for (const RecordId& id : {made.id, RecordId("01ARZ3NDEKTSV4RRFFQ69G5FAX")}) {
            QCOMPARE(fixture.records().read(nobody, id).error().required, std::string("records:read"));
            QCOMPARE(fixture.records().change(nobody, id, {}).error().required, std::string("records:update"));
            QCOMPARE(fixture.records().remove(nobody, id).error().required, std::string("records:delete"));
            QCOMPARE(fixture.records().unmask(nobody, id).error().required, std::string("records:read"));
        }
        // Who may change but not read isn't told by a 404 in place of a 403 which records there are.
        const access::Actor blind =
            fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::RecordsUpdate, Permission::RecordsDelete});
        for (const RecordId& id : {made.id, RecordId("01ARZ3NDEKTSV4RRFFQ69G5FAX")}) {
            QCOMPARE(fixture.records().change(blind, id, {}).error().required, std::string("records:read"));
            QCOMPARE(fixture.records().remove(blind, id).error().required, std::string("records:read"));
        }
        QCOMPARE(fixture.records().list(nobody, {}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(fixture.records().create(nobody, titled("x")).error().required, std::string("records:create"));
    }

    void asvs_8_2_2_hiddenRecord_isAsIfItWereNotThere()
    {
        RecordsFixture fixture;
        const Record hidden = fixture.add("hidden", "Radiology");
        const RecordId absent("01ARZ3NDEKTSV4RRFFQ69G5FAX");
        fixture.decisions.only("Cardiology", true);
        const auto same = [&](auto call) {
            const Error one = call(hidden.id), other = call(absent);
            QCOMPARE(one.code, ErrorCode::NotFound);
            QCOMPARE(other.code, ErrorCode::NotFound);
            QCOMPARE(one.detail, other.detail);
            QVERIFY(one.policy.empty() && one.decision == other.decision);
        };
        RecordPatch patch;
        patch.title = "found";
        same([&](const RecordId& id) { return fixture.records().read(fixture.editor(), id).error(); });
        same([&](const RecordId& id) { return fixture.records().unmask(fixture.physician(), id).error(); });
        same([&](const RecordId& id) { return fixture.records().remove(fixture.editor(), id).error(); });
        same([&](const RecordId& id) {
            RecordPatch again;
            again.title = patch.title;
            return fixture.records().change(fixture.editor(), id, std::move(again)).error();
        });
        QVERIFY(!*fixture.records().readKept(fixture.editor(), hidden.id));
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM records"), std::int64_t{1});
    }

    void readable_butNotToBeChanged_isRefusedByName()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one");
        fixture.decisions.allows = [](const access::Actor&, Permission action, const access::Resource&) {
            return action == Permission::RecordsRead;
        };
        RecordPatch patch;
        patch.title = "two";
        const auto refused = fixture.records().change(fixture.editor(), made.id, std::move(patch));
        QCOMPARE(refused.error().code, ErrorCode::PolicyDenied);
        QCOMPARE(refused.error().policy, std::string("rule"));
    }

    void change_intoWhatMayNotBeChanged_isRefused()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one", "Cardiology");
        fixture.decisions.only("Cardiology", true);
        RecordPatch patch;
        patch.department = std::optional<std::string>("Radiology");
        QCOMPARE(fixture.records().change(fixture.editor(), made.id, std::move(patch)).error().code, ErrorCode::PolicyDenied);
        QCOMPARE(*fixture.records().read(fixture.editor(), made.id)->department, std::string("Cardiology"));
    }

    void owner_whomTheCallerMayNotKnowOf_isNobody()
    {
        RecordsFixture fixture;
        NewRecord record = titled("x");
        record.ownerId = UserId("01ARZ3NDEKTSV4RRFFQ69G5FAY");
        const auto refused = fixture.records().create(fixture.editor(), std::move(record));
        QCOMPARE(ruleOf(refused.error()), std::string("owner_id exists"));
        access::Actor knows = fixture.editor();
        knows.permissions.add(Permission::UsersRead);
        NewRecord again = titled("x");
        again.ownerId = UserId("01ARZ3NDEKTSV4RRFFQ69G5FAY"); // isn't there either
        QCOMPARE(ruleOf(fixture.records().create(knows, std::move(again)).error()), std::string("owner_id exists"));
        NewRecord own = titled("x");
        own.ownerId = fixture.editor().id;
        QVERIFY(fixture.records().create(fixture.editor(), std::move(own)));
    }

    void fields_haveLimits()
    {
        RecordsFixture fixture;
        const auto refusal = [&](auto set) {
            NewRecord record = titled("x");
            set(record);
            const auto made = fixture.records().create(fixture.editor(), std::move(record));
            return made ? std::string("accepted") : ruleOf(made.error());
        };
        QCOMPARE(refusal([](NewRecord& r) { r.title = ""; }), std::string("title minLength"));
        QCOMPARE(refusal([](NewRecord& r) { r.title = " "; }), std::string("title visible"));
        QCOMPARE(refusal([](NewRecord& r) { r.title.assign(titleLimit, 'a'); }), std::string("accepted"));
        QCOMPARE(refusal([](NewRecord& r) { r.title.assign(titleLimit + 1, 'a'); }), std::string("title maxLength"));
        QCOMPARE(refusal([](NewRecord& r) { r.body.assign(bodyLimit, 'a'); }), std::string("accepted"));
        QCOMPARE(refusal([](NewRecord& r) { r.body.assign(bodyLimit + 1, 'a'); }), std::string("body maxLength"));
        QCOMPARE(refusal([](NewRecord& r) { r.body = "a\tb\r\nc"; }), std::string("accepted"));
        QCOMPARE(refusal([](NewRecord& r) { r.body = std::string("a\0b", 3); }), std::string("body printable"));
        QCOMPARE(
            refusal([](NewRecord& r) { r.sensitive.emplace("k", SecretBytes::fromText(std::string(memberValueLimit, 'a'))); }),
            std::string("accepted"));
        QCOMPARE(refusal([](NewRecord& r) {
                     r.sensitive.emplace("k", SecretBytes::fromText(std::string(memberValueLimit + 1, 'a')));
                 }),
                 std::string("sensitive.k maxLength"));
        QCOMPARE(refusal([](NewRecord& r) {
                     for (std::size_t i = 0; i <= membersLimit; ++i)
                         r.sensitive.emplace("k" + std::to_string(i), SecretBytes());
                 }),
                 std::string("sensitive maxProperties"));
        QCOMPARE(refusal([](NewRecord& r) {
                     r.sensitive.emplace("k", SecretBytes());
                     r.sensitive.emplace(" k", SecretBytes());
                 }),
                 std::string("sensitive unique"));
        // Added one by one they are no more.
        const Record full = fixture.add("full");
        for (std::size_t i = 0; i <= membersLimit; ++i) {
            RecordPatch patch;
            patch.sensitive.emplace("k" + std::to_string(i), SecretBytes::fromText("v"));
            QCOMPARE(fixture.records().change(fixture.editor(), full.id, std::move(patch)).has_value(), i < membersLimit);
        }
    }

    void change_ofAnOldVersion_isRefused_andNothingMoreIsRecorded()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one");
        const auto change = [&](std::string title, std::int64_t version) {
            RecordPatch patch;
            patch.title = std::move(title);
            patch.expectedVersion = version;
            return fixture.records().change(fixture.editor(), made.id, std::move(patch));
        };
        QCOMPARE(change("two", 1)->version, std::int64_t{2});
        QCOMPARE(change("three", 1).error().code, ErrorCode::PreconditionFailed);
        QCOMPARE(change("two", 2)->version, std::int64_t{2}); // nothing to do
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created record.changed"));
    }

    void sensitiveMembers_stayUnlessNamed()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one", std::nullopt, {{"a", "1"}, {"b", "2"}, {"c", "3"}});
        RecordPatch patch; // what a masked answer says of b comes back with the change
        patch.sensitive.emplace("a", SecretBytes::fromText("4"));
        patch.sensitive.emplace("b", std::nullopt);
        patch.removeSensitive = {"c"};
        QCOMPARE(fixture.records().change(fixture.editor(), made.id, std::move(patch))->sensitive,
                 (std::vector<std::string>{"a", "b"}));
        const auto shown = fixture.records().unmask(fixture.physician(), made.id);
        QCOMPARE(shown->sensitive.at(0).value.view(), std::string_view("4"));
        QCOMPARE(shown->sensitive.at(1).value.view(), std::string_view("2"));
        RecordPatch unknown;
        unknown.sensitive.emplace("d", std::nullopt);
        QCOMPARE(ruleOf(fixture.records().change(fixture.editor(), made.id, std::move(unknown)).error()),
                 std::string("sensitive.d exists"));
    }

    void unmask_needsPermissionAndFactorOfNow_andIsRecordedWithoutValues()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one", std::nullopt, {{"Patient", "Elif Yildiz"}});
        access::Actor reader = fixture.editor();
        reader.mfaAt = fixture.vault.clock.now();
        QCOMPARE(fixture.records().unmask(reader, made.id).error().required, std::string("records:unmask"));
        access::Actor without = fixture.physician();
        without.mfaAt.reset();
        QCOMPARE(fixture.records().unmask(without, made.id).error().code, ErrorCode::MfaRequired);
        const access::Actor physician = fixture.physician();
        fixture.vault.clock.advance(301s);
        QCOMPARE(fixture.records().unmask(physician, made.id).error().code, ErrorCode::StepUpRequired);
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created"));
        const auto shown = fixture.records().unmask(fixture.physician(), made.id);
        QVERIFY(shown);
        QCOMPARE(shown->sensitive.at(0).value.view(), std::string_view("Elif Yildiz"));
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created record.unmasked"));
        QCOMPARE(fixture.detailsOf("record.unmasked"), std::string(R"({"members":"Patient"})"));
    }

    void unmask_thatAPolicyRefuses_showsNothing()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one", std::nullopt, {{"a", "1"}});
        fixture.decisions.allows = [](const access::Actor&, Permission action, const access::Resource&) {
            return action != Permission::RecordsUnmask;
        };
        QCOMPARE(fixture.records().unmask(fixture.physician(), made.id).error().code, ErrorCode::PolicyDenied);
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created"));
    }

    void asvs_11_2_5_blob_movedOrChanged_opensNowhere_andIsToldLoudly_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("another row") << "UPDATE record_members SET value = (SELECT m.value FROM record_members m "
                                        "ORDER BY m.record_id DESC LIMIT 1)"; // the last one keeps its own
        QTest::newRow("another member") << "UPDATE record_members SET name = 'b'";
        QTest::newRow("another column") << "UPDATE record_members SET value = (SELECT wrapped FROM record_keys)";
        QTest::newRow("a bit")
            << "UPDATE record_members SET value = CAST(substr(value, 1, 20) || x'00' || substr(value, 22) AS BLOB)";
        QTest::newRow("another key") << "UPDATE record_members SET value = CAST(x'0100000002' || substr(value, 6) AS BLOB)";
        QTest::newRow("cut") << "UPDATE record_members SET value = substr(value, 1, 20)";
        QTest::newRow("empty") << "UPDATE record_members SET value = x''";
        QTest::newRow("its key is gone") << "DELETE FROM record_keys";
    }
    void asvs_11_2_5_blob_movedOrChanged_opensNowhere_andIsToldLoudly()
    {
        QFETCH(const QString, sql);
        RecordsFixture fixture;
        const Record made = fixture.add("one", std::nullopt, {{"a", "first value"}});
        const Record other = fixture.add("two", std::nullopt, {{"a", "other value"}});
        fixture.vault.clock.advance(1s); // ids are in the order of their times
        fixture.add("three", std::nullopt, {{"a", "last value"}});
        QVERIFY(fixture.vault.tamper(sql.toStdString()));
        fixture.reopen();
        for (const RecordId& id : {made.id, other.id}) {
            const auto shown = fixture.records().unmask(fixture.physician(), id);
            QVERIFY(!shown);
            QCOMPARE(shown.error().code, ErrorCode::CryptoFailure);
            QCOMPARE(shown.error().word, std::string("record_damaged"));
            QVERIFY(shown.error().detail.find("value of this") != std::string::npos);
        }
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created record.damaged"));
        QVERIFY(fixture.records().findDamaged(access::Actor::system())->size() >= 2);
        QVERIFY(fixture.records().read(fixture.editor(), made.id)); // masked as before
    }

    void deleted_isGoneFromTheFile_andStaysInTheJournal()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("Canary title", "Canary ward", {{"a", "1"}});
        QVERIFY(fixture.records().remove(fixture.editor(), made.id));
        QCOMPARE(fixture.records().read(fixture.editor(), made.id).error().code, ErrorCode::NotFound);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM records"), std::int64_t{0});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_members"), std::int64_t{0});
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("record.created record.deleted"));
        QVERIFY(fixture.vault->verify([](std::int64_t, std::int64_t) { return true; })->intact);
    }

    void asvs_14_2_4_values_areNowhereInClear()
    {
        // As somebody sees the database who has its key and not the keyring's others.
        RecordsFixture fixture;
        fixture.add("one", std::nullopt, {{"a", "Elif Yildiz"}});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_members WHERE instr(CAST(value AS TEXT), 'Elif') > 0"),
                 std::int64_t{0});
        QCOMPARE(fixture.number("SELECT length(value) FROM record_members"),
                 static_cast<std::int64_t>(blob::overhead + std::string_view("Elif Yildiz").size()));
    }

    void list_pagesAreFull_andTotalsAreOfWhatMayBeSeen_data()
    {
        QTest::addColumn<bool>("inSql");
        QTest::newRow("the rule is SQL") << true;
        QTest::newRow("the rule is asked row by row") << false;
    }
    void list_pagesAreFull_andTotalsAreOfWhatMayBeSeen()
    {
        QFETCH(const bool, inSql);
        RecordsFixture fixture;
        for (int i = 0; i < 40; ++i)
            fixture.add("r" + std::to_string(100 + i), i % 4 == 0 ? "Cardiology" : "Radiology");
        fixture.decisions.only("Cardiology", inSql);
        for (const auto sort : {RecordQuery::Sort::Title, RecordQuery::Sort::Department, RecordQuery::Sort::Classification,
                                RecordQuery::Sort::Created, RecordQuery::Sort::Changed}) {
            for (const bool descending : {false, true}) {
                RecordQuery query;
                query.limit = 3;
                query.sort = sort;
                query.descending = descending;
                std::int64_t total = 0;
                auto titles = walk(fixture, query, &total);
                QCOMPARE(total, std::int64_t{10});
                if (sort == RecordQuery::Sort::Title)
                    QCOMPARE(titles.front(), std::string(descending ? "r136" : "r100"));
                QCOMPARE(std::set<std::string>(titles.begin(), titles.end()).size(), std::size_t{10});
                QCOMPARE(titles.size(), std::size_t{10});
                query.offset = 4;
                QCOMPARE(fixture.records().list(fixture.editor(), query)->records.front().title, titles.at(4));
            }
        }
        std::int64_t exported = 0;
        QCOMPARE(*fixture.records().exportRecords(fixture.editor(), {}, "csv",
                                                  [&](const Record& record) {
                                                      ++exported;
                                                      return record.department == "Cardiology";
                                                  }),
                 std::int64_t{10});
        QCOMPARE(exported, std::int64_t{10});
        QCOMPARE(fixture.detailsOf("record.exported"), std::string(R"({"format":"csv","records":10})"));
    }

    void search_findsTitlesOnly_andNothingHidden()
    {
        RecordsFixture fixture;
        fixture.add("Écho report", "Cardiology", {{"Patient", "Elif Yildiz"}});
        fixture.add("Echo of others", "Radiology");
        const auto found = [&](std::string text) {
            RecordQuery query;
            query.text = std::move(text);
            std::int64_t total = -1;
            const auto titles = walk(fixture, query, &total);
            return titles.size() == static_cast<std::size_t>(total) ? titles.size() : 1000;
        };
        QCOMPARE(found("echo"), std::size_t{2});
        QCOMPARE(found("%"), std::size_t{0});
        QCOMPARE(found("Elif"), std::size_t{0});
        QCOMPARE(found("Patient"), std::size_t{0});
        QCOMPARE(found(""), std::size_t{2});
        fixture.decisions.only("Cardiology", true);
        QCOMPARE(found("echo"), std::size_t{1});
        QCOMPARE(found("others"), std::size_t{0});
        QCOMPARE(found("nowhere"), std::size_t{0});
    }

    void list_countsNoFurtherThanItTells()
    {
        RecordsFixture fixture;
        // So many rows are made in one statement.
        QVERIFY(fixture.vault.tamper("INSERT INTO records (id, department, department_key, classification, secrecy, title, "
                                     "title_key, created_at, created_by, "
                                     "changed_at, changed_by, body) SELECT printf('01ARZ3NDEKTSV4RRFF%08d', value), CASE WHEN "
                                     "value % 2 = 0 THEN 'A' ELSE 'B' "
                                     "END, '', 'internal', 1, 't' || value, 't' || value, value, 'x', value, 'x', '' FROM "
                                     "generate_series(1, 10001)") ||
                fixture.vault.tamper(
                    "WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 10001) "
                    "INSERT INTO records (id, department, department_key, classification, secrecy, title, title_key, created_at, "
                    "created_by, changed_at, changed_by, body) SELECT printf('01ARZ3NDEKTSV4RRFF%08d', value), CASE WHEN value % "
                    "2 = 0 "
                    "THEN 'A' ELSE 'B' END, '', 'internal', 1, 't' || value, 't' || value, value, 'x', value, 'x', '' FROM n"));
        const auto all = fixture.records().list(fixture.editor(), {});
        QCOMPARE(all->total, countedExactly);
        QVERIFY(all->about);
        QCOMPARE(all->records.front().title, std::string("t10001"));
        RecordQuery half;
        half.department = "A";
        const auto some = fixture.records().list(fixture.editor(), half);
        QCOMPARE(some->total, std::int64_t{5000});
        QVERIFY(!some->about);
        access::Actor console = fixture.editor();
        console.kind = access::Actor::Kind::Operator;
        QCOMPARE(fixture.records().list(console, {})->total, std::int64_t{10001});
    }

    void list_ofAnotherOrdersCursor_isRefused()
    {
        RecordsFixture fixture;
        for (const char* title : {"a", "b", "c"})
            fixture.add(title);
        RecordQuery query;
        query.limit = 1;
        query.cursor = fixture.records().list(fixture.editor(), query)->nextCursor;
        query.descending = false;
        QCOMPARE(fixture.records().list(fixture.editor(), query).error().code, ErrorCode::InvalidArgument);
        query.cursor = "x";
        QCOMPARE(fixture.records().list(fixture.editor(), query).error().code, ErrorCode::InvalidArgument);
    }

    void asvs_1_2_10_file_guardsFormulas_andHoldsNoSensitiveValue()
    {
        RecordsFixture fixture;
        fixture.add("=1+1", "A, B", {{"Patient", "Elif Yildiz"}});
        RecordFileText file(RecordFileText::Format::Csv, {}, true);
        std::string text;
        file.begin(text);
        (void) fixture.records().exportRecords(fixture.editor(), {}, "csv", [&](const Record& record) {
            file.add(text, record);
            return true;
        });
        file.end(text);
        QVERIFY(text.starts_with("\xef\xbb\xbftitle,department,"));
        QVERIFY(text.find("\r\n'=1+1,\"A, B\",internal,") != std::string::npos);
        QVERIFY(text.find("Patient") != std::string::npos);
        QVERIFY(text.find("Elif") == std::string::npos);
    }

    void keysOfOtherRules_areMadeAnew()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("Écho", "Cardiology");
        QVERIFY(fixture.vault.tamper("UPDATE records SET title_key = 'old', department_key = 'old'"));
        QVERIFY(renewTextKeys(fixture.vault.store()));
        RecordQuery query;
        query.text = "echo";
        QCOMPARE(walk(fixture, query), std::vector<std::string>{"Écho"});
        QVERIFY(fixture.vault.tamper("UPDATE records SET title_key = 'old'"));
        QVERIFY(renewTextKeys(fixture.vault.store())); // the rules are the same: nothing is read
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM records WHERE title_key = 'old'"), std::int64_t{1});
    }

    void kept_isAsTheDatabaseHasIt()
    {
        RecordsFixture fixture;
        const Record made = fixture.add("one");
        QVERIFY(!*fixture.records().readKept(fixture.editor(), made.id));
        QVERIFY(fixture.records().read(fixture.editor(), made.id));
        QVERIFY((*fixture.records().readKept(fixture.editor(), made.id))->json.find("\"title\":\"one\"") != std::string::npos);
        RecordPatch patch;
        patch.title = "two";
        QVERIFY(fixture.records().change(fixture.editor(), made.id, std::move(patch)));
        QVERIFY(!*fixture.records().readKept(fixture.editor(), made.id));
    }
};

SALLYPORT_GUILESS_TEST(RecordsTest)

} // namespace tst_records
#include "tst_records.moc"
