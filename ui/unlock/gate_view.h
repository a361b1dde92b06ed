#pragma once

#include "ui/look/icons.h"

#include <QAbstractButton>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sallyport::ui {

class Language;

/// `Use the recovery key      ›`: a row of 36 px that leads somewhere.
class LinkRow final : public QAbstractButton {
    Q_OBJECT

public:
    LinkRow(Icon icon, const QString& objectName, QWidget* parent = nullptr);
    void setIcon(Icon icon);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
};

/// What unlock, sign-in and first run have in common: the arches of the gate, product and version at the leading top,
/// language and help at the trailing top, and a column of inputs in the middle that scrolls when there is no room.
class GateView : public QWidget {
    Q_OBJECT

public:
    explicit GateView(const QString& objectName, int columnWidth = 352, QWidget* parent = nullptr);

    /// `Sallyport 1.0`.
    void setVersion(const QString& version);
    /// Lets the language be chosen at the top; without one there is no such button.
    void setLanguage(Language* language);

    /// Under the heading: the vault was locked, or the session ended, by itself, and what wasn't saved on these panels is gone.
    void setLost(const QStringList& panels);

Q_SIGNALS:
    void helpRequested();

protected:
    QVBoxLayout* column() const { return m_column; }
    QWidget* columnWidget() const { return m_columnWidget; }
    /// Keeps the column's top where it is while its height changes from page to page, instead of centring it.
    void anchorTop(int px);
    /// Gate, title and a muted line, in the middle of the column.
    void addHeading();
    void setHeading(const QString& title, const QString& note);

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openLanguageMenu();
    void paintArches(QPainter* painter) const;

    QWidget* m_columnWidget;
    QVBoxLayout* m_column;
    QScrollArea* m_area;
    QLabel* m_version;
    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_lostNote = nullptr;
    QStringList m_lost;
    QPushButton* m_languageButton;
    QPushButton* m_help;
    QWidget* m_top;
    Language* m_language = nullptr;
};

} // namespace sallyport::ui
