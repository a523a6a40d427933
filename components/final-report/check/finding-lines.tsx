import { type Status, StatusMark } from '@/components/ui/status-mark'
import type { Severity } from '@/lib/final-report/check/model'

const marks: Record<Severity, Status> = { error: 'danger', warning: 'warning', notice: 'unknown' }

type Props = {
  severity: Severity
  /** The severity in words */
  word: string
  title: string
  message: string
  /** Names the sentence for what is done to the finding */
  id?: string
}

/** What was found: how bad it is, of what kind, and the sentence. */
export function FindingLines({ severity, word, title, message, id }: Props) {
  return (
    <>
      <p>
        <StatusMark status={marks[severity]} word={word} /> <span className="text-muted">{title}</span>
      </p>
      <p id={id} className="max-w-text">
        {message}
      </p>
    </>
  )
}
