import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { projectAddress, roundAddress, steeringAddress } from '@/lib/projects/addresses'
import type { PeriodHeader } from '@/lib/projects/model'
import { unitStateLabels } from '@/lib/rounds/labels'
import type { Round } from '@/lib/rounds/model'
import { precheckLabels } from '@/lib/rounds/publishing/prechecks/labels'
import { type Finding, type PrecheckRule, precheckRules } from '@/lib/rounds/publishing/prechecks/model'
import { reportAddress } from '@/lib/status-reports/addresses'
import { formatAmount, formatNumber } from '@/lib/values/format'

type Props = {
  t: Words
  project: string
  periods: readonly PeriodHeader[]
  round: Round
  findings: readonly Finding[]
}

const shownAtOnce = 6

/** What is amiss before publishing, rule by rule, each with the way to it. */
export function PublishChecks({ t, project, periods, round, findings }: Props) {
  if (findings.length === 0) {
    return (
      <Notice kind="success" word={t('calendar.check.clean')}>
        <p>{t('calendar.check.cleanHelp')}</p>
      </Notice>
    )
  }
  const found = precheckRules.filter((rule) => findings.some((finding) => finding.rule === rule))
  return (
    <Section
      id="checks"
      title={t('calendar.check.title', { count: findings.length })}
      intro={t('calendar.check.intro')}
    >
      {found.map((rule) => (
        <Findings
          key={rule}
          t={t}
          rule={rule}
          findings={findings.filter((finding) => finding.rule === rule)}
          hrefOf={(finding) => addressOf(project, periods, round, finding)}
        />
      ))}
    </Section>
  )
}

type FindingsProps = { t: Words; rule: PrecheckRule; findings: readonly Finding[]; hrefOf: (one: Finding) => string }

function Findings({ t, rule, findings, hrefOf }: FindingsProps) {
  return (
    <Disclosure
      id={`check-${rule}`}
      summary={t('calendar.check.rule', { rule: t(precheckLabels[rule]), count: findings.length })}
      open={findings.length <= shownAtOnce}
    >
      <ul className="list-disc pl-5">
        {findings.map((finding) => (
          <li key={JSON.stringify([finding.place, finding.title, finding.part])} className="py-0.5">
            <a href={hrefOf(finding)}>{finding.title}</a>
            {detailOf(t, finding)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function detailOf(t: Words, { part, state, count, sums }: Finding): string {
  const told = [
    part,
    state && state !== 'no_report' ? t(unitStateLabels[state]) : null,
    count === null ? null : t('calendar.check.open', { count }),
    sums && t('calendar.check.sums', { told: sumText(t, sums.told, sums), counted: sumText(t, sums.counted, sums) }),
  ].filter((text) => text !== null)
  return told.length === 0 ? '' : ` – ${told.join(', ')}`
}

function sumText(t: Words, value: string, { unit }: { unit: string | null }): string {
  if (unit === '€') return formatAmount(value, t.locale)
  return unit === null ? formatNumber(value, t.locale) : `${formatNumber(value, t.locale)} ${unit}`
}

/** The report or its section; a unit's row in the round when it has none. Money and targets are seen as last published. */
function addressOf(project: string, periods: readonly PeriodHeader[], round: Round, { place }: Finding): string {
  if (typeof place === 'string') {
    const published = periods.findLast(({ state }) => state === 'published')
    if (!published || place === 'structure') return `${projectAddress(project)}#structure`
    return `${steeringAddress(project, published.key)}#${place === 'finance' ? 'money' : 'targets'}`
  }
  const row = round.rows.find(({ unitId }) => unitId === place.unitId)
  if (!row?.report) return `${roundAddress(project, round.periodKey)}#unit-${place.unitId}`
  return reportAddress(project, round.periodKey, place.unitId) + (place.path ? `#${place.path}` : '')
}
