#pragma once

#include "ui/unsaved/unsaved_work.h"
#include "ui/widgets/clipboard_guard.h"

#include <QTimer>
#include <QWidget>

#include <functional>

#include "backend/identity/core/api_key.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class IconLabel;

/// Asks where to save and calls back with the file, or not at all.
using SaveChooser = std::function<void(QWidget* parent, const QString& suggested, std::function<void(const QString&)> chosen)>;

/// A new key, shown this once: copy it, save it, say that it is stored. It stays until then; after two minutes it shows
/// dots, in case nobody is at the screen any more.
class NewKeyBanner final : public QWidget, public UnsavedWork {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds shownFor{120};

    NewKeyBanner(identity::IssuedKey issued, bool rotated, ClipboardGuard& clipboard, SaveChooser chooser,
                 QWidget* parent = nullptr);
    ~NewKeyBanner() override;

    const identity::ApiKey& key() const { return m_issued.key; }
    /// The key's secret, which nobody can show again.
    QString unsavedWork() const override;
    /// Writes key and secret to a file that only its user can read.
    bool saveTo(const QString& path) const;
    /// Shows dots from now on, until somebody asks to see the key again.
    void hideText();
    void focusCopy();

Q_SIGNALS:
    /// The operator has stored it: the banner may go.
    void stored();
    void saveFailed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        const SecretBytes* text = nullptr;
        QLabel* name = nullptr;
        QLineEdit* field = nullptr;
        QPushButton* copy = nullptr;
    };
    Line makeLine(const QString& objectName, const SecretBytes& text, bool primary);
    void setTexts();
    void showText();
    void fillFields();
    void tick();

    identity::IssuedKey m_issued;
    bool m_rotated;
    ClipboardGuard& m_clipboard;
    SaveChooser m_chooser;
    QList<Line> m_lines;
    QLabel* m_title;
    IconLabel* m_timerIcon;
    ElideLabel* m_countdown;
    QPushButton* m_show;
    QPushButton* m_save;
    QPushButton* m_stored;
    QLabel* m_note;
    QTimer m_tick;
    int m_left = static_cast<int>(shownFor.count());
    int m_copied = -1;
};

} // namespace sallyport::ui
