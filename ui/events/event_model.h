#pragma once

#include "backend/journal/events.h"

#include <QAbstractTableModel>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sallyport::ui {

class ColourRules;
class Console;

/// The journal as a table, newest on top: the whole of it without holding more than some pages in memory. New events
/// are put on top while the reader follows; otherwise they wait and are counted. GUI thread.
class EventModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Severity, What, Who, Address, Outcome, Target, Kind, Request, Path, Status, Reason, ColumnCount };
    enum class State { Loading, Ready, Failed };

    static constexpr std::uint32_t pageSize = 500;
    static constexpr std::size_t mostPages = 24;
    static constexpr std::size_t mostLive = 20'000;
    static constexpr std::int64_t rowsAtOnce = 100'000; ///< placed in the view; more when the reader comes near the end of them
    static constexpr std::size_t mostWaiting = 2000;

    explicit EventModel(Console& console, QObject* parent = nullptr);

    /// Shows another part of the journal; rows of the earlier one go at once.
    void setQuery(const audit::EventQuery& query);
    const audit::EventQuery& query() const { return m_query; }
    /// Reads from the newest event on.
    void reload();
    /// The same while the rows of before stay in sight until the new ones are there.
    void reloadQuietly();
    State state() const { return m_state; }
    const Error& error() const { return m_error; }
    /// How many events match, live ones included; -1 while unknown.
    std::int64_t total() const;
    /// total() is reckoned, not counted.
    bool isAbout() const { return m_about; }
    /// What gives titles a colour and an icon; outlives the model.
    void setColours(const ColourRules* rules) { m_colours = rules; }

    /// New events in order. Those that the query takes in are shown or wait.
    void append(const std::vector<audit::Event>& events);
    /// Whether new events are put on top at once.
    void setFollowing(bool following);
    bool following() const { return m_following; }
    /// How many matching events wait.
    std::int64_t waiting() const { return m_waitingCount; }
    /// Puts the waiting ones on top.
    void showWaiting();

    /// Nullptr while the row's page is still being read (asking for it starts that).
    const audit::Event* eventAt(int row) const;
    /// The row of an event that is loaded, or -1.
    int rowOf(std::int64_t sequence) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();
    void totalChanged();
    void waitingChanged();
    /// Events that the query takes in, as they come.
    void matched(const std::vector<sallyport::audit::Event>& events);

private:
    struct Page {
        std::vector<audit::Event> events;
        std::uint64_t usedAt = 0;
    };
    struct Walk;

    void requestPage(std::size_t page) const;
    void fetch(std::size_t page);
    void take(Walk walk);
    void takeFirst(journal::EventPage page);
    void takeCount(const audit::EventTotal& total);
    void readFirst();
    void setPagedRows(std::int64_t rows);
    void placeMore() const;
    void forgetOldPages();
    void fail(Error error);

    Console& m_console;
    audit::EventQuery m_query;
    State m_state = State::Loading;
    Error m_error;
    std::uint64_t m_generation = 0;
    std::int64_t m_head = 0;       ///< newest sequence that the pages may hold
    std::int64_t m_pagedRows = 0;  ///< rows below the live ones, as far as they are placed
    std::int64_t m_pagedTotal = 0; ///< how many there are of them
    std::int64_t m_placed = rowsAtOnce;
    bool m_reloading = false; ///< quietly
    mutable bool m_placing = false;
    bool m_counted = false;
    bool m_about = false;
    const ColourRules* m_colours = nullptr;
    std::vector<std::string> m_cursors; ///< where each page begins, as far as known
    std::unordered_map<std::size_t, Page> m_pages;
    mutable std::uint64_t m_tick = 0;
    mutable std::optional<std::size_t> m_wanted;
    mutable bool m_fetching = false;
    std::deque<audit::Event> m_live;    ///< newest first
    std::deque<audit::Event> m_waiting; ///< newest first
    std::int64_t m_waitingCount = 0;
    bool m_following = true;
};

} // namespace sallyport::ui
