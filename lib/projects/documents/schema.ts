import { z } from 'zod'
import { documentKinds } from '@/lib/projects/documents/model'
import { optionalAddress, projectPlace } from '@/lib/projects/schema'
import { optionalDayField, optionalText } from '@/lib/values/form-fields'

/** What is told of a document; the file itself comes beside it. */
export const documentSchema = z.object({
  ...projectPlace,
  label: z.string().trim().min(1, 'projects.error.label').max(300, 'projects.error.tooLong'),
  kind: z.enum(documentKinds),
  datedOn: optionalDayField('projects.error.day'),
  caseNumber: optionalText(100, 'projects.error.tooLong'),
  url: optionalAddress,
})
export type NewDocument = Omit<z.output<typeof documentSchema>, 'project'>

export const removeDocumentSchema = z.object({ ...projectPlace, documentId: z.uuid() })
