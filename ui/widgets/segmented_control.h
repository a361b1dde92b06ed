#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace sallyport::ui {

/// A few choices side by side of which one is taken: `1 hour | 24 hours | 7 days`. Arrow keys move between them.
class SegmentedControl final : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(const QString& objectName, QWidget* parent = nullptr);

    /// Adds a choice; `name` is its objectName after the control's own (`range.hour`). Returns its index.
    int addSegment(const QString& name);
    void setSegmentText(int index, const QString& text);
    int current() const { return m_current; }
    void setCurrent(int index);
    /// None is chosen: what is in force isn't known yet. current() is -1 then.
    void setNone();
    /// By the name it was added with; -1 if there is none.
    int indexOf(const QString& name) const;
    int count() const { return static_cast<int>(m_segments.size()); }

Q_SIGNALS:
    void currentChanged(int index);

private:
    QHBoxLayout* m_row;
    QList<QAbstractButton*> m_segments;
    int m_current = 0;
};

} // namespace sallyport::ui
