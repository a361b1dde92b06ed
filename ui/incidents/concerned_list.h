#pragma once

#include "ui/incidents/incident_facts.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class PaneSection;

/// People, addresses or keys that an incident is about, each with a tick: what is done below is done to those that have one.
/// The first five, or all on demand. Ticks stay while the list is read anew.
class ConcernedList final : public QObject {
    Q_OBJECT

public:
    ConcernedList(Concerned::Kind kind, PaneSection* section);

    /// `total` of them there are, of which these are known.
    void setConcerned(std::vector<Concerned> all, std::int64_t total);
    /// Another incident: nothing is ticked.
    void clear();
    void retranslate();

    std::vector<Concerned> ticked() const;
    void tick(const std::string& id, bool on);

Q_SIGNALS:
    void tickedChanged();
    /// Its events, among those of the incident, or itself in its own panel.
    void eventsRequested(const QString& filter);
    void openRequested(const QString& id);

private:
    void show();
    QWidget* makeRow(const Concerned& one, int place);
    QString stateOf(const Concerned& one) const;
    void openMenu(QWidget* at, const Concerned& one, const QPoint& where);

    const Concerned::Kind m_kind;
    PaneSection* m_section;
    QWidget* m_rows;
    QVBoxLayout* m_column;
    QPushButton* m_all;
    std::vector<Concerned> m_concerned;
    std::vector<std::string> m_ticked;
    std::int64_t m_total = 0;
    bool m_showsAll = false;
};

} // namespace sallyport::ui
