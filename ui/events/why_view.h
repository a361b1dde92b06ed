#pragma once

#include "ui/events/event_trace.h"

#include <QWidget>

class QVBoxLayout;

namespace sallyport::ui {

/// Why a request was refused: each stage with a tick, cross or dash, what it saw and how long it took. The one that
/// refused stands on a tint with its reason and buttons to what decides it.
class WhyView final : public QWidget {
    Q_OBJECT

public:
    explicit WhyView(QWidget* parent = nullptr);

    void setEvent(const audit::Event& event);
    /// True if there is something to explain: stages or a reason.
    static bool explains(const audit::Event& event);

Q_SIGNALS:
    void actionRequested(const QString& panel, const QString& argument);

private:
    QWidget* makeRefusal(const audit::Event& event, const StageLine& stage);
    QWidget* makeHelp(const QString& help);

    QVBoxLayout* m_column;
};

} // namespace sallyport::ui
