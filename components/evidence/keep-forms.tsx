import { EvidenceItems } from '@/components/evidence/evidence-items'
import { FileAnswer, FileForm } from '@/components/evidence/file-parts'
import { linkFields, linkWords } from '@/components/evidence/link-fields'
import { StepForm } from '@/components/status-reports/step-form'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { EvidenceSubject, KeptEvidence } from '@/lib/evidence/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  subject: EvidenceSubject
  rows: readonly KeptEvidence[]
  texts: ReadonlyMap<string, string>
  mayKeep: boolean
  /** What came of the last file that was sent: "added" or a reason */
  lastFile: string | null
  addLink: FormAction
  remove: FormAction
}

/** Evidence of one thing with its forms: a link, a file, taking away. */
export function KeepForms({ t, projectKey, subject, rows, texts, mayKeep, lastFile, addLink, remove }: Props) {
  const values = { ...subject, project: projectKey }
  const reasons = keepReasons(t)
  return (
    <>
      <Section id="evidence" title={t('evidence.title')}>
        <FileAnswer t={t} answer={lastFile} more={{ NOT_ALLOWED: 'evidence.reason.NOT_ALLOWED' }} />
        <EvidenceItems
          t={t}
          rows={rows}
          texts={texts}
          preview
          remove={
            mayKeep
              ? (row) => (
                  <StepForm
                    action={remove}
                    values={{ ...values, evidenceId: row.id }}
                    label={t('evidence.remove')}
                    fullLabel={t('evidence.removeNamed', { label: row.label })}
                    kind="quiet"
                    small
                    reasons={reasons}
                    notice={t('ui.notice.danger')}
                  />
                )
              : undefined
          }
        />
      </Section>
      {mayKeep && (
        <>
          <Section id="add-link" title={t('evidence.addLink')}>
            <RecordForm
              id="evidence"
              action={addLink}
              values={values}
              fields={linkFields(t, { note: true })}
              count={rows.length}
              send={t('evidence.sendLink')}
              kind="secondary"
              words={linkWords(t, reasons)}
            />
          </Section>
          <Section id="add-file" title={t('evidence.addFile')}>
            <FileForm t={t} to="/api/evidence" values={values} note />
          </Section>
        </>
      )}
    </>
  )
}

const reasons = [
  'NOT_FOUND',
  'NOT_ALLOWED',
  'PUBLISHED',
  'SHOWS_REACHED',
  'NO_EVIDENCE',
  'STALE',
  'SIGNED_OUT',
  'INVALID',
]

/** Why something about evidence was refused, one sentence each. */
export function keepReasons(t: Words): Record<string, string> {
  const known = Object.fromEntries(reasons.map((reason) => [reason, t(`evidence.reason.${reason}`)]))
  return { ...known, NO_ANSWER: t('ui.noAnswer'), FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED') }
}
