import { z } from 'zod'
import { communicationItemKinds } from '@/lib/communications/model'
import { optionalDayField, optionalText } from '@/lib/values/form-fields'
import { parseTime } from '@/lib/values/parse-time'

/** Where the person is, so that the answer can lead back there. */
const project = z.string().max(100)
/** The same without it where a command is called by the product itself: it is nothing that is stored. */
type Placed<T extends { project: string }> = Omit<T, 'project'> & { project?: string }
const version = z.coerce.number().int().min(1)
/** A choice that may be left empty or not be asked at all. */
const optionalId = z
  .string()
  .optional()
  .refine((id = '') => id === '' || z.uuid().safeParse(id).success)
  .transform((id) => id || null)
const words = optionalText(2000, 'communications.error.tooLong')

/** Means, one on a line; commas part them, too. */
const channels = z
  .string()
  .max(2000, 'communications.error.tooLong')
  .transform((text) => [...new Set(text.split(/[\n,;]/).map((one) => one.trim()))].filter((one) => one !== ''))

/** When it is to happen, as written; understood where it is a time: a continuous work has none. */
const schedule = optionalText(200, 'communications.error.tooLong').transform((asWritten) => {
  const time = asWritten === null ? null : parseTime(asWritten)
  return { dateAsWritten: asWritten, dateCode: time?.ok ? time.value.code : null }
})

const rowFields = {
  periodId: optionalId,
  topic: z.string().trim().min(1, 'communications.error.topicMissing').max(500, 'communications.error.tooLong'),
  aim: words,
  audience: words,
  channels,
  schedule,
  responsibleRole: optionalText(200, 'communications.error.tooLong'),
  statusText: optionalText(200, 'communications.error.tooLong'),
}

export const newRowSchema = z.object({ project, projectId: z.uuid(), ...rowFields })
export type NewRow = Placed<z.output<typeof newRowSchema>>

export const rowChangeSchema = z.object({ project, rowId: z.uuid(), version, ...rowFields })
export type RowChange = Placed<z.output<typeof rowChangeSchema>>

export const removeRowSchema = z.object({ project, rowId: z.uuid(), version })
export type RowRemoval = Placed<z.output<typeof removeRowSchema>>

/** An address that a browser opens; nothing else may stand behind a link. */
const url = optionalText(2000, 'communications.error.tooLong').refine(
  (address) => address === null || (/^https?:\/\/\S+$/i.test(address) && URL.canParse(address)),
  'communications.error.url',
)

export const itemSchema = z.object({
  project,
  rowId: z.uuid(),
  /** Of the row */
  version,
  /** Empty: another one */
  itemId: optionalId,
  kind: z.enum(communicationItemKinds),
  text: z.string().trim().min(1, 'communications.error.textMissing').max(4000, 'communications.error.tooLong'),
  happenedOn: optionalDayField('communications.error.day'),
  url,
})
export type Item = Placed<z.output<typeof itemSchema>>

export const removeItemSchema = z.object({ project, rowId: z.uuid(), version, itemId: z.uuid() })
export type ItemRemoval = Placed<z.output<typeof removeItemSchema>>
