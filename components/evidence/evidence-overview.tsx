import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { evidenceAddress, evidenceFileAddress } from '@/lib/evidence/addresses'
import { evidenceSubjectLabels } from '@/lib/evidence/labels'
import type { ListedEvidence, TargetEvidence } from '@/lib/evidence/overview/model'
import type { Words } from '@/lib/platform/words'
import { targetText } from '@/lib/steering/figure-texts/model'
import { formatDate, formatNumber } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; targets: readonly TargetEvidence[]; pieces: readonly ListedEvidence[] }

/** Which targets have something that shows them, and everything that has been kept. */
export function EvidenceOverview({ t, projectKey, targets, pieces }: Props) {
  const without = targets.filter((one) => one.pieces === 0).length
  return (
    <>
      <Section
        id="targets"
        title={t('evidence.overview.targets')}
        intro={targets.length > 0 ? t('evidence.overview.gaps', { without, all: targets.length }) : undefined}
      >
        <DataTable
          caption={t('evidence.overview.targets')}
          hideCaption
          columns={[
            { key: 'indicator', header: t('evidence.overview.indicator') },
            { key: 'target', header: t('evidence.subject.target') },
            { key: 'unit', header: t('evidence.overview.unit') },
            { key: 'pieces', header: t('evidence.overview.pieces'), numeric: true },
            { key: 'reached', header: t('evidence.reached.title') },
          ]}
          rows={targets.map((one) => ({
            key: one.subject.id,
            cells: [
              { text: one.indicator, href: evidenceAddress(projectKey, one.subject) },
              targetText(t, one.target),
              one.isNational ? t('evidence.overview.national') : one.unit,
              one.pieces === 0
                ? { text: t('evidence.overview.noPieces'), tag: 'warning' }
                : formatNumber(String(one.pieces), t.locale),
              one.reachedOn ? formatDate(one.reachedOn, t.locale) : t('evidence.overview.notReached'),
            ],
          }))}
          empty={
            <EmptyState title={t('evidence.overview.noTargets')}>{t('evidence.overview.noTargetsHelp')}</EmptyState>
          }
        />
      </Section>
      <Section id="pieces" title={t('evidence.overview.all')} intro={t('evidence.overview.allHelp')}>
        <DataTable
          caption={t('evidence.overview.all')}
          hideCaption
          columns={[
            { key: 'label', header: t('evidence.label') },
            { key: 'shows', header: t('evidence.overview.shows') },
            { key: 'kind', header: t('evidence.overview.kind') },
            { key: 'added', header: t('evidence.overview.added') },
          ]}
          rows={pieces.map((one) => ({
            key: one.id,
            cells: [
              one.hasFile ? { text: one.label, href: evidenceFileAddress(one.id) } : one.label,
              { text: one.shows, href: evidenceAddress(projectKey, one.subject) },
              t(evidenceSubjectLabels[one.subject.kind]),
              formatDate(new Date(one.addedAt), t.locale),
            ],
          }))}
          empty={<EmptyState title={t('evidence.none')}>{t('evidence.overview.noneHelp')}</EmptyState>}
        />
      </Section>
    </>
  )
}
