// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/objectformat.h"
#include "core/git/program.h"

#include <memory>
#include <optional>

namespace countersign::git {

struct ObjectHeader
{
    ObjectType type = ObjectType::Blob;
    qint64 size = 0;
};

/// Objects read through a long-running `git cat-file --batch-command`, for repositories that libgit2 cannot
/// open. Started on first use, and again when it ended in between. Owned by a repository's reader.
class CatFile
{
public:
    explicit CatFile(Command command);

    /// NotFound for a missing object.
    Result<ObjectHeader> header(const Oid &id);
    Result<RawObject> read(const Oid &id);
    /// Another folder of objects to look in; takes effect with the next request.
    void addObjects(const QByteArray &folder);

private:
    Result<ObjectHeader> request(const QByteArray &line);
    Result<ObjectHeader> attempt(const QByteArray &line);

    Command m_command;
    std::unique_ptr<Program> m_program;
    QByteArray m_buffer;
};

} // namespace countersign::git
