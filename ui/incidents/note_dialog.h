#pragma once

#include "ui/widgets/dialog_frame.h"

#include <functional>

class QPlainTextEdit;

namespace sallyport::ui {

class Banner;
class Field;

/// A text about an incident: a note, or what it was when it is closed.
class NoteDialog final : public DialogFrame {
    Q_OBJECT

public:
    enum class Purpose { Note, Close };
    NoteDialog(Purpose purpose, const QString& incident, QWidget* parent);

    QString note() const;
    /// It could not be kept.
    void showFailure(const QString& why);

Q_SIGNALS:
    void submitted(const QString& text);

private:
    void setTexts();

    const Purpose m_purpose;
    const QString m_incident;
    Banner* m_failure;
    QPlainTextEdit* m_text;
    Field* m_field;
    QPushButton *m_cancel, *m_save;
};

} // namespace sallyport::ui
