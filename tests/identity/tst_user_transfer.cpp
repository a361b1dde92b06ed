#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/csv_reader.h"
#include "backend/identity/users/user_file.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QtTest>

namespace tst_user_transfer {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace kind = sallyport::audit::kind;

namespace {

struct Imported {
    Result<ImportReport> report = makeError(ErrorCode::Internal, "not run");
    std::vector<ImportRow> rows;
};

Imported import(IdentityFixture& f, const std::string& text, ImportOptions options = {}, std::size_t piece = 7,
                const access::Actor& actor = IdentityFixture::system(), const ImportProgress& progress = {})
{
    Imported result;
    std::size_t at = 0;
    result.report = f.identity->userTransfer().importCsv(
        actor,
        [&]() -> Result<std::string> {
            const std::string next = text.substr(std::min(at, text.size()), piece);
            at += piece;
            return next;
        },
        options, [&](ImportRow& row) { result.rows.push_back(std::move(row)); }, progress);
    return result;
}

std::vector<std::vector<std::string>> parsed(const std::string& text, std::size_t piece, QString* problem = nullptr)
{
    std::vector<std::vector<std::string>> rows;
    CsvReader reader([&](CsvReader::Record&& record) -> Result<void> {
        rows.push_back(std::move(record.fields));
        return {};
    });
    Result<void> result;
    for (std::size_t at = 0; result && at < text.size(); at += piece)
        result = reader.feed(std::string_view(text).substr(at, piece));
    if (result)
        result = reader.finish();
    if (!result && problem)
        *problem = QString::fromStdString(result.error().detail);
    return rows;
}

} // namespace

/// Users in and out of files.
class TstUserTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csv_isReadAlike_howeverItIsCut()
    {
        const std::string text = "\xef\xbb\xbfname,note\r\n\"O'Brien, \"\"Bo\"\"\",\"two\nlines\"\n\nplain,\n\"\"\r\nlast,end";
        const std::vector<std::vector<std::string>> wanted{
            {"name", "note"}, {"O'Brien, \"Bo\"", "two\nlines"}, {"plain", ""}, {""}, {"last", "end"}};
        for (std::size_t piece = 1; piece < text.size(); ++piece)
            QVERIFY2(parsed(text, piece) == wanted, std::to_string(piece).c_str());
    }

    void csv_separators_areSeen_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray("name,e;m\nA,b;c\n");
        QTest::newRow("semicolons") << QByteArray("name;\"e;m\"\r\nA;\"b;c\"\r\n");
        QTest::newRow("tabs") << QByteArray("name\te;m\nA\tb;c\n");
        QTest::newRow("announced semicolon") << QByteArray("sep=;\r\nname;\"e;m\"\nA;\"b;c\"");
        QTest::newRow("announced in quotation marks") << QByteArray("\"sep=;\"\nname;\"e;m\"\nA;\"b;c\"");
        QTest::newRow("announced comma") << QByteArray("SEP=,\nname,e;m\nA,b;c\n");
        QTest::newRow("announced tab after a mark") << QByteArray("\xef\xbb\xbfsep=\t\nname\te;m\nA\tb;c\n");
    }
    void csv_separators_areSeen()
    {
        QFETCH(QByteArray, text);
        const std::vector<std::vector<std::string>> wanted{{"name", "e;m"}, {"A", "b;c"}};
        for (std::size_t piece = 1; piece < 8; ++piece)
            QVERIFY2(parsed(text.toStdString(), piece) == wanted, std::to_string(piece).c_str());
    }

    void exportedValues_comeBackAsTheyWere()
    {
        const std::vector<std::string> values{"+49 Max",  "=x",       "'x",   "'=x",    "''+1", "-5",    "@home",
                                              "'t Hooft", "a, \"b\"", "a;=b", "＝wide", "'",    "x\\ny", "O'Brien's"};
        IdentityFixture f, other;
        std::string text;
        UserFileText file(UserFileText::Format::Csv);
        file.begin(text);
        for (std::size_t i = 0; i < values.size(); ++i) {
            NewUser user;
            user.name = values[i];
            user.department = values[values.size() - 1 - i];
            user.email = (i == 0 ? "=plus+" : "'p") + std::to_string(i) + "@example.test";
            user.age = 20 + static_cast<int>(i);
            user.roles = {"editor", "viewer"};
            file.add(text, IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user))).user);
        }
        file.end(text);
        const Imported result = import(other, text, {}, 64);
        QCOMPARE(IdentityFixture::require(Result<ImportReport>(result.report)).added, static_cast<std::int64_t>(values.size()));
        UserQuery query;
        query.sort = UserQuery::Sort::Created;
        query.limit = 200;
        const auto before = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)).users;
        auto after = IdentityFixture::require(other.identity->users().list(IdentityFixture::system(), query)).users;
        for (const User& user : before) {
            const auto same = std::ranges::find(after, user.email, &User::email);
            QVERIFY2(same != after.end(), user.email.c_str());
            QCOMPARE(same->name, user.name);
            QCOMPARE(same->department, user.department);
            QCOMPARE(same->age, user.age);
            QCOMPARE(same->roles, user.roles);
        }
    }

    void import_emptyRowsAndColumnsBehind_arePassedOver()
    {
        IdentityFixture f;
        const Imported result =
            import(f, ";;;;;\r\nname;email;;;\r\nA;a@example.test;;;\r\n;;;;\r\nB;b@example.test\r\n ;;;;;;;;;;;"
                      ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;\r\n;;;;\r\n");
        const ImportReport report = IdentityFixture::require(Result<ImportReport>(result.report));
        QCOMPARE(report.rows, std::int64_t{2});
        QCOMPARE(report.added, std::int64_t{2});
        QCOMPARE(result.rows.at(1).line, std::int64_t{5});
    }

    void import_valueWithoutAColumn_isWrong_notLost()
    {
        IdentityFixture f;
        const Imported result = import(f, "name,email,,\nA,a@example.test,,note\nB,b@example.test,,,more\n");
        const ImportReport report = IdentityFixture::require(Result<ImportReport>(result.report));
        QCOMPARE(report.wrong, std::int64_t{2});
        QCOMPARE(result.rows.at(0).fields.at(0).rule, std::string("fields"));
    }

    void import_ofAnotherEncoding_saysSo()
    {
        IdentityFixture f;
        const Imported result = import(f, "name,email\nJ\xfcrgen,j@example.test\n");
        QCOMPARE(result.rows.at(0).fields.at(0).rule, std::string("encoding"));
    }

    void import_ofNothing_isAnError_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("no byte") << QByteArray();
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf");
        QTest::newRow("blank lines") << QByteArray("\r\n\r\n \n");
        QTest::newRow("separators only") << QByteArray("sep=;\n;;;\n");
    }
    void import_ofNothing_isAnError()
    {
        QFETCH(QByteArray, file);
        IdentityFixture f;
        for (const bool dryRun : {true, false}) {
            const Imported result = import(f, file.toStdString(), {.dryRun = dryRun});
            QVERIFY(!result.report);
            QCOMPARE(result.report.error().word, std::string("empty_file"));
        }
        // A first line alone is a file without users.
        QCOMPARE(IdentityFixture::require(Result<ImportReport>(import(f, "name,email\n").report)).rows, std::int64_t{0});
    }

    void csv_broken_saysWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("quote inside") << QByteArray("a,b\nx\"y,z\n") << QStringLiteral("Line 2");
        QTest::newRow("text after a quoted field") << QByteArray("a\n\"x\"y\n") << QStringLiteral("Line 2");
        QTest::newRow("no end") << QByteArray("a\n\"x\n\n") << QStringLiteral("no end");
        QTest::newRow("lone return") << QByteArray("a\rb\n") << QStringLiteral("carriage return");
        QTest::newRow("NUL") << QByteArray("a\n\0b", 4) << QStringLiteral("NUL");
        QTest::newRow("many fields") << QByteArray(40, ',') + 'x' << QStringLiteral("32 fields");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfen\0a\0\n\0", 8) << QStringLiteral("UTF-16");
        QTest::newRow("unknown separator") << QByteArray("sep=|\nname|email\n") << QStringLiteral("sep=");
        QTest::newRow("long record") << QByteArray(20'000, 'x') << QStringLiteral("16 KiB");
    }
    void csv_broken_saysWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QString problem;
        parsed(text.toStdString(), 5, &problem);
        QVERIFY2(problem.contains(where), qPrintable(problem));
    }

    void dryRun_tellsEachRow_andChangesNothing()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const std::string file = "Email,Name,Age,Roles\n"
                                 "grace@example.test,Grace Hopper,45,\"editor viewer\"\n"
                                 "ADA@example.test,Ada,,\n"
                                 "grace@EXAMPLE.test,Grace again,,\n"
                                 "not an address,,seventeen,nobody\n"
                                 "one@example.test,One,17,viewer,too,many\n";
        const Imported result = import(f, file, {.dryRun = true});
        const ImportReport report = IdentityFixture::require(Result<ImportReport>(result.report));
        QVERIFY(report.dryRun);
        QCOMPARE(report.rows, std::int64_t{5});
        QCOMPARE(report.added, std::int64_t{1});
        QCOMPARE(report.exists, std::int64_t{1});
        QCOMPARE(report.twice, std::int64_t{1});
        QCOMPARE(report.wrong, std::int64_t{2});
        QCOMPARE(result.rows.at(0).line, std::int64_t{2});
        QVERIFY(result.rows.at(2).outcome == ImportRow::Outcome::Twice);
        QStringList wrong;
        for (const FieldError& field : result.rows.at(3).fields) {
            wrong << QString::fromStdString(field.field);
            QVERIFY(field.message.find("seventeen") == std::string::npos);
        }
        for (const char* field : {"name", "email", "age", "roles"})
            QVERIFY2(wrong.filter(QString::fromLatin1(field)).size() > 0, field);
        QCOMPARE(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), {})).total, std::int64_t{1});
        QCOMPARE(f.count(kind::usersImported), 0);
    }

    void import_addsAsCreateDoes_inBatches_andRecords()
    {
        IdentityFixture f;
        std::string file = "name,email,department,roles\r\n";
        for (int i = 0; i < 450; ++i)
            file += "\"Person " + std::to_string(i) + "\",p" + std::to_string(i) + "@example.test,Ward,viewer\r\n";
        file += "Bad,nowhere,Ward,viewer\r\n";
        const Imported result = import(f, file, {}, 1000);
        QCOMPARE(IdentityFixture::require(Result<ImportReport>(result.report)).added, std::int64_t{450});
        QCOMPARE(result.rows.size(), std::size_t{451});
        QVERIFY(result.rows.back().outcome == ImportRow::Outcome::Wrong);
        QCOMPARE(f.count(kind::userCreated), 450);
        QCOMPARE(f.count(kind::userInvited), 0);
        QCOMPARE(f.count(kind::usersImported), 1);
        const User user = IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), result.rows.front().id));
        QVERIFY(user.status == UserStatus::Invited);
        QCOMPARE(user.department, std::string("Ward"));
        // Again: all are there.
        const Imported again = import(f, file);
        QCOMPARE(IdentityFixture::require(Result<ImportReport>(again.report)).exists, std::int64_t{450});
    }

    void import_withInvitations_theLinkWorks()
    {
        IdentityFixture f;
        const Imported result = import(f, "name,email\nNew One,new@example.test\n", {.invitations = true});
        QVERIFY(result.rows.at(0).invitation);
        IdentityFixture::require(f.identity->signIn().setPasswordByLink(result.rows.at(0).invitation->token,
                                                                        SecretBytes::fromText(goodPassword), f.from()),
                                 0);
        QVERIFY(f.login("new@example.test"));
    }

    void import_wrongHead_addsNothing_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("no email") << QByteArray("name,age");
        QTest::newRow("unknown") << QByteArray("name,email,shoe size");
        QTest::newRow("twice") << QByteArray("name,email,Name");
        QTest::newRow("password") << QByteArray("name,email,password");
        QTest::newRow("no head") << QByteArray("Grace,grace@example.test");
    }
    void import_wrongHead_addsNothing()
    {
        QFETCH(QByteArray, head);
        IdentityFixture f;
        const Imported result = import(f, head.toStdString() + "\nGrace,grace@example.test,x\n");
        QVERIFY(!result.report);
        QCOMPARE(result.report.error().word, std::string("wrong_columns"));
        QCOMPARE(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), {})).total, std::int64_t{0});
    }

    void import_wrongHead_namesTheColumnAndTheNearest()
    {
        IdentityFixture f;
        const auto why = [&f](const std::string& head) {
            return import(f, head + "\nGrace,grace@example.test\n").report.error().detail;
        };
        QVERIFY2(why("Name,E-Mail").ends_with("column 2, 'E-Mail', is none of these; did you mean email?"),
                 why("Name,E-Mail").c_str());
        QVERIFY(why("name,email, Departement ").ends_with("column 3, 'Departement', is none of these; did you mean department?"));
        QVERIFY(why("name,email,shoe size").ends_with("column 3, 'shoe size', is none of these."));
        // No head at all: what stands there is somebody's, and isn't told.
        QVERIFY(why("$argon2id$v=19$m=65536,email").ends_with("column 1 is none of these."));
    }

    void import_brokenInTheMiddle_keepsWhatWasAdded_andRecordsIt()
    {
        IdentityFixture f;
        std::string file = "name,email\n";
        for (int i = 0; i < 250; ++i)
            file += "P,p" + std::to_string(i) + "@example.test\n";
        const Imported result = import(f, file + "\"never ends");
        QCOMPARE(result.report.error().word, std::string("malformed_csv"));
        QVERIFY(result.report.error().detail.ends_with(" Before that, 250 users were added."));
        QCOMPARE(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), {})).total, std::int64_t{250});
        QCOMPARE(f.count(kind::usersImported), 1);
    }

    void import_stopped_saysSo()
    {
        IdentityFixture f;
        std::string file = "name,email\n";
        for (int i = 0; i < 450; ++i)
            file += "P,p" + std::to_string(i) + "@example.test\n";
        const Imported result = import(f, file, {}, 100, IdentityFixture::system(), [](const ImportReport&) { return false; });
        const ImportReport report = IdentityFixture::require(Result<ImportReport>(result.report));
        QVERIFY(report.cancelled);
        QCOMPARE(report.added, std::int64_t{200});
    }

    void permissions_areThoseOfCreate()
    {
        IdentityFixture f;
        f.addUser("viewer@example.test");
        const access::Actor viewer = f.actor(f.tokens("viewer@example.test"));
        QCOMPARE(wordOf(import(f, "name,email\nA,a@example.test\n", {}, 7, viewer).report), std::string("permission_denied"));
        f.addUser("op@example.test", {"operator"});
        const access::Actor op = f.actor(f.tokens("op@example.test"));
        const Imported result = import(f, "name,email,roles\nA,a@example.test,admin\nB,b@example.test,viewer\n", {}, 7, op);
        const ImportReport report = IdentityFixture::require(Result<ImportReport>(result.report));
        QCOMPARE(report.wrong, std::int64_t{1});
        QCOMPARE(report.added, std::int64_t{1});
    }

    void json_isOneDocument_withoutUsersToo()
    {
        IdentityFixture f;
        for (const int users : {0, 1, 2}) {
            std::string text;
            UserFileText file(UserFileText::Format::Json);
            file.begin(text);
            for (int i = 0; i < users; ++i)
                file.add(text, f.addUser("p" + std::to_string(users * 10 + i) + "@example.test"));
            file.end(text);
            const boost::json::value read = boost::json::parse(text);
            QCOMPARE(read.at("data").as_array().size(), static_cast<std::size_t>(users));
            QVERIFY(text.find("password_hash") == std::string::npos);
        }
    }

    void export_rightThatGoes_endsItBeforeTheNextUser()
    {
        IdentityFixture f;
        for (int i = 0; i < 20; ++i)
            f.addUser("p" + std::to_string(i) + "@example.test", {"viewer"});
        const access::Actor auditor = f.actor(f.tokens(f.addUser("audit@example.test", {"auditor"}).email));
        int told = 0;
        const auto result = f.identity->userTransfer().exportUsers(auditor, {}, "csv", [&](const User&) {
            if (++told == 3)
                IdentityFixture::require(
                    f.identity->users().apply(IdentityFixture::system(), auditor.id, UserAction::RevokeSessions), 0);
            return true;
        });
        QCOMPARE(wordOf(result), std::string("token_invalid"));
        QCOMPARE(told, 3);
    }

    void asvs_1_2_10_export_givesEverybody_formulaSafe_andRecords()
    {
        IdentityFixture f;
        for (int i = 0; i < 250; ++i)
            f.addUser("p" + std::to_string(i) + "@example.test", {"viewer"}, i == 3 ? "=cmd|'/c calc'!A1" : "Some Body");
        std::string text;
        UserFileText file(UserFileText::Format::Csv);
        file.begin(text);
        const std::int64_t count = IdentityFixture::require(
            f.identity->userTransfer().exportUsers(IdentityFixture::system(), {}, "csv", [&](const User& user) {
                file.add(text, user);
                return true;
            }));
        QCOMPARE(count, std::int64_t{250});
        QCOMPARE(parsed(text, 4096).size(), std::size_t{251});
        QVERIFY(text.find("'=cmd|'/c calc'!A1,p3@example.test") != std::string::npos);
        const Imported again = import(f, text, {.dryRun = true}, 4096);
        QCOMPARE(IdentityFixture::require(Result<ImportReport>(again.report)).exists, std::int64_t{250});
        QCOMPARE(f.count(kind::usersExported), 1);
        f.addUser("viewer@example.test");
        access::Actor nobody = f.actor(f.tokens("viewer@example.test"));
        QVERIFY(f.identity->users().setRoles(IdentityFixture::system(), nobody.id, {}));
        QCOMPARE(wordOf(f.identity->userTransfer().exportUsers(nobody, {}, "csv", [](const User&) { return true; })),
                 std::string("permission_denied"));
    }
};

SALLYPORT_TEST(TstUserTransfer)

} // namespace tst_user_transfer
#include "tst_user_transfer.moc"
