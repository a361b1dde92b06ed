#pragma once

#include "ui/look/icons.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpacerItem;
class QVBoxLayout;

namespace sallyport::ui {

class IconLabel;

/// What stands where a list would be while it is empty: icon, fact, why, numbered steps, actions, help.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString& objectName, QWidget* parent = nullptr);

    void setIcon(Icon icon);
    void setTexts(const QString& title, const QString& why);
    struct Step {
        QString title;
        QString note;
    };
    void setSteps(const QList<Step>& steps);
    /// Primary first, then secondary.
    void addAction(QPushButton* button);

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_why;
    QWidget* m_steps;
    QVBoxLayout* m_stepsColumn;
    QSpacerItem* m_afterSteps = nullptr;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_column;
};

/// A circle with a number, for steps; filled when it is the step at hand.
class StepMark final : public QWidget {
    Q_OBJECT

public:
    explicit StepMark(int number, QWidget* parent = nullptr);
    void setState(bool current, bool done);
    QSize sizeHint() const override { return {20, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    bool m_current = false;
    bool m_done = false;
};

} // namespace sallyport::ui
