// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/base/result.h"
#include "core/git/values.h"

#include <QPushButton>

class QListWidget;
class QFrame;

namespace countersign::ui {
class SearchField;
class SegmentedControl;
} // namespace countersign::ui

namespace countersign::code {

class RepositoryReader;

/// A button that shows what is looked at, and a pop-up to choose another branch, tag or commit: a filter,
/// branches or tags, and the commits whose id begins with what is typed. Owned by its page.
class RefChooser : public QPushButton
{
    Q_OBJECT
public:
    explicit RefChooser(QWidget *parent = nullptr);

    /// Where commits are looked up by the beginning of their id; without it only full ids are known.
    void setReader(RepositoryReader *reader) { m_reader = reader; }
    /// `allText`: an entry for "all branches" before the others; empty for none.
    void setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch,
                 const QString &allText = {});
    /// A full ref name, a full id, or empty for "all branches".
    void setCurrent(const QByteArray &specifier);
    QByteArray current() const { return m_current; }
    void openPopup();

Q_SIGNALS:
    void chosen(const QByteArray &specifier);

private:
    void fill();
    void choose(const QByteArray &specifier);
    void findCommits(const QByteArray &prefix);
    void addEntry(const QString &icon, const QString &text, const QByteArray &specifier);

    RepositoryReader *m_reader = nullptr;
    Latest<Result<QList<git::CommitInfo>>> m_lookUp;
    QList<git::RefInfo> m_refs;
    QByteArray m_default;
    QByteArray m_current;
    QString m_allText;
    QFrame *m_popup = nullptr;
    ui::SearchField *m_filter = nullptr;
    ui::SegmentedControl *m_kind = nullptr;
    QListWidget *m_list = nullptr;
};

/// What a ref specifier is called on the screen: the short name, or the first digits of an id.
QString refDisplayName(const QByteArray &specifier);

} // namespace countersign::code
