#pragma once

#include "ui/look/theme.h"

/// The light look on the application, for as long as the test that holds it.
class LightLook {
public:
    LightLook() { m_theme.setMode(sallyport::ui::ThemeMode::Light); }

private:
    sallyport::ui::Theme m_theme;
};
