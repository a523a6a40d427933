import { FileField, FileFrame } from '@/components/evidence/file-parts'
import { documentFields } from '@/components/projects/paper-fields'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { RecordPartField } from '@/components/ui/record-field'
import { fieldId } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import { documentFileAddress } from '@/lib/projects/addresses'
import { documentSchema } from '@/lib/projects/documents/schema'
import { documentAnswerLabels } from '@/lib/projects/labels'

type Given = Record<string, string | string[] | undefined>
type Props = { t: Words; place: { project: string; projectId: string }; given: Given }

/**
 * A file with what is told of it. A plain form: it is answered by leading back here, with what came of it and what was typed
 * in the address. A chosen file must be chosen again after a refusal; the browser gives it to nobody else.
 */
export function DocumentFileForm({ t, place, given }: Props) {
  const answer = typeof given.file === 'string' ? given.file : null
  const typed = typedIn(given)
  const errors = answer === 'INVALID' ? errorsIn(typed) : {}
  const text = answer && answer in documentAnswerLabels ? t(documentAnswerLabels[answer as DocumentAnswer]) : null
  const fields = documentFields(t, typed)
  const id = (name: string) => fieldId('file', name)
  const told = fields.flatMap(({ name, label }) => {
    const key = errors[name]
    return key ? [{ fieldId: id(name), message: `${label}: ${t(key)}` }] : []
  })
  const refused = text && answer !== 'added' && told.length === 0
  return (
    <FileFrame to={documentFileAddress(place.project)} values={place} send={t('evidence.sendFile')}>
      {answer === 'added' && (
        <Notice kind="success" word={t('ui.notice.success')} live>
          <p>{text}</p>
        </Notice>
      )}
      <ErrorSummary title={t('ui.errorSummary')} errors={refused ? [{ fieldId: id('chosen'), message: text }] : told} />
      {fields.map((field) => (
        <RecordPartField
          key={field.name}
          id="file"
          part={field}
          typed={() => undefined}
          error={(name) => (errors[name] ? t(errors[name]) : undefined)}
          stored={null}
        />
      ))}
      <FileField t={t} id={id('chosen')} error={refused ? text : undefined} />
    </FileFrame>
  )
}

type DocumentAnswer = keyof typeof documentAnswerLabels

const names = ['label', 'kind', 'datedOn', 'caseNumber'] as const

function typedIn(given: Given): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name]
      return typeof value === 'string' ? [[name, value.slice(0, 300)]] : []
    }),
  )
}

/** What is wrong with what was typed: looked at again by the same rules that refused it. */
function errorsIn(typed: Record<string, string>): Record<string, string> {
  const place = { project: '', projectId: '00000000-0000-4000-8000-000000000000', url: '' }
  const read = documentSchema.safeParse({ ...typed, ...place })
  const issues = read.success ? [] : read.error.issues
  return Object.fromEntries(issues.map((issue) => [issue.path.join('/'), issue.message]))
}
