// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace countersign::git {

/// Git's own rules for a ref name (git-check-ref-format) without demands on its prefix or levels.
bool isWellFormedRefName(QByteArrayView name);

} // namespace countersign::git
