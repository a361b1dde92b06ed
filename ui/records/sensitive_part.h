#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/record.h"
#include "ui/widgets/clipboard_guard.h"

class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class Console;
class KeyValueGrid;
class PaneSection;

/// The sensitive members of a record: dots, as many for each, until the operator shows them with a code of their own. What is
/// shown is masked again after a minute, when another record or none is shown, and when the vault locks or the session ends; it
/// gets to the clipboard for half a minute only.
class SensitivePart final : public QWidget {
    Q_OBJECT

public:
    static constexpr int shownSeconds = 60;

    SensitivePart(Console& console, PaneSection* section);
    ~SensitivePart() override;

    /// Another record, or the same as it is now; masked if it is another or was changed.
    void setRecord(const records::Record& record);
    bool isShown() const { return m_left > 0; }
    /// Masks at once; an answer that is under way isn't shown any more.
    void mask();
    /// How long a second is, for tests.
    void setSecond(std::chrono::milliseconds second) { m_second.setInterval(second); }

Q_SIGNALS:
    void failed(const sallyport::Error& error);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void setTexts();
    void showState();
    void showMembers(const records::ShownRecord* shown);
    void forget();
    void reveal();
    void show(const records::ShownRecord& shown);
    void tick();

    Console& m_console;
    PaneSection* m_section;
    QPushButton* m_button;
    QVBoxLayout* m_column;
    KeyValueGrid* m_grid = nullptr;
    class ElideLabel* m_note = nullptr; ///< of m_grid
    std::vector<class ElideLabel*> m_values;
    ClipboardGuard m_clipboard;
    std::optional<records::RecordId> m_id;
    std::int64_t m_version = 0;
    std::vector<std::string> m_names;
    QTimer m_second;
    int m_left = 0;
    int m_asked = 0; ///< which question may still be answered
    bool m_busy = false;
};

} // namespace sallyport::ui
