import { Notice } from '@/components/ui/notice'
import { fundingSourceLabels } from '@/lib/finance/labels'
import type { FundingSource } from '@/lib/finance/model'
import type { Change } from '@/lib/finance/treasury/files/changes/model'
import { changeLabels, partKindLabels } from '@/lib/finance/treasury/labels'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; standing: { same: boolean; changes: readonly Change[] } | null }

/** How the newest file of the month stands against the data of now. Nothing where none was made. */
export function FileStanding({ t, standing }: Props) {
  if (standing === null) return null
  const { same, changes } = standing
  return (
    <div className="mt-6">
      <Notice kind={same ? 'info' : 'warning'} word={t(same ? 'treasury.file.same' : 'treasury.file.changed')}>
        <p>{t(same ? 'treasury.file.sameHelp' : 'treasury.file.changedHelp')}</p>
        {changes.length > 0 && (
          <ul className="list-disc pl-6">
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{lineOf(t, change)}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

function lineOf(t: Words, { kind, label, day, how }: Change): string {
  const name = kind === 'share' ? t(fundingSourceLabels[label as FundingSource]) : label
  const dated = day === null ? name : `${name}, ${formatDate(day, t.locale)}`
  return t('treasury.change.line', { kind: t(partKindLabels[kind]), name: dated, how: t(changeLabels[how]) })
}
