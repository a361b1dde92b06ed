#include "ui/widgets/filter_bar.h"

#include "backend/base/limits.h"
#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/unsaved/entered_state.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

#include <chrono>

namespace sallyport::ui {

using namespace std::chrono_literals;

namespace {

constexpr int widestField = 280, narrowestField = 104; ///< in a bar

} // namespace

FilterField::FilterField(const QString& objectName, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(objectName);
    leaveOutOfEntered(this);
    setFont(textFont(TextStyle::Body));
    setTextMargins(22, 0, 0, 0);
    setMaxLength(limits::searchText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(scaled(200, this));
    setFixedHeight(sizeHint().height());
    m_wait.setSingleShot(true);
    m_wait.setInterval(150ms);
    connect(&m_wait, &QTimer::timeout, this, [this] { Q_EMIT filterChanged(text()); });
    connect(this, &QLineEdit::textChanged, this, [this] { m_wait.start(); });
}

QSize FilterField::sizeHint() const
{
    return {scaled(200, this), std::max(28, fontMetrics().height() + 8)};
}

void FilterField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    drawIcon(&painter, Icon::Filter, mirrored(this, rect(), QRect(8, 0, 16, height())), color(Token::TextMuted));
}

void FilterField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_wait.stop();
        Q_EMIT filterChanged(text());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

FilterChip::FilterChip(const QString& objectName, QWidget* parent) : QPushButton(parent)
{
    setObjectName(objectName);
    setFont(textFont(TextStyle::SmallStrong));
    setProperty("buttonSize", static_cast<int>(ButtonSize::Tool));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    setButtonOpensMenu(this, true);
    connect(this, &QPushButton::clicked, this, &FilterChip::openMenu);
}

void FilterChip::setOptions(const QList<FilterOption>& options)
{
    const QVariant kept = value();
    m_options = options;
    m_current = 0;
    for (qsizetype i = 0; i < m_options.size(); ++i)
        if (m_options.at(i).value == kept)
            m_current = i;
    showCurrent();
}

QVariant FilterChip::value() const
{
    return m_current < m_options.size() ? m_options.at(m_current).value : QVariant();
}

void FilterChip::setValue(const QVariant& value)
{
    for (qsizetype i = 0; i < m_options.size(); ++i) {
        if (m_options.at(i).value != value || i == m_current)
            continue;
        m_current = i;
        showCurrent();
        Q_EMIT valueChanged(value);
        return;
    }
}

void FilterChip::showCurrent()
{
    setText(m_current < m_options.size() ? m_options.at(m_current).text : QString());
    setAccessibleName(text());
    setButtonKind(this, ButtonKind::Secondary);
}

void FilterChip::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < m_options.size(); ++i) {
        QAction* action = menu->addAction(m_options.at(i).text);
        action->setIcon(i == m_current ? ui::icon(Icon::Check) : QIcon());
        connect(action, &QAction::triggered, this, [this, i] { setValue(m_options.value(i).value); });
    }
    const int x = isRightToLeft() ? width() - menu->sizeHint().width() : 0;
    menu->popup(mapToGlobal(QPoint(x, height() + 4)));
}

FilterBar::FilterBar(const QString& objectName, QWidget* parent)
    : Surface(Token::Surface, parent), m_row(new QHBoxLayout(this)), m_field(new FilterField(objectName, this))
{
    setHairlines(Qt::BottomEdge);
    setFixedHeight(std::max(48, m_field->sizeHint().height() + 20));
    m_row->setContentsMargins(leadingMargins(24, 0, 16, 0));
    m_row->setSpacing(8);
    // Of the room that is left it takes the most, up to where a name and an address are read whole.
    m_field->setMaximumWidth(scaled(widestField, this));
    m_field->setMinimumWidth(scaled(narrowestField, this)); // what is typed can be read
    m_row->addWidget(m_field, 100);                         // before the empty room beside it, which would take its share
    m_row->addStretch(1);
}

FilterChip* FilterBar::addChip(const QString& objectName)
{
    auto* chip = new FilterChip(objectName, this);
    addWidget(chip);
    return chip;
}

void FilterBar::addWidget(QWidget* widget)
{
    m_row->insertWidget(m_leading++, widget);
}

void FilterBar::addTool(QWidget* widget)
{
    m_row->addWidget(widget);
}

void FilterBar::addTool(QPushButton* button)
{
    m_row->addWidget(button);
}

} // namespace sallyport::ui
