#pragma once

#include "ui/look/surface.h"
#include "ui/shell/panel_entry.h"

#include <QAbstractButton>
#include <QList>
#include <QStringList>

class QScrollArea;
class QVBoxLayout;

namespace sallyport::ui {

class NavCaption;

/// One panel in the navigation: 28 px, icon, title, count.
class NavItem final : public QAbstractButton {
    Q_OBJECT

public:
    NavItem(const PanelEntry& entry, QWidget* parent);
    const QString& id() const { return m_id; }
    void setCount(int count, int elsewhere);
    int count() const { return m_count; }
    /// Without what other items count, too.
    int ownCount() const { return m_count - m_elsewhere; }
    void setRail(bool rail);
    QSize sizeHint() const override;
    /// What its title and count need, in front or not.
    int neededWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_id;
    Icon m_icon;
    int m_count = 0;
    int m_elsewhere = 0;
    bool m_rail = false;
};

/// The block at the top of the navigation: gate, product, vault. Opens a menu.
class VaultBlock final : public QAbstractButton {
    Q_OBJECT

public:
    explicit VaultBlock(QWidget* parent);
    void setVault(const QString& name, bool demo);
    void setRail(bool rail);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_vault;
    bool m_demo = false;
    bool m_rail = false;
};

/// The 208 px at the leading side, more where a language's words need it: vault, captions, panels. A group folds by a click on
/// its caption; when the window is too low for all, those farthest from the panel in front fold by themselves. A 56 px rail of
/// icons when the window is narrow.
class Navigation final : public Surface {
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPanel(const PanelEntry& entry);
    void clearPanels();
    void setCurrent(const QString& id);
    /// `elsewhere` of them are counted by other items, too: the group's sum has them once.
    void setCount(const QString& id, int count, int elsewhere = 0);
    void setVault(const QString& name, bool demo) { m_vault->setVault(name, demo); }
    void setRail(bool rail);
    VaultBlock* vaultBlock() const { return m_vault; }
    /// The groups that the operator has folded, each by its first panel's id; they stay so until unfolded again.
    void setFolded(const QStringList& groups);
    const QStringList& folded() const { return m_folded; }

Q_SIGNALS:
    void panelChosen(const QString& id);
    void foldedChanged(const QStringList& groups);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Group {
        NavCaption* caption;
        std::function<QString()> text;
        QList<NavItem*> items;
        bool foldedForRoom = false;
    };

    void showTexts();
    void toggle(NavCaption* caption);
    void fitWidth();
    void arrange();
    bool isFolded(const Group& group) const;
    qsizetype activeGroup() const;

    VaultBlock* m_vault;
    QScrollArea* m_area;
    QVBoxLayout* m_column;
    QList<PanelEntry> m_entries;
    QList<NavItem*> m_items;
    QList<Group> m_groups;
    QStringList m_folded;
    QString m_opened; ///< the group that was unfolded last, until another panel is in front
    QString m_lastGroup;
    QString m_current;
    bool m_rail = false;
};

} // namespace sallyport::ui
