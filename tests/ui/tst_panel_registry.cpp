#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/console/permit.h"

#include <QSet>

namespace tst_panel_registry {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// What the registry says of the panels holds together.
class TestPanelRegistry : public QObject {
    Q_OBJECT

    static access::Actor holding(const tests::OpenConsole& house, const std::vector<access::Permission>& permissions)
    {
        access::Actor actor = house.house.administrator();
        actor.permissions = {};
        for (const access::Permission permission : permissions)
            actor.permissions.add(permission);
        return actor;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_house.open()); }

    void ids_areTheObjectNames_andDiffer()
    {
        app::Preferences preferences{{}};
        QSet<QString> ids;
        for (const app::PanelInfo& info : app::panels()) {
            const std::unique_ptr<ui::Panel> panel(info.make({m_house.console, preferences}, nullptr));
            QCOMPARE(panel->objectName(), info.id);
            QVERIFY2(!ids.contains(info.id), qPrintable(info.id));
            ids.insert(info.id);
        }
        QCOMPARE(ids.size(), static_cast<qsizetype>(m_house.console.panels().size()));
    }

    void groups_standTogether_titlesAndIconsDiffer()
    {
        QStringList groups;
        QSet<QString> titles;
        QSet<int> icons;
        for (const app::PanelInfo& info : app::panels()) {
            QVERIFY(!info.title().isEmpty() && info.icon != ui::Icon::None);
            QVERIFY2(!titles.contains(info.title()), qPrintable(info.title()));
            titles.insert(info.title());
            QVERIFY2(!icons.contains(static_cast<int>(info.icon)), qPrintable(info.id));
            icons.insert(static_cast<int>(info.icon));
            if (groups.isEmpty() || groups.last() != info.group()) {
                QVERIFY2(!groups.contains(info.group()), qPrintable(info.group()));
                groups << info.group();
            }
        }
        QCOMPARE(groups, (QStringList{u"Overview"_s, u"Identity"_s, u"Access"_s, u"Protection"_s, u"Audit"_s, u"Server"_s}));
    }

    /// With what the rule names, and with nothing less.
    void rule_saysWhoMayOpenThePanel()
    {
        auto& console = m_house.console;
        for (const app::PanelInfo& info : app::panels()) {
            const auto& named = info.rule.permissions();
            QVERIFY2(!named.empty(), qPrintable(info.id));
            console.signIn(holding(m_house, named));
            QVERIFY2(ui::mayOpenPanel(console, info.id), qPrintable(info.id));
            console.signIn(holding(m_house, {}));
            QVERIFY2(!ui::mayOpenPanel(console, info.id), qPrintable(info.id));
            for (const access::Permission one : named) {
                console.signIn(holding(m_house, {one}));
                QVERIFY2(ui::mayOpenPanel(console, info.id) == (info.rule.oneIsEnough() || named.size() == 1),
                         qPrintable(info.id));
            }
        }
        QVERIFY(!ui::mayOpenPanel(console, u"nothing"_s));
        QVERIFY(ui::mayOpenPanel(console, u"notices"_s));
    }

private:
    tests::OpenConsole m_house;
};

} // namespace

SALLYPORT_GUI_TEST(TestPanelRegistry)

} // namespace tst_panel_registry
#include "tst_panel_registry.moc"
