import { financeFormWords } from '@/components/finance/forms/words'
import { type RecordPart, withKnown } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  /** Begins the ids of the fields */
  id: string
  project: { id: string; key: string }
  row: { id: string; version: number }
  /** Where the row belongs, besides the project */
  place?: Record<string, string>
  fields: readonly RecordPart[]
  /** What is stored now, by field */
  known: Record<string, string>
  actions: { change: FormAction; remove: FormAction }
  /** What is removed and what happens then, and why it may not be */
  removal: { title: string; intro?: string; inUse?: string }
}

/** A stored record: changing it, and taking it away after one more question. */
export function KeptForm({ t, id, project, row, place, fields, known, actions, removal }: Props) {
  const { title, intro = t('finance.form.removeHelp'), inUse } = removal
  const values = { project: project.key, projectId: project.id, id: row.id, version: row.version }
  return (
    <>
      <RecordForm
        id={id}
        action={actions.change}
        values={{ ...place, ...values }}
        fields={withKnown(fields, known)}
        send={t('finance.form.save')}
        words={financeFormWords(t)}
      />
      <Section id="remove" title={title} intro={intro}>
        <RecordForm
          id="remove"
          action={actions.remove}
          values={values}
          fields={[{ as: 'tick', name: 'sure', label: t('finance.form.sure') }]}
          send={title}
          kind="danger"
          words={financeFormWords(t, {
            STALE: t('finance.reason.STALE_REMOVAL'),
            ...(inUse ? { IN_USE: inUse } : {}),
          })}
        />
      </Section>
    </>
  )
}
