#pragma once

#include "ui/console/panel.h"
#include "ui/events/colour_rules.h"
#include "ui/events/event_histogram.h"
#include "ui/events/filter_history.h"
#include "ui/words/filter_suggestions.h"

#include <QTimer>

#include <array>
#include <optional>

class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class EventDetails;
class EventModel;
class EventTable;
class FilterLine;
class PageHeader;
class SearchList;
class SideSplitter;
class StateStack;
class TopView;

/// Live events: the journal as it grows, with filter, histogram, list and details. The list waits while somebody
/// reads; Pause stops it altogether.
class EventsPanel final : public Panel {
    Q_OBJECT

public:
    /// `preferences` keeps recent and saved searches.
    explicit EventsPanel(Console& console, PreferenceStore preferences = {}, QWidget* parent = nullptr);
    ~EventsPanel() override;

    /// `argument` is a filter to show; empty keeps the present one.
    void activate(const QString& argument) override;
    void refresh() override;

    PageHeader* header() const { return m_header; }
    FilterLine* filterLine() const { return m_filter; }
    EventHistogram* histogram() const { return m_histogram; }
    EventTable* table() const { return m_table; }
    EventModel* model() const { return m_model; }
    EventDetails* details() const { return m_details; }
    TopView* top() const { return m_top; }
    SearchList* searches() const { return m_searches; }
    /// Shows the top lists beside the list, whenever no event is read.
    void setTopShown(bool shown);
    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectParts();
    QWidget* makeHeader();
    QWidget* makeList();
    void setTexts();
    void applyFilter();
    void showOne(const std::string& id);
    void selectWanted();
    /// The filter with the period chosen in the histogram.
    void applyPeriod();
    void showSelected();
    void readHistogram();
    void readKnowledge();
    void takeEvents(const std::vector<audit::Event>& events, quint64 dropped);
    void showState();
    void showMatches();
    void updateExport();
    void showLive();
    void updateFollowing();
    void showWaitingBar();
    void jumpToNewest();
    void showRow(int row);
    void closeDetails();
    void openReports();
    UtcTime now() const;
    bool isReading() const;
    // events_view.cpp: how the list is looked at, and searches that are kept.
    void connectView();
    void readSearches();
    void keepOldSaved();
    void openView();
    void saveSearch();
    void manageSearches();
    void showSearch(const QString& id);

    FilterHistory m_history;
    ColourRules m_colours;
    PreferenceStore m_preferences;
    FilterKnowledge m_known;
    PageHeader* m_header = nullptr;
    FilterLine* m_filter = nullptr;
    EventHistogram* m_histogram = nullptr;
    EventTable* m_table = nullptr;
    EventModel* m_model = nullptr;
    EventDetails* m_details = nullptr;
    TopView* m_top = nullptr;
    QStackedWidget* m_pane = nullptr;
    SearchList* m_searches = nullptr;
    StateStack* m_states = nullptr;
    SideSplitter* m_splitter = nullptr;
    QPushButton* m_view = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_clearFilter = nullptr;
    audit::EventQuery m_query;            ///< the filter without the chosen period
    std::optional<std::int64_t> m_wanted; ///< its event is to be highlighted as soon as it is there
    bool m_queryOpen = false;             ///< false until the first filter was applied
    bool m_paused = false;
    bool m_topShown = false;
    bool m_searchesRead = false;
    int m_topAge = 0;
    std::uint64_t m_histogramGeneration = 0;
    QTimer m_histogramTimer;
    QTimer m_rateTimer;
    std::array<std::uint32_t, 5> m_arrivals{}; ///< events in each of the last whole seconds
    std::size_t m_second = 0;
    std::uint32_t m_arriving = 0;
    quint64 m_dropped = 0;
};

} // namespace sallyport::ui
