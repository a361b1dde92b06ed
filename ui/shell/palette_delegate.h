#pragma once

#include <QStyledItemDelegate>

namespace sallyport::ui {

/// Paints the palette's rows: heads of groups, and entries with what matched in bold.
class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        IndexRole = Qt::UserRole + 1, ///< of the entry; none for a head
        HeadRole,                     ///< bool: a head, whose text is the group's name
        FirstRole,                    ///< bool: a head without a line above
        IconRole,
        AvatarRole,
        DetailRole,
        KeysRole,
        MutedRole,
        PlacesRole ///< QList<qsizetype>: characters of the title that matched
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintHead(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index);
    static void paintEntry(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index);
};

} // namespace sallyport::ui
