#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/authorization/decision_log.h"
#include "backend/base/error.h"
#include "backend/records/record.h"

class QLabel;
class QMenu;
class QPushButton;

namespace sallyport::ui {

class CommentLine;
class CommentsPart;
class ElideLabel;
class FilesPart;
class KeyValueGrid;
class PaneSection;
class SensitivePart;

/// One record beside the list: its text, its sensitive members, its files and comments, who was last seen reading it, what
/// happened to it lately. Files that are dropped on it are uploaded.
class RecordPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit RecordPane(Console& console, QWidget* parent = nullptr);

    void setRecord(const records::Record& record);
    void refresh() override;
    bool hasRecord() const { return m_record.has_value(); }
    const records::Record& record() const { return *m_record; }
    SensitivePart* sensitive() const { return m_sensitive; }
    FilesPart* files() const { return m_files; }

Q_SIGNALS:
    /// What can be done to it is to be offered below this button.
    void moreRequested(QPushButton* anchor);
    void decisionRequested(const QString& id);
    void failed(const sallyport::Error& error);
    /// Something of it is done, or went wrong by this name.
    void done(const QString& what);
    void partFailed(const sallyport::Error& error, const QString& name);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Background {
        records::Record record;
        Events events;
        std::optional<authorization::RecordedDecision> lastRead;
    };
    static Background readAround(Services& services, const access::Actor& actor, const records::Record& record);
    void build();
    void buildAttachments();
    QWidget* makeLastRead();
    void setTexts();
    void showRecord();
    void showLastRead();

    std::optional<records::Record> m_record; ///< without its text until that was read
    std::optional<authorization::RecordedDecision> m_lastRead;
    bool m_hasText = false;
    int m_page;
    QPushButton* m_more = nullptr;
    PaneSection* m_readSection = nullptr;
    ElideLabel* m_read = nullptr;
    QPushButton* m_why = nullptr;
    QLabel* m_body = nullptr;
    PaneSection* m_sensitiveSection = nullptr;
    SensitivePart* m_sensitive = nullptr;
    PaneSection* m_filesSection = nullptr;
    FilesPart* m_files = nullptr;
    PaneSection* m_commentsSection = nullptr;
    CommentsPart* m_comments = nullptr;
    CommentLine* m_line = nullptr;
    PaneSection* m_factsSection = nullptr;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_added = nullptr;
    ElideLabel* m_changed = nullptr;
    PaneSection* m_eventsSection = nullptr;
    QPushButton* m_allEvents = nullptr;
    LinesList* m_events = nullptr;
};

} // namespace sallyport::ui
