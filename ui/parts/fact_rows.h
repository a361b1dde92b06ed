#pragma once

#include "ui/look/icons.h"
#include "ui/look/text_style.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace sallyport::ui {

/// Short facts in rows and columns, painted: requests, signals, callers. To be read, not to be worked with; a reader hears the
/// rows one after the other.
class FactRows final : public QWidget {
    Q_OBJECT

public:
    struct Column {
        int width = 0; ///< pixels at 100 %; 0: what is left
        bool trailing = false;
    };
    struct Cell {
        QString text;
        TextStyle style = TextStyle::Body;
        Tone tone = Tone::Normal;
        Icon icon = Icon::None;         ///< instead of the text
        std::optional<Token> mark = {}; ///< a small square instead of the text
    };
    using Row = QList<Cell>;

    /// Rows of `height` pixels at 100 %; at most one column takes what is left.
    FactRows(const QString& objectName, const QList<Column>& columns, int height, QWidget* parent = nullptr);

    void setRows(const QList<Row>& rows);
    int count() const { return static_cast<int>(m_rows.size()); }
    /// The words of a row, between commas.
    QString textOf(int row) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowHeight() const;
    int widthOf(int column, int row) const;
    bool isCut(int row) const;

    QList<Column> m_columns;
    QList<Row> m_rows;
    int m_height;
};

} // namespace sallyport::ui
