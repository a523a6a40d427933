import { FileAnswer, FileForm } from '@/components/evidence/file-parts'
import { linkFields, linkWords } from '@/components/evidence/link-fields'
import { EvidenceList } from '@/components/status-reports/evidence/evidence-list'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { StepForm } from '@/components/status-reports/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import type { ReportEvidence } from '@/lib/status-reports/evidence/model'
import { reportSections } from '@/lib/status-reports/fields/model'
import { sectionLabels } from '@/lib/status-reports/labels'

type Place = { project: string; period: string; unit: string }
type Props = {
  t: Words
  reportId: string
  place: Place
  evidence: readonly ReportEvidence[]
  /** What came of the last file that was sent: "added" or a reason */
  lastFile: string | null
  addLink: FormAction
  /** Absent while only the texts of an approved report are open */
  removeEvidence?: FormAction
}

/** Evidence of a report while it is written: what there is, a link, a file. Each is a form of its own. */
export function EvidenceForms({ t, reportId, place, evidence, lastFile, addLink, removeEvidence }: Props) {
  const values = { reportId, ...place }
  const reasons = reasonTexts(t)
  const section = sectionChoice(t)
  const remove = (removing: FormAction) => (row: ReportEvidence) => (
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
      <FileAnswer t={t} answer={lastFile} more={answers} />
      <EvidenceList t={t} reportId={reportId} evidence={evidence} remove={removeEvidence && remove(removeEvidence)} />
      <div className="mt-4">
        <Disclosure summary={t('evidence.addLink')}>
          <RecordForm
            id="evidence"
            action={addLink}
            values={values}
            fields={[...linkFields(t), { as: 'choice', ...section }]}
            count={evidence.length}
            send={t('evidence.sendLink')}
            kind="secondary"
            words={linkWords(t, reasons)}
          />
        </Disclosure>
        <Disclosure summary={t('evidence.addFile')} open={lastFile !== null && lastFile !== 'added'}>
          <FileForm t={t} to={`/api/reports/${reportId}/evidence`} values={place}>
            <Select id="evidence-file-section" {...section} />
          </FileForm>
        </Disclosure>
      </div>
    </Section>
  )
}

/** The section of the report that the evidence shows to be true. */
const sectionChoice = (t: Words) => ({
  name: 'section',
  label: t('evidence.section'),
  empty: t('evidence.wholeReport'),
  options: reportSections.map((section) => ({ value: section, label: t(sectionLabels[section]) })),
})

const answers = {
  LOCKED: 'statusReports.reason.LOCKED',
  CLOSED: 'calendar.closing.reason',
  NOT_ALLOWED: 'statusReports.reason.NOT_ALLOWED',
}
