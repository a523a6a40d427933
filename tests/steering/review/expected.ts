import { stateLabels } from '@/lib/actions/labels'
import { numberedTitle } from '@/lib/actions/model'
import type { Words } from '@/lib/platform/words'
import { toldLight } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { measurementText } from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { FigureKind } from '@/lib/steering/figures/model'
import { shownLightLabels } from '@/lib/steering/labels'
import { shown } from '@/lib/steering/lights/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { type Medium, squeezed } from './media'

/** A figure that every medium must tell: what it is of, where it leads, and how it is written. */
export type Expected = {
  group: string
  of: string
  address: string
  text: string
  /** What stands right after it, at once or in brackets */
  behind?: string
}

/** Purchases, lights, actions and indicator values of a frozen period, in the words of the language. */
export function expectedFigures(t: Words, body: SnapshotBody, code: string): Expected[] {
  const address = (kind: FigureKind, id: string) => figureAddress(code, { kind, id })
  return [
    ...body.finance.purchases.map(({ id, title, amount }) => ({
      group: 'purchases',
      of: title,
      address: address('purchase', id),
      text: amount === null ? t('steering.purchases.unknown') : amountText(t, amount),
    })),
    ...body.units
      .filter((unit) => unit.reports)
      .map(({ id, title, status, report }) => ({
        group: 'lights',
        of: title,
        address: address('light', id),
        text: t(shownLightLabels[shown(toldLight(body.project, { status, report }))]),
      })),
    ...body.units.flatMap(({ actions }) =>
      actions
        .filter((action) => action.origin === 'report')
        .map((action) => ({
          group: 'actions',
          of: action.title,
          address: address('action', action.id),
          text: numberedTitle(action),
          ...(action.state !== null && { behind: t(stateLabels[action.state]) }),
        })),
    ),
    ...body.indicators.flatMap((indicator) =>
      indicator.measurements.map((one) => ({
        group: 'values',
        of: indicator.name,
        address: address('measurement', one.id),
        text: measurementText(t, one),
      })),
    ),
  ]
}

/** What a medium lacks or says otherwise: the name must be in it, and the figure's link must say the figure. */
export function faults(expected: readonly Expected[], { name, text, links }: Medium): string[] {
  return expected.flatMap((one) => {
    const where = `${name}: ${one.group}: ${one.of}`
    if (!text.includes(squeezed(one.of))) return [`${where}: not named`]
    const said = links.get(one.address)
    if (!said) return [`${where}: no link to ${one.address}`]
    const wanted = squeezed(one.text)
    if (one.behind && !isFollowed(text, wanted, squeezed(one.behind))) return [`${where}: no "${one.behind}" behind it`]
    return said.every((given) => says(given, wanted)) ? [] : [`${where}: "${said.join('", "')}" is not "${one.text}"`]
  })
}

const isFollowed = (text: string, wanted: string, then: string): boolean =>
  text.includes(`${wanted}${then}`) || text.includes(`${wanted}(${then})`)

const withoutMark = (text: string): string => text.replace(/^[●▲◆○↓↑→+]+/, '')

/**
 * Figures that two media both link to, and those of which they say nothing alike. Of a change of the plan and of a
 * toimintamalli every medium links what it has room for: the name, the state or the answer.
 */
export function differences(one: Medium, other: Medium): { compared: number; faults: string[] } {
  const shared = [...one.links].flatMap(([address, said]) => {
    const theirs = other.links.get(address)
    return theirs && /^\/r\/[0-9a-f]{10}-[^co]/.test(address) ? [{ address, said, theirs }] : []
  })
  const faults = shared.flatMap(({ address, said, theirs }) => {
    const known = new Set(theirs.map(withoutMark))
    const alike = said.some((text) => known.has(withoutMark(text)))
    return alike ? [] : [`${address}: "${said.join('", "')}" in ${one.name}, "${theirs.join('", "')}" in ${other.name}`]
  })
  return { compared: shared.length, faults }
}

/** A mark may stand before the figure, and its time or a remark after it; a longer number is another number. */
function says(given: string, wanted: string): boolean {
  const bare = withoutMark(given)
  return bare === wanted || (bare.startsWith(wanted) && !/^[\d,.]/.test(bare.slice(wanted.length)))
}

/** How many of each group were looked at. */
export function countByGroup(expected: readonly Expected[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { group } of expected) counts[group] = (counts[group] ?? 0) + 1
  return counts
}
