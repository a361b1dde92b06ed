#include "ui/console/panel.h"

// The class is whole in its header; this unit gives its meta object a home.
