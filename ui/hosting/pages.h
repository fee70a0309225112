// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

#include <functional>

/// Administration of repositories. Screen's thread.
namespace countersign::hosting {

/// Name, description, default branch, tags, deletion and what was deleted. Owned by its parent.
ui::Page *makeRepositorySettingsPage(const ui::PageContext &context, QWidget *parent = nullptr);
/// Opens the dialog; `done` is called with the address of the new repository. The dialog deletes itself.
void openCreateRepository(QWidget *parent, const ui::PageContext &context,
                          std::function<void(const ui::Address &)> done);
/// Opens the dialog; the import goes on as a background task after it closed.
void openImportRepository(QWidget *parent, const ui::PageContext &context,
                          std::function<void(const ui::Address &)> done);
/// Opens the list of deleted repositories.
void openDeletedRepositories(QWidget *parent, const ui::PageContext &context,
                             std::function<void(const ui::Address &)> done);

} // namespace countersign::hosting
