// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"
#include "ui/widgets/dialogbase.h"

class QCheckBox;

namespace countersign::code {

class RefChooser;
class RepositoryReader;

/// Asks which two branches, tags or commits to compare. Owned by the Commits page until closed; screen's
/// thread.
class CompareDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    /// `to`: the ref or full id that is offered as the second; the default branch is the first.
    CompareDialog(RepositoryReader *reader, const QList<git::RefInfo> &refs, const QByteArray &defaultBranch,
                  const QByteArray &to, QWidget *parent);

Q_SIGNALS:
    /// `before` is where both parted, when only that is asked for.
    void chosen(const countersign::git::Oid &before, const countersign::git::Oid &after);

private:
    void submit();

    RepositoryReader *m_reader;
    RefChooser *m_from;
    RefChooser *m_to;
    QCheckBox *m_sinceParting;
};

} // namespace countersign::code
