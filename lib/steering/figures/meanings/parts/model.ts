import type { Words } from '@/lib/platform/words'
import type { SnapshotBody, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { publishedUnitAddress, versionAddress } from '@/lib/steering/addresses'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { FigureRef } from '@/lib/steering/figures/model'
import { placeName } from '@/lib/steering/figures/values/model'
import { formatDate } from '@/lib/values/format'

/** A text of a card, as a link where there is something to go to. */
export type CardText = { text: string; href?: string; note?: string; unknown?: true }

/** One line of what is known of a figure. A line without texts is not shown. */
export type CardFact = { term: string; texts: CardText[] }

/** The publication that a card is drawn from. */
export type CardScene = {
  t: Words
  body: SnapshotBody
  code: string
  /** Number of the publication when a newer one of the same period stands; null for the newest */
  version: number | null
  /** Whether the reader may open stored files: they stay inside their county */
  opensFiles: boolean
}

export function plain(text: string | number | null | undefined): CardText[] {
  return text === null || text === undefined || text === '' ? [] : [{ text: String(text) }]
}

export function fact(scene: CardScene, key: string, texts: readonly CardText[]): CardFact {
  return { term: scene.t(`figures.fact.${key}`), texts: [...texts] }
}

/** A line that is shown with its word when nobody has told. */
export function told(scene: CardScene, key: string, text: string | null): CardFact {
  return fact(scene, key, text === null ? [{ text: scene.t('figures.notTold'), unknown: true }] : plain(text))
}

export function day({ t }: CardScene, date: string | null): CardText[] {
  return date === null ? [] : plain(formatDate(date, t.locale))
}

export function link({ code }: Pick<CardScene, 'code'>, ref: FigureRef, text: string, note?: string): CardText {
  return { text, href: figureAddress(code, ref), ...(note && { note }) }
}

/** The unit's page; its name alone when it has none. */
export function unitText(scene: CardScene, unit: Pick<SnapshotUnit, 'id' | 'title' | 'reports'> | null): CardText[] {
  if (!unit) return []
  return [{ text: unit.title, ...(unit.reports && { href: unitHref(scene, unit.id) }) }]
}

export function unitHref({ body, version }: CardScene, unitId: string, part = ''): string {
  const address = publishedUnitAddress(body.project.key, body.period.key, unitId, version)
  return part ? `${address}#${part}` : address
}

export function boardHref({ body, version }: CardScene, part: string): string {
  return `${versionAddress(body.project.key, body.period.key, version)}#${part}`
}

/** The part of the structure a figure stands under. */
export function placeText({ t, body }: CardScene, investmentId: string | null): CardText[] {
  return investmentId === null ? [] : plain(placeName(t, body, investmentId))
}
