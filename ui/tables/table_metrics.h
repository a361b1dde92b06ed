#pragma once

namespace sallyport::ui {

/// Sizes of what stands in a cell, for those who draw it and those who measure it.
inline constexpr int cellIconSide = 16;
inline constexpr int cellAvatarGap = 8;
inline constexpr int cellSecondaryGap = 8;

/// The side of the circle with initials.
constexpr int cellAvatarSide(bool compact)
{
    return compact ? 20 : 24;
}

/// Between an icon and the text.
constexpr int cellIconGap(bool compact)
{
    return compact ? 4 : 6;
}

} // namespace sallyport::ui
