'use server'

import { action } from '@/lib/access/action'
import { importAddress, importPreviewAddress } from '@/lib/final-report/addresses'
import { removeImport } from '@/lib/final-report/import/commands'
import { removeImportSchema, takeImportSchema } from '@/lib/final-report/import/schema'
import { takeImport } from '@/lib/final-report/import/taking/commands'

/** Takes a read file into the report. */
export const take = action(takeImportSchema, takeImport, (_taken, { project, id }) => importPreviewAddress(project, id))

/** Lets a read file go. */
export const remove = action(removeImportSchema, removeImport, (_gone, { project }) => importAddress(project))
