#pragma once

#include "ui/look/icons.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sallyport::ui {

/// One line of the palette.
struct PaletteEntry {
    QString title;
    QString group; ///< muted, at the trailing edge
    Icon icon = Icon::None;
    QString keys; ///< shortcut, shown as a keycap
    std::function<void()> run;
};

/// Opens over the search field of the header: type, choose with the arrow keys, Enter.
class CommandPalette final : public QWidget {
    Q_OBJECT

public:
    /// A child of the window it covers; hidden at first.
    explicit CommandPalette(QWidget* window);

    /// Shows the palette with these entries.
    void open(const QList<PaletteEntry>& entries);
    int shownCount() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void filter(const QString& text);
    void place();
    void move(int step);
    void runCurrent();
    void closePalette();

    QWidget* m_box;
    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
    QList<PaletteEntry> m_entries;
    QPointer<QWidget> m_focusBefore;
};

} // namespace sallyport::ui
