'use server'

import { action } from '@/lib/access/action'
import { addActual, changeActual, removeActual } from '@/lib/finance/actuals/commands'
import { actualSchema, newActualSchema } from '@/lib/finance/actuals/schema'
import { actualsAddress, pastePreviewAddress } from '@/lib/finance/addresses'
import { keepPaste, takePaste } from '@/lib/finance/pastes/commands'
import { pasteSchema, takeSchema } from '@/lib/finance/pastes/schema'
import { removalSchema } from '@/lib/finance/schema'

const toList = (_done: unknown, { project }: { project: string }) => actualsAddress(project)

export const add = action(newActualSchema, (viewer, { project: _, ...input }) => addActual(viewer, input), toList)
export const change = action(actualSchema, (viewer, { project: _, ...input }) => changeActual(viewer, input), toList)
export const remove = action(removalSchema, removeActual, toList)

/** Keeps what was pasted and goes on to look at it. */
export const preview = action(pasteSchema, keepPaste, ({ id }, { project }) => pastePreviewAddress(project, id))
export const take = action(takeSchema, takePaste, ({ rows }, { project }) => `${actualsAddress(project)}?taken=${rows}`)
