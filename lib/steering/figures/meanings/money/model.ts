import {
  budgetNoteKindLabels,
  fundingSourceLabels,
  notInProjectLabel,
  unknownVatLabel,
  vatBasisLabels,
} from '@/lib/finance/labels'
import { type FundingSource, fundingSources } from '@/lib/finance/model'
import type { SnapshotFundingShare } from '@/lib/rounds/snapshot/money/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import {
  type CardFact,
  type CardScene,
  day,
  fact,
  link,
  placeText,
  plain,
  told,
  unitText,
} from '@/lib/steering/figures/meanings/parts/model'
import { shortOf } from '@/lib/steering/figures/model'
import { type FigureRow, investmentOf, unitOf } from '@/lib/steering/figures/rows/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import { amountValue, placeName } from '@/lib/steering/figures/values/model'
import { formatNumber, formatPercent } from '@/lib/values/format'

type Of<Kind extends FigureRow['kind']> = Extract<FigureRow, { kind: Kind }>

/** What was bought, from whom, on which decision, and who pays. */
export function purchaseFacts(scene: CardScene, found: Of<'purchase'>): CardFact[] {
  const { t, body } = scene
  const { row } = found
  return [
    ...standing(scene, found),
    fact(scene, 'vat', plain(t(row.vatBasis === null ? unknownVatLabel : vatBasisLabels[row.vatBasis]))),
    told(scene, 'supplier', row.supplier),
    fact(scene, 'contract', plain(row.contract)),
    fact(scene, 'contractOn', day(scene, row.contractOn)),
    fact(scene, 'decisionText', plain(row.decisionText)),
    fact(scene, 'decidedOn', day(scene, row.decidedOn)),
    fact(scene, 'caseNumber', plain(row.caseNumber)),
    fact(scene, 'smallPurchase', row.isSmall ? plain(t('figures.yes')) : []),
    fact(
      scene,
      'contractors',
      row.contractors.map(({ name, businessId, isSubcontractor }) => ({
        text: businessId === null ? name : `${name} (${businessId})`,
        ...(isSubcontractor && { note: t('figures.subcontractor') }),
      })),
    ),
    fact(
      scene,
      'shares',
      row.shares.map(({ investmentId, amount }) => ({
        text: `${placeName(t, body, investmentId)}: ${amountValue(t, amount).text}`,
      })),
    ),
    fact(scene, 'funding', fundingTexts(scene, row.fundingShares)),
    fact(scene, 'purchaseNote', plain(row.note)),
    fact(scene, 'tableNo', plain(row.tableNo === null ? null : formatNumber(row.tableNo, t.locale))),
  ]
}

export function budgetLineFacts(scene: CardScene, found: Of<'budget_line'>): CardFact[] {
  const { t } = scene
  const { row, table } = found
  return [
    fact(scene, 'budgetTable', [link(scene, { kind: 'budget_total', id: table.id }, table.source)]),
    fact(scene, 'lineNo', plain(row.no === null ? null : formatNumber(row.no, t.locale))),
    ...standing(scene, found),
    fact(scene, 'inSource', [...plain(row.pillarAsWritten), ...plain(row.investmentAsWritten)]),
    fact(scene, 'year', plain(row.year)),
    fact(scene, 'costType', plain(row.costType)),
    fact(scene, 'fundingSource', sourceText(scene, row.fundingSource)),
    fact(scene, 'funding', fundingTexts(scene, row.fundingShares)),
    fact(scene, 'outside', row.notInProject ? [{ text: t(notInProjectLabel), note: t('figures.outsideNote') }] : []),
  ]
}

/** The printed total with the computed one beside it. */
export function budgetTotalFacts(scene: CardScene, { row }: Of<'budget_total'>): CardFact[] {
  const { t, body } = scene
  const beside = (['budget', 'budget-difference', 'estimate-check'] as const).map((name) => {
    const sum = computedFigure(t, body, `${name}.${shortOf(row.id)}`)
    return fact(scene, name, sum ? [link(scene, sum.ref, sum.value.text)] : [])
  })
  return [
    ...beside,
    fact(
      scene,
      'budgetNotes',
      row.notes.map(({ kind, text }) => ({ text: `${t(budgetNoteKindLabels[kind])}: ${text}` })),
    ),
  ]
}

/** An estimate, an actual, a forecast or a reservation. */
export function moneyFacts(
  scene: CardScene,
  found: Of<'estimate'> | Extract<FigureRow, { kind: 'actual' | 'forecast' }> | Of<'reservation'>,
): CardFact[] {
  const facts = standing(scene, found)
  if (found.kind === 'estimate') return facts
  if (found.kind === 'reservation') return [...facts, fact(scene, 'note', plain(found.row.note))]
  const { row } = found
  return [
    ...facts,
    fact(scene, 'ofPeriod', plain(row.periodKey && periodText(row.periodKey))),
    fact(scene, found.kind === 'actual' ? 'countsUntil' : 'forecastOn', day(scene, row.asOf)),
    fact(scene, 'costType', plain(row.costType)),
    fact(scene, 'fundingSource', sourceText(scene, row.fundingSource)),
    fact(scene, 'note', plain(row.note)),
  ]
}

function standing(scene: CardScene, found: FigureRow): CardFact[] {
  const place = placeText(scene, investmentOf(scene.body, found))
  return [
    fact(scene, 'investment', place.length > 0 ? place : plain(placeName(scene.t, scene.body, null))),
    fact(scene, 'workPackage', unitText(scene, unitOf(scene.body, found))),
  ]
}

function fundingTexts(scene: CardScene, shares: readonly SnapshotFundingShare[]) {
  return shares.map(({ source, percent, note }) => ({
    text: `${sourceText(scene, source)[0]?.text ?? source}: ${formatPercent(percent, scene.t.locale)}`,
    ...(note && { note }),
  }))
}

/** A source of money by its name; one that this version does not know goes by its key. */
function sourceText({ t }: CardScene, source: string | null) {
  const known = fundingSources.find((one): one is FundingSource => one === source)
  return plain(known ? t(fundingSourceLabels[known]) : source)
}
