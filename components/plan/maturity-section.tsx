import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import { planRowAddress } from '@/lib/plan/addresses'
import { type MaturityArea, type MaturityRow, maturityAreas } from '@/lib/plan/maturity/model'
import { type Plan, partLabel } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'
import { formatChange, formatDate, formatNumber } from '@/lib/values/format'
import { unknownLabels } from '@/lib/values/labels'

type Props = { t: Words; projectKey: string; plan: Plan; writes: boolean }

/** The latest assessment of each area on its scale, with the earlier ones beside it. */
export function MaturitySection({ t, projectKey, plan, writes }: Props) {
  const areas = maturityAreas(plan.maturity)
  const hrefOf = ({ id }: MaturityRow) => (writes ? planRowAddress(projectKey, 'maturity', id) : undefined)
  const add = writes && (
    <ButtonLink href={planRowAddress(projectKey, 'maturity', 'new')}>{t('plan.maturity.add')}</ButtonLink>
  )
  return (
    <Section
      id="maturity"
      title={t('plan.maturity.title')}
      intro={t('plan.maturity.intro')}
      actions={areas.length > 0 && add}
    >
      <DataTable
        caption={t('plan.maturity.caption')}
        hideCaption
        columns={(['area', 'scale', 'latest', 'change', 'earlier'] as const).map((key) => ({
          key,
          header: t(`plan.maturity.${key}`),
        }))}
        rows={areas.map((area) => ({
          key: area.key,
          cells: [
            { text: area.area, note: partLabel(plan, area.workPackageId) ?? t('plan.whole') },
            scaleText(t, area.latest),
            { ...latestCell(t, area.latest), href: hrefOf(area.latest) },
            changeCell(t, area),
            area.earlier.length === 0 ? '' : <Earlier key="earlier" t={t} rows={area.earlier} hrefOf={hrefOf} />,
          ],
        }))}
        empty={
          <EmptyState title={t('plan.maturity.none')} actions={add}>
            {t(writes ? 'plan.maturity.noneHelp' : 'plan.maturity.noneReader')}
          </EmptyState>
        }
      />
    </Section>
  )
}

type EarlierProps = { t: Words; rows: readonly MaturityRow[]; hrefOf: (row: MaturityRow) => string | undefined }

function Earlier({ t, rows, hrefOf }: EarlierProps) {
  return (
    <ul>
      {rows.map((row) => {
        const text = t('plan.maturity.of', { value: valueText(t, row), day: dayText(t, row) })
        const href = hrefOf(row)
        return <li key={row.id}>{href ? <a href={href}>{text}</a> : text}</li>
      })}
    </ul>
  )
}

function scaleText(t: Words, { scale, scaleMin, scaleMax }: MaturityRow): string {
  if (scaleMin === null || scaleMax === null) return scale
  const end = (value: string) => formatNumber(value, t.locale)
  return t('plan.maturity.ends', { scale, min: end(scaleMin), max: end(scaleMax) })
}

function valueText(t: Words, { number, asWritten, unknown }: MaturityRow): string {
  if (asWritten !== null) return asWritten
  if (number !== null) return formatNumber(number, t.locale)
  return t(unknown === null ? 'plan.unknown' : unknownLabels[unknown])
}

function dayText(t: Words, { assessedOn, timeAsWritten }: MaturityRow): string {
  return assessedOn === null ? (timeAsWritten ?? t('plan.maturity.undated')) : formatDate(assessedOn, t.locale)
}

function latestCell(t: Words, row: MaturityRow): CellParts {
  const note = [dayText(t, row), row.source ?? '', row.note ?? ''].filter(Boolean).join('; ')
  return { text: valueText(t, row), note, unknown: row.number === null && row.asWritten === null }
}

function changeCell(t: Words, { change, earlier }: MaturityArea): CellParts {
  if (earlier.length === 0) return { text: t('plan.maturity.first'), unknown: true }
  return change === null
    ? { text: t('plan.maturity.noChange'), unknown: true }
    : { text: formatChange(change, t.locale) }
}
