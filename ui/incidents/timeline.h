#pragma once

#include "ui/look/icons.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace sallyport::ui {

/// What happened, one below the other, the newest last: time, icon, text, a muted line below; the icons are joined.
class Timeline final : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString time;
        QString exact; ///< tool tip
        Icon icon = Icon::None;
        Tone tone = Tone::Muted;
        QString text;
        QString note;
    };

    explicit Timeline(const QString& objectName, QWidget* parent = nullptr);
    void setEntries(const QList<Entry>& entries);

private:
    QVBoxLayout* m_column;
};

} // namespace sallyport::ui
