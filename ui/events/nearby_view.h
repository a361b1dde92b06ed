#pragma once

#include "backend/journal/events.h"

#include <QWidget>

class QListView;
class QStandardItemModel;
class QLabel;

namespace sallyport::ui {

class Console;

/// What happened within a minute of an event at the same address or by the same user, and what has its request or its session,
/// whenever.
class NearbyView final : public QWidget {
    Q_OBJECT

public:
    explicit NearbyView(Console& console, QWidget* parent = nullptr);

    void setEvent(const audit::Event& event);
    /// How many were found; below zero while reading.
    int count() const { return m_count; }

Q_SIGNALS:
    void countChanged(int count);
    /// The reader wants to see that event.
    void eventChosen(const sallyport::audit::Event& event);

private:
    void show(Result<std::vector<audit::Event>> found);
    void say(const QString& text);

    Console& m_console;
    QLabel* m_message;
    QListView* m_list;
    QStandardItemModel* m_model;
    std::vector<audit::Event> m_events;
    std::int64_t m_sequence = 0;
    std::uint64_t m_generation = 0;
    int m_count = -1;
};

} // namespace sallyport::ui
