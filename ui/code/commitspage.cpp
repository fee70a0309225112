// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/commitspage.h"

#include "core/api/operations.h"
#include "core/base/async.h"
#include "ui/code/commitdetails.h"
#include "ui/code/historydelegate.h"
#include "ui/code/historyfilters.h"
#include "ui/code/historymodel.h"
#include "ui/code/refchooser.h"
#include "ui/diff/changespanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidesplitter.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

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
    , m_list(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new ui::EmptyState(this))
    , m_split(new ui::SideSplitter(Qt::Vertical, QStringLiteral("commits.details"), context.settings, this))
    , m_details(new CommitDetails(context.people, this))
    , m_changes(new diffview::ChangesPanel(diffview::ChangesPanel::Role::Details, context.settings, this))
    , m_status(new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this))
    , m_progress(new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this))
{
    buildList();
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

    connect(m_filters, &HistoryFilters::changed, this, [this] {
        if (const QByteArray prefix = m_filters->commitIdPrefix(); !prefix.isEmpty()) {
            const auto job = m_reader.run([prefix](const git::Repository &repository, std::stop_token) {
                return git::expandId(repository, prefix, 1);
            });
            onFinished(job.future, this, [this](const Result<QList<git::Oid>> &found) {
                if (found && !found->isEmpty())
                    goTo(found->first().toString());
                else
                    reload();
            });
            return;
        }
        reload();
        Q_EMIT stateChanged();
    });
    connect(m_details, &CommitDetails::commitRequested, this, &CommitsPage::goTo);
    connect(m_changes, &diffview::ChangesPanel::fileRequested, this,
            [this](const QByteArray &path, const QString &what) {
                ui::Address to = m_address;
                to.tab =
                    what == QLatin1StringView("history") ? QStringLiteral("commits") : QStringLiteral("code");
                to.query = {{QStringLiteral("path"), QString::fromUtf8(path)},
                            {QStringLiteral("ref"), currentId().toString()}};
                Q_EMIT navigationRequested(to);
            });
    registerCommands();
}

CommitsPage::~CommitsPage()
{
    m_countStop.request_stop();
    m_model->stop();
}

void CommitsPage::buildList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_context.people, this));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setShowGrid(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(false);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Commits"));
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    QHeaderView *header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(HistoryModel::Message, QHeaderView::Stretch);
    updateColumns();
    connect(m_model, &HistoryModel::graphWidened, this, &CommitsPage::updateColumns);
    connect(m_model, &HistoryModel::firstRowsShown, this, [this] {
        m_stack->setCurrentWidget(m_split);
        if (m_wanted.isNull() && m_model->rowCount() > 0)
            m_list->selectRow(0);
        updateStatus();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CommitsPage::updateStatus);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommitsPage::updateStatus);
    connect(m_model, &HistoryModel::finished, this, [this] {
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
    });
    connect(m_model, &HistoryModel::failed, this, [this](const Error &error) {
        const ui::ErrorText text = ui::errorText(error);
        m_empty->clearActions();
        m_empty->setContent(QStringLiteral("state-failed"), text.what, text.remedy);
        m_empty->addAction(tr("Try again"), QStringLiteral("view-refresh"), [this] { refresh(); });
        m_stack->setCurrentWidget(m_empty);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CommitsPage::selectionChanged);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CommitsPage::openMenu);
    connect(m_list, &QTableView::doubleClicked, this, [this] { m_changes->setFocus(); });
}

void CommitsPage::registerCommands()
{
    if (!m_context.commands)
        return;
    const auto none = [this] { return currentId().isNull() ? tr("No commit is selected") : QString(); };
    m_context.commands->add(this, {{QStringLiteral("commits.filter"),
                                    tr("Filter commits"),
                                    QStringLiteral("search"),
                                    {QKeySequence(QStringLiteral("/"))},
                                    QStringLiteral("commits"),
                                    [this] { m_filters->focusSearch(); },
                                    {}},
                                   {QStringLiteral("commits.copyid"),
                                    tr("Copy commit id"),
                                    QStringLiteral("edit-copy"),
                                    {},
                                    QStringLiteral("commits"),
                                    [this] { QGuiApplication::clipboard()->setText(currentId().toString()); },
                                    none},
                                   {QStringLiteral("commits.compare"),
                                    tr("Compare…"),
                                    QStringLiteral("vcs-diff"),
                                    {},
                                    QStringLiteral("commits"),
                                    [this] { openCompare(); },
                                    {}},
                                   {QStringLiteral("commits.branch"),
                                    tr("Create branch here…"),
                                    QStringLiteral("branch"),
                                    {},
                                    QStringLiteral("commits"),
                                    [this] { createBranchAt(currentId()); },
                                    none},
                                   {QStringLiteral("commits.tag"),
                                    tr("Create tag here…"),
                                    QStringLiteral("tag"),
                                    {},
                                    QStringLiteral("commits"),
                                    [this] { createTagAt(currentId()); },
                                    none}});
    auto *copy = new QShortcut(QKeySequence::Copy, m_list);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this,
            [this] { QGuiApplication::clipboard()->setText(currentId().toString()); });
    for (const auto &[key, step] : {std::pair{Qt::Key_J, 1}, std::pair{Qt::Key_K, -1}}) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] {
            const int row =
                std::clamp(m_list->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
            m_list->selectRow(row);
        });
    }
}

void CommitsPage::updateColumns()
{
    QHeaderView *header = m_list->horizontalHeader();
    // A graph that is very wide takes no more than a fifth of the room; lanes beyond are cut.
    const int graph =
        std::clamp(24 + m_model->widestGraph() * ui::graphLaneWidth, 90, std::max(90, width() / 5));
    header->resizeSection(HistoryModel::Graph, graph);
    header->resizeSection(HistoryModel::Author, 170);
    header->resizeSection(HistoryModel::Date, 136);
    header->resizeSection(HistoryModel::Id, 88);
}

void CommitsPage::open(const ui::Address &address)
{
    const bool other = address.repository != m_address.repository;
    m_address = address;
    const QString ref = address.query.value(QStringLiteral("ref"));
    const QString path = address.query.value(QStringLiteral("path"));
    const auto wanted = git::Oid::fromHex(QStringView(address.query.value(QStringLiteral("commit"))));
    const auto with = git::Oid::fromHex(QStringView(address.query.value(QStringLiteral("with"))));
    m_wanted = wanted.value_or(git::Oid());
    m_compareWith = with.value_or(git::Oid());
    const bool filtersChanged = ref.toUtf8() != m_filters->ref() || path != m_filters->path() ||
                                address.query.value(QStringLiteral("author")) != m_filters->author() ||
                                address.query.value(QStringLiteral("text")) != m_filters->text();
    m_filters->setRef(ref.toUtf8());
    m_filters->setPath(path);
    m_filters->setAuthor(address.query.value(QStringLiteral("author")));
    m_filters->setText(address.query.value(QStringLiteral("text")));
    if (other) {
        for (RepositoryReader *reader : {&m_stream, &m_reader, &m_counter})
            reader->setRepository(address.repository);
        refresh();
    } else if (filtersChanged) {
        reload();
    }
    if (!m_wanted.isNull()) {
        const int row = m_model->rowOf(m_wanted);
        if (row >= 0 && !other && !filtersChanged && m_compareWith.isNull())
            m_list->selectRow(row);
        else if (!m_compareWith.isNull())
            showComparison(m_compareWith, m_wanted);
        else
            showCommit(m_wanted);
    }
}

void CommitsPage::refresh()
{
    loadRefs();
    reload();
}

void CommitsPage::loadRefs()
{
    struct Refs
    {
        QList<git::RefInfo> refs;
        QByteArray head;
        QString directory;
    };
    const auto job = m_reader.run([](const git::Repository &repository, std::stop_token) -> Result<Refs> {
        const auto refs = git::refs(repository);
        const auto head = git::headBranch(repository);
        if (!refs)
            return std::unexpected(refs.error());
        return Refs{*refs, head.value_or(QByteArray()), repository.gitDirectory()};
    });
    onFinished(job.future, this, [this](const Result<Refs> &found) {
        if (!found)
            return;
        m_refs = found->refs;
        m_defaultBranch = found->head;
        m_gitDirectory = found->directory;
        m_filters->setRefs(m_refs, m_defaultBranch);
        QHash<git::Oid, QList<ui::ChipContent>> chips;
        for (const git::RefInfo &ref : std::as_const(m_refs)) {
            if (ref.commit.isNull())
                continue;
            const ui::RefKind kind = ref.kind == git::RefKind::Tag      ? ui::RefKind::Tag
                                     : ref.name == m_defaultBranch      ? ui::RefKind::CurrentBranch
                                     : ref.kind == git::RefKind::Remote ? ui::RefKind::RemoteBranch
                                                                        : ui::RefKind::Branch;
            // The default branch first: it is what everybody looks for.
            if (kind == ui::RefKind::CurrentBranch)
                chips[ref.commit].prepend(ui::refChip(ref.shortName(), kind));
            else
                chips[ref.commit].append(ui::refChip(ref.shortName(), kind));
        }
        m_model->setRefs(chips);
        if (!m_wanted.isNull())
            m_compareWith.isNull() ? showCommit(m_wanted) : showComparison(m_compareWith, m_wanted);
    });
}

void CommitsPage::reload()
{
    const git::LogOptions options = m_filters->options();
    m_model->load(options);
    m_total = -1;
    updateStatus();
    m_countStop.request_stop();
    m_countStop = {};
    const auto job = m_counter.run([from = options.from, stop = m_countStop.get_token()](
                                       const git::Repository &repository, std::stop_token) {
        return git::commitCount(repository, from, stop);
    });
    onFinished(job.future, this, [this](const Result<qint64> &count) {
        m_total = count.value_or(-1);
        updateStatus();
    });
}

git::Oid CommitsPage::currentId() const { return m_model->idAt(m_list->currentIndex().row()); }

void CommitsPage::selectionChanged()
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    updateStatus();
    if (rows.isEmpty())
        return;
    if (rows.size() == 2) {
        // Further down is older.
        const int newer = std::min(rows[0].row(), rows[1].row());
        const int older = std::max(rows[0].row(), rows[1].row());
        showComparison(m_model->idAt(older), m_model->idAt(newer));
    } else {
        showCommit(currentId());
    }
    Q_EMIT stateChanged();
}

void CommitsPage::showCommit(const git::Oid &id)
{
    if (id.isNull())
        return;
    m_wanted = id;
    m_compareWith = {};
    m_commitLoad.cancel();
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
        source.gitDirectory = m_gitDirectory;
        source.before = commit.parents.isEmpty() ? git::Oid() : commit.parents.first();
        source.after = commit.id;
        source.beforeLabel = commit.parents.isEmpty() ? tr("Nothing") : tr("Parent");
        source.afterLabel = tr("Commit");
        if (!m_gitDirectory.isEmpty())
            m_changes->setSource(source);
    });
}

void CommitsPage::showComparison(const git::Oid &before, const git::Oid &after)
{
    m_wanted = after;
    m_compareWith = before;
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
            m_changes->setMessage(ui::errorText(found.error()).what, ui::errorText(found.error()).remedy);
            return;
        }
        m_details->setComparison(found->at(0), found->at(1));
        diffview::ChangeSource source;
        source.gitDirectory = m_gitDirectory;
        source.before = found->at(0).id;
        source.after = found->at(1).id;
        source.beforeLabel = found->at(0).subject().left(40);
        source.afterLabel = found->at(1).subject().left(40);
        if (!m_gitDirectory.isEmpty())
            m_changes->setSource(source);
    });
}

void CommitsPage::goTo(const QString &id)
{
    const auto oid = git::Oid::fromHex(QStringView(id));
    if (!oid)
        return;
    const int row = m_model->rowOf(*oid);
    if (row >= 0) {
        m_list->selectRow(row);
        m_list->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    } else {
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

void CommitsPage::openMenu(const QPoint &position)
{
    const git::Oid id = m_model->idAt(m_list->rowAt(position.y()));
    if (id.isNull())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Browse files at this commit"), this, [this, id] {
        ui::Address to = m_address;
        to.tab = QStringLiteral("code");
        to.query = {{QStringLiteral("ref"), id.toString()}};
        Q_EMIT navigationRequested(to);
    });
    menu->addAction(tr("Copy commit id"), QKeySequence::Copy, this,
                    [id] { QGuiApplication::clipboard()->setText(id.toString()); });
    menu->addSeparator();
    menu->addAction(tr("Create branch here…"), this, [this, id] { createBranchAt(id); });
    menu->addAction(tr("Create tag here…"), this, [this, id] { createTagAt(id); });
    menu->addSeparator();
    menu->addAction(tr("Compare…"), this, &CommitsPage::openCompare);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void CommitsPage::askForName(
    const QString &title, const QString &verb, const QString &label,
    const std::function<void(const QString &, const std::function<void(const Error *)> &)> &work)
{
    auto *dialog = new ui::DialogBase(title, verb, this);
    auto *name = new QLineEdit(dialog);
    ui::FieldError *error = dialog->addField(label, name);
    dialog->setSubmitEnabled(false);
    connect(name, &QLineEdit::textChanged, dialog, [dialog, error](const QString &text) {
        error->clear();
        dialog->setSubmitEnabled(!text.trimmed().isEmpty());
    });
    connect(dialog, &ui::DialogBase::submitted, this, [dialog, name, error, work] {
        dialog->setBusy(true);
        work(name->text().trimmed(), [dialog = QPointer(dialog), error](const Error *failure) {
            if (!dialog)
                return;
            dialog->setBusy(false);
            if (!failure) {
                dialog->accept();
                return;
            }
            error->setError(ui::errorText(*failure).what);
        });
    });
    dialog->open();
    name->setFocus();
}

void CommitsPage::createBranchAt(const git::Oid &id)
{
    if (id.isNull())
        return;
    askForName(tr("Create branch at %1").arg(id.shortString()), tr("Create branch"), tr("&Name"),
               [this, id](const QString &name, const std::function<void(const Error *)> &done) {
                   m_context.session->call<api::CreateBranch>(
                       {m_address.repository, name, id.toString()}, this,
                       [this, done](const Result<api::CreateBranch::Output> &made) {
                           done(made ? nullptr : &made.error());
                           if (made)
                               refresh();
                       });
               });
}

void CommitsPage::createTagAt(const git::Oid &id)
{
    if (id.isNull())
        return;
    askForName(tr("Create tag at %1").arg(id.shortString()), tr("Create tag"), tr("&Name"),
               [this, id](const QString &name, const std::function<void(const Error *)> &done) {
                   m_context.session->call<api::CreateTag>(
                       {m_address.repository, name, id.toString(), std::nullopt}, this,
                       [this, done](const Result<api::CreateTag::Output> &made) {
                           done(made ? nullptr : &made.error());
                           if (made)
                               refresh();
                       });
               });
}

void CommitsPage::openCompare()
{
    auto *dialog = new ui::DialogBase(tr("Compare"), tr("Compare"), this);
    auto *before = new RefChooser(dialog);
    auto *after = new RefChooser(dialog);
    before->setRefs(m_refs, m_defaultBranch);
    after->setRefs(m_refs, m_defaultBranch);
    before->setCurrent(m_defaultBranch);
    after->setCurrent(currentId().isNull() ? m_defaultBranch : currentId().hex());
    auto *mergeBase = new QCheckBox(tr("Only what the second added since they parted"), dialog);
    mergeBase->setChecked(true);
    dialog->addField(tr("&From"), before);
    dialog->addField(tr("&To"), after);
    dialog->form()->addRow(QString(), mergeBase);
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog, before, after, mergeBase] {
        const bool threeDot = mergeBase->isChecked();
        const auto job = m_reader.run([from = before->current(), to = after->current(),
                                       threeDot](const git::Repository &repository,
                                                 std::stop_token) -> Result<std::pair<git::Oid, git::Oid>> {
            const auto old = git::resolveCommit(repository, from);
            const auto fresh = git::resolveCommit(repository, to);
            if (!old || !fresh)
                return std::unexpected(old ? fresh.error() : old.error());
            if (!threeDot)
                return std::pair{*old, *fresh};
            return git::mergeBase(repository, *old, *fresh)
                .transform([&](const std::optional<git::Oid> &base) {
                    return std::pair{base.value_or(*old), *fresh};
                });
        });
        onFinished(job.future, dialog, [this, dialog](const Result<std::pair<git::Oid, git::Oid>> &ends) {
            if (!ends) {
                dialog->fail(ui::errorText(ends.error()).what);
                return;
            }
            dialog->accept();
            m_list->clearSelection();
            showComparison(ends->first, ends->second);
            Q_EMIT stateChanged();
        });
    });
    dialog->open();
}

ui::Address CommitsPage::address() const
{
    ui::Address address = m_address;
    address.tab = QStringLiteral("commits");
    address.query.clear();
    const auto put = [&address](const char *key, const QString &value) {
        if (!value.isEmpty())
            address.query.insert(QString::fromLatin1(key), value);
    };
    put("ref", QString::fromUtf8(m_filters->ref()));
    put("path", m_filters->path());
    put("author", m_filters->author());
    put("text", m_filters->text());
    if (!m_wanted.isNull())
        put("commit", m_wanted.toString());
    if (!m_compareWith.isNull())
        put("with", m_compareWith.toString());
    return address;
}

bool CommitsPage::focusPane(bool forward)
{
    const bool inList = m_list->hasFocus();
    const bool inChanges = m_changes->isAncestorOf(QApplication::focusWidget());
    if (forward && !inList && !inChanges) {
        m_list->setFocus();
        return true;
    }
    if (forward && inList) {
        m_changes->setFocus();
        return true;
    }
    if (!forward && inChanges) {
        m_list->setFocus();
        return true;
    }
    return false;
}

} // namespace countersign::code
