import { publishedFileAddress } from '@/lib/evidence/addresses'
import { askedOf } from '@/lib/indicators/readings/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { correctionFigures } from '@/lib/status-reports/corrections/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { figureFacts } from '@/lib/steering/figures/meanings/model'
import { boardHref, type CardFact, type CardScene, type CardText } from '@/lib/steering/figures/meanings/parts/model'
import { type FigureKind, type FigureRef, shortOf } from '@/lib/steering/figures/model'
import { type CardStep, figurePath, reportOf } from '@/lib/steering/figures/path/model'
import { type FigureRow, findRow, refOf } from '@/lib/steering/figures/rows/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import { boardAnchors, type ComputedFigure, type FigureTerm } from '@/lib/steering/figures/sums/parts/model'
import { concernsOf, decisionsOn, figuresWith, pagesWith } from '@/lib/steering/figures/uses/model'
import { type FigureValue, figureTitle, figureValue, writtenValue } from '@/lib/steering/figures/values/model'
import type { PublishedPeriod } from '@/lib/steering/model'

/** Everything that a publication tells of one of its figures, in words. */
export type Card = {
  ref: FigureRef
  title: string
  value: FigureValue
  /** In the source's own words; null when it has none, or they are the same as the value */
  written: string | null
  facts: CardFact[]
  path: CardStep[]
  source: string | null
  evidence: CardEvidence[]
  corrections: { key: string; text: string; at: string; reason: string }[]
  /** How it is computed; null for a figure of its own row */
  computed: { how: string; terms: (FigureTerm & { href: string | null })[]; unknown: number } | null
  pages: CardText[]
  figures: CardText[]
  decisions: CardText[]
  /** What a decision concerns */
  concerns: CardText[]
  history: CardHistory[]
}

export type CardEvidence = {
  id: string
  label: string
  href: string | null
  file: { name: string; size: number } | null
  /** It hangs on the whole report, not on this figure alone */
  ofReport: boolean
}

/** The same figure in a publication; `value` is null where it does not stand. */
type CardHistory = { name: string; at: string; value: FigureValue | null; href: string; current: boolean }

/** A publication with its content. */
export type ReadPublication = { publication: PublishedPeriod; body: SnapshotBody }

/**
 * The card of a figure as `shown` holds it; null when it holds none of that name.
 * @param others the same project's publications in which the figure is looked for, too; oldest first, the shown one among them
 */
export function figureCard(
  scene: CardScene,
  wanted: { kind: FigureKind; short: string },
  shown: PublishedPeriod,
  others: readonly ReadPublication[],
): Card | null {
  const { t, body } = scene
  const published = { version: shown.version, at: shown.publishedAt }
  if (wanted.kind === 'computed') {
    const sum = computedFigure(t, body, wanted.short)
    return sum && computedCard(scene, sum, figurePath(t, body, null, published), historyOf(scene, wanted, others))
  }
  const found = findRow(body, wanted.kind, wanted.short)
  if (!found) return null
  const value = figureValue(t, found)
  const written = writtenValue(found)
  return {
    ref: refOf(found),
    title: figureTitle(t, body, found),
    value,
    written: written === value.text ? null : written,
    facts: figureFacts(scene, found),
    path: figurePath(t, body, found, published),
    source: sourceOf(found),
    evidence: evidenceOf(scene, found),
    corrections: correctionsOf(scene, found),
    computed: null,
    pages: pagesWith(scene, found),
    figures: figuresWith(scene, found),
    decisions: decisionsOn(scene, found),
    concerns: found.kind === 'decision' ? concernsOf(scene, found) : [],
    history: historyOf(scene, wanted, others),
  }
}

function computedCard(scene: CardScene, sum: ComputedFigure, path: CardStep[], history: CardHistory[]): Card {
  const { t, body, code } = scene
  const section = t(`steering.${sum.section}.title`)
  return {
    ref: sum.ref,
    title: sum.title,
    value: sum.value,
    written: null,
    facts: [],
    path,
    source: null,
    evidence: [],
    corrections: [],
    computed: {
      how: sum.how,
      terms: sum.terms.map((term) => ({ ...term, href: term.ref && figureAddress(code, term.ref) })),
      unknown: sum.unknown,
    },
    pages: [
      {
        text: t('figures.use.dashboard', { period: periodText(body.period.key), section }),
        href: boardHref(scene, boardAnchors[sum.section]),
      },
    ],
    figures: [],
    decisions: [],
    concerns: [],
    history,
  }
}

function sourceOf(found: FigureRow): string | null {
  if (found.kind === 'measurement') return found.row.value.source ?? found.indicator.source
  if (found.kind === 'target') return found.row.source ?? found.indicator.source
  if (found.kind === 'budget_line') return found.table.source
  return found.kind === 'budget_total' ? found.row.source : null
}

/** Pieces that show the figure itself, then those of the report it came with. */
function evidenceOf({ body, code, opensFiles }: CardScene, found: FigureRow): CardEvidence[] {
  const { kind, id } = refOf(found)
  const report = reportOf(body, found)
  const pieces = body.evidence.map(({ subject, ...piece }) => ({
    ...piece,
    own: subject.kind === kind && subject.id === id,
    ofReport: subject.kind === 'report' && subject.id === report?.id,
  }))
  return [...pieces.filter(({ own }) => own), ...pieces.filter(({ ofReport }) => ofReport)].map(
    ({ id: pieceId, label, url, file, ofReport }) => ({
      id: pieceId,
      label,
      href: file ? (opensFiles ? publishedFileAddress(code, pieceId) : null) : url,
      file: file && { name: file.name, size: file.size },
      ofReport,
    }),
  )
}

function correctionsOf({ t }: CardScene, found: FigureRow): Card['corrections'] {
  if (found.kind !== 'measurement') return []
  const asked = askedOf(found.indicator)
  return found.row.corrections.map((one) => ({
    key: `${one.eventId} ${one.field}`,
    text: correctionFigures(t, one, asked),
    at: one.at,
    reason: one.reason,
  }))
}

function historyOf(
  { t, code }: CardScene,
  { kind, short }: { kind: FigureKind; short: string },
  others: readonly ReadPublication[],
): CardHistory[] {
  return others.map(({ publication, body }) => {
    const found = kind === 'computed' ? null : findRow(body, kind, short)
    const sum = kind === 'computed' ? computedFigure(t, body, short) : null
    return {
      name: t('figures.publication', { period: periodText(publication.periodKey), version: publication.version }),
      at: publication.publishedAt,
      value: found ? figureValue(t, found) : (sum?.value ?? null),
      href: figureAddress(publication.code, { kind, id: found ? shortOf(refOf(found).id) : short }),
      current: publication.code === code,
    }
  })
}
