import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import { ruleAddress } from '@/lib/retention/addresses'
import { kindLabels, startLabels } from '@/lib/retention/labels'
import type { RetentionRule } from '@/lib/retention/model'
import { formatNumber } from '@/lib/values/format'

const columns = ['kind', 'programme', 'years', 'start', 'basis'] as const

/** The rules of the county; the kind leads to the rule. */
export function RuleTable({ t, rules }: { t: Words; rules: readonly RetentionRule[] }) {
  const own = (name: string) => t(`retention.rules.${name}`)
  return (
    <DataTable
      caption={own('caption')}
      hideCaption
      columns={columns.map((key) => ({ key, header: own(key), numeric: key === 'years' }))}
      empty={<EmptyState title={own('none')}>{own('noneHelp')}</EmptyState>}
      rows={rules.map((rule) => ({
        key: rule.id,
        cells: [
          { text: t(kindLabels[rule.kind]), href: ruleAddress(rule.id) },
          rule.programmeName ?? own('every'),
          formatNumber(String(rule.years), t.locale),
          t(startLabels[rule.start]),
          rule.basis,
        ],
      }))}
    />
  )
}
