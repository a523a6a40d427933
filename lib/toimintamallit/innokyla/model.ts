import type { Words } from '@/lib/platform/words'
import { tagDifference } from '@/lib/toimintamallit/gaps/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { describedState, isInnokylaAddress, tagOf, takenInto, type UseState } from '@/lib/toimintamallit/model'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'
import { lines } from '@/lib/values/listing'

/** The fields of a model in Innokylä, in its order. Source: domain description, section "Rules of the game". */
export const innokylaFields = [
  'name',
  'shortDescription',
  'place',
  'area',
  'funder',
  'collection',
  'authors',
  'dates',
  'basicIdea',
  'conditions',
  'context',
  'path',
] as const
export type InnokylaField = (typeof innokylaFields)[number]

/** What the project tells of itself in every model of its own. */
export type InnokylaProject = {
  organisation: string
  funder: string
  statement: string
  programme: string
  name: string
  period: string | null
}

/** The text of each field, made of the register; null where the register has nothing to put there. Nothing is invented. */
export function innokylaTexts(
  t: Words,
  row: RegisterRow,
  project: InnokylaProject,
): Record<InnokylaField, string | null> {
  const investments = row.investments.map(({ label }) => label)
  return {
    name: row.name,
    shortDescription: row.goals[0] ?? null,
    place: row.place,
    area: project.organisation,
    funder: lines([project.funder, project.statement]),
    collection: lines([project.programme, project.name]),
    authors: row.ownerAfterProject,
    dates: project.period,
    basicIdea: lines([
      ...row.goals,
      ...(row.results.length > 0 ? [`${t('toimintamallit.results')}:`, ...row.results] : []),
    ]),
    conditions: row.ownerAfterProject && t('toimintamallit.innokyla.owner', { owner: row.ownerAfterProject }),
    context: lines([row.unit?.title ?? null, ...investments]),
    path: pathOf(t, row),
  }
}

/** How far the model has come, step by step; steps that nobody has told of are said to be unknown. */
function pathOf(t: Words, row: RegisterRow): string | null {
  const told = (label: string, state: UseState | null) =>
    `${t(label)}: ${t(state === null ? unknownUseLabel : useStateLabels[state])}`
  return lines([
    told('toimintamallit.described', describedState(row)),
    told('toimintamallit.column.piloted', row.piloted),
    told('toimintamallit.column.taken', takenInto(row)),
    told('toimintamallit.column.stayed', row.stayedInUse),
    row.statusText,
  ])
}

/** What an address in Innokylä lacks. */
export const addressFaults = [
  'MISSING',
  'NOT_HTTPS',
  'OTHER_SITE',
  'NO_LANGUAGE',
  'NOT_A_MODEL',
  'NO_NAME',
  'TOO_MUCH',
] as const
export type AddressFault = (typeof addressFaults)[number]

/** Why an address is not one of a model in Innokylä; null when it is. The same as `isInnokylaAddress`, with the reason. */
export function addressFault(url: string | null): AddressFault | null {
  const text = url?.trim() ?? ''
  if (text === '') return 'MISSING'
  if (isInnokylaAddress(text)) return null
  if (!/^https:\/\//.test(text)) return 'NOT_HTTPS'
  if (!/^https:\/\/(www\.)?innokyla\.fi(\/|$)/.test(text)) return 'OTHER_SITE'
  const [language = '', kind = '', name = ''] = text.replace(/^https:\/\/(www\.)?innokyla\.fi\/?/, '').split('/')
  if (!['fi', 'sv', 'en'].includes(language)) return 'NO_LANGUAGE'
  if (kind !== 'toimintamalli' && kind !== 'kokonaisuus') return 'NOT_A_MODEL'
  return name === '' ? 'NO_NAME' : 'TOO_MUCH'
}

/** What should be put right before the model is described there: its address, and its title tag. */
export function innokylaChecks(row: RegisterRow): {
  fault: AddressFault | null
  tag: string | null
  tagDiffers: boolean
} {
  const tag = tagOf(row)
  return {
    fault: addressFault(row.innokylaUrl),
    tag,
    tagDiffers: tag !== null && tagDifference(tag, row.investments) !== null,
  }
}
