// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace countersign::git {

/// Undoes the quoting that git applies to names with quotes, tabs, newlines or control characters where its
/// output has no -z form. A name that does not begin with a quote is returned as it is.
QByteArray unquoted(QByteArrayView name);
/// Quotes a folder for GIT_ALTERNATE_OBJECT_DIRECTORIES, where ':' separates.
QByteArray quotedFolder(const QByteArray &path);

} // namespace countersign::git
