#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/headers/headers_model.h"
#include "ui/headers/headers_panel.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_form.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace tst_headers_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

using Grade = HeaderFinding::Grade;

/// As the product answers by itself.
HeaderAnswers usualAnswers()
{
    HeaderAnswers answers;
    for (ServerClient::Answer* answer :
         {&answers.plain, &answers.foreign, &answers.foreignAsked, &answers.allowed, &answers.allowedAsked}) {
        answer->status = 200;
        answer->fields = {{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
                          {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"},
                          {"X-Content-Type-Options", "nosniff"},
                          {"X-Frame-Options", "DENY"},
                          {"Referrer-Policy", "no-referrer"},
                          {"Cross-Origin-Resource-Policy", "same-origin"},
                          {"Cross-Origin-Opener-Policy", "same-origin"},
                          {"Permissions-Policy", "interest-cohort=()"},
                          {"Cache-Control", "no-store"}};
    }
    return answers;
}

void setField(ServerClient::Answer& answer, const QByteArray& name, const QByteArray& value)
{
    answer.fields.removeIf([&](const auto& field) { return field.first == name; });
    if (!value.isEmpty())
        answer.fields.emplaceBack(name, value);
}

HeaderFinding found(const QList<HeaderFinding>& all, const QString& title)
{
    for (const HeaderFinding& one : all)
        if (one.title == title)
            return one;
    return {};
}

class TstHeadersPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(const std::function<void(settings::Values&)>& edit = {})
        {
            tests::theme();
            if (edit)
                stage.house.settings.set(edit);
            if (!stage.open())
                return;
            panel = new HeadersPanel(*stage.console);
            stage.show(panel, {1072, 900});
        }
        tests::PanelStage stage{4, 0};
        HeadersPanel* panel = nullptr;
    };

private Q_SLOTS:
    void usualAnswers_areGood()
    {
        const auto all = judgeHeaders(usualAnswers(), {});
        QCOMPARE(all.size(), 13);
        for (const HeaderFinding& one : all) {
            QVERIFY2(one.grade == Grade::Good, qPrintable(one.title));
            QVERIFY(one.advice.isEmpty());
        }
    }

    void whatIsMissingOrOtherwise_isWrong_andStandsFirst()
    {
        HeaderAnswers answers = usualAnswers();
        setField(answers.plain, "X-Frame-Options", {});
        setField(answers.foreignAsked, "Cache-Control", "public"); // of refusals alone
        setField(answers.plain, "Server", "nginx");
        const auto all = judgeHeaders(answers, {});
        for (int at = 0; at < 3; ++at)
            QCOMPARE(all[at].grade, Grade::Wrong);
        QCOMPARE(all[3].grade, Grade::Good);
        QCOMPARE(found(all, u"X-Frame-Options"_s).seen, u"Not sent"_s);
        QCOMPARE(found(all, u"Cache-Control"_s).seen, u"public"_s);
        QCOMPARE(found(all, u"Server"_s).expected, u"Not sent"_s);
        QVERIFY(!found(all, u"Server"_s).advice.isEmpty());
    }

    void weakSettings_areSaidToBe()
    {
        settings::Values values;
        values.headersHstsMaxAge = std::chrono::days(30);
        values.headersHstsSubdomains = false;
        HeaderAnswers answers = usualAnswers();
        for (auto* answer : {&answers.plain, &answers.foreignAsked})
            setField(*answer, "Strict-Transport-Security", "max-age=2592000");
        const HeaderFinding hsts = judgeHeaders(answers, values).front();
        QCOMPARE(hsts.title, u"Strict-Transport-Security"_s);
        QCOMPARE(hsts.grade, Grade::Weak);
        QCOMPARE(hsts.setting, std::string("headers.hsts_max_age"));
        values.headersHstsSubdomains = true; // but it isn't told
        QCOMPARE(judgeHeaders(answers, values).front().grade, Grade::Wrong);
    }

    void policyThatAllowsMore_isWeak()
    {
        const auto judged = [](const char* policy) {
            settings::Values values;
            values.headersContentSecurityPolicy = policy;
            HeaderAnswers answers = usualAnswers();
            for (auto* answer : {&answers.plain, &answers.foreignAsked})
                setField(*answer, "Content-Security-Policy", policy);
            return found(judgeHeaders(answers, values), u"Content-Security-Policy"_s);
        };
        QCOMPARE(judged("default-src 'none'; frame-ancestors 'none'").grade, Grade::Good);
        QCOMPARE(judged("default-src 'self'; frame-ancestors 'none'").grade, Grade::Weak);
        QCOMPARE(judged("Default-Src https://a.example; object-src 'none'; frame-ancestors 'none'").grade, Grade::Weak);
        const HeaderFinding scripts = judged("default-src 'none'; script-src 'self'; frame-ancestors 'none'");
        QCOMPARE(scripts.grade, Grade::Weak);
        QVERIFY(scripts.advice.contains(u"base-uri 'none'"_s));
        QCOMPARE(judged("default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'").grade, Grade::Good);
    }

    void otherPages_readOnlyWhatIsSet()
    {
        settings::Values values;
        values.corsOrigins = {"https://app.example.com"};
        HeaderAnswers answers = usualAnswers();
        answers.origin = u"https://app.example.com"_s;
        setField(answers.allowed, "Access-Control-Allow-Origin", "https://app.example.com");
        setField(answers.allowed, "Vary", "Origin");
        setField(answers.allowedAsked, "Access-Control-Allow-Origin", "https://app.example.com");
        setField(answers.allowedAsked, "Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        setField(answers.allowedAsked, "Access-Control-Allow-Headers", "Authorization, Content-Type, X-API-Key, X-MFA-Token");
        setField(answers.allowedAsked, "Access-Control-Max-Age", "600");
        auto all = judgeHeaders(answers, values);
        QCOMPARE(all.size(), 15);
        QCOMPARE(all.front().grade, Grade::Good);
        QVERIFY(found(all, u"https://app.example.com asks"_s).seen.startsWith(u"Allow-Origin: https://app.example.com; "_s));

        setField(answers.foreign, "Access-Control-Allow-Origin", "*");
        all = judgeHeaders(answers, values);
        QCOMPARE(all.front().title, u"A page that isn’t allowed reads"_s);
        QCOMPARE(all.front().seen, u"Allow-Origin: *"_s);
        setField(answers.foreign, "Access-Control-Allow-Origin", {});
        setField(answers.allowed, "Vary", {}); // a cache would give it to others
        all = judgeHeaders(answers, values);
        QCOMPARE(all.front().title, u"https://app.example.com reads"_s);
        QCOMPARE(all.front().grade, Grade::Wrong);
    }

    void check_isShown_andARowLeadsToItsSetting()
    {
        Open open;
        HeaderAnswers answers = usualAnswers();
        setField(answers.plain, "Strict-Transport-Security", {});
        open.panel->take(answers);
        QCOMPARE(open.panel->model()->rowCount(), 13);
        auto* banner = tests::find<Banner>(open.panel, u"headers.banner"_s);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(tests::find<QLabel>(open.panel, u"headers.seen"_s)->text(), u"Not sent"_s);
        QVERIFY(tests::find<QLabel>(open.panel, u"headers.advice"_s)->isVisible());
        tests::find<QPushButton>(open.panel, u"headers.to_setting"_s)->click();
        auto* input = open.panel->form()->input("headers.hsts_max_age");
        QTRY_COMPARE(open.panel->window()->focusWidget(), input->editor());
        tests::find<DataTable>(open.panel, u"headers.table"_s)->selectRow(3);
        QVERIFY(!tests::find<QLabel>(open.panel, u"headers.advice"_s)->isVisible());
    }

    void origin_isCheckedAsItIsTyped_savedAndUndone()
    {
        Open open;
        SettingsForm* form = open.panel->form();
        form->type("cors.origins", u"*"_s);
        QVERIFY(form->field("cors.origins")->hasError());
        QVERIFY(!tests::find<QPushButton>(open.panel, u"headers.save"_s)->isEnabled());
        form->type("cors.origins", u"https://app.example.com"_s);
        QVERIFY(!form->field("cors.origins")->hasError());
        tests::find<QPushButton>(open.panel, u"headers.save"_s)->click();
        const auto origins = [&] { return open.stage.house.settings.values()->corsOrigins; };
        QTRY_COMPARE(origins().size(), std::size_t(1));
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"Answers tell it from now on"_s);
        Q_EMIT toast->actionRequested();
        QTRY_COMPARE(origins().size(), std::size_t(0));
        QTRY_COMPARE(toast->text(), u"As it was before"_s);
        Q_EMIT toast->actionRequested(); // nothing is left to undo
        QCOMPARE(form->input("cors.origins")->value(), QString());
    }

    void settingsAreOff_forWhoMayOnlyRead()
    {
        tests::theme();
        tests::PanelStage stage(4, 0);
        QVERIFY(stage.open(stage.house.reader()));
        auto* panel = new HeadersPanel(*stage.console);
        stage.show(panel);
        auto* origins = tests::find<QLineEdit>(panel, u"headers.cors.origins"_s);
        QVERIFY(!origins->isEnabled());
        QVERIFY(!origins->toolTip().isEmpty());
    }

    void serverThatIsOff_canBeStarted()
    {
        Open open;
        open.stage.house.server.set([](ServerStatus& status) { status.state = ServerStatus::State::Stopped; });
        open.stage.console->refreshServerStatus();
        QTRY_VERIFY(tests::find<QPushButton>(open.panel, u"headers.start"_s)->isVisible());
        QVERIFY(!tests::find<QPushButton>(open.panel, u"headers.check"_s)->isEnabled());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstHeadersPanel)

} // namespace tst_headers_panel
#include "tst_headers_panel.moc"
