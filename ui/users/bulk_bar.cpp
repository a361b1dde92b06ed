#include "ui/users/bulk_bar.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/progress_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::UserAction;

BulkBar::BulkBar(Console& console, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_pages(new QStackedWidget(this)), m_actionsPage(new QWidget(m_pages)),
      m_count(makeLabel(TextStyle::BodyStrong, Tone::Normal, m_actionsPage)),
      m_clear(makeIconButton(Icon::Close, u"users.bulk.clear"_s, m_actionsPage)),
      m_progress(new ProgressRow(u"users.bulk.progress"_s, m_pages))
{
    setObjectName(u"users.bulk"_s);
    setHairlines(Qt::BottomEdge);
    m_count->setObjectName(u"users.bulk.count"_s);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(24, 0, 16, 0);
    outer->addWidget(m_pages);
    auto* row = new QHBoxLayout(m_actionsPage);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addSpacing(8);
    row->addWidget(addAction(UserAction::Disable, u"disable"_s, Permission::UsersUpdate));
    row->addWidget(addAction(UserAction::Enable, u"enable"_s, Permission::UsersUpdate));
    row->addWidget(addAction(UserAction::ResetMfa, u"reset_mfa"_s, Permission::UsersResetMfa));
    row->addWidget(addAction(UserAction::RevokeSessions, u"end_sessions"_s, Permission::UsersRevokeSessions));
    row->addWidget(addAction(UserAction::Delete, u"delete"_s, Permission::UsersDelete));
    row->addStretch(1);
    row->addWidget(m_clear);
    m_pages->addWidget(m_actionsPage);
    m_pages->addWidget(m_progress);
    setFixedHeight(std::max(48, m_clear->sizeHint().height() + 20));
    connect(m_clear, &QPushButton::clicked, this, &BulkBar::clearRequested);
    connect(m_progress, &ProgressRow::cancelRequested, this, &BulkBar::cancelRequested);
    onRetranslate(this, [this] { setTexts(); });
}

QPushButton* BulkBar::addAction(UserAction action, const QString& name, Permission permission)
{
    const auto kind = action == UserAction::Delete ? ButtonKind::Danger : ButtonKind::Secondary;
    auto* button = makeButton(kind, u"users.bulk."_s + name, m_actionsPage, Icon::None, ButtonSize::Tool);
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
    m_actions.insert(static_cast<int>(action), button);
    onRetranslate(button, [this, button, permission] { allow(button, lacks(m_console, permission)); });
    return button;
}

void BulkBar::setTexts()
{
    const auto set = [this](UserAction action, const QString& text) { m_actions.value(static_cast<int>(action))->setText(text); };
    set(UserAction::Disable, tr("Disable"));
    set(UserAction::Enable, tr("Enable"));
    set(UserAction::ResetMfa, tr("Reset MFA"));
    set(UserAction::RevokeSessions, tr("End sessions"));
    set(UserAction::Delete, tr("Delete"));
    setIconButtonText(m_clear, tr("Clear selection"));
    setSelected(m_selected);
}

void BulkBar::setSelected(int count)
{
    m_selected = count;
    m_count->setText(tr("%L1 selected").arg(count));
}

void BulkBar::showProgress(const QString& what, quint64 done, quint64 total)
{
    m_pages->setCurrentWidget(m_progress);
    m_progress->setProgress(total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total),
                            tr("%1: %L2 of %L3").arg(what).arg(done).arg(total));
}

void BulkBar::endProgress()
{
    m_pages->setCurrentWidget(m_actionsPage);
}

bool BulkBar::isRunning() const
{
    return m_pages->currentWidget() == m_progress;
}

} // namespace sallyport::ui
