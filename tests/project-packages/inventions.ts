// What a publication says that its package does not: a light, an amount, a value, a judgement.
import { idHere } from '@/lib/project-packages/identity/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { Row } from './generate'
import type { Odd } from './odd'

const list = (odd: Odd, part: string): Row[] => odd.rows.get(part) ?? []
const here = (odd: Odd, part: string, name: unknown): string =>
  idHere({ key: `outo-${odd.seed}`, keepsIds: false, known: new Map() }, part, String(name))

export type Inventions = {
  /** One sentence for each; none in a good publication */
  faults: string[]
  lights: number
  withoutLight: number
  unknownAmounts: number
}

/** No light where the package has none, no amount where it says none, nothing judged without a target or a value. */
export function inventionsIn(odd: Odd, body: SnapshotBody): Inventions {
  const found: Inventions = { faults: [], lights: 0, withoutLight: 0, unknownAmounts: 0 }
  const claim = (holds: boolean, fault: string) => {
    if (!holds) found.faults.push(fault)
  }
  const said = lightsOf(odd)
  for (const { id, status } of body.units) {
    if (status.light === null) found.withoutLight += 1
    else found.lights += 1
    const given = said.get(id) ?? null
    if (status.from === 'own') claim(status.light === given, `light ${status.light} of unit ${id}, given ${given}`)
    else if (given === null && status.from !== 'parts') claim(status.light === null, `light of unit ${id} from nowhere`)
  }
  const amountOf = new Map(list(odd, 'purchases').map((row) => [here(odd, 'purchases', row.id), row.amount ?? null]))
  for (const { id, amount } of body.finance.purchases) {
    const given = amountOf.get(id) ?? null
    claim((amount === null) === (given === null), `amount ${amount} of purchase ${id}, given ${given}`)
    if (given === null) found.unknownAmounts += 1
  }
  const measured = new Map(list(odd, 'measurements').map((row) => [here(odd, 'measurements', row.id), row]))
  for (const { id, targets, judgements, measurements } of body.indicators) {
    if (targets.length === 0) claim(judgements.length === 0, `indicator ${id} is judged without a target`)
    for (const measurement of measurements) {
      const given = measured.get(measurement.id)
      if (given?.kind !== 'number' || given.number !== undefined) continue
      const value = JSON.stringify(measurement.value)
      claim(!/"number":"?0(\.0+)?"?[,}]/.test(value), `measurement ${measurement.id} became ${value}`)
    }
  }
  return found
}

/** Lights of the approved reports of the first period, by the unit's id here. */
function lightsOf(odd: Odd): Map<string, unknown> {
  const period = list(odd, 'periods')[0]?.id
  const approved = list(odd, 'statusReports').filter((one) => one.period === period && one.state === 'approved')
  const lit = new Map(
    list(odd, 'statusReportEntries')
      .filter(({ field }) => field === 'light')
      .map(({ report, text }) => [report, text]),
  )
  return new Map(approved.map(({ id, unit }) => [here(odd, 'workPackages', unit), lit.get(id) ?? null]))
}
