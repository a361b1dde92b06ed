#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;

namespace sallyport::ui {

class StepMark;

/// `(1) Scan and confirm ——— (2) Save recovery codes ——— (3) Done`.
class StepRow final : public QWidget {
    Q_OBJECT

public:
    explicit StepRow(int steps, QWidget* parent = nullptr);
    void setTitles(const QStringList& titles);
    /// The step at hand; those before it are done.
    void setCurrent(int step);

private:
    QList<StepMark*> m_marks;
    QList<QLabel*> m_labels;
    int m_current = 0;
};

} // namespace sallyport::ui
