// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/commitspage.h"

#include "core/base/async.h"
#include "ui/code/commitdetails.h"
#include "ui/code/comparedialog.h"
#include "ui/code/historyfilters.h"
#include "ui/code/historylist.h"
#include "ui/code/historymodel.h"
#include "ui/code/refchooser.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidesplitter.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

CommitsPage::CommitsPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_stream(context.session, QStringLiteral("history"))
    , m_reader(context.session, QStringLiteral("commits"))
    , m_counter(context.session, QStringLiteral("commit-count"))
    , m_filters(new HistoryFilters(this))
    , m_model(new HistoryModel(&m_stream, this))
    , m_list(new HistoryList(m_model, context.people, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new ui::EmptyState(this))
    , m_split(new ui::SideSplitter(Qt::Vertical, QStringLiteral("commits.details"), context.settings, this))
    , m_details(new CommitDetails(context.people, this))
    , m_changes(new diffview::ChangesPanel(diffview::ChangesPanel::Role::Details, context.settings, this))
    , m_status(new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this))
    , m_progress(new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this))
{
    buildPanes();
    m_filters->setReader(&m_reader);
    connectHistory();
    connect(m_filters, &HistoryFilters::changed, this, &CommitsPage::applyFilters);
    connect(m_details, &CommitDetails::commitRequested, this, &CommitsPage::goTo);
    connect(m_changes, &diffview::ChangesPanel::fileRequested, this,
            [this](const QByteArray &path, const QString &what) {
                openFile(path, what == QLatin1StringView("history"));
            });
    registerCommands();
}

CommitsPage::~CommitsPage()
{
    m_countStop.request_stop();
    m_model->stop();
}

void CommitsPage::buildPanes()
{
    auto *lower = new QWidget(this);
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addWidget(m_details);
    lowerColumn->addWidget(m_changes, 1);
    m_split->addWidget(m_list);
    m_split->addWidget(lower);
    m_split->setChildrenCollapsible(false);
    static_cast<ui::SideSplitter *>(m_split)->setInitialSizes({360, -1});
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);

    auto *statusBar = new QWidget(this);
    statusBar->setFixedHeight(24);
    auto *statusRow = new QHBoxLayout(statusBar);
    statusRow->setContentsMargins(12, 0, 12, 0);
    statusRow->addWidget(m_status, 1);
    statusRow->addWidget(m_progress);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    column->addWidget(statusBar);
}

void CommitsPage::connectHistory()
{
    connect(m_model, &HistoryModel::firstRowsShown, this, [this] {
        m_stack->setCurrentWidget(m_split);
        if (m_shown.isNull() && m_model->rowCount() > 0)
            m_list->selectRow(0);
        updateStatus();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CommitsPage::updateStatus);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommitsPage::updateStatus);
    connect(m_model, &HistoryModel::finished, this, &CommitsPage::showEnd);
    connect(m_model, &HistoryModel::failed, this, &CommitsPage::showFailure);
    connect(m_list, &HistoryList::selectionChangedByRows, this, &CommitsPage::selectionChanged);
    connect(m_list, &HistoryList::menuRequested, this, &CommitsPage::openMenu);
    connect(m_list, &HistoryList::detailsRequested, this, [this] { m_changes->view()->setFocus(); });
}

void CommitsPage::registerCommands()
{
    if (!m_context.commands)
        return;
    const QString context = QStringLiteral("commits");
    const auto none = [this] { return m_shown.isNull() ? tr("No commit is selected") : QString(); };
    m_context.commands->add(this, {{QStringLiteral("commits.filter"),
                                    tr("Filter commits"),
                                    QStringLiteral("search"),
                                    {QKeySequence(QStringLiteral("/"))},
                                    context,
                                    [this] { m_filters->focusSearch(); },
                                    {}},
                                   {QStringLiteral("commits.author"),
                                    tr("Filter commits by author…"),
                                    QStringLiteral("person"),
                                    {},
                                    context,
                                    [this] { m_filters->chooseAuthor(); },
                                    {}},
                                   {QStringLiteral("commits.date"),
                                    tr("Filter commits by date…"),
                                    QStringLiteral("view-calendar"),
                                    {},
                                    context,
                                    [this] { m_filters->chooseDates(); },
                                    {}},
                                   {QStringLiteral("commits.clearfilters"),
                                    tr("Clear filters of commits"),
                                    {},
                                    {},
                                    context,
                                    [this] { m_filters->clearFilters(); },
                                    {}},
                                   {QStringLiteral("commits.browse"),
                                    tr("Browse files at this commit"),
                                    QStringLiteral("folder"),
                                    {},
                                    context,
                                    [this] { browseAt(m_shown); },
                                    none},
                                   {QStringLiteral("commits.copyid"),
                                    tr("Copy commit id"),
                                    QStringLiteral("edit-copy"),
                                    {},
                                    context,
                                    [this] { QGuiApplication::clipboard()->setText(m_shown.toString()); },
                                    none},
                                   {QStringLiteral("commits.compare"),
                                    tr("Compare…"),
                                    QStringLiteral("vcs-diff"),
                                    {},
                                    context,
                                    [this] { openCompare(); },
                                    {}},
                                   {QStringLiteral("commits.branch"),
                                    tr("Create branch here…"),
                                    QStringLiteral("branch"),
                                    {},
                                    context,
                                    [this] { createRefAt(NewRefDialog::Kind::Branch, m_shown); },
                                    none},
                                   {QStringLiteral("commits.tag"),
                                    tr("Create tag here…"),
                                    QStringLiteral("tag"),
                                    {},
                                    context,
                                    [this] { createRefAt(NewRefDialog::Kind::Tag, m_shown); },
                                    none}});
}

void CommitsPage::open(const ui::Address &address)
{
    const bool other = address.repository != m_address.repository || address.hub != m_address.hub;
    m_address = address;
    const bool filtersChanged = m_filters->setFrom(address);
    const auto idOf = [&address](const char *key) {
        return git::Oid::fromHex(QStringView(address.query.value(QLatin1StringView(key))))
            .value_or(git::Oid());
    };
    const git::Oid wanted = idOf("commit");
    const git::Oid with = idOf("with");
    if (other) {
        for (RepositoryReader *reader : {&m_stream, &m_reader, &m_counter})
            reader->setRepository(address.repository);
        m_shown = wanted;
        m_comparedWith = with;
        refresh();
    } else if (filtersChanged) {
        m_shown = wanted;
        reload();
    }
    if (wanted.isNull())
        return;
    if (!with.isNull())
        showComparison(with, wanted);
    else if (other || filtersChanged || !m_list->selectId(wanted))
        showCommit(wanted);
}

void CommitsPage::refresh()
{
    loadRefs();
    reload();
}

void CommitsPage::loadRefs()
{
    const auto future = m_refsLoad =
        m_reader.run([](const git::Repository &repository, std::stop_token) -> Result<Refs> {
            const auto refs = git::refs(repository);
            const auto head = git::headBranch(repository);
            if (!refs)
                return std::unexpected(refs.error());
            return Refs{*refs, head.value_or(QByteArray()), repository.gitDirectory()};
        });
    onFinished(future, this, [this](const Result<Refs> &found) {
        if (!found)
            return;
        const bool first = m_refs.gitDirectory != found->gitDirectory;
        m_refs = *found;
        showRefs();
        // What is shown was waiting for the folder that its changes are read from.
        if (first && !m_shown.isNull())
            m_comparedWith.isNull() ? showCommit(m_shown) : showComparison(m_comparedWith, m_shown);
    });
}

void CommitsPage::showRefs()
{
    m_filters->setRefs(m_refs.refs, m_refs.defaultBranch);
    QHash<git::Oid, QList<ui::ChipContent>> chips;
    for (const git::RefInfo &ref : std::as_const(m_refs.refs)) {
        if (ref.commit.isNull())
            continue;
        const ui::RefKind kind = ref.kind == git::RefKind::Tag      ? ui::RefKind::Tag
                                 : ref.name == m_refs.defaultBranch ? ui::RefKind::CurrentBranch
                                 : ref.kind == git::RefKind::Remote ? ui::RefKind::RemoteBranch
                                                                    : ui::RefKind::Branch;
        // The default branch first: it is what everybody looks for.
        if (kind == ui::RefKind::CurrentBranch)
            chips[ref.commit].prepend(ui::refChip(ref.shortName(), kind));
        else
            chips[ref.commit].append(ui::refChip(ref.shortName(), kind));
    }
    m_model->setRefs(chips);
}

void CommitsPage::applyFilters()
{
    const QByteArray prefix = m_filters->commitIdPrefix();
    if (prefix.isEmpty()) {
        reload();
        Q_EMIT stateChanged();
        return;
    }
    const auto job = m_reader.run([prefix](const git::Repository &repository, std::stop_token) {
        return git::expandId(repository, prefix, 1);
    });
    onFinished(job.future, this, [this, prefix](const Result<QList<git::Oid>> &found) {
        if (prefix != m_filters->commitIdPrefix())
            return;
        if (found && !found->isEmpty())
            goTo(found->first().toString());
        else
            reload();
    });
}

void CommitsPage::reload()
{
    m_countStop.request_stop();
    m_total = -1;
    m_model->load(m_filters->options());
    updateStatus();
}

void CommitsPage::countAll()
{
    m_countStop.request_stop();
    m_countStop = {};
    const auto job = m_counter.run([from = m_filters->options().from, stop = m_countStop.get_token()](
                                       const git::Repository &repository, std::stop_token) {
        return git::commitCount(repository, from, stop);
    });
    onFinished(job.future, this, [this](const Result<qint64> &count) {
        m_total = count.value_or(-1);
        updateStatus();
    });
}

void CommitsPage::showEnd()
{
    // Only filtered rows need to be compared with how many there are; and not before they are shown.
    if (m_filters->isFiltered())
        countAll();
    updateStatus();
    if (m_model->rowCount() > 0)
        return;
    m_empty->clearActions();
    if (m_filters->isFiltered()) {
        m_empty->setContent(
            QStringLiteral("search"), tr("No commit matches"),
            tr("Searched the commits of %1.")
                .arg(m_filters->ref().isEmpty() ? tr("all branches") : refDisplayName(m_filters->ref())));
        m_empty->addAction(tr("Clear filters"), {}, [this] { m_filters->clearFilters(); });
    } else {
        m_empty->setContent(QStringLiteral("vcs-commit"), tr("No commit yet"),
                            tr("Create a first file on the Code page, or import a repository."));
    }
    m_stack->setCurrentWidget(m_empty);
}

void CommitsPage::showFailure(const Error &error)
{
    updateStatus();
    const ui::ErrorText text = ui::errorText(error);
    m_empty->clearActions();
    m_empty->setContent(QStringLiteral("state-failed"), text.what, text.remedy);
    m_empty->addAction(tr("Try again"), QStringLiteral("view-refresh"), [this] { refresh(); });
    if (m_filters->isFiltered())
        m_empty->addAction(tr("Clear filters"), {}, [this] { m_filters->clearFilters(); });
    m_stack->setCurrentWidget(m_empty);
}

void CommitsPage::selectionChanged()
{
    updateStatus();
    const QList<git::Oid> ids = m_list->selectedIds();
    if (ids.isEmpty())
        return;
    if (ids.size() == 2)
        showComparison(ids[1], ids[0]);
    else
        showCommit(m_list->currentId());
    Q_EMIT stateChanged();
}

void CommitsPage::showCommit(const git::Oid &id)
{
    if (id.isNull())
        return;
    m_shown = id;
    m_comparedWith = {};
    const auto future = m_commitLoad = m_reader.run(
        [id](const git::Repository &repository, std::stop_token) -> Result<QList<git::CommitInfo>> {
            return git::commit(repository, id).transform([](const git::CommitInfo &info) {
                return QList<git::CommitInfo>{info};
            });
        });
    onFinished(future, this, [this](const Result<QList<git::CommitInfo>> &found) {
        if (!found) {
            m_details->clear();
            m_changes->setMessage(ui::errorText(found.error()).what, ui::errorText(found.error()).remedy);
            return;
        }
        const git::CommitInfo &commit = found->first();
        m_details->setCommit(commit);
        diffview::ChangeSource source;
        source.gitDirectory = m_refs.gitDirectory;
        source.before = commit.parents.isEmpty() ? git::Oid() : commit.parents.first();
        source.after = commit.id;
        source.beforeLabel = commit.parents.isEmpty() ? tr("Nothing") : tr("Parent");
        source.afterLabel = tr("Commit");
        if (!m_refs.gitDirectory.isEmpty())
            m_changes->setSource(source);
    });
}

void CommitsPage::showComparison(const git::Oid &before, const git::Oid &after)
{
    m_shown = after;
    m_comparedWith = before;
    const auto future = m_commitLoad =
        m_reader.run([before, after](const git::Repository &repository,
                                     std::stop_token) -> Result<QList<git::CommitInfo>> {
            const auto old = git::commit(repository, before);
            const auto fresh = git::commit(repository, after);
            if (!old || !fresh)
                return std::unexpected(old ? fresh.error() : old.error());
            return QList<git::CommitInfo>{*old, *fresh};
        });
    onFinished(future, this, [this](const Result<QList<git::CommitInfo>> &found) {
        if (!found) {
            m_details->clear();
            m_changes->setMessage(ui::errorText(found.error()).what, ui::errorText(found.error()).remedy);
            return;
        }
        m_details->setComparison(found->at(0), found->at(1));
        diffview::ChangeSource source;
        source.gitDirectory = m_refs.gitDirectory;
        source.before = found->at(0).id;
        source.after = found->at(1).id;
        source.beforeLabel = found->at(0).subject().left(40);
        source.afterLabel = found->at(1).subject().left(40);
        if (!m_refs.gitDirectory.isEmpty())
            m_changes->setSource(source);
    });
}

void CommitsPage::goTo(const QString &id)
{
    const auto oid = git::Oid::fromHex(QStringView(id));
    if (!oid)
        return;
    if (!m_list->selectId(*oid)) {
        m_list->clearSelection();
        showCommit(*oid);
    }
    Q_EMIT stateChanged();
}

void CommitsPage::updateStatus()
{
    const auto selected = m_list->selectionModel()->selectedRows().size();
    m_status->setText(tr("%n commit(s) selected", nullptr, static_cast<int>(selected)) +
                      tr("    Enter open    Ctrl+C copy id    Ctrl + click compare two"));
    m_progress->setText(m_model->isLoading() ? tr("Reading older history…") : tr("History is complete"));
    m_filters->setCounts(m_model->rowCount(), m_total, !m_model->isLoading());
}

void CommitsPage::browseAt(const git::Oid &id)
{
    ui::Address to = m_address;
    to.tab = QStringLiteral("code");
    to.query = {{QStringLiteral("ref"), id.toString()}};
    Q_EMIT navigationRequested(to);
}

void CommitsPage::openFile(const QByteArray &path, bool history)
{
    ui::Address to = m_address;
    to.tab = history ? QStringLiteral("commits") : QStringLiteral("code");
    to.query = {{QStringLiteral("path"), ui::addressText(path)}, {QStringLiteral("ref"), m_shown.toString()}};
    if (history)
        to.query.insert(QStringLiteral("follow"), QStringLiteral("1"));
    Q_EMIT navigationRequested(to);
}

void CommitsPage::openMenu(const git::Oid &id, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Browse files at this commit"), this, [this, id] { browseAt(id); });
    menu->addAction(tr("Copy commit id"), QKeySequence::Copy, this,
                    [id] { QGuiApplication::clipboard()->setText(id.toString()); });
    menu->addSeparator();
    menu->addAction(tr("Create branch here…"), this,
                    [this, id] { createRefAt(NewRefDialog::Kind::Branch, id); });
    menu->addAction(tr("Create tag here…"), this, [this, id] { createRefAt(NewRefDialog::Kind::Tag, id); });
    menu->addSeparator();
    menu->addAction(tr("Compare…"), this, &CommitsPage::openCompare);
    menu->popup(global);
}

void CommitsPage::createRefAt(NewRefDialog::Kind kind, const git::Oid &id)
{
    auto *dialog = new NewRefDialog(kind, m_context.session, &m_reader, m_refs.refs, m_refs.defaultBranch,
                                    id.hex(), this);
    connect(dialog, &NewRefDialog::created, this, &CommitsPage::refresh);
    dialog->open();
}

void CommitsPage::openCompare()
{
    auto *dialog = new CompareDialog(&m_reader, m_refs.refs, m_refs.defaultBranch,
                                     m_shown.isNull() ? QByteArray() : m_shown.hex(), this);
    connect(dialog, &CompareDialog::chosen, this, [this](const git::Oid &before, const git::Oid &after) {
        m_list->clearSelection();
        showComparison(before, after);
        Q_EMIT stateChanged();
    });
    dialog->open();
}

ui::Address CommitsPage::address() const
{
    ui::Address address = m_address;
    address.tab = QStringLiteral("commits");
    address.query = m_filters->query();
    if (!m_shown.isNull())
        address.query.insert(QStringLiteral("commit"), m_shown.toString());
    if (!m_comparedWith.isNull())
        address.query.insert(QStringLiteral("with"), m_comparedWith.toString());
    return address;
}

bool CommitsPage::focusPane(bool forward)
{
    const bool inList = m_list->hasFocus();
    const bool inChanges = m_changes->isAncestorOf(QApplication::focusWidget());
    if (forward ? !inList && !inChanges : inChanges) {
        m_list->setFocus();
        return true;
    }
    if (forward && inList) {
        m_changes->view()->setFocus();
        return true;
    }
    return false;
}

} // namespace countersign::code
