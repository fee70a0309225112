// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store {

QString placeholders(qsizetype count) { return QStringList(count, u"?"_s).join(u", "_s); }

} // namespace countersign::store
