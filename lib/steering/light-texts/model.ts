import type { Words } from '@/lib/platform/words'
import type { UnitRow } from '@/lib/steering/lights/model'

/** Whose light is shown when it is not the unit's own, and what the unit itself has told; null when it is its own. */
export function lightOfText(t: Words, { lightOf, status }: Pick<UnitRow, 'lightOf' | 'status'>): string | null {
  if (lightOf === null) return null
  return t(status.reported ? 'steering.light.fromPartUnlit' : 'steering.light.fromPart', { part: lightOf })
}

/** Sentences one after another, with one full stop between two of them. */
export function sentences(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .reduce((told, part) => (told === '' ? part : `${told.replace(/\.$/, '')}. ${part}`), '')
}

/** Why the light is what it is; of a unit without one, that it has none, unless the project uses none. */
export function lightReason(t: Words, { reason, light }: Pick<UnitRow, 'reason' | 'light'>, usesLights: boolean) {
  if (reason !== null) return reason
  if (light === 'none') return t('steering.light.noReport')
  return light === 'reported' && usesLights ? t('steering.light.noLight') : null
}
