#pragma once

#include <QString>

#include <optional>
#include <string>

namespace sallyport::ui {

/// Where something that events tell about is looked after.
struct ObjectLink {
    QString panel;
    QString argument;
};

/// The panel for an actor or object of this kind (`user`, `api_key`, `role`...); nothing if there is none.
std::optional<ObjectLink> linkTo(const std::string& kind, const std::string& id, const std::string& name);

} // namespace sallyport::ui
