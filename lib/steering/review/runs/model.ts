import type { Words } from '@/lib/platform/words'
import type { SnapshotBody, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { publishedUnitAddress, versionAddress } from '@/lib/steering/addresses'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { FigureKind } from '@/lib/steering/figures/model'
import type { UnitRow } from '@/lib/steering/lights/model'
import type { ReviewBlock, Run } from '@/lib/steering/review/model'
import type { Fulfilment } from '@/lib/steering/targets/model'

/** What every part of the review is composed from: one frozen body, and where its figures have their cards. */
export type ReviewContext = {
  t: Words
  body: SnapshotBody
  /** Short name of the publication in the addresses of its figures */
  code: string
  version: number
  /** Reporting units with their lights and what they were before */
  units: UnitRow[]
  /** Of national indicators, whether the final target in force is reached */
  national: ReadonlyMap<string, Fulfilment>
  /** Whether there is an earlier period to compare with */
  compared: boolean
}

/** Plain text. */
export const run = (text: string): Run => ({ text })

/** Text that carries the line. */
export const strong = (text: string): Run => ({ text, strong: true })

/** A figure, or what stands in the place of one, with the address of its card. */
export function figure({ code }: ReviewContext, kind: FigureKind, id: string, text: string): Run {
  return { text, href: figureAddress(code, { kind, id }) }
}

/** Runs with a separator between them. */
export function joined(parts: readonly (readonly Run[])[], separator: string): Run[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? [...part] : [run(separator), ...part]))
}

/** The address of a unit in this publication, whichever becomes the newest one. */
export function unitHref({ body, version }: ReviewContext, unitId: string): string {
  return publishedUnitAddress(body.project.key, body.period.key, unitId, version)
}

/** The address of the published period, at one of its parts. */
export function boardHref({ body, version }: ReviewContext, part: string): string {
  return `${versionAddress(body.project.key, body.period.key, version)}#${part}`
}

/** A unit by name; a reporting one leads to its page. */
export function unitRun(context: ReviewContext, unit: Pick<SnapshotUnit, 'id' | 'title' | 'reports'>): Run {
  return unit.reports ? { text: unit.title, href: unitHref(context, unit.id) } : run(unit.title)
}

/** A text as it was written: one block for each of its paragraphs, the first one under its label. */
export function paragraphs(label: string | null, text: string | null | undefined): ReviewBlock[] {
  return (text ?? '')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part, index) => ({ kind: 'paragraph', label: index === 0 ? label : null, runs: [run(part.trim())] }))
}

/** A list under its label; nothing when there is nothing to list. */
export function list(label: string | null, items: readonly (readonly Run[])[]): ReviewBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', label, items: items.map((item) => [...item]) }]
}
