import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { newNoteAddress, noteAddress } from '@/lib/finance/addresses'
import { budgetNoteKindLabels } from '@/lib/finance/labels'
import type { BudgetNoteRow, FinanceNoteRow } from '@/lib/finance/model'
import { type Places, shortOf } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  project: string
  /** The viewer keeps the finances */
  keeps: boolean
  places: Places
  notes: readonly FinanceNoteRow[]
  budgetNotes: readonly Pick<BudgetNoteRow, 'id' | 'kind' | 'text'>[]
}

/** What the reader of the figures must know, and for those who keep the finances the way to change it. */
export function Remarks({ t, project, keeps, places, notes, budgetNotes }: Props) {
  return (
    <Section
      id="remarks"
      title={t('finance.remarks.title')}
      actions={keeps && <ButtonLink href={newNoteAddress(project)}>{t('finance.remarks.add')}</ButtonLink>}
    >
      {notes.length + budgetNotes.length === 0 ? (
        <p>{t('finance.remarks.none')}</p>
      ) : (
        <ul className="prose max-w-text">
          {budgetNotes.map(({ id, kind, text }) => (
            <li key={id}>
              <Tag tone={kind === 'mismatch' ? 'warning' : 'neutral'}>{t(budgetNoteKindLabels[kind])}</Tag> {text}
            </li>
          ))}
          {notes.map(({ id, investmentId, text }) => {
            const place = shortOf(places.investments, investmentId)
            const name = t('finance.remarks.editNamed', { text: shortened(text) })
            return (
              <li key={id}>
                {place && <strong>{place}: </strong>}
                {text}{' '}
                {keeps && (
                  <a href={noteAddress(project, id)} aria-label={name}>
                    {t('finance.remarks.change')}
                  </a>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

/** Enough of the remark to tell its link from the others. */
function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
