#pragma once

#include "ui/console/panel.h"

#include <map>
#include <string>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sallyport::ui {

class Banner;
class SigningKeyBox;
class ElideLabel;
class Field;
class PageHeader;
class SettingInput;
class SettingsDraft;
class SettingsForm;
class StateStack;
class Toast;

/// All settings in groups. What was typed is checked in place, kept until Save changes or Discard, and saved all or
/// none; a change that waits for the server's next start says so.
class SettingsPanel final : public Panel {
    Q_OBJECT

public:
    explicit SettingsPanel(Console& console, QWidget* parent = nullptr);

    /// `argument` is the key of a setting to show.
    void activate(const QString& argument) override;
    void refresh() override;

    const SettingsDraft& draft() const;
    SettingInput* input(const std::string& key) const;
    Field* field(const std::string& key) const;
    bool isUnsavedBarVisible() const;
    bool isRestartBannerVisible() const;

private:
    void build();
    QWidget* makeGroup(const struct SettingGroup& group);
    QWidget* makeCertificate();
    QWidget* makePassphrase();
    void setTexts();
    void setUnits();
    void load();
    void showWarning();
    void askAndSave();
    void takeSaved(bool needsRestart);
    void restartServer();
    void showServer();
    void reveal(const std::string& key);

    SettingsForm* m_form = nullptr;
    std::map<std::string, std::pair<QLabel*, QLabel*>> m_groupTexts; ///< title and sentence by id
    PageHeader* m_header = nullptr;
    StateStack* m_states = nullptr;
    QScrollArea* m_area = nullptr;
    QVBoxLayout* m_column = nullptr;
    Banner* m_restart = nullptr;
    QPushButton* m_restartButton = nullptr;
    Field* m_fingerprintField = nullptr;
    Field* m_expiryField = nullptr;
    ElideLabel* m_fingerprint = nullptr;
    ElideLabel* m_expiry = nullptr;
    QPushButton* m_copyFingerprint = nullptr;
    SigningKeyBox* m_signingKey = nullptr;
    QPushButton* m_changePassphrase = nullptr;
    QLabel* m_passphraseText = nullptr;
    Toast* m_toast = nullptr;
    bool m_restartNeeded = false;
    UtcTime m_startedAt;
};

} // namespace sallyport::ui
