// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/diff/filecontent.h"
#include "ui/diff/threadsource.h"

#include <QHash>

#include <vector>

namespace countersign::diffview {

/// One row of the view. Lines count from 0; -1 where a side has none.
struct ViewRow
{
    enum class Kind : quint8 { Header, Fact, Gap, Line, Image, Message, Thread, Space };
    Kind kind = Kind::Line;
    diff::Row::Kind change = diff::Row::Kind::Context;
    int oldLine = -1;
    int newLine = -1;
    /// Fact, gap or thread by its number; for a line of the unified view, the row it stands for.
    int index = 0;
    /// Gap: lines that are hidden.
    int count = 0;
    bool operator==(const ViewRow &) const = default;
};

/// How much of a fold is shown at its top and its bottom.
struct Expansion
{
    int top = 0;
    int bottom = 0;
};

struct RowOptions
{
    bool split = true;
    bool collapsed = false;
};

/// The folds of a content: one before each hunk and one at the end, some with count 0.
QList<diff::Gap> gapsOf(const FileContent &content);

/// The rows of one file: header, facts, lines with folds and threads, in reading order.
std::vector<ViewRow> buildRows(const FileContent *content, const QStringList &facts,
                               const QList<ThreadPlace> &threads, const QHash<int, Expansion> &expansions,
                               const RowOptions &options);

/// How many rows buildRows() makes of a content, facts and threads aside.
int countRows(const FileContent &content, bool split);

} // namespace countersign::diffview
