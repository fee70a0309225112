// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/changespanel.h"

#include "core/accounts/settings.h"
#include "core/base/async.h"
#include "ui/diff/changedfilespanel.h"
#include "ui/diff/diffview.h"
#include "ui/diff/findbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sidesplitter.h"
#include "ui/widgets/toolrow.h"

#include <QStackedWidget>

namespace countersign::diffview {

ChangesPanel::ChangesPanel(Role role, accounts::Settings *settings, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
    , m_settings(settings)
    , m_lane(QStringLiteral("changed files"))
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *splitter = new ui::SideSplitter(Qt::Horizontal,
                                          role == Role::Review ? QStringLiteral("review.files")
                                                               : QStringLiteral("details.files"),
                                          settings, this);
    m_splitter = splitter;
    m_files = new ChangedFilesPanel(role == Role::Review, splitter);
    m_files->setMinimumWidth(180);
    auto *right = new QWidget(splitter);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tools = new ui::ToolRow(right);
    m_find = new FindBar(right);
    m_stack = new QStackedWidget(right);
    m_view = new DiffView(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_limited =
        new ui::Banner(ui::BannerKind::Info, tr("Renames were only found where the content is the same."),
                       tr("Too many files were added and removed to compare each with each."), right);
    m_limited->hide();
    column->addWidget(m_tools);
    column->addWidget(m_find);
    column->addWidget(m_limited);
    column->addWidget(m_stack, 1);
    splitter->addWidget(m_files);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setInitialSizes({280, -1});
    row->addWidget(splitter);
    buildToolRow();
    connectView();
    applySettings();
    m_empty->setContent(QStringLiteral("file"), tr("Nothing to compare yet."), {});
    showPage(m_empty);
    updatePosition();
}

ChangesPanel::~ChangesPanel() { m_load.cancel(); }

void ChangesPanel::showPage(QWidget *page) { m_stack->setCurrentWidget(page); }

void ChangesPanel::connectView()
{
    connect(m_view, &DiffView::currentFileChanged, this, [this](int file) {
        m_files->setCurrent(file);
        updatePosition();
        if (file >= 0 && m_ready)
            Q_EMIT currentFileChanged(m_view->file(file).path());
    });
    // Each new text lays the tool row out anew: not with every step of scrolling.
    m_positionTimer.setSingleShot(true);
    m_positionTimer.setInterval(40);
    connect(&m_positionTimer, &QTimer::timeout, this, &ChangesPanel::updatePosition);
    connect(m_view, &DiffView::positionChanged, this, [this] {
        if (!m_positionTimer.isActive())
            m_positionTimer.start();
    });
    connect(m_view, &DiffView::countsChanged, this, &ChangesPanel::updateCounts);
    connect(m_view, &DiffView::countingDone, this, &ChangesPanel::updateCounts);
    connect(m_view, &DiffView::threadStateChanged, this, &ChangesPanel::updateComments);
    connect(m_view, &DiffView::commentRequested, this, [this](int file, Side side, int first, int last) {
        Q_EMIT commentRequested(m_view->file(file).path(), side, first, last);
    });
    connect(m_view, &DiffView::viewedToggled, this,
            [this](int file, bool viewed) { Q_EMIT viewedToggled(m_view->file(file), viewed); });
    connect(m_view, &DiffView::zoomRequested, this, &ChangesPanel::zoom);
    connect(m_view, &DiffView::menuRequested, this, &ChangesPanel::showFileMenu);
    connect(m_view, &DiffView::textMenuRequested, this, &ChangesPanel::showTextMenu);
    connect(m_view, &DiffView::findChanged, this, [this] {
        m_find->setResult(m_view->matchIndex(), m_view->matchCount(), m_view->matchesLimited());
    });
    connect(m_find, &FindBar::searched, this, [this](const QString &text, bool caseSensitive) {
        m_find->setResult(-1, -1);
        m_view->find(text, caseSensitive);
    });
    connect(m_find, &FindBar::stepped, m_view, &DiffView::findNext);
    connect(m_find, &FindBar::closed, this, [this] {
        m_view->find({});
        m_view->setFocus();
    });
    connect(m_files, &ChangedFilesPanel::fileChosen, m_view, &DiffView::goToFile);
    connect(m_files, &ChangedFilesPanel::menuRequested, this, &ChangesPanel::showFileMenu);
    connect(m_files, &ChangedFilesPanel::viewedToggled, this,
            [this](int file, bool viewed) { Q_EMIT viewedToggled(m_view->file(file), viewed); });
    connect(m_files, &ChangedFilesPanel::treeToggled, this, [this](bool tree) {
        if (m_settings)
            m_settings->setValue(QStringLiteral("diff/fileTree"), tree);
    });
    if (m_settings) {
        connect(m_settings, &accounts::Settings::changed, this, &ChangesPanel::applySettings);
        m_files->setTree(m_settings->value(QStringLiteral("diff/fileTree"), true).toBool());
    }
    connect(&theme::Theme::instance(), &theme::Theme::changed, m_view, &DiffView::updateFont);
}

void ChangesPanel::applySettings()
{
    if (!m_settings)
        return;
    m_view->setSplit(m_settings->splitDiff());
    m_view->setWrap(m_settings->wrapLines());
    m_view->setTabWidth(m_settings->tabWidth());
    m_mode->setCurrent(m_view->isSplit() ? QStringLiteral("split") : QStringLiteral("unified"));
    m_wrap->setChecked(m_view->isWrapping());
    setWhitespace(static_cast<diff::Whitespace>(m_settings->whitespaceMode()));
}

void ChangesPanel::setSource(const ChangeSource &source)
{
    if (source == m_source)
        return;
    m_source = source;
    if (source.isNull()) {
        setMessage(tr("Nothing to compare yet."), {});
        return;
    }
    git::DeltaOptions options;
    options.path = source.path;
    onFinished(m_load = m_lane.run([source, options](std::stop_token stop) -> Result<git::Deltas> {
        auto repository = git::Repository::open(source.gitDirectory);
        if (!repository)
            return std::unexpected(repository.error());
        return git::deltas(*repository, source.before, source.after, options, stop);
    }),
               this, [this](const Result<git::Deltas> &deltas) {
                   if (deltas) {
                       showFiles(deltas->files, deltas->renamesLimited);
                       return;
                   }
                   if (deltas.error().kind == ErrorKind::Cancelled)
                       return;
                   m_empty->setContent(QStringLiteral("state-danger"), tr("The changes cannot be read."),
                                       deltas.error().message);
                   showPage(m_empty);
                   Q_EMIT failed(deltas.error().message, deltas.error().detail);
               });
}

void ChangesPanel::showFiles(const QList<git::FileDelta> &files, bool renamesLimited)
{
    m_limited->setVisible(renamesLimited);
    m_ready = false;
    m_files->setFiles(files);
    m_view->setFiles(m_source, files, m_role == Role::Review);
    m_ready = true;
    if (files.isEmpty()) {
        m_empty->setContent(QStringLiteral("check"), tr("No differences."),
                            tr("Both sides have the same files with the same content."));
        showPage(m_empty);
    } else {
        showPage(m_view);
    }
    refreshViewed();
    updateComments();
    m_files->setCurrent(m_view->currentFile());
    const Wanted wanted = std::exchange(m_wanted, {});
    if (!wanted.thread.isEmpty())
        revealThread(wanted.path, wanted.thread);
    else if (!wanted.path.isEmpty())
        reveal(wanted.path, wanted.side, wanted.line);
    if (m_find->isVisible())
        m_view->find(m_find->text(), m_find->isCaseSensitive());
    updatePosition();
    Q_EMIT loaded(static_cast<int>(files.size()));
    if (!files.isEmpty())
        Q_EMIT currentFileChanged(currentPath());
}

void ChangesPanel::setMessage(const QString &title, const QString &text)
{
    m_load.cancel();
    m_source = {};
    m_limited->hide();
    m_files->setFiles({});
    m_view->setFiles({}, {}, false);
    m_empty->setContent(QStringLiteral("file"), title, text);
    showPage(m_empty);
    updatePosition();
}

void ChangesPanel::setFilesVisible(bool visible) { m_files->setVisible(visible); }

void ChangesPanel::setThreadSource(ThreadSource *source)
{
    m_threads = source;
    m_view->setThreadSource(source);
    updateComments();
}

void ChangesPanel::setViewedQuery(std::function<ViewedState(const git::FileDelta &)> query)
{
    m_viewed = std::move(query);
    m_view->setViewedQuery(m_viewed);
    refreshViewed();
}

void ChangesPanel::refreshViewed()
{
    m_view->refreshViewed();
    for (int i = 0; i < m_view->fileCount(); ++i)
        m_files->model()->setViewed(i, m_view->viewedState(i));
    m_files->refreshProgress();
}

void ChangesPanel::updateComments()
{
    for (int i = 0; i < m_view->fileCount(); ++i) {
        bool open = false;
        const int count = m_view->threadCount(i, &open);
        m_files->model()->setComments(i, count, open);
    }
}

void ChangesPanel::updateCounts()
{
    int added = 0;
    int removed = 0;
    for (int i = 0; i < m_view->fileCount(); ++i) {
        const git::LineCounts counts = m_view->counts(i);
        added += std::max(0, counts.added);
        removed += std::max(0, counts.removed);
        m_files->model()->setCounts(i, counts.added, counts.removed);
    }
    m_files->setTotals(added, removed);
    Q_EMIT totalsChanged(added, removed);
}

QByteArray ChangesPanel::currentPath() const
{
    const int file = m_view->currentFile();
    return file >= 0 && file < m_view->fileCount() ? m_view->file(file).path() : QByteArray();
}

void ChangesPanel::reveal(const QByteArray &path, Side side, int line)
{
    const int file = m_view->fileIndex(path);
    if (file < 0)
        m_wanted = {path, side, line, {}};
    else
        m_view->reveal(file, side, line);
}

void ChangesPanel::revealThread(const QByteArray &path, const QString &threadId)
{
    const int file = m_view->fileIndex(path);
    if (file < 0)
        m_wanted = {path, Side::After, -1, threadId};
    else
        m_view->revealThread(file, threadId);
}

QList<git::FileDelta> ChangesPanel::files() const
{
    QList<git::FileDelta> files;
    for (int i = 0; i < m_view->fileCount(); ++i)
        files.append(m_view->file(i));
    return files;
}

} // namespace countersign::diffview
