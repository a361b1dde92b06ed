#pragma once

#include <QWidget>

#include <vector>

#include "backend/protection/limits/rate_limits.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QGridLayout;
class QLabel;
class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class IconLabel;
class UsageBar;

/// Who uses a rule now: name, bar, number, and a link that lets them begin anew.
class HottestList final : public QWidget {
    Q_OBJECT

public:
    explicit HottestList(const QString& objectName, QWidget* parent = nullptr);

    /// `against`: why the operator may not reset.
    void setUses(const std::vector<protection::RateUse>& uses, const QString& against);
    /// One muted sentence instead.
    void setNotice(const QString& text);

Q_SIGNALS:
    void resetRequested(const sallyport::protection::RateCaller& caller);

private:
    struct Line {
        IconLabel* icon = nullptr;
        ElideLabel* name = nullptr;
        UsageBar* bar = nullptr;
        QLabel* number = nullptr;
        QPushButton* reset = nullptr;
    };
    void clear();
    void build(const std::vector<protection::RateUse>& uses);
    void show(const std::vector<protection::RateUse>& uses, const QString& against);

    QGridLayout* m_grid;
    std::vector<Line> m_lines;
    std::vector<protection::RateUse> m_uses;
    QString m_notice;
};

} // namespace sallyport::ui
