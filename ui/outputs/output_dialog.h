#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/outputs/destinations.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class PasswordField;

/// Adds a destination of events, or changes one. The secret goes in only, it never comes out.
class OutputDialog final : public DialogFrame {
    Q_OBJECT

public:
    OutputDialog(Console& console, std::optional<outputs::Destination> destination, QWidget* parent);

Q_SIGNALS:
    /// Added or changed.
    void saved(const sallyport::outputs::Destination& destination);

private:
    void build();
    void connectFields();
    void fill();
    void setTexts();
    void setKindTexts();
    void takeKind();
    void fillFormats();
    void updateState();
    bool wantsSecretAnew() const;
    outputs::DestinationKind kind() const;
    outputs::DestinationFields fields() const;
    void chooseCertificate();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    std::optional<outputs::Destination> m_destination;
    Banner* m_failure;
    QComboBox* m_kind;
    Field* m_kindField = nullptr;
    QLineEdit* m_name;
    Field* m_nameField = nullptr;
    QLineEdit* m_target;
    Field* m_targetField = nullptr;
    QLineEdit* m_filter;
    Field* m_filterField = nullptr;
    QComboBox* m_format;
    Field* m_formatField = nullptr;
    QLineEdit* m_sender;
    Field* m_senderField = nullptr;
    QLineEdit* m_recipients;
    Field* m_recipientsField = nullptr;
    QLineEdit* m_account;
    Field* m_accountField = nullptr;
    PasswordField* m_secret;
    Field* m_secretField = nullptr;
    QLineEdit* m_certificate; ///< a file
    QPushButton* m_choose;
    Field* m_certificateField = nullptr;
    QCheckBox* m_bare; ///< no certificate from now on
    QSpinBox* m_size;
    Field* m_sizeField = nullptr;
    QSpinBox* m_keep;
    Field* m_keepField = nullptr;
    QCheckBox* m_beginning;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
