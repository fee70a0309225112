// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/filefinder.h"
#include "ui/shell/palettemodel.h"

namespace countersign::shell {

class CommandRegistry;
class HubModel;

using Navigate = std::function<void(const ui::Address &)>;

/// What the palette offers of commands, repositories, pull requests and people.
QList<PaletteItem> paletteItems(const QList<HubModel *> &hubs, CommandRegistry *commands,
                                const Navigate &navigate);
/// The files of the repository of `place`.
QList<PaletteItem> paletteFiles(const QList<FoundFile> &files, const ui::Address &place, const QString &ref,
                                const Navigate &navigate);

} // namespace countersign::shell
