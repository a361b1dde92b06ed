#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/result.h"
#include "backend/records/record.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class MemberRows;
class PersonField;

/// Adds a record, or changes one: only what the operator has changed is sent, so that what somebody else changes meanwhile stays;
/// if it was changed, they are told and can take that over.
class RecordDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `record` is the one that is changed, with its text.
    RecordDialog(Console& console, std::optional<records::Record> record, QWidget* parent);

Q_SIGNALS:
    /// Added or changed.
    void saved(const sallyport::records::Record& record);

private:
    void build();
    void fill();
    void setTexts();
    void updateState();
    void submit();
    void add();
    void change();
    void take(const Result<records::Record>& saved);
    void showFailure(const Error& error);
    void takeOver();
    void merge(const records::Record& now);
    records::RecordPatch patch() const;
    std::optional<std::string> department() const;
    records::Classification classification() const;

    Console& m_console;
    std::optional<records::Record> m_record;
    QLineEdit* m_title;
    PersonField* m_owner;
    QLineEdit* m_department;
    QComboBox* m_classification;
    QPlainTextEdit* m_text;
    MemberRows* m_members;
    Field* m_titleField;
    Field* m_ownerField;
    Field* m_departmentField;
    Field* m_classificationField;
    Field* m_textField;
    Banner* m_failure;
    QPushButton* m_takeOver;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
