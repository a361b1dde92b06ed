#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/providers/identity_providers.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class PasswordField;
class RoleChecks;
class SegmentedControl;

/// Adds an identity provider, or changes one: who it is, what a first sign-in does, what counts as a second factor. The
/// client secret goes in only, it never comes out.
class ProviderDialog final : public DialogFrame {
    Q_OBJECT

public:
    ProviderDialog(Console& console, std::optional<identity::IdentityProvider> provider, QWidget* parent);

Q_SIGNALS:
    /// Added or changed.
    void saved(const sallyport::identity::IdentityProvider& provider);

private:
    QWidget* makeProviderPage();
    QWidget* makePeoplePage();
    QWidget* makeTrustPage();
    void connectFields();
    void fill();
    void setTexts();
    void takePreset(int index);
    void checkNow();
    void updateState();
    bool wantsSecretAnew() const;
    identity::ProviderFields fields() const;
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    std::optional<identity::IdentityProvider> m_provider;
    SegmentedControl* m_parts;
    QStackedWidget* m_pages;
    Banner* m_failure;
    QComboBox* m_preset;
    Field* m_presetField = nullptr;
    QLineEdit* m_title;
    Field* m_titleField = nullptr;
    QLineEdit* m_name;
    Field* m_nameField = nullptr;
    QLineEdit* m_issuer;
    Field* m_issuerField = nullptr;
    QLineEdit* m_clientId;
    Field* m_clientIdField = nullptr;
    PasswordField* m_secret;
    Field* m_secretField = nullptr;
    QComboBox* m_authentication;
    Field* m_authenticationField = nullptr;
    QComboBox* m_first;
    Field* m_firstField = nullptr;
    QCheckBox* m_trustEmail;
    QLabel* m_rolesLabel;
    RoleChecks* m_roles;
    QPlainTextEdit* m_rules;
    Field* m_rulesField = nullptr;
    QCheckBox* m_eachTime;
    QComboBox* m_algorithms;
    Field* m_algorithmsField = nullptr;
    QLineEdit* m_amr;
    Field* m_amrField = nullptr;
    QLineEdit* m_acr;
    Field* m_acrField = nullptr;
    QPlainTextEdit* m_returnUrls;
    Field* m_returnUrlsField = nullptr;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
