#pragma once

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/secret_bytes.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class PasswordField;

/// The sensitive members of a record in a form: a line each with its name and a new value, and a button that adds one. Values
/// that are stored are never in it: a line without a new value leaves them as they are.
class MemberRows final : public QWidget {
    Q_OBJECT

public:
    /// What the lines say.
    struct Wanted {
        std::map<std::string, std::optional<SecretBytes>> values; ///< new ones, by their names
        std::map<std::string, std::string> renamed; ///< from the old to the new name, with the value as it is stored
        std::vector<std::string> removed;
    };

    explicit MemberRows(QWidget* parent = nullptr);
    ~MemberRows() override;

    /// The members that there are; `mayRename` says why not, if they can't be called otherwise.
    void setMembers(const std::vector<std::string>& names, const QString& mayNotRename);
    Wanted wanted() const;
    /// Every line has a name of its own, and every new one a value.
    bool isComplete() const;
    /// Marks the line that an error is about; false if there is none.
    bool showError(const FieldError& error);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        std::string was; ///< empty: a new one
        QWidget* widget;
        QLineEdit* name;
        PasswordField* value;
        QPushButton* remove;
    };

    void addRow(const std::string& was);
    void removeRow(QWidget* widget);
    void setTexts();
    void setRowTexts(const Row& row) const;
    void showState();

    QLabel* m_label;
    QVBoxLayout* m_column;
    QLabel* m_error;
    QPushButton* m_add;
    std::vector<Row> m_rows;
    std::vector<std::string> m_removed;
    QString m_mayNotRename;
    int m_made = 0;
};

} // namespace sallyport::ui
