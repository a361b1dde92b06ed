#include "ui/keys/scope_checks.h"

#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 172;

} // namespace

ScopeChecks::ScopeChecks(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_list(new Surface(Token::Surface)), m_grid(new QGridLayout(m_list)),
      m_none(makeLabel(TextStyle::Body, Tone::Muted, m_list))
{
    setObjectName(objectName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* frame = new Surface(Token::Surface, this);
    frame->setHairlines(Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    auto* area = new QScrollArea(frame);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_list);
    area->setFixedHeight(scaled(listHeight, this));
    inside->addWidget(area);
    column->addWidget(frame);
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    onRetranslate(this, [this] {
        keepTicks();
        build();
    });
}

void ScopeChecks::setOffered(const access::PermissionSet& offered)
{
    keepTicks();
    m_offered = offered;
    build();
    Q_EMIT changed();
}

void ScopeChecks::setChosen(const std::vector<std::string>& scopes)
{
    m_chosen = {};
    for (const auto& word : scopes)
        if (const auto permission = access::findPermission(word))
            m_chosen.add(*permission);
    m_had = m_chosen;
    build();
}

void ScopeChecks::keepTicks()
{
    if (m_boxes.empty())
        return;
    m_chosen = {};
    for (const auto& [permission, box] : m_boxes)
        if (box->isChecked())
            m_chosen.add(permission);
}

void ScopeChecks::build()
{
    for (const auto& [permission, box] : m_boxes)
        delete box;
    m_boxes.clear();
    m_grid->removeWidget(m_none);
    m_none->setText(tr("The owner holds no permission that you may give."));
    for (const auto& info : access::permissions()) {
        const bool offered = m_offered.has(info.permission);
        if (!offered && !m_had.has(info.permission))
            continue;
        auto* box = new QCheckBox(permissionTitle(info.permission), m_list);
        box->setObjectName(objectName() + u'.' + QString::fromLatin1(info.word.data(), static_cast<qsizetype>(info.word.size())));
        box->setFont(textFont(TextStyle::Body));
        box->setChecked(m_chosen.has(info.permission));
        if (!offered)
            box->setToolTip(tr("The owner does not hold this now: the key cannot do it."));
        m_boxes.emplace_back(info.permission, box);
        connect(box, &QCheckBox::toggled, this, &ScopeChecks::changed);
    }
    m_none->setVisible(m_boxes.empty());
    if (m_boxes.empty()) {
        m_grid->addWidget(m_none, 0, 0, 1, 2);
        m_grid->setRowStretch(1, 1);
        return;
    }
    // Down the first column, then down the second: that is how the list is read and how Tab goes.
    const int rows = static_cast<int>(m_boxes.size() + 1) / 2;
    for (int i = 0; i < static_cast<int>(m_boxes.size()); ++i)
        m_grid->addWidget(m_boxes[static_cast<std::size_t>(i)].second, i % rows, i / rows);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row == rows ? 1 : 0);
    m_grid->setRowStretch(rows, 1);
}

std::vector<std::string> ScopeChecks::chosen() const
{
    std::vector<std::string> words;
    for (const auto& [permission, box] : m_boxes)
        if (box->isChecked())
            words.emplace_back(access::info(permission).word);
    return words;
}

} // namespace sallyport::ui
