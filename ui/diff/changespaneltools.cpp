// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/changespanel.h"

#include "core/accounts/settings.h"
#include "ui/diff/changedfilespanel.h"
#include "ui/diff/diffview.h"
#include "ui/diff/findbar.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toolrow.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>

namespace countersign::diffview {

namespace {

struct WhitespaceName
{
    diff::Whitespace mode;
    const char *shortName;
    const char *name;
};

constexpr WhitespaceName kWhitespace[] = {
    {diff::Whitespace::Show, QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Whitespace: show"),
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Show all white space changes")},
    {diff::Whitespace::IgnoreAtEnd,
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Whitespace: not at end"),
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Ignore at the end of lines")},
    {diff::Whitespace::IgnoreLeadingAndTrailing,
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Whitespace: not at ends"),
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Ignore at the start and end of lines")},
    {diff::Whitespace::IgnoreAmount,
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Whitespace: not amount"),
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Ignore the amount")},
    {diff::Whitespace::IgnoreAll,
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Whitespace: ignore"),
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Ignore all white space")},
    {diff::Whitespace::IgnoreBlankLines,
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Whitespace: no blank lines"),
     QT_TRANSLATE_NOOP("countersign::diffview::ChangesPanel", "Ignore blank lines")},
};

} // namespace

void ChangesPanel::buildToolRow()
{
    m_mode = new ui::SegmentedControl(m_tools);
    m_mode->setAccessibleName(tr("Layout of differences"));
    m_mode->addSegment(QStringLiteral("split"), tr("Split"), QStringLiteral("split"));
    m_mode->addSegment(QStringLiteral("unified"), tr("Unified"), QStringLiteral("unified"));
    m_mode->setToolTip(ui::toolTipText(tr("Side by side or in one column"), QKeySequence(Qt::Key_D)));
    m_tools->addOption(m_mode);
    connect(m_mode, &ui::SegmentedControl::chosen, this,
            [this](const QString &id) { setSplit(id == QLatin1String("split")); });

    m_whitespace = new QToolButton(m_tools);
    m_whitespace->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_whitespace->setPopupMode(QToolButton::InstantPopup);
    m_whitespace->setFont(theme::font(theme::TextStyle::Small));
    m_whitespace->setAccessibleName(tr("Differences of white space"));
    theme::setCompact(m_whitespace);
    auto *menu = new QMenu(m_whitespace);
    auto *group = new QActionGroup(menu);
    for (const WhitespaceName &entry : kWhitespace) {
        QAction *action = menu->addAction(tr(entry.name), this, [this, entry] { setWhitespace(entry.mode); });
        action->setCheckable(true);
        action->setData(static_cast<int>(entry.mode));
        group->addAction(action);
    }
    menu->addSeparator();
    QAction *ends = menu->addAction(tr("Ignore CRLF against LF"));
    ends->setCheckable(true);
    connect(ends, &QAction::toggled, this, [this](bool on) {
        ContentOptions options = m_view->contentOptions();
        options.diff.ignoreCrAtEol = on;
        m_view->setContentOptions(options);
    });
    QAction *visible = menu->addAction(tr("Show spaces and tabs as marks"));
    visible->setCheckable(true);
    connect(visible, &QAction::toggled, m_view, &DiffView::setShowWhitespace);
    m_whitespace->setMenu(menu);
    m_tools->addOption(m_whitespace);

    m_wrap = ui::ToolRow::toolButton(QStringLiteral("wrap-lines"), tr("Wrap long lines"), m_tools);
    m_wrap->setToolTip(ui::toolTipText(tr("Wrap long lines"), QKeySequence(Qt::Key_W)));
    m_wrap->setCheckable(true);
    connect(m_wrap, &QToolButton::clicked, this, &ChangesPanel::setWrap);
    m_tools->addOption(m_wrap);

    m_position = new ui::StyledLabel({}, theme::TextStyle::Small, theme::Token::Muted, m_tools);
    m_tools->addTrailing(m_position);
    const auto step = [this](const QString &icon, const QString &name, int key, bool forward) {
        QToolButton *button = ui::ToolRow::toolButton(icon, name, m_tools);
        button->setToolTip(ui::toolTipText(name, QKeySequence(key)));
        connect(button, &QToolButton::clicked, this, [this, forward] { m_view->nextChange(forward); });
        m_tools->addTrailing(button);
    };
    step(QStringLiteral("chevron-up"), tr("Previous change"), Qt::Key_P, false);
    step(QStringLiteral("chevron-down"), tr("Next change"), Qt::Key_N, true);
    m_options = ui::ToolRow::toolButton(QStringLiteral("options"), tr("Options"), m_tools);
    m_options->setPopupMode(QToolButton::InstantPopup);
    m_tools->addTrailing(m_options);
    buildOptionsMenu();
    setWhitespace(diff::Whitespace::Show);
}

void ChangesPanel::buildOptionsMenu()
{
    auto *menu = new QMenu(m_options);
    menu->addSection(tr("Comparison"));
    auto *group = new QActionGroup(menu);
    const auto algorithm = [&](const QString &name, diff::Algorithm value) {
        QAction *action = menu->addAction(name, this, [this, value] { setAlgorithm(value); });
        action->setCheckable(true);
        action->setChecked(value == diff::Algorithm::Histogram);
        group->addAction(action);
    };
    algorithm(tr("Histogram"), diff::Algorithm::Histogram);
    algorithm(tr("Patience"), diff::Algorithm::Patience);
    algorithm(tr("Myers"), diff::Algorithm::Myers);
    menu->addSeparator();
    QMenu *context = menu->addMenu(tr("Lines around changes"));
    auto *lines = new QActionGroup(context);
    for (const int count : {0, 3, 10, 25}) {
        QAction *action = context->addAction(tr("%n line(s)", nullptr, count), this, [this, count] {
            ContentOptions options = m_view->contentOptions();
            options.context = count;
            m_view->setContentOptions(options);
        });
        action->setCheckable(true);
        action->setChecked(count == 3);
        lines->addAction(action);
    }
    QMenu *tabs = menu->addMenu(tr("Width of a tab"));
    for (const int width : {2, 4, 8})
        tabs->addAction(tr("%n column(s)", nullptr, width), this, [this, width] {
            m_view->setTabWidth(width);
            if (m_settings)
                m_settings->setTabWidth(width);
        });
    menu->addSeparator();
    menu->addAction(tr("Find…"), QKeySequence::Find, this, &ChangesPanel::openFind)
        ->setShortcutContext(Qt::WidgetShortcut);
    menu->addAction(tr("Larger code"), this, [this] { zoom(1); });
    menu->addAction(tr("Smaller code"), this, [this] { zoom(-1); });
    m_options->setMenu(menu);
}

void ChangesPanel::setSelector(QWidget *selector)
{
    m_selector = selector;
    m_tools->addOption(selector);
}

void ChangesPanel::setSplit(bool split)
{
    m_view->setSplit(split);
    m_mode->setCurrent(split ? QStringLiteral("split") : QStringLiteral("unified"));
    if (m_settings && m_settings->splitDiff() != split)
        m_settings->setSplitDiff(split);
}

void ChangesPanel::setWrap(bool wrap)
{
    m_view->setWrap(wrap);
    m_wrap->setChecked(wrap);
    if (m_settings && m_settings->wrapLines() != wrap)
        m_settings->setWrapLines(wrap);
}

void ChangesPanel::setWhitespace(diff::Whitespace mode)
{
    for (const WhitespaceName &entry : kWhitespace) {
        if (entry.mode == mode)
            m_whitespace->setText(tr(entry.shortName));
    }
    for (QAction *action : m_whitespace->menu()->actions()) {
        if (action->data().isValid() && action->data().toInt() == static_cast<int>(mode))
            action->setChecked(true);
    }
    ContentOptions options = m_view->contentOptions();
    if (options.diff.whitespace == mode)
        return;
    options.diff.whitespace = mode;
    m_view->setContentOptions(options);
    if (m_settings && m_settings->whitespaceMode() != static_cast<int>(mode))
        m_settings->setWhitespaceMode(static_cast<int>(mode));
}

void ChangesPanel::setAlgorithm(diff::Algorithm algorithm)
{
    ContentOptions options = m_view->contentOptions();
    options.diff.algorithm = algorithm;
    m_view->setContentOptions(options);
}

void ChangesPanel::zoom(int steps)
{
    const QFont now = theme::font(theme::TextStyle::Code);
    const double points = std::clamp(now.pointSizeF() + steps, 6.0, 40.0);
    const QString family = m_settings ? m_settings->codeFontFamily() : QString();
    if (m_settings)
        m_settings->setCodeFont(family, points);
    theme::Theme::instance().setCodeFont(family, points);
    m_view->updateFont();
}

void ChangesPanel::updatePosition()
{
    const auto [index, count] = m_view->changePosition();
    if (m_view->fileCount() == 0)
        m_position->clear();
    else if (count == 0)
        m_position->setText(tr("No changed lines"));
    else
        m_position->setText(index == 0 ? tr("%n change(s)", nullptr, count)
                                       : tr("%1 of %n change(s)", nullptr, count).arg(index));
}

void ChangesPanel::toggleViewed()
{
    const int file = m_view->currentFile();
    if (file < 0)
        return;
    const bool viewed = m_view->viewedState(file) != ViewedState::Viewed;
    Q_EMIT viewedToggled(m_view->file(file), viewed);
    if (viewed)
        m_view->nextFile(true);
}

void ChangesPanel::requestComment()
{
    const DiffView::Target target = m_view->target();
    if (target.file >= 0)
        Q_EMIT commentRequested(m_view->file(target.file).path(), target.side, target.first, target.last);
}

void ChangesPanel::openFind() { m_find->open(m_view->selectedText()); }

void ChangesPanel::showFileMenu(int file, const QPoint &global)
{
    if (file < 0 || file >= m_view->fileCount())
        return;
    const git::FileDelta delta = m_view->file(file);
    const QByteArray path = delta.path();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_view->isCollapsed(file) ? tr("Unfold") : tr("Fold"), this,
                    [this, file] { m_view->setCollapsed(file, !m_view->isCollapsed(file)); });
    menu->addAction(tr("Show or hide unchanged lines"), this, [this, file] { m_view->expandAll(file); });
    menu->addSeparator();
    if (m_role == Role::Review) {
        menu->addAction(tr("Comment on the file"), this,
                        [this, path] { Q_EMIT commentRequested(path, Side::After, -1, -1); });
        const bool viewed = m_view->viewedState(file) == ViewedState::Viewed;
        menu->addAction(viewed ? tr("Mark as not viewed") : tr("Mark as viewed"), this,
                        [this, delta, viewed] { Q_EMIT viewedToggled(delta, !viewed); });
        menu->addSeparator();
    }
    menu->addAction(tr("Open the whole file"), this,
                    [this, path] { Q_EMIT fileRequested(path, QStringLiteral("file")); });
    menu->addAction(tr("History of the file"), this,
                    [this, path] { Q_EMIT fileRequested(path, QStringLiteral("history")); });
    addEncodings(menu->addMenu(tr("Read as another encoding")), file);
    menu->addSeparator();
    menu->addAction(tr("Copy the path"), this,
                    [path] { QGuiApplication::clipboard()->setText(git::displayPath(path)); });
    menu->popup(global);
}

void ChangesPanel::addEncodings(QMenu *menu, int file)
{
    const FileOptions chosen = m_view->chosenOptions(file);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, const QByteArray &name) {
        QAction *action = menu->addAction(text, this, [this, file, chosen, name] {
            m_view->chooseOptions(file, {chosen.ignoreSizeLimit, name});
        });
        action->setCheckable(true);
        action->setChecked(chosen.encoding == name);
        group->addAction(action);
    };
    const auto content = m_view->content(file);
    const auto text =
        content ? (content->after && content->after->lineCount() > 0 ? content->after : content->before)
                : nullptr;
    add(text && chosen.encoding.isEmpty()
            ? tr("Found out by itself: %1").arg(QString::fromLatin1(text->encoding()))
            : tr("Found out by itself"),
        {});
    menu->addSeparator();
    for (const QByteArray &name : knownEncodings())
        add(QString::fromLatin1(name), name);
}

void ChangesPanel::showTextMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), m_view, &DiffView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!m_view->selectedText().isEmpty());
    if (m_role == Role::Review && m_view->target().first >= 0) {
        const DiffView::Target target = m_view->target();
        QAction *comment =
            menu->addAction(target.last > target.first
                                ? tr("Comment on lines %1 to %2…").arg(target.first + 1).arg(target.last + 1)
                                : tr("Comment on line %1…").arg(target.first + 1),
                            this, &ChangesPanel::requestComment);
        comment->setShortcut(QKeySequence(Qt::Key_C));
    }
    menu->addSeparator();
    menu->addAction(tr("Show more around this line"), m_view, &DiffView::expandAround)
        ->setShortcut(QKeySequence(Qt::Key_E));
    menu->addAction(tr("Show the enclosing function"), m_view, &DiffView::expandFunction)
        ->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_E));
    menu->addAction(tr("Go to the other side"), m_view, &DiffView::switchSide)
        ->setShortcut(QKeySequence(Qt::Key_O));
    menu->addAction(tr("Find…"), this, &ChangesPanel::openFind)->setShortcut(QKeySequence::Find);
    menu->popup(global);
}

QList<ui::Command> ChangesPanel::commands()
{
    const auto make = [this](const char *id, const QString &text, const QList<QKeySequence> &keys,
                             std::function<void()> run) {
        ui::Command command;
        command.id = QLatin1String("diff.") + QLatin1String(id);
        command.text = text;
        command.shortcuts = keys;
        command.context = QStringLiteral("review");
        command.run = std::move(run);
        command.unavailable = [this] {
            return m_view->fileCount() > 0 ? QString() : tr("There are no differences to read.");
        };
        return command;
    };
    const auto key = [](QKeyCombination keys) { return QList<QKeySequence>{QKeySequence(keys)}; };
    QList<ui::Command> list{
        make("nextFile", tr("Next file"), key(Qt::Key_J), [this] { m_view->nextFile(true); }),
        make("previousFile", tr("Previous file"), key(Qt::Key_K), [this] { m_view->nextFile(false); }),
        make("nextChange", tr("Next change"), key(Qt::Key_N), [this] { m_view->nextChange(true); }),
        make("previousChange", tr("Previous change"), key(Qt::Key_P), [this] { m_view->nextChange(false); }),
        make("split", tr("Side by side or in one column"), key(Qt::Key_D),
             [this] { setSplit(!m_view->isSplit()); }),
        make("wrap", tr("Wrap long lines"), key(Qt::Key_W), [this] { setWrap(!m_view->isWrapping()); }),
        make("expand", tr("Show more around the line"), key(Qt::Key_E), [this] { m_view->expandAround(); }),
        make("expandFunction", tr("Show the lines up to the enclosing function"), key(Qt::SHIFT | Qt::Key_E),
             [this] { m_view->expandFunction(); }),
        make("otherSide", tr("Go to the other side"), key(Qt::Key_O), [this] { m_view->switchSide(); }),
        make("find", tr("Find in all files"), QKeySequence::keyBindings(QKeySequence::Find),
             [this] { openFind(); }),
        make("findNext", tr("Next place"), key(Qt::Key_F3), [this] { m_view->findNext(true); }),
        make("findPrevious", tr("Previous place"), key(Qt::SHIFT | Qt::Key_F3),
             [this] { m_view->findNext(false); }),
        make("filterFiles", tr("Filter files"), key(Qt::Key_Slash), [this] { m_files->focusFilter(); }),
    };
    if (m_role != Role::Review)
        return list;
    list << make("nextThread", tr("Next open thread"), key(Qt::Key_BracketRight),
                 [this] { m_view->nextThread(true); })
         << make("previousThread", tr("Previous open thread"), key(Qt::Key_BracketLeft),
                 [this] { m_view->nextThread(false); })
         << make("viewed", tr("Viewed, go to the next file"), key(Qt::Key_V), [this] { toggleViewed(); })
         << make("comment", tr("Comment on the line or selection"), key(Qt::Key_C),
                 [this] { requestComment(); });
    return list;
}

} // namespace countersign::diffview
