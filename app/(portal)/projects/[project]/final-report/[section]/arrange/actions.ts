'use server'

import { action } from '@/lib/access/action'
import { sectionAddress } from '@/lib/final-report/addresses'
import { addSection, assignSection, moveSection, removeSection } from '@/lib/final-report/arrangement/commands'
import {
  addSectionSchema,
  assignSchema,
  moveSectionSchema,
  removeSectionSchema,
} from '@/lib/final-report/arrangement/schema'
import { finalReportAddress } from '@/lib/projects/addresses'

const here = (_done: unknown, { project, section }: { project: string; section: string }) =>
  sectionAddress(project, section)

export const assign = action(assignSchema, assignSection, here)
export const move = action(moveSectionSchema, moveSection, here)
export const remove = action(removeSectionSchema, removeSection, (_done, { project }) => finalReportAddress(project))
export const add = action(addSectionSchema, addSection, ({ sectionId }, { project }) =>
  sectionAddress(project, sectionId),
)
