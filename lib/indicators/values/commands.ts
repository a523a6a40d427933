import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { heldIndicator, type KeepReason } from '@/lib/indicators/held/commands'
import { readSampleSize, readValue } from '@/lib/indicators/readings/model'
import { readBreakdown } from '@/lib/indicators/values/breakdown/model'
import { measurementColumns } from '@/lib/indicators/values/model'
import type { BreakdownInput, ValueInput } from '@/lib/indicators/values/schema'
import type { Tx } from '@/lib/platform/db'
import { timeReasonKey } from '@/lib/values/labels'
import { parseTime } from '@/lib/values/parse-time'
import { fail, ok, type Result } from '@/lib/values/result'
import type { TypedValue } from '@/lib/values/typed-value'

type Done = Promise<Result<{ indicatorId: string }, KeepReason | 'CALCULATED' | 'INVALID'>>

/**
 * Enters a value that comes from elsewhere than a status report, with its source; or another in the place of such a value,
 * which stays as history. Reasons: NOT_FOUND (indicator; the value that it stands in for), NOT_ALLOWED, STALE, CALCULATED
 * (its values are counted from others), INVALID (value, time or n cannot be read; at the field).
 */
export function enterValue(viewer: Viewer, given: ValueInput): Done {
  return enter(viewer, given, given.replacesId, (current) => {
    const value = readValue(given.value, current)
    return value.ok ? { value: value.value } : { fields: { value: value.message } }
  })
}

/** Enters a value part by part, some of them perhaps unknown. Reasons as of `enterValue`; INVALID tells at the parts. */
export function enterBreakdown(viewer: Viewer, given: BreakdownInput): Done {
  return enter(viewer, given, null, (current) => readBreakdown(given.parts, given.total, current))
}

type Current = { kind: string | null; unit: string | null; dimensions: string[] }
type Told = Omit<ValueInput, 'value' | 'replacesId'>

function enter(
  viewer: Viewer,
  { indicatorId, version, role, time: when, n: counted, scope, source, note }: Told,
  replacesId: string | null,
  read: (current: Current) => { value: TypedValue } | { fields: Record<string, string> },
): Done {
  const act = 'indicator.value_entered'
  return heldIndicator<'CALCULATED' | 'INVALID'>(
    viewer,
    { indicatorId, version },
    act,
    async (tx, { organisationId }) => {
      const current = await tx.indicatorVersion.findFirst({
        where: { indicatorId, supersededOn: null },
        select: { kind: true, unit: true, formula: true, dimensions: true },
      })
      if (role === 'actual' && current?.formula) return fail('CALCULATED')
      const outcome = read(current ?? { kind: null, unit: null, dimensions: [] })
      if ('fields' in outcome) return fail('INVALID', outcome.fields)
      const { value } = outcome
      const time = parseTime(when)
      if (!time.ok) return fail('INVALID', { time: timeReasonKey(time.reason) })
      const n = counted === null ? null : readSampleSize(counted)
      if (n && !n.ok) return fail('INVALID', { n: n.message })
      const place = replacesId === null ? null : await replaceable(tx, indicatorId, replacesId)
      if (replacesId !== null && !place) return fail('NOT_FOUND')
      const last = await tx.measurement.aggregate({ where: { indicatorId }, _max: { sort: true } })
      const written = await tx.measurement.create({
        data: {
          ...measurementColumns({ ...value, scope, source }, time.value),
          organisationId,
          indicatorId,
          role,
          n: n?.ok ? n.value : value.n,
          note: note ?? value.note,
          area: place?.area ?? null,
          sort: place?.sort ?? (last._max.sort ?? -1) + 1,
          cells: { create: value.cells.map((cell, sort) => ({ ...cell, organisationId, sort })) },
        },
        select: { id: true },
      })
      if (place) await tx.measurement.update({ where: { id: place.id }, data: { replacedById: written.id } })
      const before = place ? { replaces: place.asWritten } : {}
      return ok({ role, value: value.asWritten, time: when, source, ...before })
    },
  )
}

/** What a report told is corrected in the report; a value that has given way already is history. */
function replaceable(tx: Tx, indicatorId: string, id: string) {
  return tx.measurement.findFirst({
    where: { id, indicatorId, reportId: null, replacedById: null },
    select: { id: true, area: true, sort: true, asWritten: true },
  })
}
