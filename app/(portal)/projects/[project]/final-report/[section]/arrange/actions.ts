'use server'

import { action } from '@/lib/access/action'
import { documentAddress, sectionAddress } from '@/lib/final-report/addresses'
import { addSection, assignSection, moveSection, removeSection } from '@/lib/final-report/arrangement/commands'
import {
  addSectionSchema,
  assignSchema,
  moveSectionSchema,
  removeSectionSchema,
} from '@/lib/final-report/arrangement/schema'
import type { DocumentKind } from '@/lib/final-report/model'

const here = (
  _done: unknown,
  { project: key, kind, section }: { project: string; kind: DocumentKind; section: string },
) => sectionAddress({ key, kind }, section)

export const assign = action(assignSchema, assignSection, here)
export const move = action(moveSectionSchema, moveSection, here)
export const remove = action(removeSectionSchema, removeSection, (_done, { project: key, kind }) =>
  documentAddress({ key, kind }),
)
export const add = action(addSectionSchema, addSection, ({ sectionId }, { project: key, kind }) =>
  sectionAddress({ key, kind }, sectionId),
)
