#pragma once

#include "backend/journal/events.h"
#include "ui/look/surface.h"

#include <functional>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class Console;
class ElideLabel;
class FieldsView;
class NearbyView;
class PaneTabs;
class Pill;
class WhyView;

/// Everything about one event, beside the list: why, its fields, what happened nearby, and the raw record.
class EventDetails final : public Surface {
    Q_OBJECT

public:
    enum Tab { Why, Fields, Nearby, Raw };

    explicit EventDetails(Console& console, QWidget* parent = nullptr);

    void setEvent(const audit::Event& event);
    const std::optional<audit::Event>& event() const { return m_event; }
    PaneTabs* tabs() const { return m_tabs; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void navigateRequested(const QString& panel, const QString& argument);
    /// Another event was chosen under Nearby.
    void eventChosen(const sallyport::audit::Event& event);

private:
    QWidget* makeHead();
    QWidget* makeFooter();
    QWidget* makeRaw();
    void showTexts();

    std::optional<audit::Event> m_event;
    Pill* m_pill = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_title = nullptr;
    ElideLabel* m_subtitle = nullptr;
    PaneTabs* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    WhyView* m_why = nullptr;
    FieldsView* m_fields = nullptr;
    NearbyView* m_nearby = nullptr;
    QPlainTextEdit* m_raw = nullptr;
    QLabel* m_total = nullptr;
    ElideLabel* m_request = nullptr;
    QPushButton* m_play = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace sallyport::ui
