'use server'

import { action } from '@/lib/access/action'
import { editAddress, sectionAddress } from '@/lib/final-report/addresses'
import { editSection } from '@/lib/final-report/editing/commands'
import { editFormSchema, sectionStateSchema } from '@/lib/final-report/editing/schema'
import { takeBack } from '@/lib/final-report/history/restore/commands'
import { takeBackSchema } from '@/lib/final-report/history/schema'
import { setSectionState } from '@/lib/final-report/sections/commands'

/** Saves the typed texts of a section and does what the pressed button asks for. */
export const editTexts = action(
  editFormSchema,
  (viewer, { project: _, kind: _kind, ...edit }) => editSection(viewer, edit),
  ({ version }, { project, kind, sectionId }) => `${editAddress({ key: project, kind }, sectionId)}?saved=${version}`,
)

/** Says that a section is ready, or takes it back to a draft. */
export const changeState = action(
  sectionStateSchema,
  (viewer, { section, version, state }) => setSectionState(viewer, { sectionId: section, version, state }),
  (_changed, { project, kind, section }) => sectionAddress({ key: project, kind }, section),
)

/** Takes a section back to an older version. */
export const takeBackVersion = action(
  takeBackSchema,
  (viewer, { project: _, kind: _kind, ...input }) => takeBack(viewer, input),
  (_taken, { project, kind, section }) => sectionAddress({ key: project, kind }, section),
)
