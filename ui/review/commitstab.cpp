// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commitstab.h"

#include "core/client/session.h"
#include "core/git/repository.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
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

enum Role { IdRole = Qt::UserRole + 1, AuthorRole, EmailRole, TimeRole, BodyRole };

class CommitDelegate : public QStyledItemDelegate
{
public:
    CommitDelegate(ui::People *people, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_people(people)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return QSize(200, ui::rowHeight(44, 2));
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
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
        const QRect text = inner.adjusted(32, 0, -idWidth - 16, 0);
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
    options.limit = 5000;
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

CommitsTab::CommitsTab(PullRequestPresenter *presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_model(new QStandardItemModel(this))
    , m_view(new QListView(this))
{
    auto *stack = new QStackedLayout(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CommitDelegate(presenter->context().people, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Commits of the pull request"));
    m_message = new ui::EmptyState(QStringLiteral("state-info"), tr("No commits"),
                                   tr("The source has nothing that the destination lacks."), this);
    stack->addWidget(m_view);
    stack->addWidget(m_message);
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT commitAsked(index.data(IdRole).toString()); });
    connect(presenter, &PullRequestPresenter::changed, this, &CommitsTab::update);
    update();
}

void CommitsTab::update()
{
    const auto &state = m_presenter->state();
    const auto *target = state.target();
    if (!state.isLoaded || !target)
        return;
    const QString base = target->mergeBase.value_or(QString());
    if (m_shownFor == base + target->sourceCommit)
        return;
    m_shownFor = base + target->sourceCommit;
    auto job = m_presenter->lane().run(
        [backend = &m_presenter->context().session->backend(), repository = target->repositoryName, base,
         head = target->sourceCommit](std::stop_token stop) -> Result<QList<git::CommitInfo>> {
            const auto directory = backend->gitDirectory(repository);
            if (!directory)
                return std::unexpected(directory.error());
            return commitsBetween(*directory, base, head, stop);
        });
    onFinished(m_loading = std::move(job), this, [this](Result<QList<git::CommitInfo>> commits) {
        if (commits)
            return show(*commits);
        static_cast<ui::EmptyState *>(m_message)->setContent(
            QStringLiteral("state-danger"), tr("The commits could not be read"), commits.error().message);
        show({});
    });
}

void CommitsTab::show(const QList<git::CommitInfo> &commits)
{
    m_model->clear();
    for (const auto &commit : commits) {
        auto *item = new QStandardItem(commit.subject());
        item->setData(commit.id.toString(), IdRole);
        item->setData(commit.author.name, AuthorRole);
        item->setData(commit.author.email, EmailRole);
        item->setData(commit.author.when * 1000, TimeRole);
        item->setData(tr("%1, by %2, %3")
                          .arg(commit.subject(), commit.author.name, ui::fullTime(commit.author.when * 1000)),
                      Qt::AccessibleTextRole);
        item->setToolTip(commit.message.trimmed().left(2000));
        m_model->appendRow(item);
    }
    static_cast<QStackedLayout *>(layout())->setCurrentIndex(commits.isEmpty() ? 1 : 0);
}

} // namespace countersign::reviewui
