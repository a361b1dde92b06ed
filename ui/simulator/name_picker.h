#pragma once

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::ui {

class SuggestionPopup;

/// Something that is chosen by its name.
struct NameChoice {
    std::string id;
    QString name;
    QString note; ///< `Radiology`
};

/// A field in which a name is typed and one of those that there are is chosen. Down or Ctrl+Space lists them; what is typed and
/// not chosen goes when the field is left.
class NamePicker final : public QLineEdit {
    Q_OBJECT

public:
    using Found = std::function<void(std::vector<NameChoice>)>;
    /// Looks for names with this text in them, and calls `found` on this thread, now or later.
    using Ask = std::function<void(const QString& text, Found found)>;

    NamePicker(const QString& objectName, Ask ask, QWidget* parent = nullptr);
    ~NamePicker() override;

    /// Shows a choice without telling.
    void setChoice(std::optional<NameChoice> choice);
    const std::optional<NameChoice>& choice() const { return m_choice; }
    SuggestionPopup* popup() const;

Q_SIGNALS:
    /// Another was chosen, or none: the field was emptied.
    void chosen();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;
    /// Tab takes the choice while the list is open.
    bool focusNextPrevChild(bool next) override;

private:
    void look();
    void take(const NameChoice& choice);
    void takeCurrent();

    Ask m_ask;
    QPointer<SuggestionPopup> m_popup;
    std::vector<NameChoice> m_found;
    std::optional<NameChoice> m_choice;
    QTimer m_wait;
    int m_asked = 0;
};

} // namespace sallyport::ui
