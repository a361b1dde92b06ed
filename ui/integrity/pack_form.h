#pragma once

#include "ui/console/console.h"
#include "ui/parts/long_work.h"

#include <QWidget>

#include "backend/journal/evidence.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class Banner;
class Field;
class ProgressRow;

/// What a new evidence pack is to hold, how far it is, and how it ended.
class PackForm final : public QWidget {
    Q_OBJECT

public:
    explicit PackForm(Console& console, QWidget* parent = nullptr);

    void refresh();
    void make();
    bool isRunning() const { return m_work.isRunning(); }
    Banner* result() const { return m_result; }

Q_SIGNALS:
    void made(const QString& id);

private:
    void build();
    void setTexts();
    void showWork();
    void take(const Result<journal::EvidencePack>& pack);

    Console& m_console;
    LongWork m_work;
    QLineEdit* m_since;
    QLineEdit* m_until;
    QLineEdit* m_filter;
    Field *m_sinceField, *m_untilField, *m_filterField;
    QPushButton* m_make;
    ProgressRow* m_progress;
    Banner* m_result;
    std::function<void()> m_resultTexts;
};

} // namespace sallyport::ui
