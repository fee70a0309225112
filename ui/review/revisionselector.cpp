// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/revisionselector.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/reasonmenu.h"
#include "ui/widgets/relativetime.h"

#include <QMenu>

#include <ranges>

namespace countersign::reviewui {

RevisionSelector::RevisionSelector(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setIcon(theme::Theme::instance().icon(QStringLiteral("state-waiting")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    theme::setCompact(this);
    setAccessibleName(tr("Compared revisions"));
    connect(m_menu, &QMenu::aboutToShow, this, &RevisionSelector::fillMenu);
}

QSize RevisionSelector::sizeHint() const { return QToolButton::sizeHint(); }

void RevisionSelector::setRevisions(const QList<api::Revision> &revisions, int reviewed)
{
    m_revisions = revisions;
    m_reviewed = reviewed;
}

void RevisionSelector::setCounts(const std::function<QString(const QString &)> &counts) { m_counts = counts; }

QString RevisionSelector::describe(int from, int to) const
{
    if (from <= 0)
        return tr("Revision %1 vs base").arg(to);
    if (from == m_reviewed)
        return tr("Revision %1 vs revision %2: since your last review").arg(to).arg(from);
    return tr("Revision %1 vs revision %2").arg(to).arg(from);
}

void RevisionSelector::setComparison(int from, int to)
{
    m_from = from;
    m_to = to;
    setText(describe(from, to));
    setToolTip(tr("Compared: %1").arg(text()));
    updateGeometry();
}

void RevisionSelector::fillMenu()
{
    m_menu->clear();
    const int newest = m_revisions.isEmpty() ? 0 : m_revisions.last().number;
    const auto add = [this](QMenu *menu, const QString &text, const QString &detail, int from, int to) {
        ui::MenuRow row;
        row.text = text;
        row.detail = detail;
        row.checkable = true;
        row.checked = from == m_from && to == m_to;
        ui::addMenuRow(menu, row, [this, from, to] {
            setComparison(from, to);
            Q_EMIT chosen(from, to);
        });
    };
    add(m_menu, tr("All changes"), describe(0, newest), 0, newest);
    if (m_reviewed > 0 && m_reviewed < newest)
        add(m_menu, tr("Since your last review"), describe(m_reviewed, newest), m_reviewed, newest);
    if (m_revisions.size() > 1) {
        m_menu->addSeparator();
        for (const auto &revision : m_revisions | std::views::reverse) {
            const QString lines = m_counts ? m_counts(revision.revisionId) : QString();
            auto *sub = m_menu->addMenu(tr("Revision %1  %2  %3  %4")
                                            .arg(revision.number)
                                            .arg(ui::shortCommitId(revision.sourceCommit),
                                                 ui::shortRelativeTime(revision.date.ms), lines)
                                            .trimmed());
            add(sub, tr("with the base"), lines, 0, revision.number);
            for (const auto &earlier : m_revisions) {
                if (earlier.number < revision.number)
                    add(sub, tr("with revision %1").arg(earlier.number), {}, earlier.number, revision.number);
            }
        }
    }
}

} // namespace countersign::reviewui
