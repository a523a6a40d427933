import { EvidenceItems } from '@/components/evidence/evidence-items'
import { Section } from '@/components/ui/section'
import { evidenceAddress } from '@/lib/evidence/addresses'
import type { EvidenceSubject, KeptEvidence } from '@/lib/evidence/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  subject: EvidenceSubject
  rows: readonly KeptEvidence[]
  /** The viewer may add and remove: the link says so */
  mayKeep: boolean
}

/** Evidence of one thing on its own page, with the way to where it is added and removed. */
export function EvidencePanel({ t, projectKey, subject, rows, mayKeep }: Props) {
  return (
    <Section id="evidence" title={t('evidence.title')}>
      <EvidenceItems t={t} rows={rows} />
      <p className="mt-4">
        <a href={evidenceAddress(projectKey, subject)}>{t(mayKeep ? 'evidence.keep' : 'evidence.look')}</a>
      </p>
    </Section>
  )
}
