import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { PublishedVersion, Round } from '@/lib/rounds/model'
import { precheckLabels } from '@/lib/rounds/publishing/prechecks/labels'
import { countFindings, precheckRules } from '@/lib/rounds/publishing/prechecks/model'
import { versionAddress } from '@/lib/steering/addresses'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: string; round: Round; versions: readonly PublishedVersion[] }

/** Every publication of the period: who made it, why, and what was accepted. Each can still be read. */
export function PublishedVersions({ t, project, round, versions }: Props) {
  if (versions.length === 0) return null
  return (
    <Section id="versions" title={t('calendar.published.title')} intro={t('calendar.published.intro')}>
      <DataTable
        caption={t('calendar.published.title')}
        hideCaption
        sticky={false}
        columns={[
          { key: 'version', header: t('calendar.published.version') },
          { key: 'by', header: t('calendar.published.by') },
          { key: 'note', header: t('calendar.published.note') },
          { key: 'accepted', header: t('calendar.published.accepted') },
        ]}
        rows={versions.map((one) => ({
          key: String(one.version),
          cells: [
            {
              text: t('calendar.published.number', { version: one.version }),
              href: versionAddress(project, round.periodKey, one.version === round.version ? null : one.version),
              note: formatDateTime(one.publishedAt, t.locale),
            },
            one.by ?? t('statusReports.system'),
            one.note ? { text: one.note } : { text: t('calendar.published.noNote'), unknown: true },
            acceptedCell(t, one),
          ],
        }))}
      />
    </Section>
  )
}

function acceptedCell(t: Words, { findings }: PublishedVersion) {
  if (findings.length === 0) return { text: t('calendar.published.nothingFound'), unknown: true }
  const counts = countFindings(findings.map((rule) => ({ rule })))
  const rules = precheckRules.flatMap((rule) =>
    counts[rule] ? [t('calendar.check.rule', { rule: t(precheckLabels[rule]), count: counts[rule] })] : [],
  )
  return { text: t('calendar.published.findings', { count: findings.length }), note: rules.join('; ') }
}
