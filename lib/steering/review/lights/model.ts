import { figureAddress } from '@/lib/steering/figures/addresses'
import { lightChangeLabels, shownLightLabels } from '@/lib/steering/labels'
import type { LightChange, UnitRow } from '@/lib/steering/lights/model'
import type { ReviewBlock, ReviewLight } from '@/lib/steering/review/model'
import { type ReviewContext, unitRun } from '@/lib/steering/review/runs/model'

const arrows: Record<LightChange, string> = {
  worse: '↓\u00a0',
  better: '↑\u00a0',
  new: '+\u00a0',
  gone: '−\u00a0',
  same: '→\u00a0',
  none: '',
}

/** The light of a unit with its word and its card. */
export function reviewLight({ t, code }: ReviewContext, { id, light }: UnitRow): ReviewLight {
  return { light, word: t(shownLightLabels[light]), href: figureAddress(code, { kind: 'light', id }) }
}

/** How the light has moved, in words after its arrow; null when there is nothing to compare with. */
export function changeText({ t, compared }: ReviewContext, { change, before }: UnitRow): string | null {
  if (!compared || change === 'none') return null
  const moved = change === 'worse' || change === 'better' || change === 'gone'
  const was = moved && before ? ` (${t('steering.change.was', { light: t(shownLightLabels[before]) })})` : ''
  return `${arrows[change]}${t(lightChangeLabels[change])}${was}`
}

/** Units with their lights, what became of them and why; nothing without units. */
export function lightsBlock(context: ReviewContext, caption: string, rows: readonly UnitRow[]): ReviewBlock[] {
  const { t, body } = context
  if (rows.length === 0) return []
  const units = new Map(body.units.map((unit) => [unit.id, unit]))
  return [
    {
      kind: 'lights',
      caption,
      items: rows.map((row) => {
        const notes = [
          row.reason ?? (row.light === 'none' ? t('steering.light.noReport') : null),
          row.lightOf ? t('steering.light.fromPart', { part: row.lightOf }) : null,
        ].filter((note) => note !== null)
        return {
          title: unitRun(context, units.get(row.id) ?? { id: row.id, title: row.title, reports: true }),
          light: reviewLight(context, row),
          change: changeText(context, row),
          note: notes.join('. ') || null,
        }
      }),
    },
  ]
}
