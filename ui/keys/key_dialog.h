#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/access/permission.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/error.h"
#include "backend/identity/core/api_key.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class OwnerField;
class PublicKeyField;
class ScopeChecks;

/// Creates an API key, or changes one: name, owner, scopes, end, limit, addresses, and of a new one what it proves itself by.
class KeyDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// A new key; `owner` is chosen beforehand if it isn't empty.
    KeyDialog(Console& console, const UserId& owner, QWidget* parent);
    /// Changes this one.
    KeyDialog(Console& console, identity::ApiKey key, QWidget* parent);

Q_SIGNALS:
    /// It may be moved from.
    void created(sallyport::identity::IssuedKey& issued);
    void saved(const sallyport::identity::ApiKey& key);

private:
    void build();
    void fillEnds();
    void fillWindows();
    void fillProofs();
    void showPublicKeyField();
    void setTexts();
    void showKey();
    void loadOwner();
    void updateState();
    void submit();
    void create();
    void change();
    std::optional<settings::RateLimit> rate() const;
    std::vector<std::string> addresses() const;
    void showFailure(const Error& error);

    Console& m_console;
    std::optional<identity::ApiKey> m_key;
    QLineEdit* m_name;
    Field* m_nameField;
    OwnerField* m_owner = nullptr;
    QLabel* m_scopesLabel;
    ScopeChecks* m_scopes;
    QLabel* m_scopesError;
    QComboBox* m_end;
    Field* m_endField;
    QLineEdit* m_requests;
    QComboBox* m_window;
    Field* m_limitField;
    QLineEdit* m_addresses;
    Field* m_addressesField;
    QComboBox* m_proof; ///< of a new key: how a program proves that it has it
    Field* m_proofField;
    PublicKeyField* m_publicKey;
    QScrollArea* m_form;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
