#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/settings/roles_input.h"
#include "ui/settings/setting_group_view.h"
#include "ui/settings/setting_groups.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_draft.h"
#include "ui/settings/settings_index.h"
#include "ui/settings/settings_panel.h"
#include "ui/widgets/dialog_frame.h"
#include "ui/widgets/field.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/setting_text.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <set>

namespace tst_settings_panel {

using namespace sallyport;
using namespace sallyport::ui;

namespace {

class TestSettingsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_open = std::make_unique<tests::OpenConsole>(10, 10);
        QVERIFY(m_open->open());
        QTRY_COMPARE(m_open->console.serverStatus().state, m_open->house.server.status().state);
        m_panel = std::make_unique<SettingsPanel>(m_open->console);
        m_panel->resize(1072, 772);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_open.reset();
    }

    void groups_everySetting_standsInExactlyOne()
    {
        std::multiset<std::string_view> keys;
        for (const auto& groups : {settingGroups(), policyGroups()})
            for (const SettingGroup& group : groups)
                keys.insert(group.keys.begin(), group.keys.end());
        QCOMPARE(keys.size(), settings::definitions().size());
        for (const settings::Definition& definition : settings::definitions()) {
            QCOMPARE(keys.count(definition.key), std::size_t(1));
            QVERIFY(settingTitle(definition.key) != QString::fromUtf8(definition.key.data(), qsizetype(definition.key.size())));
        }
    }

    void opening_isQuick_andTheRestFollowsByItself()
    {
        m_panel.reset();
        QElapsedTimer timer;
        timer.start();
        m_panel = std::make_unique<SettingsPanel>(m_open->console);
        m_panel->resize(1072, 772);
        m_panel->show();
        qInfo("opened in %lld ms", static_cast<long long>(timer.elapsed()));
        // What is seen first is there, and not all of the rest.
        QVERIFY(m_panel->findChild<QLineEdit*>(QStringLiteral("settings.server.port")));
        QVERIFY(!m_panel->isFilled());
        QVERIFY(!m_panel->findChild<QLineEdit*>(QStringLiteral("settings.vault.name")));
        QTRY_VERIFY(m_panel->isFilled());
        auto* name = m_panel->findChild<QLineEdit*>(QStringLiteral("settings.vault.name"));
        QVERIFY(name && name->isVisible());
        QCOMPARE(name->text().toStdString(), m_open->house.settings.values()->vaultName);
    }

    void searched_beforeTheRestIsThere_findsAll()
    {
        m_panel.reset();
        m_panel = std::make_unique<SettingsPanel>(m_open->console);
        m_panel->show();
        QVERIFY(!m_panel->isFilled());
        m_panel->findChild<FilterField*>()->setText(QStringLiteral("vault.name"));
        QTRY_VERIFY(m_panel->isFilled());
        auto* name = m_panel->findChild<QLineEdit*>(QStringLiteral("settings.vault.name"));
        QTRY_VERIFY(name->isVisible());
        QTRY_VERIFY(!m_panel->findChild<QLineEdit*>(QStringLiteral("settings.server.port"))->isVisible());
    }

    void durations_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("number");
        QTest::newRow("90 s") << 90 << QStringLiteral("90");
        QTest::newRow("10 min") << 600 << QStringLiteral("10");
        QTest::newRow("1 h") << 3600 << QStringLiteral("1");
        QTest::newRow("2 d") << 172800 << QStringLiteral("2");
    }
    void durations()
    {
        QFETCH(int, seconds);
        QFETCH(QString, number);
        DurationInput input(QStringLiteral("x"));
        input.setValue(QString::number(seconds));
        QCOMPARE(input.value(), QString::number(seconds));
        QCOMPARE(qobject_cast<QLineEdit*>(input.editor())->text(), number);
    }

    void edit_wrongPort_isSaidInPlaceAndCannotBeSaved()
    {
        type("server.port", QStringLiteral("70000"));
        QVERIFY(m_panel->field("server.port")->hasError());
        QVERIFY(m_panel->isUnsavedBarVisible());
        QVERIFY(!button("settings.save")->isEnabled());
        type("server.port", QStringLiteral("9443"));
        QVERIFY(!m_panel->field("server.port")->hasError());
        QVERIFY(button("settings.save")->isEnabled());
    }

    void edit_valuesThatDontGoTogether_isSaid()
    {
        type("connections.total", QStringLiteral("8"));
        QVERIFY(m_panel->draft().hasProblems());
        QVERIFY(m_panel->field("connections.per_address")->hasError());
    }

    void edit_backToTheSavedValue_isNoChange()
    {
        type("server.port", QStringLiteral("9443"));
        type("server.port", QStringLiteral("8443"));
        QVERIFY(!m_panel->isUnsavedBarVisible());
    }

    void discard_putsTheSavedValuesBack()
    {
        type("audit.retention_days", QStringLiteral("20"));
        QTest::mouseClick(button("settings.discard"), Qt::LeftButton);
        QCOMPARE(m_panel->input("audit.retention_days")->value(), QStringLiteral("400"));
        QVERIFY(!m_panel->isUnsavedBarVisible());
    }

    void activate_settingOfThePolicy_goesThere()
    {
        QSignalSpy there(m_panel.get(), &Panel::navigate);
        m_panel->activate(QStringLiteral("sessions.idle"));
        QCOMPARE(there.count(), 1);
        QCOMPARE(there[0][0].toString(), QStringLiteral("policy"));
        QCOMPARE(there[0][1].toString(), QStringLiteral("sessions.idle"));
        m_panel->activate(QStringLiteral("nonsense"));
        QCOMPARE(there.count(), 1);
    }

    void save_portWhileRunning_asksForARestart()
    {
        m_open->house.server.set([](ServerStatus& status) { status.state = ServerStatus::State::Running; });
        m_open->console.refreshServerStatus();
        QTRY_COMPARE(m_open->console.serverStatus().state, ServerStatus::State::Running);
        type("server.port", QStringLiteral("9443"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_COMPARE(m_open->house.settings.values()->serverPort, std::uint16_t(9443));
        QTRY_VERIFY(m_panel->isRestartBannerVisible());
        QVERIFY(!m_panel->isUnsavedBarVisible());
        QTest::mouseClick(button("settings.restart.now"), Qt::LeftButton);
        QTRY_VERIFY(!m_panel->isRestartBannerVisible());
    }

    void save_rateLimit_isWrittenAsRequestsAndSeconds()
    {
        type("rate_limits.auth", QStringLiteral("7"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_COMPARE(m_open->house.settings.values()->rateAuth.requests, 7U);
        QCOMPARE(m_open->house.settings.values()->rateAuth.window.count(), 900);
    }

    void save_publicAddress_asksFirst()
    {
        type("server.address", QStringLiteral("0.0.0.0"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        auto* dialog = m_panel->window()->findChild<DialogFrame*>(QStringLiteral("settings.public"));
        QVERIFY(dialog);
        QCOMPARE(m_open->house.settings.values()->serverAddress, std::string("127.0.0.1"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("settings.public.confirm")), Qt::LeftButton);
        QTRY_COMPARE(m_open->house.settings.values()->serverAddress, std::string("0.0.0.0"));
    }

    void save_fails_keepsWhatWasTyped()
    {
        m_open->house.settings.failures.failNext(makeError(ErrorCode::DiskFull, "full"));
        type("server.port", QStringLiteral("9443"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_VERIFY(button("settings.save")->isEnabled());
        QVERIFY(m_panel->isUnsavedBarVisible());
        QCOMPARE(m_panel->input("server.port")->value(), QStringLiteral("9443"));
    }

    void index_countsWhatDiffers_andMarksWhatIsNotApplied()
    {
        const auto* model = m_panel->index()->list()->model();
        const auto said = [&](int row) { return model->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(model->rowCount(), static_cast<int>(settingGroups().size()));
        QCOMPARE(said(0), QStringLiteral("Server"));
        type("server.port", QStringLiteral("9443"));
        QCOMPARE(said(0), QStringLiteral("Server, 1 changed from the default, not applied"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_COMPARE(said(0), QStringLiteral("Server, 1 changed from the default"));
        button("settings.server.port.reset")->click();
        QCOMPARE(m_panel->input("server.port")->value(), QStringLiteral("8443"));
        QCOMPARE(said(0), QStringLiteral("Server, not applied"));
    }

    void index_leadsToItsGroup()
    {
        auto* bar = m_panel->findChild<QScrollArea*>(QStringLiteral("settings.page"))->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        auto* list = m_panel->index()->list();
        const auto groups = settingGroups();
        const auto signIn = std::ranges::find(groups, std::string_view("sign_in"), &SettingGroup::id);
        list->setCurrentIndex(list->model()->index(static_cast<int>(signIn - groups.begin()), 0));
        QTRY_COMPARE(bar->value(), std::min(bar->maximum(), m_panel->group("sign_in")->y()));
        bar->setValue(0); // the other way round
        QCOMPARE(m_panel->index()->current(), 0);
    }

    void changed_saysTheDefault_andWhatNeedsARestart()
    {
        auto* usual = m_panel->findChild<QLabel*>(QStringLiteral("settings.server.port.default"));
        QVERIFY(!usual->isVisible() && !button("settings.server.port.reset")->isVisible());
        type("server.port", QStringLiteral("9443"));
        QVERIFY(usual->isVisible() && button("settings.server.port.reset")->isVisible());
        QCOMPARE(usual->text(), QStringLiteral("Default 8443"));
        QCOMPARE(text("settings.unsaved.changes"), QStringLiteral("Port: 9443 instead of 8443, with a restart"));
        auto* pill = m_panel->field("server.port")->findChild<Pill*>();
        QVERIFY(pill && pill->isVisible());
        type("audit.retention_days", QStringLiteral("20")); // counts at once
        QCOMPARE(text("settings.unsaved.changes"),
                 QStringLiteral("Keep events for: 20 instead of 400. Port: 9443 instead of 8443, with a restart"));
        type("server.port", QStringLiteral("8443"));
        QVERIFY(!pill->isVisible() && !usual->isVisible());
    }

    void search_keepsTheHeadsOfWhatMatches()
    {
        auto* field = m_panel->findChild<FilterField*>(QStringLiteral("settings.filter.text"));
        if (field == nullptr)
            field = m_panel->findChild<FilterField*>();
        QVERIFY(field);
        field->setText(QStringLiteral("retention"));
        QTRY_VERIFY(m_panel->group("server")->isHidden());
        QVERIFY(!m_panel->group("audit")->isHidden());
        field->setText(QStringLiteral("no such thing"));
        QTRY_VERIFY(m_panel->group("audit")->isHidden());
        auto* all = button("settings.clear_filter");
        QTRY_VERIFY(all->isVisible());
        all->click();
        QVERIFY(!m_panel->group("server")->isHidden());
    }

    void segments_showWhatIsNotApplied()
    {
        type("server.port", QStringLiteral("9443"));
        QTest::mouseClick(m_panel->findChild<QWidget*>(QStringLiteral("settings.which.pending")), Qt::LeftButton);
        QVERIFY(m_panel->field("server.port")->isVisible());
        QVERIFY(!m_panel->field("server.address")->isVisible());
        QVERIFY(m_panel->group("audit")->isHidden());
    }

    void columns_areTwoFromAWindowOf1600()
    {
        const auto x = [&](const char* key) { return m_panel->field(key)->mapTo(m_panel.get(), QPoint()).x(); };
        QCOMPARE(x("server.address"), x("server.port"));
        m_panel->resize(1392, 772); // beside the navigation
        QTRY_VERIFY(x("server.port") > x("server.address"));
        m_panel->resize(1072, 772);
        QTRY_COMPARE(x("server.address"), x("server.port"));
    }

    void roles_areChosen()
    {
        QTRY_VERIFY(m_panel->findChild<QCheckBox*>(QStringLiteral("settings.mfa.required_roles.editor")));
        m_panel->findChild<QCheckBox*>(QStringLiteral("settings.mfa.required_roles.viewer"))->click();
        m_panel->findChild<QCheckBox*>(QStringLiteral("settings.mfa.required_roles.editor"))->click();
        QCOMPARE(m_panel->input("mfa.required_roles")->value(), QStringLiteral("editor,viewer"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_COMPARE(m_open->house.settings.values()->mfaRequiredRoles, (std::vector<std::string>{"editor", "viewer"}));
    }

    void roles_thatAreGone_stayUntilTheyAreTakenOut()
    {
        RolesInput input(m_open->console, QStringLiteral("x"));
        input.setValue(QStringLiteral("gone,editor"));
        QCOMPARE(input.value(), QStringLiteral("editor,gone"));
        QTRY_VERIFY(input.findChild<QCheckBox*>(QStringLiteral("x.viewer"))); // the vault's have come
        QCOMPARE(input.value(), QStringLiteral("editor,gone"));
        input.findChild<QCheckBox*>(QStringLiteral("x.gone"))->click();
        QCOMPARE(input.value(), QStringLiteral("editor"));
    }

    void helps_sayMoreThanTheTitle()
    {
        for (const settings::Definition& definition : settings::definitions()) {
            QVERIFY(settingHelp(definition) != settingDescription(definition));
            QVERIFY(!settingHelp(definition).startsWith(settingTitle(definition.key)));
        }
    }

    void failedStart_aChangedPortOffersStart()
    {
        m_open->house.server.set([](ServerStatus& status) { status.state = ServerStatus::State::Failed; });
        m_open->console.refreshServerStatus();
        QTRY_COMPARE(m_open->console.serverStatus().state, ServerStatus::State::Failed);
        type("connections.idle", QStringLiteral("30")); // that kept nothing from starting
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_VERIFY(!m_panel->isUnsavedBarVisible());
        QVERIFY(!m_panel->isRestartBannerVisible());
        type("server.port", QStringLiteral("9443"));
        QTest::mouseClick(button("settings.save"), Qt::LeftButton);
        QTRY_VERIFY(m_panel->isRestartBannerVisible());
        QCOMPARE(button("settings.restart.now")->text(), QStringLiteral("Start server"));
        QTest::mouseClick(button("settings.restart.now"), Qt::LeftButton);
        QTRY_VERIFY(!m_panel->isRestartBannerVisible());
        QTRY_COMPARE(m_open->console.serverStatus().state, ServerStatus::State::Running);
    }

    void vault_saysWhatKeepsItsDataAndWhere()
    {
        const auto shown = [this](const char* name) {
            const auto* label = m_panel->findChild<ElideLabel*>(QLatin1StringView(name));
            return label != nullptr ? label->text() : QStringLiteral("no such label");
        };
        QTRY_COMPARE(shown("settings.vault.product"), QStringLiteral("SQLCipher 4.5.6 community on SQLite 3.44.2"));
        QCOMPARE(shown("settings.vault.cipher"), QStringLiteral("AES-256-CBC, HMAC-SHA512 in pages of 4,096 bytes"));
        QCOMPARE(shown("settings.vault.file"), QStringLiteral("/srv/sallyport/sallyport.db (17.50 MiB)"));
        QCOMPARE(shown("settings.vault.schema"), QStringLiteral("61"));
    }

    void isPublicAddress_knowsLoopback()
    {
        QVERIFY(!isPublicAddress("127.0.0.1"));
        QVERIFY(!isPublicAddress("::1"));
        QVERIFY(isPublicAddress("0.0.0.0"));
        QVERIFY(isPublicAddress("192.0.2.7"));
    }

private:
    void type(const std::string& key, const QString& text)
    {
        auto* edit = qobject_cast<QLineEdit*>(m_panel->input(key)->editor());
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    QString text(const char* name) const { return m_panel->findChild<QLabel*>(QLatin1StringView(name))->text(); }
    QPushButton* button(const char* name) const { return m_panel->findChild<QPushButton*>(QLatin1StringView(name)); }

    std::unique_ptr<tests::OpenConsole> m_open;
    std::unique_ptr<SettingsPanel> m_panel;
};

} // namespace

SALLYPORT_GUI_TEST(TestSettingsPanel)

} // namespace tst_settings_panel
#include "tst_settings_panel.moc"
