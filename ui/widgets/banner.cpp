#include "ui/widgets/banner.h"

#include "ui/look/paint.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

Banner::Banner(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(Icon::Info, Tone::Info, 16, this)),
      m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_text(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_column(new QVBoxLayout), m_actions(nullptr), m_actionsBox(new QWidget(this))
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->hide();
    m_actions = new QHBoxLayout(m_actionsBox);
    m_actions->setContentsMargins(0, 6, 0, 0);
    m_actions->setSpacing(8);
    m_actions->addStretch(1);
    m_actionsBox->hide();
    m_column->setSpacing(4);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addWidget(m_actionsBox);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
}

void Banner::setTone(Tone tone, Icon icon)
{
    m_tone = tone;
    m_icon->setIcon(icon, tone);
    update();
}

void Banner::setPinned(bool pinned)
{
    m_pinned = pinned;
    update();
}

void Banner::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Banner::setText(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

QString Banner::title() const
{
    return m_title->text();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::showError(const Error& error)
{
    const ErrorText words = errorText(error);
    setTitle(words.what);
    setText(words.why);
    show();
}

void Banner::setContent(QWidget* content)
{
    m_column->insertWidget(m_column->count() - (m_beside ? 0 : 1), content);
}

void Banner::addAction(QPushButton* button)
{
    m_actions->insertWidget(m_actions->count() - 1, button);
    button->installEventFilter(this);
    m_actionsBox->show();
}

void Banner::setActionsBeside()
{
    m_beside = true;
    m_column->removeWidget(m_actionsBox);
    m_actions->setContentsMargins(6, 0, 0, 0);
    static_cast<QHBoxLayout*>(layout())->addWidget(m_actionsBox, 0, Qt::AlignVCenter);
}

bool Banner::eventFilter(QObject* watched, QEvent* event)
{
    // Without a button in sight there is no row for them.
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        bool any = false;
        for (int i = 0; i < m_actions->count(); ++i)
            if (const QWidget* button = m_actions->itemAt(i)->widget())
                any = any || !button->isHidden();
        m_actionsBox->setVisible(any);
    }
    return QWidget::eventFilter(watched, event);
}

void Banner::paintEvent(QPaintEvent*)
{
    if (m_pinned)
        return paintPinned(this, m_tone);
    QPainter painter(this);
    drawBox(&painter, rect(), color(toneTint(m_tone)), isHighContrast() ? color(toneText(m_tone)) : QColor());
}

void paintPinned(QWidget* widget, Tone tone)
{
    QPainter painter(widget);
    drawBox(&painter, widget->rect(), color(Token::Raised), color(Token::BorderStrong));
    QPainterPath box;
    box.addRoundedRect(widget->rect(), boxRadius, boxRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(box);
    painter.fillRect(widget->isRightToLeft() ? widget->width() - 3 : 0, 0, 3, widget->height(), color(toneText(tone)));
}

} // namespace sallyport::ui
