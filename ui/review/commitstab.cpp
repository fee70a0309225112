// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commitstab.h"

#include "core/client/session.h"
#include "core/git/repository.h"
#include "ui/review/revisioncounts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/rowpainting.h"

#include <QListView>
#include <QPainter>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

enum Role {
    IdRole = Qt::UserRole + 1,
    AuthorRole,
    EmailRole,
    TimeRole,
    AddedRole,
    RemovedRole,
    /// The number of the revision, on the row above its commits.
    RevisionRole,
    NoteRole
};

constexpr int mostCommits = 5000;
constexpr qsizetype mostRevisions = 50;
/// Beyond these the lines are not counted.
constexpr int mostCounted = 300;

class CommitDelegate : public QStyledItemDelegate
{
public:
    CommitDelegate(ui::People *people, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_people(people)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return QSize(200, index.data(RevisionRole).isValid() ? ui::rowHeight(30) : ui::rowHeight(44, 2));
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(RevisionRole).isValid())
            return paintHeader(*painter, option.rect, index);
        painter->save();
        ui::paintRowBackground(*painter, option);
        const QRect row = option.rect;
        painter->fillRect(row.x(), row.bottom(), row.width(), 1, theme::color(Token::Border));
        const QRect inner = row.adjusted(16, 4, -16, -5);
        ui::PersonInfo author;
        author.name = index.data(AuthorRole).toString();
        author.arn = index.data(EmailRole).toString();
        if (m_people)
            author = m_people->byEmail(author.arn, author.name);
        ui::paintAvatar(*painter, QRect(inner.left(), inner.center().y() - 9, 20, 20), author);
        const int idWidth = ui::commitIdWidth();
        ui::paintCommitId(*painter, QRect(inner.right() - idWidth, inner.top(), idWidth, inner.height()),
                          index.data(IdRole).toString());
        int right = idWidth + 16;
        if (index.data(AddedRole).isValid()) {
            const int added = index.data(AddedRole).toInt();
            const int removed = index.data(RemovedRole).toInt();
            const int width = ui::lineCountsWidth(added, removed);
            ui::paintLineCounts(*painter,
                                QRect(inner.right() - right - width, inner.top(), width, inner.height()),
                                added, removed);
            right += width + 16;
        }
        const QRect text = inner.adjusted(32, 0, -right, 0);
        const int half = text.height() / 2;
        ui::paintRowText(*painter, QRect(text.left(), text.top(), text.width(), half),
                         index.data().toString(), theme::font(TextStyle::BodyStrong),
                         theme::color(Token::Text));
        ui::paintRowText(*painter, QRect(text.left(), text.top() + half, text.width(), half),
                         author.name + QStringLiteral("  ·  ") +
                             ui::relativeTime(index.data(TimeRole).toLongLong()),
                         theme::font(TextStyle::Small), theme::color(Token::Muted));
        ui::paintRowFocus(*painter, option);
        painter->restore();
    }

private:
    static void paintHeader(QPainter &painter, const QRect &row, const QModelIndex &index)
    {
        painter.save();
        painter.fillRect(row, theme::color(Token::AltBase));
        painter.fillRect(row.x(), row.bottom(), row.width(), 1, theme::color(Token::Border));
        const int x = ui::paintRowText(painter, row.adjusted(16, 0, -16, 0), index.data().toString(),
                                       theme::font(TextStyle::BodyStrong), theme::color(Token::Text));
        ui::paintRowText(painter, row.adjusted(x + 10 - row.x(), 0, -16, 0), index.data(NoteRole).toString(),
                         theme::font(TextStyle::Small), theme::color(Token::Muted));
        painter.restore();
    }

    ui::People *m_people;
};

} // namespace

Result<QList<git::CommitInfo>> commitsBetween(const QString &gitDirectory, const QString &base,
                                              const QString &head, std::stop_token stop)
{
    const auto repository = git::Repository::open(gitDirectory);
    if (!repository)
        return std::unexpected(repository.error());
    git::LogOptions options;
    options.from = {head.toLatin1()};
    if (!base.isEmpty())
        options.exclude = {base.toLatin1()};
    options.limit = mostCommits;
    QList<git::CommitInfo> commits;
    if (auto done = git::log(
            *repository, options,
            [&commits](QList<git::CommitInfo> batch) {
                commits += batch;
                return true;
            },
            stop);
        !done)
        return std::unexpected(done.error());
    return commits;
}

Result<QList<BroughtCommit>> commitsOf(const QString &gitDirectory, const QList<api::Revision> &revisions,
                                       std::stop_token stop)
{
    if (revisions.isEmpty())
        return QList<BroughtCommit>();
    const auto between = [&](const api::Revision &revision) {
        return commitsBetween(gitDirectory, revision.mergeBase.value_or(QString()), revision.sourceCommit,
                              stop);
    };
    const auto newest = between(revisions.last());
    if (!newest)
        return std::unexpected(newest.error());
    QHash<git::Oid, int> first;
    for (qsizetype i = std::max<qsizetype>(0, revisions.size() - mostRevisions); i + 1 < revisions.size();
         ++i) {
        const auto commits = between(revisions.at(i));
        if (!commits && commits.error().kind == ErrorKind::Cancelled)
            return std::unexpected(commits.error());
        // A revision whose commits are gone brought nothing that is still there.
        for (const auto &commit : commits.value_or(QList<git::CommitInfo>())) {
            if (!first.contains(commit.id))
                first.insert(commit.id, revisions.at(i).number);
        }
    }
    QList<BroughtCommit> brought;
    for (const auto &commit : *newest)
        brought.append({commit, first.value(commit.id, revisions.last().number)});
    return brought;
}

CommitsTab::CommitsTab(PullRequestPresenter *presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_model(new QStandardItemModel(this))
    , m_view(new QListView(this))
    , m_counting(QStringLiteral("commit counts"))
{
    auto *stack = new QStackedLayout(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CommitDelegate(presenter->context().people, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Commits of the pull request"));
    m_message = new ui::EmptyState(QStringLiteral("state-info"), tr("No commits"),
                                   tr("The source has nothing that the destination lacks."), this);
    stack->addWidget(m_view);
    stack->addWidget(m_message);
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT commitAsked(index.data(IdRole).toString()); });
    connect(presenter->counts(), &RevisionCounts::counted, this, [this] { updateHeaders(); });
    connect(presenter, &PullRequestPresenter::changed, this, &CommitsTab::update);
    update();
}

void CommitsTab::update()
{
    const auto &state = m_presenter->state();
    const auto *target = state.target();
    if (!state.isLoaded || !target)
        return;
    const auto &revisions = state.review.revisions;
    const QString wanted = revisions.isEmpty() ? QString() : revisions.last().revisionId;
    if (m_shownFor == wanted)
        return;
    m_shownFor = wanted;
    auto job = m_presenter->lane().run([backend = &m_presenter->context().session->backend(),
                                        repository = target->repositoryName,
                                        revisions](std::stop_token stop) -> Result<QList<BroughtCommit>> {
        const auto directory = backend->gitDirectory(repository);
        if (!directory)
            return std::unexpected(directory.error());
        return commitsOf(*directory, revisions, stop);
    });
    onFinished(m_loading = std::move(job), this, [this](Result<QList<BroughtCommit>> commits) {
        if (commits)
            return show(*commits);
        static_cast<ui::EmptyState *>(m_message)->setContent(
            QStringLiteral("state-danger"), tr("The commits could not be read"), commits.error().message);
        show({});
    });
}

void CommitsTab::show(const QList<BroughtCommit> &commits)
{
    m_model->clear();
    int revision = 0;
    int number = 0;
    for (const auto &[commit, brought] : commits) {
        if (brought != revision)
            addHeader(revision = brought);
        auto *item = new QStandardItem(commit.subject());
        const QString id = commit.id.toString();
        item->setData(id, IdRole);
        item->setData(commit.author.name, AuthorRole);
        item->setData(commit.author.email, EmailRole);
        item->setData(commit.author.when * 1000, TimeRole);
        item->setData(tr("%1, by %2, %3")
                          .arg(commit.subject(), commit.author.name, ui::fullTime(commit.author.when * 1000)),
                      Qt::AccessibleTextRole);
        item->setToolTip(commit.message.trimmed().left(2000).toHtmlEscaped());
        m_model->appendRow(item);
        // A merge commit repeats what it merges.
        if (commit.parents.size() <= 1 && ++number <= mostCounted)
            count(id, commit.parents.isEmpty() ? QString() : commit.parents.first().toString());
    }
    updateHeaders();
    static_cast<QStackedLayout *>(layout())->setCurrentIndex(commits.isEmpty() ? 1 : 0);
}

void CommitsTab::addHeader(int revision)
{
    auto *item = new QStandardItem(tr("Revision %1").arg(revision));
    item->setData(revision, RevisionRole);
    item->setFlags(Qt::ItemIsEnabled);
    m_model->appendRow(item);
}

void CommitsTab::updateHeaders()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        auto *item = m_model->item(row);
        const auto *revision = m_presenter->state().revision(item->data(RevisionRole).toInt());
        if (!item->data(RevisionRole).isValid() || !revision)
            continue;
        const QString lines = m_presenter->counts()->text(revision->revisionId);
        const QString by =
            tr("by %1, %2")
                .arg(m_presenter->person(revision->authorArn).name, ui::relativeTime(revision->date.ms));
        item->setData(lines.isEmpty() ? by : tr("%1 · %2 against its base").arg(by, lines), NoteRole);
    }
}

void CommitsTab::count(const QString &commit, const QString &parent)
{
    auto job = m_counting.run([backend = &m_presenter->context().session->backend(),
                               repository = m_presenter->state().repository(), commit,
                               parent](std::stop_token stop) -> Result<std::optional<git::LineCounts>> {
        const auto directory = backend->gitDirectory(repository);
        if (!directory)
            return std::unexpected(directory.error());
        return countLines(*directory, parent, commit, stop);
    });
    onFinished(job.future, this, [this, commit](const Result<std::optional<git::LineCounts>> &counts) {
        if (!counts || !*counts)
            return;
        for (const auto &index : m_model->match(m_model->index(0, 0), IdRole, commit, 1, Qt::MatchExactly)) {
            m_model->setData(index, (*counts)->added, AddedRole);
            m_model->setData(index, (*counts)->removed, RemovedRole);
        }
    });
}

} // namespace countersign::reviewui
