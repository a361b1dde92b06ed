#include "ui/console/permit.h"
#include "ui/providers/link_dialog.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/provider_pane.h"
#include "ui/providers/providers_model.h"
#include "ui/providers/providers_panel.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QMenu>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::IdentityProvider;

void ProvidersPanel::edit(std::optional<IdentityProvider> provider)
{
    const bool added = !provider;
    auto* dialog = new ProviderDialog(console(), std::move(provider), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProviderDialog::saved, this, [this, added](const IdentityProvider& saved) {
        if (added)
            m_toast->say(Tone::Success,
                         tr("%1 added. Register its redirect address there, then test the login.").arg(text(saved.fields.title)));
        refresh();
        openPane(saved);
        m_list->reveal(text(saved.id.text()));
    });
    dialog->open();
}

void ProvidersPanel::test(const IdentityProvider& provider)
{
    auto* dialog = new LoginTestDialog(console(), provider, m_openBrowser, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProvidersPanel::link(const IdentityProvider& provider)
{
    auto* dialog = new LinkDialog(console(), provider, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkDialog::linked, this, [this] {
        m_toast->say(Tone::Success, tr("User linked"));
        refresh();
    });
    dialog->open();
}

void ProvidersPanel::unlink(const identity::OutsideLink& link)
{
    askConfirmation(this, u"unlink"_s,
                    {tr("Unlink %1?").arg(text(link.userName)),
                     tr("%1 can no longer sign in with %2, and all of their sessions end.")
                         .arg(text(link.userName), text(link.providerTitle)),
                     tr("Unlink"), true},
                    [this, link] {
                        console().run(
                            this,
                            [id = link.id](Services& services, const access::Actor& actor) {
                                return services.identityProviders.unlink(actor, id);
                            },
                            [this, name = text(link.userName)](const Result<void>& done) {
                                if (!done)
                                    m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(done.error())));
                                else
                                    m_toast->say(Tone::Success, tr("%1 unlinked").arg(name));
                                refresh();
                            });
                    });
}

void ProvidersPanel::toggle(const IdentityProvider& provider)
{
    if (!provider.enabled)
        return setEnabled(provider, true);
    askConfirmation(this, u"disable_provider"_s,
                    {tr("Disable %1?").arg(text(provider.fields.title)),
                     tr("Nobody signs in with it until you enable it again. Sessions that have begun go on."), tr("Disable"),
                     true},
                    [this, provider] { setEnabled(provider, false); });
}

void ProvidersPanel::setEnabled(const IdentityProvider& provider, bool enabled)
{
    console().run(
        this,
        [id = provider.id, enabled](Services& services, const access::Actor& actor) {
            identity::ProviderPatch patch;
            patch.enabled = enabled;
            return services.identityProviders.change(actor, id, std::move(patch));
        },
        [this, enabled, name = text(provider.fields.title)](const Result<IdentityProvider>& changed) {
            if (!changed)
                m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(changed.error())));
            else
                m_toast->say(Tone::Success, enabled ? tr("%1 enabled").arg(name) : tr("%1 disabled").arg(name));
            refresh();
        });
}

void ProvidersPanel::remove(const IdentityProvider& provider)
{
    const auto name = text(provider.fields.title);
    askConfirmation(
        this, u"delete_provider"_s,
        {tr("Delete %1?").arg(name),
         provider.links > 0 ? tr("%Ln user(s) sign in with it; their links go too. Who has no password can no longer sign in. It "
                                 "cannot be undone.",
                                 nullptr, static_cast<int>(provider.links))
                            : tr("Nobody signs in with it. It cannot be undone."),
         tr("Delete"), true},
        [this, id = provider.id, name] {
            console().run(
                this,
                [id](Services& services, const access::Actor& actor) { return services.identityProviders.remove(actor, id); },
                [this, id, name](const Result<void>& removed) {
                    if (!removed)
                        m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(removed.error())));
                    else
                        m_toast->say(Tone::Success, tr("%1 deleted").arg(name));
                    if (removed && m_pane->hasProvider() && m_pane->provider().id == id)
                        m_list->closePane();
                    refresh();
                });
        });
}

void ProvidersPanel::fillMenu(QMenu* menu, int row)
{
    const auto* found = m_model->rowAt(row);
    if (!found)
        return;
    const IdentityProvider provider = *found;
    const auto put = [&](const QString& words, Permission permission, auto then) {
        auto* action = menu->addAction(words);
        allow(action, lacks(console(), permission));
        connect(action, &QAction::triggered, this, then);
    };
    put(tr("Test this login…"), Permission::ProvidersUpdate, [this, provider] { test(provider); });
    put(tr("Edit…"), Permission::ProvidersUpdate, [this, provider] { edit(provider); });
    put(tr("Link a user…"), Permission::UsersLink, [this, provider] { link(provider); });
    put(provider.enabled ? tr("Disable…") : tr("Enable"), Permission::ProvidersUpdate, [this, provider] { toggle(provider); });
    menu->addSeparator();
    put(tr("Delete…"), Permission::ProvidersDelete, [this, provider] { remove(provider); });
}

} // namespace sallyport::ui
