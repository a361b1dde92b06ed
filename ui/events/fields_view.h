#pragma once

#include "backend/audit/event.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace sallyport::ui {

class Console;

/// Every field of an event with its name; texts can be selected and copied. From what has a panel of its own a link leads there,
/// and from what can be looked for to the events that have the same.
class FieldsView final : public QWidget {
    Q_OBJECT

public:
    explicit FieldsView(Console& console, QWidget* parent = nullptr);
    void setEvent(const audit::Event& event);

Q_SIGNALS:
    /// The reader wants to go there; the panel `events` with a filter is this one.
    void navigateRequested(const QString& panel, const QString& argument);

private:
    struct Link {
        QString text, panel, argument;
    };
    void addField(const QString& name, const QString& value, bool mono = false, const QList<Link>& links = {});
    /// To the events that have `key:value`, and to where the thing is looked after.
    QList<Link> linksOf(const QString& key, const std::string& value, const std::string& kind = {},
                        const std::string& id = {}) const;
    void addHeading(const QString& text);

    Console& m_console;
    QGridLayout* m_grid;
};

} // namespace sallyport::ui
