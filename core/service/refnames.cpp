// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/refnames.h"

#include "core/api/errors.h"
#include "core/git/write.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

Result<void> checkNewRef(const git::Repository &repository, const QByteArray &fullName, const char *invalid,
                         const char *exists)
{
    const QByteArray shortName = fullName.sliced(fullName.indexOf('/', 5) + 1);
    const QString shown = git::displayPath(shortName);
    if (!git::isAcceptableRefName(shortName))
        return api::wireFailure(invalid, u"%1 cannot be the name of a branch or tag here."_s.arg(shown));
    const auto refs = git::refs(repository);
    if (!refs)
        return std::unexpected(refs.error());
    for (const git::RefInfo &ref : *refs) {
        if (ref.name == fullName)
            return api::wireFailure(exists, u"%1 exists already."_s.arg(shown));
        // Git keeps refs as files: a branch "a" leaves no room for "a/b".
        if (ref.name.startsWith(fullName + '/') || fullName.startsWith(ref.name + '/'))
            return api::wireFailure(
                invalid, u"%1 cannot be created beside %2."_s.arg(shown, git::displayPath(ref.name)));
    }
    return {};
}

} // namespace countersign::service
