import { Tag } from '@/components/ui/tag'
import { budgetNoteKindLabels } from '@/lib/finance/labels'
import type { BudgetNoteRow, FinanceNoteRow } from '@/lib/finance/model'
import { type Places, shortOf } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  places: Places
  notes: readonly FinanceNoteRow[]
  budgetNotes: readonly Pick<BudgetNoteRow, 'id' | 'kind' | 'text'>[]
}

/** What the reader of the figures must know. */
export function Remarks({ t, places, notes, budgetNotes }: Props) {
  if (notes.length + budgetNotes.length === 0) return <p>{t('finance.remarks.none')}</p>
  return (
    <ul className="prose max-w-text">
      {budgetNotes.map(({ id, kind, text }) => (
        <li key={id}>
          <Tag tone={kind === 'mismatch' ? 'warning' : 'neutral'}>{t(budgetNoteKindLabels[kind])}</Tag> {text}
        </li>
      ))}
      {notes.map(({ id, investmentId, text }) => {
        const place = shortOf(places.investments, investmentId)
        return (
          <li key={id}>
            {place && <strong>{place}: </strong>}
            {text}
          </li>
        )
      })}
    </ul>
  )
}
