#pragma once

#include "ui/look/icons.h"
#include "ui/look/surface.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVariant>

class QHBoxLayout;

namespace sallyport::ui {

/// A 28 px text field with an icon at its start; what the operator types arrives 150 ms after the last key.
class FilterField final : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterField(const QString& objectName, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void filterChanged(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTimer m_wait;
};

/// One choice of a FilterChip.
struct FilterOption {
    QVariant value;
    QString text;
};

/// `Any role ⌄`: a button that opens a menu of choices. The first choice means "any".
class FilterChip final : public QPushButton {
    Q_OBJECT

public:
    explicit FilterChip(const QString& objectName, QWidget* parent = nullptr);

    /// Sets the choices; the value stays if it is still among them, else the first one is taken.
    void setOptions(const QList<FilterOption>& options);
    QVariant value() const;
    void setValue(const QVariant& value);

Q_SIGNALS:
    void valueChanged(const QVariant& value);

private:
    void openMenu();
    void showCurrent();

    QList<FilterOption> m_options;
    qsizetype m_current = 0;
};

/// 48 px under the header: a text filter, chips, and tools at the trailing edge.
class FilterBar final : public Surface {
    Q_OBJECT

public:
    explicit FilterBar(const QString& objectName, QWidget* parent = nullptr);

    FilterField* field() const { return m_field; }
    FilterChip* addChip(const QString& objectName);
    /// Anything else after the chips.
    void addWidget(QWidget* widget);
    /// Tools at the trailing edge.
    void addTool(QWidget* widget);
    void addTool(QPushButton* button);

private:
    QHBoxLayout* m_row;
    FilterField* m_field;
    int m_leading = 1;
};

} // namespace sallyport::ui
