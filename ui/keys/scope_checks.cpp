#include "ui/keys/scope_checks.h"

#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 196;
constexpr int searchWidth = 180;

struct GroupTitle {
    std::string_view name;
    const char* title;
};

/// Permissions belong together by the noun before the colon, in this order; what stands nowhere comes last.
constexpr std::array groupTitles{
    GroupTitle{"records", QT_TRANSLATE_NOOP("ScopeGroup", "Records")},
    GroupTitle{"users", QT_TRANSLATE_NOOP("ScopeGroup", "Users")},
    GroupTitle{"roles", QT_TRANSLATE_NOOP("ScopeGroup", "Roles")},
    GroupTitle{"sessions", QT_TRANSLATE_NOOP("ScopeGroup", "Sessions and tokens")},
    GroupTitle{"keys", QT_TRANSLATE_NOOP("ScopeGroup", "API keys")},
    GroupTitle{"service_accounts", QT_TRANSLATE_NOOP("ScopeGroup", "Service accounts")},
    GroupTitle{"providers", QT_TRANSLATE_NOOP("ScopeGroup", "Identity providers")},
    GroupTitle{"events", QT_TRANSLATE_NOOP("ScopeGroup", "Audit")},
    GroupTitle{"server", QT_TRANSLATE_NOOP("ScopeGroup", "Server and settings")},
    GroupTitle{"other", QT_TRANSLATE_NOOP("ScopeGroup", "Other")},
};

/// Nouns that stand under another one's title.
std::string_view groupOf(std::string_view word)
{
    const std::string_view noun = word.substr(0, word.find(':'));
    if (noun == "tokens")
        return "sessions";
    if (noun == "settings" || noun == "metrics" || noun == "console")
        return "server";
    return std::ranges::find(groupTitles, noun, &GroupTitle::name) == groupTitles.end() ? std::string_view("other") : noun;
}

QString titleOf(std::string_view name)
{
    return QCoreApplication::translate("ScopeGroup", std::ranges::find(groupTitles, name, &GroupTitle::name)->title);
}

bool readsOnly(std::string_view word)
{
    return word.ends_with(":read");
}

} // namespace

ScopeChecks::ScopeChecks(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_search(new FilterField(objectName + u".search"_s, this)),
      m_readOnly(makeButton(ButtonKind::Link, objectName + u".read_only"_s, this)),
      m_records(makeButton(ButtonKind::Link, objectName + u".records"_s, this)),
      m_none(makeButton(ButtonKind::Link, objectName + u".none"_s, this)),
      m_count(makeLabel(TextStyle::Small, Tone::Muted, this)), m_list(new Surface(Token::Surface)),
      m_grid(new QGridLayout(m_list)), m_nothing(makeLabel(TextStyle::Body, Tone::Muted, m_list))
{
    setObjectName(objectName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(makeTools());
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
    connect(m_search, &FilterField::filterChanged, this, &ScopeChecks::arrange);
    connect(m_readOnly, &QPushButton::clicked, this, [this] { choose(readsOnly); });
    connect(m_records, &QPushButton::clicked, this,
            [this] { choose([](std::string_view word) { return groupOf(word) == "records" && word != "records:unmask"; }); });
    connect(m_none, &QPushButton::clicked, this, [this] { choose([](std::string_view) { return false; }); });
    onRetranslate(this, [this] {
        setTexts();
        keepTicks();
        build();
    });
}

QHBoxLayout* ScopeChecks::makeTools()
{
    m_search->setFixedWidth(scaled(searchWidth, this));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(12);
    tools->addWidget(m_search);
    tools->addWidget(m_readOnly);
    tools->addWidget(m_records);
    tools->addWidget(m_none);
    tools->addStretch(1);
    tools->addWidget(m_count);
    return tools;
}

void ScopeChecks::setTexts()
{
    m_search->setPlaceholderText(tr("Search scopes"));
    m_search->setAccessibleName(tr("Search scopes"));
    m_readOnly->setText(tr("Read only"));
    m_readOnly->setToolTip(tr("Everything that only reads"));
    m_records->setText(tr("Records"));
    m_records->setToolTip(tr("Everything about records, nothing else"));
    m_none->setText(tr("None"));
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

QCheckBox* ScopeChecks::makeBox(const access::PermissionInfo& info)
{
    auto* box = new QCheckBox(permissionTitle(info.permission), m_list);
    box->setObjectName(objectName() + u'.' + QString::fromLatin1(info.word.data(), static_cast<qsizetype>(info.word.size())));
    box->setFont(textFont(TextStyle::Body));
    box->setChecked(m_chosen.has(info.permission));
    if (!m_offered.has(info.permission))
        box->setToolTip(tr("The owner does not hold this now: the key cannot do it."));
    connect(box, &QCheckBox::toggled, this, [this] {
        showCount();
        Q_EMIT changed();
    });
    return box;
}

void ScopeChecks::build()
{
    for (const Group& group : m_groups)
        delete group.head;
    for (const auto& [permission, box] : m_boxes)
        delete box;
    m_groups.clear();
    m_boxes.clear();
    for (const GroupTitle& title : groupTitles) {
        Group group;
        group.name = title.name;
        for (const auto& info : access::permissions()) {
            if (groupOf(info.word) != title.name || (!m_offered.has(info.permission) && !m_had.has(info.permission)))
                continue;
            group.boxes.push_back(makeBox(info));
            m_boxes.emplace_back(info.permission, group.boxes.back());
        }
        if (group.boxes.empty())
            continue;
        group.head = makeLabel(titleOf(group.name), TextStyle::SmallStrong, Tone::Muted, m_list);
        m_groups.push_back(std::move(group));
    }
    arrange();
    showCount();
}

void ScopeChecks::arrange()
{
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0); // the widgets stay
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    const QString wanted = m_search->text().trimmed();
    const auto matches = [&](const QString& in) { return in.contains(wanted, Qt::CaseInsensitive); };
    int row = 0;
    for (const Group& group : m_groups) {
        const bool whole = matches(group.head->text());
        std::vector<QCheckBox*> shown;
        for (QCheckBox* box : group.boxes) {
            const bool fits = whole || matches(box->text()) || matches(box->objectName().section(u'.', -1));
            box->setVisible(fits);
            if (fits)
                shown.push_back(box);
        }
        group.head->setVisible(!shown.empty());
        if (shown.empty())
            continue;
        m_grid->addWidget(group.head, row++, 0, 1, 2);
        // Along the lines: a group's are few, and that is how Tab goes.
        for (std::size_t i = 0; i < shown.size(); ++i)
            m_grid->addWidget(shown[i], row + static_cast<int>(i / 2), static_cast<int>(i % 2));
        row += static_cast<int>(shown.size() + 1) / 2;
    }
    m_nothing->setText(m_boxes.empty() ? tr("The owner holds no permission that you may give.") : tr("No scope matches"));
    m_nothing->setVisible(row == 0);
    if (row == 0)
        m_grid->addWidget(m_nothing, row++, 0, 1, 2);
    m_grid->setRowStretch(row, 1);
}

void ScopeChecks::choose(const std::function<bool(std::string_view)>& wanted)
{
    for (const auto& [permission, box] : m_boxes)
        box->setChecked(m_offered.has(permission) && wanted(access::info(permission).word));
}

void ScopeChecks::showCount()
{
    m_count->setText(tr("%L1 of %L2").arg(chosen().size()).arg(m_boxes.size()));
}

std::vector<std::string> ScopeChecks::chosen() const
{
    access::PermissionSet ticked;
    for (const auto& [permission, box] : m_boxes)
        if (box->isChecked())
            ticked.add(permission);
    std::vector<std::string> words;
    for (const auto& info : access::permissions()) // in their own order, not in that of the groups
        if (ticked.has(info.permission))
            words.emplace_back(info.word);
    return words;
}

} // namespace sallyport::ui
