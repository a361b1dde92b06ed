#include "ui/bans/bans_several_pane.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/address_actions.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/user_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int addressesAtMost = 12;

} // namespace

BansSeveralPane::BansSeveralPane(AddressActions& actions, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_pane(new DetailsPane(u"bans.several"_s, this))
{
    m_pane->setAvatarVisible(false);
    PaneSection* which = m_pane->addSection(m_pane->addPage(u"bans.several.page"_s));
    m_addresses = new ChipList(which);
    which->setContent(m_addresses);
    m_remove = makeButton(ButtonKind::Danger, u"bans.several.remove"_s);
    m_pane->addFooterDanger(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_remove, &QPushButton::clicked, this, &BansSeveralPane::removeRequested);
    connect(m_pane, &DetailsPane::closeRequested, this, &BansSeveralPane::clearRequested);
    onRetranslate(this, [this] { show(); });
}

void BansSeveralPane::setRules(std::vector<protection::AddressRule> rules, qsizetype count)
{
    m_rules = std::move(rules);
    m_count = count;
    show();
}

void BansSeveralPane::show()
{
    QStringList addresses;
    QString against;
    for (const protection::AddressRule& rule : m_rules) {
        addresses << text(rule.address);
        if (against.isEmpty())
            against = m_actions.againstRemove(rule);
    }
    const int unknown = static_cast<int>(m_count - addresses.size());
    m_addresses->setTexts(addresses, addressesAtMost, [unknown](int left) { return tr("%Ln more", nullptr, left + unknown); });
    m_pane->setTitle(tr("%Ln rules selected", nullptr, static_cast<int>(m_count)));
    m_pane->setSubtitle({});
    m_remove->setText(tr("Remove…"));
    allow(m_remove, against, !m_rules.empty());
}

} // namespace sallyport::ui
