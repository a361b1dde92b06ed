#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/reports/chain_card.h"
#include "ui/reports/kept_reports.h"
#include "ui/reports/recent_reports.h"
#include "ui/reports/report_cards.h"
#include "ui/reports/report_form.h"
#include "ui/reports/report_period.h"
#include "ui/reports/report_plans.h"
#include "ui/reports/report_preview.h"
#include "ui/reports/reports_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/small_parts.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_reports_panel {

using namespace sallyport;
using namespace sallyport::ui;

namespace {

class TestReportsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_open = std::make_unique<tests::OpenConsole>(40, 2000);
        QVERIFY(m_open->open());
        ReportHost host;
        host.chooseFile = [this](QWidget*, const QString& suggested, const QString&, std::function<void(QString)> chosen) {
            m_suggested = suggested;
            chosen(m_folder.filePath(QStringLiteral("report.csv")));
        };
        host.open = [this](const QString& path) { m_opened = path; };
        m_panel = std::make_unique<ReportsPanel>(m_open->console, host);
        m_panel->resize(1072, 772);
        m_panel->show();
        m_panel->activate({});
        QTRY_VERIFY(m_panel->form()->count() >= 0);
    }
    void cleanup()
    {
        m_panel.reset();
        m_open.reset();
    }

    void period_presets_beginAtMidnight()
    {
        const UtcTime now = m_open->house.clock.now();
        const auto week = periodOf(PeriodChoice::Week, now, {}, {});
        const auto local = QDateTime::fromMSecsSinceEpoch(week->since.time_since_epoch().count() / 1000);
        QCOMPARE(local.time(), QTime(0, 0));
        QCOMPARE(local.daysTo(QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count() / 1000)), 6);
        QVERIFY(week->until == now + std::chrono::microseconds(1));
    }

    void period_lastBeforeFirst_isNone()
    {
        QVERIFY(!periodOf(PeriodChoice::Custom, {}, QDate(2026, 11, 24), QDate(2026, 11, 23)));
        QVERIFY(periodOf(PeriodChoice::Custom, {}, QDate(2026, 11, 24), QDate(2026, 11, 24)));
    }

    void preview_countsWhatTheReportWillHold()
    {
        QCOMPARE(m_panel->form()->count(), std::int64_t(2000));
        m_panel->form()->setFilter(QStringLiteral("outcome:failure"));
        QTRY_VERIFY(m_panel->form()->count() >= 0);
        QVERIFY(m_panel->form()->count() < 2000);
        QCOMPARE(m_panel->form()->filter(), QStringLiteral("outcome:failure"));
    }

    void filter_withAPeriod_becomesDates()
    {
        m_panel->form()->setFilter(QStringLiteral("since:2026-11-20 until:2026-11-22 outcome:failure"));
        QCOMPARE(m_panel->form()->filter(), QStringLiteral("outcome:failure"));
    }

    void filter_untilMidnight_endsWithTheDayBefore()
    {
        // On this computer's clock, whichever zone it is in: the last day of a month and the first of the next.
        const QDate first(2026, 10, 31), last(2026, 11, 1);
        const auto term = [](const QDate& day) { return day.startOfDay().toUTC().toString(Qt::ISODate); };
        m_panel->form()->setFilter(QStringLiteral("since:%1 until:%2 outcome:failure").arg(term(first), term(last.addDays(1))));
        QCOMPARE(m_panel->findChild<QDateEdit*>(QStringLiteral("reports.first"))->date(), first);
        QCOMPARE(m_panel->findChild<QDateEdit*>(QStringLiteral("reports.last"))->date(), last);
    }

    void create_writesTheFileAndOffersToOpenIt()
    {
        m_panel->form()->setFormat(audit::ReportFormat::Csv);
        QSignalSpy reported(m_panel->form(), &ReportForm::reported);
        click("reports.create");
        QVERIFY(m_suggested.endsWith(QStringLiteral(".csv")));
        QTRY_COMPARE(reported.count(), 1);
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("report.csv"))));
        QVERIFY(result()->isVisible());
        QVERIFY(result()->text().contains(QStringLiteral("report.csv")));
        click("reports.openFolder");
        QCOMPARE(m_opened, m_folder.path());
    }

    /// CEF and OCSF are one event a line: other reports than the activity have none.
    void formats_areThoseOfTheTemplate()
    {
        ReportForm* const form = m_panel->form();
        const auto offered = [&](const char* name) {
            return m_panel->findChild<QAbstractButton*>(QString(QStringLiteral("reports.format.") + QLatin1StringView(name))) !=
                   nullptr;
        };
        form->setTemplate(reports::Template::Activity);
        QTRY_VERIFY(offered("cef") && offered("ocsf"));
        form->setFormat(audit::ReportFormat::Ocsf);
        form->setTemplate(reports::Template::AccessReview);
        QTRY_VERIFY(!offered("cef") && !offered("ocsf"));
        QVERIFY(offered("pdf") && offered("html"));
        QVERIFY(m_panel->findChild<QAbstractButton*>(QStringLiteral("reports.format.pdf"))->isChecked());
        QVERIFY(m_panel->findChild<QPushButton*>(QStringLiteral("reports.create"))->isEnabled());
        form->setFormat(audit::ReportFormat::Cef); // not to be had
        QVERIFY(m_panel->findChild<QAbstractButton*>(QStringLiteral("reports.format.pdf"))->isChecked());
        form->setTemplate(reports::Template::Activity);
        QTRY_VERIFY(offered("cef") && offered("ocsf"));
    }

    void create_cancelled_saysSo()
    {
        QSignalSpy reported(m_panel->form(), &ReportForm::reported);
        m_panel->form()->create(m_folder.filePath(QStringLiteral("cancelled.pdf")));
        QVERIFY(m_panel->form()->isRunning());
        m_panel->form()->cancel();
        QTRY_COMPARE(reported.count(), 1);
        QVERIFY(!m_panel->form()->isRunning());
        QVERIFY(result()->isVisible());
        QVERIFY(!m_panel->findChild<QPushButton*>(QStringLiteral("reports.open"))->isVisible());
    }

    void create_fails_saysWhy()
    {
        m_open->house.events.failures.failNext(makeError(ErrorCode::DiskFull, "full"));
        QSignalSpy reported(m_panel->form(), &ReportForm::reported);
        m_panel->form()->create(m_folder.filePath(QStringLiteral("full.pdf")));
        QTRY_COMPARE(reported.count(), 1);
        QVERIFY(!result()->title().isEmpty());
        QVERIFY(!result()->text().isEmpty());
    }

    void verify_intact_andDamaged_areTold()
    {
        QSignalSpy verified(m_panel->chain(), &ChainCard::verified);
        click("reports.verify");
        QTRY_COMPARE(verified.count(), 1);
        const QString good = m_panel->chain()->result()->title();
        m_open->house.events.intact = false;
        QTRY_VERIFY(m_panel->findChild<QPushButton*>(QStringLiteral("reports.verify"))->isEnabled());
        click("reports.verify");
        QTRY_COMPARE(verified.count(), 2);
        QVERIFY(m_panel->chain()->result()->title() != good);
        QVERIFY(m_panel->chain()->result()->text().contains(QLocale().toString(1000)));
    }

    void damage_accepted_staysANoteWithItsReason()
    {
        QSignalSpy verified(m_panel->chain(), &ChainCard::verified);
        m_open->house.events.intact = false;
        click("reports.verify");
        QTRY_COMPARE(verified.count(), 1);
        auto* accept = m_panel->findChild<QPushButton*>(QStringLiteral("reports.verify.accept"));
        QVERIFY(accept && accept->isVisible());
        QTRY_VERIFY(accept->isEnabled());
        QSignalSpy accepted(m_panel->chain(), &ChainCard::damageAccepted);
        click("reports.verify.accept");
        auto* why = m_panel->findChild<QLineEdit*>(QStringLiteral("reports.accept.why"));
        auto* confirm = m_panel->findChild<QPushButton*>(QStringLiteral("reports.accept.confirm"));
        QVERIFY(why && confirm && !confirm->isEnabled()); // not without a reason
        QTest::keyClicks(why, QStringLiteral("   "));
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(why, QStringLiteral("backup put back"));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(accepted.count(), 1);
        QTRY_COMPARE(verified.count(), 2);
        QCOMPARE(m_open->house.events.accepted.at(0).why, std::string("backup put back"));
        const QString text = m_panel->chain()->result()->text();
        QVERIFY2(text.contains(QStringLiteral("Events 101 to 150 are missing; accepted ")) &&
                     text.contains(QStringLiteral(": backup put back")),
                 qPrintable(text));
        QVERIFY(!accept->isVisible());
    }

    void recent_showsExportsOfTheJournal()
    {
        QTRY_VERIFY(!m_panel->recent()->events().empty());
        QCOMPARE(QString::fromStdString(m_panel->recent()->events().front().kind), QStringLiteral("report.exported"));
        QStringList shown;
        const auto reading = [&] {
            shown.clear();
            for (const auto* label : m_panel->recent()->findChildren<ElideLabel*>())
                shown << label->text();
            return !shown.isEmpty();
        };
        QTRY_VERIFY(reading());
        const qsizetype review = shown.indexOf(QStringLiteral("Access review, PDF"));
        QVERIFY2(review >= 0 && !shown.at(review + 1).contains(QStringLiteral("event")),
                 qPrintable(shown.join(QLatin1Char('|'))));
        const qsizetype events = shown.indexOf(QStringLiteral("CSV"));
        QVERIFY2(events >= 0 && shown.at(events + 1).contains(QStringLiteral("1,284 event")),
                 qPrintable(shown.join(QLatin1Char('|'))));
    }

    void cards_sayWhatThereIs_andAreChosenByKeys()
    {
        QTRY_COMPARE(m_panel->kept()->kept().size(), std::size_t{2});
        QTRY_COMPARE(m_panel->plans()->plans().size(), std::size_t{1});
        auto* review = m_panel->findChild<ReportCard*>(QStringLiteral("reports.card.access_review"));
        QVERIFY(review);
        QCOMPARE(review->accessibleName(), QStringLiteral("Access review"));
        QTRY_VERIFY(review->accessibleDescription().contains(QStringLiteral("1 plan")));
        auto* activity = m_panel->findChild<ReportCard*>(QStringLiteral("reports.card.activity"));
        QVERIFY(activity->isChecked());
        activity->setFocus();
        QTest::keyClick(activity, Qt::Key_Right);
        QCOMPARE(m_panel->form()->chosenTemplate(), reports::Template::AccessReview);
        QVERIFY(review->hasFocus());
    }

    void otherTemplate_asksForNoFilter_andIsWritten()
    {
        m_panel->form()->setTemplate(reports::Template::Compliance);
        auto* filter = m_panel->findChild<QLineEdit*>(QStringLiteral("reports.filter"));
        QVERIFY(!filter->isVisible());
        QSignalSpy reported(m_panel->form(), &ReportForm::reported);
        click("reports.create");
        QVERIFY(m_suggested.endsWith(QStringLiteral(".pdf")));
        QTRY_COMPARE(reported.count(), 1);
        QVERIFY(result()->text().contains(QStringLiteral("report.csv")));
        m_panel->form()->setTemplate(reports::Template::Configuration);
        QVERIFY(filter->isVisible());
    }

    void keep_putsItIntoTheList_whereItIsSavedAndDeleted()
    {
        QTRY_COMPARE(m_panel->kept()->kept().size(), std::size_t{2});
        m_panel->form()->setTemplate(reports::Template::ApiKeys);
        click("reports.keep");
        QTRY_COMPARE(m_panel->kept()->kept().size(), std::size_t{3});
        const reports::MadeReport made = m_panel->kept()->kept().front();
        QCOMPARE(made.report, reports::Template::ApiKeys);
        QSignalSpy changed(m_panel->kept(), &KeptReports::changed);
        const QString file = m_folder.filePath(QStringLiteral("kept.pdf"));
        m_panel->kept()->save(made, file);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(QFile::exists(file));
        m_panel->kept()->remove(made);
        QTRY_COMPARE(m_panel->kept()->kept().size(), std::size_t{2});
    }

    void whatIsMadeOfADamagedJournal_isToldWithIt()
    {
        m_open->house.events.intact = false;
        QTRY_COMPARE(m_panel->kept()->kept().size(), std::size_t{2});
        QSignalSpy kept(m_panel->form(), &ReportForm::kept);
        m_panel->form()->setTemplate(reports::Template::ApiKeys);
        click("reports.keep");
        QTRY_COMPARE(kept.count(), 1);
        QCOMPARE(result()->title(), QStringLiteral("The report is kept, but the journal is damaged"));
        QTRY_COMPARE(m_panel->kept()->kept().size(), std::size_t{3});
        QSignalSpy changed(m_panel->kept(), &KeptReports::changed);
        m_panel->kept()->save(m_panel->kept()->kept().front(), m_folder.filePath(QStringLiteral("damaged.pdf")));
        QTRY_COMPARE(changed.count(), 1);
        auto* problem = m_panel->findChild<Banner*>(QStringLiteral("reports.kept.problem"));
        QVERIFY(problem != nullptr && problem->isVisible());
        QCOMPARE(problem->title(), QStringLiteral("Report saved, but the journal is damaged"));
    }

    void keep_fails_saysWhy()
    {
        m_open->house.reports.failures.failNext(makeError(ErrorCode::DiskFull, "full"));
        QSignalSpy kept(m_panel->form(), &ReportForm::kept);
        m_panel->form()->keep();
        QTRY_COMPARE(kept.count(), 1);
        QVERIFY(result()->isVisible());
        QVERIFY(!m_panel->form()->isRunning());
    }

    void preview_showsThePage_andLoadsNothing()
    {
        m_panel->form()->setTemplate(reports::Template::AccessReview);
        QSignalSpy previewed(m_panel->form(), &ReportForm::previewed);
        click("reports.show");
        QTRY_COMPARE(previewed.count(), 1);
        auto* page = m_panel->window()->findChild<ReportPage*>();
        QVERIFY(page);
        QVERIFY(page->toPlainText().contains(QStringLiteral("Access review")));
        const std::string svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"5\" height=\"5\"/></svg>";
        page->setPage("<img src=\"chart:0\">", {svg});
        QVERIFY(!page->loadResource(0, QUrl(QStringLiteral("chart:0"))).isNull());
        QVERIFY(page->loadResource(0, QUrl(QStringLiteral("chart:1"))).isNull());
        QVERIFY(page->loadResource(0, QUrl(QStringLiteral("file:///etc/passwd"))).isNull());
        QVERIFY(page->loadResource(0, QUrl(QStringLiteral("https://example.test/x.png"))).isNull());
    }

    void plan_isAddedWithWhatTheFormHolds_switchedOff_andDeleted()
    {
        QTRY_COMPARE(m_panel->plans()->plans().size(), std::size_t{1});
        m_panel->form()->setTemplate(reports::Template::Detection);
        click("reports.plans.add");
        auto* confirm = m_panel->findChild<QPushButton*>(QStringLiteral("reports.plan.confirm"));
        QVERIFY(confirm && confirm->isEnabled());
        m_panel->findChild<QComboBox*>(QStringLiteral("reports.plan.often"))->setCurrentIndex(0);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(m_panel->plans()->plans().size(), std::size_t{2});
        const reports::Plan added = m_panel->plans()->plans().back();
        QCOMPARE(added.fields.report, reports::Template::Detection);
        QCOMPARE(added.fields.frequency, reports::Frequency::Daily);
        click("reports.plans.plan-1.pause");
        QTRY_VERIFY(!m_panel->plans()->plans().front().fields.enabled);
        click("reports.plans.plan-1.delete");
        click("reports.plans.delete.confirm");
        QTRY_COMPARE(m_panel->plans()->plans().size(), std::size_t{1});
    }

private:
    void click(const char* name)
    {
        auto* button = m_panel->findChild<QPushButton*>(QLatin1StringView(name));
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    Banner* result() const { return m_panel->findChild<Banner*>(QStringLiteral("reports.result")); }

    QTemporaryDir m_folder;
    QString m_suggested, m_opened;
    std::unique_ptr<tests::OpenConsole> m_open;
    std::unique_ptr<ReportsPanel> m_panel;
};

} // namespace

SALLYPORT_GUI_TEST(TestReportsPanel)

} // namespace tst_reports_panel
#include "tst_reports_panel.moc"
