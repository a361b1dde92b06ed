#pragma once

#include <QWidget>

#include <functional>
#include <optional>

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sallyport::ui {

class Banner;
class Console;
class IconLabel;

/// “Allow here”: an exclusion made from a hit, the narrowest choice set; it says how many hits of the last week would pass, and
/// who sent them, before anything is saved.
class AllowCard final : public QWidget {
    Q_OBJECT

public:
    explicit AllowCard(Console& console, QWidget* parent = nullptr);

    void open(const protection::DetectionHit& hit);
    bool isOpen() const { return isVisible(); }

Q_SIGNALS:
    void allowed(const QString& what);
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void setTexts();
    void ask();
    void showPreviews();
    void save();
    protection::NewExclusion exclusion(bool wholeClass) const;

    Console& m_console;
    QLabel *m_title, *m_step, *m_what;
    QRadioButton *m_rule, *m_class;
    QLabel *m_rulePass, *m_classPass;
    IconLabel* m_whoIcon;
    QLabel* m_who;
    QLineEdit* m_reason;
    Banner* m_failure;
    QPushButton *m_allow, *m_cancel;
    QLabel* m_review;
    protection::DetectionHit m_hit;
    std::optional<protection::ExclusionPreview> m_ofRule, m_ofClass;
    int m_asked = 0;
};

} // namespace sallyport::ui
