// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/text.h"
#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/pagecontext.h"
#include "ui/widgets/picture.h"

#include <QWidget>

#include <memory>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace countersign::ui {
class ElidedLabel;
class EmptyState;
class SegmentedControl;
class StyledLabel;
} // namespace countersign::ui
namespace countersign::diffview {
class CodeView;
}

namespace countersign::code {

class BlameMargin;

/// One file of a commit: as code with or without blame, as a picture, or what can be said of it. Owned by the
/// Code page; screen's thread.
class FilePanel : public QWidget
{
    Q_OBJECT
public:
    FilePanel(const ui::PageContext &context, QWidget *parent = nullptr);
    ~FilePanel() override;

    void setRepository(const QString &name);
    /// Shows a file; `line` from 0, -1 for the top. The old file stays until the new one is read.
    void open(const git::Oid &commit, const QByteArray &path, int line, bool blame);
    void clear(const QString &sentence, const QString &detail);
    bool showsBlame() const;
    void setBlame(bool on);
    QByteArray path() const { return m_path; }
    int currentLine() const;
    diffview::CodeView *view() const { return m_view; }
    /// Whether the file can be edited here: text of reasonable size.
    bool isEditable() const;
    /// The content as shown, for editing; null when it is no text.
    std::shared_ptr<const diff::Text> text() const { return m_text; }
    git::FileMode mode() const { return m_mode; }

Q_SIGNALS:
    void historyRequested(const QByteArray &path);
    void editRequested();
    void downloadRequested(const QByteArray &path);
    void commitRequested(const QString &id);
    void beforeRequested(const QString &commit, const QByteArray &path, int line);
    void stateChanged();
    /// "Line 22, column 14", encoding, line ends, indentation.
    void statusChanged(const QString &position, const QStringList &facts);

private:
    struct Loaded
    {
        git::TreeEntry entry;
        qint64 size = 0;
        bool tooLarge = false;
        std::shared_ptr<const diff::Text> text;
        ui::Picture picture;
        QByteArray head;
    };
    void buildHeader();
    void load(bool ignoreSize);
    void display(const Loaded &loaded);
    void showFacts();
    void openEncodingMenu();
    void openMenu();
    void openFind();
    static Result<Loaded> read(const git::Repository &repository, const git::Oid &commit,
                               const QByteArray &path, const QByteArray &encoding, bool ignoreSize);

    ui::PageContext m_context;
    RepositoryReader m_reader;
    RepositoryReader m_blameReader;
    git::Oid m_commit;
    QByteArray m_path;
    QByteArray m_encoding;
    git::FileMode m_mode = git::FileMode::None;
    int m_line = -1;
    std::shared_ptr<const diff::Text> m_text;
    Latest<Result<Loaded>> m_load;

    QWidget *m_header;
    ui::ElidedLabel *m_name;
    ui::StyledLabel *m_meta;
    ui::SegmentedControl *m_mode1;
    QToolButton *m_wrap;
    QToolButton *m_edit;
    QToolButton *m_more;
    QStackedWidget *m_stack;
    diffview::CodeView *m_view;
    QScrollArea *m_imageArea;
    QLabel *m_image;
    ui::EmptyState *m_message;
    BlameMargin *m_blame;
    QWidget *m_findBar = nullptr;
};

} // namespace countersign::code
