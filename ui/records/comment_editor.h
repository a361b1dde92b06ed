#pragma once

#include "ui/look/surface.h"
#include "ui/unsaved/unsaved_work.h"
#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/comments.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// The line at the foot of a record in which one writes.
class CommentLine final : public Surface, public UnsavedWork {
    Q_OBJECT

public:
    explicit CommentLine(Console& console, QWidget* parent = nullptr);
    /// Another record: what was typed for the other one goes.
    void setRecord(const records::RecordId& id);
    QString unsavedWork() const override;

Q_SIGNALS:
    void written(const sallyport::records::WrittenComment& comment);
    void failed(const sallyport::Error& error);

private:
    void setTexts();
    void updateState();
    void send();

    Console& m_console;
    std::optional<records::RecordId> m_id;
    QLineEdit* m_text;
    QPushButton* m_send;
};

/// Changes what one wrote.
class CommentDialog final : public DialogFrame {
    Q_OBJECT

public:
    CommentDialog(Console& console, records::Comment comment, QWidget* parent);

Q_SIGNALS:
    void written(const sallyport::records::WrittenComment& comment);

private:
    void setTexts();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    records::Comment m_comment;
    QPlainTextEdit* m_text;
    Field* m_field;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
