#include "ui/keys/key_actions.h"
#include "ui/keys/key_pane.h"
#include "ui/keys/keys_model.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/keys_several_pane.h"
#include "ui/look/shortcut.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/key_text.h"

#include <QVBoxLayout>

// The part of KeysPanel that turns keys, menus and buttons into actions.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::ApiKey;

void KeysPanel::addShortcuts()
{
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_create->isEnabled())
            m_actions->create();
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        const auto keys = selectedKeys();
        if (keys.size() == 1 && !keys.front().ended() && mayOnKey(console(), keys.front(), access::Permission::KeysUpdate))
            m_actions->edit(keys.front());
    });
}

void KeysPanel::connectPane()
{
    connect(m_actions, &KeyActions::changed, this, &KeysPanel::refresh);
    connect(m_actions, &KeyActions::issued, this, &KeysPanel::takeIssued);
    connect(m_pane, &KeyPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &KeyPane::vanished, m_list, &ListPanel::closePane);
    connect(m_list, &ListPanel::severalSelected, this,
            [this] { m_several->setKeys(selectedKeys(), table()->selectedRows().size()); });
    connect(m_several, &KeysSeveralPane::revokeRequested, this, [this] { m_actions->revoke(selectedKeys()); });
    connect(m_several, &KeysSeveralPane::clearRequested, table(), &QAbstractItemView::clearSelection);
    connect(m_pane, &KeyPane::editRequested, this, [this] { m_actions->edit(m_pane->key()); });
    connect(m_pane, &KeyPane::rotateRequested, this, [this] { m_actions->rotate(m_pane->key()); });
    connect(m_pane, &KeyPane::revokeRequested, this, [this] { m_actions->revoke({m_pane->key()}); });
    connect(m_pane, &KeyPane::narrowRequested, this, [this] { m_actions->narrow(m_pane->key()); });
    connect(m_pane, &KeyPane::ownerRequested, this, [this] {
        const auto& owner = m_pane->key().owner;
        Q_EMIT navigate(owner.service ? u"service_accounts"_s : u"users"_s, text(owner.id.text()));
    });
    connect(m_pane, &KeyPane::eventsRequested, this,
            [this] { Q_EMIT navigate(u"events"_s, u"user:%1"_s.arg(text(m_pane->key().id.text()))); });
}

void KeysPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    if (const int kind = m_kinds->indexOf(argument); kind >= 0)
        return m_kinds->setCurrent(kind);
    const QString value = argument.section(u':', 1);
    if (argument.startsWith(u"new:"))
        return m_actions->create(UserId(value.toStdString()));
    if (argument.startsWith(u"owner:")) {
        return m_list->change(
            [&] { m_model->change([&](identity::ApiKeyQuery& query) { query.owner = UserId(value.toStdString()); }); });
    }
    console().run(
        this,
        [id = KeyId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.apiKeys.read(actor, id);
        },
        [this](const Result<ApiKey>& key) {
            if (!key)
                return;
            openPane(*key);
            m_list->reveal(text(key->id.text()));
        });
}

void KeysPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void KeysPanel::takeIssued(identity::IssuedKey& issued, bool rotated)
{
    const auto show = [this, id = text(issued.key.id.text())] {
        refresh();
        m_list->reveal(id);
    };
    if (issued.text.empty()) { // of a key pair: there is nothing to store
        m_toast->say(Tone::Success, rotated ? tr("%1 has another key pair").arg(text(issued.key.name))
                                            : tr("%1 created").arg(text(issued.key.name)));
        return show();
    }
    auto* banner = new NewKeyBanner(std::move(issued), rotated, m_clipboard, m_chooser, m_banners);
    m_bannersColumn->insertWidget(0, banner);
    m_banners->show();
    banner->show();
    banner->focusCopy();
    // One filled button a view: while a key waits to be stored, that is Copy.
    setButtonKind(m_create, ButtonKind::Secondary);
    connect(banner, &NewKeyBanner::stored, this, [this, banner] { dropBanner(banner); });
    connect(banner, &NewKeyBanner::saveFailed, this,
            [this] { m_toast->say(Tone::Danger, tr("The file could not be written. Choose another place.")); });
    show();
}

void KeysPanel::dropBanner(NewKeyBanner* banner)
{
    m_bannersColumn->removeWidget(banner);
    banner->hide();
    banner->deleteLater();
    if (m_bannersColumn->count() == 0) {
        m_banners->hide();
        setButtonKind(m_create, ButtonKind::Primary);
    }
    table()->setFocus();
}

std::vector<ApiKey> KeysPanel::selectedKeys() const
{
    std::vector<ApiKey> keys;
    for (const int row : table()->selectedRows())
        if (const auto* key = m_model->rowAt(row))
            keys.push_back(*key);
    return keys;
}

} // namespace sallyport::ui
