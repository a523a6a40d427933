import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { TextInput } from '@/components/ui/text-input'
import { acceptedEndings, largestFile } from '@/lib/evidence/files/model'
import { itemFilesAddress } from '@/lib/meetings/addresses'
import type { Words } from '@/lib/platform/words'
import { formatFileSize } from '@/lib/values/format'

type Props = { t: Words; place: { project: string; meetingId: string; itemId: string } }

/** A file for an item; a plain form, because files are larger than what actions take. */
export function FileForm({ t, place }: Props) {
  const size = formatFileSize(largestFile, t.locale)
  return (
    <form method="post" encType="multipart/form-data" action={itemFilesAddress(place.itemId)}>
      <Once attempt={0} />
      <input type="hidden" name="project" value={place.project} />
      <input type="hidden" name="meeting" value={place.meetingId} />
      <FileInput
        id="attachment-file"
        name="file"
        label={t('evidence.file')}
        help={t('evidence.fileHelp', { endings: acceptedEndings.replaceAll(',', ', '), size })}
        accept={acceptedEndings}
        required
      />
      <TextInput id="attachment-file-label" name="label" label={t('evidence.label')} optional={t('ui.optional')} />
      <Button kind="secondary">{t('evidence.sendFile')}</Button>
    </form>
  )
}

const answers: Record<string, string> = {
  added: 'evidence.added',
  EMPTY_FILE: 'evidence.error.emptyFile',
  TOO_LARGE: 'evidence.error.tooLarge',
  WRONG_KIND: 'evidence.error.wrongKind',
  LOCKED: 'meetings.reason.LOCKED',
  NOT_ALLOWED: 'meetings.reason.NOT_ALLOWED',
  NOT_FOUND: 'meetings.reason.NOT_FOUND',
}

/** What came of the file that was just sent. */
export function FileAnswer({ t, answer }: { t: Words; answer: string | null }) {
  const key = answer !== null && Object.hasOwn(answers, answer) ? answers[answer] : undefined
  if (!key) return null
  const good = answer === 'added'
  return (
    <Notice kind={good ? 'success' : 'danger'} word={t(good ? 'ui.notice.success' : 'ui.notice.danger')} live>
      <p>{t(key)}</p>
    </Notice>
  )
}
