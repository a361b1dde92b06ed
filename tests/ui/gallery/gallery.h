#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace sallyport::ui {

/// Saves a picture of a widget at a size as FOLDER/NAME-SCHEME.png.
using Shoot = std::function<void(QWidget* widget, const QString& name, const QSize& size)>;

/// Users in the shell as pictured: list, filter bar, details pane.
QWidget* makeUsersSample(QWidget* parent);
/// Buttons, pills, fields, banners, states, charts on one sheet.
QWidget* makePartsSheet();
QWidget* makeChartsSheet();
/// Every icon with its name.
QWidget* makeIconsSheet();

} // namespace sallyport::ui
