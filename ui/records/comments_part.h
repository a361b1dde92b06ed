#pragma once

#include <QHash>
#include <QUrl>
#include <QWidget>

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/comments.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class Console;
class PaneSection;

/// What people have said about a record, the oldest first: only what the sanitiser has left. What it took out of one's own words
/// is told beside them.
class CommentsPart final : public QWidget {
    Q_OBJECT

public:
    CommentsPart(Console& console, PaneSection* section);

    /// Another record, or the same as it is now: reads its comments.
    void setRecord(const records::RecordId& id);
    const std::optional<records::RecordId>& record() const { return m_id; }
    /// Somebody has just written this one.
    void take(const records::WrittenComment& written);

Q_SIGNALS:
    void failed(const sallyport::Error& error);

private:
    /// `1 script removed`, `3 things removed`.
    static QString removedWords(const std::vector<records::RemovedMarkup>& removed);
    void setTexts();
    void load();
    void showComments();
    QWidget* makeRow(const records::Comment& comment, int number);
    QWidget* makeHead(const records::Comment& comment, int number, const QList<QUrl>& links, QWidget* row);
    void openMenu(QPushButton* anchor, const records::Comment& comment, const QList<QUrl>& links);
    void edit(const records::Comment& comment);
    void askRemoval(const records::Comment& comment);
    void askLink(const QUrl& target);

    Console& m_console;
    PaneSection* m_section;
    QLabel* m_notice;
    QVBoxLayout* m_column;
    std::optional<records::RecordId> m_id;
    records::CommentPage m_page;
    std::optional<Error> m_error;
    QHash<QString, QString> m_removed; ///< by id of what the operator wrote: what was taken out of it
};

} // namespace sallyport::ui
