#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <Qt>
#include <functional>

namespace sallyport::ui {

/// What a model says about a cell beside Qt::DisplayRole. All are optional.
enum CellRole {
    CellToneRole = Qt::UserRole + 1000, ///< int(Tone) of text and icon
    CellIconRole,                       ///< int(Icon) before the text
    CellIconToneRole,                   ///< int(Tone) of the icon alone, if it differs from the text's
    CellAvatarRole,                     ///< QString: the name whose initials stand in a circle before the text
    CellMonoRole,                       ///< bool: fixed-width text (addresses, keys, codes)
    CellStrongRole,                     ///< bool: weight 500 (names)
    CellSecondaryRole,                  ///< QString: muted text after the text
    CellPillRole,                       ///< bool: icon and text stand in a tinted box
    CellPlaceholderRole,                ///< bool: this row is not loaded yet; a grey bar is drawn
    RowIdRole,                          ///< QString or whatever the panel uses to name the row's object
};

/// A column of a DataTable.
struct Column {
    QString id;            ///< stable name, remembered for shown and hidden columns
    int width = 100;       ///< pixels at 100 % that the column needs for its usual content
    int priority = 0;      ///< 0: always shown; else the highest goes first when room is short
    int stretch = 1;       ///< share of the room that is left over
    bool trailing = false; ///< numbers and times: aligned at the trailing edge
    bool sortable = true;
    bool shownAtFirst = true;
    std::function<QStringList()> words =
        {};                       ///< all that may stand in it, if that is few, or as wide as any; it is never narrower
    bool headReachesOver = false; ///< the last column, trailing: its head may reach over the column before it
};

} // namespace sallyport::ui
