import {
  directionLabels,
  measurementRoleLabels,
  scopeLabels,
  targetOperatorLabels,
  targetRoleLabels,
} from '@/lib/indicators/labels'
import { scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { changeText, timeText } from '@/lib/steering/figure-texts/model'
import {
  type CardFact,
  type CardScene,
  fact,
  placeText,
  plain,
  told,
  unitText,
} from '@/lib/steering/figures/meanings/parts/model'
import { type FigureRow, investmentOf, unitOf } from '@/lib/steering/figures/rows/model'
import { formatDate, formatNumber } from '@/lib/values/format'
import { cellTexts } from '@/lib/values/format-value'
import { valueKindLabels } from '@/lib/values/labels'

type Of<Kind extends FigureRow['kind']> = Extract<FigureRow, { kind: Kind }>

/** What a measured value means. */
export function measurementFacts(scene: CardScene, found: Of<'measurement'>): CardFact[] {
  const { t } = scene
  const { row, indicator } = found
  const { value } = row
  return [
    fact(scene, 'role', plain(t(measurementRoleLabels[row.role]))),
    fact(scene, 'valueKind', plain(t(valueKindLabels[value.kind]))),
    fact(
      scene,
      'breakdown',
      cellTexts(value, t.locale).map(({ label, text }) => ({ text: `${label}: ${text}` })),
    ),
    fact(scene, 'of', plain(scopeOf(row))),
    fact(scene, 'sampleSize', plain(value.n === null ? null : formatNumber(value.n, t.locale))),
    fact(scene, 'change', plain(changeText(t, row))),
    fact(scene, 'valueNote', plain(value.note)),
    ...indicatorFacts(scene, indicator, value.unit),
    ...standing(scene, found),
  ]
}

/** What a target asks for, and since when it holds no more. */
export function targetFacts(scene: CardScene, found: Of<'target'>): CardFact[] {
  const { t } = scene
  const { row, indicator } = found
  const gone = row.superseded
  return [
    fact(scene, 'targetRole', plain(t(targetRoleLabels[row.role]))),
    fact(scene, 'comparison', plain(row.operatorText ?? (row.operator && t(targetOperatorLabels[row.operator])))),
    told(scene, 'targetTime', timeText(t, row.time)),
    fact(scene, 'targetDefinition', plain(row.definition)),
    fact(
      scene,
      'superseded',
      gone ? [{ text: gone.on === null ? (gone.at ?? t('figures.superseded')) : formatDate(gone.on, t.locale) }] : [],
    ),
    fact(scene, 'supersededReason', plain(gone?.reason)),
    fact(
      scene,
      'reached',
      row.reached
        ? [{ text: formatDate(row.reached.on, t.locale), ...(row.reached.note && { note: row.reached.note }) }]
        : [],
    ),
    ...indicatorFacts(scene, indicator, row.unit),
    ...standing(scene, found),
  ]
}

function indicatorFacts(scene: CardScene, indicator: SnapshotIndicator, unit: string | null): CardFact[] {
  const { t } = scene
  return [
    told(scene, 'definition', indicator.definition),
    fact(scene, 'unit', plain(unit ?? indicator.unit)),
    told(scene, 'direction', indicator.direction && t(directionLabels[indicator.direction])),
    fact(scene, 'indicatorScope', plain(t(scopeLabels[indicator.scope]))),
    fact(scene, 'horizon', plain(indicator.horizon)),
    fact(scene, 'indicatorNote', [...plain(indicator.note), ...indicator.clarifications.flatMap(plain)]),
    fact(scene, 'seeIndicatorOf', plain(indicator.seeIndicatorOf)),
  ]
}

function standing(scene: CardScene, found: FigureRow): CardFact[] {
  return [
    fact(scene, 'investment', placeText(scene, investmentOf(scene.body, found))),
    fact(scene, 'workPackage', unitText(scene, unitOf(scene.body, found))),
  ]
}
