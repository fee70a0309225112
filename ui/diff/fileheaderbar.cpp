// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/fileheaderbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/rowpainting.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QToolButton>

namespace countersign::diffview {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr int kLabelsHeight = 24;

/// Where the parts of a header stand; used for painting, for clicks and for the real controls.
struct HeaderLayout
{
    QRect fold;
    QRect letter;
    QRect path;
    QRect copy;
    QRect counts;
    QRect badge;
    QRect separator;
    QRect viewed;
    QRect key;
    QRect menu;
    QString folder;
    QString name;
};

HeaderLayout layoutOf(const QRect &area, const FileHeaderInfo &info)
{
    HeaderLayout out;
    const QFontMetrics body(theme::font(TextStyle::Body));
    const QFontMetrics strong(theme::font(TextStyle::BodyStrong));
    int right = area.right() - 8;
    out.menu = QRect(right - 28, area.center().y() - 13, 28, 28);
    right = out.menu.left() - 4;
    if (info.reviewing) {
        out.key = QRect(right - 22, area.top(), 22, area.height());
        right = out.key.left() - 4;
        const int label = body.horizontalAdvance(FileHeaderBar::tr("Viewed"));
        out.viewed = QRect(right - label - 24, area.top(), label + 24, area.height());
        right = out.viewed.left() - 12;
    }
    if (info.comments > 0) {
        out.separator = QRect(right, area.center().y() - 7, 1, 14);
        right -= 12;
        const int width = ui::commentBadgeWidth(info.comments);
        out.badge = QRect(right - width, area.top(), width, area.height());
        right = out.badge.left() - 8;
    }
    out.fold = QRect(area.left(), area.top(), 12, area.height());
    out.letter = QRect(area.left() + 12, area.top(), 16, area.height());
    const int left = out.letter.right() + 9;
    const int counts = info.added >= 0 ? ui::lineCountsWidth(info.added, info.removed) : 0;
    const int room = qMax(40, right - left - counts - 28 - 24);
    const QString path = git::displayPath(info.path);
    const qsizetype slash = path.lastIndexOf(u'/');
    out.name = strong.elidedText(path.mid(slash + 1), Qt::ElideMiddle, room);
    const int nameWidth = strong.horizontalAdvance(out.name);
    out.folder = slash < 0 ? QString() : path.left(slash + 1);
    if (body.horizontalAdvance(out.folder) > room - nameWidth)
        out.folder = room - nameWidth < 24 ? QString()
                                           : body.elidedText(out.folder, Qt::ElideMiddle, room - nameWidth);
    const int width = body.horizontalAdvance(out.folder) + nameWidth;
    out.path = QRect(left, area.top(), width, area.height());
    out.copy = QRect(out.path.right() + 9, area.center().y() - 13, 28, 28);
    out.counts = QRect(out.copy.right() + 5, area.top(), counts, area.height());
    return out;
}

} // namespace

QChar statusLetter(git::DeltaStatus status)
{
    switch (status) {
    case git::DeltaStatus::Added:
        return u'A';
    case git::DeltaStatus::Deleted:
        return u'D';
    case git::DeltaStatus::Renamed:
        return u'R';
    case git::DeltaStatus::Copied:
        return u'C';
    case git::DeltaStatus::TypeChanged:
        return u'T';
    case git::DeltaStatus::Modified:
        break;
    }
    return u'M';
}

void paintFileHeader(QPainter &painter, const QRect &area, const FileHeaderInfo &info, bool controls)
{
    const HeaderLayout parts = layoutOf(area, info);
    painter.fillRect(area, theme::color(Token::AltBase));
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme::color(Token::Border));
    ui::paintStatusLetter(painter, parts.letter, info.letter);
    const bool read = info.viewed == ViewedState::Viewed;
    const int x = ui::paintRowText(painter, parts.path, parts.folder, theme::font(TextStyle::Body),
                                   theme::color(Token::Muted), Qt::ElideNone);
    ui::paintRowText(painter, QRect(x, area.top(), parts.path.right() + 8 - x, area.height()), parts.name,
                     theme::font(TextStyle::BodyStrong), theme::color(read ? Token::Faint : Token::Text),
                     Qt::ElideNone);
    if (info.added >= 0)
        ui::paintLineCounts(painter, parts.counts, info.added, info.removed, true);
    if (info.comments > 0) {
        ui::paintCommentBadge(painter, parts.badge, info.comments, info.openThreads);
        if (info.reviewing)
            painter.fillRect(parts.separator, theme::color(Token::Border));
    }
    if (!controls)
        return;
    painter.save();
    theme::drawIcon(painter, parts.copy.adjusted(6, 6, -6, -6), QStringLiteral("edit-copy"),
                    theme::color(Token::Muted));
    theme::drawIcon(painter, parts.menu.adjusted(6, 6, -6, -6), QStringLiteral("more"),
                    theme::color(Token::Text));
    if (info.reviewing) {
        const QRect box(parts.viewed.left(), area.center().y() - 7, 14, 14);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme::color(read ? Token::AccentFill : Token::BorderControl));
        painter.setBrush(theme::color(read ? Token::AccentFill : Token::Base));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        if (read)
            theme::drawIcon(painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"),
                            theme::color(Token::AccentOn));
        ui::paintRowText(painter, parts.viewed.adjusted(22, 0, 8, 0), FileHeaderBar::tr("Viewed"),
                         theme::font(TextStyle::Body), theme::color(Token::Text), Qt::ElideNone);
    }
    painter.restore();
}

HeaderPart headerPartAt(const QRect &area, const FileHeaderInfo &info, const QPoint &point)
{
    const HeaderLayout parts = layoutOf(area, info);
    if (parts.menu.contains(point))
        return HeaderPart::Menu;
    if (parts.copy.contains(point))
        return HeaderPart::Copy;
    if (info.reviewing && parts.viewed.adjusted(-4, 0, 4, 0).contains(point))
        return HeaderPart::Viewed;
    return area.contains(point) ? HeaderPart::Title : HeaderPart::None;
}

FileHeaderBar::FileHeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_copy(new QToolButton(this))
    , m_viewed(new QCheckBox(tr("Viewed"), this))
    , m_key(new ui::KeyCap(QKeySequence(Qt::Key_V), this))
    , m_menu(new QToolButton(this))
{
    setCursor(Qt::ArrowCursor);
    const auto &theme = theme::Theme::instance();
    m_copy->setIcon(theme.icon(QStringLiteral("edit-copy"), Token::Muted));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the path"));
    m_copy->setAccessibleName(tr("Copy the path"));
    m_menu->setIcon(theme.icon(QStringLiteral("more")));
    m_menu->setAutoRaise(true);
    m_menu->setToolTip(tr("More for this file"));
    m_menu->setAccessibleName(tr("More for this file"));
    m_viewed->setToolTip(ui::toolTipText(tr("Viewed, go to the next file"), QKeySequence(Qt::Key_V)));
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(git::displayPath(m_info.path)); });
    connect(m_viewed, &QCheckBox::clicked, this, [this](bool viewed) {
        m_stale = true;
        Q_EMIT viewedToggled(viewed);
    });
    connect(m_menu, &QToolButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    clear();
}

void FileHeaderBar::setInfo(const FileHeaderInfo &info)
{
    // Asked for with every step of scrolling.
    if (m_hasFile && m_info == info && !m_stale)
        return;
    m_stale = false;
    m_info = info;
    m_hasFile = true;
    setAccessibleName(git::displayPath(info.path));
    m_viewed->setVisible(info.reviewing);
    m_key->setVisible(info.reviewing);
    m_viewed->setTristate(info.viewed == ViewedState::ChangedSinceViewed);
    m_viewed->setCheckState(info.viewed == ViewedState::Viewed               ? Qt::Checked
                            : info.viewed == ViewedState::ChangedSinceViewed ? Qt::PartiallyChecked
                                                                             : Qt::Unchecked);
    m_viewed->setToolTip(info.viewed == ViewedState::ChangedSinceViewed
                             ? tr("Changed since you viewed it")
                             : ui::toolTipText(tr("Viewed, go to the next file"), QKeySequence(Qt::Key_V)));
    m_copy->setVisible(true);
    m_menu->setVisible(true);
    place();
    update();
}

void FileHeaderBar::clear()
{
    m_hasFile = false;
    for (QWidget *widget : {static_cast<QWidget *>(m_copy), static_cast<QWidget *>(m_viewed),
                            static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_menu)})
        widget->hide();
    update();
}

void FileHeaderBar::setLabels(const ChangeSource &source)
{
    m_source = source;
    updateGeometry();
    update();
}

void FileHeaderBar::setColumns(int divider, int right)
{
    m_divider = divider;
    m_columnsRight = right;
    update();
}

void FileHeaderBar::setSplit(bool split)
{
    m_split = split;
    update();
}

QSize FileHeaderBar::sizeHint() const
{
    const int line = QFontMetrics(theme::font(TextStyle::Body)).height();
    return QSize(480, qMax(fileHeaderHeight, line + 10) + qMax(kLabelsHeight, line + 4));
}

void FileHeaderBar::place()
{
    const int labels = qMax(kLabelsHeight, QFontMetrics(theme::font(TextStyle::Body)).height() + 4);
    const HeaderLayout parts = layoutOf(QRect(0, 0, width(), height() - labels), m_info);
    m_copy->setGeometry(parts.copy);
    m_menu->setGeometry(parts.menu);
    if (m_info.reviewing) {
        const QSize box = m_viewed->sizeHint();
        m_viewed->setGeometry(parts.viewed.right() + 1 - box.width(),
                              parts.viewed.center().y() - box.height() / 2, box.width(), box.height());
        const QSize cap = m_key->sizeHint();
        m_key->setGeometry(parts.key.center().x() - cap.width() / 2 + 1,
                           parts.key.center().y() - cap.height() / 2, cap.width(), cap.height());
    }
}

void FileHeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int labels = qMax(kLabelsHeight, QFontMetrics(theme::font(TextStyle::Body)).height() + 4);
    const QRect top(0, 0, width(), height() - labels);
    if (m_hasFile)
        paintFileHeader(painter, top, m_info, false);
    else
        painter.fillRect(top, theme::color(Token::AltBase));
    const QRect bottom(0, top.bottom() + 1, width(), labels);
    painter.fillRect(bottom, theme::color(Token::Window));
    const auto label = [&](const QRect &area, const QString &text, const QString &id) {
        const int x = ui::paintRowText(painter, area.adjusted(8, 0, -4, 0), text,
                                       theme::font(TextStyle::Small), theme::color(Token::Text));
        if (!id.isEmpty())
            ui::paintRowText(painter, area.adjusted(x - area.left() + 8, 0, -4, 0), ui::shortCommitId(id),
                             theme::font(TextStyle::CodeSmall), theme::color(Token::Faint));
    };
    const QString beforeId = m_source.beforeId.isEmpty() ? m_source.before.toString() : m_source.beforeId;
    const QString afterId = m_source.afterId.isEmpty() ? m_source.after.toString() : m_source.afterId;
    const QString before = m_source.beforeLabel.isEmpty() ? tr("Before") : m_source.beforeLabel;
    const QString after = m_source.afterLabel.isEmpty() ? tr("After") : m_source.afterLabel;
    const int divider = m_split ? m_divider : m_columnsRight / 2;
    label(QRect(0, bottom.top(), divider, labels), before, beforeId);
    label(QRect(divider, bottom.top(), m_columnsRight - divider, labels), after, afterId);
    painter.fillRect(divider, bottom.top(), 1, labels, theme::color(Token::Border));
    painter.fillRect(m_columnsRight, bottom.top(), 1, labels, theme::color(Token::Border));
    painter.fillRect(QRect(0, bottom.bottom(), width(), 1), theme::color(Token::Border));
}

void FileHeaderBar::resizeEvent(QResizeEvent *) { place(); }

void FileHeaderBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        place();
        update();
    }
}

} // namespace countersign::diffview
