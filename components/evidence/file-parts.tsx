import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { acceptedEndings, largestFile } from '@/lib/evidence/files/model'
import type { Words } from '@/lib/platform/words'
import { formatFileSize } from '@/lib/values/format'

type FrameProps = {
  /** Route that takes the file */
  to: string
  /** Sent along as they are */
  values: Record<string, string | number>
  send: string
  children: ReactNode
}

/** The form around a file, as the browser sends it by itself: files are larger than what actions take. */
export function FileFrame({ to, values, send, children }: FrameProps) {
  return (
    <form method="post" encType="multipart/form-data" action={to}>
      <Once attempt={0} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind="secondary">{send}</Button>
    </form>
  )
}

/** The file itself: which kinds there may be, and how large. */
export function FileField({ t, id, ...rest }: { t: Words; id: string; required?: boolean; error?: string }) {
  const size = formatFileSize(largestFile, t.locale)
  return (
    <FileInput
      id={id}
      name="file"
      label={t('evidence.file')}
      help={t('evidence.fileHelp', { endings: acceptedEndings.replaceAll(',', ', '), size })}
      accept={acceptedEndings}
      {...rest}
    />
  )
}

type FormProps = Pick<FrameProps, 'to' | 'values'> & {
  t: Words
  /** Asks for a note beside the name */
  note?: boolean
  /** More fields of the place, above the button */
  children?: ReactNode
}

/** A file that shows something, with its name. */
export function FileForm({ t, to, values, note, children }: FormProps) {
  return (
    <FileFrame to={to} values={values} send={t('evidence.sendFile')}>
      <FileField t={t} id="evidence-file" required />
      <TextInput id="evidence-file-label" name="label" label={t('evidence.label')} optional={t('ui.optional')} />
      {note && (
        <TextArea id="evidence-file-note" name="note" rows={2} label={t('evidence.note')} optional={t('ui.optional')} />
      )}
      {children}
    </FileFrame>
  )
}

const answers: Record<string, string> = {
  added: 'evidence.added',
  EMPTY_FILE: 'evidence.error.emptyFile',
  TOO_LARGE: 'evidence.error.tooLarge',
  WRONG_KIND: 'evidence.error.wrongKind',
}

/** What came of the last file that was sent. `more` names reasons that only this place has. */
export function FileAnswer({ t, answer, more }: { t: Words; answer: string | null; more: Record<string, string> }) {
  const known = { ...answers, ...more }
  const key = answer !== null && Object.hasOwn(known, answer) ? known[answer] : undefined
  if (!key) return null
  const good = answer === 'added'
  return (
    <Notice kind={good ? 'success' : 'danger'} word={t(good ? 'ui.notice.success' : 'ui.notice.danger')} live>
      <p>{t(key)}</p>
    </Notice>
  )
}
