// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/git/handle.h"

namespace countersign::git {

namespace {

struct Library
{
    Library()
    {
        git_libgit2_init();
        for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
                                GIT_CONFIG_LEVEL_GLOBAL})
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
        // Reading runs nothing that a repository's owner chose, so whose it is does not matter.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        // Each lane has a repository of its own; the defaults (256 MB, 8 GB) are meant for one.
        git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, static_cast<ssize_t>(16 * 1024 * 1024));
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, static_cast<size_t>(1024 * 1024));
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, static_cast<size_t>(24 * 1024 * 1024));
    }
};

} // namespace

void ensureLibrary()
{
    // Not shut down at exit: other threads may still hold repositories then.
    static const Library library;
}

std::unexpected<Error> libraryFailure(int code, const QString &what)
{
    const git_error *error = git_error_last();
    ErrorKind kind = ErrorKind::Corrupt;
    if (code == GIT_ENOTFOUND)
        kind = ErrorKind::NotFound;
    else if (code == GIT_EINVALIDSPEC)
        kind = ErrorKind::InvalidInput;
    else if (error && (error->klass == GIT_ERROR_OS || error->klass == GIT_ERROR_NOMEMORY))
        kind = ErrorKind::Internal;
    return failure(kind, what, error ? QString::fromUtf8(error->message) : QString());
}

} // namespace countersign::git
