import type { Words } from '@/lib/platform/words'
import type { Difference } from '@/lib/project-packages/comparing/model'
import type { Finding, Note } from '@/lib/project-packages/findings/model'
import { noteLabels, problemLabels } from '@/lib/project-packages/labels'

/** `/workPackages/3/sort: Kenttä sort puuttuu.` The place is empty for the file as a whole. */
export function toldFinding({ at, problem, values }: Finding, t: Words): string {
  return withPlace(at, t(problemLabels[problem], values))
}

export function toldNote({ at, note, values }: Note, t: Words): string {
  return withPlace(at, t(noteLabels[note], values))
}

const withPlace = (at: string, sentence: string): string => (at ? `${at}: ${sentence}` : sentence)

/** A part that differs, and the first places where it does. */
export function toldDifference({ part, count, places }: Difference, t: Words): string[] {
  return [
    t('packages.difference.part', { part, count }),
    ...places.map((place) => {
      const { kind, at } = place
      if (kind === 'changed') {
        return t('packages.difference.changed', { at, here: place.here, inPackage: place.inPackage })
      }
      return kind === 'missing' ? t('packages.difference.missing', { at }) : t('packages.difference.extra', { at })
    }),
  ]
}
