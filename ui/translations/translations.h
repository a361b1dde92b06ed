#pragma once

namespace sallyport::ui {

/// Makes :/i18n/sallyport_<language>.qm available; once, before the first language is set.
void initTranslations();

} // namespace sallyport::ui
