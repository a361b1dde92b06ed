#pragma once

#include "ui/look/surface.h"

#include <optional>

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class AllowCard;
class ColumnChart;
class Console;
class DataTable;
class ElideLabel;
class FlowLayout;
class HitsModel;
class Pill;
class StateStack;

/// Hits of the chosen class: the days of the last week, the list, and above both the one that is chosen, redacted around what
/// matched.
class HitPane final : public Surface {
    Q_OBJECT

public:
    explicit HitPane(Console& console, QWidget* parent = nullptr);

    void showClass(std::optional<protection::detection::AttackClass> attackClass);
    /// From an event: shows this one.
    void reveal(const std::string& id);
    void refresh();
    void setExclusions(qint64 count);

    HitsModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    AllowCard* card() const { return m_card; }
    const std::optional<protection::DetectionHit>& hit() const { return m_hit; }

Q_SIGNALS:
    void exclusionsRequested();
    void eventsRequested(const QString& requestId);
    void allowed(const QString& what);

private:
    void build();
    void connectParts();
    void setTexts();
    void showHit();
    void closeHit();
    void closeCard();
    void showDays();
    void loadDays();

    Console& m_console;
    HitsModel* m_model;
    QWidget* m_head;
    ElideLabel *m_title, *m_subtitle;
    Pill* m_pill;
    QPushButton* m_close;
    QLabel* m_place;
    QWidget* m_excerpt;
    FlowLayout* m_excerptFlow;
    AllowCard* m_card;
    QLabel *m_weekTitle, *m_weekCount;
    ColumnChart* m_chart;
    DataTable* m_table;
    StateStack* m_states = nullptr;
    QPushButton *m_allowHere, *m_event, *m_exclusions;
    std::optional<protection::detection::AttackClass> m_class;
    std::optional<protection::DetectionHit> m_hit;
    std::vector<protection::HitDay> m_days;
    qint64 m_exclusionCount = -1; ///< none read yet
    int m_asked = 0;
};

} // namespace sallyport::ui
