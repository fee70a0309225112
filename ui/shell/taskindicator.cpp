// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/taskindicator.h"

#include "ui/theme/style.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/busyring.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/thinprogress.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::shell {

using theme::TextStyle;
using theme::Token;
using ui::BackgroundTasks;

namespace {

/// The list below the indicator; follows the tasks while open.
class TaskList : public QFrame
{
public:
    TaskList(BackgroundTasks *tasks, QWidget *parent)
        : QFrame(parent, Qt::Popup)
        , m_tasks(tasks)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setFixedWidth(400);
        new QVBoxLayout(this);
        layout()->setContentsMargins(12, 8, 8, 8);
        layout()->setSpacing(4);
        connect(tasks, &BackgroundTasks::changed, this, &TaskList::fill);
        fill();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme::color(Token::Base));
        theme::paintBox(painter, rect(), {}, theme::color(Token::BorderControl), 0);
    }

private:
    void fill()
    {
        const QList<BackgroundTasks::Task> tasks = m_tasks->tasks().mid(0, 12);
        // Progress only moves bars: rebuilding would take the button from under the pointer.
        QList<std::pair<int, int>> shape;
        for (const auto &task : tasks)
            shape.append({task.id, static_cast<int>(task.state)});
        if (shape == m_shape) {
            for (const auto &task : tasks) {
                if (m_bars.contains(task.id))
                    m_bars[task.id]->setProgress(task.progress);
            }
            return;
        }
        m_shape = shape;
        m_bars.clear();
        while (QLayoutItem *item = layout()->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        layout()->addWidget(
            new ui::StyledLabel(TaskIndicator::tr("Background"), TextStyle::BodyStrong, Token::Text, this));
        for (const auto &task : tasks)
            layout()->addWidget(row(task));
        adjustSize();
    }

    QWidget *row(const BackgroundTasks::Task &task)
    {
        auto *line = new QWidget(this);
        line->setMinimumHeight(28);
        auto *box = new QHBoxLayout(line);
        box->setContentsMargins(0, 0, 0, 0);
        using State = BackgroundTasks::State;
        if (task.state == State::Running)
            box->addWidget(new ui::BusyRing(16, line));
        else
            box->addWidget(new ui::IconLabel(task.state == State::Done ? QStringLiteral("state-passed")
                                                                       : QStringLiteral("state-failed"),
                                             task.state == State::Done     ? Token::ApprovalText
                                             : task.state == State::Failed ? Token::DangerText
                                                                           : Token::Muted,
                                             16, line));
        auto *text = new ui::ElidedLabel(
            task.message.isEmpty() ? task.title : task.title + QStringLiteral(": ") + task.message,
            Qt::ElideRight, line);
        box->addWidget(text, 1);
        if (task.state == State::Running) {
            auto *bar = new ui::ThinProgress(line);
            bar->setFixedWidth(72);
            bar->setProgress(task.progress);
            m_bars.insert(task.id, bar);
            box->addWidget(bar);
            if (task.cancel) {
                auto *cancel = new QToolButton(line);
                cancel->setAutoRaise(true);
                cancel->setIcon(theme::Theme::instance().icon(QStringLiteral("cross")));
                cancel->setToolTip(TaskIndicator::tr("Cancel"));
                cancel->setAccessibleName(TaskIndicator::tr("Cancel %1").arg(task.title));
                connect(cancel, &QToolButton::clicked, cancel, [cancel, stop = task.cancel] {
                    cancel->setEnabled(false);
                    stop();
                });
                box->addWidget(cancel);
            }
        } else {
            box->addWidget(new ui::StyledLabel(ui::shortRelativeTime(task.endedMs), TextStyle::Small,
                                               Token::Muted, line));
        }
        return line;
    }

    BackgroundTasks *m_tasks;
    QList<std::pair<int, int>> m_shape;
    QHash<int, ui::ThinProgress *> m_bars;
};

} // namespace

TaskIndicator::TaskIndicator(BackgroundTasks *tasks, QWidget *parent)
    : QToolButton(parent)
    , m_tasks(tasks)
    , m_bar(new ui::ThinProgress(this))
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    m_bar->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_bar->hide();
    hide();
    connect(tasks, &BackgroundTasks::changed, this, &TaskIndicator::refresh);
    connect(this, &QToolButton::clicked, this, &TaskIndicator::openList);
}

void TaskIndicator::refresh()
{
    const QList<BackgroundTasks::Task> tasks = m_tasks->tasks();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QList<BackgroundTasks::Task> running;
    bool young = false;
    for (const auto &task : tasks) {
        if (task.state != BackgroundTasks::State::Running)
            continue;
        if (now - task.startedMs >= 1000)
            running.append(task);
        else
            young = true;
    }
    if (young)
        QTimer::singleShot(1050, this, &TaskIndicator::refresh);
    if (!running.isEmpty()) {
        const auto &task = running.first();
        m_text = running.size() > 1 ? tr("%1 (%2 tasks)").arg(task.title).arg(running.size()) : task.title;
        m_icon.clear();
        m_bar->setProgress(task.progress);
    } else if (!tasks.isEmpty() && tasks.first().state == BackgroundTasks::State::Failed) {
        m_text = tasks.first().title;
        m_icon = QStringLiteral("state-failed");
        m_iconToken = static_cast<int>(Token::DangerText);
    } else {
        m_text = tr("Up to date");
        m_icon = QStringLiteral("state-passed");
        m_iconToken = static_cast<int>(Token::Muted);
    }
    m_bar->setVisible(!running.isEmpty());
    setVisible(!tasks.isEmpty() && (!running.isEmpty() || !young));
    setAccessibleName(m_text);
    setToolTip(m_text);
    updateGeometry();
    update();
}

QSize TaskIndicator::sizeHint() const
{
    const int text = QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(m_text);
    return QSize(qMin(300, 24 + text + (m_icon.isEmpty() ? 76 : 8) + 8), 28);
}

void TaskIndicator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse())
        theme::paintBox(painter, rect(), theme::color(Token::Hover), {}, 4);
    const QRect mark(4, (height() - 16) / 2, 16, 16);
    if (m_icon.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::color(Token::Muted), 1.5));
        painter.drawArc(QRectF(mark).adjusted(2, 2, -2, -2), 90 * 16, 270 * 16);
    } else {
        theme::drawIcon(painter, mark, m_icon, theme::color(static_cast<Token>(m_iconToken)));
    }
    const int end = m_icon.isEmpty() ? width() - 76 : width() - 4;
    painter.setFont(theme::font(TextStyle::Body));
    painter.setPen(theme::color(Token::Muted));
    const QRect room(26, 0, end - 28, height());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width()));
    m_bar->setGeometry(width() - 72, (height() - 4) / 2, 64, 4);
}

void TaskIndicator::openList()
{
    auto *list = new TaskList(m_tasks, window());
    list->move(mapToGlobal(QPoint(width() - list->width(), height() + 4)));
    list->show();
}

} // namespace countersign::shell
