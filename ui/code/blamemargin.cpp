// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/blamemargin.h"

#include "core/base/async.h"
#include "ui/diff/codeview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"

#include <QMenu>
#include <QPainter>

namespace countersign::code {

using theme::Token;

QColor blameAgeColor(int age)
{
    static constexpr int shares[] = {100, 75, 50, 30, 15};
    const QColor accent = theme::color(Token::Accent);
    const QColor base = theme::color(Token::Base);
    const int share = shares[std::clamp(age, 0, 4)];
    const auto mix = [share](int a, int b) { return (a * share + b * (100 - share)) / 100; };
    return QColor(mix(accent.red(), base.red()), mix(accent.green(), base.green()),
                  mix(accent.blue(), base.blue()));
}

BlameMargin::BlameMargin(diffview::CodeView *view, RepositoryReader *reader, ui::People *people,
                         QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_reader(reader)
    , m_people(people)
{
}

BlameMargin::~BlameMargin() { m_stop.request_stop(); }

void BlameMargin::show(const git::Oid &commit, const QByteArray &path)
{
    m_stop.request_stop();
    m_stop = {};
    m_shown = true;
    m_hunks.clear();
    m_lines.assign(m_view->text() ? static_cast<size_t>(m_view->text()->lineCount()) : 0, -1);
    m_oldest = m_newest = 0;
    const int generation = ++m_generation;
    m_view->setMargin(
        width, [this](QPainter &painter, const QRect &area, int line) { paint(painter, area, line); },
        [this](int line, const QPoint &global) { openMenu(line, global); },
        [this](int line) {
            const git::BlameHunk hunk = hunkAt(line);
            return hunk.commit.isNull()
                       ? QString()
                       : QStringLiteral("%1\n%2, %3\n%4")
                             .arg(hunk.subject, hunk.author.name, ui::fullTime(hunk.author.when * 1000),
                                  hunk.commit.shortString());
        });
    const auto deliver = deliverTo(this, [this, generation](const QList<git::BlameHunk> &hunks) {
        if (generation != m_generation)
            return;
        for (const git::BlameHunk &hunk : hunks) {
            const int index = static_cast<int>(m_hunks.size());
            m_hunks.push_back(hunk);
            m_oldest = m_oldest == 0 ? hunk.author.when : std::min(m_oldest, hunk.author.when);
            m_newest = std::max(m_newest, hunk.author.when);
            for (int i = 0; i < hunk.count; ++i) {
                const auto line = static_cast<size_t>(hunk.line - 1 + i);
                if (line < m_lines.size())
                    m_lines[line] = index;
            }
        }
        m_view->updateMargin();
    });
    const auto job = m_reader->run([commit, path, deliver, stop = m_stop.get_token()](
                                       const git::Repository &repository, std::stop_token) -> Result<void> {
        return git::blame(
            repository, commit, path,
            [&](const QList<git::BlameHunk> &hunks) {
                deliver(hunks);
                return !stop.stop_requested();
            },
            stop);
    });
    onFinished(job.future, this, [this, generation](const Result<void> &done) {
        if (generation != m_generation)
            return;
        if (!done && done.error().kind != ErrorKind::Cancelled)
            Q_EMIT failed(done.error());
        else
            Q_EMIT finished();
    });
}

void BlameMargin::hide()
{
    m_stop.request_stop();
    ++m_generation;
    m_shown = false;
    m_view->setMargin(0, {});
}

git::BlameHunk BlameMargin::hunkAt(int line) const
{
    const int index =
        line >= 0 && static_cast<size_t>(line) < m_lines.size() ? m_lines[static_cast<size_t>(line)] : -1;
    return index < 0 ? git::BlameHunk() : m_hunks[static_cast<size_t>(index)];
}

int BlameMargin::knownLines() const
{
    return static_cast<int>(std::ranges::count_if(m_lines, [](int hunk) { return hunk >= 0; }));
}

int BlameMargin::ageOf(qint64 when) const
{
    if (m_newest <= m_oldest)
        return 0;
    return static_cast<int>((m_newest - when) * 5 / (m_newest - m_oldest + 1));
}

void BlameMargin::paint(QPainter &painter, const QRect &area, int line) const
{
    const int index = static_cast<size_t>(line) < m_lines.size() ? m_lines[static_cast<size_t>(line)] : -1;
    if (index < 0)
        return;
    const git::BlameHunk &hunk = m_hunks[static_cast<size_t>(index)];
    painter.fillRect(QRect(area.left(), area.top(), 4, area.height()),
                     blameAgeColor(ageOf(hunk.author.when)));
    const int before = line > 0 ? m_lines[static_cast<size_t>(line) - 1] : -1;
    const bool begins = before < 0 || m_hunks[static_cast<size_t>(before)].commit != hunk.commit;
    if (!begins)
        return;
    if (line > 0) {
        painter.setPen(theme::color(Token::Border));
        painter.drawLine(area.left() + 4, area.top(), area.right(), area.top());
    }
    const int height = m_view->lineHeight();
    ui::PersonInfo person;
    if (m_people)
        person = m_people->byEmail(hunk.author.email, hunk.author.name);
    person.name = hunk.author.name;
    const QRect avatar(area.left() + 10, area.top() + (height - 16) / 2, 16, 16);
    ui::paintAvatar(painter, avatar, person);
    painter.setFont(theme::font(theme::TextStyle::Caption));
    const QString when = ui::shortRelativeTime(hunk.author.when * 1000);
    const int whenWidth = painter.fontMetrics().horizontalAdvance(when);
    const QRect text(avatar.right() + 8, area.top(), area.width() - 42 - whenWidth - 12, height);
    painter.setPen(theme::color(Token::Text));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(hunk.subject, Qt::ElideRight, text.width()));
    painter.setPen(theme::color(Token::Muted));
    painter.drawText(QRect(area.right() - whenWidth - 8, area.top(), whenWidth, height), Qt::AlignVCenter,
                     when);
}

void BlameMargin::openMenu(int line, const QPoint &global)
{
    const git::BlameHunk hunk = hunkAt(line);
    if (hunk.commit.isNull())
        return;
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show commit %1").arg(hunk.commit.shortString()), this,
                    [this, hunk] { Q_EMIT commitRequested(hunk.commit.toString()); });
    QAction *before = menu->addAction(tr("Blame before this commit"), this, [this, hunk] {
        Q_EMIT beforeRequested(hunk.previous.toString(), hunk.previousPath, hunk.originalLine);
    });
    before->setEnabled(!hunk.previous.isNull());
    menu->popup(global);
}

} // namespace countersign::code
