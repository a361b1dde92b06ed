#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QDialog>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class IconLabel;
class Scrim;

/// The frame of every dialog: 480 to 680 px wide, a head with title and close, a body, a raised foot with the primary
/// button last, and a flat shade over the window below. Opened with open() or show(), never with exec().
class DialogFrame : public QDialog {
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

    void reject() override;

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
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
    QPointer<Scrim> m_scrim;
    QPointer<QWidget> m_placed; ///< what this gave the keyboard to
    bool m_walked = false;      ///< the operator went on by Tab
    bool m_closable = true;
};

} // namespace sallyport::ui
