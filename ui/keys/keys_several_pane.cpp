#include "ui/keys/keys_several_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/keys/key_pane.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int namesAtMost = 12;

} // namespace

KeysSeveralPane::KeysSeveralPane(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_pane(new DetailsPane(u"keys.several"_s, this))
{
    m_pane->setAvatarVisible(false);
    const int page = m_pane->addPage(u"keys.several.page"_s);
    PaneSection* which = m_pane->addSection(page);
    m_names = new ChipList(which);
    which->setContent(m_names);
    m_usable = makeLabel(TextStyle::Body, Tone::Muted, which);
    m_usable->setObjectName(u"keys.several.usable"_s);
    m_usable->setWordWrap(true);
    PaneSection* state = m_pane->addSection(page);
    state->setContent(m_usable);
    m_revoke = makeButton(ButtonKind::Danger, u"keys.several.revoke"_s);
    m_pane->addFooterDanger(m_revoke);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_revoke, &QPushButton::clicked, this, &KeysSeveralPane::revokeRequested);
    connect(m_pane, &DetailsPane::closeRequested, this, &KeysSeveralPane::clearRequested);
    onRetranslate(this, [this] { show(); });
}

void KeysSeveralPane::setKeys(std::vector<identity::ApiKey> keys, qsizetype count)
{
    m_keys = std::move(keys);
    m_count = count;
    show();
}

void KeysSeveralPane::show()
{
    QStringList names;
    for (const identity::ApiKey& key : m_keys)
        names << text(key.name);
    const int unknown = static_cast<int>(m_count - names.size());
    m_names->setTexts(names, namesAtMost, [unknown](int left) { return tr("%Ln more", nullptr, left + unknown); });
    m_pane->setTitle(tr("%Ln keys selected", nullptr, static_cast<int>(m_count)));
    m_pane->setSubtitle({});
    const auto usable = static_cast<int>(std::ranges::count_if(m_keys, [](const identity::ApiKey& key) { return !key.ended(); }));
    m_usable->setText(usable == 0 ? tr("None of them opens anything any more.")
                                  : tr("%Ln of them still open what their scopes allow.", nullptr, usable));
    m_revoke->setText(tr("Revoke"));
    const bool may = std::ranges::any_of(
        m_keys, [this](const identity::ApiKey& key) { return mayOnKey(m_console, key, access::Permission::KeysDelete); });
    allow(m_revoke, may || m_keys.empty() ? QString() : lacks(m_console, access::Permission::KeysDelete), usable > 0, {},
          tr("None of them can be used any more"));
}

} // namespace sallyport::ui
