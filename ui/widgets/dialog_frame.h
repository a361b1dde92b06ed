#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"
#include "ui/unsaved/unsaved_work.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class IconLabel;
class Scrim;

/// The frame of every dialog: 480 to 680 px wide, a head with title and close, a body, a raised foot with the primary
/// button last, and a flat shade over the window below. Opened with open() or show(), never with exec(). Escape and the close
/// mark ask before what was entered goes; its Cancel doesn't: it says so.
class DialogFrame : public QDialog, public UnsavedWork {
    Q_OBJECT

public:
    explicit DialogFrame(const QString& objectName, QWidget* parent, int width = 560);
    ~DialogFrame() override;

    void setTitle(const QString& title);
    /// Where the dialog's content goes; it has the insets already.
    QVBoxLayout* body() const { return m_body; }
    /// A muted note at the leading end of the foot (`Closes by itself in 1:42`); empty: none.
    void setFootNote(Icon icon, const QString& note);
    /// A button at the trailing end of the foot; the primary one is added last and answers Enter.
    void addButton(QPushButton* button);
    /// A button at the leading end of the foot (`Back`).
    void addLeadingButton(QPushButton* button);
    /// Takes away the close mark and Escape: for what must be finished.
    void setClosable(bool closable);
    /// What is entered here is nothing to miss (a search, a confirming word): it closes at once.
    void setAsksToDiscard(bool asks) { m_asksToDiscard = asks; }

    /// Something else is entered than when the operator began.
    bool isChanged() const;
    bool isAskingToDiscard() const;
    /// The dialog's title, while something is entered.
    QString unsavedWork() const override;

    void reject() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    /// A number for what is entered. A dialog that shows one of several entries at a time counts all of them instead.
    virtual std::size_t entered() const;
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    QWidget* makeQuestion();
    /// Closes, after a question if something was entered; asked already, stays.
    void leave();
    void askToDiscard();
    void keepEditing();
    void fit();
    void placeFocus();
    void centre();

    int m_centredHeight = 0;

    QLabel* m_title;
    QPushButton* m_close;
    QVBoxLayout* m_body;
    IconLabel* m_noteIcon;
    QLabel* m_note;
    QHBoxLayout* m_foot;
    QWidget* m_headBox = nullptr;
    QWidget* m_footBox = nullptr;
    QWidget* m_question = nullptr; ///< in the foot's place
    QPushButton* m_keep = nullptr;
    QPointer<QWidget> m_askedAt;        ///< had the keyboard
    std::optional<std::size_t> m_begun; ///< what was entered before the operator did anything
    QPointer<Scrim> m_scrim;
    QPointer<QWidget> m_placed; ///< what this gave the keyboard to
    bool m_walked = false;      ///< the operator went on by Tab
    bool m_closable = true;
    bool m_asksToDiscard = true;
};

} // namespace sallyport::ui
