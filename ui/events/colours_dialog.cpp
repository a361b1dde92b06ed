#include "ui/events/colours_dialog.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

ColoursDialog::ColoursDialog(ColourRules& rules, QWidget* parent)
    : DialogFrame(u"colours"_s, parent, 560), m_kept(rules), m_rules(rules.rules()), m_list(new QListWidget(this)),
      m_filter(new QLineEdit(this)), m_tone(new QComboBox(this)), m_icon(new QComboBox(this)),
      m_add(makeButton(ButtonKind::Secondary, u"colours.add"_s, this, Icon::Plus)),
      m_remove(makeButton(ButtonKind::Secondary, u"colours.remove"_s, this, Icon::Trash)),
      m_up(makeButton(ButtonKind::Secondary, u"colours.up"_s, this, Icon::ArrowUp)),
      m_down(makeButton(ButtonKind::Secondary, u"colours.down"_s, this, Icon::ArrowDown)),
      m_usual(makeButton(ButtonKind::Secondary, u"colours.usual"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"colours.cancel"_s, this)),
      m_apply(makeButton(ButtonKind::Primary, u"colours.apply"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
    showRules(0);
    m_list->setFocus();
}

void ColoursDialog::build()
{
    m_list->setObjectName(u"colours.list"_s);
    m_list->setFixedHeight(scaled(180, this));
    m_list->setFont(textFont(TextStyle::Mono));
    m_filter->setObjectName(u"colours.filter"_s);
    m_filter->setMaxLength(static_cast<int>(audit::filterTextLimit));
    m_filter->setFont(textFont(TextStyle::Mono));
    m_filter->setLayoutDirection(Qt::LeftToRight);
    m_tone->setObjectName(u"colours.tone"_s);
    m_icon->setObjectName(u"colours.icon"_s);
    m_filterField = new Field(m_filter, this);
    m_toneField = new Field(m_tone, this);
    m_iconField = new Field(m_icon, this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_add, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* how = new QHBoxLayout;
    how->setSpacing(12);
    how->addWidget(m_toneField, 1);
    how->addWidget(m_iconField, 1);
    body()->addWidget(m_list);
    body()->addLayout(buttons);
    body()->addWidget(m_filterField);
    body()->addLayout(how);
    addLeadingButton(m_usual);
    addButton(m_cancel);
    addButton(m_apply);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColoursDialog::showCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, &ColoursDialog::takeCurrent);
    connect(m_tone, &QComboBox::currentIndexChanged, this, &ColoursDialog::takeCurrent);
    connect(m_icon, &QComboBox::currentIndexChanged, this, &ColoursDialog::takeCurrent);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_rules.push_back({QStringLiteral("outcome:failure"), Tone::Warning, Icon::Bookmark});
        showRules(static_cast<int>(m_rules.size()) - 1);
        m_filter->setFocus();
        m_filter->selectAll();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0)
            return;
        m_rules.erase(m_rules.begin() + row);
        showRules(row);
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        m_rules = ColourRules::usual();
        showRules(0);
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ColoursDialog::apply);
}

void ColoursDialog::setTexts()
{
    setTitle(tr("Colour rules"));
    m_list->setAccessibleName(tr("Colour rules, the first that fits holds"));
    m_filterField->setLabel(tr("Filter"));
    m_toneField->setLabel(tr("Colour"));
    m_iconField->setLabel(tr("Icon"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_usual->setText(tr("As at first"));
    m_cancel->setText(tr("Cancel"));
    m_apply->setText(tr("Apply"));
    const QScopedValueRollback quiet(m_showing, true);
    m_tone->clear();
    for (const Tone tone : ColourRules::tones())
        m_tone->addItem(ColourRules::toneName(tone), static_cast<int>(tone));
    m_icon->clear();
    for (const Icon one : ColourRules::icons())
        m_icon->addItem(icon(one), ColourRules::iconTitle(one), static_cast<int>(one));
    showCurrent();
}

void ColoursDialog::showRules(int row)
{
    {
        const QScopedValueRollback quiet(m_showing, true);
        m_list->clear();
        for (const ColourRule& rule : m_rules) {
            auto* item = new QListWidgetItem(icon(rule.icon, toneText(rule.tone)), rule.filter, m_list);
            item->setData(
                Qt::AccessibleTextRole,
                QStringList{rule.filter, ColourRules::toneName(rule.tone), ColourRules::iconTitle(rule.icon)}.join(u", "));
        }
        m_list->setCurrentRow(std::clamp(row, -1, m_list->count() - 1));
    }
    showCurrent();
}

void ColoursDialog::showCurrent()
{
    const int row = m_list->currentRow();
    const bool one = row >= 0 && row < static_cast<int>(m_rules.size());
    const QScopedValueRollback quiet(m_showing, true);
    const ColourRule rule = one ? m_rules[static_cast<std::size_t>(row)] : ColourRule();
    m_filter->setText(rule.filter);
    m_tone->setCurrentIndex(m_tone->findData(static_cast<int>(rule.tone)));
    m_icon->setCurrentIndex(m_icon->findData(static_cast<int>(rule.icon)));
    for (QWidget* input : std::initializer_list<QWidget*>{m_filter, m_tone, m_icon})
        enableOr(input, one ? QString() : tr("Choose a rule first"));
    updateButtons();
}

void ColoursDialog::takeCurrent()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0)
        return;
    ColourRule& rule = m_rules[static_cast<std::size_t>(row)];
    rule = {m_filter->text(), static_cast<Tone>(m_tone->currentData().toInt()), static_cast<Icon>(m_icon->currentData().toInt())};
    m_list->item(row)->setText(rule.filter);
    m_list->item(row)->setIcon(icon(rule.icon, toneText(rule.tone)));
    updateButtons();
}

void ColoursDialog::move(int by)
{
    const int row = m_list->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= static_cast<int>(m_rules.size()))
        return;
    std::swap(m_rules[static_cast<std::size_t>(row)], m_rules[static_cast<std::size_t>(to)]);
    showRules(to);
}

void ColoursDialog::updateButtons()
{
    const int row = m_list->currentRow();
    const QString mistake = row < 0 ? QString() : ColourRules::mistakeIn(m_filter->text());
    m_filterField->setError(mistake);
    const QString none = row < 0 ? tr("Choose a rule first") : QString();
    const bool last = row + 1 >= static_cast<int>(m_rules.size());
    const bool right =
        std::ranges::all_of(m_rules, [](const ColourRule& rule) { return ColourRules::mistakeIn(rule.filter).isEmpty(); });
    enableOr(m_add, m_rules.size() < ColourRules::mostRules ? QString() : tr("There are as many rules as there can be"));
    enableOr(m_remove, none);
    enableOr(m_up, row == 0 ? tr("It is the first already") : none);
    enableOr(m_down, row >= 0 && last ? tr("It is the last already") : none);
    enableOr(m_apply, right ? QString() : tr("A filter has a mistake"));
}

/// Its fields show one rule of several.
std::size_t ColoursDialog::entered() const
{
    std::size_t state = m_rules.size();
    for (const ColourRule& rule : m_rules)
        state = qHash(rule.filter, qHash(static_cast<int>(rule.tone), qHash(static_cast<int>(rule.icon), state)));
    return state;
}

void ColoursDialog::apply()
{
    m_kept.setRules(m_rules);
    accept();
}

} // namespace sallyport::ui
