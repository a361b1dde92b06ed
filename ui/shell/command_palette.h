#pragma once

#include "ui/shell/palette_entry.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QStandardItemModel;

namespace sallyport::ui {

class PaletteField;
class PaletteFooter;

/// Opens over the search field of the header: type, choose with the arrow keys, Enter. What the window knows itself is there at
/// once; for the rest it asks (wanted), and what comes for a text that is no longer the one in the field is dropped.
class CommandPalette final : public QWidget {
    Q_OBJECT

public:
    /// A child of the window it covers; hidden at first.
    explicit CommandPalette(QWidget* window);

    /// Shows the palette with these entries, over `field`, if there is one, else in the middle above.
    void open(const QList<PaletteEntry>& entries, QWidget* field = nullptr);
    /// What was found for the text of that round.
    void take(quint64 round, const PaletteFindings& findings);
    int shownCount() const { return static_cast<int>(m_shown.size()); }

    bool eventFilter(QObject* watched, QEvent* event) override;

    static constexpr int shownOfEach = 3;    ///< of each group, once something is typed
    static constexpr int shortestSearch = 2; ///< characters that others are asked for
    static constexpr int searchDelay = 120;  ///< ms after the last key

Q_SIGNALS:
    /// Somebody else may know something that fits: people, keys, events.
    void wanted(const QString& text, quint64 round);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void setTexts();
    void filter();
    void ask();
    void show(const QString& text);
    QList<PaletteEntry> matching(PaletteGroup group, const QString& text, qint64* all) const;
    void showNothing(const QString& text);
    void place();
    void move(int step);
    void nextGroup();
    void showHints();
    void runCurrent(bool events);
    void closePalette();
    const PaletteEntry* current() const;
    void setCurrentRow(int row);

    PaletteField* m_field;
    QWidget* m_box;
    QListView* m_list;
    QLabel* m_nothing;
    PaletteFooter* m_footer;
    QStandardItemModel* m_model;
    QTimer m_askLater;
    QList<PaletteEntry> m_entries;
    PaletteFindings m_findings;
    QList<PaletteEntry> m_shown;
    quint64 m_round = 0;
    bool m_waiting = false; ///< for an answer of this round
    bool m_moved = false;   ///< the operator has chosen a row
    QPointer<QWidget> m_over;
    QPointer<QWidget> m_focusBefore;
};

} // namespace sallyport::ui
