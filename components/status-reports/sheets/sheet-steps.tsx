import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { RecordForm } from '@/components/ui/record-form'
import { recordWords } from '@/components/ui/record-words'
import type { FormState } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { roundGridAddress } from '@/lib/rounds/addresses'
import { sheetReasonLabels } from '@/lib/status-reports/sheets/labels'
import type { OpenSheet } from '@/lib/status-reports/sheets/reading/model'

type Step = (state: FormState, form: FormData) => Promise<FormState>
type Props = {
  t: Words
  project: string
  period: string
  sheet: OpenSheet
  /** Mark of the changes that are shown; null where nothing can be taken */
  seen: string | null
  take: Step
  remove: Step
}

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'TAKEN', 'PROBLEMS', 'CHANGED'] as const

/** What can be done with a read form: take it, let it go, or go on to what it has become. */
export function SheetSteps({ t, project, period, sheet, seen, take, remove }: Props) {
  if (sheet.taken) {
    return (
      <Notice kind="success" word={t('figureSheets.preview.taken')}>
        <p>{t('figureSheets.preview.takenHelp')}</p>
        <p className="actions mt-4">
          <ButtonLink href={roundGridAddress(project, period)}>{t('figureSheets.preview.toGrid')}</ButtonLink>
        </p>
      </Notice>
    )
  }
  const words = recordWords(t, {
    reasons: Object.fromEntries(reasons.map((reason) => [reason, t(sheetReasonLabels[reason])])),
    errors: [],
  })
  const values = { project, period, id: sheet.id }
  return (
    <div className="actions mt-6">
      {seen !== null && (
        <RecordForm
          id="take"
          action={take}
          values={{ ...values, seen }}
          fields={[]}
          send={t('figureSheets.preview.take')}
          kind="primary"
          words={words}
        />
      )}
      <RecordForm
        id="remove"
        action={remove}
        values={values}
        fields={[]}
        send={t('figureSheets.preview.remove')}
        kind="secondary"
        words={words}
      />
    </div>
  )
}
