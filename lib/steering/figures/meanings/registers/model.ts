import { originLabels } from '@/lib/actions/labels'
import { mitigationStateLabels, riskKindLabels } from '@/lib/risks/labels'
import { riskKinds } from '@/lib/risks/model'
import { toldLight } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotRisk } from '@/lib/rounds/snapshot/model'
import { partText } from '@/lib/steering/cell-texts/model'
import { periodText, timeText } from '@/lib/steering/figure-texts/model'
import {
  type CardFact,
  type CardScene,
  type CardText,
  day,
  fact,
  placeText,
  plain,
  told,
  unitText,
} from '@/lib/steering/figures/meanings/parts/model'
import { type FigureRow, investmentOf, unitOf } from '@/lib/steering/figures/rows/model'
import { amountValue, placeName } from '@/lib/steering/figures/values/model'
import { lightChangeLabels } from '@/lib/steering/labels'
import { type ShownLight, shown as shownState, unitRows } from '@/lib/steering/lights/model'
import { describedAnswer } from '@/lib/steering/toimintamallit/model'
import { goalStateLabels, unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import type { UseState } from '@/lib/toimintamallit/model'
import { formatDate, formatNumber, formatPoints, formatTimeCode } from '@/lib/values/format'

type Of<Kind extends FigureRow['kind']> = Extract<FigureRow, { kind: Kind }>

/** Why the light is what it is, whose it is, and what became of it. */
export function lightFacts(scene: CardScene, found: Of<'light'>): CardFact[] {
  const { t, body } = scene
  const { row } = found
  const shown = unitRows(body, null).find(({ id }) => id === row.id)
  const status = toldLight(body.project, row)
  const part = body.units.find(({ id }) => id === status.partId) ?? null
  const change = shown?.change === 'untold' && !found.usesLights ? null : shown?.change
  return [
    told(scene, 'lightReason', status.reason),
    fact(scene, 'lightFrom', part ? [{ ...unitText(scene, part)[0], text: part.title }] : []),
    fact(scene, 'lightChange', body.previous && change ? plain(t(lightChangeLabels[change])) : []),
    fact(scene, 'lightMeaning', plain(t(meaningOf(shownState(status), found.usesLights)))),
    fact(scene, 'investment', placeText(scene, investmentOf(body, found))),
    fact(scene, 'workPackage', unitText(scene, row)),
  ]
}

function meaningOf(light: ShownLight, usesLights: boolean): string {
  if (light === 'none') return 'figures.lightNone'
  if (light === 'reported') return usesLights ? 'figures.lightReported' : 'figures.lightUnused'
  return 'figures.lightMeaning'
}

export function actionFacts(scene: CardScene, { row, unit }: Of<'action'>): CardFact[] {
  const { t } = scene
  const time = (code: string | null) => plain(code && timeText(t, { code, asWritten: code }))
  const report = unit.report?.actions.find(({ actionId }) => actionId === row.id)
  return [
    fact(scene, 'actionOrigin', plain(t(originLabels[row.origin]))),
    fact(scene, 'actionText', plain(report?.text?.text)),
    fact(scene, 'started', time(row.started)),
    fact(scene, 'done', time(row.done)),
    fact(scene, 'actionSection', plain(row.section)),
    fact(scene, 'workPackage', unitText(scene, unit)),
  ]
}

export function riskFacts(scene: CardScene, found: Of<'risk'>): CardFact[] {
  const { t } = scene
  const { row } = found
  const latest = row.assessments.at(-1)
  const figure = (value: number | null | undefined) => (value == null ? null : formatNumber(value, t.locale))
  const kind = riskKinds.find((one) => one === row.kind)
  return [
    fact(scene, 'riskKind', plain(kind ? t(riskKindLabels[kind]) : row.kind)),
    told(scene, 'probability', figure(latest?.probability)),
    told(scene, 'impact', figure(latest?.impact)),
    fact(
      scene,
      'pointsPrinted',
      plain(latest?.pointsAsWritten == null ? null : formatPoints(latest.pointsAsWritten, t.locale)),
    ),
    fact(scene, 'probabilityAfter', plain(figure(latest?.probabilityAfter))),
    fact(scene, 'impactAfter', plain(figure(latest?.impactAfter))),
    fact(scene, 'riskNote', plain(latest?.note)),
    told(scene, 'owners', row.ownerRoles.join(', ') || null),
    fact(
      scene,
      'mitigations',
      row.mitigations.map((one) => mitigationText(scene, one)),
    ),
    fact(
      scene,
      'assessments',
      row.assessments.length > 1 ? row.assessments.map((one) => assessmentText(scene, one)) : [],
    ),
    fact(scene, 'closed', [...day(scene, row.closedOn), ...plain(row.closedReason)]),
    fact(scene, 'workPackage', unitText(scene, unitOf(scene.body, found))),
  ]
}

function mitigationText(
  { t }: CardScene,
  { text, state, ownerRole, dueOn }: SnapshotRisk['mitigations'][number],
): CardText {
  const note = [state && t(mitigationStateLabels[state]), ownerRole, dueOn && formatDate(dueOn, t.locale)]
    .filter(Boolean)
    .join(', ')
  return { text, ...(note && { note }) }
}

/** `Q2/2025: 3 × 4 = 12 p.` */
function assessmentText({ t }: CardScene, one: SnapshotRisk['assessments'][number]): CardText {
  const when = one.periodKey ? periodText(one.periodKey) : one.assessedOn ? formatDate(one.assessedOn, t.locale) : null
  const points =
    one.probability === null || one.impact === null
      ? t('steering.risks.unscored')
      : `${one.probability} × ${one.impact} = ${formatPoints(one.probability * one.impact, t.locale)}`
  return { text: when ? `${when}: ${points}` : points, ...(one.note && { note: one.note }) }
}

export function planChangeFacts(scene: CardScene, found: Of<'plan_change'>): CardFact[] {
  const { t, body } = scene
  const { row } = found
  const amount = (value: string | null) => plain(value === null ? null : amountValue(t, value).text)
  return [
    fact(scene, 'what', plain(row.what)),
    fact(scene, 'why', plain(row.why)),
    fact(scene, 'oldText', plain(row.oldText)),
    fact(scene, 'newText', plain(row.newText)),
    fact(scene, 'oldAmount', amount(row.oldAmount)),
    fact(scene, 'newAmount', amount(row.newAmount)),
    told(scene, 'decided', row.decided.map((one) => formatTimeCode(one.timeCode, t.locale)).join(', ') || null),
    fact(scene, 'inForceFrom', day(scene, row.inForceFrom)),
    fact(scene, 'rejectedReason', plain(row.rejectedReason)),
    fact(
      scene,
      'effects',
      row.effects.map((one) => ({
        text: `${placeName(t, body, one.investmentId)}: ${amountValue(t, one.oldAmount).text} → ${amountValue(t, one.newAmount).text}`,
        note: [one.year, one.costType].filter(Boolean).join(', '),
      })),
    ),
    fact(scene, 'investment', placeText(scene, investmentOf(body, found))),
    fact(
      scene,
      'workPackage',
      unitOf(body, found) ? unitText(scene, unitOf(body, found)) : plain(row.workPackageAsWritten),
    ),
  ]
}

export function cellFacts(scene: CardScene, found: Of<'cell'>): CardFact[] {
  const { row, table, line } = found
  const column = table.columns.find(({ key }) => key === row.column)
  const head = line.find(({ column: key }) => key === table.columns[0]?.key)
  const indicator = scene.body.indicators.find(({ id }) => id === table.indicatorId)
  return [
    fact(scene, 'tableRow', head && head.id !== row.id ? plain(head.text ?? head.number) : []),
    fact(scene, 'tableColumn', plain(column?.title)),
    fact(scene, 'cellPart', plain(row.part && partText(scene.t, row.part))),
    fact(scene, 'unit', plain(column?.unit)),
    fact(scene, 'tableNotes', table.notes.flatMap(plain)),
    fact(scene, 'indicator', plain(indicator?.name)),
    fact(scene, 'investment', placeText(scene, investmentOf(scene.body, found))),
    fact(scene, 'workPackage', unitText(scene, unitOf(scene.body, found))),
  ]
}

export function toimintamalliFacts(scene: CardScene, found: Of<'toimintamalli'>): CardFact[] {
  const { t, body } = scene
  const { row } = found
  const answer = (state: UseState | null, written: string | null): CardText[] => [
    {
      text: t(state === null ? unknownUseLabel : useStateLabels[state]),
      ...(state === null && { unknown: true as const }),
      ...(written && { note: written }),
    },
  ]
  return [
    fact(scene, 'innokyla', row.innokylaUrl ? [{ text: row.innokylaUrl, href: row.innokylaUrl }] : []),
    fact(scene, 'titleTag', plain(row.titleTag)),
    fact(scene, 'described', answer(describedAnswer(row), null)),
    fact(scene, 'piloted', answer(row.piloted, row.pilotedAsWritten)),
    fact(scene, 'stayed', answer(row.stayedInUse, row.stayedInUseAsWritten)),
    fact(scene, 'statusText', plain(row.statusText)),
    fact(scene, 'goals', row.goals.flatMap(plain)),
    fact(scene, 'goalMet', plain(row.goalMet && t(goalStateLabels[row.goalMet]))),
    fact(scene, 'results', row.results.flatMap(plain)),
    told(scene, 'ownerAfter', row.ownerAfterProject),
    fact(scene, 'note', plain(row.note)),
    fact(
      scene,
      'investment',
      row.investmentIds.flatMap((id) => plain(placeName(t, body, id))),
    ),
    fact(scene, 'workPackage', unitText(scene, unitOf(body, found))),
  ]
}

export function decisionFacts(scene: CardScene, found: Of<'decision'>): CardFact[] {
  const { t } = scene
  const { row, item, meeting } = found
  const number = item.number === null ? null : `${item.number} §${item.year === null ? '' : `/${item.year}`}`
  return [
    fact(scene, 'body', plain(meeting.body)),
    fact(scene, 'meeting', [
      {
        text: meeting.title,
        note: meeting.heldOn ? formatDate(meeting.heldOn, t.locale) : (meeting.dateAsWritten ?? ''),
      },
    ]),
    fact(scene, 'agendaNumber', plain(number)),
    fact(scene, 'proposal', plain(item.proposal)),
    fact(scene, 'decidedOn', row.decidedOn ? day(scene, row.decidedOn) : plain(row.decidedAsWritten)),
  ]
}
