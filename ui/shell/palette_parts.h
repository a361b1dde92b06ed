#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace sallyport::ui {

/// The palette's field. It lies on the header's search field and looks like it, but for the ring: glass and text keep their
/// pixels. At its end the number of what was found, and how to leave.
class PaletteField final : public QWidget {
    Q_OBJECT

public:
    explicit PaletteField(QWidget* parent);

    QLineEdit* edit() const { return m_edit; }
    void setCount(const QString& count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();

    QLineEdit* m_edit;
    QString m_count;
};

/// The keys that work now, each with what it does.
class PaletteFooter final : public QWidget {
    Q_OBJECT

public:
    explicit PaletteFooter(QWidget* parent);

    struct Hint {
        QStringList keys;
        QString text;
    };
    void setHints(const QList<Hint>& hints);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Hint> m_hints;
};

} // namespace sallyport::ui
