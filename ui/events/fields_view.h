#pragma once

#include "backend/audit/event.h"

#include <QWidget>

class QGridLayout;

namespace sallyport::ui {

/// Every field of an event with its name; texts can be selected and copied.
class FieldsView final : public QWidget {
    Q_OBJECT

public:
    explicit FieldsView(QWidget* parent = nullptr);
    void setEvent(const audit::Event& event);

private:
    void addField(const QString& name, const QString& value, bool mono = false);
    void addHeading(const QString& text);

    QGridLayout* m_grid;
};

} // namespace sallyport::ui
