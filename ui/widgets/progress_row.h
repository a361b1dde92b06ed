#pragma once

#include <QWidget>

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class MeterBar;

/// A bar, what is going on (`62 %, about 40 s left`) and Cancel.
class ProgressRow final : public QWidget {
    Q_OBJECT

public:
    explicit ProgressRow(const QString& objectName, QWidget* parent = nullptr);
    /// `share` 0 to 1.
    void setProgress(double share, const QString& text);
    void setCancelVisible(bool visible);

Q_SIGNALS:
    void cancelRequested();

private:
    MeterBar* m_bar;
    ElideLabel* m_text;
    QPushButton* m_cancel;
};

} // namespace sallyport::ui
