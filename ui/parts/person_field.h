#pragma once

#include <QHash>
#include <QLineEdit>
#include <QTimer>

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/id.h"

class QCompleter;
class QStandardItemModel;

namespace sallyport::ui {

class Console;

/// Somebody by name: what is typed is looked for among the users, and whoever is chosen below the field is meant. Empty means
/// nobody. Needs users:read.
class PersonField final : public QLineEdit {
    Q_OBJECT

public:
    PersonField(Console& console, const QString& objectName, QWidget* parent = nullptr);

    /// Somebody who is known already.
    void setPerson(const UserId& id, const QString& name);
    /// Whom it means, an empty id for nobody; nothing while what was typed is nobody's name.
    std::optional<UserId> person() const;

Q_SIGNALS:
    /// person() may be another one.
    void personChanged();
    void failed(const sallyport::Error& error);

private:
    void take(const QString& name);
    void lookUp();

    Console& m_console;
    QCompleter* m_completer;
    QStandardItemModel* m_found;
    QTimer m_wait;
    QHash<QString, UserId> m_ids; ///< by what stands in the list
    UserId m_person;
    QString m_name; ///< of m_person, as it stands in the field
};

} // namespace sallyport::ui
