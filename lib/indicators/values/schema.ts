import { z } from 'zod'
import { measurementRoles } from '@/lib/indicators/model'
import { mostParts } from '@/lib/indicators/values/breakdown/model'
import type { TypedPart } from '@/lib/indicators/values/breakdown/typing/model'
import { type Placed, projectField as project, versionField as version } from '@/lib/projects/schema'
import { optionalIdField, optionalText } from '@/lib/values/form-fields'

const tooLong = 'indicators.error.tooLong'

const told = {
  project,
  indicatorId: z.uuid(),
  version,
  role: z.enum(measurementRoles),
  time: z.string().trim().min(1, 'indicators.error.timeMissing').max(100, tooLong),
  n: optionalText(20, tooLong),
  scope: optionalText(200, tooLong),
  source: z.string().trim().min(1, 'indicators.error.sourceMissing').max(1000, tooLong),
  note: optionalText(2000, tooLong),
}

/** A value from elsewhere than a status report: a baseline, a level to compare with, an actual of earlier material. */
export const valueSchema = z.object({
  ...told,
  /** The value that this one takes the place of */
  replacesId: optionalIdField,
  value: z.string().trim().min(1, 'indicators.error.valueMissing').max(5000, tooLong),
})
export type ValueInput = Placed<z.output<typeof valueSchema>>

const partField = /^part\/(\d{1,3})\/(label|value)$/

/** A value part by part: fields `part/0/label` and `part/0/value`, and so on, and a total that may be left out. */
export const breakdownSchema = z
  .looseObject({ ...told, total: z.string().max(100, tooLong).optional() })
  .transform(({ total = '', ...sent }) => {
    const parts: TypedPart[] = []
    for (const [name, text] of Object.entries(sent)) {
      const [, no, which] = partField.exec(name) ?? []
      const place = Number(no)
      if (which === undefined || typeof text !== 'string' || place >= mostParts) continue
      parts[place] = { label: '', value: '', ...parts[place], [which]: text.slice(0, 500) }
    }
    const { project: at, indicatorId, version: seen, role, time, n, scope, source, note } = sent
    const all = Array.from(parts, (part) => part ?? { label: '', value: '' })
    return { project: at, indicatorId, version: seen, role, time, n, scope, source, note, total, parts: all }
  })
export type BreakdownInput = Placed<z.output<typeof breakdownSchema>>
