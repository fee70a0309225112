// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chippainter.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace countersign::ui {

class Chip;
class ElidedLabel;
class IconLabel;

/// The head of a page, 44 px: icon or state chip, title, number, meta, then actions at the right; one primary
/// action at most, before the ⋮ menu.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setIcon(const QString &icon);
    void setState(const ChipContent &state);
    void setTitle(const QString &title, const QString &number = {});
    void setMeta(const QString &meta);
    /// After the title, such as ref chips or a person. Where the width does not suffice for the title, what
    /// has the highest `fold` goes first; 0 always stays.
    void addMetaWidget(QWidget *widget, int fold = 0);
    void addAction(QWidget *button, int fold = 0);
    /// The ⋮ at the right end, made when first asked for; give it a menu.
    QToolButton *moreButton();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Foldable
    {
        QWidget *holder;
        QWidget *widget;
        int fold;
    };
    QWidget *hold(QWidget *widget, int fold);
    void foldToFit();

    IconLabel *m_icon;
    Chip *m_state;
    ElidedLabel *m_title;
    QLabel *m_number;
    ElidedLabel *m_meta;
    QHBoxLayout *m_metaRow;
    QHBoxLayout *m_actions;
    QToolButton *m_more = nullptr;
    QList<Foldable> m_foldable;
};

} // namespace countersign::ui
