#pragma once

#include <QWidget>

class QBoxLayout;

namespace sallyport::ui {

class Surface;

/// Two columns of sections with a hairline between; the trailing one below the other where there is no room for both.
class TwoColumns final : public QWidget {
    Q_OBJECT

public:
    explicit TwoColumns(QWidget* parent = nullptr);

    /// Each has a QVBoxLayout.
    QWidget* leading() const;
    QWidget* trailing() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_row;
    Surface *m_leading, *m_trailing;
};

} // namespace sallyport::ui
