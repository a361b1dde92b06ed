#include "ui/access_policies/history_dialog.h"
#include "ui/access_policies/policies_model.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/policy_pane.h"
#include "ui/access_policies/publish_dialog.h"
#include "ui/access_policies/replay_view.h"
#include "ui/access_policies/tests_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QStackedWidget>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Policy;
using access::PolicyState;

void PoliciesPanel::add(const std::optional<Policy>& like)
{
    m_editor->draft()->begin(like);
    m_pages->setCurrentWidget(m_editor);
    showHeader();
    m_editor->begin();
}

void PoliciesPanel::edit(const Policy& policy)
{
    m_editor->draft()->change(policy);
    m_pages->setCurrentWidget(m_editor);
    showHeader();
    m_editor->begin();
}

QString PoliciesPanel::unsavedWork() const
{
    const PolicyDraft& draft = *m_editor->draft();
    if (!isEditing() || !draft.isChanged())
        return {};
    return draft.saved() ? tr("Changes to %1").arg(text(draft.saved()->name)) : tr("A new policy");
}

void PoliciesPanel::leaveEditor()
{
    const PolicyDraft& draft = *m_editor->draft();
    if (!draft.isChanged())
        return showList();
    Confirmation words;
    words.title = draft.saved() ? tr("Discard the changes to %1?").arg(text(draft.saved()->name)) : tr("Discard this policy?");
    words.text = tr("They are not saved yet.");
    if (!draft.saved())
        words.text = tr("It is not saved yet.");
    words.verb = tr("Discard");
    words.danger = true;
    askConfirmation(this, u"discard_policy"_s, words, [this] { showList(); });
}

void PoliciesPanel::showList()
{
    m_pages->setCurrentWidget(m_listPage);
    m_list->showState();
    showHeader();
    table()->setFocus();
    // What was added is the highlighted one, and the pane shows it.
    if (const std::optional<Policy> made = std::exchange(m_made, std::nullopt)) {
        openPane(*made);
        m_list->reveal(text(made->id.text()));
    }
}

void PoliciesPanel::saveDraft()
{
    const auto& saved = m_editor->draft()->saved();
    if (!saved || saved->state == PolicyState::Draft)
        return m_editor->store(PolicyState::Draft);
    Confirmation words;
    words.title = tr("Make %1 a draft again?").arg(text(saved->name));
    words.text = saved->state == PolicyState::Enforce ? tr("It decides nothing any more, from the next request on.")
                                                      : tr("It is no longer observed, from the next request on.");
    words.verb = tr("Back to draft");
    words.danger = true;
    askConfirmation(this, u"undraft_policy"_s, words, [this] { m_editor->store(PolicyState::Draft); });
}

void PoliciesPanel::publish()
{
    auto* dialog = new PublishDialog(console(), *m_editor->draft(), m_editor->replay()->summary(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PublishDialog::confirmed, m_editor, &PolicyEditor::store);
    dialog->open();
}

void PoliciesPanel::showHistory(const Policy& policy)
{
    auto* dialog = new HistoryDialog(console(), policy, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::broughtBack, this, [this](const Policy& restored) {
        m_toast->say(Tone::Success, tr("%1 is as it was then, in the state that it has now.").arg(text(restored.name)));
        m_model->refresh();
        if (isEditing() && m_editor->draft()->saved() && m_editor->draft()->saved()->id == restored.id)
            m_editor->draft()->change(restored);
        else if (m_pane->hasPolicy() && m_pane->policy().id == restored.id)
            m_pane->setPolicy(restored);
    });
    dialog->open();
}

void PoliciesPanel::showTests(const Policy& policy, std::optional<TriedQuestion> tried)
{
    const bool drafted = isEditing() && m_editor->draft()->saved() && m_editor->draft()->saved()->id == policy.id;
    auto* dialog =
        new TestsDialog(console(), policy, drafted ? m_editor->draft()->words() : policyWords(policy), std::move(tried), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TestsDialog::changed, this, [this] {
        if (isEditing())
            m_editor->runTests();
        else if (m_pane->isVisible())
            m_pane->refresh();
    });
    dialog->open();
}

void PoliciesPanel::undoSaved()
{
    if (!m_undoOf)
        return;
    const Policy now = *std::exchange(m_undoOf, std::nullopt);
    const std::optional<Policy> before = std::exchange(m_undoTo, std::nullopt);
    console().run(
        this,
        [now, before](Services& services, const access::Actor& actor) -> Result<std::optional<Policy>> {
            if (!before) {
                SALLYPORT_TRY(services.policies.remove(actor, now.id.text()));
                return std::optional<Policy>();
            }
            authorization::PolicyPatch patch;
            patch.restore = before->version;
            patch.state = std::string(access::stateWord(before->state));
            patch.expectedVersion = now.version;
            SALLYPORT_ASSIGN(Policy restored, services.policies.change(actor, now.id.text(), patch));
            return std::optional(std::move(restored));
        },
        [this, now](const Result<std::optional<Policy>>& restored) {
            if (!restored)
                return m_toast->say(Tone::Danger, errorLine(restored.error()));
            m_toast->say(Tone::Success, *restored ? tr("%1 is as it was.").arg(text((*restored)->name))
                                                  : tr("%1 was taken away again.").arg(text(now.name)));
            m_model->refresh();
            if (m_made && m_made->id == now.id)
                m_made = *restored;
            if (isEditing() && m_editor->draft()->saved() && m_editor->draft()->saved()->id == now.id) {
                if (*restored)
                    m_editor->draft()->change(**restored);
                else
                    showList();
            } else if (m_pane->isVisible()) {
                m_pane->refresh();
            }
        });
}

void PoliciesPanel::remove(const Policy& policy)
{
    Confirmation words;
    words.title = tr("Delete %1?").arg(text(policy.name));
    switch (policy.state) {
    case PolicyState::Draft: words.text = tr("It is a draft and decides nothing. Its tests and its history go with it."); break;
    case PolicyState::Observe:
        words.text = tr("It is only observed and decides nothing. Its tests and its history go with it.");
        break;
    case PolicyState::Enforce:
        words.text =
            policy.effect == access::PolicyEffect::Deny
                ? tr("What only it refuses is allowed from the next request on. Its tests and its history go with it.")
                : tr("What only it allows is refused from the next request on, or left to the roles where no other policy "
                     "names it. Its tests and its history go with it.");
        break;
    }
    words.verb = tr("Delete policy");
    words.danger = true;
    askConfirmation(this, u"delete_policy"_s, words, [this, policy] {
        console().run(
            this,
            [id = policy.id.text()](Services& services, const access::Actor& actor) {
                return services.policies.remove(actor, id);
            },
            [this, policy](const Result<void>& removed) {
                if (!removed)
                    return m_toast->say(Tone::Danger, errorLine(removed.error()));
                m_toast->say(Tone::Success, tr("%1 was deleted.").arg(text(policy.name)));
                if (m_pane->hasPolicy() && m_pane->policy().id == policy.id)
                    m_list->closePane();
                m_model->refresh();
            });
    });
}

} // namespace sallyport::ui
