#include "backend/crypto/system_random.h"
#include "backend/vault/vault.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/access_policies/policies_model.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/replay_view.h"
#include "ui/simulator/question_form.h"
#include "ui/simulator/simulator_panel.h"
#include "ui/simulator/trace_view.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>

namespace tst_policy_walk {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// A policy from the form to its effect and back, on the real services.
class TestPolicyWalk : public QObject {
    Q_OBJECT

    template <typename T>
    static T need(Result<T> result)
    {
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return std::move(*result);
    }

    struct House {
        House()
        {
            NewVault vault;
            vault.dataDirectory = folder.filePath(u"vault"_s).toStdString();
            vault.passphrase = SecretBytes::fromText("a passphrase for tests");
            vault.adminName = "Ingrid Solheim";
            vault.adminEmail = "admin@x.example";
            vault.adminPassword = SecretBytes::fromText("violet harbour seven lanterns");
            vault.serverPort = 0;
            vault.kdfCost = {64, 1, 1};
            auto created = need(createVault(std::move(vault), platform));
            actor = created.administrator;
            backend = std::move(created.backend);
            auto& services = backend->services();
            identity::NewUser user;
            user.name = "Ada Mensah";
            user.email = "ada@x.example";
            user.department = "Radiology";
            user.roles = {"editor"};
            user.password = SecretBytes::fromText("violet harbour seven lanterns");
            ada = need(services.users.create(actor, std::move(user))).user.id.text();
            records::NewRecord made;
            made.title = "Discharge summary 2231";
            made.department = "Cardiology";
            record = need(services.records.create(actor, std::move(made))).id.text();
        }
        QTemporaryDir folder;
        SystemClock clock;
        crypto::SystemRandom random;
        Platform platform{clock, random, {}, storage::KdfCost{64, 1, 1}};
        std::unique_ptr<Backend> backend;
        access::Actor actor;
        std::string ada, record;
    };

    static QPushButton* button(QWidget* panel, const char* name)
    {
        return tests::find<QPushButton>(panel, QString::fromLatin1(name));
    }

private Q_SLOTS:
    void policyByForm_published_refuses_andUndoneAllows()
    {
        tests::theme();
        House house;
        ui::Console console;
        bool open = false;
        console.open(
            &console,
            [&]() -> Result<ui::OpenedVault> {
                ui::OpenedVault opened;
                opened.backend = std::move(house.backend);
                opened.actor = house.actor;
                return opened;
            },
            [&](const Result<void>& result) { open = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(open, 30'000);
        QWidget window;
        window.resize(1280, 800);
        ui::SimulatorPanel simulator(console, &window);
        ui::PoliciesPanel policies(console, &window);
        window.show();

        // Before: her role lets Ada read it.
        ui::QuestionDraft question = simulator.form()->question();
        question.setSubject(house.ada, u"Ada Mensah"_s);
        question.setObject(house.record, u"Discharge summary 2231"_s);
        simulator.form()->setQuestion(question);
        simulator.refresh();
        QTRY_COMPARE(simulator.trace()->verdict(), u"Allowed"_s);

        // Deny what isn't of one's own department, by the form.
        button(&policies, "policies.add")->click();
        QTest::keyClicks(tests::find<QLineEdit>(&policies, u"policy.name"_s), u"Same department only"_s);
        tests::find<ui::SegmentedControl>(&policies, u"policy.effect"_s)->setCurrent(1);
        QTRY_VERIFY(policies.findChild<QComboBox*>(u"policy.condition.kind"_s));
        auto* kind = tests::find<QComboBox>(&policies, u"policy.condition.kind"_s);
        kind->setCurrentIndex(1);
        Q_EMIT kind->activated(1);
        auto* how = tests::find<QComboBox>(&policies, u"policy.condition.how"_s);
        how->setCurrentIndex(1);
        Q_EMIT how->activated(1);
        QCOMPARE(policies.editor()->draft()->words().condition, std::string("resource.department != subject.department"));
        QTRY_VERIFY(button(&policies, "policies.save")->isEnabled());
        button(&policies, "policies.save")->click();
        QTRY_VERIFY(policies.editor()->draft()->saved() && !policies.editor()->draft()->isChanged());
        policies.editor()->replay()->run();
        QTRY_VERIFY(!policies.editor()->replay()->isRunning());
        QVERIFY2(!policies.editor()->replay()->summary().isEmpty(), "the replay has failed");
        simulator.refresh();
        QTRY_COMPARE(simulator.trace()->verdict(), u"Allowed"_s); // a draft decides nothing

        button(&policies, "policies.publish")->click();
        QTRY_VERIFY(tests::openDialog(u"publish_policy"_s));
        auto* confirm = tests::find<QPushButton>(tests::openDialog(u"publish_policy"_s), u"publish_policy.confirm"_s);
        QTRY_VERIFY(confirm->isEnabled());
        confirm->click();
        QTRY_COMPARE(policies.editor()->draft()->saved()->state, access::PolicyState::Enforce);
        simulator.refresh();
        QTRY_COMPARE(simulator.trace()->verdict(), u"Refused"_s);

        // And back.
        Q_EMIT policies.findChild<ui::Toast*>()->actionRequested();
        QTRY_COMPARE(policies.editor()->draft()->saved()->state, access::PolicyState::Draft);
        simulator.refresh();
        QTRY_COMPARE(simulator.trace()->verdict(), u"Allowed"_s);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestPolicyWalk)

} // namespace tst_policy_walk
#include "tst_policy_walk.moc"
