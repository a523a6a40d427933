import { z } from 'zod'
import { communicationItemKinds } from '@/lib/communications/model'
import { type Placed, projectField as project, versionField as version } from '@/lib/projects/schema'
import { optionalDayField, optionalIdField, optionalText } from '@/lib/values/form-fields'
import { parseTime } from '@/lib/values/parse-time'

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
  periodId: optionalIdField,
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
  itemId: optionalIdField,
  kind: z.enum(communicationItemKinds),
  text: z.string().trim().min(1, 'communications.error.textMissing').max(4000, 'communications.error.tooLong'),
  happenedOn: optionalDayField('communications.error.day'),
  url,
})
export type Item = Placed<z.output<typeof itemSchema>>

export const removeItemSchema = z.object({ project, rowId: z.uuid(), version, itemId: z.uuid() })
export type ItemRemoval = Placed<z.output<typeof removeItemSchema>>
