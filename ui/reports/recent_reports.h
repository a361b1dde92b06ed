#pragma once

#include "backend/journal/events.h"

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace sallyport::ui {

class Console;
class StateStack;

/// The exports of before, as the journal recorded them.
class RecentReports final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::uint32_t most = 12;

    explicit RecentReports(Console& console, QWidget* parent = nullptr);
    void refresh();
    const std::vector<audit::Event>& events() const { return m_events; }

private:
    void setTexts();
    void showRows();

    Console& m_console;
    QLabel* m_title;
    StateStack* m_states;
    QVBoxLayout* m_rows;
    std::vector<audit::Event> m_events;
};

} // namespace sallyport::ui
