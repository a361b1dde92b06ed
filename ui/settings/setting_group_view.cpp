#include "ui/settings/setting_group_view.h"

#include "ui/look/margins.h"
#include "ui/look/text_style.h"
#include "ui/settings/setting_field.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {

SettingGroupView::SettingGroupView(const SettingGroup& group, QWidget* parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::PaneTitle, Tone::Normal, this)),
      m_sentence(makeLabel(TextStyle::Small, Tone::Muted, this)), m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("settings.group.") +
                  QString::fromUtf8(group.id.data(), static_cast<qsizetype>(group.id.size())));
    m_sentence->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(20);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(leadingMargins(8, 16, 16, 24));
    column->setSpacing(0);
    const auto addIndented = [column](QWidget* widget) { // as the fields, which keep room for their mark
        auto* row = new QHBoxLayout;
        row->setSpacing(0);
        row->addSpacing(settingFieldInset);
        row->addWidget(widget, 1);
        column->addLayout(row);
    };
    addIndented(m_title);
    column->addSpacing(2);
    addIndented(m_sentence);
    column->addSpacing(20);
    column->addLayout(m_grid);
    setTexts(group);
}

void SettingGroupView::addFields(const QList<SettingField*>& fields)
{
    m_fields << fields;
    for (SettingField* field : fields)
        field->show(); // it may have come after the page was shown, and what is hidden gets no place
    arrange();
}

void SettingGroupView::addExtra(QWidget* extra)
{
    extra->setContentsMargins(leadingMargins(settingFieldInset, 0, 0, 0));
    m_extras << extra;
    arrange();
}

void SettingGroupView::setTexts(const SettingGroup& group)
{
    m_title->setText(group.title);
    m_sentence->setText(group.text);
}

QString SettingGroupView::title() const
{
    return m_title->text();
}

void SettingGroupView::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    arrange();
}

bool SettingGroupView::showOnly(const std::function<bool(const SettingField&)>& wanted, bool whole)
{
    bool any = whole;
    for (SettingField* field : m_fields) {
        const bool shown = whole || wanted(*field);
        field->setVisible(shown);
        any = any || shown;
    }
    for (QWidget* extra : m_extras)
        extra->setVisible(whole);
    setVisible(any);
    arrange();
    return any;
}

void SettingGroupView::arrange()
{
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0); // the widgets stay
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    m_grid->setColumnMinimumWidth(1, 0);
    int row = 0, column = 0;
    const auto place = [&](QWidget* widget, bool wide) {
        if (wide && column > 0) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(widget, row, column, 1, wide ? m_columns : 1);
        column = wide ? m_columns : column + 1;
        if (column >= m_columns) {
            ++row;
            column = 0;
        }
    };
    for (SettingField* field : m_fields)
        if (!field->isHidden())
            place(field, field->isWide());
    for (QWidget* extra : m_extras)
        if (!extra->isHidden())
            place(extra, true);
}

} // namespace sallyport::ui
