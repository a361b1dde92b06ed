#pragma once

#include "backend/journal/saved_searches.h"
#include "ui/words/filter_suggestions.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class FilterEditor;
class FilterHistory;

/// The row under the header: the filter with its match count, Save search, and the searches of before. A mistake is
/// said below the line.
class FilterLine final : public QWidget {
    Q_OBJECT

public:
    explicit FilterLine(FilterHistory& history, QWidget* parent = nullptr);

    QString text() const;
    /// Sets the text and applies it.
    void setText(const QString& text);
    /// How many events match; below zero: not known yet.
    void setMatches(std::int64_t matches, bool about = false);
    /// The saved ones that the menu offers.
    void setSearches(const std::vector<journal::SavedSearch>& searches);
    void setKnowledge(const FilterKnowledge* known);
    FilterEditor* editor() const { return m_editor; }
    /// The text under the line, empty if the filter is right.
    QString mistake() const { return m_mistakeText; }

Q_SIGNALS:
    /// The filter is to be used: 250 ms after the last key, at once on Enter. Only right filters come.
    void filterChanged(const QString& text);
    /// The line became wrong, or right again.
    void correctnessChanged();
    void saveRequested();
    void searchChosen(const QString& id);
    void manageRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBox();
    void apply();
    void check();
    void showMatches();
    void openHistory();
    void setTexts();

    FilterHistory& m_history;
    FilterEditor* m_editor = nullptr;
    QLabel* m_matches = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_past = nullptr;
    QWidget* m_mistakeRow = nullptr;
    ElideLabel* m_mistake = nullptr;
    QString m_mistakeText;
    QString m_applied;
    std::vector<journal::SavedSearch> m_searches;
    std::int64_t m_matchCount = -1;
    bool m_matchesAbout = false;
    QTimer m_wait;
};

} // namespace sallyport::ui
