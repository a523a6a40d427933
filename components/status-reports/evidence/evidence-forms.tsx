import { EvidenceList } from '@/components/status-reports/evidence/evidence-list'
import { LinkForm } from '@/components/status-reports/evidence/link-form'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { type StepAction, StepForm } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import { acceptedEndings, largestFile } from '@/lib/evidence/files/model'
import type { EvidenceRow } from '@/lib/evidence/model'
import type { Words } from '@/lib/platform/words'
import { formatFileSize } from '@/lib/values/format'

type Place = { project: string; period: string; unit: string }
type Props = {
  t: Words
  reportId: string
  place: Place
  evidence: readonly EvidenceRow[]
  /** What came of the last file that was sent: "added" or a reason */
  lastFile: string | null
  addLink: StepAction
  /** Absent while only the texts of an approved report are open */
  removeEvidence?: StepAction
}

/** Evidence of a report while it is written: what there is, a link, a file. Each is a form of its own. */
export function EvidenceForms({ t, reportId, place, evidence, lastFile, addLink, removeEvidence }: Props) {
  const values = { reportId, ...place }
  const reasons = reasonTexts(t)
  const remove = (removing: StepAction) => (row: EvidenceRow) => (
    <StepForm
      action={removing}
      values={{ ...values, evidenceId: row.id }}
      label={t('evidence.remove')}
      fullLabel={t('evidence.removeNamed', { label: row.label })}
      kind="quiet"
      small
      reasons={reasons}
      notice={t('ui.notice.danger')}
    />
  )
  return (
    <Section id="evidence" title={t('evidence.title')} intro={t('evidence.help')}>
      <FileAnswer t={t} answer={lastFile} />
      <EvidenceList t={t} reportId={reportId} evidence={evidence} remove={removeEvidence && remove(removeEvidence)} />
      <div className="mt-4">
        <Disclosure summary={t('evidence.addLink')}>
          {/* A link that was added empties the form: it begins anew. */}
          <LinkForm key={evidence.length} action={addLink} values={values} words={linkWords(t)} />
        </Disclosure>
        <Disclosure summary={t('evidence.addFile')}>
          <FileForm t={t} reportId={reportId} place={place} />
        </Disclosure>
      </div>
    </Section>
  )
}

function FileForm({ t, reportId, place }: { t: Words; reportId: string; place: Place }) {
  const size = formatFileSize(largestFile, t.locale)
  return (
    <form method="post" encType="multipart/form-data" action={`/api/reports/${reportId}/evidence`}>
      <Once attempt={0} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FileInput
        id="evidence-file"
        name="file"
        label={t('evidence.file')}
        help={t('evidence.fileHelp', { endings: acceptedEndings.replaceAll(',', ', '), size })}
        accept={acceptedEndings}
        required
      />
      <TextInput id="evidence-file-label" name="label" label={t('evidence.label')} optional={t('ui.optional')} />
      <Button kind="secondary">{t('evidence.sendFile')}</Button>
    </form>
  )
}

const fileAnswers: Record<string, string> = {
  added: 'evidence.added',
  EMPTY_FILE: 'evidence.error.emptyFile',
  TOO_LARGE: 'evidence.error.tooLarge',
  WRONG_KIND: 'evidence.error.wrongKind',
  LOCKED: 'statusReports.reason.LOCKED',
  CLOSED: 'calendar.closing.reason',
  NOT_ALLOWED: 'statusReports.reason.NOT_ALLOWED',
}

function FileAnswer({ t, answer }: { t: Words; answer: string | null }) {
  const key = answer === null ? undefined : fileAnswers[answer]
  if (!key) return null
  const good = answer === 'added'
  return (
    <Notice kind={good ? 'success' : 'danger'} word={t(good ? 'ui.notice.success' : 'ui.notice.danger')} live>
      <p>{t(key)}</p>
    </Notice>
  )
}

function linkWords(t: Words) {
  return {
    summary: t('ui.errorSummary'),
    label: t('evidence.label'),
    url: t('evidence.url'),
    send: t('evidence.sendLink'),
    reasons: reasonTexts(t),
    errors: Object.fromEntries(
      ['evidence.error.label', 'evidence.error.labelTooLong', 'evidence.error.url'].map((key) => [key, t(key)]),
    ),
  }
}
