#include "tests/support/test_main.h"
#include "tests/ui/support/records_stage.h"
#include "tests/ui/support/scene_records.h"
#include "ui/records/comment_view.h"
#include "ui/records/files_part.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace tst_record_attachments {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// Files and comments beside a record.
class TestRecordAttachments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void files_areUploaded_savedAndDeleted()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        QTemporaryDir folder;
        const QString letter = folder.filePath(u"Discharge letter.pdf"_s);
        QFile file(letter);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.7 letter") == 15);
        file.close();
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(letter), QUrl(u"https://elsewhere.example/x.pdf"_s)});
        QCOMPARE(open.pane()->files()->uploadable(&dropped), QStringList{letter});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(open.pane(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(open.pane(), &drop);
        QTRY_COMPARE(open.stage.house.files.count(), std::size_t(1));
        QTRY_VERIFY(open.panel->findChild<QWidget*>(u"records.file.0"_s));
        QCOMPARE(open.part(u"records.file.0"_s)->accessibleName(), u"Discharge letter.pdf, PDF, 15 bytes"_s);
        const auto chooseFromMenu = [&](const QString& line) {
            tests::clickButton(open.panel, u"records.file.0.more"_s);
            auto* menu = open.panel->findChild<QMenu*>(u"records.file_menu"_s);
            QVERIFY(menu);
            for (QAction* action : menu->actions())
                if (action->text() == line)
                    action->trigger();
            menu->close();
        };
        records::FileQuery query;
        const auto page = open.stage.house.files.list(open.stage.house.administrator(), query);
        QVERIFY(page && page->files.size() == 1);
        const QString copy = folder.filePath(u"copy.pdf"_s);
        open.pane()->files()->download(page->files.front(), copy);
        QTRY_VERIFY(QFile::exists(copy));
        QFile saved(copy);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("%PDF-1.7 letter"));
        chooseFromMenu(u"Delete…"_s);
        tests::clickButton(tests::waitForDialog(u"delete_file"_s), u"delete_file.confirm"_s);
        QTRY_COMPARE(open.stage.house.files.count(), std::size_t(0));
    }

    void files_thatAreRefused_stayWithTheReason_andOthersGoOn()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        QTemporaryDir folder;
        QStringList paths;
        for (const char* name : {"a.exe", "b.txt"}) {
            paths << folder.filePath(QString::fromLatin1(name));
            QFile file(paths.last());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
        }
        Error refusal = makeError(ErrorCode::InvalidArgument, "no");
        refusal.fields = {{"file", "Not this kind.", "extension"}};
        open.stage.house.files.beginFailures.failNext(refusal);
        open.pane()->files()->upload(paths);
        QTRY_COMPARE(open.stage.house.files.count(), std::size_t(1));
        auto* state = open.part<ElideLabel>(u"records.transfer.state"_s);
        QTRY_COMPARE(state->text(), u"Files of this kind may not be uploaded"_s);
        tests::clickButton(open.panel, u"records.transfer.stop"_s);
        QTRY_VERIFY(!open.panel->findChild<QWidget*>(u"records.transfer"_s));
    }

    void files_thatAreStopped_leaveNothing()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        QTemporaryDir folder;
        QFile file(folder.filePath(u"large.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(300'000, 'x')) == 300'000);
        file.close();
        open.stage.house.gate.close();
        open.pane()->files()->upload({file.fileName()});
        tests::clickButton(open.panel, u"records.transfer.stop"_s);
        open.stage.house.gate.open();
        QTRY_VERIFY(!open.panel->findChild<QWidget*>(u"records.transfer"_s));
        QCOMPARE(open.stage.house.files.count(), std::size_t(0));
    }

    void comments_areShown_writtenChangedAndDeleted()
    {
        tests::OpenRecords open(240, [](tests::OpenRecords& now) { tests::sceneRecords(now.stage.house); });
        open.openRecord("Discharge summary 2231");
        QTRY_VERIFY(open.panel->findChild<CommentView*>(u"records.comment.1.content"_s));
        auto* first = open.part<CommentView>(u"records.comment.0.content"_s);
        QVERIFY(first->toPlainText().startsWith(u"Check potassium before the first dose"));
        QVERIFY(first->toPlainText().endsWith(u"intranet.northgate.example"));
        QCOMPARE(first->links(), QList<QUrl>{QUrl(u"https://intranet.northgate.example/dosing"_s)});
        Q_EMIT first->anchorClicked(first->links().front());
        tests::clickButton(tests::waitForDialog(u"open_link"_s), u"open_link.cancel"_s);
        QTest::keyClicks(open.part(u"records.comment.text"_s), u"Done<script>x()</script>"_s);
        QTest::keyClick(open.part(u"records.comment.text"_s), Qt::Key_Return);
        QTRY_VERIFY(open.panel->findChild<Pill*>(u"records.comment.2.removed"_s));
        QCOMPARE(open.part<CommentView>(u"records.comment.2.content"_s)->toPlainText(), u"Done"_s);
        QVERIFY(open.part<QLineEdit>(u"records.comment.text"_s)->text().isEmpty());
        const auto chooseFromMenu = [&](const QString& line) {
            tests::clickButton(open.panel, u"records.comment.2.more"_s);
            auto* menu = open.panel->findChild<QMenu*>(u"records.comment_menu"_s);
            QVERIFY(menu);
            for (QAction* action : menu->actions())
                if (action->text() == line)
                    action->trigger();
            menu->close();
        };
        chooseFromMenu(u"Edit…"_s);
        QWidget* form = tests::waitForDialog(u"comment"_s);
        tests::find<QPlainTextEdit>(form, u"comment.text"_s)->setPlainText(u"Done <b>today</b>"_s);
        tests::clickButton(form, u"comment.save"_s);
        QTRY_COMPARE(open.part<CommentView>(u"records.comment.2.content"_s)->toPlainText(), u"Done today"_s);
        chooseFromMenu(u"Delete…"_s);
        tests::clickButton(tests::waitForDialog(u"delete_comment"_s), u"delete_comment.confirm"_s);
        QTRY_COMPARE(open.stage.house.comments.count(), std::size_t(2));
    }

    void comment_loadsNothing()
    {
        tests::theme();
        CommentView view;
        view.setContent(u"<img src=\"file:///etc/passwd\"><img src=\"https://elsewhere.example/x.png\">words"_s);
        QVERIFY(!view.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isValid());
        QVERIFY(view.toPlainText().contains(u"words"));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestRecordAttachments)

} // namespace tst_record_attachments
#include "tst_record_attachments.moc"
