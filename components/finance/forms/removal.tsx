import { RecordForm } from '@/components/finance/forms/record-form'
import { formWords } from '@/components/finance/forms/words'
import type { StepAction } from '@/components/status-reports/step-form'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  action: StepAction
  project: { id: string; key: string }
  row: { id: string; version: number }
  /** What is removed, in words: "Poista hankinta" */
  title: string
  /** What happens then */
  intro: string
  /** Why it may not be removed */
  inUse?: string
}

/** Taking a record away, after one more question. */
export function Removal({ t, action, project, row, title, intro, inUse }: Props) {
  return (
    <Section id="remove" title={title} intro={intro}>
      <RecordForm
        id="remove"
        action={action}
        values={{ project: project.key, projectId: project.id, id: row.id, version: row.version }}
        parts={[{ kind: 'check', name: 'sure', label: t('finance.form.sure') }]}
        known={{}}
        words={formWords(t, title, {
          STALE: t('finance.reason.STALE_REMOVAL'),
          ...(inUse ? { IN_USE: inUse } : {}),
        })}
        danger
      />
    </Section>
  )
}
