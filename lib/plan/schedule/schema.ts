import { z } from 'zod'
import { readCell } from '@/lib/plan/schedule/model'
import { requiredText } from '@/lib/plan/schema'
import { projectPlace } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'
import { parseTime } from '@/lib/values/parse-time'

/** The state of the whole table that the person saw. */
const tableVersion = z.string().max(100)
const tablePlace = { ...projectPlace, workPackageId: z.uuid(), version: tableVersion }

/** A time as people write it; what is none is a stage. Nothing written is a stage, too. */
const timeField = z
  .string()
  .trim()
  .max(100, 'plan.error.tooLong')
  .optional()
  .transform((text, context) => {
    if (!text) return null
    const time = parseTime(text)
    if (time.ok && time.value.code !== null && time.value.basis === null) return time.value.code
    context.addIssue({ code: 'custom', message: 'plan.error.time' })
    return z.NEVER
  })

export const columnSchema = z.object({
  ...tablePlace,
  /** Empty: another one */
  columnId: optionalIdField,
  label: requiredText,
  time: timeField,
  /** The column it comes after; empty: the first one */
  afterId: optionalIdField,
})
export type ColumnInput = Omit<z.output<typeof columnSchema>, 'project'>

export const columnRemovalSchema = z.object({ ...tablePlace, columnId: z.uuid() })
export type ColumnRemoval = Omit<z.output<typeof columnRemovalSchema>, 'project'>

const cellName = /^cell\/([0-9a-f-]{36})\/([0-9a-f-]{36})$/
const longestCell = 300

/** Every cell of the table as it was typed, each under its own name. */
export const cellsSchema = z
  .object(tablePlace)
  .catchall(z.string())
  .transform(({ project, projectId, workPackageId, version, ...typed }, context) => {
    const cells = Object.entries(typed).flatMap(([name, text]) => {
      const [, actionId, columnId] = cellName.exec(name) ?? []
      if (!actionId || !columnId) return []
      if (text.trim().length > longestCell)
        context.addIssue({ code: 'custom', path: [name], message: 'plan.error.tooLong' })
      return [{ actionId, columnId, says: readCell(text) }]
    })
    return { project, projectId, workPackageId, version, cells }
  })
export type CellsInput = Omit<z.output<typeof cellsSchema>, 'project'>
