#pragma once

#include <QWidget>

class QPushButton;

namespace sallyport::ui {

class Banner;

/// Above the panels while a change of the operator's own access waits to be confirmed: what it was, how long it is until it is
/// taken back, and the two ways to end that. Knows no service.
class ChangeBanner final : public QWidget {
    Q_OBJECT

public:
    explicit ChangeBanner(QWidget* parent = nullptr);

    /// Empty: nothing waits. Screen readers are told when it appears, and once more shortly before the end.
    void setChange(const QString& what, int secondsLeft);
    QString change() const { return m_what; }

Q_SIGNALS:
    void keepRequested();
    void takeBackRequested();

private:
    void setTexts();
    void speak();

    Banner* m_banner;
    QPushButton* m_keep;
    QPushButton* m_takeBack;
    QString m_what;
    int m_left = 0;
};

} // namespace sallyport::ui
