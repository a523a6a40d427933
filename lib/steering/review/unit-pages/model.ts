import { publishedFileAddress } from '@/lib/evidence/addresses'
import { pathTo } from '@/lib/investments/model'
import type { SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { timeText } from '@/lib/steering/figure-texts/model'
import { lightOfText, sentences } from '@/lib/steering/light-texts/model'
import type { UnitRow } from '@/lib/steering/lights/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { dataTable } from '@/lib/steering/review/data-tables/model'
import {
  indicatorBlocks,
  indicatorCharts,
  indicatorReasons,
  indicatorSources,
} from '@/lib/steering/review/indicators/model'
import { changeText, reviewLight } from '@/lib/steering/review/lights/model'
import type { ReviewBlock, ReviewPage, Run } from '@/lib/steering/review/model'
import { correctionBlocks, reportBlocks, reportNotes } from '@/lib/steering/review/report-texts/model'
import {
  figure,
  joined,
  list,
  paragraphs,
  type ReviewContext,
  run,
  strong,
  unitHref,
} from '@/lib/steering/review/runs/model'
import { describedAnswer } from '@/lib/steering/toimintamallit/model'
import { partsOf, type UnitParts } from '@/lib/steering/units/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { formatDate } from '@/lib/values/format'

/** The page of a unit that has a report of its own: what it is for, how it goes, its figures. */
export function unitPage(context: ReviewContext, row: UnitRow, unit: SnapshotUnit): ReviewPage {
  return {
    id: `unit-${unit.id}`,
    kind: 'unit',
    title: unit.title,
    lead: unitLead(context, unit),
    light: reviewLight(context, row),
    blocks: unitBlocks(context, row, unit),
    notes: unitNotes(context, unit),
    href: unitHref(context, unit.id),
  }
}

/** Place, responsible role, schedule and cost, parted by points. */
export function unitLead(context: ReviewContext, unit: SnapshotUnit): Run[] {
  const { t, body } = context
  const place = pathTo(body.investments, unit.investmentId).find((one) => one.level.key === 'investment')
  const { schedule, cost } = unit
  const amount = cost.estimate === null ? cost.asWritten : amountText(t, cost.estimate)
  const parts: Run[][] = [
    place ? [run(place.code ?? place.title)] : [],
    unit.code ? [run(unit.code)] : [],
    [run(`${t('steering.unit.responsible')}: ${unit.responsibleRole ?? t('steering.unit.unknown')}`)],
    schedule.asWritten ? [run(`${t('steering.unit.schedule')}: ${schedule.asWritten}`)] : [],
    amount ? [run(`${t('steering.unit.cost')}: `), figure(context, 'estimate', unit.id, amount)] : [],
  ]
  return joined(parts, ' · ')
}

/** Everything that is told of a unit, in the order of its page. */
export function unitBlocks(context: ReviewContext, row: UnitRow, unit: SnapshotUnit): ReviewBlock[] {
  const { t, body } = context
  const parts = partsOf(body, unit)
  const { indicators } = parts
  return [
    ...statusBlocks(context, row),
    ...list(
      t('steering.unit.goals'),
      unit.goals.map((goal) => [run(goal)]),
    ),
    ...endingBlocks(context, unit),
    ...(unit.report ? reportBlocks(context, unit, unit.report) : [noReport(context)]),
    ...indicatorBlocks(context, `${t('steering.unit.indicators')}: ${unit.title}`, indicators),
    ...(unit.report ? correctionBlocks(context, unit.report) : []),
    ...indicatorCharts(context, indicators),
    ...parts.tables.map((one) => dataTable(context, one)),
    ...registerBlocks(context, unit, parts),
  ]
}

/** What became of the light, and why it is what it is. */
function statusBlocks(context: ReviewContext, row: UnitRow): ReviewBlock[] {
  const { t } = context
  const change = changeText(context, row)
  const why = sentences([row.reason, lightOfText(t, row)])
  const runs = joined([change ? [strong(change)] : [], why ? [run(why)] : []], '. ')
  return runs.length > 0 ? [{ kind: 'paragraph', label: t('review.unit.status'), runs }] : []
}

function noReport({ t }: ReviewContext): ReviewBlock {
  return { kind: 'paragraph', label: null, runs: [run(t('steering.light.noReport'))] }
}

/** When the unit ended, and what came out of it. */
function endingBlocks({ t }: ReviewContext, { ended, links }: SnapshotUnit): ReviewBlock[] {
  if (!ended) return []
  const time = timeText(t, ended)
  const atEnd = links.filter((link) => link.atEnd)
  return [
    ...(time ? paragraphs(null, t('steering.ended.when', { time })) : []),
    ...paragraphs(null, ended.summary),
    ...list(
      t('steering.ended.outputs'),
      ended.outputs.map((output) => [run(output)]),
    ),
    ...list(
      t('steering.ended.links'),
      atEnd.map((link) => [link.url ? { text: link.label, href: link.url } : run(link.label)]),
    ),
    ...(ended.linksMissing ? paragraphs(null, t('steering.ended.missing', { count: ended.linksMissing })) : []),
  ]
}

/** Toimintamallit, changes of the plan, risks, decisions and links that concern the unit. */
function registerBlocks(
  context: ReviewContext,
  unit: SnapshotUnit,
  { toimintamallit, planChanges, risks, decisions }: UnitParts,
): ReviewBlock[] {
  const { t } = context
  const links = unit.links.filter((link) => link.url !== null && !(unit.ended && link.atEnd))
  return [
    ...list(
      t('steering.unit.toimintamallit'),
      toimintamallit.map((model) => modelRuns(context, model)),
    ),
    ...list(
      t('steering.unit.planChanges'),
      planChanges.map(({ id, title, decided }) =>
        joined(
          [
            [figure(context, 'plan_change', id, title)],
            decided.length > 0 ? [run(decided.map((one) => one.asWritten).join(', '))] : [],
          ],
          ', ',
        ),
      ),
    ),
    ...list(
      t('steering.risks.title'),
      risks.map(({ id, description }) => [figure(context, 'risk', id, description)]),
    ),
    ...list(
      t('review.decisions.made'),
      decisions.map(({ decision: { id, text, decidedOn } }) => [
        figure(context, 'decision', id, text),
        ...(decidedOn ? [run(` (${formatDate(decidedOn, t.locale)})`)] : []),
      ]),
    ),
    ...list(
      t('steering.unit.links'),
      links.map((link) => [link.url ? { text: link.label, href: link.url } : run(link.label)]),
    ),
  ]
}

function modelRuns(context: ReviewContext, model: ReviewContext['body']['toimintamallit'][number]): Run[] {
  const { id, name, piloted, stayedInUse, innokylaUrl } = model
  const { t } = context
  const answer = (state: typeof piloted) =>
    t(state === null ? unknownUseLabel : useStateLabels[state]).toLocaleLowerCase()
  return [
    figure(context, 'toimintamalli', id, name),
    run(`. ${t('steering.toimintamallit.described')}: ${answer(describedAnswer(model))}. `),
    run(`${t('steering.toimintamallit.piloted')}: ${answer(piloted)}. `),
    run(`${t('steering.toimintamallit.stayed')}: ${answer(stayedInUse)}.`),
    ...(innokylaUrl ? [run(' '), { text: 'Innokylä', href: innokylaUrl }] : []),
  ]
}

/** Where the page's words and figures come from. */
export function unitNotes(context: ReviewContext, unit: SnapshotUnit): Run[][] {
  const { t, body, code } = context
  const { indicators, evidence } = partsOf(body, unit)
  return [
    ...(unit.report ? reportNotes(context, unit.report) : []),
    ...indicatorReasons(context, indicators),
    ...indicatorSources(indicators, t('review.word.source')),
    ...evidence.map(({ piece: { id, label, url, file } }): Run[] => [
      run(`${t('figures.evidence.title')}: `),
      { text: label, href: file ? publishedFileAddress(code, id) : (url ?? undefined) },
    ]),
  ]
}
