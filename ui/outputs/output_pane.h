#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/outputs/destinations.h"

class QPushButton;

namespace sallyport::ui {

class Banner;
class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One destination beside the list: how it goes, what it is, what happened lately.
class OutputPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit OutputPane(Console& console, QWidget* parent = nullptr);

    void setDestination(const outputs::Destination& destination);
    void refresh() override;
    bool hasDestination() const { return m_destination.has_value(); }
    const outputs::Destination& destination() const { return *m_destination; }
    /// Why the operator may not say where events go; empty if they may.
    static QString againstSending(const Console& console);

Q_SIGNALS:
    void editRequested();
    void testRequested();
    /// Disable, or enable if disabled.
    void toggleRequested();
    void removeRequested();

private:
    struct Background {
        outputs::Destination destination;
        Events events;
    };
    void build();
    void setTexts();
    void showDestination();

    std::optional<outputs::Destination> m_destination;
    int m_page;
    Banner* m_stopped = nullptr;
    KeyValueGrid* m_how = nullptr;
    ElideLabel* m_sent = nullptr;
    ElideLabel* m_waiting = nullptr;
    ElideLabel* m_missed = nullptr;
    ElideLabel* m_lastSent = nullptr;
    ElideLabel* m_lastError = nullptr;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_target = nullptr;
    ElideLabel* m_filter = nullptr;
    ElideLabel* m_format = nullptr;
    ElideLabel* m_recipients = nullptr;
    ElideLabel* m_added = nullptr;
    ElideLabel* m_author = nullptr;
    PaneSection* m_eventsSection = nullptr;
    QPushButton* m_allEvents = nullptr;
    LinesList* m_events = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_toggle = nullptr;
};

} // namespace sallyport::ui
