// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/commandpalette.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/rowpainting.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace countersign::shell {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr int fieldHeight = 40;
constexpr int footerHeight = 30;

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return QSize(600, ui::rowHeight(28));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QRect rect = option.rect;
        const auto place = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, rect, part);
        };
        painter->save();
        if (index.data(PaletteModel::GroupRole).toBool()) {
            ui::paintRowText(*painter, place(rect.adjusted(12, 6, -12, 0)), index.data().toString().toUpper(),
                             theme::font(TextStyle::Caption), theme::color(Token::Muted));
            painter->restore();
            return;
        }
        const PaletteItem *item = static_cast<const PaletteModel *>(index.model())->item(index.row());
        if (!item)
            return;
        const bool possible = item->reason.isEmpty();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(rect, theme::color(Token::AccentSoft));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(rect, theme::color(Token::Hover));
        theme::drawIcon(*painter, place(QRect(rect.x() + 12, rect.center().y() - 7, 16, 16)), item->icon,
                        theme::color(possible ? Token::Text : Token::Disabled));
        int right = rect.right() - 12;
        if (const QString key = item->key.toString(QKeySequence::NativeText); !key.isEmpty()) {
            const int width = ui::keyCapWidth(key);
            ui::paintKeyCap(*painter, place(QRect(right - width, rect.y(), width, rect.height())), key);
            right -= width + 8;
        }
        if (!item->trailing.isEmpty()) {
            const QFontMetrics small(theme::font(TextStyle::Small));
            const int width = small.horizontalAdvance(item->trailing) + 1;
            ui::paintRowText(*painter, place(QRect(right - width, rect.y(), width, rect.height())),
                             item->trailing, theme::font(TextStyle::Small), theme::color(Token::Muted));
            right -= width + 8;
        }
        int x = rect.x() + 36;
        const QFont plain = theme::font(TextStyle::Body);
        const QFont strong = theme::font(TextStyle::BodyStrong);
        const auto positions = index.data(PaletteModel::PositionsRole).value<QList<int>>();
        const QString &text = item->text;
        // Runs of matched and other letters.
        for (int at = 0; at < text.size() && x < right;) {
            const bool hit = positions.contains(at);
            int end = at;
            while (end < text.size() && positions.contains(end) == hit)
                ++end;
            const QFont &face = hit ? strong : plain;
            const QString part = text.mid(at, end - at);
            const int width = qMin(QFontMetrics(face).horizontalAdvance(part) + 1, right - x);
            ui::paintRowText(*painter, place(QRect(x, rect.y(), width, rect.height())), part, face,
                             theme::color(!possible ? Token::Disabled
                                          : hit     ? Token::Accent
                                                    : Token::Text));
            x += width - 1;
            at = end;
        }
        const QString detail = possible ? item->detail : item->reason;
        ui::paintRowText(*painter, place(QRect(x + 8, rect.y(), right - x - 8, rect.height())), detail, plain,
                         theme::color(Token::Muted));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Command palette"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, footerHeight + 1);
    column->setSpacing(0);
    m_field->setFrame(false);
    m_field->setMinimumHeight(fieldHeight);
    m_field->setTextMargins(36, 0, 48, 0);
    m_field->setFont(theme::font(TextStyle::Head));
    QFont face = m_field->font();
    face.setWeight(QFont::Normal);
    m_field->setFont(face);
    m_field->setPlaceholderText(tr("Type a command, a repository, a pull request or a file"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    column->addWidget(m_field);
    column->addSpacing(1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setAccessibleName(tr("Results"));
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, m_model, &PaletteModel::setQuery);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::selectFirst);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::start(const QString &text, const QString &place)
{
    m_place = place;
    const int width = qMin(640, parentWidget()->width() - 32);
    const int row = ui::rowHeight(28);
    const int height = qMin(fieldHeight + 12 * row + footerHeight + 3, parentWidget()->height() - 64);
    setGeometry(QRect(parentWidget()->mapToGlobal(QPoint((parentWidget()->width() - width) / 2, 44)),
                      QSize(width, height)));
    m_field->setText(text);
    if (text.isEmpty())
        m_model->setQuery({});
    show();
    m_field->setFocus();
}

void CommandPalette::selectFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollToTop();
            return;
        }
    }
}

void CommandPalette::move(int step)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    const int direction = step > 0 ? 1 : -1;
    int left = qAbs(step);
    // Group labels are stepped over; the ends meet.
    for (int tries = 0; tries < count && left > 0; ++tries) {
        row = (row + direction + count) % count;
        left -= m_model->item(row) != nullptr;
    }
    if (m_model->item(row))
        m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::choose(const QModelIndex &index)
{
    const PaletteItem *item = m_model->item(index.row());
    if (!item || !item->reason.isEmpty())
        return;
    const std::function<void()> run = item->run;
    close();
    if (run)
        run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(8);
            return true;
        case Qt::Key_PageUp:
            move(-8);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Base));
    theme::drawIcon(painter, QRect(13, 13, 16, 16), QStringLiteral("search"), theme::color(Token::Muted));
    painter.fillRect(1, fieldHeight + 1, width() - 2, 1, theme::color(Token::Border));
    const QRect footer(1, height() - footerHeight - 1, width() - 2, footerHeight);
    painter.fillRect(footer, theme::color(Token::AltBase));
    painter.fillRect(footer.x(), footer.y(), footer.width(), 1, theme::color(Token::Border));
    painter.setFont(theme::font(TextStyle::Small));
    painter.setPen(theme::color(Token::Muted));
    painter.drawText(footer.adjusted(12, 0, -12, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("> command    @ person    # pull request    : line    / path"));
    painter.drawText(footer.adjusted(12, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, m_place);
    theme::paintBox(painter, rect(), {}, theme::color(Token::BorderControl), 0);
}

} // namespace countersign::shell
