#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/parts/lines_list.h"
#include "ui/users/import_dialog.h"
#include "ui/users/user_files.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/small_parts.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>

#include <future>

namespace tst_import_dialog {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;
using identity::ImportRow;

namespace {

class TestImportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (m_stage)
            tests::pictureIfFailed(&m_stage->host);
        m_stage.reset();
    }

    void opened_tellsWhatWouldHappen_thenDoesIt()
    {
        open();
        auto& transfer = m_stage->house.userTransfer;
        transfer.report = {.rows = 5, .added = 2, .exists = 1, .twice = 1, .wrong = 1};
        put(7, ImportRow::Outcome::Wrong, {{"email", "Must be an e-mail address.", "format"}});
        put(8, ImportRow::Outcome::Exists, {});
        put(9, ImportRow::Outcome::Twice, {});
        auto* dialog = show();
        auto* import = tests::find<QPushButton>(dialog, u"import_users.import"_s);
        QTRY_VERIFY(import->isEnabled());
        QVERIFY(import->text().contains(u'2'));
        QVERIFY(transfer.text.starts_with("name,email"));
        QVERIFY(linesOf(dialog).join(u'\n').contains(u"email:"_s));
        QTRY_VERIFY(tests::find<LinesList>(dialog, u"import_users.rows"_s)->height() > 100 && import->width() > 100);
        tests::picture(dialog, u"users-import"_s);
        QSignalSpy imported(dialog, &ImportDialog::imported);
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(transfer.runs.load(), 1);
        QVERIFY(!import->isVisible());
        QVERIFY(tests::find<QPushButton>(dialog, u"import_users.report"_s)->isVisible());
        const QString report = m_folder.filePath(u"report.tsv"_s);
        dialog->saveReportTo(report);
        QTRY_VERIFY(QFile::exists(report) && tests::find(dialog, u"import_users.failure"_s)->isVisible());
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("7\twrong\temail: Must be an e-mail address.\n8\texists\n9\ttwice\n"));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        tests::picture(dialog, u"users-import-done"_s);
    }

    void stopped_staysAndTellsWhatWasAdded()
    {
        open();
        auto& transfer = m_stage->house.userTransfer;
        transfer.report = {.rows = 400, .added = 400};
        std::promise<void> gate;
        transfer.gate = gate.get_future().share();
        auto* dialog = show();
        auto* import = tests::find<QPushButton>(dialog, u"import_users.import"_s);
        auto* cancel = tests::find<QPushButton>(dialog, u"import_users.cancel"_s);
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        // One Cancel, and while it runs the counts of the file that was tried.
        for (const QPushButton* button : dialog->findChildren<QPushButton*>())
            QVERIFY2(!button->isVisible() || button == cancel || button->text() != cancel->text(),
                     qPrintable(button->objectName()));
        QTRY_VERIFY(progressOf(dialog).contains(u"0 of 400 rows, 0 added"_s));
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(dialog->isVisible() && !cancel->isEnabled());
        QSignalSpy imported(dialog, &ImportDialog::imported);
        gate.set_value();
        QTRY_COMPARE(imported.size(), 1);
        QVERIFY(dialog->isVisible() && cancel->isEnabled());
        QVERIFY(texts(dialog).contains(u"400 users added, stopped before the end"_s));
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
    }

    void running_theBarMovesAndCountsWhatWasAdded()
    {
        open();
        auto& transfer = m_stage->house.userTransfer;
        transfer.report = {.rows = 1200, .added = 900};
        auto* dialog = show();
        auto* import = tests::find<QPushButton>(dialog, u"import_users.import"_s);
        QTRY_VERIFY(import->isEnabled());
        for (int row = 0; row < 600; ++row)
            put(row + 2, row % 2 == 0 ? ImportRow::Outcome::Added : ImportRow::Outcome::Exists, {});
        std::promise<void> gate;
        transfer.gate = gate.get_future().share();
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_VERIFY(progressOf(dialog).contains(u"600 of 1,200 rows, 300 added"_s));
        QCOMPARE(tests::find<MeterBar>(dialog, u"import_users.progress.bar"_s)->share(), 0.5);
        gate.set_value();
        QTRY_VERIFY(!tests::find(dialog, u"import_users.progress"_s)->isVisible());
    }

    void wrongFile_saysWhy()
    {
        open();
        auto error = makeError(ErrorCode::InvalidArgument, "The first line must name the columns.");
        error.word = "wrong_columns";
        m_stage->house.userTransfer.failures.failNext(error);
        auto* dialog = show();
        QTRY_VERIFY(tests::find(dialog, u"import_users.failure"_s)->isVisible());
        QVERIFY(!tests::find<QPushButton>(dialog, u"import_users.import"_s)->isVisible());
        tests::picture(dialog, u"users-import-wrong"_s);
    }

    void noFile_saysSo()
    {
        open();
        auto* dialog = new ImportDialog(*m_stage->console, m_folder.filePath(u"none.csv"_s), &m_stage->host);
        dialog->open();
        QTRY_VERIFY(tests::find(dialog, u"import_users.failure"_s)->isVisible());
        delete dialog;
    }

    void fileDroppedOnTheList_isImported_othersAreNot()
    {
        open();
        auto* panel = new UsersPanel(*m_stage->console);
        m_stage->show(panel);
        const auto drop = [&](const QStringList& names) {
            QMimeData data;
            QList<QUrl> urls;
            for (const QString& name : names)
                urls << QUrl::fromLocalFile(m_folder.filePath(name));
            data.setUrls(urls);
            QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QCoreApplication::sendEvent(panel, &enter);
            if (!enter.isAccepted())
                return false;
            QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(panel, &event);
            return true;
        };
        QVERIFY(!drop({u"picture.png"_s}));
        QVERIFY(!drop({u"staff.csv"_s, u"more.csv"_s}));
        QVERIFY(drop({u"staff.csv"_s}));
        QTRY_VERIFY(tests::openDialog(u"import_users"_s));
        QTRY_VERIFY(m_stage->house.userTransfer.text.starts_with("name,email"));
        delete tests::openDialog(u"import_users"_s);
    }

    void export_writesAFileForItsUserOnly()
    {
        open();
        m_stage->house.userTransfer.exported = {m_stage->house.users.users.begin(), m_stage->house.users.users.begin() + 3};
        auto* panel = new UsersPanel(*m_stage->console);
        m_stage->show(panel);
        QTRY_COMPARE(panel->model()->rowCount(), 40);
        auto* files = panel->findChild<UserFiles*>();
        for (const QString& name : {u"users.csv"_s, u"users.json"_s}) {
            const QString path = m_folder.filePath(name);
            files->exportTo(path, {});
            QTRY_VERIFY(QFile::exists(path));
            QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll().count('\n'), name.endsWith(u"csv"_s) ? 4 : 5);
        }
    }

private:
    void open()
    {
        m_stage = std::make_unique<tests::PanelStage>(40);
        QVERIFY(m_stage->open());
        m_stage->show(new QWidget);
        QFile file(m_folder.filePath(u"staff.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,email\nGrace,grace@example.test\n");
    }
    ImportDialog* show()
    {
        auto* dialog = new ImportDialog(*m_stage->console, m_folder.filePath(u"staff.csv"_s), &m_stage->host);
        dialog->open();
        return dialog;
    }
    void put(std::int64_t line, ImportRow::Outcome outcome, std::vector<FieldError> fields)
    {
        ImportRow row;
        row.line = line;
        row.outcome = outcome;
        row.fields = std::move(fields);
        m_stage->house.userTransfer.rows.push_back(std::move(row));
    }
    static QString progressOf(QWidget* dialog)
    {
        QStringList all;
        for (auto* label : tests::find(dialog, u"import_users.progress"_s)->findChildren<ElideLabel*>())
            all << label->text();
        return all.join(u'\n');
    }
    QStringList texts(QWidget* dialog)
    {
        QStringList all;
        for (auto* label : dialog->findChildren<QLabel*>())
            all << label->text();
        return all;
    }
    QStringList linesOf(QWidget* dialog)
    {
        QStringList texts;
        for (auto* line : tests::find<LinesList>(dialog, u"import_users.rows"_s)->findChildren<QWidget*>())
            texts << line->accessibleName();
        return texts;
    }

    std::unique_ptr<tests::PanelStage> m_stage;
    QTemporaryDir m_folder;
};

} // namespace

SALLYPORT_GUI_TEST(TestImportDialog)

} // namespace tst_import_dialog
#include "tst_import_dialog.moc"
