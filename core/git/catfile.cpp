// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/catfile.h"

#include "core/git/quoting.h"

namespace countersign::git {

CatFile::CatFile(Command command)
    : m_command(std::move(command))
{
    m_command.arguments = {"cat-file", "--batch-command"};
}

void CatFile::addObjects(const QByteArray &folder)
{
    m_command.environment << "GIT_ALTERNATE_OBJECT_DIRECTORIES=" + quotedFolder(folder);
    m_program.reset();
}

Result<ObjectHeader> CatFile::attempt(const QByteArray &line)
{
    if (!m_program) {
        auto program = Program::start(m_command);
        if (!program)
            return std::unexpected(program.error());
        m_program = std::move(*program);
        m_buffer.clear();
    }
    m_program->write(line);
    qsizetype end = -1;
    while ((end = m_buffer.indexOf('\n')) < 0) {
        const auto more = m_program->read(m_buffer);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return failure(ErrorKind::Internal, QStringLiteral("git cat-file ended."),
                           QString::fromUtf8(m_program->errors()));
    }
    const QList<QByteArray> fields = m_buffer.first(end).split(' ');
    m_buffer.remove(0, end + 1);
    const auto type = fields.size() == 3 ? objectTypeFromName(fields[1]) : std::nullopt;
    if (!type)
        return failure(ErrorKind::NotFound, QStringLiteral("The object %1 is not in the repository.")
                                                .arg(QString::fromLatin1(fields.value(0))));
    return ObjectHeader{*type, fields[2].toLongLong()};
}

Result<ObjectHeader> CatFile::request(const QByteArray &line)
{
    auto result = attempt(line);
    if (result || result.error().kind != ErrorKind::Internal)
        return result;
    // The child dies with the thread that started it, and a pool's threads come and go.
    m_program.reset();
    return attempt(line);
}

Result<ObjectHeader> CatFile::header(const Oid &id) { return request("info " + id.hex() + '\n'); }

Result<RawObject> CatFile::read(const Oid &id)
{
    const auto header = request("contents " + id.hex() + '\n');
    if (!header)
        return std::unexpected(header.error());
    // The content is followed by a newline of its own.
    while (m_buffer.size() < header->size + 1) {
        const auto more = m_program->read(m_buffer);
        if (!more || !*more) {
            m_program.reset();
            return failure(ErrorKind::Corrupt,
                           QStringLiteral("The object %1 could not be read.").arg(id.toString()));
        }
    }
    RawObject object{header->type, {}};
    if (m_buffer.size() == header->size + 1) {
        m_buffer.chop(1);
        object.bytes = std::exchange(m_buffer, {});
    } else {
        object.bytes = m_buffer.first(header->size);
        m_buffer.remove(0, header->size + 1);
    }
    return object;
}

} // namespace countersign::git
