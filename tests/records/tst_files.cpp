#include "backend/crypto/digest.h"
#include "backend/records/file_transfer.h"
#include "backend/records/upload/file_type.h"
#include "tests/records/attachments_fixture.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"
#include "tests/upload/made_zip.h"

#include <QByteArray>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tst_files {

using namespace sallyport;
using namespace sallyport::records;
using namespace sallyport::test;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

const FileId absentFile("01ARZ3NDEKTSV4RRFFQ69G5FAX");

std::vector<std::string> namesOf(AttachmentsFixture& fixture, FileQuery query, std::int64_t* total = nullptr,
                                 const access::Actor& actor = AttachmentsFixture::writer())
{
    std::vector<std::string> names;
    for (;;) {
        const auto page = fixture.files->list(actor, query);
        if (!page)
            qFatal("%s", page.error().detail.c_str());
        for (const StoredFile& file : page->files)
            names.push_back(file.name);
        if (total != nullptr)
            *total = page->total;
        if (page->nextCursor.empty())
            return names;
        query.cursor = page->nextCursor;
    }
}

/// So many zeros, packed: a thousandth of them.
std::string gzipOfZeros(int size)
{
    const QByteArray packed = qCompress(QByteArray(size, '\0'), 9);
    const std::string deflated(packed.constData() + 6, static_cast<std::size_t>(packed.size()) - 10);
    return "\x1f\x8b\x08\0\0\0\0\0\0\x03"s + deflated + std::string(8, '\0');
}

std::string many(std::size_t size)
{
    std::string text(size, ' ');
    for (std::size_t i = 0; i < size; ++i)
        text[i] = static_cast<char>('a' + i * i % 23);
    return text;
}

using Names = std::vector<std::string>;

} // namespace

class FilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_5_3_1_uploaded_isReadBack_wholeAndInPart_andLiesEncrypted()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("Summary");
        const std::string content = many(300'000);
        const StoredFile made = fixture.upload("Notes of today.TXT", content, record.id);
        QCOMPARE(made.name, "Notes of today.TXT"s);
        QCOMPARE(made.mediaType, "text/plain"s);
        QCOMPARE(made.size, std::uint64_t{content.size()});
        QCOMPARE(made.sha256, toHex(crypto::sha256(asBytes(content))));
        QCOMPARE(made.owner, "Ada Mensah"s);
        const auto read = fixture.files->read(fixture.writer(), made.id);
        QVERIFY(read);
        QCOMPARE(read->recordId, record.id);
        QCOMPARE(read->ownerId, fixture.writer().id);
        QCOMPARE(fixture.contentOf(made.id), content);
        const auto opened = fixture.files->open(fixture.writer(), made.id);
        std::string part;
        QVERIFY(opened->range(65'000, 132'000, [&part](std::span<const std::byte> some) -> Result<void> {
            part.append(reinterpret_cast<const char*>(some.data()), some.size());
            return {};
        }));
        QCOMPARE(part, content.substr(65'000, 67'000));
        const auto nothing = [](std::span<const std::byte>) -> Result<void> { return {}; };
        QCOMPARE(opened->range(0, content.size() + 1, nothing).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(fixture.kindsOf(made.id.text()), "file.uploaded file.downloaded file.downloaded"s);
        QVERIFY(fixture.detailsOf("file.uploaded").find("Notes") == std::string::npos);
        std::ifstream raw(fixture.folder() / made.id.text(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(raw)), {});
        QVERIFY(bytes.size() > content.size());
        QVERIFY(bytes.find(content.substr(0, 16)) == std::string::npos);
        fixture.reopen();
        QCOMPARE(fixture.contentOf(made.id), content);
    }

    void archives_areTaken_andReadBack()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("Summary");
        made_zip::Entry large{"d/large.txt", many(200'000)};
        large.descriptor = 16; // its directory is in another piece of the file than its entries
        for (const std::string& zip :
             {made_zip::made({{"d/", "", 0, 0, 040755}, large, {"small.txt", "hello"}}), made_zip::made({})})
            QCOMPARE(fixture.contentOf(fixture.upload("a.zip", zip, record.id).id), zip);
    }

    void asvs_5_2_2_refused_isWhatItIsNot_andNothingOfItStays_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("declared");
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("rule");
        const auto row = [](const char* what, std::string name, std::string declared, std::string content, const char* rule) {
            QTest::newRow(what) << std::move(name) << std::move(declared) << std::move(content) << std::string(rule);
        };
        row("a path", "../../etc/passwd.txt", "", "x", "path");
        row("a NUL", "a.png\0.txt"s, "", "x", "path");
        row("a device of Windows", "CON.txt", "", "x", "reserved");
        row("hidden", ".htaccess", "", "x", "hidden");
        row("two extensions", "shell.php.jpg", "", "x", "extension");
        row("a program", "setup.exe", "", "MZ", "extension");
        row("a drawing", "logo.svg", "", "<svg/>", "extension");
        row("another declared", "a.png", "text/html", onePixel, "mediaType");
        row("a page as a picture", "a.png", "", "<html><script>alert(1)</script></html>", "content");
        row("an archive behind a picture", "a.png", "", onePixel + "PK\x03\x04", "content");
        row("a picture that ends early", "a.png", "", onePixel.substr(0, 40), "content");
        row("a bomb", "a.gz", "", gzipOfZeros(40'000'000), "archive");
        row("no archive", "a.zip", "", "PK\x03\x04nonsense", "archive");
        const made_zip::Entry notes{"notes.txt", "hello"};
        row("a page behind an archive", "a.zip", "", made_zip::made({notes}) + "<script>alert(1)</script>", "archive");
        row("an archive that lists other names", "a.zip", "",
            made_zip::made({{.name = "notes.txt", .content = "hello", .listedName = "../../evil.txt"}}), "archive");
        row("an archive called a text in an archive", "a.zip", "", made_zip::made({{"b.dat", made_zip::made({notes})}}),
            "archive");
        row("two extensions, as a server ends them", "a.asp;.png", "", onePixel, "extension");
        row("a drawing behind blanks", "a.txt", "", std::string(70'000, ' ') + "<svg onload=\"alert(1)\"/>", "content");
        std::string bomb = onePixel;
        bomb.replace(16, 8, "\0\0\xea\x60\0\0\xea\x60"s);
        row("a picture of a billion pixels", "a.png", "", bomb, "content");
        row("empty", "a.txt", "", "", "minLength");
    }
    void asvs_5_2_2_refused_isWhatItIsNot_andNothingOfItStays()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, declared);
        QFETCH(std::string, content);
        QFETCH(std::string, rule);
        AttachmentsFixture fixture;
        const auto made = fixture.tryUpload(name, content, std::nullopt, declared);
        QVERIFY(made.has_error());
        QCOMPARE(made.error().fields.at(0).field + " " + made.error().fields.at(0).rule, "file " + rule);
        QCOMPARE(fixture.onDisk(), 0);
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM files"), std::int64_t{0});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM events WHERE kind = 'file.refused'"),
                 std::int64_t{rule == "minLength" ? 0 : 1}); // an empty file is a mistake
        fixture.upload("a.png", onePixel);                   // and the next one is taken
    }

    void whatTellsOfThePhotographer_isNotStored()
    {
        AttachmentsFixture fixture;
        std::string picture = onePixel;
        picture.insert(33, "\0\0\0\x0btEXtAuthor\0Elif"s + "CRC!"); // behind IHDR
        const StoredFile made = fixture.upload("a.png", picture);
        QCOMPARE(fixture.contentOf(made.id), onePixel);
        QCOMPARE(made.size, std::uint64_t{onePixel.size()});
        QCOMPARE(made.sha256, toHex(crypto::sha256(asBytes(onePixel))));
    }

    void broken_atEveryStage_leavesNothing()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("one");
        const std::string content = many(200'000);
        const auto nothingIsLeft = [&] { return fixture.onDisk() == 0 && fixture.number("SELECT COUNT(*) FROM files") == 0; };
        const auto begun = [&](const std::optional<RecordId>& on = std::nullopt) {
            return std::move(*fixture.files->begin(fixture.writer(), {"a.txt", {}, on}));
        };
        begun();
        QVERIFY(nothingIsLeft());
        {
            const auto upload = begun();
            QVERIFY(upload->add(content));
            QCOMPARE(fixture.onDisk(), 1);
        }
        QVERIFY(nothingIsLeft());
        {
            const auto upload = begun(record.id);
            QVERIFY(upload->add(content));
            QVERIFY(upload->attach(record.id));
        }
        QVERIFY(nothingIsLeft());
        { // what it was to hang on has gone meanwhile
            const auto upload = begun(record.id);
            QVERIFY(upload->add(content));
            QVERIFY(fixture.records().remove(fixture.chief(), record.id));
            QCOMPARE(upload->finish().error().code, ErrorCode::NotFound);
            QVERIFY(nothingIsLeft());
        }
        { // and the right
            const auto upload = begun();
            QVERIFY(upload->add(content));
            fixture.now = [](const access::Actor& actor) {
                access::Actor less = actor;
                less.permissions = {};
                return Result<access::Actor>(less);
            };
            QCOMPARE(upload->finish().error().code, ErrorCode::PermissionDenied);
            QVERIFY(nothingIsLeft());
            fixture.now = [](const access::Actor& actor) { return Result<access::Actor>(actor); };
        }
        { // a policy
            const auto upload = begun();
            QVERIFY(upload->add(content));
            fixture.decisions.allows = [](const access::Actor&, Permission action, const access::Resource&) {
                return action != Permission::FilesCreate;
            };
            QCOMPARE(upload->finish().error().code, ErrorCode::PolicyDenied);
            QVERIFY(nothingIsLeft());
            fixture.decisions.allows = [](const access::Actor&, Permission, const access::Resource&) { return true; };
        }
        { // a record that isn't there, told behind the file
            const auto upload = begun();
            QVERIFY(upload->add(content));
            QCOMPARE(upload->attach(RecordId("01ARZ3NDEKTSV4RRFFQ69G5FAX")).error().code, ErrorCode::NotFound);
            QVERIFY(nothingIsLeft());
            QCOMPARE(upload->finish().error().code, ErrorCode::Internal);
            QCOMPARE(upload->add(content).error().code, ErrorCode::Internal);
        }
        { // no room
            const auto upload = begun();
            const FullDisk full;
            QCOMPARE(upload->add(content).error().code, ErrorCode::DiskFull);
            QVERIFY(nothingIsLeft());
        }
        QCOMPARE(fixture.contentOf(fixture.upload("a.txt", content).id), content);
    }

    void asvs_5_2_1_limits_areNamed()
    {
        AttachmentsFixture fixture;
        fixture.set("files.max_size", "1");
        fixture.set("files.per_record", "2");
        const Record record = fixture.add("one");
        const std::string mebibyte = many(1024 * 1024);
        QCOMPARE(fixture.files->rules().maxSize, std::uint64_t{mebibyte.size()});
        QCOMPARE(fixture.tryUpload("a.txt", mebibyte + "x").error().code, ErrorCode::PayloadTooLarge);
        QCOMPARE(fixture.onDisk(), 0);
        fixture.upload("a.txt", mebibyte, record.id);
        fixture.upload("b.txt", "b", record.id);
        const auto third = fixture.tryUpload("c.txt", "c", record.id);
        QCOMPARE(third.error().code, ErrorCode::LimitReached);
        QVERIFY(third.error().detail.find("2 files") != std::string::npos);
        fixture.set("files.total_size", "1");
        QCOMPARE(fixture.tryUpload("d.txt", "d").error().code, ErrorCode::LimitReached);
        QCOMPARE(fixture.onDisk(), 2);
    }

    void types_areThoseOfTheSetting()
    {
        AttachmentsFixture fixture;
        QCOMPARE(fixture.files->rules().extensions.size(), fileTypes().size());
        fixture.set("files.types", ".PNG, txt,docm");
        QCOMPARE(fixture.files->rules().extensions, (Names{"png", "txt"})); // what isn't known is never taken
        QCOMPARE(fixture.tryUpload("a.csv", "a,b").error().fields.at(0).rule, "extension"s);
        QCOMPARE(fixture.tryUpload("a.docm", "x").error().fields.at(0).rule, "extension"s);
        fixture.upload("a.txt", "a");
        QVERIFY(fixture.settings->change(access::Actor::system(), {{"files.types", "tar.gz"}}).has_error());
    }

    void uploads_atOnce_areBounded()
    {
        AttachmentsFixture fixture;
        std::vector<std::unique_ptr<FileUpload>> under;
        for (int i = 0; i < uploadsAtOnce; ++i)
            under.push_back(std::move(*fixture.files->begin(fixture.writer(), {"a.txt", {}, {}})));
        QCOMPARE(fixture.files->begin(fixture.writer(), {"a.txt", {}, {}}).error().code, ErrorCode::Unavailable);
        under.pop_back();
        QVERIFY(fixture.files->begin(fixture.writer(), {"a.txt", {}, {}}));
    }

    void asvs_8_2_2_ofAHiddenRecord_isAsIfItWereNotThere()
    {
        AttachmentsFixture fixture;
        const Record hidden = fixture.add("hidden", "Radiology"), shown = fixture.add("shown", "Cardiology");
        const StoredFile file = fixture.upload("secret.txt", "secret", hidden.id);
        fixture.upload("open.txt", "open", shown.id);
        fixture.vault.clock.advance(std::chrono::seconds(1));
        fixture.upload("alone.txt", "alone");
        for (const bool inSql : {true, false}) {
            fixture.decisions.allows = [](const access::Actor&, Permission action, const access::Resource& resource) {
                return action != Permission::RecordsRead || resource.department == "Cardiology";
            };
            fixture.decisions.exact = inSql;
            fixture.decisions.inSql = [inSql](storage::SqlText& text, std::string_view alias) {
                if (inSql && alias == "r")
                    text.add(" AND (").add(alias).add(".department = ").bind("Cardiology").add(")");
            };
            const auto same = [&](const auto& call) {
                const Error one = call(file.id), other = call(absentFile);
                QCOMPARE(one.code, ErrorCode::NotFound);
                QCOMPARE(other.code, ErrorCode::NotFound);
                QCOMPARE(one.detail, other.detail);
            };
            same([&](const FileId& id) { return fixture.files->read(fixture.chief(), id).error(); });
            same([&](const FileId& id) { return fixture.files->open(fixture.chief(), id).error(); });
            same([&](const FileId& id) { return fixture.files->remove(fixture.chief(), id).error(); });
            QCOMPARE(fixture.tryUpload("a.txt", "a", hidden.id).error().code, ErrorCode::NotFound);
            FileQuery query;
            query.recordId = hidden.id;
            QCOMPARE(fixture.files->list(fixture.writer(), query).error().code, ErrorCode::NotFound);
            std::int64_t total = 0;
            query.recordId.reset();
            query.limit = 1;
            QCOMPARE(namesOf(fixture, query, &total), (Names{"alone.txt", "open.txt"}));
            QCOMPARE(total, std::int64_t{2});
        }
        QCOMPARE(fixture.onDisk(), 3);
    }

    void countOfARecord_isOfTheFilesThatTheAskerMaySee()
    {
        AttachmentsFixture fixture;
        const Record two = fixture.add("two", "Cardiology"), none = fixture.add("none", "Cardiology");
        fixture.upload("a.txt", "a", two.id);
        const StoredFile hidden = fixture.upload("b.txt", "b", two.id);
        fixture.upload("alone.txt", "alone");
        const auto counts = [&](const access::Actor& actor) {
            const auto found = fixture.files->countByRecord(actor, {none.id, two.id});
            const auto of = [&](const Record& record) {
                const auto counted = found->find(record.id.text());
                return counted == found->end() ? std::int64_t{0} : counted->second;
            };
            return found ? std::vector{of(none), of(two)} : std::vector<std::int64_t>();
        };
        QCOMPARE(counts(fixture.writer()), (std::vector<std::int64_t>{0, 2}));
        QCOMPARE(fixture.files->countByRecord(fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::RecordsRead}), {two.id})
                     .error()
                     .required,
                 "files:read"s);
        // What a policy hides isn't counted, whether it is told in the query or row by row.
        for (const bool inSql : {true, false}) {
            fixture.decisions.allows = [&](const access::Actor&, Permission action, const access::Resource& resource) {
                return action != Permission::FilesRead || resource.id != hidden.id.text();
            };
            fixture.decisions.exact = inSql;
            fixture.decisions.inSql = [&, inSql](storage::SqlText& text, std::string_view alias) {
                if (inSql)
                    text.add(" AND (").add(alias).add(".id <> ").bind(hidden.id.text()).add(")");
            };
            QCOMPARE(counts(fixture.writer()), (std::vector<std::int64_t>{0, 1}));
        }
    }

    void permission_missing_isTold_beforeAnythingIsLookedFor()
    {
        AttachmentsFixture fixture;
        const StoredFile made = fixture.upload("a.txt", "a");
        const access::Actor nobody = fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::RecordsRead});
        for (const FileId& id : {made.id, absentFile}) {
            QCOMPARE(fixture.files->read(nobody, id).error().required, "files:read"s);
            QCOMPARE(fixture.files->open(nobody, id).error().required, "files:read"s);
            QCOMPARE(fixture.files->remove(nobody, id).error().required, "files:delete"s);
        }
        const access::Actor blind =
            fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::RecordsRead, Permission::FilesDelete});
        for (const FileId& id : {made.id, absentFile})
            QCOMPARE(fixture.files->remove(blind, id).error().required, "files:read"s);
        QCOMPARE(fixture.files->list(nobody, {}).error().required, "files:read"s);
        QCOMPARE(fixture.files->begin(nobody, {"a.txt", {}, {}}).error().required, "files:create"s);
        QCOMPARE(fixture.files->remove(fixture.writer(), made.id).error().required, "files:delete"s);
    }

    void policies_seeTheFile_withItsRecordsDepartment()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("r", "Radiology");
        std::vector<access::Resource> seen;
        fixture.decisions.allows = [&seen](const access::Actor&, Permission action, const access::Resource& resource) {
            if (action != Permission::RecordsRead)
                seen.push_back(resource);
            return true;
        };
        const StoredFile made = fixture.upload("a.txt", "a", record.id);
        QVERIFY(fixture.files->read(fixture.writer(), made.id));
        QCOMPARE(seen.size(), std::size_t{2});
        QVERIFY(seen[0].id.empty() && !seen[0].createdAt);
        QCOMPARE(seen[1].id, made.id.text());
        for (const access::Resource& resource : seen) {
            QCOMPARE(resource.kind, access::ResourceKind::File);
            QCOMPARE(*resource.department, "Radiology"s);
            QCOMPARE(*resource.classification, "internal"s);
            QCOMPARE(*resource.recordId, record.id.text());
        }
        QCOMPARE((*fixture.files->find(made.id.text()))->department, record.department);
        QVERIFY(!*fixture.files->find(absentFile.text()));
    }

    void removed_isGoneFromTheDisk_andSoIsWhatHangsOnADeletedRecord()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("one");
        const StoredFile first = fixture.upload("a.txt", "a"), on = fixture.upload("b.txt", "b", record.id);
        const StoredFile kept = fixture.upload("c.txt", "c");
        QVERIFY(fixture.files->remove(fixture.chief(), first.id));
        QCOMPARE(fixture.onDisk(), 2);
        QCOMPARE(fixture.kindsOf(first.id.text()), "file.uploaded file.deleted"s);
        QVERIFY(fixture.records().remove(fixture.chief(), record.id));
        QVERIFY(fixture.detailsOf("record.deleted").find("\"files\":1") != std::string::npos);
        QCOMPARE(fixture.contentOf(on.id), "not_found"s);
        QCOMPARE(fixture.onDisk(), 1);
        QCOMPARE(fixture.contentOf(kept.id), "c"s);
    }

    void download_endsWithTheRightToIt()
    {
        AttachmentsFixture fixture;
        const StoredFile made = fixture.upload("a.txt", many(6 * 1024 * 1024));
        const auto opened = fixture.files->open(fixture.writer(), made.id);
        std::uint64_t given = 0;
        const auto done = opened->range(0, made.size, [&](std::span<const std::byte> some) -> Result<void> {
            given += some.size();
            if (given == some.size())
                (void) fixture.files->remove(fixture.chief(), made.id);
            return {};
        });
        QCOMPARE(done.error().code, ErrorCode::NotFound);
        QVERIFY2(given <= 4 * 1024 * 1024 + 64 * 1024, std::to_string(given).c_str());
    }

    void whatACrashLeaves_isSwept()
    {
        AttachmentsFixture fixture;
        const StoredFile kept = fixture.upload("a.txt", "kept"), lost = fixture.upload("b.txt", "lost");
        QVERIFY(fixture.vault.tamper("DELETE FROM files WHERE name = 'b.txt'")); // its file was about to go
        std::ofstream(fixture.folder() / "incoming" / absentFile.text()) << "an upload that was killed";
        const auto under = std::move(*fixture.files->begin(fixture.writer(), {"c.txt", {}, {}}));
        QVERIFY(under->add("under way"));
        QCOMPARE(fixture.onDisk(), 4);
        QCOMPARE(fixture.files->sweep().value(), std::size_t{2});
        QVERIFY(!fs::exists(fixture.folder() / lost.id.text()));
        QCOMPARE(fixture.contentOf(kept.id), "kept"s);
        QCOMPARE(fixture.contentOf(under->finish()->id), "under way"s);
    }

    void whatIsNotWhatWasStored_isToldAndNotShown()
    {
        AttachmentsFixture fixture;
        const StoredFile cut = fixture.upload("a.txt", many(100'000)), gone = fixture.upload("b.txt", "b"),
                         swapped = fixture.upload("c.txt", "c"), fine = fixture.upload("d.txt", "d");
        QVERIFY(fixture.files->findDamaged(fixture.chief())->empty());
        fs::resize_file(fixture.folder() / cut.id.text(), 50'000);
        fs::remove(fixture.folder() / gone.id.text());
        fs::copy_file(fixture.folder() / fine.id.text(), fixture.folder() / swapped.id.text(),
                      fs::copy_options::overwrite_existing);
        for (const StoredFile* file : {&cut, &gone, &swapped}) {
            QCOMPARE(fixture.contentOf(file->id), "crypto_failure"s);
            QCOMPARE(fixture.kindsOf(file->id.text()), "file.uploaded file.damaged"s);
        }
        std::vector<FileId> broken = *fixture.files->findDamaged(fixture.chief());
        std::ranges::sort(broken);
        std::vector<FileId> expected{cut.id, gone.id, swapped.id};
        std::ranges::sort(expected);
        QCOMPARE(broken, expected);
        // A key that was taken from another row opens nothing either.
        QVERIFY(fixture.vault.tamper("UPDATE files SET sealed_key = (SELECT sealed_key FROM files WHERE name = 'c.txt') WHERE "
                                     "name = 'd.txt'"));
        QCOMPARE(fixture.contentOf(fine.id), "crypto_failure"s);
    }

    void asvs_11_2_2_keysOfFiles_areSealedAnew_withTheOthers()
    {
        AttachmentsFixture fixture;
        const StoredFile made = fixture.upload("a.txt", "content");
        QVERIFY(fixture.records().rotateKey(fixture.chief()));
        const auto waiting = fixture.records().encryption(fixture.chief());
        QCOMPARE(waiting->files, std::int64_t{1});
        QCOMPARE(waiting->waiting, std::int64_t{1});
        QCOMPARE(fixture.contentOf(made.id), "content"s);
        const auto done = fixture.records().encryptAnew(fixture.chief(), {});
        QVERIFY(done);
        QCOMPARE(done->waiting, std::int64_t{0});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_keys"), std::int64_t{1});
        QCOMPARE(fixture.number("SELECT key_id FROM files"), std::int64_t{2});
        QCOMPARE(fixture.contentOf(made.id), "content"s);
        fixture.reopen();
        QCOMPARE(fixture.contentOf(made.id), "content"s);
    }

    void lists_areSearchedAndSorted()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("one");
        fixture.upload("Übersicht.txt", "aaa", record.id);
        fixture.upload("b.txt", "a", record.id);
        fixture.upload("c 100%.txt", "aa");
        FileQuery query;
        query.limit = 1;
        query.sort = FileQuery::Sort::Size;
        QCOMPARE(namesOf(fixture, query), (Names{"Übersicht.txt", "c 100%.txt", "b.txt"}));
        query.sort = FileQuery::Sort::Name;
        query.descending = false;
        QCOMPARE(namesOf(fixture, query), (Names{"b.txt", "c 100%.txt", "Übersicht.txt"}));
        query.recordId = record.id;
        QCOMPARE(namesOf(fixture, query), (Names{"b.txt", "Übersicht.txt"}));
        query.recordId.reset();
        query.text = "UBER";
        QCOMPARE(namesOf(fixture, query), (Names{"Übersicht.txt"}));
        query.text = "0%";
        QCOMPARE(namesOf(fixture, query), (Names{"c 100%.txt"}));
    }

    void files_ofThisMachine_goInAndOut()
    {
        AttachmentsFixture fixture;
        const fs::path here = fixture.vault.directory() / "Report.txt", there = fixture.vault.directory() / "copy.txt";
        const std::string content = many(200'000);
        std::ofstream(here, std::ios::binary) << content;
        std::uint64_t told = 0;
        const auto made =
            uploadFile(*fixture.files, fixture.writer(), here, std::nullopt, [&told](std::uint64_t done, std::uint64_t) {
                told = done;
                return true;
            });
        QVERIFY(made);
        QCOMPARE(told, std::uint64_t{content.size()});
        QCOMPARE(made->name, "Report.txt"s);
        QVERIFY(downloadFile(*fixture.files, fixture.writer(), made->id, there, false));
        std::ifstream raw(there, std::ios::binary);
        QCOMPARE(std::string((std::istreambuf_iterator<char>(raw)), {}), content);
        QCOMPARE(downloadFile(*fixture.files, fixture.writer(), made->id, there, false).error().code, ErrorCode::AlreadyExists);
        const auto stop = [](std::uint64_t done, std::uint64_t) { return done < 100'000; };
        QCOMPARE(downloadFile(*fixture.files, fixture.writer(), made->id, fixture.vault.directory() / "half.txt", false, stop)
                     .error()
                     .code,
                 ErrorCode::Cancelled);
        QVERIFY(!fs::exists(fixture.vault.directory() / "half.txt"));
        QCOMPARE(uploadFile(*fixture.files, fixture.writer(), here, std::nullopt, stop).error().code, ErrorCode::Cancelled);
        QCOMPARE(fixture.onDisk(), 1);
        QCOMPARE(uploadFile(*fixture.files, fixture.writer(), fixture.vault.directory() / "none", {}).error().code,
                 ErrorCode::NotFound);
    }

    void copies_areWhole_andTakeOnlyWhatIsNew()
    {
        AttachmentsFixture fixture;
        const fs::path target = fixture.vault.directory() / "backup.files";
        QCOMPARE(fixture.files->copyContents(target).value(), std::size_t{0});
        QVERIFY(!fs::exists(target));
        const StoredFile made = fixture.upload("a.txt", many(200'000));
        QCOMPARE(fixture.files->copyContents(target).value(), std::size_t{1});
        QCOMPARE(fixture.files->copyContents(target).value(), std::size_t{0});
        fixture.upload("b.txt", "b");
        QCOMPARE(fixture.files->copyContents(target).value(), std::size_t{1});
        fs::remove_all(fixture.folder());
        fs::copy(target, fixture.folder(), fs::copy_options::recursive);
        QCOMPARE(fixture.contentOf(made.id), many(200'000));
    }
};

SALLYPORT_GUILESS_TEST(FilesTest)

} // namespace tst_files
#include "tst_files.moc"
