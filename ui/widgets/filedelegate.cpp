// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/filedelegate.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/rowpainting.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTreeView>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

QRect FileDelegate::checkRect(const QStyleOptionViewItem &option)
{
    return QStyle::visualRect(option.direction, option.rect,
                              QRect(option.rect.x() + 4, option.rect.y(), 20, option.rect.height()));
}

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    paintRowBackground(*painter, option);
    const QRect rect = option.rect;
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const bool mirrored = option.direction == Qt::RightToLeft;
    int x = rect.x() + 4;
    if (const QVariant check = index.data(Qt::CheckStateRole); check.isValid()) {
        QStyle::State state = QStyle::State_Enabled;
        const auto value = static_cast<Qt::CheckState>(check.toInt());
        state |= value == Qt::Checked            ? QStyle::State_On
                 : value == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                 : QStyle::State_Off;
        theme::paintCheck(*painter, checkRect(option), state);
        x += 26;
    }
    const QChar letter = index.data(LetterRole).toChar();
    const bool viewed = index.data(ViewedRole).toBool();
    if (!letter.isNull()) {
        paintStatusLetter(*painter, place(QRect(x, rect.y(), 16, rect.height())), letter);
    } else {
        const auto *tree = qobject_cast<const QTreeView *>(option.widget);
        theme::drawIcon(*painter, place(QRect(x, rect.center().y() - 7, 16, 16)),
                        tree && tree->isExpanded(index) ? QStringLiteral("folder-open")
                                                        : QStringLiteral("folder"),
                        theme::color(Token::Muted));
    }
    x += 24;
    int right = rect.right() - 10;
    const qint64 added = index.data(AddedRole).toLongLong();
    const qint64 removed = index.data(RemovedRole).toLongLong();
    if (added || removed) {
        const int width = lineCountsWidth(added, removed);
        paintLineCounts(*painter, place(QRect(right - width, rect.y(), width, rect.height())), added, removed,
                        true);
        right -= width + 8;
    }
    if (const int comments = index.data(CommentsRole).toInt()) {
        const int width = commentBadgeWidth(comments);
        paintCommentBadge(*painter, place(QRect(right - width, rect.y(), width, rect.height())), comments,
                          index.data(OpenThreadsRole).toInt() > 0, true);
        right -= width + 8;
    }
    if (index.data(ChangedSinceViewedRole).toBool()) {
        theme::paintBox(*painter, place(QRect(right - 8, rect.center().y() - 3, 8, 8)),
                        theme::color(Token::WarningMark), {}, 4);
        right -= 14;
    }
    const QFont body = theme::font(TextStyle::Body);
    const QFontMetrics metrics(body);
    const QString name = index.data().toString();
    const QString folder = index.data(FolderRole).toString();
    const int room = right - x;
    // The name keeps its room; the folder before it is cut first.
    const int nameWidth = qMin(room, metrics.horizontalAdvance(name) + 1);
    const int folderWidth =
        folder.isEmpty() ? 0 : qMin(room - nameWidth, metrics.horizontalAdvance(folder) + 1);
    if (folderWidth > 24) {
        paintRowText(*painter, place(QRect(x, rect.y(), folderWidth, rect.height())), folder, body,
                     theme::color(Token::Muted), Qt::ElideMiddle);
        x += folderWidth;
    }
    paintRowText(*painter, place(QRect(x, rect.y(), right - x, rect.height())), name, body,
                 theme::color(viewed ? Token::Faint : Token::Text), Qt::ElideMiddle);
    Q_UNUSED(mirrored);
    paintRowFocus(*painter, option);
    painter->restore();
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int name = QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(index.data().toString());
    return QSize(qMin(name + 140, 600), rowHeight(26));
}

bool FileDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const QVariant check = index.data(Qt::CheckStateRole);
    if (!check.isValid() || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const auto toggle = [&] {
        return model->setData(index, check.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                              Qt::CheckStateRole);
    };
    if (event->type() == QEvent::MouseButtonRelease) {
        auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && checkRect(option).contains(mouse->position().toPoint()) &&
               toggle();
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
        return toggle();
    return false;
}

QString FileDelegate::sentence(const QModelIndex &index)
{
    QStringList parts{index.data(FolderRole).toString() + index.data().toString()};
    const QChar letter = index.data(LetterRole).toChar();
    if (!letter.isNull())
        parts.append(statusLetterName(letter));
    if (const int added = index.data(AddedRole).toInt())
        parts.append(tr("%n added", nullptr, added));
    if (const int removed = index.data(RemovedRole).toInt())
        parts.append(tr("%n removed", nullptr, removed));
    if (const int open = index.data(OpenThreadsRole).toInt())
        parts.append(tr("%n open thread(s)", nullptr, open));
    else if (const int comments = index.data(CommentsRole).toInt())
        parts.append(tr("%n comment(s)", nullptr, comments));
    if (index.data(ViewedRole).isValid())
        parts.append(index.data(ViewedRole).toBool() ? tr("viewed") : tr("not viewed"));
    return parts.join(QStringLiteral(", "));
}

} // namespace countersign::ui
