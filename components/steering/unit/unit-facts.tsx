import type { ReactNode } from 'react'
import { FigureLink } from '@/components/steering/figure-link'
import { unitAddress } from '@/components/steering/model'
import type { UnitProps } from '@/components/steering/unit/model'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { pathTo } from '@/lib/investments/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { amountText } from '@/lib/steering/money-texts/model'

/** What the unit is: its goal, place, time, cost and relations. What is not known is left out but for the cost and the role. */
export function UnitFacts({ t, code, body, unit, version }: UnitProps) {
  const unknown = <span className="board-quiet">{t('steering.unit.unknown')}</span>
  const areas = body.serviceAreas.filter((area) => unit.serviceAreaIds.includes(area.id)).map((area) => area.name)
  const place = pathTo(body.investments, unit.investmentId).map((one) =>
    one.code ? `${one.code}: ${one.title}` : one.title,
  )
  const parts = body.units.filter((one) => one.parentId === unit.id).map((one) => one.id)
  const { schedule, cost } = unit
  const estimate = (
    <FigureLink code={code} kind="estimate" id={unit.id}>
      {cost.estimate === null ? cost.asWritten : amountText(t, cost.estimate)}
    </FigureLink>
  )
  const items: [string, ReactNode, boolean?][] = [
    ['goals', list(unit.goals), unit.goals.length > 0],
    ['code', unit.code, unit.code !== null],
    ['area', areas.join(', '), areas.length > 0],
    ['investment', list(place), place.length > 0],
    ['responsible', unit.responsibleRole ?? unknown],
    ['schedule', [schedule.asWritten, schedule.note].filter(Boolean).join('. ') || unknown],
    ['cost', cost.estimate === null && cost.asWritten === null ? unknown : estimate],
    ['parts', links(body, parts, version), parts.length > 0],
    ['covers', links(body, unit.covers, version), unit.covers.length > 0],
    ['coveredBy', links(body, unit.coveredBy, version), unit.coveredBy.length > 0],
    ['earlier', unit.earlierTitles.join('; '), unit.earlierTitles.length > 0],
  ]
  return (
    <Section id="facts" title={t('steering.unit.facts')}>
      <DefinitionList
        items={items
          .filter(([, , shown]) => shown !== false)
          .map(([key, value]) => ({ term: t(`steering.unit.${key}`), value }))}
      />
    </Section>
  )
}

function list(texts: readonly string[]): ReactNode {
  if (texts.length < 2) return texts[0]
  return (
    <ul className="board-plain">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function links(body: SnapshotBody, ids: readonly string[], version: number | null): ReactNode {
  const units = body.units.filter((one) => ids.includes(one.id))
  return (
    <ul>
      {units.map((one) => (
        <li key={one.id}>
          {one.reports ? <a href={unitAddress({ body, view: { version } }, one.id)}>{one.title}</a> : one.title}
        </li>
      ))}
    </ul>
  )
}
