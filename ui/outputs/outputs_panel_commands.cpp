#include "ui/console/permit.h"
#include "ui/outputs/output_dialog.h"
#include "ui/outputs/output_pane.h"
#include "ui/outputs/output_test_dialog.h"
#include "ui/outputs/outputs_model.h"
#include "ui/outputs/outputs_panel.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QLocale>
#include <QMenu>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using outputs::Destination;

void OutputsPanel::edit(std::optional<Destination> destination)
{
    const bool added = !destination;
    auto* dialog = new OutputDialog(console(), std::move(destination), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OutputDialog::saved, this, [this, added](const Destination& saved) {
        if (added)
            m_toast->say(Tone::Success, tr("%1 added. Test it now.").arg(text(saved.fields.name)));
        refresh();
        openPane(saved);
        m_list->reveal(text(saved.id.text()));
    });
    dialog->open();
}

void OutputsPanel::test(const Destination& destination)
{
    auto* dialog = new OutputTestDialog(console(), destination, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void OutputsPanel::toggle(const Destination& destination)
{
    if (!destination.enabled)
        return setEnabled(destination, true);
    askConfirmation(
        this, u"disable_output"_s,
        {tr("Disable %1?").arg(text(destination.fields.name)),
         tr("It gets nothing until you enable it again. The journal keeps what happens meanwhile, as long as events are "
            "kept."),
         tr("Disable"), true},
        [this, destination] { setEnabled(destination, false); });
}

void OutputsPanel::setEnabled(const Destination& destination, bool enabled)
{
    console().run(
        this,
        [id = destination.id, enabled](Services& services, const access::Actor& actor) {
            outputs::DestinationPatch patch;
            patch.enabled = enabled;
            return services.destinations.change(actor, id, std::move(patch));
        },
        [this, enabled, name = text(destination.fields.name)](const Result<Destination>& changed) {
            if (!changed)
                m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(changed.error())));
            else
                m_toast->say(Tone::Success, enabled ? tr("%1 enabled").arg(name) : tr("%1 disabled").arg(name));
            refresh();
        });
}

void OutputsPanel::remove(const Destination& destination)
{
    const auto name = text(destination.fields.name);
    askConfirmation(
        this, u"delete_output"_s,
        {tr("Delete %1?").arg(name), tr("It gets nothing any more, also of what waits for it. What it has taken stays there."),
         tr("Delete"), true},
        [this, id = destination.id, name] {
            console().run(
                this, [id](Services& services, const access::Actor& actor) { return services.destinations.remove(actor, id); },
                [this, id, name](const Result<void>& removed) {
                    if (!removed)
                        m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(removed.error())));
                    else
                        m_toast->say(Tone::Success, tr("%1 deleted").arg(name));
                    if (removed && m_pane->hasDestination() && m_pane->destination().id == id)
                        m_list->closePane();
                    refresh();
                });
        });
}

void OutputsPanel::fillMenu(QMenu* menu, int row)
{
    const auto* found = m_model->rowAt(row);
    if (!found)
        return;
    const Destination destination = *found;
    const QString against = lacks(console(), Permission::OutputsUpdate), alone = OutputPane::againstSending(console());
    const auto put = [&](const QString& words, const QString& reason, auto then) {
        auto* action = menu->addAction(words);
        allow(action, reason);
        connect(action, &QAction::triggered, this, then);
    };
    put(tr("Test…"), against, [this, destination] { test(destination); });
    put(tr("Edit…"), alone, [this, destination] { edit(destination); });
    if (destination.enabled)
        put(tr("Disable…"), against, [this, destination] { toggle(destination); });
    else
        put(tr("Enable"), alone, [this, destination] { toggle(destination); });
    menu->addSeparator();
    put(tr("Delete…"), against, [this, destination] { remove(destination); });
}

} // namespace sallyport::ui
