import { branchOf, pathTo } from '@/lib/investments/model'
import type { SnapshotConcern } from '@/lib/rounds/snapshot/meetings/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import { boardHref, type CardScene, type CardText, link, unitHref } from '@/lib/steering/figures/meanings/parts/model'
import { type FigureKind, type FigureRef, shortOf } from '@/lib/steering/figures/model'
import { type FigureRow, findRow, investmentOf, refOf, unitOf } from '@/lib/steering/figures/rows/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import { type BoardSection, boardAnchors } from '@/lib/steering/figures/sums/parts/model'
import { figureTitle, figureValue } from '@/lib/steering/figures/values/model'
import { unitRows } from '@/lib/steering/lights/model'
import { describedAnswer } from '@/lib/steering/toimintamallit/model'
import { takenInto } from '@/lib/toimintamallit/model'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

/** Pages of the publication on which the figure stands. */
export function pagesWith(scene: CardScene, found: FigureRow): CardText[] {
  const { t, body } = scene
  const unit = unitOf(body, found)
  const section = boardSection(found)
  return [
    ...(section
      ? [
          {
            text: t('figures.use.dashboard', {
              period: periodText(body.period.key),
              section: t(`steering.${section}.title`),
            }),
            href: boardHref(scene, boardAnchors[section]),
          },
        ]
      : []),
    ...(unit?.reports
      ? [{ text: t('figures.use.unit', { unit: unit.title }), href: unitHref(scene, unit.id, unitParts[found.kind]) }]
      : []),
    // A table of the whole project stands in the slides and the PDF of the review only.
    ...(found.kind === 'cell' && !unit ? [{ text: t('figures.use.files') }] : []),
  ]
}

const boardSections: Partial<Record<FigureKind, BoardSection>> = {
  light: 'units',
  purchase: 'purchases',
  budget_line: 'money',
  budget_total: 'money',
  estimate: 'money',
  actual: 'money',
  forecast: 'money',
  reservation: 'money',
  risk: 'risks',
  plan_change: 'planChanges',
  toimintamalli: 'toimintamallit',
  decision: 'decisions',
}

/** Only national indicators stand on the dashboard; the others on the pages of their units. */
function boardSection(found: FigureRow): BoardSection | null {
  if (found.kind === 'measurement' || found.kind === 'target')
    return found.indicator.scope === 'national' ? 'targets' : null
  return boardSections[found.kind] ?? null
}

const unitParts: Partial<Record<FigureKind, string>> = {
  measurement: 'indicators',
  target: 'indicators',
  light: 'lights',
  action: 'report',
  purchase: 'purchases',
  estimate: 'facts',
  risk: 'risks',
  plan_change: 'plan-changes',
  cell: 'tables',
  toimintamalli: 'toimintamallit',
  decision: 'decisions',
}

/** Other figures that are made of this one, or judged by it. */
export function figuresWith(scene: CardScene, found: FigureRow): CardText[] {
  const { t, body } = scene
  const sums = sumsWith(body, found).flatMap((id) => {
    const sum = computedFigure(t, body, shortOf(id))
    return sum ? [link(scene, sum.ref, `${sum.title}: ${sum.value.text}`)] : []
  })
  return [...judgedWith(scene, found), ...lightsFrom(scene, found), ...sums]
}

/** Names of the computed figures that the row is a part of. */
function sumsWith(body: SnapshotBody, found: FigureRow): string[] {
  const above = pathTo(body.investments, investmentOf(body, found)).map(({ id }) => id)
  const alsoUnder = (name: string) => [name, ...above.map((id) => `${name}.${id}`)]
  switch (found.kind) {
    case 'plan_change':
      return ['plan-changes', ...(found.row.decided.length > 0 ? ['plan-change-dates'] : [])]
    case 'light': {
      const shown = unitRows(body, null).find(({ id }) => id === found.row.id)
      return shown
        ? ['units', `lights.${shown.light}`, ...(body.previous ? [`light-changes.${shown.change}`] : [])]
        : []
    }
    case 'target':
      return found.indicator.scope === 'national' && found.row.role === 'final' && !found.row.superseded
        ? ['fulfilled']
        : []
    case 'purchase':
      return alsoUnder('purchases')
    case 'estimate':
      return alsoUnder('estimates')
    case 'actual':
      return alsoUnder('actuals')
    case 'forecast':
      return alsoUnder('forecast')
    case 'budget_line':
      // A line that is not part of the project is left out of the sums.
      if (found.row.notInProject) return []
      return [
        `budget.${found.table.id}`,
        ...(body.finance.budgets[0] === found.table ? above.map((id) => `investment-budget.${id}`) : []),
      ]
    case 'budget_total':
      return [`budget-difference.${found.row.id}`, `estimate-check.${found.row.id}`]
    case 'toimintamalli':
      return toimintamalliSums(body, found.row)
    default:
      return []
  }
}

function toimintamalliSums(body: SnapshotBody, row: Extract<FigureRow, { kind: 'toimintamalli' }>['row']): string[] {
  const answers = {
    described: describedAnswer(row),
    piloted: row.piloted,
    taken: takenInto(row),
    stayed: row.stayedInUse,
  }
  const steps = Object.entries(answers).filter(([, answer]) => answer === 'yes' || answer === 'partly')
  const unitPlace = body.units.find(({ id }) => id === row.workPackageId)?.investmentId ?? null
  const named = new Set([...row.investmentIds, unitPlace])
  const places = body.investments.filter(({ id }) => branchOf(body.investments, id).some((one) => named.has(one.id)))
  return [
    'toimintamallit',
    ...steps.map(([step]) => `toimintamallit.${step}`),
    ...places.map(({ id }) => `toimintamallit.${id}`),
  ]
}

/** What a value was compared with, or a target by, and what came of it. */
function judgedWith(scene: CardScene, found: FigureRow): CardText[] {
  if (found.kind !== 'measurement' && found.kind !== 'target') return []
  const { t, body } = scene
  const [own, other, kind] =
    found.kind === 'measurement'
      ? (['measurementId', 'targetId', 'target'] as const)
      : (['targetId', 'measurementId', 'measurement'] as const)
  return found.indicator.judgements
    .filter((one) => one[own] === found.row.id)
    .flatMap((one) => {
      const verdict = `${t(verdictLabels[one.verdict])}. ${t(judgementReasonLabels[one.reason])}`
      const id = one[other]
      const counterpart = id === null ? null : findRow(body, kind, shortOf(id))
      if (!counterpart) return [{ text: verdict }]
      const text = t(`figures.use.${kind}`, { value: figureValue(t, counterpart).text })
      return [link(scene, refOf(counterpart), text, verdict)]
    })
}

/** Units that show this one's light because they have none of their own. */
function lightsFrom(scene: CardScene, found: FigureRow): CardText[] {
  if (found.kind !== 'light') return []
  if (!found.usesLights) return []
  return scene.body.units
    .filter(({ status }) => status.partId === found.row.id)
    .map((unit) => link(scene, { kind: 'light', id: unit.id }, scene.t('figures.use.light', { unit: unit.title })))
}

const concernOf: Partial<Record<FigureKind, SnapshotConcern>> = {
  purchase: 'purchase',
  plan_change: 'plan_change',
  toimintamalli: 'toimintamalli',
  light: 'work_package',
}

/** Decisions that concern what the figure is of. */
export function decisionsOn(scene: CardScene, found: FigureRow): CardText[] {
  const { t, body } = scene
  const kind = concernOf[found.kind]
  if (!kind) return []
  return body.meetings.flatMap((meeting) =>
    meeting.items.flatMap((item) =>
      item.decisions
        .filter(
          ({ concerns }) =>
            concerns.some((one) => one.kind === kind && one.id === refOf(found).id) ||
            (kind === 'plan_change' && item.planChangeId === refOf(found).id),
        )
        .map((row) =>
          link(
            scene,
            { kind: 'decision', id: row.id },
            figureTitle(t, body, { kind: 'decision', row, item, meeting }),
            row.text,
          ),
        ),
    ),
  )
}

const figureOfConcern: Partial<Record<SnapshotConcern, FigureKind>> = {
  work_package: 'light',
  toimintamalli: 'toimintamalli',
  purchase: 'purchase',
  plan_change: 'plan_change',
}

/** What a decision concerns, each with its own card where it has one. */
export function concernsOf(scene: CardScene, found: Extract<FigureRow, { kind: 'decision' }>): CardText[] {
  const { t, body } = scene
  const { row, item } = found
  const refs: FigureRef[] = [
    ...row.concerns.flatMap(({ kind, id }) => (figureOfConcern[kind] ? [{ kind: figureOfConcern[kind], id }] : [])),
    ...(item.planChangeId ? [{ kind: 'plan_change' as const, id: item.planChangeId }] : []),
    ...(item.workPackageId ? [{ kind: 'light' as const, id: item.workPackageId }] : []),
  ]
  const unique = [...new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()]
  const figures = unique.flatMap((ref) => {
    const concerned = findRow(body, ref.kind, shortOf(ref.id))
    return concerned ? [link(scene, ref, figureTitle(t, body, concerned))] : []
  })
  const places = row.concerns.flatMap(({ kind, id }) => {
    const place = kind === 'investment' && body.investments.find((one) => one.id === id)
    return place ? [{ text: place.title }] : []
  })
  return [...figures, ...places]
}
