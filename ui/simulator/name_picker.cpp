#include "ui/simulator/name_picker.h"

#include "ui/parts/suggestion_popup.h"

#include <QKeyEvent>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int askWaits = 150; // ms after the last key

} // namespace

NamePicker::NamePicker(const QString& objectName, Ask ask, QWidget* parent)
    : QLineEdit(parent), m_ask(std::move(ask)),
      m_popup(new SuggestionPopup(objectName + u".found"_s, SuggestionPopup::Offers::Names))
{
    setObjectName(objectName);
    m_wait.setSingleShot(true);
    m_wait.setInterval(askWaits);
    connect(&m_wait, &QTimer::timeout, this, &NamePicker::look);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (!typed.isEmpty())
            return m_wait.start();
        m_wait.stop();
        m_popup->hide();
        if (std::exchange(m_choice, std::nullopt))
            Q_EMIT chosen();
    });
    connect(m_popup, &SuggestionPopup::picked, this, [this](const FilterSuggestion& picked) {
        for (const NameChoice& choice : m_found)
            if (choice.name == picked.insert && choice.note == picked.explanation)
                return take(choice);
    });
}

NamePicker::~NamePicker()
{
    delete m_popup;
}

SuggestionPopup* NamePicker::popup() const
{
    return m_popup;
}

void NamePicker::setChoice(std::optional<NameChoice> choice)
{
    m_choice = std::move(choice);
    setText(m_choice ? m_choice->name : QString());
    setCursorPosition(0);
    m_popup->hide();
}

void NamePicker::look()
{
    const QString typed = m_choice && text() == m_choice->name ? QString() : text().trimmed();
    m_ask(typed, [self = QPointer<NamePicker>(this), asked = ++m_asked, typed](std::vector<NameChoice> found) {
        if (!self || self->m_asked != asked || !self->hasFocus())
            return;
        self->m_found = std::move(found);
        if (self->m_found.empty())
            return self->m_popup->hide();
        std::vector<FilterSuggestion> shown;
        for (const NameChoice& choice : self->m_found)
            shown.push_back({choice.name, choice.note, 0, true});
        self->m_popup->show(self, QPoint(0, self->height() + 4), typed, std::move(shown));
    });
}

void NamePicker::take(const NameChoice& choice)
{
    setChoice(choice);
    Q_EMIT chosen();
}

void NamePicker::takeCurrent()
{
    const FilterSuggestion current = m_popup->current();
    for (const NameChoice& choice : m_found)
        if (choice.name == current.insert && choice.note == current.explanation)
            return take(choice);
}

void NamePicker::keyPressEvent(QKeyEvent* event)
{
    const bool open = m_popup->isVisible();
    const bool list =
        event->key() == Qt::Key_Down || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier);
    if (!open && list) {
        look();
    } else if (open && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        m_popup->move(event->key() == Qt::Key_Down ? 1 : -1);
    } else if (open && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        takeCurrent();
    } else if (open && event->key() == Qt::Key_Escape) {
        m_popup->hide();
    } else {
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->accept();
}

bool NamePicker::focusNextPrevChild(bool next)
{
    if (!next || !m_popup->isVisible())
        return QLineEdit::focusNextPrevChild(next);
    takeCurrent();
    return true;
}

bool NamePicker::event(QEvent* event)
{
    // Escape closes the list before it means anything to the panel around.
    if (event->type() == QEvent::ShortcutOverride && m_popup && m_popup->isVisible() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void NamePicker::focusOutEvent(QFocusEvent* event)
{
    m_popup->hide();
    m_wait.stop();
    if (!text().isEmpty())
        setChoice(m_choice);
    QLineEdit::focusOutEvent(event);
}

} // namespace sallyport::ui
