'use server'

import { action } from '@/lib/access/action'
import { remarksAddress } from '@/lib/finance/addresses'
import { addNote, changeNote, removeNote } from '@/lib/finance/notes/commands'
import { newNoteSchema, noteSchema } from '@/lib/finance/notes/schema'
import { removalSchema } from '@/lib/finance/schema'

const toRemarks = (_done: unknown, { project }: { project: string }) => remarksAddress(project)

export const add = action(newNoteSchema, (viewer, { project: _, ...input }) => addNote(viewer, input), toRemarks)
export const change = action(noteSchema, (viewer, { project: _, ...input }) => changeNote(viewer, input), toRemarks)
export const remove = action(removalSchema, removeNote, toRemarks)
