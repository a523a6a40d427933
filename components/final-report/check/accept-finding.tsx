import { acceptErrors } from '@/components/final-report/check/accept-errors'
import { reportFormWords } from '@/components/final-report/reason-texts'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { ListedFinding } from '@/lib/final-report/check/acceptances/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: DocumentPlace
  finding: ListedFinding
  actions: { accept: FormAction; withdraw: FormAction }
}

/** Leaves a finding as it is, with the reason; or takes that back. */
export function AcceptFinding({ t, place, finding, actions }: Props) {
  const words = reportFormWords(t, acceptErrors)
  if (finding.acceptance) {
    return (
      <Section id="withdraw" title={t('reportCheck.withdraw')} intro={t('reportCheck.withdrawHelp')}>
        <RecordForm
          id="withdraw"
          action={actions.withdraw}
          values={{ project: place.key, kind: place.kind, acceptance: finding.acceptance.id }}
          fields={[]}
          send={t('reportCheck.withdraw')}
          kind="secondary"
          words={words}
        />
      </Section>
    )
  }
  return (
    <Section id="accept" title={t('reportCheck.accept')} intro={t('reportCheck.acceptHelp')}>
      <RecordForm
        id="accept"
        action={actions.accept}
        values={{ project: place.key, kind: place.kind, finding: finding.id }}
        fields={[
          { as: 'text', name: 'reason', rows: 3, label: t('reportCheck.reason'), help: t('reportCheck.reasonHelp') },
        ]}
        send={t('reportCheck.accept')}
        words={words}
      />
    </Section>
  )
}
