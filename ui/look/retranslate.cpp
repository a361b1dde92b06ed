#include "ui/look/retranslate.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace sallyport::ui {

namespace {

class Retranslator final : public QObject {
public:
    Retranslator(QWidget* widget, std::function<void()> setTexts) : QObject(widget), m_setTexts(std::move(setTexts))
    {
        widget->installEventFilter(this);
        m_setTexts();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == parent() && event->type() == QEvent::LanguageChange)
            m_setTexts();
        return false;
    }

private:
    std::function<void()> m_setTexts;
};

} // namespace

void onRetranslate(QWidget* widget, std::function<void()> setTexts)
{
    new Retranslator(widget, std::move(setTexts));
}

} // namespace sallyport::ui
