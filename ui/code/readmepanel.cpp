// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/readmepanel.h"

#include "core/base/async.h"
#include "core/diff/text.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/picture.h"

#include <QDesktopServices>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace countersign::code {

namespace {

constexpr qint64 longestText = 1024 * 1024;
constexpr qint64 largestPicture = 4LL * 1024 * 1024;
constexpr int mostPictures = 24;
constexpr int longestEdge = 1200;

} // namespace

bool ReadmePanel::isReadme(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "readme.md" || lower == "readme.markdown" || lower == "readme" || lower == "readme.txt";
}

std::optional<QByteArray> ReadmePanel::linkedPath(const QByteArray &folder, const QUrl &link)
{
    if (!link.isRelative() || !link.authority().isEmpty())
        return std::nullopt;
    // Percent signs may stand for bytes that are no text.
    const QByteArray path = QByteArray::fromPercentEncoding(link.path(QUrl::FullyEncoded).toLatin1());
    QList<QByteArray> parts;
    if (!path.startsWith('/') && !folder.isEmpty())
        parts = folder.split('/');
    for (const QByteArray &part : path.split('/')) {
        if (part == "..") {
            if (parts.isEmpty())
                return std::nullopt;
            parts.removeLast();
        } else if (!part.isEmpty() && part != ".") {
            parts.append(part);
        }
    }
    return parts.join('/');
}

ReadmePanel::ReadmePanel(client::Session *session, QWidget *parent)
    : Panel({}, parent, true)
    , m_reader(session, QStringLiteral("readme"))
    , m_view(new ui::MarkdownView)
{
    setCollapsible(true);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 12, 24, 24);
    column->addWidget(m_view);
    column->addStretch(1);
    scroll->setWidget(page);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(scroll);
    connect(m_view, &ui::MarkdownView::linkActivated, this, &ReadmePanel::followLink);
    connect(addHeaderAction(QStringLiteral("file"), tr("Open the file")), &QToolButton::clicked, this,
            [this] { Q_EMIT pathRequested(m_folder.isEmpty() ? m_name : m_folder + '/' + m_name); });
}

void ReadmePanel::show(const git::Oid &commit, const QByteArray &folder, const git::TreeEntry &file)
{
    setTitle(git::displayPath(file.name.mid(file.name.lastIndexOf('/') + 1)));
    setVisible(true);
    m_folder = folder;
    m_name = file.name.mid(file.name.lastIndexOf('/') + 1);
    // The same text may have other pictures beside it in another commit.
    const QByteArray key = commit.hex() + folder + '/' + file.id.hex();
    if (m_shown == key)
        return;
    const auto future = m_load = m_reader.run(
        [commit, folder, id = file.id](const git::Repository &repository, const std::stop_token &stop) {
            return read(repository, commit, folder, id, stop);
        });
    onFinished(future, this, [this, key](const Result<Readme> &readme) {
        m_shown = readme ? key : QByteArray();
        m_view->setImageSource([pictures = readme ? readme->pictures : QHash<QString, QImage>()](
                                   const QString &path) { return pictures.value(path); });
        const bool marked = m_name.toLower().endsWith(".md") || m_name.toLower().endsWith(".markdown");
        // Plain text keeps its lines: a block of code, fenced by more than the text is likely to hold.
        const QString fence = QStringLiteral("``````````");
        m_view->setMarkdown(!readme  ? ui::errorText(readme.error()).what
                            : marked ? readme->text
                                     : fence + u'\n' + readme->text + fence);
    });
}

void ReadmePanel::clear()
{
    m_load.cancel();
    m_shown = {};
    hide();
}

Result<ReadmePanel::Readme> ReadmePanel::read(const git::Repository &repository, const git::Oid &commit,
                                              const QByteArray &folder, const git::Oid &id,
                                              const std::stop_token &stop)
{
    const auto bytes = git::blob(repository, id, longestText);
    if (!bytes)
        return std::unexpected(bytes.error());
    const diff::Text text = diff::Text::load(*bytes);
    Readme readme;
    for (int i = 0; i < text.lineCount(); ++i)
        readme.text += text.line(i) + u'\n';
    static const QRegularExpression picture(QStringLiteral(R"(!\[[^\]\n]*\]\(\s*<?([^)\s>]+))"));
    for (auto it = picture.globalMatch(readme.text); it.hasNext();) {
        const QUrl link(it.next().captured(1));
        const auto path = linkedPath(folder, link);
        if (!path || readme.pictures.contains(link.path()) || !ui::isPicturePath(*path))
            continue;
        if (readme.pictures.size() >= mostPictures || stop.stop_requested())
            break;
        const auto entry = git::entry(repository, commit, *path);
        const auto content =
            entry ? git::blob(repository, entry->id, largestPicture) : std::unexpected(entry.error());
        if (content)
            readme.pictures.insert(link.path(), ui::decodePicture(*content, *path, longestEdge).image);
    }
    return readme;
}

void ReadmePanel::followLink(const QUrl &url)
{
    if (url.scheme() == QLatin1StringView("pr")) {
        Q_EMIT pullRequestRequested(url.path());
    } else if (!url.scheme().isEmpty()) {
        QDesktopServices::openUrl(url);
    } else if (const auto path = linkedPath(m_folder, url); path && !url.path().isEmpty()) {
        Q_EMIT pathRequested(*path);
    }
}

} // namespace countersign::code
