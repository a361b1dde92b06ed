#pragma once

#include "ui/dashboard/needs.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sallyport::ui {

class ElideLabel;

/// “Needs you”: the conditions of the moment, each with a button that leads to where it is dealt with.
class NeedsList final : public QWidget {
    Q_OBJECT

public:
    explicit NeedsList(QWidget* parent = nullptr);

    void setNeeds(const std::vector<Need>& needs);
    int count() const { return static_cast<int>(m_needs.size()); }

Q_SIGNALS:
    void taken(const sallyport::ui::Need& need);

private:
    void setTexts();
    QWidget* makeRow(const Need& need, bool last);

    QLabel* m_title;
    QLabel* m_count;
    QWidget* m_quiet;
    ElideLabel* m_quietText;
    QVBoxLayout* m_rows;
    std::vector<Need> m_needs;
};

} // namespace sallyport::ui
