#pragma once

#include <QTimer>

#include <QWidget>

#include <chrono>

class QPushButton;

namespace sallyport::ui {

class ElideLabel;

/// Bars where rows will be. Shown only when it takes more than 200 ms; until then the place stays calm.
class LoadingState final : public QWidget {
    Q_OBJECT

public:
    explicit LoadingState(const QString& objectName, QWidget* parent = nullptr);

    /// What is being loaded (`Loading 2,410 events`).
    void setText(const QString& text);
    void setCancelVisible(bool visible);
    void setDelay(std::chrono::milliseconds delay) { m_wait.setInterval(delay); }
    bool isShowingBars() const { return m_bars; }

Q_SIGNALS:
    void cancelRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setBars(bool bars);

    ElideLabel* m_text;
    QPushButton* m_cancel;
    QWidget* m_head;
    QTimer m_wait;
    bool m_bars = false;
    bool m_cancelVisible = false;
};

} // namespace sallyport::ui
