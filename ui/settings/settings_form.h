#pragma once

#include "ui/console/console.h"
#include "ui/settings/settings_draft.h"
#include "ui/unsaved/unsaved_work.h"

#include <QObject>

#include <map>
#include <string>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class ElideLabel;
class Field;
class IconLabel;
class SettingField;
class SettingInput;
class Surface;

/// A part of a page: title and sentence at its side, fields in a column.
struct FormRegion {
    QWidget* widget = nullptr;
    QLabel* title = nullptr;
    QLabel* sentence = nullptr;
    QWidget* fields = nullptr;
    QVBoxLayout* column = nullptr;
};
FormRegion makeFormRegion(QWidget* parent);

/// Fields of settings with the bar that saves them. What was typed is checked in place, kept until Save changes or Discard,
/// and saved all or none. The inputs are named `<prefix>.<key>`, the bar `<prefix>.unsaved`.
class SettingsForm final : public QObject, public UnsavedWork {
    Q_OBJECT

public:
    SettingsForm(Console& console, QString prefix, QWidget* panel);

    /// Who may change these settings, and by which call, where that isn't settings:update and Settings::change. Before add().
    using Save = Result<void> (*)(settings::Settings& settings, const access::Actor& actor,
                                  const std::vector<std::pair<std::string, std::string>>& changes);
    void setSave(access::Permission permission, Save saveBy);

    /// A field for a setting, with what is known by now; nothing if there is no such setting.
    SettingField* add(std::string_view key, QWidget* parent);
    /// The bar, hidden while there is nothing to save.
    Surface* bar() const { return m_bar; }
    void setTexts();
    void setUnit(const std::string& key, const QString& unit);
    /// Reads the settings again; what was typed stays.
    void load();
    /// As if the operator had typed it.
    void type(const std::string& key, const QString& text);
    void save();
    void discard();
    /// Gives what was saved last the values that it had before; nothing if nothing was.
    void undo();

    const SettingsDraft& draft() const { return m_draft; }
    QString unsavedWork() const override;
    SettingInput* input(const std::string& key) const;
    Field* field(const std::string& key) const;
    SettingField* row(const std::string& key) const;
    std::vector<std::string> keys() const;
    /// How many of these settings have another value than the product's own, with what was typed.
    int differing(const std::vector<std::string_view>& keys) const;

Q_SIGNALS:
    /// The draft or its state changed.
    void changed();
    /// Save changes was pressed; who listens asks what must be asked and calls save().
    void saveRequested();
    void saved(bool needsRestart);
    /// What undo() asked for is done.
    void undone();
    void undoFailed(const sallyport::Error& error);

private:
    struct Entry {
        SettingInput* input = nullptr;
        Field* field = nullptr;
        SettingField* row = nullptr;
    };

    void makeBar(QWidget* panel);
    void loadEntry(const std::string& key, const Entry& entry);
    void showEntry(const std::string& key, const Entry& entry, const std::map<std::string, FieldError>& problems);
    void takeEdit(const std::string& key);
    void showDraft();
    void showBar(bool problems);
    QString changesText() const;
    void reset(const std::string& key);
    void takeSaved(const Result<void>& result, bool needsRestart);

    Console& m_console;
    bool mayChange() const;

    QString m_prefix;
    access::Permission m_permission = access::Permission::SettingsUpdate;
    Save m_saveBy;
    std::vector<std::pair<std::string, std::string>> m_undo; ///< what the last save changed, as it was before
    SettingsDraft m_draft;
    std::map<std::string, Entry> m_entries;
    Surface* m_bar = nullptr;
    ElideLabel* m_barText = nullptr;
    QLabel* m_barDetail = nullptr;
    IconLabel* m_barIcon = nullptr;
    Surface* m_barState = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
    Error m_saveError;
    bool m_hasSaveError = false;
    bool m_hasTexts = false, m_loaded = false;
    bool m_saving = false;
    std::string m_lastEdited; ///< its key
};

} // namespace sallyport::ui
