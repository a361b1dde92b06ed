#include "ui/widgets/dialog_frame.h"

#include "ui/look/clear_corners.h"
#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/scrim.h"
#include "ui/unsaved/entered_state.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int dialogInset = 24;

/// With which somebody begins to fill in a form.
bool isInput(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel || type == QEvent::InputMethod ||
           type == QEvent::TouchBegin || type == QEvent::Drop;
}
} // namespace

DialogFrame::DialogFrame(const QString& objectName, QWidget* parent, int width)
    : QDialog(parent), m_title(makeLabel(TextStyle::PaneTitle, Tone::Normal, this)),
      m_close(makeIconButton(Icon::Close, objectName + u".close"_s, this)), m_body(new QVBoxLayout),
      m_noteIcon(new IconLabel(Icon::None, Tone::Muted, 14, this)), m_note(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_foot(nullptr)
{
    setObjectName(objectName);
    setModal(true);
    setWindowFlags(Qt::Dialog | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_TranslucentBackground);
    clearCorners(this, boxRadius);
    setFixedWidth(scaled(width, this));
    m_body->setContentsMargins(dialogInset, 16, dialogInset, 24);
    m_body->setSpacing(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addLayout(m_body, 1);
    column->addWidget(makeFoot());
    column->addWidget(makeQuestion());
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::leave);
    onRetranslate(m_close, [this] { setIconButtonText(m_close, tr("Close")); });
}

DialogFrame::~DialogFrame()
{
    delete m_scrim;
}

/// The dialog paints head and foot itself, inside its round outline; these are only their places.
QWidget* DialogFrame::makeHead()
{
    auto* head = new QWidget(this);
    m_headBox = head;
    head->setFixedHeight(std::max(48, m_title->sizeHint().height() + 28));
    auto* row = new QHBoxLayout(head);
    setLeadingMargins(head, {dialogInset, 0, 12, 0});
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    return head;
}

QWidget* DialogFrame::makeFoot()
{
    auto* foot = new QWidget(this);
    m_footBox = foot;
    foot->setMinimumHeight(64);
    m_foot = new QHBoxLayout(foot);
    m_foot->setContentsMargins(dialogInset, 16, dialogInset, 15);
    m_foot->setSpacing(8);
    m_foot->addWidget(m_noteIcon);
    m_foot->addWidget(m_note);
    m_foot->addStretch(1);
    m_note->hide();
    m_noteIcon->hide();
    return foot;
}

QWidget* DialogFrame::makeQuestion()
{
    m_question = new QWidget(this);
    m_question->setObjectName(objectName() + u".discard_question"_s);
    m_question->setMinimumHeight(64);
    auto* text = makeLabel(TextStyle::BodyStrong, Tone::Normal, m_question);
    text->setWordWrap(true);
    m_keep = makeButton(ButtonKind::Secondary, objectName() + u".keep_editing"_s, m_question);
    auto* discard = makeButton(ButtonKind::DangerFilled, objectName() + u".discard_entered"_s, m_question);
    auto* row = new QHBoxLayout(m_question);
    row->setContentsMargins(dialogInset, 16, dialogInset, 15);
    row->setSpacing(8);
    row->addWidget(text, 1);
    row->addWidget(m_keep);
    row->addWidget(discard);
    m_question->hide();
    connect(m_keep, &QPushButton::clicked, this, &DialogFrame::keepEditing);
    connect(discard, &QPushButton::clicked, this, [this] { reject(); });
    onRetranslate(m_question, [this, text, discard] {
        text->setText(tr("Discard what you have entered?"));
        m_keep->setText(tr("Keep editing"));
        discard->setText(tr("Discard"));
    });
    return m_question;
}

void DialogFrame::setTitle(const QString& title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void DialogFrame::setFootNote(Icon icon, const QString& note)
{
    m_noteIcon->setIcon(icon, Tone::Muted);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_noteIcon->setVisible(!note.isEmpty() && icon != Icon::None);
}

void DialogFrame::addButton(QPushButton* button)
{
    m_foot->addWidget(button);
    const ButtonKind kind = buttonKind(button);
    if (kind == ButtonKind::Primary || kind == ButtonKind::DangerFilled)
        button->setDefault(true);
}

void DialogFrame::addLeadingButton(QPushButton* button)
{
    m_foot->insertWidget(0, button);
}

void DialogFrame::setClosable(bool closable)
{
    m_closable = closable;
    m_close->setVisible(closable);
    if (!closable)
        keepEditing();
}

std::size_t DialogFrame::entered() const
{
    return enteredState(this);
}

bool DialogFrame::isChanged() const
{
    return m_asksToDiscard && m_closable && m_begun && *m_begun != entered();
}

bool DialogFrame::isAskingToDiscard() const
{
    return !m_question->isHidden();
}

QString DialogFrame::unsavedWork() const
{
    return isVisible() && isChanged() ? windowTitle() : QString();
}

void DialogFrame::leave()
{
    if (isAskingToDiscard())
        return keepEditing();
    if (isChanged())
        return askToDiscard();
    reject();
}

void DialogFrame::askToDiscard()
{
    m_askedAt = focusWidget();
    m_footBox->hide();
    m_question->show();
    m_keep->setFocus(Qt::OtherFocusReason);
}

void DialogFrame::keepEditing()
{
    if (!isAskingToDiscard())
        return;
    m_footBox->show();
    if (m_askedAt && m_askedAt->isVisible() && m_askedAt->isEnabled())
        m_askedAt->setFocus(Qt::OtherFocusReason);
    m_question->hide(); // after the keyboard has left it
    m_askedAt.clear();
}

/// What stands in the form when somebody begins is what it was filled with: some of that is read after it is shown.
bool DialogFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_begun && isInput(event->type())) {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (widget && (widget == this || isAncestorOf(widget))) {
            m_begun = entered();
            qApp->removeEventFilter(this);
        }
    }
    return QDialog::eventFilter(watched, event);
}

void DialogFrame::closeEvent(QCloseEvent* event)
{
    if (!event->spontaneous() || !isChanged()) // the program knows what it closes
        return QDialog::closeEvent(event);
    event->ignore();
    if (!isAskingToDiscard())
        askToDiscard();
}

void DialogFrame::reject()
{
    if (m_closable)
        QDialog::reject();
}

void DialogFrame::placeFocus()
{
    if (m_walked)
        return;
    // Where work begins, unless the dialog or the operator knows better; Qt would take the mark that closes it.
    QWidget* chosen = focusWidget();
    if (chosen && chosen != m_placed && chosen != m_close)
        return;
    QWidget* first = firstUsefulField(this);
    if (!first || qobject_cast<QPushButton*>(first)) { // nothing to fill in: what Enter does, or another one of the foot
        first = nullptr;
        for (QPushButton* button : findChildren<QPushButton*>()) {
            if (button == m_close || !button->isEnabled() || button->isHidden())
                continue;
            if (!first || button->isDefault())
                first = button;
        }
    }
    m_placed = first;
    if (first && first != chosen)
        first->setFocus(Qt::OtherFocusReason);
}

void DialogFrame::showEvent(QShowEvent* event)
{
    placeFocus();
    QDialog::showEvent(event);
    if (!m_begun)
        qApp->installEventFilter(this);
    QWidget* window = parentWidget() ? parentWidget()->window() : nullptr;
    if (!window)
        return;
    if (!m_scrim)
        m_scrim = new Scrim(window);
    m_centredHeight = 0;
    fit();
}

bool DialogFrame::event(QEvent* event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        fit();
        placeFocus(); // what had to be read first is there now
    }
    return handled;
}

void DialogFrame::fit()
{
    // As high as the content needs at this width, not more: wrapped text makes sizeHint() guess.
    layout()->activate();
    int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    if (const QScreen* around = screen())
        needed = std::min(needed, around->availableGeometry().height());
    if (needed != height())
        resize(width(), needed);
    // The layout may have made it higher by itself before.
    if (std::exchange(m_centredHeight, height()) != height())
        centre();
}

void DialogFrame::centre()
{
    const QWidget* window = parentWidget() ? parentWidget()->window() : nullptr;
    if (!window)
        return;
    QPoint place = window->mapToGlobal(window->rect().center()) - rect().center();
    // Never with its foot, where the buttons are, off the screen.
    if (const QScreen* around = window->screen()) {
        const QRect room = around->availableGeometry();
        place.setY(std::max(room.top(), std::min(place.y(), room.bottom() + 1 - height())));
    }
    move(place);
}

void DialogFrame::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    delete m_scrim;
    if (event->spontaneous()) // shown again by the desktop
        return;
    qApp->removeEventFilter(this);
    keepEditing();
    m_begun.reset();
}

void DialogFrame::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Cancel))
        return QDialog::keyPressEvent(event);
    if (m_closable)
        leave();
}

bool DialogFrame::focusNextPrevChild(bool next)
{
    m_walked = m_walked || !focusGivesWay(this); // what comes later leaves the keyboard where the operator has taken it
    return focusNextInOrder(this, next) || QDialog::focusNextPrevChild(next);
}

void DialogFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor line = color(isHighContrast() ? Token::Text : Token::BorderStrong);
    drawBox(&painter, rect(), color(Token::Surface), line);
    const QRect head = m_headBox->geometry(), foot = (isAskingToDiscard() ? m_question : m_footBox)->geometry();
    drawHairline(&painter, head.left(), head.right(), head.bottom(), color(Token::Border));
    painter.save();
    painter.setClipRect(QRect(0, foot.top(), width(), height() - foot.top()));
    drawBox(&painter, rect(), color(Token::Raised), line); // with the corners of the dialog
    painter.restore();
    drawHairline(&painter, foot.left(), foot.right(), foot.top(), color(Token::Border));
}

} // namespace sallyport::ui
