import { figureAddress } from '@/lib/steering/figures/addresses'
import { lightChangeLabels, lightWords } from '@/lib/steering/labels'
import { lightOfText, lightReason, sentences } from '@/lib/steering/light-texts/model'
import { type LightChange, tellsBefore, type UnitRow } from '@/lib/steering/lights/model'
import type { ReviewBlock, ReviewLight } from '@/lib/steering/review/model'
import { type ReviewContext, unitRun } from '@/lib/steering/review/runs/model'

const arrows: Record<LightChange, string> = {
  worse: '↓\u00a0',
  better: '↑\u00a0',
  new: '+\u00a0',
  gone: '−\u00a0',
  unlit: '−\u00a0',
  lit: '+\u00a0',
  same: '→\u00a0',
  untold: '',
  none: '',
}

/** The light of a unit with its word and its card. */
export function reviewLight({ t, code, body }: ReviewContext, { id, light }: UnitRow): ReviewLight {
  return { light, word: t(lightWords(body.project.lights)[light]), href: figureAddress(code, { kind: 'light', id }) }
}

/** How the light has moved, in words after its arrow; null when there is nothing to compare with. */
export function changeText({ t, body, compared }: ReviewContext, { change, before }: UnitRow): string | null {
  const usesLights = body.project.lights
  if (!compared || change === 'none' || (change === 'untold' && !usesLights)) return null
  const was =
    tellsBefore.has(change) && before
      ? ` (${t('steering.change.was', { light: t(lightWords(usesLights)[before]) })})`
      : ''
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
        return {
          title: unitRun(context, units.get(row.id) ?? { id: row.id, title: row.title, reports: true }),
          light: reviewLight(context, row),
          change: changeText(context, row),
          note: sentences([lightReason(t, row, body.project.lights), lightOfText(t, row)]) || null,
        }
      }),
    },
  ]
}
