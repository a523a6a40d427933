import { DueTable } from '@/components/retention/due-table'
import { ListTable } from '@/components/retention/list-table'
import { retentionWords } from '@/components/retention/retention-words'
import { RuleTable } from '@/components/retention/rule-table'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { newRuleAddress } from '@/lib/retention/addresses'
import type { DueLine, Unknown } from '@/lib/retention/due/model'
import type { ListHeader, RetentionRule } from '@/lib/retention/model'

type Props = {
  t: Words
  rules: readonly RetentionRule[]
  due: readonly DueLine[]
  unknown: readonly Unknown[]
  lists: readonly ListHeader[]
  year: number
  /** Days for which backups hold what was destroyed; null: Etappi makes none here */
  backupDays: number | null
  prepare: FormAction
}

/** Rules, what is due by the end of the year, and the lists of destruction with how long backups still hold what was on them. */
export function RetentionView({ t, rules, due, unknown, lists, year, backupDays, prepare }: Props) {
  const own = (name: string, values?: Record<string, string | number>) => t(`retention.${name}`, values)
  return (
    <>
      <Section
        id="rules"
        title={own('rules.title')}
        intro={own('rules.help')}
        actions={<a href={newRuleAddress}>{own('rules.add')}</a>}
      >
        <RuleTable t={t} rules={rules} />
      </Section>
      <Section id="due" title={own('due.title', { year: String(year) })}>
        <DueTable t={t} due={due} unknown={unknown} />
        <RecordForm
          id="prepare"
          action={prepare}
          values={{}}
          fields={[
            {
              as: 'line',
              name: 'year',
              width: 'number',
              label: own('due.year'),
              help: own('due.yearHelp'),
              known: String(year),
            },
          ]}
          send={own('due.prepare')}
          words={retentionWords(t)}
        />
      </Section>
      <Section
        id="lists"
        title={own('lists.title')}
        intro={backupDays === null ? own('backupsElsewhere') : own('backups', { days: backupDays })}
      >
        <ListTable t={t} lists={lists} />
      </Section>
    </>
  )
}
