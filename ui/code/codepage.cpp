// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/codepage.h"

#include "core/base/async.h"
#include "ui/code/blamelegend.h"
#include "ui/code/editfiledialog.h"
#include "ui/code/filedownload.h"
#include "ui/code/filepanel.h"
#include "ui/code/filespanel.h"
#include "ui/code/latestcommitbar.h"
#include "ui/code/readmepanel.h"
#include "ui/diff/codeview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidesplitter.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

CodePage::CodePage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_reader(context.session, QStringLiteral("code"))
    , m_stack(new QStackedWidget(this))
    , m_empty(new ui::EmptyState(this))
    , m_files(new FilesPanel(context.session, this))
    , m_latest(new LatestCommitBar(context.session, context.people, this))
    , m_file(new FilePanel(context, this))
    , m_readme(new ReadmePanel(context.session, this))
    , m_download(new FileDownload(context, this))
{
    auto *splitter =
        new ui::SideSplitter(Qt::Horizontal, QStringLiteral("code.tree"), context.settings, this);
    splitter->addWidget(m_files);
    splitter->addWidget(buildContentSide());
    splitter->setChildrenCollapsible(false);
    splitter->setInitialSizes({248, -1});
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    connect(m_files, &FilesPanel::refChosen, this, [this](const QByteArray &specifier) {
        ui::Address to = address();
        to.query.insert(QStringLiteral("ref"), ui::addressText(specifier));
        Q_EMIT navigationRequested(to);
    });
    connect(m_files, &FilesPanel::pathChosen, this, &CodePage::navigate);
    connect(m_files, &FilesPanel::failed, this, &CodePage::report);
    connect(m_latest, &LatestCommitBar::commitRequested, this, &CodePage::openCommit);
    connect(m_latest, &LatestCommitBar::historyRequested, this, &CodePage::openHistory);
    connect(m_readme, &ReadmePanel::pathRequested, this, &CodePage::navigate);
    connect(m_readme, &ReadmePanel::pullRequestRequested, this, [this](const QString &id) {
        ui::Address to;
        to.hub = m_address.hub;
        to.page = ui::Address::Page::PullRequest;
        to.item = id;
        Q_EMIT navigationRequested(to);
    });
    connect(m_download, &FileDownload::failed, this, &CodePage::report);
    connectFilePanel();
    registerCommands();
}

CodePage::~CodePage() = default;

QWidget *CodePage::buildContentSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *lower = new ui::SideSplitter(Qt::Vertical, QStringLiteral("code.readme"), m_context.settings, side);
    lower->addWidget(m_file);
    lower->addWidget(m_readme);
    lower->setChildrenCollapsible(false);
    lower->setInitialSizes({460, -1});
    column->addWidget(m_latest);
    column->addWidget(lower, 1);
    column->addWidget(buildStatusRow());
    return side;
}

QWidget *CodePage::buildStatusRow()
{
    auto *status = new QWidget(this);
    status->setFixedHeight(24);
    auto *row = new QHBoxLayout(status);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(16);
    m_position = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, status);
    m_facts = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, status);
    m_legend = new BlameLegend(status);
    m_legend->hide();
    row->addWidget(m_position);
    row->addWidget(m_facts, 1);
    row->addWidget(m_legend);
    return status;
}

void CodePage::connectFilePanel()
{
    connect(m_file, &FilePanel::commitRequested, this, &CodePage::openCommit);
    connect(m_file, &FilePanel::historyRequested, this, &CodePage::openHistory);
    connect(m_file, &FilePanel::editRequested, this, [this] { editFile(false); });
    connect(m_file, &FilePanel::downloadRequested, this,
            [this](const QByteArray &path) { m_download->ask(m_commit, path); });
    connect(m_file, &FilePanel::beforeRequested, this,
            [this](const QString &commit, const QByteArray &path, int line) {
                ui::Address to = m_address;
                to.tab = QStringLiteral("code");
                to.query = {{QStringLiteral("ref"), commit},
                            {QStringLiteral("path"), ui::addressText(path)},
                            {QStringLiteral("line"), QString::number(line)},
                            {QStringLiteral("view"), QStringLiteral("blame")}};
                Q_EMIT navigationRequested(to);
            });
    connect(m_file, &FilePanel::stateChanged, this, [this] {
        m_legend->setVisible(m_file->showsBlame() && m_file->text());
        Q_EMIT stateChanged();
    });
    connect(m_file, &FilePanel::statusChanged, this,
            [this](const QString &position, const QStringList &facts) {
                m_position->setText(position);
                m_facts->setText(facts.join(QStringLiteral("    ")));
            });
}

void CodePage::registerCommands()
{
    if (!m_context.commands)
        return;
    const QString context = QStringLiteral("code");
    const auto noFile = [this] { return m_showsFile ? QString() : tr("No file is shown"); };
    const auto noText = [this] { return m_file->text() ? QString() : tr("No text is shown"); };
    const auto noCommit = [this] { return m_commit.isNull() ? tr("The repository is empty") : QString(); };
    m_context.commands->add(
        this, {{QStringLiteral("code.gotofile"),
                tr("Go to file"),
                QStringLiteral("search"),
                {QKeySequence(QStringLiteral("Ctrl+P"))},
                context,
                [this] { m_files->focusSearch(); },
                noCommit},
               {QStringLiteral("code.ref"),
                tr("Choose branch, tag or commit…"),
                QStringLiteral("branch"),
                {},
                context,
                [this] { m_files->openRefChooser(); },
                noCommit},
               {QStringLiteral("code.blame"),
                tr("Show or hide blame"),
                {},
                {QKeySequence(QStringLiteral("B"))},
                context,
                [this] { m_file->setBlame(!m_file->showsBlame()); },
                noText},
               {QStringLiteral("code.history"),
                tr("History of this file or folder"),
                QStringLiteral("view-history"),
                {QKeySequence(QStringLiteral("H"))},
                context,
                [this] { openHistory(); },
                noCommit},
               {QStringLiteral("code.newfile"),
                tr("New file…"),
                QStringLiteral("document-new"),
                {},
                context,
                [this] { editFile(true); },
                {}},
               {QStringLiteral("code.edit"),
                tr("Edit this file…"),
                QStringLiteral("edit"),
                {QKeySequence(QStringLiteral("Ctrl+E"))},
                context,
                [this] { editFile(false); },
                [this] { return m_file->isEditable() ? QString() : tr("This file cannot be edited here"); }},
               {QStringLiteral("code.downloadfile"),
                tr("Download this file…"),
                QStringLiteral("download"),
                {},
                context,
                [this] { m_download->ask(m_commit, m_path); },
                noFile},
               {QStringLiteral("code.download"),
                tr("Download these files…"),
                QStringLiteral("download"),
                {},
                context,
                [this] { m_download->ask(m_commit, {}); },
                noCommit}});
}

void CodePage::open(const ui::Address &address)
{
    const bool other = address.repository != m_address.repository || address.hub != m_address.hub;
    m_address = address;
    const QByteArray specifier = ui::addressBytes(address.query.value(QStringLiteral("ref")));
    if (other) {
        m_reader.setRepository(address.repository);
        m_files->setRepository(address.repository);
        m_latest->setRepository(address.repository);
        m_file->setRepository(address.repository);
        m_readme->setRepository(address.repository);
        m_download->setRepository(address.repository);
        m_commit = {};
        m_path.clear();
    }
    if (other || m_commit.isNull() ||
        (specifier != m_specifier && !(specifier.isEmpty() && m_specifier == m_defaultBranch))) {
        m_specifier = specifier;
        loadHead();
        return;
    }
    showAddress(address);
}

void CodePage::refresh() { loadHead(); }

Result<CodePage::Head> CodePage::readHead(const git::Repository &repository, const QByteArray &specifier)
{
    Head head;
    const auto refs = git::refs(repository);
    if (!refs)
        return std::unexpected(refs.error());
    head.refs = *refs;
    head.defaultBranch = git::headBranch(repository).value_or(QByteArray());
    const auto commit = git::resolveCommit(repository, specifier.isEmpty() ? QByteArray("HEAD") : specifier);
    if (commit) {
        head.commit = *commit;
        return head;
    }
    if (!specifier.isEmpty())
        return std::unexpected(commit.error());
    // The default branch has no commit yet, or is gone: what there is of branches is shown.
    const auto branch = std::ranges::find(head.refs, git::RefKind::Branch, &git::RefInfo::kind);
    head.empty = branch == head.refs.end();
    if (!head.empty) {
        head.defaultBranch = branch->name;
        head.commit = branch->commit;
    }
    return head;
}

void CodePage::loadHead()
{
    const auto future = m_headLoad =
        m_reader.run([specifier = m_specifier](const git::Repository &repository, std::stop_token) {
            return readHead(repository, specifier);
        });
    onFinished(future, this, [this](const Result<Head> &head) {
        if (head) {
            showHead(*head);
            return;
        }
        const ui::ErrorText text = ui::errorText(head.error());
        m_empty->clearActions();
        m_empty->setContent(QStringLiteral("state-failed"), text.what, text.remedy);
        m_empty->addAction(tr("Try again"), QStringLiteral("view-refresh"), [this] { refresh(); });
        if (!m_specifier.isEmpty())
            m_empty->addAction(tr("Show the default branch"), QStringLiteral("branch"), [this] {
                ui::Address to = m_address;
                to.query.clear();
                Q_EMIT navigationRequested(to);
            });
        m_commit = {};
        m_stack->setCurrentWidget(m_empty);
        Q_EMIT stateChanged();
    });
}

void CodePage::showHead(const Head &head)
{
    m_defaultBranch = head.defaultBranch;
    m_files->setRefs(head.refs, head.defaultBranch);
    if (head.empty) {
        showEmptyRepository();
        return;
    }
    if (m_specifier.isEmpty())
        m_specifier = head.defaultBranch.isEmpty() ? head.commit.hex() : head.defaultBranch;
    m_commit = head.commit;
    m_files->setCommit(m_specifier, m_commit);
    m_stack->setCurrentIndex(0);
    showAddress(m_address);
}

void CodePage::showEmptyRepository()
{
    m_commit = {};
    m_empty->clearActions();
    m_empty->setContent(QStringLiteral("repository"), tr("%1 is empty").arg(m_address.repository),
                        tr("Begin with a first file, or import an existing repository under another name."));
    m_empty->addAction(tr("Create the first file…"), QStringLiteral("document-new"),
                       [this] { editFile(true); });
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT stateChanged();
}

void CodePage::showAddress(const ui::Address &address)
{
    showPath(ui::addressBytes(address.query.value(QStringLiteral("path"))),
             address.query.value(QStringLiteral("line"), QStringLiteral("0")).toInt() - 1,
             address.query.value(QStringLiteral("view")) == QLatin1StringView("blame"));
}

void CodePage::showPath(const QByteArray &path, int line, bool blame)
{
    m_path = path;
    m_latest->show(m_commit, path);
    m_files->select(path, [this, path, line, blame](const std::optional<git::TreeEntry> &entry) {
        if (entry && entry->mode == git::FileMode::Tree)
            showFolder(path);
        else
            showFile(path, entry, line, blame);
        Q_EMIT stateChanged();
    });
    if (path.isEmpty()) {
        showFolder({});
        Q_EMIT stateChanged();
    }
}

void CodePage::showFile(const QByteArray &path, const std::optional<git::TreeEntry> &entry, int line,
                        bool blame)
{
    m_showsFile = true;
    m_folderLoad.cancel();
    m_file->show();
    m_file->open(m_commit, path, line, blame);
    // A README opened as a file is shown rendered below itself.
    const qsizetype slash = path.lastIndexOf('/');
    if (entry && ReadmePanel::isReadme(path.mid(slash + 1)))
        m_readme->show(m_commit, path.left(std::max<qsizetype>(0, slash)), *entry);
    else
        m_readme->clear();
}

void CodePage::showFolder(const QByteArray &path)
{
    m_showsFile = false;
    const auto future = m_folderLoad =
        m_reader.run([commit = m_commit, path](const git::Repository &repository, std::stop_token) {
            return git::tree(repository, commit, path);
        });
    onFinished(future, this, [this, path](const Result<QList<git::TreeEntry>> &entries) {
        if (!entries) {
            m_file->show();
            m_file->clear(ui::errorText(entries.error()).what, ui::errorText(entries.error()).remedy);
            return;
        }
        const auto readme = std::ranges::find_if(*entries, [](const git::TreeEntry &entry) {
            return entry.mode != git::FileMode::Tree && ReadmePanel::isReadme(entry.name);
        });
        if (readme != entries->end()) {
            m_file->clear({}, {});
            m_file->hide();
            m_readme->show(m_commit, path, *readme);
            return;
        }
        m_readme->clear();
        m_file->show();
        m_file->clear(tr("%n entry(s) in this folder", nullptr, static_cast<int>(entries->size())),
                      tr("Choose a file on the left."));
    });
}

QString CodePage::branchName() const
{
    return m_specifier.startsWith("refs/heads/") ? QString::fromUtf8(m_specifier.mid(11)) : QString();
}

void CodePage::editFile(bool newFile)
{
    EditFileDialog::Target target;
    target.repository = m_address.repository;
    target.branch = branchName();
    target.parent = m_commit;
    if (!newFile) {
        if (!m_file->isEditable())
            return;
        target.path = m_path;
        target.mode = m_file->mode();
        target.text = m_file->text();
    }
    auto *dialog = new EditFileDialog(m_context, target, this);
    connect(dialog, &EditFileDialog::committed, this, [this](const QString &branch, const QByteArray &path) {
        ui::Address to = m_address;
        to.tab = QStringLiteral("code");
        to.query = {{QStringLiteral("ref"), ui::addressText("refs/heads/" + branch.toUtf8())},
                    {QStringLiteral("path"), ui::addressText(path)}};
        m_commit = {};
        Q_EMIT navigationRequested(to);
    });
    dialog->open();
}

void CodePage::openHistory()
{
    ui::Address to = m_address;
    to.tab = QStringLiteral("commits");
    to.query = {{QStringLiteral("ref"), ui::addressText(m_specifier)}};
    if (!m_path.isEmpty())
        to.query.insert(QStringLiteral("path"),
                        ui::addressText(m_showsFile ? m_path : git::patternFor(m_path)));
    if (m_showsFile)
        to.query.insert(QStringLiteral("follow"), QStringLiteral("1"));
    Q_EMIT navigationRequested(to);
}

void CodePage::openCommit(const QString &id)
{
    ui::Address to = m_address;
    to.tab = QStringLiteral("commits");
    to.query = {{QStringLiteral("commit"), id}};
    Q_EMIT navigationRequested(to);
}

void CodePage::report(const Error &error) { Q_EMIT errorOccurred(ui::errorText(error).what, error.detail); }

void CodePage::navigate(const QByteArray &path)
{
    ui::Address to = address();
    to.query.insert(QStringLiteral("path"), ui::addressText(path));
    to.query.remove(QStringLiteral("line"));
    Q_EMIT navigationRequested(to);
}

ui::Address CodePage::address() const
{
    ui::Address address = m_address;
    address.tab = QStringLiteral("code");
    address.query.clear();
    if (!m_specifier.isEmpty() && m_specifier != m_defaultBranch)
        address.query.insert(QStringLiteral("ref"), ui::addressText(m_specifier));
    if (!m_path.isEmpty())
        address.query.insert(QStringLiteral("path"), ui::addressText(m_path));
    if (m_file->showsBlame())
        address.query.insert(QStringLiteral("view"), QStringLiteral("blame"));
    if (m_showsFile && m_file->currentLine() > 0)
        address.query.insert(QStringLiteral("line"), QString::number(m_file->currentLine() + 1));
    return address;
}

bool CodePage::focusPane(bool forward)
{
    const bool inTree = m_files->hasFocusInside();
    const bool inFile = m_file->isAncestorOf(QApplication::focusWidget());
    if (forward ? !inTree && !inFile : inFile) {
        m_files->focusList();
        return true;
    }
    if (forward && inTree && m_file->view()->isVisible()) {
        m_file->view()->setFocus();
        return true;
    }
    return false;
}

} // namespace countersign::code
