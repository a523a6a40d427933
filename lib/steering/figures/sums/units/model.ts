import { shortOf } from '@/lib/steering/figures/model'
import { type FigureRow, refOf } from '@/lib/steering/figures/rows/model'
import { type ComputedFigure, type ComputedRequest, shareOf, termsOf } from '@/lib/steering/figures/sums/parts/model'
import { groupingLabels, lightChangeLabels, lightWords } from '@/lib/steering/labels'
import {
  type Grouping,
  groupings,
  groupUnits,
  lightChanges,
  type ShownLight,
  shownLights,
  type UnitRow,
  unitRows,
} from '@/lib/steering/lights/model'
import { formatNumber } from '@/lib/values/format'

/** Counts of reporting units: all, by light, by change, and those of one group; null for every other name. */
export function unitFigure(request: ComputedRequest): ComputedFigure | null {
  const { name, of } = request
  if (name === 'units') return of === null ? allUnits(request) : inGroup(request, null)
  if (name === 'light-changes') return changed(request)
  const light = shownLights.find((one) => one === (name === 'lights' ? of : name.replace(/^lights-/, '')))
  if (!light || !isUsed(request.body, light)) return null
  if (name === 'lights') return withLight(request, light)
  return name === `lights-${light}` && of !== null ? inGroup(request, light) : null
}

/** A project without lights has no figures of lights, only of reports. */
function isUsed({ project }: ComputedRequest['body'], light: ShownLight): boolean {
  return project.lights || light === 'reported' || light === 'none'
}

function allUnits({ t, body }: ComputedRequest): ComputedFigure {
  const units = unitRows(body, null)
  return {
    ref: { kind: 'computed', id: 'units' },
    title: t('figures.sum.units'),
    value: { text: formatNumber(units.length, t.locale) },
    how: t('figures.how.units'),
    ...termsOfUnits({ t, body }, units),
  }
}

function withLight({ t, body }: ComputedRequest, light: ShownLight): ComputedFigure {
  const all = unitRows(body, null)
  const units = all.filter((row) => row.light === light)
  const usesLights = body.project.lights
  const word = t(lightWords(usesLights)[light])
  return {
    ref: { kind: 'computed', id: `lights.${light}` },
    title: t('figures.sum.lights', { light: word }),
    value: { ...shareOf(t, units.length, all.length), light },
    how: t(usesLights ? 'figures.how.lights' : 'figures.how.reported', { light: word, all: all.length }),
    ...termsOfUnits({ t, body }, units),
  }
}

/** Units by what became of their light since the publication before. */
function changed({ t, body, of }: ComputedRequest): ComputedFigure | null {
  const change = lightChanges.find((one) => one === of)
  if (!change) return null
  const units = unitRows(body, null).filter((row) => row.change === change)
  const word = t(lightChangeLabels[change])
  return {
    ref: { kind: 'computed', id: `light-changes.${change}` },
    title: t('figures.sum.lightChanges', { change: word }),
    value: { text: formatNumber(units.length, t.locale) },
    how: t('figures.how.lightChanges', { change: word }),
    ...termsOfUnits({ t, body }, units),
  }
}

const without: Record<Grouping, string> = { area: 'no-area', investment: 'no-investment' }

/** The units of a service area or of a part of the structure; with a light, those of them that have it. */
function inGroup({ t, body, of }: ComputedRequest, light: ShownLight | null): ComputedFigure | null {
  const rows = unitRows(body, null)
  for (const by of groupings) {
    const group = groupUnits(body, rows, by).find(({ id }) => (id === null ? without[by] : shortOf(id)) === of)
    if (!group) continue
    const place = group.name ?? t(by === 'area' ? 'steering.units.noArea' : 'steering.units.noInvestment')
    const units = light === null ? group.rows : group.rows.filter((row) => row.light === light)
    const end = group.id ?? without[by]
    const value = { text: formatNumber(units.length, t.locale) }
    return {
      ref: { kind: 'computed', id: light === null ? `units.${end}` : `lights-${light}.${end}` },
      title:
        light === null
          ? t('figures.sum.unitsOf', { place })
          : t('figures.sum.lightsOf', { place, light: t(lightWords(body.project.lights)[light]) }),
      value: light === null ? value : { ...value, light },
      how: t('figures.how.unitsOf', { grouping: t(groupingLabels[by]).toLocaleLowerCase(t.locale) }),
      ...termsOfUnits({ t, body }, units),
    }
  }
  return null
}

function termsOfUnits({ t, body }: Pick<ComputedRequest, 't' | 'body'>, shown: readonly UnitRow[]) {
  const before = new Map(shown.map((row) => [row.id, row.before]))
  const units = body.units
    .filter(({ id }) => before.has(id))
    .map(
      (row): FigureRow => ({
        kind: 'light',
        row,
        usesLights: body.project.lights,
      }),
    )
  const terms = termsOf(t, body, units, (unit) => {
    const was = before.get(refOf(unit).id)
    return was ? t('steering.change.was', { light: t(lightWords(body.project.lights)[was]) }) : null
  })
  return { terms, unknown: 0, section: 'units' as const }
}
