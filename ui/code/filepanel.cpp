// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/filepanel.h"

#include "core/accounts/settings.h"
#include "core/base/async.h"
#include "ui/code/blamemargin.h"
#include "ui/diff/codeview.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toolrow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStringDecoder>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

namespace {

/// Larger files are asked about first.
constexpr qint64 kLargeFile = 20LL * 1024 * 1024;
/// Larger files are not edited here: the hub takes 6 MB in one call.
constexpr qint64 kLargestEdit = 1024 * 1024;

QString hexDump(const QByteArray &bytes)
{
    QString dump;
    for (qsizetype at = 0; at < bytes.size(); at += 16) {
        const QByteArray row = bytes.mid(at, 16);
        QString hex = QString::fromLatin1(row.toHex(' '));
        QString text;
        for (const char c : row)
            text += c >= 0x20 && c < 0x7F ? QChar::fromLatin1(c) : QChar(u'.');
        dump += QStringLiteral("%1  %2  %3\n").arg(at, 8, 16, QLatin1Char('0')).arg(hex, -47).arg(text);
    }
    return dump;
}

} // namespace

FilePanel::FilePanel(const ui::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_reader(context.session, QStringLiteral("file"))
    , m_blameReader(context.session, QStringLiteral("blame"))
    , m_header(new QWidget(this))
    , m_name(new ui::ElidedLabel({}, Qt::ElideMiddle, m_header))
    , m_meta(new ui::StyledLabel({}, TextStyle::Body, Token::Muted, m_header))
    , m_mode1(new ui::SegmentedControl(m_header))
    , m_wrap(ui::ToolRow::toolButton(QStringLiteral("text-wrap"), tr("Wrap long lines"), m_header))
    , m_edit(ui::ToolRow::toolButton(QStringLiteral("edit"), tr("Edit this file…"), m_header))
    , m_more(ui::ToolRow::toolButton(QStringLiteral("more"), tr("More"), m_header))
    , m_stack(new QStackedWidget(this))
    , m_view(new diffview::CodeView(this))
    , m_imageArea(new QScrollArea(this))
    , m_image(new QLabel)
    , m_message(new ui::EmptyState(this))
    , m_blame(new BlameMargin(m_view, &m_blameReader, context.people, this))
{
    buildHeader();
    m_image->setAlignment(Qt::AlignCenter);
    m_imageArea->setWidget(m_image);
    m_imageArea->setWidgetResizable(true);
    m_imageArea->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_imageArea);
    m_stack->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);

    connect(m_view, &diffview::CodeView::caretMoved, this, [this] { showFacts(); });
    connect(m_view, &diffview::CodeView::zoomRequested, this, [this](int steps) {
        if (!m_context.settings)
            return;
        const QFont font = theme::font(TextStyle::Code);
        const double size = std::clamp(font.pointSizeF() + steps, 6.0, 40.0);
        m_context.settings->setCodeFont(font.family(), size);
        theme::Theme::instance().setCodeFont(font.family(), size);
    });
    connect(m_blame, &BlameMargin::commitRequested, this, &FilePanel::commitRequested);
    connect(m_blame, &BlameMargin::beforeRequested, this, &FilePanel::beforeRequested);
    connect(m_blame, &BlameMargin::failed, this,
            [this](const Error &error) { m_meta->setText(ui::errorSentence(error)); });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, &FilePanel::openFind);
}

FilePanel::~FilePanel() = default;

void FilePanel::buildHeader()
{
    m_header->setMinimumHeight(36);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    auto *copy = ui::ToolRow::toolButton(QStringLiteral("edit-copy"), tr("Copy path"), m_header);
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(git::displayPath(m_path)); });
    m_name->setFont(theme::font(TextStyle::BodyStrong));
    m_mode1->addSegment(QStringLiteral("code"), tr("Code"));
    m_mode1->addSegment(QStringLiteral("blame"), tr("Blame"));
    row->addWidget(m_name);
    row->addWidget(copy);
    row->addWidget(m_meta, 1);
    row->addWidget(m_mode1);
    row->addWidget(m_wrap);
    row->addWidget(m_edit);
    row->addWidget(m_more);
    m_wrap->setCheckable(true);
    m_wrap->setChecked(m_context.settings && m_context.settings->wrapLines());
    m_view->setWrap(m_wrap->isChecked());
    if (m_context.settings)
        m_view->setTabWidth(m_context.settings->tabWidth());
    connect(m_wrap, &QToolButton::toggled, m_view, &diffview::CodeView::setWrap);
    connect(m_mode1, &ui::SegmentedControl::chosen, this,
            [this](const QString &mode) { setBlame(mode == QLatin1StringView("blame")); });
    connect(m_edit, &QToolButton::clicked, this, &FilePanel::editRequested);
    connect(m_more, &QToolButton::clicked, this, &FilePanel::openMenu);
}

void FilePanel::setRepository(const QString &name)
{
    m_reader.setRepository(name);
    m_blameReader.setRepository(name);
}

bool FilePanel::showsBlame() const { return m_mode1->current() == QLatin1StringView("blame"); }

void FilePanel::setBlame(bool on)
{
    m_mode1->setCurrent(on ? QStringLiteral("blame") : QStringLiteral("code"));
    if (on && m_text)
        m_blame->show(m_commit, m_path);
    else
        m_blame->hide();
    Q_EMIT stateChanged();
}

int FilePanel::currentLine() const { return m_text ? m_view->currentLine() : -1; }

bool FilePanel::isEditable() const
{
    return m_text && m_text->byteSize() <= kLargestEdit &&
           (m_mode == git::FileMode::Normal || m_mode == git::FileMode::Executable);
}

void FilePanel::clear(const QString &sentence, const QString &detail)
{
    m_load.cancel();
    m_blame->hide();
    m_text.reset();
    m_path.clear();
    m_header->hide();
    m_message->clearActions();
    m_message->setContent(QStringLiteral("file"), sentence, detail);
    m_stack->setCurrentWidget(m_message);
}

void FilePanel::open(const git::Oid &commit, const QByteArray &path, int line, bool blame)
{
    m_mode1->setCurrent(blame ? QStringLiteral("blame") : QStringLiteral("code"));
    m_line = line;
    if (commit == m_commit && path == m_path && m_text) {
        blame ? (m_blame->isShown() ? void() : m_blame->show(commit, path)) : m_blame->hide();
        if (line >= 0)
            m_view->goToLine(line);
        return;
    }
    if (path != m_path)
        m_encoding.clear();
    m_commit = commit;
    m_path = path;
    load(m_context.settings && m_context.settings->value(QStringLiteral("code/openLarge")).toBool());
}

Result<FilePanel::Loaded> FilePanel::read(const git::Repository &repository, const git::Oid &commit,
                                          const QByteArray &path, const QByteArray &encoding, bool ignoreSize)
{
    Loaded loaded;
    const auto entry = git::entry(repository, commit, path);
    if (!entry)
        return std::unexpected(entry.error());
    loaded.entry = *entry;
    if (entry->mode == git::FileMode::Submodule)
        return loaded;
    const auto size = git::blobSize(repository, entry->id);
    if (!size)
        return std::unexpected(size.error());
    loaded.size = *size;
    if (*size > kLargeFile && !ignoreSize) {
        loaded.tooLarge = true;
        return loaded;
    }
    auto bytes = git::blob(repository, entry->id);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (ui::isPicturePath(path)) {
        loaded.picture = ui::decodePicture(*bytes, path);
        if (loaded.picture.isShown())
            return loaded;
    }
    // A link's target is a path, whatever its bytes would be as a text.
    const bool isLink = entry->mode == git::FileMode::Symlink;
    auto text = std::make_shared<diff::Text>(isLink ? diff::Text::load(git::displayPath(*bytes).toUtf8())
                                                    : diff::Text::load(*bytes, encoding));
    if (text->isBinary())
        loaded.head = bytes->left(4096);
    else
        loaded.text = std::move(text);
    return loaded;
}

void FilePanel::load(bool ignoreSize)
{
    const auto future = m_load =
        m_reader.run([commit = m_commit, path = m_path, encoding = m_encoding,
                      ignoreSize](const git::Repository &repository, std::stop_token) {
            return read(repository, commit, path, encoding, ignoreSize);
        });
    onFinished(future, this, [this](const Result<Loaded> &loaded) {
        m_header->show();
        const qsizetype slash = m_path.lastIndexOf('/');
        m_name->setText(git::displayPath(slash < 0 ? m_path : m_path.mid(slash + 1)));
        m_name->setToolTip(git::displayPath(m_path));
        if (loaded) {
            display(*loaded);
            return;
        }
        const ui::ErrorText text = ui::errorText(loaded.error());
        m_text.reset();
        m_meta->clear();
        m_message->clearActions();
        m_message->setContent(QStringLiteral("state-failed"), text.what, text.remedy);
        m_stack->setCurrentWidget(m_message);
    });
}

void FilePanel::display(const Loaded &loaded)
{
    m_mode = loaded.entry.mode;
    m_text = loaded.text;
    m_message->clearActions();
    const QString size = ui::sizeText(loaded.size);
    m_mode1->setVisible(m_text != nullptr);
    m_wrap->setVisible(m_text != nullptr);
    m_edit->setVisible(isEditable());
    if (m_text) {
        m_view->setText(m_text, m_path);
        m_stack->setCurrentWidget(m_view);
        QStringList meta{tr("%n line(s)", nullptr, m_text->lineCount()), size};
        if (m_mode == git::FileMode::Executable)
            meta << tr("executable");
        if (m_mode == git::FileMode::Symlink)
            meta << tr("symbolic link");
        if (m_text->lineCount() == 0)
            meta << tr("empty file");
        m_meta->setText(meta.join(QStringLiteral(" · ")));
        if (m_line >= 0)
            m_view->goToLine(m_line);
        if (showsBlame())
            m_blame->show(m_commit, m_path);
        else
            m_blame->hide();
    } else if (loaded.picture.isShown()) {
        m_meta->setText(tr("%1 × %2 · %3")
                            .arg(loaded.picture.claimed.width())
                            .arg(loaded.picture.claimed.height())
                            .arg(size));
        m_image->setPixmap(QPixmap::fromImage(loaded.picture.image));
        m_image->setAccessibleName(tr("Picture %1").arg(git::displayPath(m_path)));
        m_stack->setCurrentWidget(m_imageArea);
    } else if (loaded.entry.mode == git::FileMode::Submodule) {
        m_meta->setText(tr("submodule"));
        m_message->setContent(
            QStringLiteral("repository"), tr("A submodule at %1").arg(loaded.entry.id.shortString()),
            tr("Its files belong to another repository. The commit is %1.").arg(loaded.entry.id.toString()));
        m_stack->setCurrentWidget(m_message);
    } else if (loaded.tooLarge) {
        m_meta->setText(size);
        m_message->setContent(QStringLiteral("state-info"), tr("This file is %1 large").arg(size),
                              tr("Showing it takes a moment and as much memory."));
        m_message->addAction(tr("Show it"), {}, [this] { load(true); });
        m_message->addAction(tr("Always show large files"), {}, [this] {
            if (m_context.settings)
                m_context.settings->setValue(QStringLiteral("code/openLarge"), true);
            load(true);
        });
        m_stack->setCurrentWidget(m_message);
    } else if (loaded.picture.claimed.isValid()) {
        m_meta->setText(size);
        const QString claimed =
            tr("%1 × %2 pixels").arg(loaded.picture.claimed.width()).arg(loaded.picture.claimed.height());
        m_message->setContent(
            QStringLiteral("state-info"), tr("This picture cannot be shown"),
            loaded.picture.tooLarge
                ? tr("It says it is %1 large; that is more than is ever shown.").arg(claimed)
                : tr("It says it is %1 large, but its content is damaged.").arg(claimed));
        m_stack->setCurrentWidget(m_message);
    } else {
        m_meta->setText(
            tr("binary · %1 · the first %n byte(s) are shown", nullptr, static_cast<int>(loaded.head.size()))
                .arg(size));
        m_view->setText(std::make_shared<diff::Text>(diff::Text::load(hexDump(loaded.head).toUtf8())), {});
        m_blame->hide();
        m_stack->setCurrentWidget(m_view);
    }
    showFacts();
    Q_EMIT stateChanged();
}

void FilePanel::showFacts()
{
    if (!m_text) {
        Q_EMIT statusChanged({}, {});
        return;
    }
    QStringList facts;
    const QString encoding = QString::fromLatin1(m_text->encoding());
    facts << (m_text->hasBom() ? tr("%1 with byte order mark").arg(encoding) : encoding);
    switch (m_text->lineEnds()) {
    case diff::LineEnds::Lf:
        facts << tr("LF");
        break;
    case diff::LineEnds::CrLf:
        facts << tr("CRLF");
        break;
    case diff::LineEnds::Mixed:
        facts << tr("Mixed line ends");
        break;
    case diff::LineEnds::None:
        break;
    }
    if (!m_text->hasFinalNewline() && m_text->lineCount() > 0)
        facts << tr("No final line feed");
    Q_EMIT statusChanged(
        tr("Line %1, column %2").arg(m_view->currentLine() + 1).arg(m_view->currentColumn() + 1), facts);
}

void FilePanel::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("History of this file"), this, [this] { Q_EMIT historyRequested(m_path); });
    menu->addAction(tr("Download…"), this, [this] { Q_EMIT downloadRequested(m_path); });
    menu->addAction(tr("Copy path"), this,
                    [this] { QGuiApplication::clipboard()->setText(git::displayPath(m_path)); });
    if (m_text) {
        menu->addSeparator();
        menu->addAction(tr("Find…"), QKeySequence::Find, this, &FilePanel::openFind);
        menu->addAction(tr("Read as another encoding…"), this, &FilePanel::openEncodingMenu);
        QAction *space = menu->addAction(tr("Show white space"));
        space->setCheckable(true);
        connect(space, &QAction::toggled, m_view, &diffview::CodeView::setShowWhitespace);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void FilePanel::openEncodingMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QByteArray &name) {
        QAction *action = menu->addAction(text, this, [this, name] {
            m_encoding = name;
            load(true);
        });
        action->setCheckable(true);
        action->setChecked(m_encoding == name);
    };
    add(tr("Found out by itself"), {});
    menu->addSeparator();
    for (const char *name :
         {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "ISO-8859-15", "Shift_JIS", "EUC-JP",
          "ISO-2022-JP", "GB18030", "Big5", "EUC-KR", "KOI8-R", "windows-1251", "windows-1250", "IBM850"}) {
        if (QStringDecoder(name).isValid())
            add(QString::fromLatin1(name), name);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void FilePanel::openFind()
{
    if (!m_text)
        return;
    if (!m_findBar) {
        m_findBar = new QWidget(this);
        auto *row = new QHBoxLayout(m_findBar);
        row->setContentsMargins(12, 4, 12, 4);
        auto *field =
            new ui::SearchField(tr("Find in this file"), ui::SearchField::Purpose::Search, m_findBar);
        field->setObjectName(QStringLiteral("find"));
        auto *status = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, m_findBar);
        auto *previous =
            ui::ToolRow::toolButton(QStringLiteral("chevron-up"), tr("Previous place"), m_findBar);
        auto *next = ui::ToolRow::toolButton(QStringLiteral("chevron-down"), tr("Next place"), m_findBar);
        auto *close = ui::ToolRow::toolButton(QStringLiteral("cross"), tr("Close"), m_findBar);
        row->addWidget(field, 1);
        row->addWidget(status);
        row->addWidget(previous);
        row->addWidget(next);
        row->addWidget(close);
        const auto go = [this, field, status](bool forward) {
            const bool found = m_view->find(field->text(), forward);
            status->setText(found || field->text().isEmpty() ? QString() : tr("Nothing matches"));
        };
        connect(field, &ui::SearchField::searchChanged, this, [go] { go(true); });
        connect(field, &QLineEdit::returnPressed, this, [go] { go(true); });
        connect(previous, &QToolButton::clicked, this, [go] { go(false); });
        connect(next, &QToolButton::clicked, this, [go] { go(true); });
        const auto shut = [this] {
            m_findBar->hide();
            m_view->find({}, true);
            m_view->setFocus();
        };
        connect(close, &QToolButton::clicked, this, shut);
        auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_findBar);
        escape->setContext(Qt::WidgetWithChildrenShortcut);
        connect(escape, &QShortcut::activated, this, shut);
        for (const auto &[key, forward] :
             {std::pair{QKeySequence::FindNext, true}, {QKeySequence::FindPrevious, false}}) {
            auto *shortcut = new QShortcut(QKeySequence(key), this);
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            connect(shortcut, &QShortcut::activated, this, [go, forward] { go(forward); });
        }
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_findBar);
    }
    m_findBar->show();
    auto *field = m_findBar->findChild<ui::SearchField *>(QStringLiteral("find"));
    if (const QString selected = m_view->selectedText(); !selected.isEmpty() && !selected.contains(u'\n'))
        field->setText(selected);
    field->setFocus();
    field->selectAll();
}

} // namespace countersign::code
