// Policies and Simulator.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/access_policies/cel_editor.h"
#include "ui/access_policies/policies_model.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/policy_pane.h"
#include "ui/access_policies/replay_view.h"
#include "ui/access_policies/try_pane.h"
#include "ui/simulator/batch_model.h"
#include "ui/simulator/question_form.h"
#include "ui/simulator/simulator_panel.h"
#include "ui/simulator/trace_view.h"

#include <QComboBox>
#include <QTabBar>

namespace sallyport::tests {

using ui::PoliciesPanel;
using ui::SimulatorPanel;

namespace {

access::Policy policyOf(OpenConsole& house, const char* name)
{
    const auto found = house.house.policies.read(house.house.administrator(), name);
    return found ? *found : access::Policy();
}

void waitForTheEditor(PoliciesPanel& panel)
{
    const auto* editor = panel.editor();
    waitFor("the text", [&] { return !editor->isChecking(); });
    waitFor("the trial", [&] { return editor->trial()->tried().has_value(); });
}

} // namespace

void picturePolicies(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    PoliciesPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("policies", [&] { return panel.model()->rowCount() == 5; });
    camera.take(panel, QStringLiteral("policies-full"));
    panel.activate(QStringLiteral("Working hours"));
    const auto* pane = panel.findChild<ui::PolicyPane*>();
    waitFor("the policy", [&] { return pane->isVisible() && house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("policies-pane"));
    panel.edit(policyOf(house, "Same department only"));
    auto* does = panel.findChild<QComboBox*>(QStringLiteral("policy.try.does"));
    does->setCurrentIndex(does->findData(QStringLiteral("records:update")));
    waitForTheEditor(panel);
    panel.editor()->replay()->run();
    waitFor("the replay", [&] { return panel.editor()->replay()->model()->rowCount() > 0; });
    camera.take(panel, QStringLiteral("policies-editor"));
    panel.edit(policyOf(house, "Trainees read only"));
    waitForTheEditor(panel);
    camera.take(panel, QStringLiteral("policies-only-text"));
    panel.edit(policyOf(house, "Working hours"));
    waitForTheEditor(panel);
    camera.take(panel, QStringLiteral("policies-hours"));
    auto* text = panel.editor()->text();
    text->setPlainText(QStringLiteral("resource.departmant == subject.department"));
    waitFor("the mistake", [&] { return !text->marks().empty(); });
    camera.take(panel, QStringLiteral("policies-mistake"));
    house.house.policies.set({});
    PoliciesPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    waitFor("the empty list of policies", [&] { return none.model()->hasAnswer() && none.model()->rowCount() == 0; });
    camera.take(none, QStringLiteral("policies-empty"));
    house.house.policies.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    PoliciesPanel failed(house.console);
    camera.take(failed, QStringLiteral("policies-error"));
}

void pictureSimulator(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    SimulatorPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("the answers", [&] { return panel.batch()->rowCount() == 40 && house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("simulator-allowed"));
    auto* does = panel.findChild<QComboBox*>(QStringLiteral("simulator.question.does"));
    does->setCurrentIndex(does->findData(QStringLiteral("records:update")));
    const QString allowed = panel.trace()->verdict();
    waitFor("the refusal", [&] { return panel.trace()->verdict() != allowed && house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("simulator-refused"));
    auto* tabs = panel.findChild<QTabBar*>(QStringLiteral("simulator.tabs"));
    tabs->setCurrentIndex(1);
    waitFor("what somebody may do", [&] { return house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("simulator-what"));
    tabs->setCurrentIndex(2);
    waitFor("who may do it", [&] { return house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("simulator-who"));
    house.house.accessChecks.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    SimulatorPanel failed(house.console);
    failed.resize(Camera::small);
    failed.show();
    waitFor("the error", [&] { return house.console.waiting() == 0; });
    camera.take(failed, QStringLiteral("simulator-error"));
}

} // namespace sallyport::tests
