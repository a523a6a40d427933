import { FileAnswer, FileForm } from '@/components/evidence/file-parts'
import { KeepLinkForm } from '@/components/evidence/keep-link-form'
import { EvidenceList } from '@/components/status-reports/evidence/evidence-list'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { type StepAction, StepForm } from '@/components/status-reports/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
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
  addLink: StepAction
  /** Absent while only the texts of an approved report are open */
  removeEvidence?: StepAction
}

/** Evidence of a report while it is written: what there is, a link, a file. Each is a form of its own. */
export function EvidenceForms({ t, reportId, place, evidence, lastFile, addLink, removeEvidence }: Props) {
  const values = { reportId, ...place }
  const reasons = reasonTexts(t)
  const remove = (removing: StepAction) => (row: ReportEvidence) => (
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
          {/* A link that was added empties the form: it begins anew. */}
          <KeepLinkForm key={evidence.length} action={addLink} values={values} words={linkWords(t)}>
            <SectionChoice t={t} id="evidence-link-section" />
          </KeepLinkForm>
        </Disclosure>
        <Disclosure summary={t('evidence.addFile')}>
          <FileForm t={t} to={`/api/reports/${reportId}/evidence`} values={place}>
            <SectionChoice t={t} id="evidence-file-section" />
          </FileForm>
        </Disclosure>
      </div>
    </Section>
  )
}

/** The section of the report that the evidence shows to be true. */
function SectionChoice({ t, id }: { t: Words; id: string }) {
  return (
    <Select
      id={id}
      name="section"
      label={t('evidence.section')}
      empty={t('evidence.wholeReport')}
      options={reportSections.map((section) => ({ value: section, label: t(sectionLabels[section]) }))}
    />
  )
}

const answers = {
  LOCKED: 'statusReports.reason.LOCKED',
  CLOSED: 'calendar.closing.reason',
  NOT_ALLOWED: 'statusReports.reason.NOT_ALLOWED',
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
