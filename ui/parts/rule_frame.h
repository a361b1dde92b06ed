#pragma once

#include "ui/console/console.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dialog_frame.h"

namespace sallyport::ui {

class Banner;

/// What the dialogs that make or change a rule have in common: above the fields what went wrong, below them Cancel and the button
/// that saves. Saving shows its ring, asks for a second factor where the service does, and closes the dialog when it is done.
class RuleFrame : public DialogFrame {
    Q_OBJECT

public:
    ~RuleFrame() override;

protected:
    /// The parts are named after the dialog: `NAME.failure`, `NAME.cancel`, `NAME.SAVE`.
    RuleFrame(Console& console, const QString& name, QWidget* parent, int width = 560,
              const QString& saveName = QStringLiteral("save"));

    Console& console() const { return m_console; }
    QPushButton* saveButton() const { return m_save; }
    Banner* failure() const { return m_failure; }
    /// Also what Cancel is called.
    void setSaveText(const QString& text);

    /// Save was pressed, or is tried again after a second factor: calls save().
    virtual void submit() = 0;
    /// The service refused: says so at its field, or in failure().
    virtual void showFailure(const Error& error) = 0;
    /// Whether Save can be pressed now.
    virtual void updateState() {}

    /// Runs `work` as Console::run does; `done` is told what it answered, when the dialog is closed.
    template <typename Work, typename Done>
    void save(Work work, Done done)
    {
        begin();
        m_console.run(this, std::move(work), [this, done = std::move(done)](const auto& saved) {
            setButtonBusy(m_save, false);
            updateState();
            if (!saved && wantsStepUp(saved.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!saved)
                return showFailure(saved.error());
            accept();
            done(*saved);
        });
    }

private:
    void begin();

    Console& m_console;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
