#pragma once

#include "ui/look/tokens.h"

#include <QList>
#include <QWidget>

namespace sallyport::ui {

/// Named amounts as horizontal bars with the number at the trailing edge: refusals by stage.
class BarList final : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString name;
        double value = 0;
        Token fill = Token::ChartRefused;
    };

    explicit BarList(const QString& objectName, QWidget* parent = nullptr);
    void setEntries(const QList<Entry>& entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Entry> m_entries;
};

} // namespace sallyport::ui
