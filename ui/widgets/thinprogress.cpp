// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/thinprogress.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace countersign::ui {

using theme::Token;

ThinProgress::ThinProgress(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ThinProgress::setProgress(const Progress &progress)
{
    m_progress = progress;
    animate();
    update();
}

void ThinProgress::setApproval(bool approval)
{
    m_approval = approval;
    update();
}

void ThinProgress::animate()
{
    const bool moves =
        isVisible() && m_progress.total <= 0 && style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this);
    if (moves && !m_timer.isActive())
        m_timer.start(50, this);
    else if (!moves)
        m_timer.stop();
}

void ThinProgress::showEvent(QShowEvent *) { animate(); }

void ThinProgress::hideEvent(QHideEvent *) { m_timer.stop(); }

void ThinProgress::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId()) {
        m_step = (m_step + 1) % 40;
        update();
    }
}

void ThinProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect groove(0, (height() - 4) / 2, width(), 4);
    theme::paintBox(painter, groove, theme::color(Token::Pressed), {}, 2);
    QRect done = groove;
    if (m_progress.total > 0) {
        const double part = double(m_progress.done) / double(m_progress.total);
        done.setWidth(qRound(groove.width() * qBound(0.0, part, 1.0)));
    } else {
        done.setWidth(groove.width() / 4);
        done.moveLeft((groove.width() - done.width()) * qAbs(20 - m_step) / 20);
    }
    if (done.width() > 0)
        theme::paintBox(painter, style()->visualRect(layoutDirection(), groove, done),
                        theme::color(m_approval ? Token::ApprovalMark : Token::AccentFill), {}, 2);
}

QString progressStageText(const QString &stage)
{
    // The English keys that core sends with its progress.
    static const QHash<QString, const char *> known{
        {QStringLiteral("connecting"), QT_TRANSLATE_NOOP("countersign::ui::ThinProgress", "Connecting")},
        {QStringLiteral("counting objects"),
         QT_TRANSLATE_NOOP("countersign::ui::ThinProgress", "Counting objects")},
        {QStringLiteral("compressing objects"),
         QT_TRANSLATE_NOOP("countersign::ui::ThinProgress", "Compressing objects")},
        {QStringLiteral("receiving objects"),
         QT_TRANSLATE_NOOP("countersign::ui::ThinProgress", "Receiving objects")},
        {QStringLiteral("resolving deltas"),
         QT_TRANSLATE_NOOP("countersign::ui::ThinProgress", "Resolving deltas")},
        {QStringLiteral("checking objects"),
         QT_TRANSLATE_NOOP("countersign::ui::ThinProgress", "Checking objects")},
    };
    if (const auto it = known.find(stage.toLower()); it != known.end())
        return ThinProgress::tr(*it);
    return stage.isEmpty() ? stage : stage.left(1).toUpper() + stage.mid(1);
}

} // namespace countersign::ui
