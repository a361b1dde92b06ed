#pragma once

#include "ui/console/panel.h"
#include "ui/settings/setting_groups.h"

#include <QTimer>

#include <map>
#include <string>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sallyport::ui {

class CertificateBox;
class RestartNote;
class SigningKeyBox;
class VaultBox;
class Field;
class FilterBar;
class SegmentedControl;
class SettingGroupView;
class SettingsIndex;
class PageHeader;
class SettingInput;
class SettingsDraft;
class SettingsForm;
class StateStack;
class Toast;

/// All settings in groups. What was typed is checked in place, kept until Save changes or Discard, and saved all or
/// none; a change that waits for the server's next start says so. The page opens with what is seen first; the fields of the
/// other groups are made one group after the other as soon as there is nothing else to do, or when somebody asks for them.
class SettingsPanel final : public Panel {
    Q_OBJECT

public:
    explicit SettingsPanel(Console& console, QWidget* parent = nullptr);

    /// `argument` is the key of a setting to show.
    void activate(const QString& argument) override;
    void refresh() override;

    const SettingsDraft& draft() const;
    SettingInput* input(const std::string& key);
    Field* field(const std::string& key);
    bool isUnsavedBarVisible() const;
    bool isRestartBannerVisible() const;
    SettingsIndex* index() const { return m_index; }
    SettingGroupView* group(const std::string& id);
    /// All groups are there.
    bool isFilled() const { return m_views.size() == m_groups.size(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    SettingGroupView* makeGroup(const SettingGroup& group);
    /// Makes the first so many groups: what isn't seen yet comes after the first picture.
    void fill(std::size_t groups);
    void fillAll() { fill(m_groups.size()); }
    QWidget* makeBody();
    FilterBar* makeToolbar();
    void setTexts();
    void setUnits();
    void load();
    void showDraft();
    void showTrayHint();
    void showGroups();
    void showSegments();
    void readLastChange();
    void goTo(int group);
    void followScroll();
    void arrangeColumns();
    void askAndSave();
    void takeSaved(bool needsRestart);
    void showServer();
    void reveal(const std::string& key);

    SettingsForm* m_form = nullptr;
    std::vector<SettingGroup> m_groups;
    std::vector<SettingGroupView*> m_views; ///< of the groups that have been made, which are the first
    QTimer m_filling;
    std::vector<QWidget*> m_lines; ///< above each group but the first; null for that
    FilterBar* m_filter = nullptr;
    SegmentedControl* m_which = nullptr;
    QLabel* m_lastChange = nullptr;
    SettingsIndex* m_index = nullptr;
    QPushButton* m_events = nullptr;
    QPushButton* m_clear = nullptr;
    QWidget* m_body = nullptr;
    StateStack* m_found = nullptr; ///< the groups, or that nothing matches
    PageHeader* m_header = nullptr;
    StateStack* m_states = nullptr;
    QScrollArea* m_area = nullptr;
    QVBoxLayout* m_column = nullptr;
    bool m_going = false; ///< the index leads, the page follows
    RestartNote* m_restart = nullptr;
    CertificateBox* m_certificate = nullptr;
    SigningKeyBox* m_signingKey = nullptr;
    VaultBox* m_vault = nullptr;
    Toast* m_toast = nullptr;
};

} // namespace sallyport::ui
