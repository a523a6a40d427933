import { planFormWords } from '@/components/plan/words'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { EditionRow } from '@/lib/final-report/editions/model'
import type { PlanDocument } from '@/lib/final-report/plan-document/model'
import { planDifferencesAddress, planFileAddress } from '@/lib/plan/addresses'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: { id: string; key: string }; plan: PlanDocument; makeVersion: FormAction | null }

/** The versions of the plan with their files, what has changed since, and making the next one. */
export function PlanVersions({ t, project, plan: { editions }, makeVersion }: Props) {
  const words = planFormWords(t)
  return (
    <Section
      id="versions"
      title={t('plan.document.versions')}
      intro={t('plan.document.versionsHelp')}
      actions={
        editions.length > 0 && (
          <ButtonLink href={planDifferencesAddress(project.key)}>{t('plan.changes.view')}</ButtonLink>
        )
      }
    >
      <DataTable
        caption={t('plan.document.versions')}
        hideCaption
        columns={(['version', 'madeAt', 'reason', 'files'] as const).map((key) => ({
          key,
          header: t(`plan.document.${key}`),
        }))}
        rows={editions.map((edition) => ({
          key: edition.id,
          cells: [
            String(edition.number),
            [formatDateTime(edition.frozenAt, t.locale), edition.frozenBy].filter(Boolean).join(', '),
            edition.reason ?? t('plan.document.firstReason'),
            <Files key="files" t={t} projectKey={project.key} edition={edition} />,
          ],
        }))}
        empty={<p className="text-muted">{t('plan.document.noVersions')}</p>}
      />
      {makeVersion && (
        <Disclosure summary={t('plan.document.makeVersion')}>
          <RecordForm
            id="version"
            action={makeVersion}
            values={{ project: project.key, projectId: project.id, version: editions.length }}
            fields={[
              {
                as: 'text',
                name: 'reason',
                rows: 3,
                label: t('plan.document.reason'),
                help: t('plan.document.makeVersionHelp'),
                optional: editions.length === 0 ? t('ui.optional') : undefined,
              },
            ]}
            send={t('plan.document.makeVersion')}
            words={{ ...words, reasons: { ...words.reasons, STALE: t('plan.reason.STALE_VERSION') } }}
          />
        </Disclosure>
      )}
    </Section>
  )
}

function Files({ t, projectKey, edition }: { t: Words; projectKey: string; edition: EditionRow }) {
  const name = t('plan.changes.version', { number: edition.number })
  return (
    <span className="flex gap-3">
      {(['pdf', 'docx'] as const).map((format) => (
        <a
          key={format}
          href={`${planFileAddress(projectKey, format)}?edition=${edition.number}`}
          aria-label={`${format === 'pdf' ? 'PDF' : 'Word'}, ${name}`}
          download
        >
          {format === 'pdf' ? 'PDF' : 'Word'}
        </a>
      ))}
    </span>
  )
}
