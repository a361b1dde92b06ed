#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QDir>
#include <QFile>

namespace tst_attachment_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd comment` and `file`, as their users see them.
class AttachmentCommandsTest final : public DaemonCase {
    Q_OBJECT

    static QString idOf(const Outcome& outcome)
    {
        return QString::fromStdString(
            boost::json::value_to<std::string>(boost::json::parse(outcome.output.toStdString()).at("id")));
    }
    QString makeRecord()
    {
        return idOf(vault(
            QStringList{QStringLiteral("record"), QStringLiteral("create"), QStringLiteral("Chart"), QStringLiteral("--json")}));
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    static int countIn(const QString& folder) { return static_cast<int>(QDir(folder).entryList(QDir::Files).size()); }

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void comment_goesThroughItsLife()
    {
        const QString record = makeRecord();
        const Outcome made =
            vault(QStringList{QStringLiteral("comment"), QStringLiteral("create"),
                              QStringLiteral("<b>Seen</b><script>x</script>"), QStringLiteral("--record"), record});
        QVERIFY2(made.code == 0, made.error.constData());
        QVERIFY(made.output.contains("taken out: 1 element script"));
        const QString id = QString::fromUtf8(made.output.split('\t').first());
        const auto of = [&](const char* command, const QStringList& more = {}) {
            return vault(QStringList{QStringLiteral("comment"), QString::fromLatin1(command), id} + more);
        };
        QVERIFY(of("show").output.contains("content\t<b>Seen</b>\n"));
        QVERIFY(vault(QStringList{QStringLiteral("comment"), QStringLiteral("list"), QStringLiteral("--record"), record})
                    .output.startsWith(id.toUtf8()));
        QCOMPARE(of("change").code, 2);
        QCOMPARE(of("change", {QStringLiteral("--content=again")}).code, 0);
        QVERIFY(of("show").output.contains("text\tagain\n"));
        QCOMPARE(of("delete").code, 0);
        QCOMPARE(of("show").code, 1);
        QCOMPARE(vault(QStringList{QStringLiteral("comment"), QStringLiteral("create"), QStringLiteral("x"),
                                   QStringLiteral("--record"), QStringLiteral("nothing")})
                     .code,
                 1);
    }

    void file_goesThroughItsLife_andIsInTheBackup()
    {
        const QString record = makeRecord();
        const QByteArray text(300'000, 'n'), content = text + "\n"; // write() ends a line
        const QString here = write(QStringLiteral("note.txt"), text);
        const Outcome made = vault(QStringList{QStringLiteral("file"), QStringLiteral("upload"), here, QStringLiteral("--record"),
                                               record, QStringLiteral("--json")});
        QVERIFY2(made.code == 0, made.error.constData());
        const QString id = idOf(made);
        const auto of = [&](const char* command, const QStringList& more = {}) {
            return vault(QStringList{QStringLiteral("file"), QString::fromLatin1(command), id} + more);
        };
        QVERIFY(vault("file list").output.contains("\tnote.txt\ttext/plain\t300001\t"));
        QCOMPARE(of("download").output, content);
        const QString copy = here + QStringLiteral(".copy");
        QCOMPARE(of("download", {QStringLiteral("--output"), copy}).code, 0);
        QCOMPARE(contentOf(copy), content);
        QCOMPARE(of("download", {QStringLiteral("--output"), copy}).code, 1);
        QCOMPARE(of("download", {QStringLiteral("--output"), copy, QStringLiteral("--force")}).code, 0);
        QCOMPARE(of("download", {QStringLiteral("--json")}).code, 2);
        QVERIFY(vault("doctor").output.contains("1 uploaded file is what was stored"));

        const QString backup = here + QStringLiteral(".backup");
        const Outcome saved = vault(QStringList{QStringLiteral("backup"), backup});
        QVERIFY2(saved.code == 0, saved.error.constData());
        QVERIFY(saved.output.contains(".backup.files"));
        QCOMPARE(countIn(backup + QStringLiteral(".files")), 1);
        QCOMPARE(vault(QStringList{QStringLiteral("backup"), backup}).code, 1);
        QCOMPARE(countIn(backup + QStringLiteral(".files")), 1); // and nothing of the first one is lost

        QCOMPARE(of("delete").code, 0);
        QCOMPARE(of("download").code, 1);
        QCOMPARE(of("delete").code, 1);
    }

    void whatIsNoFileThatMayBeUploaded_isRefusedInOneLine()
    {
        for (const auto& [name, content] :
             {std::pair{"page.html", "<p>"}, std::pair{"picture.png", "<html>"}, std::pair{"shell.php.jpg", "x"}}) {
            const Outcome outcome =
                vault(QStringList{QStringLiteral("file"), QStringLiteral("upload"), write(QString::fromLatin1(name), content)});
            QCOMPARE(outcome.code, 1);
            QCOMPARE(outcome.error.count('\n'), 1);
        }
        QCOMPARE(vault("file list").output, QByteArray());
        QCOMPARE(vault("file upload /dev/null").code, 1);
        QCOMPARE(vault("file upload /nothing/here.txt").code, 1);
    }
};

SALLYPORT_GUILESS_TEST(AttachmentCommandsTest)

} // namespace tst_attachment_commands
#include "tst_attachment_commands.moc"
