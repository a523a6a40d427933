import { z } from 'zod'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

const noteFields = {
  ...projectPlace,
  investmentId: optionalIdField,
  text: z.string().trim().min(1, 'finance.error.missing').max(5000, 'finance.error.tooLong'),
}

export const newNoteSchema = z.object(noteFields)
export const noteSchema = z.object({ ...noteFields, id: z.uuid(), version: versionField })

/** What the reader of the figures must know, of the project or of one investment. */
export type NoteInput = { projectId: string; investmentId: string | null; text: string }
