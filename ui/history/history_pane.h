#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/history/history.h"

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class KeyValueGrid;
class LinesList;
class PaneSection;

/// One change beside the list: by whom, when, each value before and after, and the way back.
class HistoryPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit HistoryPane(Console& console, QWidget* parent = nullptr);

    void setVersion(const history::Version& version);
    void refresh() override;
    bool hasVersion() const { return m_version.has_value(); }
    const history::Version& version() const { return *m_version; }

Q_SIGNALS:
    void undoRequested();

private:
    void setTexts();
    void show();

    std::optional<history::Version> m_version;
    int m_page;
    KeyValueGrid* m_facts;
    ElideLabel* m_by = nullptr;
    ElideLabel* m_when = nullptr;
    PaneSection* m_changesPart = nullptr;
    LinesList* m_changes = nullptr;
    QPushButton* m_events = nullptr;
    QPushButton* m_undo = nullptr;
};

} // namespace sallyport::ui
