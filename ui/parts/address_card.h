#pragma once

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace sallyport::ui {

class Banner;

/// A card in the corner of the screen, over all windows, that tells of an address that was refused and what can be done about it.
/// It takes no keyboard, and goes by itself after a while unless the pointer rests on it.
class AddressCard final : public QWidget {
    Q_OBJECT

public:
    static constexpr int shownFor = 12'000; ///< ms

    AddressCard();

    struct Words {
        QString title, text;
        QString againstBan, againstAllow; ///< why the operator may not; empty if they may
    };
    void setWords(const Words& words);
    /// Shows it beside the tray's icon, or in the lower corner of the screen if that is nowhere.
    void showAt(const QRect& trayIcon);

Q_SIGNALS:
    void banRequested();
    void allowRequested();
    void openRequested();
    /// It has gone, by itself or by its close mark.
    void dismissed();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void setTexts();
    void dismiss();

    Banner* m_banner;
    QPushButton* m_ban;
    QPushButton* m_allow;
    QPushButton* m_open;
    QPushButton* m_close;
    QTimer m_goes;
};

} // namespace sallyport::ui
