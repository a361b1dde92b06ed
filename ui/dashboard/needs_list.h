#pragma once

#include "ui/dashboard/needs.h"

#include <QWidget>

class QLabel;
class QPushButton;
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What of a row decides how high it is.
    struct Parts {
        QWidget* row;
        ElideLabel* title;
        ElideLabel* note;
        QPushButton* button;
    };
    void setTexts();
    /// Gives each row the height of its texts in this width.
    void fitRows();
    QWidget* makeRow(const Need& need, bool last);

    QLabel* m_title;
    QLabel* m_count;
    QWidget* m_quiet;
    ElideLabel* m_quietText;
    QVBoxLayout* m_rows;
    std::vector<Need> m_needs;
    std::vector<Parts> m_parts;
};

} // namespace sallyport::ui
