// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/git/oid.h"

#include <git2.h>

#include <memory>

/// Owners of libgit2 objects. Internal to core/git: no handle leaves it, values do.
namespace countersign::git {

template <auto Free>
struct HandleDeleter
{
    template <class T>
    void operator()(T *handle) const noexcept
    {
        Free(handle);
    }
};
template <class T, auto Free>
using Handle = std::unique_ptr<T, HandleDeleter<Free>>;

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using OdbHandle = Handle<git_odb, git_odb_free>;
using OdbObjectHandle = Handle<git_odb_object, git_odb_object_free>;
using ReferenceHandle = Handle<git_reference, git_reference_free>;
using ReferenceIteratorHandle = Handle<git_reference_iterator, git_reference_iterator_free>;
using ConfigHandle = Handle<git_config, git_config_free>;

/// Takes ownership of what a libgit2 call writes through its first parameter:
/// `int code = git_odb_read(Out(object), odb, &id);`
template <class H>
class Out
{
public:
    explicit Out(H &handle)
        : m_handle(handle)
    {
    }
    ~Out() { m_handle.reset(m_pointer); }
    Out(const Out &) = delete;
    Out &operator=(const Out &) = delete;
    operator typename H::pointer *() { return &m_pointer; }

private:
    H &m_handle;
    typename H::pointer m_pointer = nullptr;
};

/// Starts libgit2, once in the process, without the user's and the system's configuration.
void ensureLibrary();

/// The Error for a failed call. Must be called on the thread of the call, before any other call.
std::unexpected<Error> libraryFailure(int code, const QString &what);

inline git_oid toLibrary(const Oid &id)
{
    git_oid result{};
    const QByteArrayView raw = id.raw();
    std::copy_n(raw.begin(), std::min<qsizetype>(raw.size(), GIT_OID_SHA1_SIZE),
                reinterpret_cast<char *>(result.id));
    return result;
}

inline Oid fromLibrary(const git_oid &id)
{
    return *Oid::fromRaw({reinterpret_cast<const char *>(id.id), GIT_OID_SHA1_SIZE});
}

} // namespace countersign::git
