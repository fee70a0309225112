// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/codepage.h"

#include "core/api/operations.h"
#include "core/base/async.h"
#include "ui/code/blamemargin.h"
#include "ui/code/editfiledialog.h"
#include "ui/code/filepanel.h"
#include "ui/code/gotofile.h"
#include "ui/code/refchooser.h"
#include "ui/code/treemodel.h"
#include "ui/diff/codeview.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/command.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidesplitter.h"
#include "ui/widgets/toolrow.h"

#include <QFileDialog>
#include <QListWidget>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeView>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

namespace {

/// The five ages of a blame, newest to oldest.
class BlameLegend : public QWidget
{
public:
    explicit BlameLegend(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(5 * 18, 12);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (int age = 0; age < 5; ++age)
            painter.fillRect(age * 18, 3, 16, 6, blameAgeColor(age));
    }
};

bool isReadme(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "readme.md" || lower == "readme.markdown" || lower == "readme" || lower == "readme.txt";
}

} // namespace

CodePage::CodePage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_reader(context.session, QStringLiteral("tree"))
    , m_latestReader(context.session, QStringLiteral("latest-commit"))
    , m_downloads(context.session, QStringLiteral("download"))
    , m_splitter(new ui::SideSplitter(Qt::Horizontal, QStringLiteral("code.tree"), context.settings, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new ui::EmptyState(this))
    , m_model(new TreeModel(&m_reader, this))
{
    m_splitter->addWidget(buildTreeSide());
    m_splitter->addWidget(buildContentSide());
    m_splitter->setChildrenCollapsible(false);
    static_cast<ui::SideSplitter *>(m_splitter)->setInitialSizes({248, -1});
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    registerCommands();
}

CodePage::~CodePage() = default;

QWidget *CodePage::buildTreeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(8);
    m_ref = new RefChooser(side);
    m_counts = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, side);
    auto *top = new QHBoxLayout;
    top->addWidget(m_ref);
    top->addWidget(m_counts, 1);
    m_goTo = new ui::SearchField(tr("Go to file"), ui::SearchField::Purpose::Search, side);
    m_goTo->setKey(QKeySequence(QStringLiteral("Ctrl+P")));
    m_left = new QStackedWidget(side);
    m_tree = new QTreeView(m_left);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setExpandsOnDoubleClick(true);
    m_found = new QListWidget(m_left);
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setUniformItemSizes(true);
    m_found->setTextElideMode(Qt::ElideMiddle);
    m_found->setAccessibleName(tr("Files that match"));
    m_left->addWidget(m_tree);
    m_left->addWidget(m_found);
    column->addLayout(top);
    column->addWidget(m_goTo);
    column->addWidget(m_left, 1);

    connect(m_ref, &RefChooser::chosen, this, [this](const QByteArray &specifier) {
        ui::Address to = address();
        to.query.insert(QStringLiteral("ref"), QString::fromUtf8(specifier));
        Q_EMIT navigationRequested(to);
    });
    connect(m_goTo, &ui::SearchField::searchChanged, this, &CodePage::goToFile);
    connect(m_goTo, &ui::SearchField::leftForList, this, [this] { m_left->currentWidget()->setFocus(); });
    connect(m_goTo, &QLineEdit::returnPressed, this, [this] {
        if (m_left->currentWidget() == m_found && m_found->count() > 0)
            Q_EMIT m_found->itemActivated(m_found->item(std::max(0, m_found->currentRow())));
    });
    const auto openFound = [this](QListWidgetItem *item) {
        const QByteArray path = item->data(Qt::UserRole).toByteArray();
        m_goTo->clear();
        navigate(path);
    };
    connect(m_found, &QListWidget::itemActivated, this, openFound);
    connect(m_found, &QListWidget::itemClicked, this, openFound);
    const auto openIndex = [this](const QModelIndex &index) {
        if (index.isValid() && m_model->path(index) != m_path)
            navigate(m_model->path(index));
    };
    connect(m_tree, &QTreeView::clicked, this, openIndex);
    connect(m_tree, &QTreeView::activated, this, openIndex);
    connect(m_model, &TreeModel::failed, this,
            [this](const Error &error) { Q_EMIT errorOccurred(ui::errorText(error).what, error.detail); });
    return side;
}

QWidget *CodePage::buildContentSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_latest = new QWidget(side);
    m_latest->setMinimumHeight(40);
    auto *row = new QHBoxLayout(m_latest);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    m_latestAvatar = new ui::Avatar(20, m_latest);
    m_latestAuthor = new ui::StyledLabel({}, TextStyle::BodyStrong, Token::Text, m_latest);
    m_latestSubject = new ui::ElidedLabel({}, Qt::ElideRight, m_latest);
    m_latestSigned = new ui::Chip({tr("Signed"), QStringLiteral("lock"), ui::ChipKind::Approval}, m_latest);
    m_latestId = new ui::CommitIdLabel(m_latest);
    m_latestWhen = new ui::StyledLabel({}, TextStyle::Body, Token::Muted, m_latest);
    auto *history = new QPushButton(theme::Theme::instance().icon(QStringLiteral("view-history")),
                                    tr("History"), m_latest);
    theme::setCompact(history);
    row->addWidget(m_latestAvatar);
    row->addWidget(m_latestAuthor);
    row->addWidget(m_latestSubject, 1);
    row->addWidget(m_latestSigned);
    row->addWidget(m_latestId);
    row->addWidget(m_latestWhen);
    row->addWidget(history);

    m_file = new FilePanel(m_context, side);
    m_readmePanel = new ui::Panel({}, side, true);
    m_readmePanel->setCollapsible(true);
    auto *scroll = new QScrollArea(m_readmePanel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_readme = new ui::MarkdownView;
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_readmePanel->body()->setContentsMargins(0, 0, 0, 0);
    auto *pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(24, 12, 24, 24);
    pageColumn->addWidget(m_readme);
    pageColumn->addStretch(1);
    scroll->setWidget(page);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    m_readmePanel->body()->addWidget(scroll);
    auto *lower = new ui::SideSplitter(Qt::Vertical, QStringLiteral("code.readme"), m_context.settings, side);
    lower->addWidget(m_file);
    lower->addWidget(m_readmePanel);
    lower->setChildrenCollapsible(false);
    lower->setInitialSizes({460, -1});

    auto *status = new QWidget(side);
    status->setFixedHeight(24);
    auto *statusRow = new QHBoxLayout(status);
    statusRow->setContentsMargins(12, 0, 12, 0);
    statusRow->setSpacing(16);
    m_position = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, status);
    m_facts = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, status);
    m_legend = new QWidget(status);
    auto *legendRow = new QHBoxLayout(m_legend);
    legendRow->setContentsMargins(0, 0, 0, 0);
    legendRow->addWidget(new ui::StyledLabel(tr("Blame: newest"), TextStyle::Small, Token::Muted, m_legend));
    legendRow->addWidget(new BlameLegend(m_legend));
    legendRow->addWidget(new ui::StyledLabel(tr("oldest"), TextStyle::Small, Token::Muted, m_legend));
    m_legend->hide();
    statusRow->addWidget(m_position);
    statusRow->addWidget(m_facts, 1);
    statusRow->addWidget(m_legend);
    column->addWidget(m_latest);
    column->addWidget(lower, 1);
    column->addWidget(status);

    connect(history, &QPushButton::clicked, this, [this] {
        ui::Address to = m_address;
        to.tab = QStringLiteral("commits");
        to.query = {{QStringLiteral("ref"), QString::fromUtf8(m_specifier)},
                    {QStringLiteral("path"), QString::fromUtf8(m_path)}};
        Q_EMIT navigationRequested(to);
    });
    const auto openCommit = [this](const QString &id) {
        ui::Address to = m_address;
        to.tab = QStringLiteral("commits");
        to.query = {{QStringLiteral("commit"), id}};
        Q_EMIT navigationRequested(to);
    };
    connect(m_latestId, &ui::CommitIdLabel::opened, this, openCommit);
    connect(m_file, &FilePanel::commitRequested, this, openCommit);
    connect(m_file, &FilePanel::historyRequested, history, &QPushButton::click);
    connect(m_file, &FilePanel::editRequested, this, [this] { editFile(false); });
    connect(m_file, &FilePanel::downloadRequested, this, &CodePage::download);
    connect(m_file, &FilePanel::beforeRequested, this,
            [this](const QString &commit, const QByteArray &path, int line) {
                ui::Address to = m_address;
                to.tab = QStringLiteral("code");
                to.query = {{QStringLiteral("ref"), commit},
                            {QStringLiteral("path"), QString::fromUtf8(path)},
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
    connect(m_readme, &ui::MarkdownView::linkActivated, this, [this](const QUrl &url) {
        // A relative link leads to a file beside the README.
        if (url.scheme().isEmpty() && !url.path().isEmpty())
            navigate(url.path().toUtf8());
    });
    return side;
}

void CodePage::registerCommands()
{
    if (!m_context.commands)
        return;
    m_context.commands->add(
        this, {{QStringLiteral("code.gotofile"),
                tr("Go to file"),
                QStringLiteral("search"),
                {QKeySequence(QStringLiteral("Ctrl+P"))},
                QStringLiteral("code"),
                [this] {
                    m_goTo->setFocus(Qt::ShortcutFocusReason);
                    m_goTo->selectAll();
                },
                {}},
               {QStringLiteral("code.newfile"),
                tr("New file…"),
                QStringLiteral("document-new"),
                {},
                QStringLiteral("code"),
                [this] { editFile(true); },
                {}},
               {QStringLiteral("code.edit"),
                tr("Edit this file…"),
                QStringLiteral("edit"),
                {QKeySequence(QStringLiteral("Ctrl+E"))},
                QStringLiteral("code"),
                [this] { editFile(false); },
                [this] { return m_file->isEditable() ? QString() : tr("This file cannot be edited here"); }},
               {QStringLiteral("code.download"),
                tr("Download these files…"),
                QStringLiteral("download"),
                {},
                QStringLiteral("code"),
                [this] { download({}); },
                [this] { return m_commit.isNull() ? tr("The repository is empty") : QString(); }}});
}

void CodePage::open(const ui::Address &address)
{
    const bool other = address.repository != m_address.repository || address.hub != m_address.hub;
    m_address = address;
    const QByteArray specifier = address.query.value(QStringLiteral("ref")).toUtf8();
    if (other) {
        for (RepositoryReader *reader : {&m_reader, &m_latestReader, &m_downloads})
            reader->setRepository(address.repository);
        m_file->setRepository(address.repository);
        m_commit = {};
        m_path.clear();
        m_goTo->clear();
    }
    if (other || (specifier != m_specifier && !(specifier.isEmpty() && m_specifier == m_defaultBranch))) {
        m_specifier = specifier;
        loadHead();
        return;
    }
    showPath(address.query.value(QStringLiteral("path")).toUtf8(),
             address.query.value(QStringLiteral("line"), QStringLiteral("0")).toInt() - 1,
             address.query.value(QStringLiteral("view")) == QLatin1StringView("blame"));
}

void CodePage::refresh() { loadHead(); }

void CodePage::loadHead()
{
    const auto future = m_headLoad = m_reader.run(
        [specifier = m_specifier](const git::Repository &repository, std::stop_token) -> Result<Head> {
            Head head;
            const auto refs = git::refs(repository);
            if (!refs)
                return std::unexpected(refs.error());
            head.refs = *refs;
            head.defaultBranch = git::headBranch(repository).value_or(QByteArray());
            const auto commit =
                git::resolveCommit(repository, specifier.isEmpty() ? QByteArray("HEAD") : specifier);
            if (commit) {
                head.commit = *commit;
            } else if (specifier.isEmpty() && std::ranges::none_of(head.refs, [](const git::RefInfo &ref) {
                           return ref.kind == git::RefKind::Branch;
                       })) {
                head.empty = true;
            } else {
                return std::unexpected(commit.error());
            }
            return head;
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
        m_stack->setCurrentWidget(m_empty);
    });
}

void CodePage::showHead(const Head &head)
{
    m_defaultBranch = head.defaultBranch;
    m_ref->setRefs(head.refs, head.defaultBranch);
    if (head.empty) {
        m_commit = {};
        m_empty->clearActions();
        m_empty->setContent(
            QStringLiteral("repository"), tr("%1 is empty").arg(m_address.repository),
            tr("Begin with a first file, or import an existing repository under another name."));
        m_empty->addAction(tr("Create the first file…"), QStringLiteral("document-new"),
                           [this] { editFile(true); });
        m_stack->setCurrentWidget(m_empty);
        Q_EMIT stateChanged();
        return;
    }
    if (m_specifier.isEmpty())
        m_specifier = head.defaultBranch;
    m_ref->setCurrent(m_specifier);
    const auto count = [&](git::RefKind kind) {
        return static_cast<int>(std::ranges::count(head.refs, kind, &git::RefInfo::kind));
    };
    m_counts->setText(tr("%1, %2").arg(tr("%n branch(es)", nullptr, count(git::RefKind::Branch)),
                                       tr("%n tag(s)", nullptr, count(git::RefKind::Tag))));
    m_stack->setCurrentWidget(m_splitter);
    if (head.commit != m_commit) {
        m_commit = head.commit;
        m_model->setCommit(m_commit);
    }
    showPath(m_address.query.value(QStringLiteral("path")).toUtf8(),
             m_address.query.value(QStringLiteral("line"), QStringLiteral("0")).toInt() - 1,
             m_address.query.value(QStringLiteral("view")) == QLatin1StringView("blame"));
}

void CodePage::showPath(const QByteArray &path, int line, bool blame)
{
    m_path = path;
    if (m_commit.isNull())
        return;
    showLatest(path);
    if (path.isEmpty()) {
        showFolder({});
        Q_EMIT stateChanged();
        return;
    }
    m_model->find(path, [this, path, line, blame](const QModelIndex &index) {
        if (path != m_path)
            return;
        if (index.isValid()) {
            m_tree->setCurrentIndex(index);
            m_tree->scrollTo(index);
        }
        if (index.isValid() && m_model->entry(index).mode == git::FileMode::Tree) {
            m_tree->expand(index);
            showFolder(path);
        } else {
            m_file->show();
            m_file->open(m_commit, path, line, blame);
            // A README opened as a file is shown rendered below itself.
            const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
            if (index.isValid() && isReadme(name))
                showReadme(path.left(std::max<qsizetype>(0, path.lastIndexOf('/'))), m_model->entry(index));
            else
                m_readmePanel->hide();
        }
        Q_EMIT stateChanged();
    });
}

void CodePage::showFolder(const QByteArray &path)
{
    const auto job =
        m_latestReader.run([commit = m_commit, path](const git::Repository &repository, std::stop_token) {
            return git::tree(repository, commit, path);
        });
    onFinished(job.future, this, [this, path](const Result<QList<git::TreeEntry>> &entries) {
        if (path != m_path)
            return;
        if (!entries) {
            m_file->show();
            m_file->clear(ui::errorText(entries.error()).what, ui::errorText(entries.error()).remedy);
            return;
        }
        const auto readme =
            std::ranges::find_if(*entries, [](const git::TreeEntry &entry) { return isReadme(entry.name); });
        if (readme != entries->end()) {
            m_file->hide();
            showReadme(path, *readme);
            return;
        }
        m_readmePanel->hide();
        m_file->show();
        m_file->clear(tr("%n entry(s) in this folder", nullptr, static_cast<int>(entries->size())),
                      tr("Choose a file on the left."));
    });
}

void CodePage::showReadme(const QByteArray &folder, const git::TreeEntry &entry)
{
    const git::Oid id = entry.id;
    const QByteArray name = entry.name.mid(entry.name.lastIndexOf('/') + 1);
    m_readmePanel->setTitle(git::displayPath(name));
    m_readmePanel->show();
    struct Readme
    {
        QString text;
        QHash<QString, QImage> pictures;
    };
    const auto job = m_latestReader.run([id, folder, commit = m_commit](const git::Repository &repository,
                                                                        std::stop_token) -> Result<Readme> {
        constexpr qint64 mostText = 1024 * 1024;
        return git::blob(repository, id, mostText).transform([](const QByteArray &bytes) {
            const diff::Text text = diff::Text::load(bytes);
            Readme readme;
            for (int i = 0; i < text.lineCount(); ++i)
                readme.text += text.line(i) + u'\n';
            return readme;
        });
    });
    onFinished(job.future, this, [this](const Result<Readme> &readme) {
        m_readme->setMarkdown(readme ? readme->text : ui::errorText(readme.error()).what);
    });
}

void CodePage::showLatest(const QByteArray &path)
{
    const auto job =
        m_latestReader.run([specifier = m_commit.hex(), path](const git::Repository &repository,
                                                              std::stop_token) -> Result<git::CommitInfo> {
            git::LogOptions options;
            options.from = {specifier};
            options.limit = 1;
            if (!path.isEmpty())
                options.paths = {path};
            git::CommitInfo latest;
            const auto done = git::log(repository, options, [&latest](const QList<git::CommitInfo> &commits) {
                if (!commits.isEmpty())
                    latest = commits.first();
                return false;
            });
            if (latest.id.isNull())
                return std::unexpected(done ? Error{ErrorKind::NotFound, {}, QStringLiteral("No commit."), {}}
                                            : done.error());
            // The log may carry rewritten parents and no extra headers; the commit itself has them.
            return git::commit(repository, latest.id);
        });
    onFinished(job.future, this, [this, path](const Result<git::CommitInfo> &commit) {
        if (path != m_path)
            return;
        m_latest->setVisible(commit.has_value());
        if (!commit)
            return;
        ui::PersonInfo person;
        if (m_context.people)
            person = m_context.people->byEmail(commit->author.email, commit->author.name);
        person.name = commit->author.name;
        m_latestAvatar->setPerson(person);
        m_latestAuthor->setText(commit->author.name);
        m_latestSubject->setText(commit->subject());
        m_latestSigned->setVisible(commit->isSigned());
        m_latestId->setId(commit->id.toString());
        m_latestWhen->setText(ui::relativeTime(commit->author.when * 1000));
        m_latestWhen->setToolTip(ui::fullTime(commit->author.when * 1000));
    });
}

void CodePage::goToFile(const QString &typed)
{
    if (typed.trimmed().isEmpty()) {
        m_left->setCurrentWidget(m_tree);
        return;
    }
    struct Found
    {
        QList<QByteArray> all;
        QList<QByteArray> best;
    };
    const bool known = m_allPathsOf == m_commit;
    const auto job =
        m_latestReader.run([commit = m_commit, typed, known, all = m_allPaths](
                               const git::Repository &repository, std::stop_token) -> Result<Found> {
            Found found{all, {}};
            if (!known) {
                const auto files = git::allFiles(repository, commit);
                if (!files)
                    return std::unexpected(files.error());
                found.all.clear();
                found.all.reserve(files->size());
                for (const git::TreeEntry &file : *files)
                    found.all.append(file.name);
            }
            found.best = bestPaths(found.all, typed, 200);
            return found;
        });
    onFinished(job.future, this, [this, typed, commit = m_commit](const Result<Found> &found) {
        if (typed != m_goTo->text() || commit != m_commit || !found)
            return;
        m_allPaths = found->all;
        m_allPathsOf = commit;
        m_found->clear();
        for (const QByteArray &path : found->best) {
            auto *item = new QListWidgetItem(theme::Theme::instance().icon(QStringLiteral("file")),
                                             git::displayPath(path));
            item->setData(Qt::UserRole, path);
            item->setToolTip(git::displayPath(path));
            m_found->addItem(item);
        }
        if (found->best.isEmpty())
            m_found->addItem(new QListWidgetItem(tr("Nothing matches “%1”").arg(typed)));
        m_found->setCurrentRow(0);
        m_left->setCurrentWidget(m_found);
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
        to.query = {{QStringLiteral("ref"), QStringLiteral("refs/heads/") + branch},
                    {QStringLiteral("path"), QString::fromUtf8(path)}};
        m_specifier.clear();
        m_commit = {};
        Q_EMIT navigationRequested(to);
    });
    dialog->open();
}

void CodePage::download(const QByteArray &path)
{
    const bool whole = path.isEmpty();
    const QString suggested =
        whole ? QStringLiteral("%1-%2.zip").arg(m_address.repository, m_commit.shortString())
              : git::displayPath(path.mid(path.lastIndexOf('/') + 1));
    auto *dialog = new QFileDialog(this, whole ? tr("Download files as an archive") : tr("Download file"),
                                   QString(), whole ? tr("Archives (*.zip *.tar.gz)") : QString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path, whole](const QString &file) {
        auto stop = std::make_shared<std::stop_source>();
        const int task = m_context.tasks ? m_context.tasks->begin(tr("Downloading to %1").arg(file),
                                                                  [stop] { stop->request_stop(); })
                                         : 0;
        const auto job =
            m_downloads.run([commit = m_commit, path, whole, file, token = stop->get_token()](
                                const git::Repository &repository, std::stop_token) -> Result<void> {
                if (whole)
                    return git::archive(repository, commit, file, token);
                const auto entry = git::entry(repository, commit, path);
                if (!entry)
                    return std::unexpected(entry.error());
                const auto bytes = git::blob(repository, entry->id);
                if (!bytes)
                    return std::unexpected(bytes.error());
                QSaveFile save(file);
                if (!save.open(QIODevice::WriteOnly) || save.write(*bytes) != bytes->size() || !save.commit())
                    return failure(ErrorKind::Internal, QStringLiteral("The file could not be written."),
                                   save.errorString());
                return {};
            });
        onFinished(job.future, this, [this, task](const Result<void> &done) {
            if (!m_context.tasks)
                return;
            if (done)
                m_context.tasks->end(task, ui::BackgroundTasks::State::Done);
            else if (done.error().kind == ErrorKind::Cancelled)
                m_context.tasks->end(task, ui::BackgroundTasks::State::Cancelled);
            else
                m_context.tasks->end(task, ui::BackgroundTasks::State::Failed,
                                     ui::errorSentence(done.error()));
        });
    });
    dialog->open();
}

void CodePage::navigate(const QByteArray &path, int line)
{
    ui::Address to = address();
    to.query.insert(QStringLiteral("path"), QString::fromUtf8(path));
    to.query.remove(QStringLiteral("line"));
    if (line >= 0)
        to.query.insert(QStringLiteral("line"), QString::number(line + 1));
    Q_EMIT navigationRequested(to);
}

ui::Address CodePage::address() const
{
    ui::Address address = m_address;
    address.tab = QStringLiteral("code");
    address.query.clear();
    if (!m_specifier.isEmpty() && m_specifier != m_defaultBranch)
        address.query.insert(QStringLiteral("ref"), QString::fromUtf8(m_specifier));
    if (!m_path.isEmpty())
        address.query.insert(QStringLiteral("path"), QString::fromUtf8(m_path));
    if (m_file->showsBlame())
        address.query.insert(QStringLiteral("view"), QStringLiteral("blame"));
    if (m_file->currentLine() > 0)
        address.query.insert(QStringLiteral("line"), QString::number(m_file->currentLine() + 1));
    return address;
}

bool CodePage::focusPane(bool forward)
{
    const QWidget *focus = QApplication::focusWidget();
    const bool inTree = m_left->isAncestorOf(focus) || m_goTo == focus;
    const bool inFile = m_file->isAncestorOf(focus);
    if (forward ? !inTree && !inFile : inFile) {
        m_left->currentWidget()->setFocus();
        return true;
    }
    if (forward && inTree) {
        m_file->view()->setFocus();
        return true;
    }
    return false;
}

} // namespace countersign::code
