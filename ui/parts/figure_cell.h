#pragma once

#include "ui/look/surface.h"

class QHBoxLayout;
class QLabel;

namespace sallyport::ui {

class ElideLabel;

/// One number to read from afar: what it is, the number with its unit, a note, and something small beside it.
class FigureCell final : public Surface {
    Q_OBJECT

public:
    explicit FigureCell(const QString& objectName, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setFigure(const QString& number, const QString& unit);
    void setNote(const QString& note);
    /// A sparkline, a bar or a pill at the trailing edge of the number.
    void setAside(QWidget* aside);
    QString figure() const;
    QString note() const;

private:
    void nameIt();

    ElideLabel* m_title;
    QLabel* m_figure;
    QLabel* m_unit;
    ElideLabel* m_note;
    QHBoxLayout* m_row;
};

} // namespace sallyport::ui
