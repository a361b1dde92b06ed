#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace sallyport::ui {

/// A part of a condition as it is written, broken at && and ||, with what it gave.
struct ConditionLine {
    QString sign;   ///< what stands before it: `&&`, `(`, `|| (`
    QString text;   ///< as it is written, `)` behind it where brackets end
    QString values; ///< the same with what its attributes were; empty where there are none
    QString result; ///< `true`, `false`, an error; empty if it wasn't evaluated
    bool failed = false;
};

/// The lines of a condition from the parts of a trace. A condition that can't be read is one line.
QList<ConditionLine> conditionLines(const QString& condition, const QJsonArray& parts);

} // namespace sallyport::ui
